using System.Text.Json;

namespace Sitrep.Eval.Stories;

/// <summary>Reads optional fields of JSON objects: absent, null and of another kind are all "not there".</summary>
internal static class Fields
{
    public static JsonElement.ArrayEnumerator List(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    public static JsonElement? Child(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out JsonElement child) && child.ValueKind == JsonValueKind.Object ? child : null;

    public static string? Text(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A string, or the strings of a list.</summary>
    public static string[] Texts(JsonElement parent, string key) => Text(parent, key) is { } one ? [one] : [.. List(parent, key).SelectMany(Strings)];

    /// <summary>The strings of an element that is a string or a list of strings.</summary>
    public static string[] Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString() ?? ""],
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(Strings)],
        _ => [],
    };

    public static long? Number(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;

    public static double? Real(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static bool Flag(JsonElement parent, string key) => parent.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}
