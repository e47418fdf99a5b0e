using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Sitrep.Store.Search;
using Sitrep.Web.Pages;
using Sitrep.Web.Pages.Search;
using Sitrep.Web.Records;

namespace Sitrep.Web.Api;

/// <summary>Search by program.</summary>
internal sealed class SearchOperations(Func<HttpContext, Task<RecordView>> view)
{
    private const int LimitUsual = 40, LimitMost = 200;

    private static readonly ApiParameter[] Parameters =
    [
        new("q", "query", """{"type":"string","maxLength":200}""", "Words: all must be there; “in a row” in quotation marks; -word: not there.") { Example = "observatory -denied" },
        new("kind", "query", """{"type":"string","enum":["event","claim","figure","report","actor","place"]}""", "Hits of one kind."),
        new("limit", "query", """{"type":"integer","minimum":1,"maximum":200,"default":40}""", "Hits of one answer."),
        ApiOperations.AsOf,
    ];

    public IEnumerable<ApiRoute> Routes() =>
    [
        new("GET", "/api/v1/search", "search", "Everything in which the words stand, the best first.", [.. Parameters],
            [new ApiAnswer(200, "application/json", """{"type":"object","required":["counts","hits"],"properties":{"counts":{"type":"object"},"hits":{"type":"array","items":{"type":"object","required":["kind","id","title","snippet"],"properties":{"kind":{"type":"string"},"id":{"type":"string"},"title":{"type":"string"},"snippet":{"type":"array","items":{"type":"object","required":["text","matched"],"properties":{"text":{"type":"string"},"matched":{"type":"boolean"}}}}}}}}}""", "Hits.")], AnswerAsync),
    ];

    private async Task AnswerAsync(HttpContext http)
    {
        string typed = http.Request.Query["q"].ToString().Trim();
        string? kind = http.Request.Query["kind"].ToString() is { Length: > 0 } given ? given : null;
        SearchPage.Check(typed, kind);
        int limit = ViewState.Number(http.Request.Query, "limit", LimitUsual, 1, LimitMost);
        RecordView record = await view(http);
        await ApiWriter.AnswerAsync(http, record.Version, "application/json; charset=utf-8", () => ApiWriter.Json(json =>
        {
            ImmutableArray<SearchHit> hits = record.Search.Find(typed, kind, limit);
            json.WriteStartObject();
            json.WriteStartObject("counts");
            foreach ((string counted, int count) in record.Search.Count(typed)) json.WriteNumber(counted, count);
            json.WriteEndObject();
            json.WriteStartArray("hits");
            foreach (SearchHit hit in hits)
            {
                json.WriteStartObject();
                json.WriteString("kind", hit.Kind);
                json.WriteString("id", hit.Id);
                json.WriteString("title", hit.Title);
                json.WriteStartArray("snippet");
                foreach (SnippetPiece piece in hit.Snippet)
                {
                    json.WriteStartObject();
                    json.WriteString("text", piece.Text);
                    json.WriteBoolean("matched", piece.Matched);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }
}
