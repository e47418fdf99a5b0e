using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.Changes;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Changes;

/// <summary>What one knows now and did not know on the evening of another day: new, confirmed, disputed, revised, reversed, taken back.</summary>
internal static class ChangesPage
{
    /// <summary>Lines of one kind; a first day has hundreds of new ones.</summary>
    private const int LinesMax = 100;

    /// <param name="before">The record as of the evening that changes are told from.</param>
    public static Page Of(RecordView view, RecordView before, ViewState state, DateOnly from)
    {
        var parts = new Parts(view, state);
        RecordChange[] told = [.. RecordDifference.Of(before.Whole, view.Whole).Changes.Where(change => ChangeSection.IsTold(change, view.Index, view.Ranking))];
        return new Page("changes", "/", "What changed", Html.Of($"""
            <h1>What changed since the evening of {Wording.Day(from)}</h1>
            <form id="from" method="get" action="/changes"><label for="from-day">Since the evening of</label> <input id="from-day" type="date" name="from" value="{from}">{Layout.Hidden(state, _ => true)}<button>Show</button></form>
            <p class="meta">{Wording.Count(told.Length, "change")}; {Wording.Count(view.Record.Reports.Length - before.Record.Reports.Length, "report")} more.</p>
            {ChangeSection.Order.Select(kind => Group(kind, [.. told.Where(change => change.Kind == kind)]))}
            """)) { Count = told.Length };

        Html Group(ChangeKind kind, RecordChange[] changes)
        {
            if (changes.Length == 0) return Html.Empty;
            string key = Spelling.Kebab(kind);
            return Html.Of($"""
                <section aria-labelledby="{key}-heading"><h2 id="{key}-heading">{ChangeReport.Heading(kind)} <span class="n">{changes.Length}</span></h2>
                <ul class="plain" data-rows>{changes.Take(LinesMax).Select(change => Line(change, key))}</ul>
                {Html.If(changes.Length > LinesMax, $"<p class=\"meta\">and {Wording.Number(changes.Length - LinesMax)} more</p>")}</section>

                """);
        }

        Html Line(RecordChange change, string key) => Html.Of($"""
            <li data-thing="{Spelling.Kebab(change.Thing)}"><span class="badge b-{key}">{Spelling.Spaced(change.Kind)}</span> {(change.When is null ? Html.Empty : Parts.When(change.When))} {What(change)}{Turn(change)} <span class="meta">{Voices(change)}</span></li>

            """);

        // What is gone has a page only in the earlier record.
        Html What(RecordChange change)
        {
            (string path, bool known) = change.Thing switch
            {
                ChangedThing.Event => ($"/events/{change.Id}", view.Index.Event(change.Id) is not null),
                ChangedThing.Figure => ($"/figures/{change.Id}", view.Index.Figure(change.Id) is not null),
                ChangedThing.Control => ($"/places/{change.Id}", view.Index.Place(change.Id) is not null),
                _ => ($"/actors/{change.Id}", view.Index.Actor(change.Id) is not null),
            };
            return known ? Html.Of($"""<a class="say" href="{state.Link(path)}">{Html.Words(Wording.Line(change.What))}</a>""") : Html.Words(Wording.Line(change.What));
        }

        static Html Turn(RecordChange change) => (change.Before, change.After) switch
        {
            ({ } earlier, { } later) => Html.Of($": now {Html.Words(later)} <span class=\"meta\">(before: {Html.Words(earlier)})</span>"),
            ({ } earlier, null) => Html.Of($": no longer told <span class=\"meta\">(before: {Html.Words(earlier)})</span>"),
            (null, { } later) => Html.Of($": {Html.Words(later)}"),
            _ => Html.Empty,
        };

        Html Voices(RecordChange change) => Html.Join(view.Index.Known(change.Claims).DistinctBy(RecordIndex.SpeakerKey).Take(4).Select(claim => Html.Of($"""<a href="{parts.WordsLink(claim)}">{Html.Words(view.Index.Speaker(claim))}</a>""")), ", ");
    }
}
