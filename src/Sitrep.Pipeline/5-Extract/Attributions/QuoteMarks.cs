using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Finds what stands in double quotation marks in one paragraph.</summary>
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
            char c = text[at];
            if (open < 0)
            {
                if (c is '“' or '„' or '«' or '"') (open, opener) = (at + 1, c);
            }
            else if (Closes(c, opener) || at - open > LengthMax)
            {
                if (at > open && at - open <= LengthMax) quotes.Add(new TextSpan(open, at));
                open = -1;
            }
        }
        if (open >= 0 && open < paragraph.End) quotes.Add(new TextSpan(open, paragraph.End));
        return quotes;
    }

    private static bool Closes(char c, char opener) => opener switch { '"' => c is '"' or '”', '«' => c == '»', _ => c is '”' or '"' || (c == '“' && opener == '„') };
}
