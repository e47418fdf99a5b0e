using System.Globalization;

namespace Sitrep.Eval.Pages;

/// <summary>How far a found article is the wanted one: 4-word shingles, as in the Article Extraction Benchmark (Zyte 2020, evaluate.py).</summary>
internal static class Shingles
{
    private const int Width = 4;

    /// <summary>Shares of a page's shingles that are right, too much and missing; they sum to 1, or are all 0 for two empty texts.</summary>
    public readonly record struct Match(double Right, double Extra, double Missing)
    {
        public double Precision => Extra == 0 && Missing == 0 ? 1 : Right == 0 && Extra == 0 ? 0 : Right / (Right + Extra);
        public double Recall => Missing == 0 && Extra == 0 ? 1 : Right == 0 && Missing == 0 ? 0 : Right / (Right + Missing);
    }

    public static Match Compare(string wanted, string found)
    {
        Dictionary<string, int> gold = Count(Words(wanted)), system = Count(Words(found));
        int right = system.Sum(pair => Math.Min(pair.Value, gold.GetValueOrDefault(pair.Key)));
        int extra = system.Values.Sum() - right, missing = gold.Values.Sum() - right;
        double all = Math.Max(1, right + extra + missing);
        return new Match(right / all, extra / all, missing / all);
    }

    /// <summary>F1 of the mean precision and the mean recall, each over the pages that have one.</summary>
    public static (double Precision, double Recall, double F1) Mean(IReadOnlyList<Match> pages)
    {
        double precision = pages.Where(page => page.Right + page.Extra > 0).Select(page => page.Precision).DefaultIfEmpty(0).Average();
        double recall = pages.Where(page => page.Right + page.Missing > 0).Select(page => page.Recall).DefaultIfEmpty(0).Average();
        return (precision, recall, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }

    /// <summary>Runs of letters, digits and connectors: Python's <c>\w+</c>.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            while (i < text.Length && IsWord(text, i)) i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            if (i > start) words.Add(text[start..i]);
            else i++;
        }
        return words;
    }

    private static bool IsWord(string text, int at) => text[at] == '_' || CharUnicodeInfo.GetUnicodeCategory(text, at) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static Dictionary<string, int> Count(List<string> words)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i == 0 && words.Count > 0 || i + Width <= words.Count; i++)
        {
            string shingle = string.Join(' ', words.GetRange(i, Math.Min(Width, words.Count - i)));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }
        return counts;
    }
}
