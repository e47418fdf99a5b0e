using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Sources;

/// <summary>The independent tellings, and under each who only repeats it.</summary>
internal static class SourcesPage
{
    /// <summary>Rows of the table of claimants.</summary>
    private const int ClaimantsMax = 300;

    public static Page Of(RecordView view, ViewState state)
    {
        var parts = new Parts(view, state);
        ILookup<string?, LedgerClaim> claims = view.Record.Claims.ToLookup(claim => claim.Claimant);
        return new Page("sources", "/sources", "Sources", Html.Of($"""
            <h1>{Wording.Count(view.Record.Reports.Length, "report")} are {Wording.Count(view.Record.Dispatches.Length, "independent telling")}</h1>
            <ul id="tellings" class="plain">{view.Record.Dispatches.Where(dispatch => !dispatch.Reports.IsEmpty).Select(dispatch => Html.Of($"""
            <li data-source="{dispatch.Id}"><h2>{parts.Source(dispatch.Id, dispatch.Reports[0])}</h2>{Family.Tree(view, state, dispatch)}</li>
            """))}</ul>
            <section id="claimants" aria-labelledby="claimants-heading"><h2 id="claimants-heading">{Wording.Count(view.Whole.Sources.Length, "claimant")}, each counted once</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="Whose word"><table class="grid"><thead><tr><th scope="col">Whose word</th><th scope="col">Reliability</th><th scope="col">Why</th><th scope="col">Claims</th></tr></thead>
            <tbody>{view.Whole.Sources.OrderByDescending(source => claims[source.Id].Count()).ThenBy(source => source.Id, StringComparer.Ordinal).Take(ClaimantsMax).Select(source => Html.Of($"""
            <tr data-claimant="{source.Id}"><th scope="row">{(source.Actor is { } actor ? parts.Actor(actor) : Html.Words(Wording.Line(source.Name)))}</th><td>{RulingText.Grade(source.Grade.Grade.ToString())}</td><td>{Parts.Note(source.Grade.Rule)}</td><td>{claims[source.Id].Count()}</td></tr>

            """))}</tbody></table></div></section>
            """)) { Count = view.Record.Dispatches.Length };
    }
}
