using System.Text;

namespace Sitrep.Eval.Stories;

/// <summary>Finds words of a report however its quotes, dashes and white space are set.</summary>
internal static class Quotes
{
    /// <summary>Letters in lower case, plain quotes and hyphens, one space for any white space.</summary>
    public static string Fold(string text) => FoldWithOffsets(text).Folded;

    /// <summary>Where <paramref name="quote"/> stands in <paramref name="text"/>, in Unicode code points; null when it does not.</summary>
    public static (int Start, int End)? Find(string text, string quote)
    {
        (string folded, List<int> offsets) = FoldWithOffsets(text);
        string wanted = Fold(quote).Trim();
        int at = wanted.Length == 0 ? -1 : folded.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : (offsets[at], offsets[at + wanted.Length - 1] + 1);
    }

    private static (string Folded, List<int> Offsets) FoldWithOffsets(string text)
    {
        var folded = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length);
        int codePoint = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            string one = Rune.IsWhiteSpace(rune) ? " " : rune.Value switch
            {
                '’' or '‘' or '`' or '\'' => "'",
                '“' or '”' or '„' or '«' or '»' or '"' => "\"",
                '–' or '—' or '‑' => "-",
                _ => Rune.ToLowerInvariant(rune).ToString(),
            };
            if (one != " " || (folded.Length > 0 && folded[^1] != ' '))
            {
                folded.Append(one);
                for (int i = 0; i < one.Length; i++) offsets.Add(codePoint);
            }
            codePoint++;
        }
        return (folded.ToString(), offsets);
    }
}
