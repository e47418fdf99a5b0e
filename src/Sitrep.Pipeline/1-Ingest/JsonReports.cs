using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Ingest.Feeds;

namespace Sitrep.Pipeline.Ingest;

/// <summary>JSON → reports: schema.org NewsArticle, ninjs, and the plain <c>{title, text, date, source}</c> that scrapers write.</summary>
internal static class JsonReports
{
    /// <summary>Levels of nesting; articles have under ten.</summary>
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    /// <param name="beside">What is known of the document beside its own words.</param>
    public static IEnumerable<Ingested> ReadDocument(string name, byte[] bytes, string text, SuppliedMetadata beside, FeedReports feeds)
    {
        JsonDocument? document = null;
        JsonException? fault = null;
        try
        {
            document = JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException e)
        {
            fault = e;
        }
        if (document is null)
        {
            foreach (Ingested one in LooksLikeLines(text) ? ReadLines(name, text, beside) : [BadJson(name, fault!)]) yield return one;   // parsed, or why not
            yield break;
        }
        using (document)
        {
            foreach (Ingested one in JsonFeed.Is(document.RootElement) ? feeds.ReadJson(name, document.RootElement, beside) : ReadArticles(name, bytes, document.RootElement, beside)) yield return one;
        }
    }

    private static IEnumerable<Ingested> ReadArticles(string name, byte[] bytes, JsonElement root, SuppliedMetadata beside)
    {
        if (Ninjs.Is(root))
        {
            JsonElement[] texts = [.. Ninjs.Texts(root)];
            return texts.Length == 1 ? [Report(name, bytes, texts[0], beside)] : texts.Select((item, i) => Report(Numbered(name, i + 1), RawBytes(item), item, beside));
        }
        if (root.ValueKind == JsonValueKind.Object && JsonFields.Of(root).HasText) return [Report(name, bytes, root, beside)];
        JsonElement[] items = ItemsOf(root);
        if (items.Length == 0) return [NoText(name)];
        if (items.Length == 1 && root.ValueKind == JsonValueKind.Object) return [Report(name, bytes, items[0], beside)];
        return items.Select((item, i) => Report(Numbered(name, i + 1), RawBytes(item), item, beside));
    }

    public static IReadOnlyList<Ingested> ReadLines(string name, string text, SuppliedMetadata beside)
    {
        var reports = new List<Ingested>();
        int number = 0;
        foreach (ReadOnlySpan<char> ended in text.AsSpan().EnumerateLines())
        {
            number++;
            ReadOnlySpan<char> line = ended.Trim();
            if (line.IsEmpty) continue;
            string record = line.ToString();
            string input = Numbered(name, number);
            try
            {
                using JsonDocument document = JsonDocument.Parse(record, Lenient);
                reports.Add(Report(input, Encoding.UTF8.GetBytes(record), document.RootElement, beside));
            }
            catch (JsonException e)
            {
                reports.Add(BadJson(input, e));
            }
        }
        return reports;
    }

    /// <summary>True when the first line is a JSON value of its own and more follow.</summary>
    public static bool LooksLikeLines(string text)
    {
        string trimmed = text.Trim();
        int end = trimmed.AsSpan().IndexOfAny('\n', '\r');
        if (end < 0 || trimmed[0] != '{') return false;
        try
        {
            using JsonDocument first = JsonDocument.Parse(trimmed.AsMemory(0, end), Lenient);
            return first.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The articles of an array, of a schema.org graph, or of the list that a feed wraps in an object.
    private static JsonElement[] ItemsOf(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return [.. root.EnumerateArray()];
        if (root.ValueKind != JsonValueKind.Object) return [];
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Array)
            {
                JsonElement[] articles = [.. property.Value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object && (Ninjs.Is(item) || JsonFields.Of(item) is { HasText: true, IsOther: false }))];
                if (articles.Length > 0) return articles;
            }
            else if (property.Value.ValueKind == JsonValueKind.Object && JsonFields.Of(property.Value).HasText) return [property.Value];
        }
        return [];
    }

    private static Ingested Report(string input, byte[] bytes, JsonElement item, SuppliedMetadata beside)
    {
        bool ninjs = Ninjs.Is(item);
        if (!ninjs && item.ValueKind == JsonValueKind.Object && ItemOfGraph(item) is { } inner)
        {
            item = inner;
            ninjs = Ninjs.Is(item);
        }
        if (item.ValueKind != JsonValueKind.Object) return NoText(input);
        if (ninjs && Ninjs.Barred(item) is { } status)
        {
            return IngestStage.SetAside(input, ReasonCode.Withdrawn, $"{input}: its sender marks it as {status} (pubstatus). Expected a usable item; it is not read.");
        }
        string? text = ninjs ? Ninjs.Received(item) : JsonFields.Of(item).Text;
        if (string.IsNullOrWhiteSpace(text)) return NoText(input);
        if (text[0] == '\uFEFF') text = text[1..];
        string sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        SuppliedMetadata supplied = (ninjs ? Ninjs.Supplied(item) : SuppliedOf(JsonFields.Of(item))).Or(beside);
        return new Ingested(new RawReport(StableId.Of('r', sha, input), input, sha, InputReader.HasMarkup(text) ? Markup.Html : Markup.Text, text, supplied), null);
    }

    private static SuppliedMetadata SuppliedOf(JsonFields fields)
    {
        (DateTimeOffset? modified, string? rights) = (fields.Modified, fields.Rights);
        return new SuppliedMetadata(fields.Title, fields.Outlet, fields.Url, fields.Published, fields.Byline, fields.Agency,
            modified is null && rights is null ? null : new Provenance(null, modified, null, rights));
    }

    private static JsonElement? ItemOfGraph(JsonElement item)
    {
        if (JsonFields.Of(item).HasText) return null;
        JsonElement[] inner = ItemsOf(item);
        return inner.Length > 0 ? inner[0] : null;
    }

    private static byte[] RawBytes(JsonElement item) => Encoding.UTF8.GetBytes(item.GetRawText());

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}#{number}");

    private static Ingested BadJson(string name, JsonException e) => IngestStage.SetAside(name, ReasonCode.BadJson, string.Create(CultureInfo.InvariantCulture,
        $"{name}: not JSON at line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1} (or nested deeper than {MaxDepth}). Expected one JSON value a file, or one a line in .jsonl; mend or export it again."));

    private static Ingested NoText(string name) => IngestStage.SetAside(name, ReasonCode.JsonWithoutText,
        $"{name}: the JSON holds no text of a report. Expected a field articleBody, text, body or content that is not empty; rename the field that has it.");
}
