using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean.Html;

/// <summary>Tells the main text of a page from what stands around it: by what elements are called, and by where running text is dense.</summary>
internal sealed class MainContent(CueList cues)
{
    /// <summary>A class that names furniture is not believed of an element that holds more than this share of the page's running text.</summary>
    private const double TooMuchForFurniture = 0.5;

    /// <summary>The search goes down into a child while it holds this share of its parent's running text.</summary>
    private const double MostOf = 0.85;

    /// <summary>Characters of running text below which a page consists of its comments, or of nothing.</summary>
    private const double Scarce = 250;

    /// <summary>Characters in the longest title or cross-head.</summary>
    private const int LongestTitle = 90;

    /// <summary>Characters from which on a block is a paragraph of the main text, or a standfirst over it.</summary>
    private const int ShortestParagraph = 40, ShortestLead = 40;

    /// <summary>Characters of running text below the title, and their share of the heaviest text of the page, from which on they are the report.</summary>
    private const double LeastBelowTitle = 400, ShareBelowTitle = 0.2;

    /// <summary>Fewest neighbours of one sort that make a list of other stories, characters of the longest of them, and elements between it and its words.</summary>
    private const int FewestTeasers = 3, LongestTeaser = 700, TeaserDepth = 8;

    /// <summary>Blocks between the title and the first paragraph: standfirst, signature, date, buttons.</summary>
    private const int LongestLead = 24;

    private readonly Dictionary<HtmlElement, ZoneKind?> _kinds = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<HtmlElement, ZoneKind?> _classKinds = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<HtmlElement> _teasers = new(ReferenceEqualityComparer.Instance);
    private double _total;

    /// <summary>Blocks of the page, furniture with its kind, the main text marked as such.</summary>
    public List<Block> Blocks(HtmlPage page)
    {
        Weigh(page, withComments: false);
        if (_total < Scarce) Weigh(page, withComments: true);
        HtmlElement? main = Below(page, Find(page));
        (int leadFrom, int leadTo) = Lead(page, main);
        if (main is not null) MarkTeasers(page, main);
        var blocks = new List<Block>(page.Blocks.Length);
        for (int i = 0; i < page.Blocks.Length; i++)
        {
            HtmlBlock block = page.Blocks[i];
            string words = block.Span.Of(page.Text);
            ZoneKind? kind = KindOf(block.Element);
            bool inside = main is not null && IsInside(block.Element, main);
            if (i >= leadFrom && i < leadTo && IsLead(block))
            {
                if (ClassKind(block.Element) == ZoneKind.Headline) kind = ZoneKind.Headline;
                else (kind, inside) = (null, true);
            }
            int heading = Heading(block.Element);
            double linked = (double)block.Linked / words.Length;
            if (heading > 1 && inside && words.Length > LongestTitle) heading = 0;   // what is set like a title and is too long for one opens the text
            if (kind is null && heading != 1)
            {
                if (linked > 0.75 && (words.Length < 200 || linked > 0.85)) kind = ZoneKind.Related;
                else if (_teasers.Contains(block.Element)) kind = ZoneKind.Related;
                else if (!inside) kind = ZoneKind.Boilerplate;
            }
            if (heading == 1 && (kind is ZoneKind.Boilerplate or ZoneKind.Headline || kind is ZoneKind.Related or ZoneKind.Promotion && linked < 0.5)) kind = null;
            if (kind == ZoneKind.Body) kind = null;
            if (kind == ZoneKind.Headline && heading == 1) kind = null;
            blocks.Add(new Block(block.Span, words, 0, !block.AfterBreak) { Kind = kind, Main = kind is null && inside && heading != 1, Heading = heading });
        }
        return blocks;
    }

    /// <summary>Lists of other stories: neighbours of one sort, each with a link first and little below it.</summary>
    private void MarkTeasers(HtmlPage page, HtmlElement main)
    {
        var items = new Dictionary<HtmlElement, (int Blocks, int Length, int Linked, bool Opens)>(ReferenceEqualityComparer.Instance);
        foreach (HtmlBlock block in page.Blocks)
        {
            int depth = 0;
            for (HtmlElement? at = block.Element; at is not null && !ReferenceEquals(at, main) && depth < TeaserDepth; at = at.Parent, depth++)
            {
                (int blocks, int length, int linked, bool opens) = items.GetValueOrDefault(at);
                if (blocks == 0) opens = StartsInLink(block, at) || Heading(block.Element) > 1 && block.Linked * 2 > block.Span.Length;
                items[at] = (blocks + 1, length + block.Span.Length, linked + block.Linked, opens);
            }
        }
        var groups = new Dictionary<(HtmlElement Parent, string Tag), int>();
        foreach ((HtmlElement item, var seen) in items) if (item.Parent is { } parent && IsTeaser(item, seen)) groups[(parent, item.Tag)] = groups.GetValueOrDefault((parent, item.Tag)) + 1;
        var teasers = new HashSet<HtmlElement>(ReferenceEqualityComparer.Instance);
        foreach ((HtmlElement item, var seen) in items) if (item.Parent is { } parent && IsTeaser(item, seen) && groups[(parent, item.Tag)] >= FewestTeasers) teasers.Add(item);
        foreach (HtmlBlock block in page.Blocks)
        {
            int depth = 0;
            for (HtmlElement? at = block.Element; at is not null && !ReferenceEquals(at, main) && depth < TeaserDepth; at = at.Parent, depth++)
            {
                if (teasers.Contains(at)) _teasers.Add(block.Element);
            }
        }

        static bool IsTeaser(HtmlElement item, (int Blocks, int Length, int Linked, bool Opens) seen) =>
            seen.Opens && item.Tag is "li" or "div" or "article" or "section" or "td" or "a" && seen.Blocks <= 6 && seen.Length <= LongestTeaser && seen.Linked * 8 > seen.Length;
    }

    private static bool StartsInLink(HtmlBlock block, HtmlElement within)
    {
        for (HtmlElement? at = block.Element; at is not null; at = at.Parent)
        {
            if (at.Tag == "a") return true;
            if (ReferenceEquals(at, within)) break;
        }
        return false;
    }

    /// <summary>Blocks between the last title over the main text and its first paragraph: where a standfirst stands that is kept apart from the text.</summary>
    private (int From, int To) Lead(HtmlPage page, HtmlElement? main)
    {
        int from = -1, level = 7;
        for (int i = 0; i < page.Blocks.Length && main is not null; i++)
        {
            HtmlBlock block = page.Blocks[i];
            if (Heading(block.Element) is > 0 and <= 3 and int heading && heading <= level && KindOf(block.Element) is null or ZoneKind.Headline) (from, level) = (i + 1, heading);
            else if (block.Span.Length >= ShortestParagraph && IsInside(block.Element, main) && KindOf(block.Element) is null) return from < 0 || i - from > LongestLead ? (0, 0) : (from, i);
        }
        return (0, 0);
    }

    // Whole words of the page's own, not a list of links, a caption or a button.
    private bool IsLead(HtmlBlock block)
    {
        if (block.Span.Length < ShortestLead || block.Linked * 2 > block.Span.Length) return false;
        if (KindOf(block.Element) is not (null or ZoneKind.Related or ZoneKind.Headline)) return false;
        for (HtmlElement? at = block.Element; at is not null; at = at.Parent) if (HtmlTags.Furniture.Contains(at.Tag) && at.Tag != "form") return false;
        return true;
    }

    private void Weigh(HtmlPage page, bool withComments)
    {
        foreach (HtmlBlock block in page.Blocks)
        {
            double weight = Math.Max(0, block.Span.Length - (1.5 * block.Linked));
            if (block.Span.Length < 40 || InFurniture(block.Element, withComments)) continue;
            _total += weight;
            for (HtmlElement? at = block.Element; at is not null; at = at.Parent)
            {
                if (at.Weight == 0 && at.Parent is { } parent) parent.Weighed.Add(at);
                at.Weight += Math.Max(weight, 1);
            }
        }
    }

    private HtmlElement? Find(HtmlPage page)
    {
        HtmlElement? root = null;
        HtmlElement? best = null;
        double bestScore = 0;
        var seen = new HashSet<HtmlElement>(ReferenceEqualityComparer.Instance);
        foreach (HtmlBlock block in page.Blocks)
        {
            for (HtmlElement? at = block.Element; at is not null && seen.Add(at); at = at.Parent)
            {
                if (at.Parent is null) root = at;
                double trust = Trust(at);
                if (trust == 0 || at.Weight < 200 && at.Weight < _total * 0.3 || KindOf(at) is not null) continue;
                double score = trust * at.Weight;
                if (score > bestScore) (best, bestScore) = (at, score);
            }
        }
        if (best is not null && best.Weight >= _total * (Trust(best) > 2 ? 0.1 : 0.25)) return best;
        HtmlElement? current = root;
        for (int depth = 0; current is not null && depth < 250; depth++)
        {
            HtmlElement? heaviest = null;
            foreach (HtmlElement child in current.Weighed) if (KindOf(child) is null && (heaviest is null || child.Weight > heaviest.Weight)) heaviest = child;
            if (heaviest is null || heaviest.Weight < current.Weight * MostOf || heaviest.Tag is "p" or "li" or "blockquote") break;
            current = heaviest;
        }
        return current;
    }

    /// <summary>The text right below the title, when the heaviest text stands further down: comments and other stories may be longer than the report.</summary>
    private HtmlElement? Below(HtmlPage page, HtmlElement? main)
    {
        if (main is null) return null;
        bool titled = false;
        int tried = 0;
        foreach (HtmlBlock block in page.Blocks)
        {
            if (tried > LongestLead || IsInside(block.Element, main)) return main;
            if (Heading(block.Element) == 1) titled = true;
            if (!titled || block.Span.Length < 2 * ShortestParagraph || block.Linked * 3 > block.Span.Length || KindOf(block.Element) is not null) continue;
            tried++;
            HtmlElement widest = block.Element;
            while (widest.Parent is { } parent && !IsInside(main, parent) && KindOf(parent) is null) widest = parent;
            if (widest.Weight >= LeastBelowTitle && widest.Weight >= main.Weight * ShareBelowTitle) return widest;
        }
        return main;
    }

    // How far an element that is called the article is believed to be it; the narrower the name, the more.
    private double Trust(HtmlElement element)
    {
        if (string.Equals(element["itemprop"], "articleBody", StringComparison.OrdinalIgnoreCase)) return 3;
        if (element.Tag is not ("p" or "span" or "a" or "li" or "body" or "html") && ClassKind(element) == ZoneKind.Body) return 2.2;
        return element.Tag == "article" ? 1.6 : element.Tag == "main" || element["role"] == "main" ? 1.2 : 0;
    }

    private bool InFurniture(HtmlElement element, bool withComments)
    {
        for (HtmlElement? at = element; at is not null; at = at.Parent)
        {
            if (HtmlTags.Furniture.Contains(at.Tag) && at.Tag != "form") return true;
            if (at.Tag == "header" && !IsArticle(at)) return true;
            if (!withComments && ClassKind(at) == ZoneKind.Comment && at.Tag is not ("body" or "html" or "article" or "main")) return true;
        }
        return ClassKind(element) is { } kind && kind is not (ZoneKind.Body or ZoneKind.Comment);
    }

    private static bool IsArticle(HtmlElement element)
    {
        for (HtmlElement? at = element; at is not null; at = at.Parent) if (at.Tag is "article" or "main") return true;
        return false;
    }

    private ZoneKind? ClassKind(HtmlElement element)
    {
        if (!_classKinds.TryGetValue(element, out ZoneKind? kind)) _classKinds[element] = kind = cues.OfClass(element.Hints);
        return kind;
    }

    private ZoneKind? KindOf(HtmlElement element)
    {
        if (_kinds.TryGetValue(element, out ZoneKind? known)) return known;
        var path = new List<HtmlElement>();
        ZoneKind? kind = null;
        for (HtmlElement? at = element; at is not null; at = at.Parent)
        {
            if (_kinds.TryGetValue(at, out kind)) break;
            path.Add(at);
        }
        for (int i = path.Count - 1; i >= 0; i--)
        {
            ZoneKind? own = OwnKind(path[i]);
            if (path[i].Tag == "blockquote" && kind == ZoneKind.Boilerplate && own is null) kind = null;   // what is quoted is content, whatever frame it came in
            // Inside furniture a nearer name may only say more exactly which furniture it is.
            kind = own is null or ZoneKind.Body ? kind : kind is null or ZoneKind.Boilerplate ? own : kind;
            _kinds[path[i]] = kind;
        }
        return kind;
    }

    private ZoneKind? OwnKind(HtmlElement element)
    {
        if (element.Tag is "#page" or "html" or "body" or "main") return null;
        if (element.Tag is "figcaption") return ZoneKind.Caption;
        if (element.Weight > _total * TooMuchForFurniture) return null;
        if (HtmlTags.Furniture.Contains(element.Tag) && element.Tag != "fieldset") return ZoneKind.Boilerplate;
        if (element["role"] is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "dialog") return ZoneKind.Boilerplate;
        ZoneKind? kind = ClassKind(element);
        if (kind is ZoneKind.Headline or ZoneKind.Body) return null;
        if (kind is ZoneKind.Byline or ZoneKind.Dateline && element.Weight > 300) return null;
        if (element.Tag == "header" && kind is null) return null;
        return kind;
    }

    private static int Heading(HtmlElement element)
    {
        HtmlElement? at = element;
        for (int i = 0; i < 4 && at is not null; i++, at = at.Parent)
        {
            if (at.Tag.Length == 2 && at.Tag[0] == 'h' && at.Tag[1] is >= '1' and <= '6') return at.Tag[1] - '0';
            if (at.Tag is "p" or "li" or "td" or "div") break;
        }
        return 0;
    }

    private static bool IsInside(HtmlElement element, HtmlElement main)
    {
        for (HtmlElement? at = element; at is not null; at = at.Parent) if (ReferenceEquals(at, main)) return true;
        return false;
    }
}
