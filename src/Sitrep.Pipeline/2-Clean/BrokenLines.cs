using System.Collections.Frozen;

namespace Sitrep.Pipeline.Clean;

/// <summary>Paragraphs of a page whose lines were broken at a fixed width, with no blank line between one paragraph and the next.</summary>
internal static class BrokenLines
{
    /// <summary>Columns of the narrowest and of the widest such page.</summary>
    private const int NarrowestMin = 45, WidestMax = 144;

    /// <summary>Lines of the shortest page on which it shows.</summary>
    private const int LinesMin = 6;

    /// <summary>Of so many lines one at least goes on in the middle of a sentence, with a small letter.</summary>
    private const int OpenShare = 3;

    // No title, and no paragraph, ends in one of these.
    private static readonly FrozenSet<string> Open = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "near", "and", "or", "but", "as", "that", "which", "who", "its", "their", "his", "her", "was", "were", "is", "are", "has", "have", "had");

    /// <summary>First lines of the paragraphs among some lines; null where the lines were not broken.</summary>
    /// <remarks>A line ends its paragraph where the next one's first word would still have had room on it.</remarks>
    public static List<int>? Starts(IReadOnlyList<string> lines)
    {
        int widest = lines.Max(line => line.Length);
        if (lines.Count < LinesMin || widest is < NarrowestMin or > WidestMax) return null;
        int open = Enumerable.Range(0, lines.Count - 1).Count(i => !EndsSentence(lines[i]) && char.IsLower(lines[i + 1][0]));
        if (open * OpenShare < lines.Count - 1) return null;
        // Titles and signatures stand before the first line that goes on; behind it paragraphs end with a sentence.
        int body = Enumerable.Range(0, lines.Count - 1).First(i => !EndsSentence(lines[i]) && char.IsLower(lines[i + 1][0]));
        List<int> starts = [0];
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            bool room = lines[i].Length + 1 + FirstWord(lines[i + 1]) <= widest;
            if (room && (i < body ? !GoesOn(lines[i], lines[i + 1]) : EndsSentence(lines[i]))) starts.Add(i + 1);
        }
        return starts;
    }

    private static bool EndsSentence(string line) => line[^1] is '.' or '!' or '?' or '"' or '”' or ':' or ')';

    private static bool GoesOn(string line, string next) => !EndsSentence(line) && (char.IsLower(next[0]) || line[^1] == ',' || Open.Contains(line[(line.LastIndexOf(' ') + 1)..]));

    private static int FirstWord(string line) => line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : line.Length;
}
