using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Sitrep.Web.Api;

/// <summary>The API described, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html): the operations from the list that is served, the things from the schema of the record.</summary>
internal static class OpenApiDocument
{
    private const string SchemaResource = "record.schema.json";

    /// <summary>What the operations of one tag are about; a tag without a line here stops the program from describing itself.</summary>
    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["actors"] = "Persons, forces, states, bodies and outlets that act or speak.",
        ["changes"] = "Feeds of what is told and what is taken back.",
        ["claims"] = "Who affirms, denies, doubts or expects what, at which words.",
        ["control"] = "Who held a place on which days, agreed, claimed or contested.",
        ["diff"] = "What became known between two evenings.",
        ["dispatches"] = "Independent tellings; reprints and excerpts are reports of the same one.",
        ["events"] = "What is claimed to have happened.",
        ["exports"] = "The record in the forms of other programs.",
        ["figures"] = "What was counted, by whom, and how it was revised.",
        ["gazetteer"] = "Places by name, to rule by.",
        ["openapi"] = "This description.",
        ["persons"] = "What became of persons.",
        ["places"] = "Places that the reports name, on the map or unplaced.",
        ["problems"] = "Inputs that could not be read, or not wholly.",
        ["record"] = "The record whole.",
        ["reports"] = "Documents as they were received; more can be added.",
        ["rulings"] = "What analysts decided; more can be made.",
        ["search"] = "Everything by its words.",
        ["situation"] = "What the first page of the desk shows.",
        ["sources"] = "Whose word counts once, with its reliability.",
        ["timemap"] = "Evenings whose answers can be had (RFC 7089).",
    };

    public static byte[] Write(ImmutableArray<ApiRoute> routes)
    {
        var paths = new JsonObject();
        foreach (IGrouping<string, ApiRoute> path in routes.GroupBy(route => route.Path, StringComparer.Ordinal))
        {
            var operations = new JsonObject();
            foreach (ApiRoute route in path) operations[route.Method.ToLowerInvariant()] = Operation(route);
            paths[path.Key] = operations;
        }
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Sitrep",
                ["version"] = "1",
                ["description"] = "One sourced record of many news reports. Answers carry an ETag; ask again with If-None-Match. Problems are application/problem+json.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = Schemas(),
                ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A key of the server; needed only where the server has keys." } },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. routes.Select(Tag).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(tag => (JsonNode)new JsonObject { ["name"] = tag, ["description"] = Tags[tag] })]),
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject()),
        };
        return ApiWriter.Json(json => document.WriteTo(json));
    }

    public static string Version(byte[] document) => Convert.ToHexStringLower(SHA256.HashData(document).AsSpan(0, 8));

    private static JsonObject Operation(ApiRoute route)
    {
        var operation = new JsonObject { ["operationId"] = route.Name, ["summary"] = route.Summary, ["tags"] = new JsonArray(Tag(route)) };
        if (!route.Parameters.IsEmpty)
        {
            operation["parameters"] = new JsonArray([.. route.Parameters.Select(Parameter)]);
        }
        if (route.Body is { } body) operation["requestBody"] = new JsonObject { ["required"] = true, ["description"] = body.Description, ["content"] = Content([body]) };
        var answers = new JsonObject();
        foreach (IGrouping<int, ApiAnswer> status in route.Answers.GroupBy(answer => answer.Status))
        {
            var answer = new JsonObject { ["description"] = status.First().Description };
            if (status.Key == 200) answer["headers"] = Headers(route);
            answer["content"] = Content(status);
            answers[status.Key.ToString(CultureInfo.InvariantCulture)] = answer;
        }
        if (HasDays(route)) answers["302"] = new JsonObject { ["description"] = "An earlier evening was asked for by Accept-Datetime; Location is its address.", ["headers"] = new JsonObject { ["Location"] = Header("string", "The same with its as_of.") } };
        if (!route.Changes) answers["304"] = new JsonObject { ["description"] = "You have this version already." };
        foreach ((int status, string words) in Problems(route)) answers.TryAdd(status.ToString(CultureInfo.InvariantCulture), Problem(words));
        answers["default"] = Problem("Any other problem.");
        operation["responses"] = answers;
        return operation;
    }

    private static JsonNode Parameter(ApiParameter parameter)
    {
        var described = new JsonObject { ["name"] = parameter.Name, ["in"] = parameter.In, ["required"] = parameter.Required, ["description"] = parameter.Description, ["schema"] = JsonNode.Parse(parameter.Schema) };
        if (parameter.Example is { } example) described["example"] = (string?)described["schema"]!["type"] == "array" ? new JsonArray(example) : example;      // each has a schema
        return described;
    }

    /// <summary>What it is about: the word after the version.</summary>
    private static string Tag(ApiRoute route) => route.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["api", "v1", var about, ..] ? about.Split('.')[0] : "record";

    private static bool HasDays(ApiRoute route) => route.Parameters.Any(parameter => parameter.Name == ApiOperations.AsOf.Name);

    private static JsonObject Headers(ApiRoute route)
    {
        var headers = new JsonObject();
        if (!route.Changes) headers["ETag"] = Header("string", "The state of the record; send it as If-None-Match.");
        if (HasDays(route))
        {
            headers["Memento-Datetime"] = Header("string", "With as_of: the end of that day (RFC 7089).");
            headers["Link"] = Header("string", "The same without a day (original, timegate), and the evenings there are (timemap).");
        }
        if (route.Path.Contains("/exports/", StringComparison.Ordinal) || route.Path.Contains("/changes.", StringComparison.Ordinal))
        {
            headers["Sitrep-Rows"] = Header("integer", "What was written.");
            headers["Sitrep-Left-Out"] = Header("integer", "What the form cannot hold.");
        }
        return headers;
    }

    private static JsonObject Header(string type, string description) => new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = type } };

    /// <summary>What can go wrong, beside faults of the server.</summary>
    private static IEnumerable<(int Status, string Words)> Problems(ApiRoute route)
    {
        yield return (400, "A parameter or the body is not what was expected; the detail says what was.");
        yield return (401, "The server has keys, and none or none of its own was sent.");
        if (route.Changes)
        {
            yield return (403, "The key is a reader's, or a page of another site asked.");
            yield return (413, "It is larger than the desk takes at a time.");
            yield return (415, "The body is not application/json.");
        }
        if (route.Parameters.Any(parameter => parameter.Name == "cursor")) yield return (410, "The cursor is of a record that has changed since.");
        yield return (429, "Too many in one minute; Retry-After says when to go on.");
        yield return (503, "What the desk was opened with is still being read, or too much waits; Retry-After says when to ask again.");
    }

    private static JsonObject Problem(string words) => new()
    {
        ["description"] = words,
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/problemDocument" } } },
    };

    private static JsonObject Content(IEnumerable<ApiAnswer> answers)
    {
        var content = new JsonObject();
        foreach (ApiAnswer answer in answers)
        {
            var media = new JsonObject();
            if (answer.Schema is { } schema) media["schema"] = JsonNode.Parse(schema);
            content[answer.MediaType] = media;
        }
        return content;
    }

    /// <summary>The parts of the record's schema under their own names, the record itself, and the problem.</summary>
    private static JsonObject Schemas()
    {
        JsonObject schema = JsonNode.Parse(Read().Replace("#/$defs/", "#/components/schemas/", StringComparison.Ordinal))!.AsObject();   // the file is ours
        JsonObject parts = schema["$defs"]!.AsObject();
        var schemas = new JsonObject();
        foreach ((string name, JsonNode? part) in parts.ToArray())
        {
            parts.Remove(name);
            schemas[name] = part;
        }
        schema.Remove("$defs");
        schema.Remove("$schema");
        schemas["record"] = schema;
        schemas.TryAdd("source", new JsonObject { ["type"] = "object" });
        schemas["problemDocument"] = JsonNode.Parse("""{"type":"object","required":["type","title","status","detail","code"],"properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},"code":{"type":"string","description":"Stable word for programs."}}}""");
        return schemas;
    }

    private static string Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(SchemaResource) ?? throw new InvalidOperationException($"{SchemaResource} is not embedded in the program; the project file must embed docs/{SchemaResource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
