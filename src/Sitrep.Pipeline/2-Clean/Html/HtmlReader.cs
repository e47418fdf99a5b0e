using System.Collections.Immutable;

namespace Sitrep.Pipeline.Clean.Html;

/// <summary>HTML source → page, in one pass over the source.</summary>
/// <remarks>A tokenizer of our own and not a DOM: every character kept is written down together with where it stood, so the way back to the
/// source cannot go wrong, text stays in source order where the HTML standard would move it (tables), and hostile pages cost linear time
/// (deep nesting makes the standard's tree construction quadratic). A test compares its words with those of AngleSharp's DOM.</remarks>
internal sealed class HtmlReader
{
    /// <summary>Open elements remembered; deeper ones count as their ancestor. Browsers stop at 512.</summary>
    private const int MaxDepth = 200;

    /// <summary>Attributes kept of one tag.</summary>
    private const int MaxAttributes = 48;

    private readonly string _source;
    private readonly bool _showHidden;
    private readonly TextFolder _text;
    private readonly List<HtmlElement> _open = [];
    private readonly ImmutableArray<(string, string)>.Builder _metas = ImmutableArray.CreateBuilder<(string, string)>();
    private readonly ImmutableArray<string>.Builder _scripts = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<(HtmlElement, int)>.Builder _times = ImmutableArray.CreateBuilder<(HtmlElement, int)>();
    private string? _title, _canonical;
    private int _unseenFrom = int.MaxValue;   // depth of the outermost open element whose content is not shown

    private HtmlReader(string source, bool showHidden)
    {
        (_source, _showHidden) = (source, showHidden);
        _text = new TextFolder(source);
        _open.Add(new HtmlElement("#page", null, []));
    }

    /// <param name="showHidden">Also read what style or attribute hides and what stands in noscript: some pages show their text by script only.</param>
    public static HtmlPage Read(string source, bool showHidden)
    {
        var reader = new HtmlReader(source, showHidden);
        reader.Scan();
        (string text, var map, var blocks) = reader._text.Finish();
        return new HtmlPage(text, map, blocks, reader._title, reader._canonical, reader._metas.DrainToImmutable(), reader._scripts.DrainToImmutable(), reader._times.DrainToImmutable());
    }

    private void Scan()
    {
        int i = 0;
        while (i < _source.Length)
        {
            int tag = _source.IndexOf('<', i);
            if (tag < 0) tag = _source.Length;
            Text(i, tag);
            if (tag == _source.Length) break;
            i = Markup(tag);
        }
    }

    private void Text(int from, int to)
    {
        if (from < to && _unseenFrom == int.MaxValue) _text.Add(from, to, _open[^1], Linked());
    }

    private bool Linked()
    {
        for (int i = _open.Count - 1; i > 0 && i > _open.Count - 12; i--) if (_open[i].Tag == "a") return true;
        return false;
    }

    /// <returns>Where reading goes on; always after <paramref name="at"/>.</returns>
    private int Markup(int at)
    {
        if (at + 1 >= _source.Length)
        {
            Text(at, at + 1);
            return at + 1;
        }
        char next = _source[at + 1];
        if (next == '!')
        {
            if (string.CompareOrdinal(_source, at, "<!--", 0, 4) == 0)
            {
                int close = _source.IndexOf("-->", Math.Min(at + 2, _source.Length), StringComparison.Ordinal);
                return close < 0 ? _source.Length : close + 3;
            }
            return PastAngle(at + 2);
        }
        if (next == '?') return PastAngle(at + 2);
        bool end = next == '/';
        int name = end ? at + 2 : at + 1;
        if (name >= _source.Length || !char.IsAsciiLetter(_source[name]))
        {
            if (end && name < _source.Length) return PastAngle(name);
            Text(at, at + 1);
            return at + 1;
        }
        int stop = name;
        while (stop < _source.Length && !IsSpace(_source[stop]) && _source[stop] is not ('>' or '/')) stop++;
        string tag = _source.AsSpan(name, Math.Min(stop - name, 40)).ToString().ToLowerInvariant();
        int after = Attributes(stop, end ? null : _attributes, out bool complete);
        if (!complete) return _source.Length;   // a tag that never ends shows nothing
        if (end)
        {
            Close(tag);
            return after;
        }
        return Open(tag, after);
    }

    private readonly List<(string Name, string Value)> _attributes = [];

    private int PastAngle(int from)
    {
        int close = _source.IndexOf('>', Math.Min(from, _source.Length));
        return close < 0 ? _source.Length : close + 1;
    }

    private int Attributes(int i, List<(string, string)>? into, out bool complete)
    {
        into?.Clear();
        while (i < _source.Length)
        {
            char c = _source[i];
            if (c == '>')
            {
                complete = true;
                return i + 1;
            }
            if (c == '/' || IsSpace(c))
            {
                i++;
                continue;
            }
            int start = i++;
            while (i < _source.Length && !IsSpace(_source[i]) && _source[i] is not ('>' or '/' or '=')) i++;
            int nameEnd = i;
            while (i < _source.Length && IsSpace(_source[i])) i++;
            (int valueStart, int valueEnd) = (i, i);
            if (i < _source.Length && _source[i] == '=')
            {
                i++;
                while (i < _source.Length && IsSpace(_source[i])) i++;
                if (i < _source.Length && _source[i] is '"' or '\'')
                {
                    int close = _source.IndexOf(_source[i], i + 1);
                    (valueStart, valueEnd) = (i + 1, close < 0 ? _source.Length : close);
                    i = close < 0 ? _source.Length : close + 1;
                }
                else
                {
                    valueStart = i;
                    while (i < _source.Length && !IsSpace(_source[i]) && _source[i] != '>') i++;
                    valueEnd = i;
                }
            }
            if (into is { Count: < MaxAttributes } && nameEnd - start <= 40)
            {
                into.Add((_source.AsSpan(start, nameEnd - start).ToString().ToLowerInvariant(), HtmlEntities.Decode(_source.AsSpan(valueStart, Math.Min(valueEnd - valueStart, 4096)))));
            }
        }
        complete = false;
        return i;
    }

    private int Open(string tag, int after)
    {
        if (tag == "br") _text.Break(hard: false);
        if (HtmlTags.Block.Contains(tag)) EndHead();
        if (HtmlTags.EndsParagraph.Contains(tag)) CloseUpTo(tag == "li" ? "li" : tag is "dd" or "dt" ? "dd" : "p", tag);
        if (tag is "td" or "th" or "tr" or "option") CloseUpTo(tag is "th" ? "td" : tag, tag);
        if (HtmlTags.Block.Contains(tag)) _text.Break(hard: true);
        var element = new HtmlElement(tag, _open[^1], [.. _attributes]);
        Note(element);
        if (HtmlTags.Void.Contains(tag)) return after;
        if (HtmlTags.Raw.Contains(tag)) return RawContent(element, after);
        if (_open.Count >= MaxDepth) return after;
        _open.Add(element);
        if (_unseenFrom == int.MaxValue && ((HtmlTags.Unseen.Contains(tag) && !(_showHidden && tag == "noscript")) || (!_showHidden && tag is not ("html" or "body") && element.IsHidden))) _unseenFrom = _open.Count - 1;
        return after;
    }

    private int RawContent(HtmlElement element, int after)
    {
        int end = after;
        while (true)
        {
            end = _source.IndexOf("</", end, StringComparison.Ordinal);
            if (end < 0)
            {
                end = _source.Length;
                break;
            }
            if (string.Compare(_source, end + 2, element.Tag, 0, element.Tag.Length, StringComparison.OrdinalIgnoreCase) == 0) break;
            end += 2;
        }
        if (element.Tag == "title") _title ??= HtmlEntities.Decode(_source.AsSpan(after, end - after)).Trim();
        else if (element.Tag == "script" && element["type"] is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)) _scripts.Add(_source[after..end]);
        else if (element.Tag == "textarea")
        {
            if (_unseenFrom == int.MaxValue) _text.Add(after, end, element, linked: false);
            _text.Break(hard: true);
        }
        return end == _source.Length ? end : PastAngle(end);
    }

    // What starts ends an open element of the same sort, as the HTML standard says for paragraphs, list items and cells.
    private void CloseUpTo(string sort, string starting)
    {
        for (int i = _open.Count - 1; i > 0; i--)
        {
            string tag = _open[i].Tag;
            bool same = tag == sort || (sort == "dd" && tag == "dt") || (sort == "td" && tag == "th") || (sort == "tr" && tag is "td" or "th") || (starting == "li" && tag == "p");
            if (same && !(sort == "tr" && tag is "td" or "th"))
            {
                PopTo(i);
                return;
            }
            if (same) continue;
            if (tag is "ul" or "ol" or "dl" or "table" or "div" or "section" or "article" or "main" or "body" or "aside" or "blockquote" or "figure" or "select") return;
        }
    }

    private void Close(string tag)
    {
        if (tag is "br") _text.Break(hard: false);
        bool unseen = HtmlTags.Unseen.Contains(tag);
        bool block = HtmlTags.Block.Contains(tag) || unseen;
        if (block && !unseen) _text.Break(hard: true);
        for (int i = _open.Count - 1; i > 0; i--)
        {
            if (_open[i].Tag == tag)
            {
                PopTo(i);
                return;
            }
            if (!block && HtmlTags.Block.Contains(_open[i].Tag)) return;   // a stray </b> closes no paragraph
            if (block && !unseen && _open[i].Tag is "td" or "th" or "table" or "body" && tag is not ("table" or "tr" or "tbody" or "thead" or "tfoot" or "html" or "body")) return;
        }
    }

    // Pages that forget to close their head still show what follows it.
    private void EndHead()
    {
        for (int i = 1; i < _open.Count && i < 4; i++)
        {
            if (_open[i].Tag == "head" && _open[^1].Tag is "head" or "html" or "meta" or "link") PopTo(i);
        }
    }

    private void PopTo(int index)
    {
        _open.RemoveRange(index, _open.Count - index);
        if (_unseenFrom >= index) _unseenFrom = int.MaxValue;
    }

    private void Note(HtmlElement element)
    {
        if (element.Tag == "meta" && element["content"] is { Length: > 0 } content)
        {
            string? name = element["property"] ?? element["name"] ?? element["itemprop"] ?? element["http-equiv"];
            if (name is not null && _metas.Count < 500) _metas.Add((name.ToLowerInvariant(), content));
        }
        else if (element.Tag == "link" && string.Equals(element["rel"], "canonical", StringComparison.OrdinalIgnoreCase)) _canonical ??= element["href"];
        else if ((element.Tag == "time" || element["itemprop"] is not null || element.Hints.Length > 2) && _times.Count < 2000
            && (element.Tag == "time" || (element["itemprop"] ?? "").StartsWith("date", StringComparison.OrdinalIgnoreCase) || element.Hints.Contains("-date", StringComparison.Ordinal)
                || element.Hints.Contains("-time", StringComparison.Ordinal) || element.Hints.Contains("-publish", StringComparison.Ordinal)))
        {
            _times.Add((element, _text.Length));
        }
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
