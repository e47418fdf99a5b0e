using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;
using Sitrep.Web.Safety;

namespace Sitrep.Web.Pages;

/// <summary>Puts pages into their frame and sends them; turns what went wrong into a page that says so.</summary>
internal sealed class PageWriter(Gate gate, Forms forms)
{
    public static ViewState NoState { get; } = new(null, null, null);

    /// <summary>Sends a page, or its body alone where a script asks for a fragment.</summary>
    /// <param name="view">Null where no record is at hand.</param>
    public Task SendAsync(HttpContext http, Page page, ViewState state, RecordView? view)
    {
        http.Response.StatusCode = page.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = gate.HasKeys ? "no-store" : "no-cache";
        if (page.Key == "progress") http.Response.Headers["Refresh"] = "1";   // without scripts too
        Html html = http.Request.Query.ContainsKey("fragment") ? page.Body : Layout.Frame(page, state, view, Account(http));
        return http.Response.WriteAsync(html.ToString(), http.RequestAborted);
    }

    /// <summary>Turns what a person can mend into a page.</summary>
    public async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (BadQueryException e)
        {
            await SendAsync(http, ErrorPage.BadQuery(e.Message), NoState, null);
        }
        catch (AntiforgeryValidationException)
        {
            await SendAsync(http, ErrorPage.Of(400, "This form is too old", "It was opened before the desk was, or in another browser. Go back, load the page again and send it once more."), NoState, null);
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            await SendAsync(http, ErrorPage.Of(e.StatusCode, "This was not understood", e.StatusCode == 413 ? "It is larger than the desk takes at a time; give large inputs on the command line." : "The request was cut off or malformed. Send it again."), NoState, null);
        }
        catch (InvalidDataException e) when (!http.Response.HasStarted)
        {
            await SendAsync(http, ErrorPage.Of(400, "This form was not understood", e.Message), NoState, null);   // a broken or oversized form
        }
    }

    private Html Account(HttpContext http)
    {
        if (!gate.HasKeys || http.User.Identity?.Name is not { } name) return Html.Empty;
        return Html.Of($"""<form id="account" method="post" action="/sign-out">{forms.Token(http)}<span class="meta">{Html.Words(name)}</span> <button>Sign out</button></form>""");
    }
}
