using System.Text;
using System.Text.Json;

namespace Sitrep.Pipeline.Ingest;

/// <summary>The fields of one JSON article, whatever its sender calls them. Case, hyphens and underscores in keys do not count.</summary>
internal readonly struct JsonFields
{
    private static readonly string[] TextKeys = ["articlebody", "text", "body", "content", "bodytext", "bodyhtml", "contenthtml", "contenttext", "fulltext", "maintext", "articletext", "story"];
    private static readonly string[] SummaryKeys = ["description", "summary"];
    private static readonly string[] TitleKeys = ["headline", "title", "name"];
    private static readonly string[] OutletKeys = ["publisher", "outlet", "source", "sitename", "site"];
    private static readonly string[] UrlKeys = ["url", "link", "mainentityofpage", "uri", "@id"];
    private static readonly string[] PublishedKeys = ["datepublished", "published", "publishedat", "date", "pubdate", "publicationdate", "publishdate", "firstcreated", "datecreated", "versioncreated", "datemodified"];
    private static readonly string[] BylineKeys = ["byline", "author", "authors", "creator"];
    private static readonly string[] AgencyKeys = ["agency", "sourceorganization", "credittext", "creditline", "wire"];

    private static readonly string[] ModifiedKeys = ["datemodified", "versioncreated", "modified", "updated", "updatedat", "lastmodified"];
    private static readonly string[] RightsKeys = ["copyrightnotice", "copyright", "rights", "usageterms"];

    private readonly Dictionary<string, JsonElement> _fields;

    private JsonFields(Dictionary<string, JsonElement> fields) => _fields = fields;

    public static JsonFields Of(JsonElement item)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty property in item.EnumerateObject()) fields.TryAdd(Key(property), property.Value);
        return new JsonFields(fields);
    }

    public bool HasText => First(TextKeys, "\n\n") is not null;

    /// <summary>Marked up as something that is no article (a page, a person, a list).</summary>
    public bool IsOther => First(["@type"], " ") is { } type && !type.Contains("Article", StringComparison.OrdinalIgnoreCase)
        && !type.Contains("Posting", StringComparison.OrdinalIgnoreCase) && !type.Contains("Report", StringComparison.OrdinalIgnoreCase);

    public string? Text => First(TextKeys, "\n\n") ?? First(SummaryKeys, "\n\n");
    public string? Title => First(TitleKeys, " ");
    public string? Outlet => First(OutletKeys, ", ");
    public string? Url => First(UrlKeys, " ");
    public string? Published => First(PublishedKeys, " ");
    public string? Byline => First(BylineKeys, ", ");
    public string? Agency => First(AgencyKeys, ", ");

    /// <summary>When this version was made; null when the sender does not say.</summary>
    public DateTimeOffset? Modified => Metadata.Instant(First(ModifiedKeys, " "));

    public string? Rights => First(RightsKeys, " ");

    private string? First(string[] keys, string separator)
    {
        foreach (string key in keys)
        {
            if (_fields.TryGetValue(key, out JsonElement value) && Words(value, separator, 0) is { } words && !string.IsNullOrWhiteSpace(words)) return words;
        }
        return null;
    }

    // A string; a number (dates as seconds); an object that has a name or a value; a list of these.
    private static string? Words(JsonElement value, string separator, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return String(value);
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Object when depth < 2:
                foreach (string key in (ReadOnlySpan<string>)["name", "title", "rendered", "value", "@value", "#text", "text", "@id"])
                {
                    if (value.TryGetProperty(key, out JsonElement inner) && Words(inner, separator, depth + 1) is { Length: > 0 } words) return words;
                }
                return null;
            case JsonValueKind.Array when depth < 2:
                string?[] all = [.. value.EnumerateArray().Select(one => Words(one, separator, depth + 1)).Where(words => !string.IsNullOrWhiteSpace(words))];
                return all.Length == 0 ? null : string.Join(separator, all);
            default:
                return null;
        }
    }

    private static string Key(JsonProperty property)
    {
        try
        {
            return property.Name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        }
        catch (InvalidOperationException)
        {
            return "";   // a key with half a surrogate pair is none of ours
        }
    }

    /// <summary>The characters of a JSON string, also where half a surrogate pair stands in it.</summary>
    internal static string String(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Unescape(value.GetRawText());   // the framework refuses half a surrogate pair; one bad character is no reason to lose a report
        }
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\' || i + 1 >= raw.Length - 1)
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            switch (raw[i])
            {
                case 'n': text.Append('\n'); break;
                case 't': text.Append('\t'); break;
                case 'r': text.Append('\r'); break;
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                case 'u' when i + 4 < raw.Length && ushort.TryParse(raw.AsSpan(i + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out ushort code):
                    text.Append((char)code);
                    i += 4;
                    break;
                default: text.Append(raw[i]); break;
            }
        }
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else text[i] = '\uFFFD';
        }
        return text.ToString();
    }
}
