using System.Net;
using System.Text;
using System.Xml;

namespace Sitrep.Pipeline.Ingest.Feeds;

/// <summary>Opens XML from strangers: no document type is processed, nothing outside is loaded, nesting is bounded.</summary>
internal static class FeedXml
{
    /// <summary>Levels of nesting; feeds with XHTML inside have under thirty.</summary>
    private const int MaxDepth = 128;

    /// <summary>Characters of an entity's name; the longest of HTML has 31.</summary>
    private const int LongestEntity = 32;

    /// <summary>Null when the XML may be read; else why it is refused.</summary>
    // A document type without definitions (RSS 0.91 asked for one) is passed over; one that defines anything is refused: entities that
    // name entities grow without end, and external ones read the reader's own files (CWE-776, CWE-611).
    public static string? Refusal(string text)
    {
        int type = text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        int root = FirstElement(text);
        if (type >= 0 && (root < 0 || type < root))
        {
            int end = text.AsSpan(type).IndexOfAny('>', '[');
            if (end < 0 || text[type + end] == '[') return "its document type defines entities";
        }
        try
        {
            using XmlReader reader = Open(text);
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth) return $"it is nested more than {MaxDepth} levels deep";
            }
        }
        catch (XmlException)
        {
            // What stands before the fault is still read; reading it tells the fault.
        }
        return null;
    }

    /// <summary>Named entities of HTML, which feeds use although XML does not know them, are written out first.</summary>
    public static XmlReader Open(string text) => XmlReader.Create(new StringReader(WithoutHtmlEntities(text)), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,   // a stray control character is no reason to lose a feed
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    private static string WithoutHtmlEntities(string text)
    {
        text = text.TrimStart();   // a blank line before the declaration is an error in XML and common in feeds
        int at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0) return text;
        var mended = new StringBuilder(text.Length);
        int from = 0;
        for (; at >= 0; at = text.IndexOf('&', at + 1))
        {
            int length = text.AsSpan(at, Math.Min(LongestEntity + 2, text.Length - at)).IndexOf(';');
            if (length < 2 || !char.IsAsciiLetter(text[at + 1])) continue;
            string entity = text.Substring(at, length + 1);
            if (entity is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;") continue;
            string plain = WebUtility.HtmlDecode(entity);
            if (plain == entity) continue;
            mended.Append(text, from, at - from).Append(plain);
            from = at + length + 1;
        }
        return from == 0 ? text : mended.Append(text, from, text.Length - from).ToString();
    }

    private static int FirstElement(string text)
    {
        for (int at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (char.IsLetter(text[at + 1])) return at;
            if (string.CompareOrdinal(text, at, "<!--", 0, 4) != 0) continue;
            at = text.IndexOf("-->", at, StringComparison.Ordinal);
            if (at < 0) return -1;
        }
        return -1;
    }
}
