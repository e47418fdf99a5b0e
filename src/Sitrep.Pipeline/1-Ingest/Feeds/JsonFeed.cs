using System.Text.Json;

namespace Sitrep.Pipeline.Ingest.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).</summary>
internal static class JsonFeed
{
    public static bool Is(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && Text(root, "version") is { } version && version.Contains("jsonfeed.org/version/", StringComparison.Ordinal)
        && root.TryGetProperty("items", out JsonElement items) && items.ValueKind == JsonValueKind.Array;

    public static FeedHead Head(JsonElement root) => new(Text(root, "title"), Text(root, "home_page_url"), null);

    public static IEnumerable<FeedEntry> Entries(JsonElement root)
    {
        foreach (JsonElement item in root.GetProperty("items").EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object) continue;
            string?[] authors = item.TryGetProperty("authors", out JsonElement several) && several.ValueKind == JsonValueKind.Array ? [.. several.EnumerateArray().Select(author => Text(author, "name"))]
                : item.TryGetProperty("author", out JsonElement one) ? [Text(one, "name")] : [];
            string names = string.Join(", ", authors.OfType<string>());
            yield return new FeedEntry(
                Text(item, "id"), Text(item, "url") ?? Text(item, "external_url"), Text(item, "title"), names.Length > 0 ? names : null, Text(item, "date_published"), Text(item, "date_modified"),
                Text(item, "content_html") ?? Text(item, "content_text"), Text(item, "summary"), null, null);
        }
    }

    private static string? Text(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out JsonElement value)) return null;
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => JsonFields.String(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
