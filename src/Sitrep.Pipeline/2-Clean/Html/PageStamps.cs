using System.Collections.Immutable;

namespace Sitrep.Pipeline.Clean.Html;

/// <summary>Times that a page's markup gives for itself, as written, each list by how surely it is meant.</summary>
/// <param name="Published">Said to be the first publication.</param>
/// <param name="Dated">Said to be a date of the page, and no more.</param>
/// <param name="Changed">Said to be the last change.</param>
internal sealed record PageStamps(ImmutableArray<string> Published, ImmutableArray<string> Dated, ImmutableArray<string> Changed)
{
    // Open Graph, schema.org, Dublin Core, Parse.ly, Sailthru, Highwire Press; the more exactly a name means the first publication, the earlier.
    private static readonly string[] PublishedMetas = ["article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "pubdate", "og:pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published_time", "publisheddate", "published", "citation_publication_date", "citation_online_date", "article.published", "originalpublicationdate", "cxenseparse:recs:publishtime", "article:published", "rnews:datepublished", "bt:pubdate", "ob:date", "shareaholic:article_published_time"];
    private static readonly string[] DatedMetas = ["date", "dc.date", "dc:date", "dcterms.date", "bepress_citation_date", "dcterms.created", "dc.date.created", "dc.created", "citation_date", "datecreated", "created", "article_date_original", "time"];
    private static readonly string[] ChangedMetas = ["last-modified", "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod", "revised", "dateupdate"];

    /// <param name="article">What JSON-LD says of the article; null when it says nothing.</param>
    public static PageStamps Of(HtmlPage page, string? article)
    {
        ImmutableArray<string>.Builder published = ImmutableArray.CreateBuilder<string>(), dated = ImmutableArray.CreateBuilder<string>(), changed = ImmutableArray.CreateBuilder<string>();
        AddMetas(page, PublishedMetas, published);
        if (article is not null) published.Insert(Math.Min(1, published.Count), article);
        AddTimes(page, published, dated, changed);
        AddMetas(page, DatedMetas, dated);
        AddMetas(page, ChangedMetas, changed);
        return new PageStamps(published.DrainToImmutable(), dated.DrainToImmutable(), changed.DrainToImmutable());
    }

    private static void AddMetas(HtmlPage page, string[] names, ImmutableArray<string>.Builder into)
    {
        foreach (string name in names)
        {
            foreach ((string known, string content) in page.Metas) if (known == name && !string.IsNullOrWhiteSpace(content)) into.Add(content.Trim());
        }
    }

    private static void AddTimes(HtmlPage page, ImmutableArray<string>.Builder published, ImmutableArray<string>.Builder dated, ImmutableArray<string>.Builder changed)
    {
        foreach ((HtmlElement element, int _) in page.Times)
        {
            string? value = element["datetime"] ?? element["content"] ?? (element.Tag is "abbr" or "span" ? element["title"] : null);
            if (value is not { Length: >= 8 } || InAside(element)) continue;
            string hints = element.Hints;
            if (hints.Contains("-updated-", StringComparison.Ordinal) && !hints.Contains("-published-", StringComparison.Ordinal) || Property(element, "dateModified")) changed.Add(value);
            else if (element["pubdate"] is not null || Property(element, "datePublished") || hints.Contains("-publish", StringComparison.Ordinal) || hints.Contains("-entry-date-", StringComparison.Ordinal)) published.Add(value);
            else dated.Add(value);
        }
    }

    private static bool Property(HtmlElement element, string name) => string.Equals(element["itemprop"], name, StringComparison.OrdinalIgnoreCase);

    private static bool InAside(HtmlElement element)
    {
        for (HtmlElement? at = element; at is not null; at = at.Parent)
        {
            if (at.Tag is "body" or "html") break;
            if (at.Tag is "aside" or "footer" or "nav" || at.Hints.Contains("-comment", StringComparison.Ordinal) || at.Hints.Contains("-related-", StringComparison.Ordinal) || at.Hints.Contains("-sidebar-", StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
