using Microsoft.AspNetCore.Http;
using Sitrep.Web.Api;
using Sitrep.Web.Markup;
using Sitrep.Web.Pages;

namespace Sitrep.Web.Serving;

/// <summary>Says no in the form that whoever asks can read: a page to a browser, a problem document to a program.</summary>
internal static class Refusal
{
    public static Task SendAsync(HttpContext http, int status, string code, string title, string detail)
    {
        bool browses = !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (!browses) return ApiWriter.ProblemAsync(http, status, code, title, detail);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(Layout.Frame(ErrorPage.Of(status, title, detail), PageWriter.NoState, null, Html.Empty).ToString(), http.RequestAborted);
    }
}
