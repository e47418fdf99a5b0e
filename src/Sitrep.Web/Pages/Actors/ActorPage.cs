using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Pages.Review;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Actors;

/// <summary>One actor: what it is, what it has a part in, what it says, what it holds.</summary>
internal static class ActorPage
{
    /// <summary>Lines of one list; a government says a lot.</summary>
    private const int LinesMax = 200;

    /// <summary>Grounds told of one side; the record has all.</summary>
    private const int SideGroundsMax = 6;

    /// <returns>Null when the record has no such actor as of the day.</returns>
    public static Page? Of(RecordView view, ViewState state, string id, RulingForm rules)
    {
        if (view.Index.Actor(id) is not { } actor) return null;
        var parts = new Parts(view, state);
        Event[] events = [.. view.Ranking.InTime(view.Record.Events.Where(happening => happening.Roles.Any(role => role.Actor == id)))];
        LedgerClaim[] said = [.. view.Record.Claims.Where(claim => claim.Source == id).OrderBy(claim => claim.Said?.Start ?? DateOnly.MaxValue).ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal)];
        (string Place, ControlSpan Span)[] held = [.. view.Record.Control.SelectMany(control => control.Spans.Where(span => span.Holder == id).Select(span => (control.Place, span)))];
        PersonFate? fate = view.Record.Persons.FirstOrDefault(person => person.Actor == id);
        return new Page("actor", "/actors", Wording.Line(actor.Name), Html.Of($"""
            <h1>{Html.Words(Wording.Line(actor.Name))}</h1>
            <dl class="facts">
            <dt>Kind</dt><dd>{Spelling.Spaced(actor.Kind)}{Html.If(actor.Country is not null, $", {view.Country(actor.Country ?? "")}")}</dd>
            {Html.If(!actor.Aliases.IsEmpty, $"<dt>Also</dt><dd>{Html.Words(string.Join(", ", actor.Aliases.Select(alias => Wording.Line(alias, 80))))}</dd>")}
            {Html.If(actor.MemberOf is not null, $"<dt>Part of</dt><dd>{parts.Actor(actor.MemberOf ?? "")}</dd>")}
            {Html.If(actor.Side is not null && actor.Side != id, $"<dt>Side</dt><dd>{parts.Side(actor.Side ?? "")}</dd>")}
            {(view.Source(id) is { } source ? Html.Of($"<dt>Reliability</dt><dd>{RulingText.Grade(source.Grade.Grade.ToString())}: {Parts.Note(source.Grade.Rule)}</dd>") : Html.Empty)}
            {Html.If(!actor.SideBasis.IsEmpty, $"<dt>Why this side</dt><dd><ul class=\"plain\">{actor.SideBasis.Take(SideGroundsMax).Select(ground => Html.Of($"<li>{Spelling.Spaced(ground.Ground)}: <q>{Html.Words(Wording.Line(ground.Words, 200))}</q>{Html.If(ground.Report is not null, $" <span class=\"meta\">{(ground.Report is { } report && view.Index.HasReport(report) ? parts.Report(report) : Html.Empty)}</span>")}</li>"))}</ul></dd>")}
            {(fate is null ? Html.Empty : Html.Of($"<dt>Fate</dt><dd>{Spelling.Spaced(fate.State)}: {view.Index.Claims(fate.Claims).Take(4).Select(parts.Quote)}</dd>"))}
            </dl>
            {Html.If(events.Length > 0, $"<section aria-labelledby=\"events-heading\"><h2 id=\"events-heading\">{Wording.Count(events.Length, "event")}</h2><ol class=\"plain\">{events.Take(LinesMax).Select(Line)}</ol></section>")}
            {Html.If(held.Length > 0, $"<section aria-labelledby=\"held-heading\"><h2 id=\"held-heading\">Held or claimed</h2><ul class=\"plain\">{held.Select(one => Html.Of($"<li>{parts.Place(one.Place)}, {Wording.Days(one.Span.From, one.Span.To)}: {SituationPage.StateWords(one.Span.State)}</li>"))}</ul></section>")}
            {Html.If(said.Length > 0, $"<section aria-labelledby=\"said-heading\"><h2 id=\"said-heading\">Says</h2><ol class=\"plain\">{said.Take(LinesMax).Select(Said)}</ol></section>")}
            {parts.Rulings(id)}
            {rules.On(id, isActor: true)}
            """)) { Id = id };

        Html Line(Event happening) => Html.Of($"""
            <li>{Parts.When(happening.When)} {parts.Event(happening)} {Parts.Badge(happening)} <span class="meta">{string.Join(", ", happening.Roles.Where(role => role.Actor == id).Select(role => Spelling.Spaced(role.Kind)).Distinct(StringComparer.Ordinal))}</span></li>

            """);

        Html Said(LedgerClaim claim) => Html.Of($"""
            <li class="st-{Spelling.Kebab(claim.Claim.Stance)}">{Parts.When(claim.Said)} <span class="stance">{Spelling.Spaced(claim.Claim.Stance)}</span> {(view.Index.Event(claim.About) is { } happening ? parts.Event(happening) : view.Index.Figure(claim.About) is { } figure ? parts.Figure(figure) : parts.Actor(claim.About))}: {parts.Quote(claim)}</li>

            """);
    }
}
