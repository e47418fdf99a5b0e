using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Figures;

/// <summary>Every figure, the gravest measure first; replaced ones are marked, not hidden.</summary>
internal static class FiguresPage
{
    public static Page Of(RecordView view, ViewState state)
    {
        var parts = new Parts(view, state);
        Figure[] figures = [.. view.Record.Figures.OrderBy(figure => FigureSection.Rank(figure.Measure)).ThenByDescending(figure => figure.When?.End).ThenByDescending(FigureSection.Number).ThenBy(figure => figure.Id, StringComparer.Ordinal)];
        return new Page("figures", "/figures", "Figures", Html.Of($"""
            <h1>{Wording.Count(figures.Length, "figure")}</h1>
            <p class="meta">Figures are never summed. A standing count is what stood at its day; others are what one event added.</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Figures">
            <table class="grid"><thead><tr><th scope="col">What</th><th scope="col">Count</th><th scope="col">Place</th><th scope="col">As of</th><th scope="col">Says</th><th scope="col">Status</th></tr></thead>
            <tbody>{figures.Select(figure => Html.Of($"""
            <tr data-figure="{figure.Id}"><th scope="row">{parts.Figure(figure)}{Html.If(figure.Stock, $" <span class=\"meta\">standing count</span>")}</th><td class="amount">{Wording.Amount(figure)}</td><td>{parts.Place(figure.Place)}</td><td>{Wording.When(figure.When)}</td><td>{view.Confidence.Clause(figure.Claims)}</td><td>{Parts.Badge(figure)}</td></tr>

            """))}</tbody></table>
            </div>
            """)) { Count = figures.Length };
    }
}
