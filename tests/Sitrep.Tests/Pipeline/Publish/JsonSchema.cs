using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sitrep.Tests.Pipeline.Publish;

/// <summary>Validates JSON against the part of JSON Schema 2020-12 that docs/record.schema.json uses. A keyword it does not know is an
/// error: a rule that nobody checks is a wish.</summary>
internal static class JsonSchema
{
    private static readonly HashSet<string> Annotations = ["$schema", "$id", "$defs", "$comment", "title", "description", "examples"];

    /// <returns>What is wrong and where; empty when the instance is valid.</returns>
    public static IReadOnlyList<string> Validate(JsonElement schemaRoot, JsonElement instance)
    {
        var errors = new List<string>();
        Check(schemaRoot, schemaRoot, instance, "$", errors);
        return errors;
    }

    private static void Check(JsonElement root, JsonElement schema, JsonElement value, string at, List<string> errors)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            JsonElement rule = keyword.Value;
            switch (keyword.Name)
            {
                case "$ref": Check(root, Resolve(root, rule.GetString()!), value, at, errors); break;   // a reference is a string
                case "type": if (!IsType(rule, value)) errors.Add($"{at}: {value.ValueKind}, expected {rule}"); break;
                case "enum": if (!rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))) errors.Add($"{at}: {value} is none of {rule}"); break;
                case "const": if (!JsonElement.DeepEquals(rule, value)) errors.Add($"{at}: {value}, expected {rule}"); break;
                case "required": Required(rule, value, at, errors); break;
                case "properties": Properties(root, rule, value, at, errors); break;
                case "items": Items(root, rule, value, at, errors); break;
                case "pattern":
                    if (value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))) errors.Add($"{at}: “{value}” does not match {rule}");
                    break;
                case "minimum": if (value.ValueKind == JsonValueKind.Number && value.GetDouble() < rule.GetDouble()) errors.Add($"{at}: {value} < {rule}"); break;
                case "maximum": if (value.ValueKind == JsonValueKind.Number && value.GetDouble() > rule.GetDouble()) errors.Add($"{at}: {value} > {rule}"); break;
                case "minLength": if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length < rule.GetInt32()) errors.Add($"{at}: shorter than {rule}"); break;
                case "minItems": if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < rule.GetInt32()) errors.Add($"{at}: fewer than {rule} items"); break;
                case "anyOf": if (Matching(root, rule, value) == 0) errors.Add($"{at}: {Short(value)} matches none of {Short(rule)}"); break;
                case "oneOf": if (Matching(root, rule, value) != 1) errors.Add($"{at}: {Short(value)} does not match exactly one of {Short(rule)}"); break;
                default: if (!Annotations.Contains(keyword.Name)) errors.Add($"schema keyword {keyword.Name} is not checked"); break;
            }
        }
    }

    private static int Matching(JsonElement root, JsonElement schemas, JsonElement value) => schemas.EnumerateArray().Count(schema =>
    {
        var errors = new List<string>();
        Check(root, schema, value, "$", errors);
        return errors.Count == 0;
    });

    private static void Required(JsonElement names, JsonElement value, string at, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (JsonElement name in names.EnumerateArray()) if (!value.TryGetProperty(name.GetString()!, out _)) errors.Add($"{at}: no {name}");
    }

    private static void Properties(JsonElement root, JsonElement rules, JsonElement value, string at, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (JsonProperty rule in rules.EnumerateObject()) if (value.TryGetProperty(rule.Name, out JsonElement child)) Check(root, rule.Value, child, $"{at}.{rule.Name}", errors);
    }

    private static void Items(JsonElement root, JsonElement rule, JsonElement value, string at, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Array) return;
        int i = 0;
        foreach (JsonElement item in value.EnumerateArray()) Check(root, rule, item, $"{at}[{i++}]", errors);
    }

    private static bool IsType(JsonElement rule, JsonElement value) =>
        rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Any(one => IsType(one, value)) : rule.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            var other => throw new ArgumentException($"No such type: {other}."),
        };

    private static JsonElement Resolve(JsonElement root, string reference)
    {
        JsonElement found = root;
        foreach (string part in reference.TrimStart('#', '/').Split('/')) found = found.GetProperty(part);
        return found;
    }

    private static string Short(JsonElement value) => value.ToString() is { Length: > 80 } text ? text[..80] + "…" : value.ToString();
}
