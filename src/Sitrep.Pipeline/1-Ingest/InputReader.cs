using System.Security.Cryptography;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Ingest;

/// <summary>The bytes of one input → its reports, by the kind that its name or its beginning tells.</summary>
internal static class InputReader
{
    private enum Kind
    {
        Text,
        Html,
        Json,
        JsonLines,
        Unknown,
    }

    public static IReadOnlyList<Ingested> Read(string name, byte[] bytes)
    {
        Kind kind = KindOf(name);
        if (bytes.Length == 0) return [Empty(name)];
        string? text = TextDecoder.Decode(bytes, page: kind is Kind.Html or Kind.Unknown);
        if (text is null)
        {
            return kind == Kind.Unknown && name != "-"
                ? [IngestStage.SetAside(name, ReasonCode.UnknownKind, $"{name} is of a kind that is not read, and its bytes are not text. Expected .txt, .html, .json or .jsonl; convert it to one of them.")]
                : [IngestStage.SetAside(name, ReasonCode.NotText, $"{name}: its bytes are not text in UTF-8, UTF-16, UTF-32 or windows-1252. Expected a text file; save it again as UTF-8.")];
        }
        if (string.IsNullOrWhiteSpace(text)) return [Empty(name)];
        if (kind is Kind.Unknown or Kind.Text) kind = Sniff(name, text, kind);
        switch (kind)
        {
            case Kind.Json:
                return JsonReports.ReadDocument(name, bytes, text);
            case Kind.JsonLines:
                return JsonReports.ReadLines(name, text);
            case Kind.Unknown:
                return [IngestStage.SetAside(name, ReasonCode.UnknownKind, $"{name} is XML, which is not read. Expected .txt, .html, .json or .jsonl; export its reports as one of them.")];
            default:
                string sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
                return [new Ingested(new RawReport(StableId.Of('r', sha, name), name, sha, kind == Kind.Html ? Markup.Html : Markup.Text, text, SuppliedMetadata.None), null)];
        }
    }

    private static Ingested Empty(string name) => new(null, EmptyInput(name));

    internal static Problem EmptyInput(string name) =>
        new(name, null, ReasonCode.Empty, $"{name} is empty or holds only white space. Expected the text of a report; check the download.", SetAside: true);

    private static Kind KindOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" or ".text" or ".md" => Kind.Text,
        ".html" or ".htm" or ".xhtml" => Kind.Html,
        ".json" => Kind.Json,
        ".jsonl" or ".ndjson" => Kind.JsonLines,
        _ => Kind.Unknown,
    };

    private static Kind Sniff(string name, string text, Kind kind)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        ReadOnlySpan<char> head = start[..Math.Min(start.Length, 2048)];
        if (StartsLikePage(head)) return Kind.Html;
        if (kind == Kind.Text) return Kind.Text;
        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) return head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? Kind.Html : Kind.Unknown;
        if (name == "-")
        {
            if (head[0] is '{' or '[') return JsonReports.LooksLikeLines(text) ? Kind.JsonLines : Kind.Json;
            if (HasMarkup(text)) return Kind.Html;
        }
        return Kind.Text;
    }

    private static bool StartsLikePage(ReadOnlySpan<char> head)
    {
        while (head.StartsWith("<!--", StringComparison.Ordinal) && head.IndexOf("-->", StringComparison.Ordinal) is >= 0 and int end) head = head[(end + 3)..].TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<head", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<body", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True when text that came in a field is HTML: it starts with a tag, or has paragraphs marked up.</summary>
    internal static bool HasMarkup(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        bool tagFirst = start.Length > 2 && start[0] == '<' && (char.IsAsciiLetter(start[1]) || start[1] == '!') && start.Contains('>');
        return tagFirst || text.Contains("<p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<p ", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<br>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br/>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br />", StringComparison.OrdinalIgnoreCase);
    }
}
