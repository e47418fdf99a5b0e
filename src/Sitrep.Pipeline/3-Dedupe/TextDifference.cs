using System.Collections.Immutable;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>What became of a sentence on its way from one report to another.</summary>
public enum SentenceChange
{
    /// <summary>It stands in both, with at most marks and spelling changed.</summary>
    Kept,
    /// <summary>It stands in both, elsewhere.</summary>
    Moved,
    /// <summary>It stands in both, in other words.</summary>
    Changed,
    /// <summary>Only the earlier report has it.</summary>
    Cut,
    /// <summary>Only the later report has it.</summary>
    Added,
}

/// <summary>Words in a row that stand in the earlier sentence, in the later one, or in both.</summary>
public readonly record struct WordRun(string Words, bool InEarlier, bool InLater);

/// <summary>One sentence of a comparison.</summary>
/// <param name="Runs">Its words; for <see cref="SentenceChange.Changed"/> those of both versions, in reading order.</param>
public sealed record SentenceDifference(SentenceChange Change, ImmutableArray<WordRun> Runs);

/// <summary>A readable difference between the bodies of two reports: sentences kept, moved, changed, cut and added, in the order of the later one.</summary>
public sealed class TextDifference
{
    /// <summary>Share of the shorter sentence's word runs that must stand in the longer for the two to be versions of one.</summary>
    private const double VersionMin = 0.35;

    /// <summary>Sentences looked at for one run of words; a stock phrase stands in many.</summary>
    private const int SentencesOfRunMax = 16;

    private TextDifference(ImmutableArray<SentenceDifference> sentences) => Sentences = sentences;

    public ImmutableArray<SentenceDifference> Sentences { get; }

    public int Count(SentenceChange change) => Sentences.Count(sentence => sentence.Change == change);

    /// <summary>Compares bodies; what is not body does not count.</summary>
    public static TextDifference Of(Report earlier, Report later)
    {
        BodyWords before = BodyWords.Of(earlier), after = BodyWords.Of(later);
        int?[] match = Match(before, after);
        HashSet<int> inOrder = [.. LongestRise(match)];
        var matched = new Dictionary<int, int>();
        for (int i = 0; i < match.Length; i++) if (match[i] is { } old) matched[old] = i;

        var sentences = ImmutableArray.CreateBuilder<SentenceDifference>();
        int next = 0;
        for (int i = 0; i < match.Length; i++)
        {
            if (match[i] is not { } old)
            {
                sentences.Add(Whole(SentenceChange.Added, later, after.Sentences[i]));
                continue;
            }
            if (inOrder.Contains(i))
            {
                for (; next < old; next++) if (!matched.ContainsKey(next)) sentences.Add(Whole(SentenceChange.Cut, earlier, before.Sentences[next]));
                next = old + 1;
            }
            bool same = HashesOf(before, old).SequenceEqual(HashesOf(after, i));
            if (same) sentences.Add(Whole(inOrder.Contains(i) ? SentenceChange.Kept : SentenceChange.Moved, later, after.Sentences[i]));
            else sentences.Add(new SentenceDifference(SentenceChange.Changed, WordDifference.Of(Text(earlier, before.Sentences[old]), Text(later, after.Sentences[i]))));
        }
        for (; next < before.Sentences.Count; next++) if (!matched.ContainsKey(next)) sentences.Add(Whole(SentenceChange.Cut, earlier, before.Sentences[next]));
        return new TextDifference(sentences.DrainToImmutable());
    }

    /// <summary>For each later sentence the earlier one it is a version of; each earlier one is taken once, by the best.</summary>
    private static int?[] Match(BodyWords before, BodyWords after)
    {
        uint[] oldRuns = ShingleSet.Runs(before), newRuns = ShingleSet.Runs(after);
        var sentencesOf = new Dictionary<uint, List<int>>();
        for (int i = 0; i < before.Sentences.Count; i++)
        {
            foreach (uint run in RunsOf(oldRuns, before.Sentences[i]))
            {
                if (!sentencesOf.TryGetValue(run | 1, out List<int>? list)) sentencesOf[run | 1] = list = [];
                if (list.Count < SentencesOfRunMax && (list.Count == 0 || list[^1] != i)) list.Add(i);
            }
        }
        var pairs = new List<(double Share, int New, int Old)>();
        for (int i = 0; i < after.Sentences.Count; i++)
        {
            var shared = new Dictionary<int, int>();
            ReadOnlySpan<uint> runs = RunsOf(newRuns, after.Sentences[i]);
            foreach (uint run in runs)
            {
                if (!sentencesOf.TryGetValue(run | 1, out List<int>? list)) continue;
                foreach (int old in list) shared[old] = shared.GetValueOrDefault(old) + 1;
            }
            foreach ((int old, int count) in shared)
            {
                double share = (double)count / Math.Max(1, Math.Min(runs.Length, RunsOf(oldRuns, before.Sentences[old]).Length));
                if (share >= VersionMin) pairs.Add((share, i, old));
            }
        }
        // Scraps have no run of words: only the same words are the same scrap.
        var scraps = new Dictionary<ulong, int>();
        for (int old = 0; old < before.Sentences.Count; old++)
        {
            if (RunsOf(oldRuns, before.Sentences[old]).IsEmpty) scraps.TryAdd(StableHash.OfRun(HashesOf(before, old)), old);
        }
        for (int i = 0; i < after.Sentences.Count; i++)
        {
            if (RunsOf(newRuns, after.Sentences[i]).IsEmpty && scraps.TryGetValue(StableHash.OfRun(HashesOf(after, i)), out int old)) pairs.Add((1, i, old));
        }
        var match = new int?[after.Sentences.Count];
        var taken = new HashSet<int>();
        foreach ((_, int one, int old) in pairs.OrderByDescending(pair => pair.Share).ThenBy(pair => Math.Abs(pair.New - pair.Old)).ThenBy(pair => pair.New).ThenBy(pair => pair.Old))
        {
            if (match[one] is null && taken.Add(old)) match[one] = old;
        }
        return match;
    }

    /// <summary>Later sentences whose matches rise, as many as possible: what is not among them was moved (patience sorting).</summary>
    private static IEnumerable<int> LongestRise(int?[] match)
    {
        var ends = new List<int>();   // position in match that ends the best rise of each length
        var previous = new int[match.Length];
        for (int i = 0; i < match.Length; i++)
        {
            if (match[i] is not { } value) continue;
            int low = 0, high = ends.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (match[ends[middle]] < value) low = middle + 1; else high = middle;
            }
            previous[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count) ends.Add(i); else ends[low] = i;
        }
        for (int at = ends.Count > 0 ? ends[^1] : -1; at >= 0; at = previous[at]) yield return at;
    }

    private static SentenceDifference Whole(SentenceChange change, Report report, BodySentence sentence) =>
        new(change, [new WordRun(Text(report, sentence), change != SentenceChange.Added, change != SentenceChange.Cut)]);

    private static string Text(Report report, BodySentence sentence) => report.Text.AsSpan(sentence.Span.Start, sentence.Span.Length).Trim().ToString();

    private static ReadOnlySpan<uint> RunsOf(uint[] runs, BodySentence sentence) => runs.AsSpan(Math.Min(runs.Length, sentence.First), Math.Max(0, sentence.Words - ShingleSet.Width + 1));

    private static ReadOnlySpan<ulong> HashesOf(BodyWords words, int sentence) => words.Hashes.Slice(words.Sentences[sentence].First, words.Sentences[sentence].Words);
}
