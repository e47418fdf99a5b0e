using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Finds what stands in double quotation marks in one paragraph; two apostrophes are a double mark.</summary>
public static class QuoteMarks
{
    /// <summary>Longest quotation inside one paragraph that is believed; a stray mark would otherwise turn the rest into one.</summary>
    private const int LengthMax = 2_000;

    /// <returns>Stretches between the marks, in order. A quotation that runs on into the next paragraph ends with this one.</returns>
    public static List<TextSpan> Find(string text, TextSpan paragraph)
    {
        var quotes = new List<TextSpan>();
        int open = -1;
        char opener = '\0';
        for (int at = paragraph.Start; at < paragraph.End; at++)
        {
            char c = At(text, at, paragraph.End);
            int width = c == '"' && text[at] == '\'' ? 2 : 1;
            if (open < 0)
            {
                if (c is '“' or '„' or '«' or '"') (open, opener) = (at + width, c);
            }
            else if (Closes(c, opener) || at - open > LengthMax)
            {
                if (at > open && at - open <= LengthMax) quotes.Add(new TextSpan(open, at));
                open = -1;
            }
            at += width - 1;
        }
        if (open >= 0 && open < paragraph.End) quotes.Add(new TextSpan(open, paragraph.End));
        return quotes;
    }

    /// <summary>The quotation with its marks.</summary>
    public static TextSpan WithMarks(string text, TextSpan quote)
    {
        int start = quote.Start - 1, end = quote.End;
        if (start > 0 && text[start] == '\'' && text[start - 1] == '\'') start--;
        if (end + 1 < text.Length && text[end] == '\'' && text[end + 1] == '\'') end += 2;
        else if (end < text.Length && text[end] is '"' or '”' or '»' or '“') end++;
        return new TextSpan(Math.Max(0, start), end);
    }

    private static char At(string text, int at, int end) => text[at] == '\'' && at + 1 < end && text[at + 1] == '\'' ? '"' : text[at];

    private static bool Closes(char c, char opener) => opener switch { '"' => c is '"' or '”', '«' => c == '»', _ => c is '”' or '"' || (c == '“' && opener == '„') };
}
