using System.Net;
using System.Text;
using System.Text.Json;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Ingest;

/// <summary>News items of the IPTC's ninjs 1.x and 2.x (https://iptc.org/standards/ninjs/): variants of headline and body, versions, rights, pictures.</summary>
internal static class Ninjs
{
    private static readonly string[] Marks = ["versioncreated", "pubstatus", "bodies", "headlines", "body_html", "body_text", "body_xhtml", "representationtype", "contentcreated"];
    private static readonly string[] Pictures = ["picture", "graphic"];

    /// <summary>True for an object that only ninjs would write so.</summary>
    public static bool Is(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && Text(item, "uri") is not null && Marks.Any(mark => item.TryGetProperty(mark, out _)) && !item.TryGetProperty("@type", out _);

    /// <summary>"canceled", "withheld"; null when the item may be used.</summary>
    public static string? Barred(JsonElement item) => Text(item, "pubstatus") is { } status && !status.Equals("usable", StringComparison.OrdinalIgnoreCase) ? status : null;

    /// <summary>The items with a text: the item itself; of a package the texts it holds.</summary>
    public static IEnumerable<JsonElement> Texts(JsonElement item)
    {
        if (Body(item) is not null) return [item];
        JsonElement[] inner = [.. Associations(item).Where(part => Text(part, "type") is null or "text" && Body(part) is not null)];
        return inner.Length > 0 ? inner : [item];
    }

    /// <summary>The text to be read: the body and, behind it, the captions of the pictures that go with it. Null when there is neither.</summary>
    /// <remarks>With captions the text is HTML, each picture a <c>figure</c>; a plain body is then written as HTML too. What stands before the first figure is the body as received.</remarks>
    public static string? Received(JsonElement item)
    {
        string? body = Body(item) ?? Variant(item, "description");
        string[] captions = [.. Associations(item).Where(part => Pictures.Contains(Text(part, "type"), StringComparer.OrdinalIgnoreCase)).Select(Caption).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (body is null || captions.Length == 0) return body;
        var text = new StringBuilder(InputReader.HasMarkup(body) ? body : AsHtml(body));
        foreach (string caption in captions) text.Append("\n<figure><img><figcaption>").Append(caption).Append("</figcaption></figure>");
        return text.ToString();
    }

    public static SuppliedMetadata Supplied(JsonElement item)
    {
        string? notice = Text(item, "copyrightnotice"), terms = Text(item, "usageterms"), holder = Text(item, "copyrightholder");
        string rights = string.Join(" ", new[] { notice ?? holder, terms }.OfType<string>());
        return new SuppliedMetadata(
            Variant(item, "headline") ?? Text(item, "title") ?? Text(item, "name"), holder, Text(item, "uri"), Text(item, "firstcreated") ?? Text(item, "versioncreated") ?? Text(item, "contentcreated"),
            Text(item, "byline"), null, new Provenance(null, Metadata.Instant(Text(item, "versioncreated")), Text(item, "evolvedfrom") ?? Text(item, "evolvedFrom"), rights.Length > 0 ? rights : null));
    }

    private static string? Body(JsonElement item) =>
        Text(item, "body_html") ?? Text(item, "body_xhtml") ?? Listed(item, "bodies", html: true) ?? Text(item, "body_text") ?? Listed(item, "bodies", html: false) ?? Suffixed(item, "body_");

    // 1.x: headline, headline_main, headline_short; 2.x: headlines with a role each.
    private static string? Variant(JsonElement item, string name) =>
        Text(item, name) ?? Text(item, $"{name}_text") ?? Text(item, $"{name}_main") ?? Listed(item, $"{name}s", html: false) ?? Suffixed(item, $"{name}_") ?? Text(item, $"{name}_html");

    private static string? Caption(JsonElement picture)
    {
        string? words = Text(picture, "description_caption") ?? Variant(picture, "description");
        if (words is null) return null;
        string credit = string.Join('/', new[] { Text(picture, "byline"), Text(picture, "creditline") ?? Text(picture, "copyrightholder") }.OfType<string>().Where(name => !words.Contains(name, StringComparison.OrdinalIgnoreCase)));
        string escaped = InputReader.HasMarkup(words) ? words : WebUtility.HtmlEncode(words);
        return credit.Length == 0 ? escaped : $"{escaped} (Photo: {WebUtility.HtmlEncode(credit)})";
    }

    private static string AsHtml(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split("\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));

    // 1.x: an object of named items; 2.x: a list.
    private static IEnumerable<JsonElement> Associations(JsonElement item)
    {
        if (!item.TryGetProperty("associations", out JsonElement parts)) return [];
        return (parts.ValueKind switch
        {
            JsonValueKind.Object => parts.EnumerateObject().Select(part => part.Value),
            JsonValueKind.Array => parts.EnumerateArray(),
            _ => Enumerable.Empty<JsonElement>(),
        }).SelectMany(part => part.ValueKind == JsonValueKind.Array ? part.EnumerateArray() : (IEnumerable<JsonElement>)[part]).Where(part => part.ValueKind == JsonValueKind.Object);
    }

    /// <summary>Of a list of variants the first with the role "main" or none, else the first.</summary>
    private static string? Listed(JsonElement item, string name, bool html)
    {
        if (!item.TryGetProperty(name, out JsonElement list) || list.ValueKind != JsonValueKind.Array) return null;
        JsonElement[] fit = [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object && Text(one, "value") is not null && (!html || Text(one, "contenttype")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true))];
        JsonElement main = fit.FirstOrDefault(one => Text(one, "role") is null or "main");
        return main.ValueKind == JsonValueKind.Object ? Text(main, "value") : fit.Length > 0 ? Text(fit[0], "value") : null;
    }

    private static string? Suffixed(JsonElement item, string start) => item.EnumerateObject()
        .Where(property => property.Name.StartsWith(start, StringComparison.Ordinal) && property.Value.ValueKind == JsonValueKind.String)
        .Select(property => JsonFields.String(property.Value)).FirstOrDefault(words => !string.IsNullOrWhiteSpace(words));

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && JsonFields.String(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
