using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Clean;

/// <summary>A line or paragraph of the clean text while its kind is being found out.</summary>
/// <param name="span">Without surrounding white space; never empty.</param>
internal sealed class Block(TextSpan span, string words, int indent, bool blankBefore)
{
    public TextSpan Span { get; } = span;
    public string Words { get; } = words;

    /// <summary>Columns before the first character; always 0 in pages.</summary>
    public int Indent { get; } = indent;

    /// <summary>An empty line, or a paragraph's border, stands before it.</summary>
    public bool BlankBefore { get; } = blankBefore;

    /// <summary>Null until decided.</summary>
    public ZoneKind? Kind { get; set; }

    /// <summary>In a page: a paragraph or a cross-head of the main content, part of the report unless its words say otherwise.</summary>
    public bool Main { get; init; }

    /// <summary>In a page: 1 to 6 for a heading, else 0.</summary>
    public int Heading { get; init; }

    /// <summary>Words.</summary>
    public int Count { get; } = CountWords(words);

    // Agencies and press offices put these behind the last sentence.
    private static readonly string[] EndMarks = [" Enditem", " ENDS", " (ENDS)", " -30-", " ###", " ■"];

    /// <summary>Ends as a sentence does: full stop, question or exclamation mark, also inside closing quotes and brackets, or cut off by an ellipsis.</summary>
    public bool EndsSentence
    {
        get
        {
            int end = Words.Length;
            foreach (string mark in EndMarks) if (Words.EndsWith(mark, StringComparison.Ordinal)) end -= mark.Length;
            while (end > 0 && Words[end - 1] is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or ' ') end--;
            return end > 0 && Words[end - 1] is '.' or '!' or '?' or '…' or '।' or '。' or '؟';
        }
    }

    public bool IsUpper => Words.Any(char.IsUpper) && !Words.Any(char.IsLower);

    private static int CountWords(string words)
    {
        int count = 0, ideographs = 0;
        bool inside = false;
        foreach (char c in words)
        {
            bool space = char.IsWhiteSpace(c);
            if (!space && !inside) count++;
            inside = !space;
            if (c is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F') ideographs++;
        }
        return count + (ideographs / 2);   // scripts without spaces: about two characters a word
    }
}
