using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sitrep.Web.Pages;
using Sitrep.Web.Records;

namespace Sitrep.Web.Api;

/// <summary>The record whole, in its published form.</summary>
internal sealed class RecordRoutes(RecordBook book)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/record", AnswerAsync);
        routes.MapGet("/api/v1/record", AnswerAsync);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        RecordView view = await book.ViewAsync(ViewState.Day(http.Request.Query, "as_of"), http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.Body.WriteAsync(view.Json, http.RequestAborted);
    }
}
