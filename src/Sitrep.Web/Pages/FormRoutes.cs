using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Web.Pages.Review;
using Sitrep.Web.Pages.Upload;
using Sitrep.Web.Records;
using Sitrep.Web.Running;
using Sitrep.Web.Safety;

namespace Sitrep.Web.Pages;

/// <summary>Addresses of the pages that change something: adding reports, signing in and out.</summary>
/// <param name="mayBePrivate">False where others than this machine's user give addresses to fetch.</param>
internal sealed class FormRoutes(PageWriter writer, Forms forms, Gate gate, ReadingDesk reading, RecordBook book, Ruler ruler, AuditLog audit, bool mayBePrivate)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/upload", http => writer.SendAsync(http, UploadPage.Of(ViewState.Of(http.Request.Query), reading.Status, forms.Token(http)), ViewState.Of(http.Request.Query), null));
        routes.MapPost("/upload", UploadAsync);
        routes.MapPost("/review", RuleAsync);
        routes.MapGet("/sign-in", http => writer.SendAsync(http, SignInPage.Of(forms.Token(http), SignInPage.Local(http.Request.Query["next"]), wrong: false), PageWriter.NoState, null));
        routes.MapPost("/sign-in", SignInAsync);
        routes.MapPost("/sign-out", SignOutAsync);
    }

    private async Task UploadAsync(HttpContext http)
    {
        await forms.CheckAsync(http);
        (ReadingJob job, string told) = await UploadForm.TakeAsync(await http.Request.ReadFormAsync(http.RequestAborted), mayBePrivate, http.RequestAborted);
        if (!reading.Add(job))
        {
            job.Delete();
            throw new BadQueryException("Too much waits to be read already; expected a little patience. Send it again later.");
        }
        audit.Note(Gate.Of(http).Name, "upload", told);
        if (WantsJson(http)) http.Response.StatusCode = StatusCodes.Status202Accepted;
        else
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = "/upload";
        }
    }

    private async Task RuleAsync(HttpContext http)
    {
        await forms.CheckAsync(http);
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        string? value = form["value"].ToString() is { Length: > 0 } grade ? grade : null;
        RulingVerb verb = Ruler.Verb(form["verb"]);
        RecordView view = await book.ViewAsync(null, http.RequestAborted);
        if (verb == RulingVerb.Place) value ??= await ruler.WhereAsync(view, form["target"].ToString(), form["spot"].ToString(), Kilometres(form["radius"].ToString()), http.RequestAborted);
        Ruling ruling = ruler.Rule(view, new RulingRequest(verb, form["target"].ToString(), Ruler.More(form["more"]), value, Gate.Of(http).Name, form["reason"].ToString()));
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        string back = SignInPage.Local(form["back"]);
        http.Response.Headers.Location = back == "/review" ? string.Create(CultureInfo.InvariantCulture, $"/review#ruling-{ruling.Sequence}") : back;
    }

    private async Task SignInAsync(HttpContext http)
    {
        await forms.CheckAsync(http);
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        string next = SignInPage.Local(form["next"]);
        if (gate.SignIn(http, form["key"].ToString()) is null)
        {
            await writer.SendAsync(http, SignInPage.Of(forms.Token(http), next, wrong: true), PageWriter.NoState, null);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = next;
    }

    private async Task SignOutAsync(HttpContext http)
    {
        await forms.CheckAsync(http);
        Gate.SignOut(http);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = "/sign-in";
    }

    private static double? Kilometres(string typed) => typed.Length == 0 ? null : double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out double km) ? km : throw new BadQueryException("radius: expected a number of kilometres.");

    private static bool WantsJson(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);
}
