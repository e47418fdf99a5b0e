using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Sitrep.Web.Pages;
using Sitrep.Web.Records;

namespace Sitrep.Web.Api;

/// <summary>The lists of the record, each item exactly as it stands in the record's published form.</summary>
internal sealed class RecordLists(Func<HttpContext, Task<RecordView>> view)
{
    private const int LimitUsual = 100, LimitMost = 1000;

    private static readonly ApiParameter Limit = new("limit", "query", """{"type":"integer","minimum":1,"maximum":1000,"default":100}""", "Items of one answer.");
    private static readonly ApiParameter CursorGiven = new("cursor", "query", """{"type":"string"}""", "Where to go on: “next” of the answer before. It holds as long as the record does not change.");

    private static readonly ApiParameter[] Narrowed =
    [
        Query("on", """{"type":"string","format":"date"}""", "What may have happened on this day.") with { Example = "2017-11-10" },
        Query("datetime", """{"type":"string"}""", "A day, or two with a stroke between; “..” for an open end.") with { Example = "2017-11-08/.." },
        Query("bbox", """{"type":"string"}""", "west,south,east,north in degrees, WGS 84; a west east of its east crosses the 180th meridian.") with { Example = "40,33,42,36" },
        Query("type", Many, "Types of event.") with { Example = "capture" }, Query("status", Many, "Statuses; “expected” for what nobody says has happened."), Query("place", Many, "Ids of places."),
        Query("actor", Many, "Ids of actors with a part in it."), Query("side", Many, "Sides of those actors."), Query("source", Many, "Ids of dispatches that speak of it."),
    ];

    private const string Many = """{"type":"array","items":{"type":"string"}}""";

    /// <param name="Key">In the record.</param>
    /// <param name="Id">The key of an item that names it.</param>
    /// <param name="Schema">Of one item, among the components of the document.</param>
    private sealed record List(string Path, string Key, string Id, string Schema, string One, string Summary)
    {
        public ApiParameter[] Filters { get; init; } = [];

        /// <summary>Which items are wanted; null for all.</summary>
        public Func<RecordView, HttpContext, Func<JsonElement, bool>?> Wanted { get; init; } = (_, _) => null;
    }

    private static readonly List[] Lists =
    [
        new("events", "events", "id", "event", "event", "What is claimed to have happened") { Filters = Narrowed, Wanted = Events },
        new("figures", "figures", "id", "figure", "figure", "Numbers somebody gives")
        {
            Filters = [Query("measure", Many, "What is counted."), Query("status", Many, "Statuses."), Query("place", Many, "Ids of places."), Query("event", Many, "Ids of events they count.")],
            Wanted = (_, http) => Matching(http, "measure", "status", "place", "event"),
        },
        new("control", "control", "place", "control", "control of a place", "Who holds which place on which days, by place")
        {
            Filters = [Query("place", Many, "Ids of places.")],
            Wanted = (_, http) => Matching(http, "place"),
        },
        new("places", "places", "id", "place", "place", "Places, placed or visibly unplaced"),
        new("actors", "actors", "id", "actor", "actor", "Persons, forces, states, bodies and outlets") { Filters = [Query("kind", Many, "Kinds of actor.")], Wanted = (_, http) => Matching(http, "kind") },
        new("sources", "sources", "id", "source", "source", "Everybody whose word counts once"),
        new("dispatches", "dispatches", "id", "dispatch", "dispatch", "Independent tellings, and which reports carry each"),
        new("reports", "reports", "id", "report", "report", "Reports as received"),
        new("claims", "claims", "id", "claim", "claim", "One source's word on one thing, with its words")
        {
            Filters = [Query("about", Many, "Ids of events, figures or actors."), Query("report", Many, "Ids of reports."), Query("dispatch", Many, "Ids of dispatches."), Query("stance", Many, "Stances.")],
            Wanted = (_, http) => Matching(http, "about", "report", "dispatch", "stance"),
        },
        new("persons", "persons", "actor", "person", "person", "What became of persons"),
        new("rulings", "rulings", "sequence", "ruling", "ruling", "What analysts ruled, in the order they did"),
        new("problems", "problems", "code", "problem", "problem", "What could not be read"),
    ];

    public IEnumerable<ApiRoute> Routes()
    {
        foreach (List list in Lists)
        {
            string item = $$"""{"$ref":"#/components/schemas/{{list.Schema}}"}""";
            yield return new ApiRoute("GET", $"/api/v1/{list.Path}", $"list{char.ToUpperInvariant(list.Path[0])}{list.Path[1..]}", $"{list.Summary}.", [ApiOperations.AsOf, .. list.Filters, Limit, CursorGiven],
                [new ApiAnswer(200, "application/json", ListOf(item), "A page of the list.")],
                http => AnswerListAsync(http, list));
            if (list.Key is "problems" or "rulings") continue;
            yield return new ApiRoute("GET", $"/api/v1/{list.Path}/{{id}}", $"get{char.ToUpperInvariant(list.Path[0])}{list.Path[1..]}", $"One {list.One}.", [ApiOperations.Id, ApiOperations.AsOf],
                [new ApiAnswer(200, "application/json", item, $"The {list.One}."), ApiOperations.Missing], http => AnswerItemAsync(http, list));
        }
    }

    private async Task AnswerListAsync(HttpContext http, List list)
    {
        RecordView record = await view(http);
        int limit = ViewState.Number(http.Request.Query, "limit", LimitUsual, 1, LimitMost), from = Cursor.Read(http.Request.Query["cursor"].FirstOrDefault(), record.Version);
        Func<JsonElement, bool>? wanted = list.Wanted(record, http);
        await ApiWriter.AnswerAsync(http, record.Version, "application/json; charset=utf-8", () =>
        {
            JsonElement[] all = [.. Items(record, list).Where(item => wanted?.Invoke(item) ?? true)];
            return ApiWriter.Json(json =>
            {
                json.WriteStartObject();
                if (record.Record.AsOf is { } day) json.WriteString("asOf", day.ToString("O", System.Globalization.CultureInfo.InvariantCulture)); else json.WriteNull("asOf");
                json.WriteString("version", record.Version);
                json.WriteNumber("total", all.Length);
                if (from + limit < all.Length) json.WriteString("next", Cursor.Write(record.Version, from + limit)); else json.WriteNull("next");
                json.WriteStartArray("items");
                foreach (JsonElement item in all.Skip(from).Take(limit)) item.WriteTo(json);
                json.WriteEndArray();
                json.WriteEndObject();
            });
        });
    }

    private async Task AnswerItemAsync(HttpContext http, List list)
    {
        RecordView record = await view(http);
        string id = http.Request.RouteValues["id"] as string ?? "";
        JsonElement item = Items(record, list).FirstOrDefault(item => item.GetProperty(list.Id).GetString() == id);
        if (item.ValueKind == JsonValueKind.Undefined) throw ApiProblem.NotFound(list.One, id);
        await ApiWriter.AnswerAsync(http, record.Version, "application/json; charset=utf-8", () => ApiWriter.Json(item.WriteTo));
    }

    private static JsonElement[] Items(RecordView record, List list) => record.Document.TryGetProperty(list.Key, out JsonElement items) ? [.. items.EnumerateArray()] : [];

    private static Func<JsonElement, bool> Events(RecordView record, HttpContext http)
    {
        ViewState state = ViewState.Of(http.Request.Query);
        EventQuery query = EventQuery.Of(http.Request.Query);
        HashSet<string> shown = [.. new Situation(record, state).Shown.Select(point => point.Id)];
        return item => item.GetProperty("id").GetString() is { } id && shown.Contains(id) && record.Index.Event(id) is { } happening && query.Holds(record, happening);
    }

    private static Func<JsonElement, bool> Matching(HttpContext http, params string[] names)
    {
        (string Name, ImmutableArray<string> Values)[] asked = [.. names.Select(name => (name, ViewState.Words(http.Request.Query, name))).Where(pair => !pair.Item2.IsEmpty)];
        return item => asked.All(pair => item.GetProperty(pair.Name).GetString() is { } value && pair.Values.Contains(value));
    }

    private static string ListOf(string item) =>
        """{"type":"object","required":["asOf","version","total","next","items"],"properties":{"asOf":{"type":["string","null"]},"version":{"type":"string"},"total":{"type":"integer"},"next":{"type":["string","null"]},"items":{"type":"array","items":""" + item + "}}}";

    private static ApiParameter Query(string name, string schema, string description) => new(name, "query", schema, description);
}
