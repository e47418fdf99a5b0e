using System.Collections.Immutable;
using System.Text.Json;

namespace Sitrep.Pipeline.Clean.Html;

/// <summary>What a page's markup says about itself: JSON-LD, Open Graph, meta and time elements.</summary>
/// <param name="Image">Address of the picture that stands for the page; null when there is none.</param>
internal sealed record PageMetadata(string? Title, string? Outlet, string? Url, string? Image, PageStamps Stamps, ImmutableArray<string> Authors)
{
    /// <summary>Nodes looked at in one page's JSON-LD; pages have under a hundred.</summary>
    private const int MaxNodes = 2000;

    public static PageMetadata Of(HtmlPage page)
    {
        string? title = null, outlet = null, url = null, published = null;
        var authors = new List<string>();
        foreach (string script in page.Scripts.Take(20)) ReadJson(script, ref title, ref outlet, ref url, ref published, authors);
        string? Meta(params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                foreach ((string known, string content) in page.Metas) if (known == name && !string.IsNullOrWhiteSpace(content)) return content.Trim();
            }
            return null;
        }
        if (authors.Count == 0 && Meta("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl") is { } author && !author.Contains("://", StringComparison.Ordinal)) authors.Add(author);
        title = Meta("og:title", "twitter:title", "dc.title") ?? title ?? page.Title;
        outlet = Meta("og:site_name") ?? outlet ?? Meta("application-name", "publisher", "dc.publisher");
        url = page.Canonical ?? Meta("og:url") ?? url;
        return new PageMetadata(title, outlet, url, Meta("og:image", "twitter:image"), PageStamps.Of(page, published), [.. authors]);
    }

    private static void ReadJson(string script, ref string? title, ref string? outlet, ref string? url, ref string? published, List<string> authors)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(script.Trim(), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var open = new Stack<JsonElement>();
            open.Push(document.RootElement);
            for (int seen = 0; open.TryPop(out JsonElement node) && seen < MaxNodes; seen++)
            {
                if (node.ValueKind == JsonValueKind.Array)
                {
                    foreach (JsonElement item in node.EnumerateArray().Reverse()) open.Push(item);
                }
                if (node.ValueKind != JsonValueKind.Object) continue;
                if (node.TryGetProperty("@graph", out JsonElement graph)) open.Push(graph);
                if (node.TryGetProperty("mainEntity", out JsonElement inner)) open.Push(inner);
                string type = node.TryGetProperty("@type", out JsonElement typed) ? typed.ToString() : "";
                bool article = type.Contains("Article", StringComparison.Ordinal) || type.Contains("Posting", StringComparison.Ordinal) || type.Contains("Report", StringComparison.Ordinal);
                published ??= article || type.Contains("WebPage", StringComparison.Ordinal) ? Text(node, "datePublished") ?? Text(node, "dateCreated") : null;
                if (!article) continue;
                title ??= Text(node, "headline");
                outlet ??= Text(node, "publisher");
                url ??= Text(node, "url");
                if (authors.Count == 0 && node.TryGetProperty("author", out JsonElement author))
                {
                    foreach (JsonElement one in author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().Take(20) : [author])
                    {
                        string? name = one.ValueKind == JsonValueKind.String ? one.GetString() : one.ValueKind == JsonValueKind.Object ? Text(one, "name") : null;
                        if (!string.IsNullOrWhiteSpace(name)) authors.Add(name.Trim());
                    }
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half of a page's scripts being broken is the web's normal state; the page itself still speaks.
        }
    }

    private static string? Text(JsonElement node, string name)
    {
        if (!node.TryGetProperty(name, out JsonElement value)) return null;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out JsonElement inner)) value = inner;
        return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }
}
