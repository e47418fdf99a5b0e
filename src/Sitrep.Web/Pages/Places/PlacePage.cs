using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Pages.Review;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Places;

/// <summary>One place: who held it on each day and on whose word, what happened there, what was counted there.</summary>
internal sealed class PlacePage
{
    private readonly RecordView _view;
    private readonly ViewState _state;
    private readonly Parts _parts;
    private readonly Place _place;

    private PlacePage(RecordView view, ViewState state, Place place) => (_view, _state, _parts, _place) = (view, state, new Parts(view, state), place);

    /// <returns>Null when the record has no such place as of the day.</returns>
    public static Page? Of(RecordView view, ViewState state, string id) => view.Index.Place(id) is { } place
        ? new Page("place", "/places", view.Index.PlaceNameOnly(id), new PlacePage(view, state, place).Body()) { Id = id } : null;

    private Html Body()
    {
        Event[] events = [.. _view.Ranking.InTime(_view.Record.Events.Where(happening => happening.Place == _place.Id))];
        Figure[] figures = [.. _view.Record.Figures.Where(figure => figure.Place == _place.Id).OrderBy(figure => FigureSection.Rank(figure.Measure)).ThenBy(figure => figure.When?.End).ThenBy(figure => figure.Id, StringComparer.Ordinal)];
        return Html.Of($"""
            <h1>{Html.Words(Wording.Line(_place.Name))}</h1>
            <p class="meta">{Where()} {PlacingPage.Link(_view, _place)}</p>
            {Held()}
            <section aria-labelledby="events-heading"><h2 id="events-heading">{Wording.Count(events.Length, "event")} here</h2>
            <ol class="plain">{events.Select(happening => Html.Of($"<li>{Parts.When(happening.When)} {_parts.Event(happening)} {Parts.Badge(happening)} <span class=\"meta\">{Confidence.Tellings(happening.Independent)}</span></li>\n"))}</ol></section>
            {Html.If(figures.Length > 0, $"<section aria-labelledby=\"figures-heading\"><h2 id=\"figures-heading\">Figures</h2><ul class=\"plain\">{figures.Select(figure => Html.Of($"<li><strong class=\"amount\">{Wording.Amount(figure)}</strong> {_parts.Figure(figure)} <span class=\"meta\">{Wording.When(figure.When)}</span> {Parts.Badge(figure)}</li>\n"))}</ul></section>")}
            {_parts.Rulings(_place.Id)}
            """);
    }

    private string Where()
    {
        string within = _view.Surroundings(_place);
        string spelt = _place.Aliases.IsEmpty ? "" : $"; also written {string.Join(", ", _place.Aliases.Select(alias => Wording.Line(alias, 60)))}";
        string at = _place is { Latitude: { } north, Longitude: { } east } ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"; {north:0.####}, {east:0.####}") : "; not in the gazetteer: unplaced";
        return $"{Spelling.Spaced(_place.Precision)}{(within.Length > 0 ? $", {within}" : "")}{at}{spelt}";
    }

    private Html Held()
    {
        Control? held = _view.Record.Control.FirstOrDefault(control => control.Place == _place.Id);
        ControlSpan[] spans = [.. held?.Spans.OrderBy(span => span.From) ?? Enumerable.Empty<ControlSpan>()];
        if (spans.Length == 0) return Html.Empty;
        Html legend = Html.Of($"""<p class="legend"><span><i class="key s-held h1"></i> held: agreed</span> <span><i class="key s-claimed h1"></i> claimed by its own side only</span> <span><i class="key s-contested h1"></i> contested</span> <span><i class="key s-unknown"></i> nobody says</span></p>""");
        return Html.Of($"""
            <section id="control" aria-labelledby="control-heading"><h2 id="control-heading">Who held it</h2>
            {legend}
            {ControlStrip.Draw($"Who held {Wording.Line(_place.Name)}, {Wording.Days(spans[0].From, spans.Max(span => span.To))}; the list below says the same", spans, _view.Colour, _view.Index.ActorName, _state.On)}
            <ol id="days" class="plain">{spans.Select(Stretch)}</ol>
            {Turns(held?.Changes ?? [])}
            {Sieges(held?.Sieges ?? [])}
            </section>
            """);
    }

    private Html Stretch(ControlSpan span)
    {
        bool on = _state.On is { } day && span.From <= day && day <= span.To;
        Html holder = span.State == ControlState.Unknown ? Html.Empty : span.Holder is { } id ? Html.Of($" by {_parts.Actor(id)}") : Html.Of($" by nobody named");
        return Html.Of($"""
            <li data-from="{span.From}" data-to="{span.To}"{Html.If(on, $" class=\"on\" aria-current=\"date\"")}><i class="key s-{Spelling.Kebab(span.State)} h{_view.Colour(span.Holder)}"></i> <strong>{Wording.Days(span.From, span.To)}</strong>: {SituationPage.StateWords(span.State)}{holder}<span class="meta">; last evidence {Wording.Day(span.LastEvidence)}{Html.If(span.AgeDays > 0, $", {Wording.Count(span.AgeDays, "day")} old by then")}.</span>{Html.If(span.Rule is not null, $" <span class=\"meta\">Why: {Parts.Note(span.Rule)}.</span>")}
            {Html.If(!span.Parts.IsEmpty, $"<ul class=\"parts\">{span.Parts.Select(Part)}</ul>")}
            <ul>{span.Basis.Select(_view.Index.Event).OfType<Event>().Select(happening => Evidence(happening, span.To))}</ul></li>

            """);
    }

    private Html Part(ControlPart part) => Html.Of($"""<li>A part: <q>{Html.Words(Wording.Line(part.Words, 120))}</q>{Html.If(part.Percent is not null, $" ({part.Percent ?? 0} %)")}{(part.Holder is { } holder ? Html.Of($", {_parts.Actor(holder)}") : Html.Empty)}</li>""");

    private Html Sieges(ImmutableArray<Siege> sieges) => sieges.IsEmpty ? Html.Empty : Html.Of($"""
        <h3>Sieges</h3><ul class="plain">{sieges.Select(siege => Html.Of($"""<li><strong>{Wording.Days(siege.From, siege.To)}</strong>{Html.If(!siege.By.IsEmpty, $": by {Html.Join(siege.By.Select(_parts.Actor), ", ")}")} {Parts.Badge(Confidence.Of(siege.Status))}</li>"""))}</ul>
        """);

    private Html Turns(ImmutableArray<ControlChange> changes) => changes.IsEmpty ? Html.Empty : Html.Of($"""
        <h3>How it changed hands</h3><ol class="plain">{changes.Select(change => Html.Of($"""<li>{Parts.Day(change.Day)} {Spelling.Spaced(change.Kind)}{Html.If(change.To is not null, $" by {(change.To is { } taker ? _parts.Actor(taker) : Html.Empty)}")}{Html.If(change.From is not null, $" from {(change.From is { } loser ? _parts.Actor(loser) : Html.Empty)}")}{Html.If(change.Lasted is not null, $" <span class=\"meta\">lasted {Wording.Count(change.Lasted ?? 0, "day")}</span>")}{Html.If(change.Provisional, $" <span class=\"meta\">not yet known to last</span>")}</li>"""))}</ol>
        """);

    // Under each stretch everybody's word by then on the events it rests on, dated, in the words.
    private Html Evidence(Event happening, DateOnly until) => Html.Of($"""
        <li>{_parts.Event(happening)} {Parts.Badge(happening)}
        <ul class="voices">{_view.Index.Claims(happening.Claims).Where(claim => claim.Said is null || claim.Said.Start <= until).DistinctBy(claim => (RecordIndex.SpeakerKey(claim), claim.Claim.Stance)).Select(claim => Html.Of($"""
        <li class="st-{Spelling.Kebab(claim.Claim.Stance)}"><span class="stance">{Spelling.Spaced(claim.Claim.Stance)}</span> {Html.Words(_view.Index.Speaker(claim))}{Html.If(claim.Said is not null, $", {Wording.When(claim.Said)}")}: {_parts.Quote(claim)}</li>
        """))}</ul></li>
        """);
}
