using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Ingest.Archives;
using Sitrep.Pipeline.Ingest.Feeds;
using Sitrep.Pipeline.Ingest.Pdf;
using Sitrep.Pipeline.Ingest.Web;

namespace Sitrep.Pipeline.Ingest;

/// <summary>What is known of bytes before they are read.</summary>
/// <param name="MediaType">As the sender calls it, lower case; null when it comes from no sender.</param>
/// <param name="Charset">As the sender calls it.</param>
/// <param name="Followed">True for the page behind an entry of a feed: it is a page or nothing.</param>
internal sealed record Origin(string? MediaType, string? Charset, SuppliedMetadata Supplied, bool Followed = false)
{
    /// <summary>A file: nothing.</summary>
    public static Origin Unknown { get; } = new(null, null, SuppliedMetadata.None);
}

/// <summary>The bytes of one input → its reports, by the kind that its sender, its name or its beginning tells.</summary>
/// <param name="follow">Fetches the page behind an entry of a feed; null when links are not followed.</param>
/// <param name="faulted">Told of a fault of ours in one input.</param>
internal sealed class InputReader(Func<FeedEntry, SuppliedMetadata, IEnumerable<Ingested>>? follow, Action<string, Exception>? faulted = null)
{
    /// <summary>Characters looked at to tell a page from a feed.</summary>
    private const int HeadLength = 2048;

    private readonly FeedReports _feeds = new(follow);

    /// <summary>What is in the bytes.</summary>
    public IEnumerable<Ingested> Read(string name, byte[] bytes, Origin origin) => Guarded(name, () => ReadByKind(name, bytes, origin));

    /// <summary>A fault of ours ends this input and no other.</summary>
    private IEnumerable<Ingested> Guarded(string name, Func<IEnumerable<Ingested>> read)
    {
        IEnumerator<Ingested>? items = null;
        try
        {
            while (true)
            {
                Ingested? item = null;
                Exception? fault = null;
                try
                {
                    items ??= read().GetEnumerator();
                    if (items.MoveNext()) item = items.Current;
                }
                catch (Exception e) when (IsOurs(e))
                {
                    fault = e;
                }
                if (fault is not null)
                {
                    faulted?.Invoke(name, fault);
                    item = IngestStage.SetAside(name, ReasonCode.IngestingFailed, Fault.Words(name, fault));
                }
                if (item is null) yield break;
                yield return item;
                if (fault is not null) yield break;
            }
        }
        finally
        {
            items?.Dispose();
        }
    }

    // What is thrown where code is wrong. Full disks, closed stores and a user who stops the run are not of one input.
    private static bool IsOurs(Exception e) => e is ArgumentException or ArithmeticException or FormatException or IndexOutOfRangeException or InvalidCastException or InvalidOperationException
        or KeyNotFoundException or NotSupportedException or NullReferenceException or RegexMatchTimeoutException or JsonException or XmlException;

    private IEnumerable<Ingested> ReadByKind(string name, byte[] bytes, Origin origin)
    {
        if (bytes.Length == 0) return [Empty(name)];
        InputKind? kind = InputKinds.OfBytes(bytes) ?? InputKinds.OfMediaType(origin.MediaType) ?? InputKinds.OfName(PageAddress.IsWeb(name) ? new Uri(name).AbsolutePath : name);
        if (origin.Followed && kind is InputKind.Archive or InputKind.Xml) kind = InputKind.Other;
        switch (kind)
        {
            case InputKind.Other:
                return [IngestStage.SetAside(name, ReasonCode.UnknownKind, $"{name} is {origin.MediaType ?? "of a kind"} that is not read. Expected a page, text, JSON, a feed or a PDF; leave it out.")];
            case InputKind.Archive:
                return ReadArchive(name, new MemoryStream(bytes));
            case InputKind.Pdf:
                (string? extracted, Problem? problem) = PdfText.Extract(name, bytes);
                return [extracted is null ? new Ingested(null, problem) : Report(name, bytes, extracted, Markup.Text, origin.Supplied)];
        }
        string? text = TextDecoder.Decode(bytes, page: kind is InputKind.Html or InputKind.Xml or null, origin.Charset);
        if (text is null)
        {
            return kind is null && name != IngestStage.StandardInputName
                ? [IngestStage.SetAside(name, ReasonCode.UnknownKind, $"{name} is of a kind that is not read, and its bytes are not text. Expected .txt, .html, .json, .jsonl, a feed, .warc or .pdf; convert it to one of them.")]
                : [IngestStage.SetAside(name, ReasonCode.NotText, $"{name}: its bytes are not text in UTF-8, UTF-16, UTF-32 or windows-1252. Expected a text file; save it again as UTF-8.")];
        }
        if (string.IsNullOrWhiteSpace(text)) return [Empty(name)];
        return ByText(text, kind, mayBeData: name == IngestStage.StandardInputName || PageAddress.IsWeb(name)) switch
        {
            InputKind.Json => JsonReports.ReadDocument(name, bytes, text, origin.Supplied, _feeds),
            InputKind.JsonLines => JsonReports.ReadLines(name, text, origin.Supplied),
            InputKind.Xml when origin.Followed => [IngestStage.SetAside(name, ReasonCode.UnknownKind, $"{name}: behind the link of an entry is another feed. Expected a page; give the feed as an input of its own.")],
            InputKind.Xml => _feeds.ReadXml(name, text, origin.Supplied),
            InputKind.Html => [Report(name, bytes, text, Markup.Html, origin.Supplied)],
            _ => [Report(name, bytes, text, Markup.Text, origin.Supplied)],
        };
    }

    /// <param name="file">Seekable; read to its end while the answer is enumerated.</param>
    /// <param name="moved">Called after each record.</param>
    public IEnumerable<Ingested> ReadArchive(string name, Stream file, Action? moved = null) => Guarded(name, () => new WarcReports(this).Read(name, file, moved ?? (() => { })));

    internal static Problem EmptyInput(string name) =>
        new(name, null, ReasonCode.Empty, $"{name} is empty or holds only white space. Expected the text of a report; check the download.", SetAside: true);

    /// <summary>True when text that came in a field is HTML: it starts with a tag, or has paragraphs marked up.</summary>
    internal static bool HasMarkup(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        bool tagFirst = start.Length > 2 && start[0] == '<' && (char.IsAsciiLetter(start[1]) || start[1] == '!') && start.Contains('>');
        return tagFirst || text.Contains("<p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<p ", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<br>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br/>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br />", StringComparison.OrdinalIgnoreCase);
    }

    private static Ingested Report(string name, byte[] bytes, string text, Markup markup, SuppliedMetadata supplied)
    {
        string sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new Ingested(new RawReport(StableId.Of('r', sha, name), name, sha, markup, text, supplied), null);
    }

    private static Ingested Empty(string name) => new(null, EmptyInput(name));

    // Pages are saved as .txt and .xml, feeds are served as text/html: how the text begins has the last word.
    private static InputKind ByText(string text, InputKind? kind, bool mayBeData)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        ReadOnlySpan<char> head = start[..Math.Min(start.Length, HeadLength)];
        if (kind is InputKind.Json or InputKind.JsonLines) return kind.Value;
        if (StartsLikeFeed(head)) return kind == InputKind.Text ? InputKind.Text : InputKind.Xml;
        if (StartsLikePage(head)) return InputKind.Html;
        if (kind is InputKind.Html or InputKind.Text) return kind.Value;
        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) return head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? InputKind.Html : InputKind.Xml;
        if (kind is not null) return kind.Value;
        if (!mayBeData) return InputKind.Text;
        if (head[0] is '{' or '[') return JsonReports.LooksLikeLines(text) ? InputKind.JsonLines : InputKind.Json;
        return HasMarkup(text) ? InputKind.Html : InputKind.Text;
    }

    private static bool StartsLikeFeed(ReadOnlySpan<char> head)
    {
        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && head.Contains("<html", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (string root in (ReadOnlySpan<string>)["<rss", "<feed", "<rdf:RDF"])
        {
            if (head.StartsWith(root, StringComparison.OrdinalIgnoreCase) || (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && head.Contains(root, StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }

    private static bool StartsLikePage(ReadOnlySpan<char> head)
    {
        while (head.StartsWith("<!--", StringComparison.Ordinal) && head.IndexOf("-->", StringComparison.Ordinal) is >= 0 and int end) head = head[(end + 3)..].TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<head", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<body", StringComparison.OrdinalIgnoreCase);
    }
}
