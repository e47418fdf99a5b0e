using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Sources;

/// <summary>The independent tellings, and under each who only repeats it.</summary>
internal static class SourcesPage
{
    public static Page Of(RecordView view, ViewState state)
    {
        var parts = new Parts(view, state);
        return new Page("sources", "/sources", "Sources", Html.Of($"""
            <h1>{Wording.Count(view.Record.Reports.Length, "report")} are {Wording.Count(view.Record.Dispatches.Length, "independent telling")}</h1>
            <ul id="tellings" class="plain">{view.Record.Dispatches.Where(dispatch => !dispatch.Reports.IsEmpty).Select(dispatch => Html.Of($"""
            <li data-source="{dispatch.Id}"><h2>{parts.Source(dispatch.Id, dispatch.Reports[0])}</h2>{Family.Tree(view, state, dispatch)}</li>
            """))}</ul>
            """)) { Count = view.Record.Dispatches.Length };
    }
}
