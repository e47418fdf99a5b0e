using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Web.Pages;
using Sitrep.Web.Records;

namespace Sitrep.Web.Api;

/// <summary>Entries of the gazetteer by name: what a place can be ruled to be.</summary>
internal sealed class GazetteerOperations(RecordBook book)
{
    private const int LimitUsual = 20, LimitMost = 100;

    private const string Answer = """{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object","required":["name","latitude","longitude","country","admin1","geonamesId","population","value"],"properties":{"name":{"type":"string"},"latitude":{"type":"number"},"longitude":{"type":"number"},"country":{"type":["string","null"]},"admin1":{"type":["string","null"]},"geonamesId":{"type":["integer","null"]},"population":{"type":"integer"},"value":{"type":"string","description":"What a ruling “place” takes."}}}}}}""";

    public IEnumerable<ApiRoute> Routes() =>
    [
        new("GET", "/api/v1/gazetteer", "findInGazetteer", "Entries of the gazetteer with a name, the largest first.",
            [new ApiParameter("name", "query", """{"type":"string","minLength":1,"maxLength":200}""", "A name, in any spelling the gazetteer knows.") { Required = true, Example = "Aden" }, new ApiParameter("limit", "query", """{"type":"integer","minimum":1,"maximum":100,"default":20}""", "Entries of one answer.")],
            [new ApiAnswer(200, "application/json", Answer, "Entries; none is no error.")], AnswerAsync),
    ];

    private async Task AnswerAsync(HttpContext http)
    {
        string name = http.Request.Query["name"].ToString().Trim();
        if (name.Length is 0 or > 200) throw new BadQueryException("name: expected a name of at most 200 characters.");
        int limit = ViewState.Number(http.Request.Query, "limit", LimitUsual, 1, LimitMost);
        ImmutableArray<GazetteerPlace> found = (await book.GazetteerAsync(http.RequestAborted))(name);
        byte[] body = ApiWriter.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (GazetteerPlace place in found.Take(limit))
            {
                json.WriteStartObject();
                json.WriteString("name", place.Name);
                json.WriteNumber("latitude", place.Latitude);
                json.WriteNumber("longitude", place.Longitude);
                json.WriteString("country", place.Country.Length > 0 ? place.Country : null);
                json.WriteString("admin1", place.Admin1.Length > 0 ? place.Admin1 : null);
                if (place.Id > 0) json.WriteNumber("geonamesId", place.Id);
                else json.WriteNull("geonamesId");
                json.WriteNumber("population", place.Population);
                json.WriteString("value", PlaceAsked.Of(place).ToString());
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
        await ApiWriter.AnswerAsync(http, OpenApiDocument.Version(body), "application/json; charset=utf-8", () => body);
    }
}
