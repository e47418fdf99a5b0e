using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Web.Pages.Review;
using Sitrep.Web.Records;
using Sitrep.Web.Safety;

namespace Sitrep.Web.Api;

/// <summary>A ruling as a program asks for it.</summary>
/// <param name="Target">Id of what is ruled on; for an undo the number of a ruling.</param>
/// <param name="More">Merge: the event that becomes part of the target. Split: the claims that are taken out.</param>
/// <param name="Value">Grade: A to F for an actor, 1 to 6 for anything else. Place: where it lies.</param>
/// <param name="Radius">Place: kilometres within which it lies.</param>
internal sealed record RulingAsked(string Verb, string Target, string Reason, IReadOnlyList<string>? More = null, string? Value = null, double? Radius = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RulingAsked))]
internal sealed partial class RulingsJson : JsonSerializerContext;

/// <summary>Ruling by program. The author is whoever the key belongs to.</summary>
internal sealed class RulingOperations(Func<HttpContext, Task<RecordView>> view, Ruler ruler)
{
    private const string Asked = """{"type":"object","required":["verb","target","reason"],"properties":{"verb":{"enum":["accept","reject","merge","split","grade","place","comment","undo"]},"target":{"type":"string"},"reason":{"type":"string"},"more":{"type":"array","items":{"type":"string"}},"value":{"type":["string","null"],"description":"grade: A to F or 1 to 6; place: LATITUDE,LONGITUDE, a geo URI (RFC 5870), or a name of the gazetteer, where several have it with the GeoNames id behind it"},"radius":{"type":["number","null"],"exclusiveMinimum":0,"maximum":500,"description":"place: kilometres within which it lies"}}}""";

    public IEnumerable<ApiRoute> Routes() =>
    [
        new("POST", "/api/v1/rulings", "addRuling", "Rule: accept, reject, merge, split, grade, place, comment or undo. Kept with author, time and reason; never changed.", [],
            [new ApiAnswer(201, "application/json", """{"type":"object","required":["sequence"],"properties":{"sequence":{"type":"integer"}}}""", "Its number.")], AnswerAsync)
        {
            Body = new ApiAnswer(0, "application/json", Asked, "The ruling."),
        },
    ];

    private async Task AnswerAsync(HttpContext http)
    {
        RulingAsked asked = await ApiWriter.BodyAsync(http, RulingsJson.Default.RulingAsked, "verb, target and reason; more and value where the verb takes them");
        RulingVerb verb = Ruler.Verb(asked.Verb);
        RecordView record = await view(http);
        string? value = verb == RulingVerb.Place ? await ruler.WhereAsync(record, asked.Target, asked.Value, asked.Radius, http.RequestAborted) : asked.Value;
        Ruling ruling = ruler.Rule(record, new RulingRequest(verb, asked.Target, Ruler.More(asked.More ?? []), value, Gate.Of(http).Name, asked.Reason));
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"sequence":{{ruling.Sequence}}}"""), http.RequestAborted);
    }
}
