using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Reports;

/// <summary>One report: its text with what was read in it, and what was left out and why.</summary>
internal sealed class ReportPage
{
    private static readonly string[] Layers = ["zones", "claims", "mentions"];

    private readonly RecordView _view;
    private readonly ViewState _state;
    private readonly Parts _parts;
    private readonly Report _report;
    private readonly LedgerClaim[] _claims;

    private ReportPage(RecordView view, ViewState state, Report report)
    {
        (_view, _state, _parts, _report) = (view, state, new Parts(view, state), report);
        _claims = [.. view.Record.Claims.Where(claim => claim.Claim.ReportId == report.Id).OrderBy(claim => claim.Claim.Span.Start).ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal)];
    }

    /// <param name="claim">Id of the claim whose words are marked; null for none.</param>
    /// <param name="layers">Which of "zones", "claims", "mentions" are shown; empty: claims.</param>
    /// <returns>Null when the record has no such report as of the day.</returns>
    public static Page? Of(RecordView view, ViewState state, string id, string? claim, IReadOnlyCollection<string> layers)
    {
        if (!view.Index.HasReport(id)) return null;
        Report report = view.Index.Report(id);
        string title = Wording.Line(report.Title is { Length: > 0 } named ? named : report.Input, 160);
        return new Page("report", "/reports", title, new ReportPage(view, state, report).Body(title, claim, layers.Count == 0 ? ["claims"] : layers)) { Id = id };
    }

    private Html Body(string title, string? hit, IReadOnlyCollection<string> layers)
    {
        string shown = string.Join(' ', Layers.Where(layers.Contains).Select(layer => $"show-{layer}"));
        return Html.Of($"""
            <h1>{Html.Words(title)}</h1>
            {Facts()}
            <form id="layers" method="get" action="/reports/{_report.Id}"><fieldset><legend>Show in the text</legend>{Layers.Select(layer => Html.Of($"""<label><input type="checkbox" name="layer" value="{layer}"{Html.If(layers.Contains(layer), $" checked")}> {layer}</label> """))}{Layout.Hidden(_state, _ => true)}{Html.If(hit is not null, $"<input type=\"hidden\" name=\"claim\" value=\"{hit}\">")}<button>Show</button></fieldset></form>
            <div class="reading">
            <article id="report-text" class="{shown}">{new ReportText(_report, _claims, hit).Paragraphs()}</article>
            <aside id="report-claims" aria-labelledby="claims-heading"><h2 id="claims-heading">{Wording.Count(_claims.Length, "claim")}</h2>
            <ol>{_claims.Select(claim => Line(claim, hit))}</ol>
            {LeftOut()}
            </aside>
            </div>
            """);
    }

    private Html Facts()
    {
        string dispatch = _view.DispatchOf(_report.Id);
        Html address = _report.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? at) && at.Scheme is "http" or "https"
            ? Html.Of($"<dt>Address</dt><dd><a href=\"{url}\" rel=\"noreferrer nofollow\"><bdi>{Wording.Line(url, 200)}</bdi></a></dd>") : Html.Empty;
        return Html.Of($"""
            <dl class="facts">
            <dt>Published</dt><dd>{Html.Words(RecordIndex.Publisher(_report))}, {Wording.Day(_report.Published)} <span class="meta">({DateGround(_report.PublishedBasis)})</span></dd>
            {Html.If(_report.Dateline is not null, $"<dt>Dateline</dt><dd>{Html.Words(_report.Dateline?.Place)} {Html.If(_report.Dateline?.Date is not null, $"{Wording.Day(_report.Dateline?.Date)}")}</dd>")}
            {Html.If(!_report.Bylines.IsEmpty, $"<dt>By</dt><dd>{Html.Words(Wording.Line(string.Join(", ", _report.Bylines), 200))}</dd>")}
            <dt>Telling</dt><dd>{_parts.Source(dispatch, _report.Id)} <span class="meta">{Wording.Count(_view.Index.Dispatch(dispatch)?.Reports.Length ?? 1, "report")}</span></dd>
            {address}
            <dt>Received as</dt><dd><bdi>{Wording.Line(_report.Input, 200)}</bdi> <span class="meta">SHA-256 {_report.Sha256[..12]}…</span></dd>
            </dl>
            """);
    }

    private Html Line(LedgerClaim claim, string? hit)
    {
        Html about = _view.Index.Event(claim.About) is { } happening ? _parts.Event(happening)
            : _view.Index.Figure(claim.About) is { } figure ? _parts.Figure(figure) : _parts.Actor(claim.About);
        return Html.Of($"""
            <li class="st-{Spelling.Kebab(claim.Claim.Stance)}"{Html.If(claim.Claim.Id == hit, $" aria-current=\"true\"")}><a href="#{claim.Claim.Id}">{Html.Words(_view.Index.Speaker(claim))}</a> {Spelling.Spaced(claim.Claim.Stance)}: {about}</li>

            """);
    }

    private Html LeftOut()
    {
        var unread = _report.Zones.Where(zone => zone.Kind is not (ZoneKind.Body or ZoneKind.Headline or ZoneKind.Byline or ZoneKind.Dateline)).GroupBy(zone => zone.Kind).OrderBy(group => group.Key).ToArray();
        int body = _report.Body.Count(), said = _report.Body.Count(paragraph => _claims.Any(claim => claim.Claim.Span.Overlaps(paragraph)));
        Problem[] problems = [.. _view.Record.Problems.Where(problem => problem.ReportId == _report.Id)];
        return Html.Of($"""
            <h2>What was left out</h2>
            <ul class="left-out">
            <li>{(said == body ? "No paragraph of the body" : $"{Wording.Count(body - said, "paragraph")} of {body} of the body {(body - said == 1 ? "carries" : "carry")} no claim that was understood")}.</li>
            {unread.Select(group => Html.Of($"<li>{Wording.Count(group.Count(), "stretch", "stretches")}: {ReportText.Label(group.Key)}.</li>"))}
            {problems.Select(problem => Html.Of($"<li>{Html.Words(Wording.Line(problem.Message, 400))} <span class=\"meta\">code {(int)problem.Code}</span></li>"))}
            </ul>
            """);
    }

    private static string DateGround(DateBasis basis) => basis switch
    {
        DateBasis.Metadata => "given beside the text",
        DateBasis.Dateline => "from the dateline",
        DateBasis.Text => "from a line of the text",
        DateBasis.Inferred => "worked out",
        _ => "no evidence",
    };
}
