using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Pages.Review;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Events;

/// <summary>One event: who says what of it, telling by telling, and what it stands beside.</summary>
internal sealed class EventPage
{
    private readonly RecordView _view;
    private readonly Parts _parts;
    private readonly Event _event;

    private readonly RulingForm _rules;

    private EventPage(RecordView view, ViewState state, Event happening, RulingForm rules) => (_view, _parts, _event, _rules) = (view, new Parts(view, state), happening, rules);

    /// <returns>Null when the record has no such event as of the day.</returns>
    public static Page? Of(RecordView view, ViewState state, string id, RulingForm rules)
    {
        if (view.Index.Event(id) is not { } happening) return null;
        return new Page("event", "/", EventSection.Summary(happening), new EventPage(view, state, happening, rules).Body()) { Id = id };
    }

    private Html Body()
    {
        Html place = _parts.Place(_event.Place);
        return Html.Of($"""
            <article class="event">
            <h1>{Html.Words(EventSection.Summary(_event))}</h1>
            <p>{Parts.When(_event.When)}{Html.If(!place.IsEmpty, $", {place}")} {Parts.Badge(_event)}{Html.If(_event.IsRejected, $" <span class=\"badge b-rejected\">rejected by an analyst</span>")} <span class="meta">{Confidence.Tellings(_event.Independent)}</span></p>
            {Matrix()}
            {Notes()}
            {_parts.Witnesses(_event.Witnesses)}
            {Bounds()}
            {Facts()}
            {_parts.Rulings(_event.Id)}
            {_rules.On(_event.Id)}
            </article>
            """);
    }

    private Html Matrix()
    {
        ClaimMatrix matrix = ClaimMatrix.Of(_view, _event);
        return Html.Of($"""
            <section aria-labelledby="matrix-heading"><h2 id="matrix-heading">Who says what</h2>
            <p>{Wording.Sentence(_view.Confidence.Clause(_event.Claims, _view.Confidence.IsDenialTakenBack(_event)))}.</p>
            <p class="meta">{Wording.Count(matrix.Dispatches.Length, "telling")}. A column is one independent telling; reprints of it stand under its name. Follow any words to where they stand.{Html.If(matrix.Rows.Any(row => row.Disagrees), $" Answers that do not go together are marked ≠.")}</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="matrix-heading">
            <table id="matrix" class="grid"><thead><tr><th scope="col">Question</th>{matrix.Dispatches.Select(Head)}</tr></thead>
            <tbody>{matrix.Rows.Select(row => Row(matrix, row))}</tbody></table>
            </div>
            {Html.If(matrix.Left > 0, $"<p class=\"meta\">and {Wording.Count(matrix.Left, "later telling")}, in the record</p>")}
            </section>
            """);
    }

    private Html Head(string id)
    {
        Dispatch dispatch = _view.Index.Dispatch(id)!;   // the claims name it
        Report first = _view.Index.Report(dispatch.Reports[0]);
        return Html.Of($"""<th scope="col" data-source="{id}">{_parts.Source(id, first.Id)} <span class="meta">{Wording.Day(first.Published)}{Html.If(dispatch.Reports.Length > 1, $", in {Wording.Count(dispatch.Reports.Length, "report")}")}</span></th>""");
    }

    private Html Row(ClaimMatrix matrix, MatrixRow row) => Html.Of($"""
        <tr data-question="{row.Key}"{Html.If(row.Disagrees, $" class=\"disagree\"")}><th scope="row">{Html.Words(row.Question)}{Html.If(row.Disagrees, $" <span class=\"mark\">≠ they disagree</span>")}</th>{row.Cells.Select((cell, i) => Cell(row, cell, matrix.Dispatches[i]))}</tr>

        """);

    private Html Cell(MatrixRow row, ImmutableArray<MatrixAnswer> answers, string dispatch)
    {
        string name = _view.Index.Newsroom(dispatch, "");   // a narrow page stacks the cells, away from the head of their column
        if (answers.IsEmpty) return Html.Of($"""<td data-source="{dispatch}" data-name="{name}" class="none"><span class="meta">does not say</span></td>""");
        string stances = string.Join(' ', answers.Select(answer => $"st-{Spelling.Kebab(answer.Claim.Claim.Stance)}").Distinct(StringComparer.Ordinal));
        return Html.Of($"""<td data-source="{dispatch}" data-name="{name}" class="{stances}{Html.If(answers.Any(answer => answer.Differs), $" differs")}">{answers.Select(answer => Answer(row, answer))}</td>""");
    }

    private Html Answer(MatrixRow row, MatrixAnswer answer)
    {
        string stance = answer.Claim.About == _event.Id || row.Key != "happened" ? Spelling.Spaced(answer.Claim.Claim.Stance) : "says otherwise";
        return Html.Of($"""<p class="st-{Spelling.Kebab(answer.Claim.Claim.Stance)}">{Html.If(row.Key == "happened", $"<span class=\"stance\">{stance}</span> ")}<span class="who">{Html.Words(answer.Speaker)}</span>{Interests(answer.Claim)}{Html.If(answer.Claim.Withdrawn is not null, $" <span class=\"badge b-rejected\">{(answer.Claim.Withdrawn is { } withdrawn ? Wording.Of(withdrawn) : "")}</span>")}: <a class="cell" href="{_parts.WordsLink(answer.Claim)}">{Parts.Quoted(answer.Words)}</a>{Html.If(answer.Differs, $" <span class=\"mark\" aria-label=\"differs\">≠</span>")}</p>""");
    }

    // Whose word serves its own side, or goes against it, weighs differently.
    private static Html Interests(LedgerClaim claim) => claim.Interest == Interest.None ? Html.Empty
        : Html.Of($""" <abbr class="interest i-{Spelling.Kebab(claim.Interest)}" title="{claim.InterestRule?.Words}">{(claim.Interest == Interest.Own ? "own side" : "against own side")}</abbr>""");

    private Html Notes()
    {
        List<Html> notes = [];
        if (_view.Confidence.IsDenialTakenBack(_event)) notes.Add(Html.Of($"The denial no longer stands: its source has since said as much as that it happened."));
        if (_event is { Extent: Extent.Partial }) notes.Add(Html.Of($"Said of a part only."));
        foreach (Event earlier in _event.Supersedes.Select(_view.Index.Event).OfType<Event>()) notes.Add(Related("Supersedes", earlier));
        foreach (Event other in _event.Contradicts.Select(_view.Index.Event).OfType<Event>()) notes.Add(Related("Stands against", other));
        foreach (Event later in _view.Record.Events.Where(other => other.Supersedes.Contains(_event.Id))) notes.Add(Related("Superseded by", later));
        foreach (Figure figure in _view.Record.Figures.Where(figure => figure.Event == _event.Id).OrderBy(figure => FigureSection.Rank(figure.Measure)).ThenBy(figure => figure.Id, StringComparer.Ordinal))
        {
            notes.Add(Html.Of($"{_parts.Figure(figure)}: <strong class=\"amount\">{Wording.Amount(figure)}</strong> {Parts.Badge(figure)}"));
        }
        return notes.Count == 0 ? Html.Empty : Html.Of($"<ul class=\"notes\">{notes.Select(note => Html.Of($"<li>{note}</li>"))}</ul>");
    }

    // Why these claims are one event, and what came near and is another: the doubt a reader may want to check.
    private Html Bounds()
    {
        (Event Event, string Reason)[] near = [.. _event.Apart.Select(apart => (Event: _view.Index.Event(apart.Event), apart.Reason)).Where(pair => pair.Event is not null).Select(pair => (pair.Event!, pair.Reason))];   // filtered on the line itself
        if (_event.Joined.IsEmpty && near.Length == 0) return Html.Empty;
        return Html.Of($"""
            <section aria-labelledby="bounds-heading"><h2 id="bounds-heading">Why it is one event</h2>
            {Html.If(!_event.Joined.IsEmpty, $"<details><summary>{Wording.Count(_event.Joined.Length, "claim")} joined to the first</summary><ul class=\"plain\">{_event.Joined.Where(joined => _view.Index.HasClaim(joined.Claim)).Select(joined => Html.Of($"<li>{joined.Reason}: {_parts.Quote(_view.Index.Claim(joined.Claim))}</li>"))}</ul></details>")}
            {Html.If(near.Length > 0, $"<details><summary>{Wording.Count(near.Length, "event")} came near</summary><ul class=\"plain\">{near.Select(other => Html.Of($"<li>{_parts.Event(other.Event)} <span class=\"meta\">{other.Reason}</span></li>"))}</ul></details>")}
            </section>
            """);
    }

    private Html Related(string verb, Event other) => Html.Of($"{verb} {_parts.Event(other)} <span class=\"meta\">({Wording.When(other.When)})</span> {Parts.Badge(other)}");

    private Html Facts() => Html.Of($"""
        <dl class="facts">
        <dt>Type</dt><dd>{Spelling.Spaced(_event.Type)}{Html.If(!_event.Codes.Acled.IsEmpty, $" <span class=\"meta\">ACLED: {string.Join(" / ", _event.Codes.Acled)}; PLOVER: {string.Join(" ", _event.Codes.Plover)}{Html.If(_event.Codes.Cameo is not null, $"; CAMEO {_event.Codes.Cameo}")}</span>")}</dd>
        {_event.Roles.GroupBy(role => role.Kind).Select(group => Html.Of($"<dt>{Wording.Sentence(Spelling.Spaced(group.Key))}</dt><dd>{Html.Join(group.Select(role => _parts.Actor(role.Actor)), ", ")}</dd>"))}
        {Parts.Why(_event.StatusRule, _event.Credibility, _event.Standing)}
        <dt>Id</dt><dd><code>{_event.Id}</code></dd>
        </dl>
        """);
}
