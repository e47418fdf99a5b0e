using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Html;

/// <summary>A page being written. Text of others passes through <see cref="Text"/> only; markup comes from this folder's code alone.</summary>
internal sealed class HtmlSheet
{
    private readonly StringBuilder _page = new();

    /// <summary>Markup of ours.</summary>
    public HtmlSheet Raw(string markup)
    {
        _page.Append(markup);
        return this;
    }

    /// <summary>Text of anybody, also inside quoted attributes.</summary>
    public HtmlSheet Text(ReadOnlySpan<char> text)
    {
        foreach (char letter in text)
        {
            switch (letter)
            {
                case '&': _page.Append("&amp;"); break;
                case '<': _page.Append("&lt;"); break;
                case '>': _page.Append("&gt;"); break;
                case '"': _page.Append("&quot;"); break;
                case '\'': _page.Append("&#39;"); break;
                case '\r' or '\n' or '\t': _page.Append(letter == '\r' ? '\n' : letter); break;
                // HTML allows no other control characters, not even as references.
                case < ' ' or (>= '\u007F' and <= '\u009F'): _page.Append('\uFFFD'); break;
                default: _page.Append(letter); break;
            }
        }
        return this;
    }

    public HtmlSheet Number(int number)
    {
        _page.Append(CultureInfo.InvariantCulture, $"{number}");
        return this;
    }

    /// <summary>An element holding text; <c>bdi</c> keeps right-to-left text from reordering what stands beside it.</summary>
    public HtmlSheet Element(string tag, string? style, string text)
    {
        Raw($"<{tag}");
        if (style is not null) Raw(" class=\"").Raw(style).Raw("\"");
        return Raw("><bdi>").Text(text).Raw($"</bdi></{tag}>");
    }

    public HtmlSheet Badge(Badge badge) => Raw("<span class=\"badge b-").Raw(badge.Key).Raw("\">").Text(badge.Words).Raw("</span>");

    /// <summary>Small links, one for each citation.</summary>
    public HtmlSheet Cites(ImmutableArray<int> cites)
    {
        if (cites.IsEmpty) return this;
        Raw("<span class=\"cites\">");
        foreach (int number in cites)
        {
            Raw(" <a class=\"cite\" href=\"#w").Number(number).Raw("\" data-w=\"").Number(number).Raw("\" aria-label=\"words ").Number(number).Raw("\">").Number(number).Raw("</a>");
        }
        return Raw("</span>");
    }

    /// <summary>A sentence that opens its first words when followed, and all of them with the script.</summary>
    public HtmlSheet Sentence(string text, ImmutableArray<int> cites)
    {
        if (cites.IsEmpty) return Element("span", "say", text);
        Raw("<a class=\"say\" href=\"#w").Number(cites[0]).Raw("\" data-w=\"").Raw(string.Join(' ', cites.Select(number => number.ToString(CultureInfo.InvariantCulture))));
        return Raw("\"><bdi>").Text(text).Raw("</bdi></a>");
    }

    public override string ToString() => _page.ToString();
}
