using Microsoft.AspNetCore.Http;
using Sitrep.Pipeline.Publish.Changes;
using Sitrep.Web.Pages;
using Sitrep.Web.Records;

namespace Sitrep.Web.Api;

/// <summary>What one knew on one day and not on another.</summary>
/// <param name="day">The record as of a day.</param>
internal sealed class ChangeOperations(Func<HttpContext, Task<RecordView>> view, Func<DateOnly?, HttpContext, Task<RecordView>> day)
{
    private static readonly ApiParameter From = new("from", "query", """{"type":"string","format":"date"}""", "The evening that changes are told from. Without it: the day before the last publication.");

    public IEnumerable<ApiRoute> Routes() =>
    [
        new("GET", "/api/v1/diff", "getDiff", "What became known between two evenings: new, confirmed, disputed, revised, reversed, retracted, merged, expected.", [From, ApiOperations.AsOf],
            [new ApiAnswer(200, "application/json", """{"type":"object","required":["schema","from","to","changes"],"properties":{"schema":{"const":"sitrep-changes/1"},"from":{"type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"to":{"type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"changes":{"type":"array","items":{"type":"object"}}}}""", "sitrep-changes/1")], AnswerDifferenceAsync),
    ];

    private async Task AnswerDifferenceAsync(HttpContext http)
    {
        RecordView after = await view(http), before = await BeforeAsync(http, after);
        await ApiWriter.AnswerAsync(http, $"{before.Version}-{after.Version}", "application/json; charset=utf-8", () =>
        {
            using var bytes = new MemoryStream();
            ChangesDocument.Write(before.Whole, after.Whole, ChangesFormat.Json, bytes);
            return bytes.ToArray();
        });
    }

    private async Task<RecordView> BeforeAsync(HttpContext http, RecordView after)
    {
        DateOnly? last = after.Record.AsOf ?? after.Index.LastPublished;
        DateOnly? from = ViewState.Day(http.Request.Query, "from") ?? after.Index.LastPublished?.AddDays(-1);
        if (from is { } start && last is { } end && start >= end) throw new BadQueryException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"from: expected a day before {end:yyyy-MM-dd}."));
        return await day(from, http);
    }
}
