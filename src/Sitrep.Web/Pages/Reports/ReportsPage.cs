using Sitrep.Model.Reports;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Reports;

/// <summary>All reports, and the inputs that are none.</summary>
internal static class ReportsPage
{
    /// <summary>Rows of one page.</summary>
    private const int RowsMax = 500;

    public static Page Of(RecordView view, ViewState state)
    {
        var parts = new Parts(view, state);
        ILookup<string, int> claims = view.Record.Claims.ToLookup(claim => claim.Claim.ReportId, _ => 1, StringComparer.Ordinal);
        Problem[] aside = [.. view.Record.Problems.Where(problem => problem.SetAside)];
        return new Page("reports", "/reports", "Reports", Html.Of($"""
            <h1>{Wording.Count(view.Record.Reports.Length, "report")}</h1>
            <div class="scroll" tabindex="0" role="region" aria-label="Reports">
            <table class="grid"><thead><tr><th scope="col">Published</th><th scope="col">Outlet</th><th scope="col">Report</th><th scope="col">Telling</th><th scope="col">Claims</th></tr></thead>
            <tbody>{view.Record.Reports.Skip((state.Page - 1) * RowsMax).Take(RowsMax).Select(report => Html.Of($"""
            <tr><td>{Wording.Day(report.Published)}</td><td>{Html.Words(RecordIndex.Publisher(report))}</td><th scope="row"><a href="{state.Link($"/reports/{report.Id}")}">{Html.Words(Wording.Line(report.Title is { Length: > 0 } title ? title : report.Input, 160))}</a></th><td>{parts.Source(view.DispatchOf(report.Id), report.Id)}</td><td>{claims[report.Id].Count()}</td></tr>

            """))}</tbody></table>
            </div>
            {Html.If(view.Record.Reports.Length > state.Page * RowsMax, $"<p><a href=\"{(state with { Page = state.Page + 1 }).Whole("/reports")}\">More</a></p>")}
            {Html.If(aside.Length > 0, $"<section id=\"set-aside\"><h2>Set aside</h2><ul>{aside.Select(problem => Html.Of($"<li>{Html.Words(Wording.Line(problem.Input, 200))}: {Html.Words(Wording.Line(problem.Message, 400))} <span class=\"meta\">code {(int)problem.Code}</span></li>"))}</ul></section>")}
            """)) { Count = view.Record.Reports.Length };
    }
}
