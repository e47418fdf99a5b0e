using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Ingest.Web;

namespace Sitrep.Pipeline.Ingest.Feeds;

/// <summary>Entries of a feed → reports: those with their text as they are, those with a link only when the caller follows it.</summary>
/// <param name="follow">Fetches the page behind an entry; null when links are not followed.</param>
internal sealed class FeedReports(Func<FeedEntry, SuppliedMetadata, IEnumerable<Ingested>>? follow)
{
    /// <summary>Words from which a summary counts as the text in full: teasers have under sixty, the shortest wire reports about a hundred.</summary>
    private const int FullTextWordsMin = 100;

    public IEnumerable<Ingested> ReadXml(string name, string text, SuppliedMetadata beside)
    {
        if (FeedXml.Refusal(text) is { } refusal)
        {
            yield return IngestStage.SetAside(name, ReasonCode.HostileXml, $"{name} is refused: {refusal}. Expected a feed without a document type; nothing of it was read.");
            yield break;
        }
        using XmlReader reader = FeedXml.Open(text);
        var feed = new FeedReader(reader);
        using IEnumerator<FeedEntry> entries = feed.Entries().GetEnumerator();
        int number = 0;
        Ingested? fault = null;
        while (fault is null)
        {
            try
            {
                if (!entries.MoveNext()) break;
            }
            catch (Exception e) when (e is XmlException or InvalidOperationException)
            {
                (int line, int column) = e is XmlException xml ? (xml.LineNumber, xml.LinePosition) : (0, 0);
                fault = IngestStage.SetAside(number == 0 ? name : $"{name}#{Number(number + 1)}", ReasonCode.BadXml, string.Create(CultureInfo.InvariantCulture,
                    $"{name}: not XML from line {line}, column {column} on; {number} entries before it were read. Expected a well-formed feed; fetch it again."));
                continue;
            }
            number++;
            foreach (Ingested one in Read(name, number, entries.Current, feed.Head, beside)) yield return one;
        }
        if (fault is not null) yield return fault;
        else if (!feed.IsFeed) yield return IngestStage.SetAside(name, ReasonCode.UnknownKind, $"{name} is XML but no feed. Expected RSS or Atom; export its reports as text, HTML or JSON.");
        else if (number == 0) yield return IngestStage.SetAside(name, ReasonCode.Empty, $"{name} is a feed without entries. Expected at least one; fetch it again later.");
    }

    public IEnumerable<Ingested> ReadJson(string name, JsonElement root, SuppliedMetadata beside)
    {
        FeedHead head = JsonFeed.Head(root);
        int number = 0;
        foreach (FeedEntry entry in JsonFeed.Entries(root))
        {
            number++;
            foreach (Ingested one in Read(name, number, entry, head, beside)) yield return one;
        }
        if (number == 0) yield return IngestStage.SetAside(name, ReasonCode.Empty, $"{name} is a feed without entries. Expected at least one; fetch it again later.");
    }

    private IEnumerable<Ingested> Read(string feedName, int number, FeedEntry entry, FeedHead head, SuppliedMetadata beside)
    {
        Uri? address = PageAddress.Resolve(entry.Link, beside.Url ?? head.Link);
        // Feeds push their entries down as new ones come: only an entry's own address stays.
        string name = address is not null ? PageAddress.NameOf(address) : $"{feedName}#{Number(number)}";
        string? rights = entry.Rights ?? head.Rights;
        DateTimeOffset? modified = Metadata.Instant(entry.Updated), fetched = beside.Provenance?.Fetched;
        var supplied = new SuppliedMetadata(Title(entry.Title), entry.Source ?? head.Outlet, address?.AbsoluteUri, entry.Published ?? entry.Updated, entry.Author, null,
            fetched is null && modified is null && rights is null ? null : new Provenance(fetched, modified, null, rights));

        bool whole = entry.Content is not null || Words(entry.Summary) >= FullTextWordsMin;
        string? text = entry.Content is not null && Words(entry.Content) >= Words(entry.Summary) ? entry.Content : entry.Summary ?? entry.Content;
        if (!whole && address is not null && follow is not null)
        {
            bool read = false;
            foreach (Ingested one in follow(entry with { Link = address.AbsoluteUri }, supplied))
            {
                read |= one.Problem is null;
                yield return one;
            }
            if (read) yield break;
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            if (follow is null || address is null) yield return IngestStage.SetAside(name, ReasonCode.LinkOnly, $"{name}: an entry of {feedName} with a link and no text. Expected its text; read the feed with --follow to fetch the page.");
            yield break;
        }
        // Only what makes the report, so that a feed written out anew gives the same ids.
        string sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', entry.Title, entry.Published, entry.Updated, entry.Author, text))));
        yield return new Ingested(new RawReport(StableId.Of('r', sha, name), name, sha, InputReader.HasMarkup(text) ? Markup.Html : Markup.Text, text, supplied), null);
    }

    // Titles are plain in RSS, yet half of all feeds escape them twice.
    private static string? Title(string? title) => title is null ? null : System.Net.WebUtility.HtmlDecode(title);

    private static int Words(string? text)
    {
        if (text is null) return 0;
        int words = 0;
        bool inside = false, tag = false;
        foreach (char c in text)
        {
            if (c == '<') tag = true;
            else if (c == '>') tag = false;
            bool letter = !tag && char.IsLetterOrDigit(c);
            if (letter && !inside) words++;
            inside = letter;
        }
        return words;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
