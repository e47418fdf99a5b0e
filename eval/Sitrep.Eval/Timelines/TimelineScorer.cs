using Sitrep.Eval.Pages;

namespace Sitrep.Eval.Timelines;

/// <summary>A timeline: for each of its days what is told.</summary>
internal sealed class DayTexts : SortedDictionary<DateOnly, List<string>>;

/// <summary>Timelines compared: days alone, and ROUGE with days aligned (Martschat and Markert 2017, as in tilse; small letters, stop words kept, not stemmed).</summary>
internal static class TimelineScorer
{
    public static double DateF1(IReadOnlySet<DateOnly> gold, IReadOnlySet<DateOnly> found) => Scores.Tally.Of(found, gold).F1;

    /// <summary>Every found day goes to the gold day of least cost, many to one; shared n-grams count less the farther the days are apart.</summary>
    public static double Aligned(DayTexts gold, DayTexts found, int n)
    {
        if (gold.Count == 0 || found.Count == 0) return 0;
        var grams = gold.ToDictionary(day => day.Key, day => Grams(day.Value, n));
        var words = gold.ToDictionary(day => day.Key, day => Grams(day.Value, 1));
        double shared = 0;
        int all = grams.Values.Sum(Size), answered = 0;
        foreach ((DateOnly day, List<string> sentences) in found)
        {
            Dictionary<string, int> own = Grams(sentences, n), ownWords = n == 1 ? own : Grams(sentences, 1);
            answered += Size(own);
            DateOnly best = gold.Keys.MinBy(other => (1 - (1.0 / (Apart(day, other) + 1))) * (1 - F1(words[other], ownWords)));
            shared += (double)Shared(grams[best], own) / (Apart(day, best) + 1);
        }
        return all + answered > 0 ? 2 * shared / (all + answered) : 0;
    }

    /// <summary>ROUGE-n F1 of two texts (Lin 2004).</summary>
    public static double Rouge(IEnumerable<string> gold, IEnumerable<string> found, int n) => F1(Grams(gold, n), Grams(found, n));

    private static double F1(Dictionary<string, int> gold, Dictionary<string, int> found) => Size(gold) + Size(found) is var all && all > 0 ? 2.0 * Shared(gold, found) / all : 0;

    private static int Shared(Dictionary<string, int> gold, Dictionary<string, int> found) => found.Sum(gram => Math.Min(gram.Value, gold.GetValueOrDefault(gram.Key)));

    private static int Size(Dictionary<string, int> grams) => grams.Values.Sum();

    private static Dictionary<string, int> Grams(IEnumerable<string> sentences, int n)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string sentence in sentences)
        {
            List<string> words = Shingles.Words(sentence.ToLowerInvariant());
            for (int i = 0; i + n <= words.Count; i++)
            {
                string gram = n == 1 ? words[i] : string.Join(' ', words.GetRange(i, n));
                counts[gram] = counts.GetValueOrDefault(gram) + 1;
            }
        }
        return counts;
    }

    private static int Apart(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);
}
