using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Extract.Events.Words;

namespace Sitrep.Pipeline.Corroborate.Events.Words;

/// <summary>The reports in which words are compared: how telling each lemma is among them, and how like two reports are.</summary>
public sealed class WordSetting
{
    private readonly Dictionary<string, int> _reportsWith = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Terms> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Story, string Lemma), int> _toldIn = [];
    private readonly Dictionary<string, int> _reportsOf = new(StringComparer.Ordinal);
    private readonly int _reports;
    private readonly WordCounts _counts;

    /// <param name="storyOf">Id of the story a report is of.</param>
    /// <param name="counts">How common each word is in general English.</param>
    public WordSetting(IReadOnlyCollection<WordedReport> reports, Func<string, string> storyOf, WordCounts counts)
    {
        (_counts, _reports) = (counts, reports.Count);
        foreach (WordedReport report in reports)
        {
            foreach (string lemma in report.Counts.Keys) _reportsWith[lemma] = _reportsWith.GetValueOrDefault(lemma) + 1;
            string story = storyOf(report.ReportId);
            _reportsOf[story] = _reportsOf.GetValueOrDefault(story) + 1;
            foreach (string lemma in report.Words.Select(word => word.Lemma).Distinct(StringComparer.Ordinal)) _toldIn[(story, lemma)] = _toldIn.GetValueOrDefault((story, lemma)) + 1;
        }
        foreach (WordedReport report in reports)
        {
            var words = new Lemmas(report.Counts.Keys);
            double[] weights = [.. words.All.Select(lemma => (1 + Math.Log(report.Counts[lemma])) * Telling(lemma))];
            _terms[report.ReportId] = new Terms(storyOf(report.ReportId), words, weights, Math.Sqrt(weights.Sum(weight => weight * weight)), report.Names);
        }
    }

    /// <summary>A report as a vector of its lemmas.</summary>
    private sealed record Terms(string Story, Lemmas Words, double[] Weights, double Length, Lemmas Names);

    /// <summary>How telling a lemma is among the reports: the fewer have it, the more.</summary>
    public double Telling(string lemma) => Math.Log((_reports + 1) / (_reportsWith.GetValueOrDefault(lemma) + 0.5));

    /// <summary>How seldom a lemma is in general English.</summary>
    public double Rarity(string lemma) => Math.Log((_counts.Documents + 1) / (_counts.Of(lemma) + 0.5));

    /// <summary>How seldom the reports of the word's story have its lemma as an event.</summary>
    public double Seldom(EventWord word)
    {
        string story = _terms[word.ReportId].Story;
        return Math.Log((_reportsOf[story] + 1) / (_toldIn.GetValueOrDefault((story, word.Lemma)) + 0.5));
    }

    /// <summary>Cosine of two reports; 0 to 1.</summary>
    public double Likeness(string one, string other)
    {
        if (one == other) return 1;
        (Terms a, Terms b) = (_terms[one], _terms[other]);
        double dot = 0;
        for (int i = 0, j = 0; i < a.Words.Count && j < b.Words.Count;)
        {
            int order = string.CompareOrdinal(a.Words.All[i], b.Words.All[j]);
            if (order == 0) dot += a.Weights[i++] * b.Weights[j++];
            else if (order < 0) i++;
            else j++;
        }
        return dot > 0 ? dot / (a.Length * b.Length) : 0;
    }

    /// <summary>Share of the names of two reports that both have, telling names counting more; 0 to 1.</summary>
    public double SharedNames(string one, string other) => one == other ? 1 : Shared(_terms[one].Names, _terms[other].Names);

    /// <summary>Sum of how telling the lemmas are that both have.</summary>
    public double Overlap(Lemmas one, Lemmas other) => one.SharedWith(other).Sum(Telling);

    /// <summary>Weighted share of all the lemmas of two that both have; 0 to 1.</summary>
    private double Shared(Lemmas one, Lemmas other)
    {
        double shared = Overlap(one, other), all = one.All.Sum(Telling) + other.All.Sum(Telling) - shared;
        return all > 0 ? shared / all : 0;
    }

    /// <summary>Cosine of two sets of lemmas, telling ones counting more; 0 to 1.</summary>
    public double Cosine(Lemmas one, Lemmas other)
    {
        double Square(IEnumerable<string> lemmas) => lemmas.Sum(lemma => Telling(lemma) * Telling(lemma));
        double length = Math.Sqrt(Square(one.All) * Square(other.All));
        return length > 0 ? Square(one.SharedWith(other)) / length : 0;
    }

    /// <summary>Weighted share of some lemmas that a report has; one half when there are none.</summary>
    public double In(Lemmas lemmas, string report)
    {
        double all = lemmas.All.Sum(Telling);
        return all > 0 ? Overlap(lemmas, _terms[report].Words) / all : 0.5;
    }
}
