using System.Xml;
using System.Xml.Linq;

namespace Sitrep.Pipeline.Ingest.Feeds;

/// <summary>RSS 0.9x, 1.0 and 2.0 (https://www.rssboard.org, RDF Site Summary) and Atom 1.0 (RFC 4287), entry by entry.</summary>
/// <remarks>Hand-written over <see cref="XmlReader"/> and not System.ServiceModel.Syndication: that package reads no RSS 1.0, loses <c>content:encoded</c> to an extension, and gives
/// nothing of a feed that is broken off, while here the entries before the fault are read.</remarks>
internal sealed class FeedReader(XmlReader reader)
{
    private static readonly string[] Containers = ["rss", "RDF", "feed", "channel", "items"];

    /// <summary>Complete once the first entry was read.</summary>
    public FeedHead Head { get; private set; } = new(null, null, null);

    /// <summary>True when the root element is a feed's.</summary>
    public bool IsFeed { get; private set; }

    /// <exception cref="XmlException">The XML is not well formed from here on.</exception>
    public IEnumerable<FeedEntry> Entries()
    {
        if (reader.MoveToContent() != XmlNodeType.Element) yield break;
        IsFeed = reader.LocalName is "rss" or "RDF" or "feed";
        if (!IsFeed) yield break;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element) reader.Read();
            else if (reader.LocalName is "item" or "entry") yield return Entry((XElement)XNode.ReadFrom(reader));
            else if (Containers.Contains(reader.LocalName, StringComparer.Ordinal)) reader.Read();
            else if (reader.Depth <= 2) Add((XElement)XNode.ReadFrom(reader));
            else reader.Skip();
        }
    }

    private void Add(XElement about)
    {
        switch (about.Name.LocalName)
        {
            case "title" when Head.Title is null:
                Head = Head with { Title = Words(about) };
                break;
            case "link" when Head.Link is null && Rel(about) == "alternate":
                Head = Head with { Link = Address(about) };
                break;
            case "copyright" or "rights" when Head.Rights is null:
                Head = Head with { Rights = Words(about) };
                break;
        }
    }

    private static FeedEntry Entry(XElement item)
    {
        XElement[] fields = [.. item.Elements()];
        string? First(params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                foreach (XElement field in fields) if (field.Name.LocalName == name && Words(field) is { } words) return words;
            }
            return null;
        }
        XElement? guid = fields.FirstOrDefault(field => field.Name.LocalName == "guid");
        string? link = fields.Where(field => field.Name.LocalName == "link" && Rel(field) == "alternate").Select(Address).FirstOrDefault(address => address is not null)
            ?? fields.Where(field => field.Name.LocalName == "origLink").Select(Words).FirstOrDefault()
            ?? (guid?.Attribute("isPermaLink")?.Value != "false" ? Words(guid) : null);
        string? key = First("guid", "id") ?? item.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "about")?.Value;
        string? content = fields.Where(field => field.Name.LocalName == "encoded" || (field.Name.LocalName == "content" && field.Attribute("url") is null)).Select(Markup).FirstOrDefault(words => words is not null);
        string? summary = fields.Where(field => field.Name.LocalName is "description" or "summary").Select(Markup).FirstOrDefault(words => words is not null);
        XElement? source = fields.FirstOrDefault(field => field.Name.LocalName == "source");
        string? origin = source is null ? null : Words(source.Elements().FirstOrDefault(inner => inner.Name.LocalName == "title")) ?? (source.HasElements ? null : Words(source));
        string[] authors = [.. fields.Where(field => field.Name.LocalName is "author" or "creator" or "contributor").Select(Author).OfType<string>().Distinct(StringComparer.Ordinal)];
        return new FeedEntry(key, link, First("title"), authors.Length == 0 ? null : string.Join(", ", authors), First("pubDate", "published", "issued", "date"),
            First("updated", "modified"), content, summary, origin ?? First("publisher"), First("rights", "copyright"));
    }

    // Atom: <author><name>; RSS: "mail@host (Name)" or a name.
    private static string? Author(XElement author)
    {
        if (author.HasElements) return Words(author.Elements().FirstOrDefault(inner => inner.Name.LocalName == "name"));
        string? words = Words(author);
        if (words is null || !words.Contains('@', StringComparison.Ordinal)) return words;
        int open = words.IndexOf('(', StringComparison.Ordinal), close = words.LastIndexOf(')');
        return open > 0 && close > open + 1 ? words[(open + 1)..close].Trim() : null;
    }

    private static string Rel(XElement link) => link.Attribute("rel")?.Value ?? "alternate";

    private static string? Address(XElement link) => link.Attribute("href")?.Value.Trim() ?? Words(link);

    private static string? Words(XElement? field) => field is null || string.IsNullOrWhiteSpace(field.Value) ? null : field.Value.Trim();

    // Escaped HTML is the value; XHTML is elements, and its markup is kept.
    private static string? Markup(XElement field)
    {
        if (!field.HasElements) return Words(field);
        if (string.IsNullOrWhiteSpace(field.Value)) return null;
        try
        {
            return string.Concat(field.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))).Trim();
        }
        catch (ArgumentException)
        {
            return field.Value.Trim();   // a character that XML cannot carry, let through when it was read, cannot be written
        }
    }
}
