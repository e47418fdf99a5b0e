using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Publish.Exports;
using Sitrep.Web.Pages;
using Sitrep.Web.Records;

namespace Sitrep.Web.Api;

/// <summary>The record in the forms of the field, each at an address of its own, and as feeds that readers of feeds come back to.</summary>
/// <param name="day">The record as of a day.</param>
internal sealed class ExportOperations(Func<HttpContext, Task<RecordView>> view, Func<DateOnly?, HttpContext, Task<RecordView>> day)
{
    private static readonly ApiParameter From = new("from", "query", """{"type":"string","format":"date"}""", "What the record of this evening held and this one does not is told as taken back. Without it: the day before the last publication.");

    private readonly Lazy<RecordExports> _exports = new(() => RecordExports.Load(DataFolder.Find()));

    public IEnumerable<ApiRoute> Routes()
    {
        foreach ((ExportFormat format, string name, string file, string mediaType) in RecordExports.All)
        {
            bool feed = format is ExportFormat.Atom or ExportFormat.JsonFeed;
            yield return Route($"/api/v1/exports/{name}", $"export{Pascal(name)}", $"The record as {name}.", format, mediaType, feed, feed ? null : file);
        }
        yield return Route("/api/v1/changes.atom", "changesAtom", "A feed of what is told and what was taken back.", ExportFormat.Atom, MediaType(ExportFormat.Atom), true, null);
        yield return Route("/api/v1/changes.json", "changesJson", "The same as JSON Feed.", ExportFormat.JsonFeed, MediaType(ExportFormat.JsonFeed), true, null);
    }

    private ApiRoute Route(string path, string name, string summary, ExportFormat format, string mediaType, bool feed, string? file) => new(
        "GET", path, name, summary, feed ? [ApiOperations.AsOf, From] : [ApiOperations.AsOf],
        [new ApiAnswer(200, mediaType.Split(';')[0], null, "The headers Sitrep-Rows and Sitrep-Left-Out count what was written and what the form cannot hold.")], http => AnswerAsync(http, format, mediaType, feed, file));

    private async Task AnswerAsync(HttpContext http, ExportFormat format, string mediaType, bool feed, string? file)
    {
        RecordView record = await view(http);
        RecordView? before = feed && (ViewState.Day(http.Request.Query, "from") ?? record.Index.LastPublished?.AddDays(-1)) is { } from ? await day(from, http) : null;
        if (file is not null) http.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        await ApiWriter.AnswerAsync(http, before is null ? record.Version : $"{before.Version}-{record.Version}", mediaType, () =>
        {
            using var bytes = new MemoryStream();
            ExportTally tally = _exports.Value.Write(record.Whole, format, bytes, before?.Whole);
            http.Response.Headers["Sitrep-Rows"] = tally.Rows.ToString(CultureInfo.InvariantCulture);
            http.Response.Headers["Sitrep-Left-Out"] = tally.LeftOut.Length.ToString(CultureInfo.InvariantCulture);
            return bytes.ToArray();
        });
    }

    private static string MediaType(ExportFormat format) => RecordExports.All.First(known => known.Format == format).MediaType;

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
