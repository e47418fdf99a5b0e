using System.Collections.Immutable;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>The words of two versions of a sentence, side by side (longest common subsequence).</summary>
internal static class WordDifference
{
    /// <summary>Words of a sentence above which it is taken as replaced whole: the table grows with the square.</summary>
    private const int WordsMax = 200;

    public static ImmutableArray<WordRun> Of(string earlier, string later)
    {
        string[] before = Split(earlier), after = Split(later);
        if (before.Length > WordsMax || after.Length > WordsMax) return [new WordRun(earlier, true, false), new WordRun(later, false, true)];
        var common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }
        var runs = ImmutableArray.CreateBuilder<WordRun>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                Add(runs, before[i++], true, true);
                j++;
            }
            else if (i < before.Length && (j == after.Length || common[i + 1, j] >= common[i, j + 1])) Add(runs, before[i++], true, false);
            else Add(runs, after[j++], false, true);
        }
        return runs.DrainToImmutable();
    }

    private static void Add(ImmutableArray<WordRun>.Builder runs, string word, bool inEarlier, bool inLater)
    {
        if (runs.Count > 0 && runs[^1] is { } last && last.InEarlier == inEarlier && last.InLater == inLater) runs[^1] = last with { Words = $"{last.Words} {word}" };
        else runs.Add(new WordRun(word, inEarlier, inLater));
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
