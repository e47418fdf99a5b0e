using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Running;

namespace Sitrep.Web.Pages.Upload;

/// <summary>Where reports are added: files, pasted text, addresses; and what became of those that were.</summary>
internal static class UploadPage
{
    /// <param name="token">Of the form.</param>
    public static Page Of(ViewState state, ReadingStatus status, Html token)
    {
        ReadingCount now = status.Now;
        return new Page("upload", "/upload", "Add reports", Html.Of($"""
            <h1>Add reports</h1>
            <p id="reading" class="meta">{Wording.Count(now.Read, "report")} read, {Wording.Number(now.Known)} known already, {Wording.Number(now.SetAside)} set aside since the desk was opened.{Html.If(now.Busy, $" <strong>Reading…</strong>")}</p>
            <form id="upload" method="post" action="/upload" enctype="multipart/form-data">
            {token}
            <div id="drop" class="drop"><label for="files">Files: text, HTML, JSON, JSON Lines, feeds, web archives, PDF</label> <input id="files" name="files" type="file" multiple></div>
            <p><label for="text">Or paste a report</label><br><textarea id="text" name="text" rows="8" maxlength="{UploadLimits.TextCharacters}"></textarea></p>
            <p><label for="name">What the pasted report is called</label> <input id="name" name="name" maxlength="120" placeholder="2017-11-09-outlet.txt"></p>
            <p><label for="addresses">Or addresses, one a line</label><br><textarea id="addresses" name="addresses" rows="3"></textarea></p>
            <button>Read them</button>
            </form>
            <h2>Read since the desk was opened</h2>
            <ul id="found" aria-live="polite">{status.Recent.Select(found => found switch
            {
                FoundReport report => Html.Of($"<li data-report=\"{report.Report}\"><a href=\"{state.Link($"/reports/{report.Report}")}\">{Html.Words(report.Title ?? Wording.Line(report.Input, 160))}</a> <span class=\"meta\">{Html.Words(report.Outlet)}, {Wording.Day(report.Published)}; {Wording.Count(report.Claims, "claim")}</span></li>"),
                FoundProblem problem => Html.Of($"<li class=\"problem\">{Html.Words(Wording.Line(problem.Input, 160))}: {Html.Words(Wording.Line(problem.Message, 400))} <span class=\"meta\">code {problem.Code}</span></li>"),
                _ => Html.Empty,
            })}</ul>
            """));
    }
}
