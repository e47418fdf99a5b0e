using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sitrep.Web.Markup;
using Sitrep.Web.Pages;
using Sitrep.Web.Pages.Review;
using Sitrep.Web.Records;
using Sitrep.Web.Running;
using Sitrep.Web.Safety;

namespace Sitrep.Web.Api;

/// <summary>Everything below <c>/api</c>: the list of operations, and what they have in common.</summary>
internal sealed class ApiOperations
{
    /// <summary>How long an answer waits for what the desk was opened with to be read; programs ask again.</summary>
    private static readonly TimeSpan OpeningMax = TimeSpan.FromSeconds(60);

    internal static readonly ApiParameter AsOf = new("as_of", "query", """{"type":"string","format":"date"}""", "Only what was published up to the end of this day. Without it: everything.") { Example = "2017-11-09" };
    internal static readonly ApiParameter Id = new("id", "path", """{"type":"string"}""", "Its id.");
    internal static readonly ApiAnswer Missing = new(404, "application/problem+json", """{"$ref":"#/components/schemas/problemDocument"}""", "There is no such thing in the record as of the day.");

    private readonly RecordBook _book;
    private readonly ReadingDesk _reading;

    /// <param name="mayBePrivate">False where others than this machine's user give addresses to fetch.</param>
    public ApiOperations(RecordBook book, ReadingDesk reading, Ruler ruler, AuditLog audit, bool mayBePrivate)
    {
        (_book, _reading) = (book, reading);
        var record = new ApiAnswer(200, "application/json", """{"$ref":"#/components/schemas/record"}""", "The record, sitrep-record/1.");
        Routes =
        [
            new ApiRoute("GET", "/api/v1/record", "getRecord", "The record whole.", [AsOf], [record], AnswerRecordAsync),
            new ApiRoute("GET", "/api/record", "getRecordUnversioned", "The same, at an address without a version.", [AsOf], [record], AnswerRecordAsync),
            new ApiRoute("GET", "/api/v1/situation", "getSituation", "What the first page of the desk shows: events with coordinates, control, figures.", [AsOf, Day("on", "The day looked at."), Day("since", "What was published from this day on is new.")],
                [new ApiAnswer(200, "application/json", """{"type":"object"}""", "The situation; the form belongs to the desk and may change.")], AnswerSituationAsync),
            .. new RecordLists(ViewAsync).Routes(),
            .. new SearchOperations(ViewAsync).Routes(),
            .. new ReportOperations(reading, audit, mayBePrivate).Routes(),
            .. new RulingOperations(ViewAsync, ruler).Routes(),
            .. new ChangeOperations(ViewAsync, DayAsync).Routes(),
            .. new ExportOperations(ViewAsync, DayAsync).Routes(),
            .. new GazetteerOperations(book).Routes(),
            new ApiRoute("GET", Memento.Map, "getTimeMap", "The evenings of which another answer of this API can be asked for (RFC 7089).", [new ApiParameter("of", "query", """{"type":"string","pattern":"^/api/"}""", "The address of that answer, without its day.") { Required = true, Example = "/api/v1/record" }],
                [new ApiAnswer(200, "application/link-format", null, "A link for each evening on which something new was known.")], AnswerTimeMapAsync),
            new ApiRoute("GET", "/api/v1/openapi.json", "getOpenApi", "This document.", [], [new ApiAnswer(200, "application/json", """{"type":"object"}""", "OpenAPI 3.1.")], AnswerDocumentAsync),
        ];
    }

    public ImmutableArray<ApiRoute> Routes { get; }

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (ApiRoute route in Routes)
        {
            HashSet<string> known = [.. route.Parameters.Where(parameter => parameter.In == "query").Select(parameter => parameter.Name)];
            routes.MapMethods(route.Path, route.Method == "GET" ? ["GET", "HEAD"] : [route.Method], http =>
            {
                if (http.Request.Query.Keys.FirstOrDefault(name => !known.Contains(name)) is { } stray)
                {
                    throw new BadQueryException($"{stray}: not a parameter of {route.Path}. Expected {(known.Count == 0 ? "none" : string.Join(", ", known))}.");
                }
                return known.Contains(AsOf.Name) && Memento.Answered(http) ? Task.CompletedTask : route.Handle(http);
            });
        }
        routes.MapFallback("/api/{**rest}", http => ApiWriter.ProblemAsync(http, 404, "not-found", "Not found", "There is no such operation; /api/v1/openapi.json lists them."));
    }

    /// <summary>The record as of the day asked for, once what the desk was opened with has been read.</summary>
    private async Task<RecordView> ViewAsync(HttpContext http)
    {
        DateOnly? asOf = ViewState.Day(http.Request.Query, "as_of");
        try
        {
            await _reading.Opened.WaitAsync(OpeningMax, http.RequestAborted);
        }
        catch (TimeoutException)
        {
            http.Response.Headers.RetryAfter = "30";
            throw new ApiProblem(503, "still-reading", "Still reading", "What the desk was opened with is still being read. Ask again.");
        }
        return await _book.ViewAsync(asOf, http.RequestAborted);
    }

    /// <summary>The record as of another day than the one asked for.</summary>
    private Task<RecordView> DayAsync(DateOnly? day, HttpContext http) => _book.ViewAsync(day, http.RequestAborted);

    private async Task AnswerRecordAsync(HttpContext http)
    {
        RecordView view = await ViewAsync(http);
        await ApiWriter.AnswerAsync(http, view.Version, "application/json; charset=utf-8", () => view.Json);
    }

    private async Task AnswerSituationAsync(HttpContext http)
    {
        ViewState state = ViewState.Of(http.Request.Query);
        RecordView view = await ViewAsync(http);
        await ApiWriter.AnswerAsync(http, view.Version, "application/json; charset=utf-8", () => JsonText.Of(new Situation(view, state).Data(), PagesJson.Default.SituationData).ToBytes());
    }

    private async Task AnswerTimeMapAsync(HttpContext http)
    {
        string of = http.Request.Query["of"].ToString();
        if (!of.StartsWith("/api/", StringComparison.Ordinal) || of.AsSpan().IndexOfAny("<>\"\r\n") >= 0) throw new BadQueryException("of: expected the path of an answer of this API, as /api/v1/record.");
        RecordView view = await ViewAsync(http);
        await ApiWriter.AnswerAsync(http, view.Version, "application/link-format", () => Memento.TimeMap(view, of));
    }

    private Task AnswerDocumentAsync(HttpContext http)
    {
        byte[] document = OpenApiDocument.Write(Routes);
        return ApiWriter.AnswerAsync(http, OpenApiDocument.Version(document), "application/json; charset=utf-8", () => document);
    }

    private static ApiParameter Day(string name, string description) => new(name, "query", """{"type":"string","format":"date"}""", description);
}
