using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Api;
using Sitrep.Web.Markup;
using Sitrep.Web.Pages.Actors;
using Sitrep.Web.Pages.Changes;
using Sitrep.Web.Pages.Events;
using Sitrep.Web.Pages.Figures;
using Sitrep.Web.Pages.Places;
using Sitrep.Web.Pages.Reports;
using Sitrep.Web.Pages.Review;
using Sitrep.Web.Pages.Search;
using Sitrep.Web.Pages.Sources;
using Sitrep.Web.Records;
using Sitrep.Web.Running;
using Sitrep.Web.Safety;
using Sitrep.Web.Serving;

namespace Sitrep.Web.Pages;

/// <summary>Addresses of the pages that only show.</summary>
internal sealed class PageRoutes(RecordBook book, ReadingStatus reading, PageWriter writer, Forms forms)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", View((view, state, _) => SituationPage.Of(view, state)));
        routes.MapGet("/situation.json", SituationAsync);
        routes.MapGet("/events/{id}", View((view, state, http) => EventPage.Of(view, state, Id(http), Rules(http))));
        routes.MapGet("/places", View((view, state, _) => PlacesPage.Of(view, state)));
        routes.MapGet("/places/{id}", View((view, state, http) => PlacePage.Of(view, state, Id(http))));
        routes.MapGet("/figures", View((view, state, _) => FiguresPage.Of(view, state)));
        routes.MapGet("/figures/{id}", View((view, state, http) => FigurePage.Of(view, state, Id(http), Rules(http))));
        routes.MapGet("/actors", View((view, state, _) => ActorsPage.Of(view, state)));
        routes.MapGet("/actors/{id}", View((view, state, http) => ActorPage.Of(view, state, Id(http), Rules(http))));
        routes.MapGet("/sources", View((view, state, _) => SourcesPage.Of(view, state)));
        routes.MapGet("/sources/{id}", View((view, state, http) => SourcePage.Of(view, state, Id(http))));
        routes.MapGet("/sources/diff", View((view, state, http) => SourcePage.Difference(view, state, One(http, "of"), One(http, "with"))));
        routes.MapGet("/reports", View((view, state, _) => ReportsPage.Of(view, state)));
        routes.MapGet("/reports/{id}", View((view, state, http) => ReportPage.Of(view, state, Id(http), One(http, "claim"), ViewState.Words(http.Request.Query, "layer"))));
        routes.MapGet("/search", View((view, state, http) => SearchPage.Of(view, state, One(http, "q"), One(http, "kind"))));
        routes.MapGet("/review", View((view, state, http) => ReviewPage.Of(view, state, Rules(http))));
        routes.MapGet("/review/place", PlacingAsync);
        routes.MapGet("/changes", ChangesAsync);
        routes.MapGet("/report", ReportAsync);
        routes.MapFallback(http => writer.SendAsync(http, ErrorPage.NotFound(), PageWriter.NoState, null));
    }

    /// <summary>Forms to rule by, for whoever may.</summary>
    private RulingForm Rules(HttpContext http) => new(Gate.Of(http).Role == Role.Analyst ? forms.Token(http) : Html.Empty, http.Request.Path + http.Request.QueryString);

    private static string Id(HttpContext http) => http.Request.RouteValues["id"] as string ?? "";

    private static string? One(HttpContext http, string name) => http.Request.Query[name].FirstOrDefault();

    /// <param name="make">Null when there is no such thing in the record as of the day.</param>
    private RequestDelegate View(Func<RecordView, ViewState, HttpContext, Page?> make) => async http =>
    {
        ViewState state = ViewState.Of(http.Request.Query);
        if (!book.IsReady)
        {
            await writer.SendAsync(http, ProgressPage.Of(reading.Now), state, null);
            return;
        }
        RecordView view = await book.ViewAsync(state.AsOf, http.RequestAborted);
        bool nothingYet = view.Record.Reports.IsEmpty && state.AsOf is null && reading.Now.Busy;
        await writer.SendAsync(http, nothingYet ? ProgressPage.Of(reading.Now) : make(view, state, http) ?? ErrorPage.NotFound(), state, nothingYet ? null : view);
    };

    /// <summary>What the scripts of the first page work on, where it is too much to stand inside it. Unlike the API it does not wait for reading to end: it is of the record that the page shows.</summary>
    private async Task SituationAsync(HttpContext http)
    {
        ViewState state = ViewState.Of(http.Request.Query);
        RecordView view = await book.ViewAsync(state.AsOf, http.RequestAborted);
        await ApiWriter.AnswerAsync(http, view.Version, "application/json; charset=utf-8", () => JsonText.Of(new Situation(view, state).Data(), PagesJson.Default.SituationData).ToBytes());
    }

    private async Task PlacingAsync(HttpContext http)
    {
        ViewState state = ViewState.Of(http.Request.Query);
        RecordView view = await book.ViewAsync(null, http.RequestAborted);      // a ruling is on what is known, not on what was known on some day
        Html token = Gate.Of(http).Role == Role.Analyst ? forms.Token(http) : Html.Empty;
        await writer.SendAsync(http, PlacingPage.Of(view, state, One(http, "target") ?? "", One(http, "name"), await book.GazetteerAsync(http.RequestAborted), token) ?? ErrorPage.NotFound(), state, view);
    }

    /// <summary>Two records are compared: a second one is folded where that day has not been looked at.</summary>
    private async Task ChangesAsync(HttpContext http)
    {
        ViewState state = ViewState.Of(http.Request.Query);
        RecordView view = await book.ViewAsync(state.AsOf, http.RequestAborted);
        DateOnly? last = state.AsOf ?? view.Index.LastPublished;
        if ((ViewState.Day(http.Request.Query, "from") ?? view.Index.LastPublished?.AddDays(-1)) is not { } from) throw new BadQueryException("No report is dated, so new and known cannot be told apart; expected at least one that is.");
        if (from >= last) throw new BadQueryException($"from: expected a day before {Wording.Day(last)}, the last one that is known.");
        await writer.SendAsync(http, ChangesPage.Of(view, await book.ViewAsync(from, http.RequestAborted), state, from), state, view);
    }

    /// <summary>The situation report as one page to print or keep; it carries a policy of its own, stricter than the desk's.</summary>
    private async Task ReportAsync(HttpContext http)
    {
        RecordView view = await book.ViewAsync(ViewState.Of(http.Request.Query).AsOf, http.RequestAborted);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = Policy.OfDocuments;
        using var page = new MemoryStream();
        PublishStage.Write(view.Record, PublishFormat.Html, page);
        await http.Response.Body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), http.RequestAborted);
    }
}
