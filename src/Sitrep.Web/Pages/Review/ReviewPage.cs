using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Review;

/// <summary>What the record is least sure of, each with what can be ruled; below it everything that was ruled, by whom and why.</summary>
internal static class ReviewPage
{
    public static Page Of(RecordView view, ViewState state, RulingForm form)
    {
        var parts = new Parts(view, state);
        ImmutableArray<ReviewCase> cases = ReviewQueue.Of(view);
        AppliedRuling[] trail = [.. view.Record.Rulings.Reverse()];
        return new Page("review", "/review", "Review", Html.Of($"""
            <h1>Review</h1>
            <p class="meta">A ruling is kept with its author, time and reason, counts in every record made from the store, and can be undone; nothing is deleted.{Html.If(!form.IsShown, $" Only analysts rule.")}</p>
            <section aria-labelledby="queue-heading"><h2 id="queue-heading">{Wording.Count(cases.Length, "case")} to look at</h2>
            <ul id="queue" class="plain" data-rows>{cases.Take(ReviewQueue.CasesMax).Select(Case)}</ul>
            {Html.If(cases.Length > ReviewQueue.CasesMax, $"<p class=\"meta\">The weightiest {ReviewQueue.CasesMax}; the others follow as these are ruled on.</p>")}
            </section>
            <section aria-labelledby="trail-heading"><h2 id="trail-heading">{Wording.Count(trail.Length, "ruling")}</h2>
            <ol id="trail" class="plain" reversed>{trail.Select(Ruled)}</ol>
            </section>
            """)) { Count = cases.Length };

        Html Case(ReviewCase one) => Html.Of($"""
            <li class="case" data-kind="{one.Kind}"><p><span class="kind">{Kind(one.Kind)}</span> {Html.Words(one.Why)}</p>
            <ul>{one.Targets.Select(target => Html.Of($"<li>{About(target)} <code>{target}</code></li>"))}</ul>
            {Form(one)}</li>

            """);

        Html Form(ReviewCase one) => one.Kind switch
        {
            "merge" => Html.Of($"{form.Form([one.Targets[0]], [RulingVerb.Merge], one.Targets[1])}{form.Form([one.Targets[0]], [RulingVerb.Accept], "", accept: "They are two")}"),
            "split" => form.Form(one.Targets, [RulingVerb.Split, RulingVerb.Accept, RulingVerb.Reject], "", Claims(one.Targets[0]), "It is one"),
            "dispute" or "figure" => form.Form(one.Targets, [RulingVerb.Accept, RulingVerb.Reject, RulingVerb.Comment], ""),
            _ => Html.Of($"""<p>{PlacingPage.Link(view, view.Index.Place(one.Targets[0])!)}</p>{form.Form(one.Targets, [RulingVerb.Comment], "")}"""),      // a case is about a place of the record
        };

        Html Claims(string id) => Html.Of($"""
            <fieldset><legend>Its claims</legend>{view.Index.Claims(view.Index.Event(id)!.Claims).Select(claim => Html.Of($"""<label><input type="checkbox" name="more" value="{claim.Claim.Id}"> {Html.Words(view.Index.Speaker(claim))}: {parts.Quote(claim)}</label><br>"""))}</fieldset>
            """);   // a case is about an event of the record

        Html About(string id) => view.Index.Event(id) is { } happening ? Html.Of($"{parts.Event(happening)} <span class=\"meta\">{Wording.When(happening.When)}; {Confidence.Tellings(happening.Independent)}</span> {Parts.Badge(happening)}")
            : view.Index.Figure(id) is { } figure ? Html.Of($"{parts.Figure(figure)}: <strong class=\"amount\">{Wording.Amount(figure)}</strong> <span class=\"meta\">{view.Confidence.Clause(figure.Claims)}</span>")
            : view.Index.Place(id) is not null ? parts.Place(id)
            : view.Index.Actor(id) is not null ? parts.Actor(id)
            : view.Index.HasClaim(id) ? parts.Quote(view.Index.Claim(id))
            : view.Index.HasReport(id) ? parts.Report(id) : Html.Of($"<code>{id}</code>");

        Html Ruled(AppliedRuling made) => Html.Of($"""
            <li id="ruling-{made.Ruling.Sequence}"{Html.If(made.UndoneBy is not null, $" class=\"undone\"")}><time datetime="{DateOnly.FromDateTime(made.Ruling.At.UtcDateTime)}">{Wording.Day(DateOnly.FromDateTime(made.Ruling.At.UtcDateTime))}</time> <strong>{Html.Words(Wording.Line(made.Ruling.Author))}</strong> {RulingText.What(made.Ruling)}{Html.If(made.Ruling.Verb != RulingVerb.Undo, $" {About(made.On ?? made.Ruling.Target)}")}: <bdi>{Wording.Line(made.Ruling.Reason, 600)}</bdi> <span class="meta">ruling {made.Ruling.Sequence}{RulingText.State(made)}</span>
            {Html.If(made.UndoneBy is null, $"{form.Undo(made.Ruling.Sequence)}")}</li>

            """);
    }

    private static string Kind(string kind) => kind switch
    {
        "merge" => "doubtful: two or one?",
        "split" => "doubtful: one or two?",
        "dispute" => "disputed",
        "figure" => "figures differ",
        _ => "unplaced",
    };
}
