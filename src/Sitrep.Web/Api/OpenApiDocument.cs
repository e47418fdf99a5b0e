using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Sitrep.Web.Api;

/// <summary>The API described, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html): the operations from the list that is served, the things from the schema of the record.</summary>
internal static class OpenApiDocument
{
    private const string SchemaResource = "record.schema.json";

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
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject()),
        };
        return ApiWriter.Json(json => document.WriteTo(json));
    }

    public static string Version(byte[] document) => Convert.ToHexStringLower(SHA256.HashData(document).AsSpan(0, 8));

    private static JsonObject Operation(ApiRoute route)
    {
        var operation = new JsonObject { ["operationId"] = route.Name, ["summary"] = route.Summary };
        if (!route.Parameters.IsEmpty)
        {
            operation["parameters"] = new JsonArray([.. route.Parameters.Select(parameter => (JsonNode)new JsonObject
            {
                ["name"] = parameter.Name,
                ["in"] = parameter.In,
                ["required"] = parameter.In == "path",
                ["description"] = parameter.Description,
                ["schema"] = JsonNode.Parse(parameter.Schema),
            })]);
        }
        if (route.Body is { } body) operation["requestBody"] = new JsonObject { ["required"] = true, ["description"] = body.Description, ["content"] = Content([body]) };
        var answers = new JsonObject();
        foreach (IGrouping<int, ApiAnswer> status in route.Answers.GroupBy(answer => answer.Status))
        {
            answers[status.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject { ["description"] = status.First().Description, ["content"] = Content(status) };
        }
        if (!route.Changes) answers["304"] = new JsonObject { ["description"] = "You have this version already." };
        answers["default"] = new JsonObject
        {
            ["description"] = "A problem.",
            ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/problemDocument" } } },
        };
        operation["responses"] = answers;
        return operation;
    }

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
