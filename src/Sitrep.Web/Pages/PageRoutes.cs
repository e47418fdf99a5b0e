using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sitrep.Web.Markup;
using Sitrep.Web.Pages.Actors;
using Sitrep.Web.Pages.Events;
using Sitrep.Web.Pages.Figures;
using Sitrep.Web.Pages.Places;
using Sitrep.Web.Pages.Reports;
using Sitrep.Web.Pages.Sources;
using Sitrep.Web.Running;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages;

/// <summary>Addresses of the pages.</summary>
internal sealed class PageRoutes(RecordBook book, ReadingDesk reading)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", View((view, state, _) => SituationPage.Of(view, state)));
        routes.MapGet("/events/{id}", View((view, state, http) => EventPage.Of(view, state, Id(http))));
        routes.MapGet("/places", View((view, state, _) => PlacesPage.Of(view, state)));
        routes.MapGet("/places/{id}", View((view, state, http) => PlacePage.Of(view, state, Id(http))));
        routes.MapGet("/figures", View((view, state, _) => FiguresPage.Of(view, state)));
        routes.MapGet("/figures/{id}", View((view, state, http) => FigurePage.Of(view, state, Id(http))));
        routes.MapGet("/actors", View((view, state, _) => ActorsPage.Of(view, state)));
        routes.MapGet("/actors/{id}", View((view, state, http) => ActorPage.Of(view, state, Id(http))));
        routes.MapGet("/sources", View((view, state, _) => SourcesPage.Of(view, state)));
        routes.MapGet("/sources/{id}", View((view, state, http) => SourcePage.Of(view, state, Id(http))));
        routes.MapGet("/sources/diff", View((view, state, http) => SourcePage.Difference(view, state, http.Request.Query["of"].FirstOrDefault(), http.Request.Query["with"].FirstOrDefault())));
        routes.MapGet("/reports", View((view, state, _) => ReportsPage.Of(view, state)));
        routes.MapGet("/reports/{id}", View((view, state, http) => ReportPage.Of(view, state, Id(http), http.Request.Query["claim"].FirstOrDefault(), ViewState.Words(http.Request.Query, "layer"))));
        routes.MapFallback(http => WriteAsync(http, ErrorPage.NotFound(), NoState, null));
    }

    private static string Id(HttpContext http) => http.Request.RouteValues["id"] as string ?? "";

    private static ViewState NoState { get; } = new(null, null, null);

    /// <param name="make">Null when there is no such thing in the record as of the day.</param>
    private RequestDelegate View(Func<RecordView, ViewState, HttpContext, Page?> make) => async http =>
    {
        ViewState state;
        try
        {
            state = ViewState.Of(http.Request.Query);
        }
        catch (BadQueryException e)
        {
            await WriteAsync(http, ErrorPage.BadQuery(e.Message), NoState, null);
            return;
        }
        if (!book.IsReady)
        {
            await WriteAsync(http, ProgressPage.Of(reading.Status.Now), state, null);
            return;
        }
        RecordView view = await book.ViewAsync(state.AsOf, http.RequestAborted);
        if (view.Record.Reports.IsEmpty && state.AsOf is null && reading.Status.Now is { Busy: true } busy)
        {
            await WriteAsync(http, ProgressPage.Of(busy), state, null);
            return;
        }
        Page page;
        try
        {
            page = make(view, state, http) ?? ErrorPage.NotFound();
        }
        catch (BadQueryException e)
        {
            page = ErrorPage.BadQuery(e.Message);
        }
        await WriteAsync(http, page, state, view);
    };

    private static Task WriteAsync(HttpContext http, Page page, ViewState state, RecordView? view)
    {
        http.Response.StatusCode = page.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        if (page.Key == "progress") http.Response.Headers["Refresh"] = "1";   // without scripts too
        Html html = http.Request.Query.ContainsKey("fragment") ? page.Body : Layout.Frame(page, state, view, Html.Empty);
        return http.Response.WriteAsync(html.ToString(), http.RequestAborted);
    }
}
