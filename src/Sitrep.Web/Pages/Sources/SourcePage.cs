using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Sources;

/// <summary>One telling: which reports carry it, and what it says that nobody else says.</summary>
internal static class SourcePage
{
    /// <returns>Null when the record has no such telling as of the day.</returns>
    public static Page? Of(RecordView view, ViewState state, string id)
    {
        if (view.Index.Dispatch(id) is not { Reports: [string first, ..] } dispatch) return null;
        var parts = new Parts(view, state);
        string newsroom = view.Index.Newsroom(id, first);
        Event[] events = [.. view.Ranking.InTime(view.Record.Events.Where(happening => view.Index.Claims(happening.Claims).Any(claim => claim.Dispatch == id)))];
        Event[] alone = [.. events.Where(happening => view.Index.Claims(happening.Claims).All(claim => claim.Dispatch == id))];
        var speakers = view.Record.Claims.Where(claim => claim.Dispatch == id).GroupBy(RecordIndex.SpeakerKey).Select(group => (Name: view.Index.Speaker(group.First()), Count: group.Count(), group.First().Claimant)).OrderByDescending(speaker => speaker.Count).ThenBy(speaker => speaker.Name, StringComparer.Ordinal).ToArray();
        return new Page("source", "/sources", newsroom, Html.Of($"""
            <h1>{Html.Words(newsroom)}</h1>
            <p class="meta">One telling, carried by {Wording.Count(dispatch.Reports.Length, "report")}; it speaks to {Wording.Count(events.Length, "event")}, to {alone.Length} of them alone.</p>
            <section aria-labelledby="family-heading"><h2 id="family-heading">Who carries it</h2>{Family.Tree(view, state, dispatch)}</section>
            <section aria-labelledby="speakers-heading"><h2 id="speakers-heading">Whose word it brings</h2><ul class="plain">{speakers.Select(speaker => Html.Of($"<li>{Html.Words(speaker.Name)} {(view.Source(speaker.Claimant) is { } source ? Parts.Grade(source.Grade) : Html.Empty)} <span class=\"meta\">{Wording.Count(speaker.Count, "claim")}</span></li>"))}</ul></section>
            <section aria-labelledby="events-heading"><h2 id="events-heading">What it tells</h2><ol class="plain">{events.Select(happening => Html.Of($"<li>{Parts.When(happening.When)} {parts.Event(happening)} {Parts.Badge(happening)}{Html.If(alone.Contains(happening), $" <span class=\"meta\">told by nobody else</span>")}</li>\n"))}</ol></section>
            """)) { Id = id };
    }

    /// <summary>Two reports compared.</summary>
    /// <returns>Null when one of them is not in the record as of the day.</returns>
    public static Page? Difference(RecordView view, ViewState state, string? of, string? with)
    {
        if (of is null || with is null || !view.Index.HasReport(of) || !view.Index.HasReport(with)) return null;
        var parts = new Parts(view, state);
        Report earlier = view.Index.Report(of), later = view.Index.Report(with);
        TextDifference difference = TextDifference.Of(earlier, later);
        return new Page("diff", "/sources", "What changed", Html.Of($"""
            <h1>What changed</h1>
            <p>From {parts.Report(of)}<br>to {parts.Report(with)}: {DifferenceText.Of(difference)}.</p>
            <p class="legend"><del>cut</del> <ins>added</ins></p>
            {Family.Difference(difference)}
            """)) { Id = with };
    }
}
