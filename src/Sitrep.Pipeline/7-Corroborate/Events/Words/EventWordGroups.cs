using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Events.Words;

namespace Sitrep.Pipeline.Corroborate.Events.Words;

/// <summary>Which words of many reports name one happening.</summary>
/// <remarks>Words of one story are compared two by two by <see cref="PairForest"/>, and groups are joined while they are alike on average (agglomeration, average link).</remarks>
public sealed class EventWordGroups(WordKin kin, PairForest forest, WordCounts counts)
{
    /// <summary>Mean probability two groups must have to be one.</summary>
    // Swept on the development topics of ECB+ from 0.3 to 0.6; flat from 0.35 to 0.5, and topics held out of training are best at 0.3 to 0.4.
    public const double LikeMin = 0.4;

    /// <summary>Words of one story that are compared with one another; those beyond are taken in parts of so many, and then their work grows no faster than their number.</summary>
    private const int WordsMax = 2000;

    public static EventWordGroups Load(DataFolder data) => new(WordKin.Load(data), PairForest.Load(data), WordCounts.Load(data));

    /// <param name="storyOf">Id of the story a report is of.</param>
    /// <returns>The word that stands for the happening of each word: the first of its group.</returns>
    public IReadOnlyDictionary<EventWord, EventWord> Find(IReadOnlyCollection<WordedReport> reports, Func<string, string> storyOf)
    {
        var setting = new WordSetting(reports, storyOf, counts);
        var named = new Dictionary<EventWord, EventWord>(ReferenceEqualityComparer.Instance);
        foreach (var story in reports.OrderBy(report => report.ReportId, StringComparer.Ordinal).GroupBy(report => storyOf(report.ReportId), StringComparer.Ordinal))
        {
            foreach (EventWord[] words in story.SelectMany(report => report.Words).Chunk(WordsMax))
            {
                int[] groups = Groups(words, setting);
                for (int i = 0; i < words.Length; i++) named[words[i]] = words[groups[i]];
            }
        }
        return named;
    }

    /// <summary>How likely two words name one happening; 0 to 1.</summary>
    public double Likeness(EventWord one, EventWord other, WordSetting setting) => forest.Probability(WordPair.Of(one, other, kin, setting));

    private int[] Groups(EventWord[] words, WordSetting setting)
    {
        double[,] sums = new double[words.Length, words.Length];
        Parallel.For(0, words.Length, i =>
        {
            for (int j = i + 1; j < words.Length; j++) sums[i, j] = sums[j, i] = Likeness(words[i], words[j], setting);
        });
        return WordLinks.Join(sums, LikeMin);
    }
}
