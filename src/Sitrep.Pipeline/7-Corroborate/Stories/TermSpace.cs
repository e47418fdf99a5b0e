namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Turns words into vectors of length 1: TF-IDF with sublinear counts (Salton and Buckley 1988), text and headline side by side.</summary>
/// <remarks>Document frequencies grow with the reports; a vector keeps those of its day (Allan, Lavrenko and Jin 2000).</remarks>
internal sealed class TermSpace
{
    /// <summary>Share of the headline in the squared length; the text has the rest.</summary>
    // Best of 0, 1/6, 0.23 and 0.29 on ECB+, BASIL and NeuS training lines together; without it long articles (BASIL) drift apart.
    private const double HeadlineShare = 1.0 / 6;

    /// <summary>Names that a report is held to be about.</summary>
    private const int ProminentMax = 10;

    private readonly WordCounts _counts;
    private readonly Field _text, _headline;

    public TermSpace(WordCounts counts) => (_counts, _text, _headline) = (counts, new Field(), new Field());

    private TermSpace(TermSpace other) => (_counts, _text, _headline) = (other._counts, new Field(other._text), new Field(other._headline));

    public TermSpace Copy() => new(this);

    /// <summary>Counts the words of one more report; to be called before any vector of its day is asked for.</summary>
    public void Count(StoryWords report)
    {
        _text.Count(report.Text.Keys);
        _headline.Count(report.Headline.Keys);
    }

    /// <param name="report">One that was counted.</param>
    // Headline terms are numbered apart: even numbers are the text's, odd ones the headline's.
    public TermVector Vector(StoryWords report)
    {
        (int Term, double Weight)[] text = _text.Unit(report.Text, _counts), headline = _headline.Unit(report.Headline, _counts);
        (double textScale, double headlineScale) = (Math.Sqrt(1 - HeadlineShare), Math.Sqrt(HeadlineShare));
        (int Term, double Weight)[] all = [.. text.Select(pair => (2 * pair.Term, textScale * pair.Weight)), .. headline.Select(pair => (2 * pair.Term + 1, headlineScale * pair.Weight))];
        Array.Sort(all, (a, b) => a.Term.CompareTo(b.Term));
        return new TermVector([.. all.Select(pair => pair.Term)], [.. all.Select(pair => pair.Weight)]);
    }

    /// <param name="report">One that was counted.</param>
    public StoryNames Names(StoryWords report)
    {
        (int Term, double Weight)[] prominent = [.. report.Prominent
            .Select(name => (Term: _text.Term(name.Key), Weight: (1 + Math.Log(name.Value)) * _text.Rarity(name.Key, _counts)))
            .Where(name => name.Weight > 0).OrderByDescending(name => name.Weight).ThenBy(name => name.Term).Take(ProminentMax).OrderBy(name => name.Term)];
        double sum = prominent.Sum(name => name.Weight);
        int[] present = [.. report.Named.Select(_text.Term).Where(term => term >= 0).Order()];
        return new StoryNames(new TermVector([.. prominent.Select(name => name.Term)], [.. prominent.Select(name => name.Weight / sum)]), new TermVector(present, [.. present.Select(_ => 1.0)]));
    }

    /// <summary>One part of all reports so far with the document frequencies of its words.</summary>
    private sealed class Field
    {
        private readonly Dictionary<string, (int Term, int Reports)> _known;
        private int _reports;

        public Field() => _known = new(StringComparer.Ordinal);

        public Field(Field other) => (_known, _reports) = (new(other._known, StringComparer.Ordinal), other._reports);

        public void Count(IEnumerable<string> words)
        {
            foreach (string word in words) _known[word] = _known.TryGetValue(word, out (int Term, int Reports) known) ? (known.Term, known.Reports + 1) : (_known.Count, 1);
            _reports++;
        }

        /// <summary>Number of a word that was counted; -1 for one of a single letter.</summary>
        public int Term(string word) => _known.TryGetValue(word, out (int Term, int) known) ? known.Term : -1;

        public double Rarity(string word, WordCounts counts) => Math.Log((_reports + counts.Documents + 1) / (_known.GetValueOrDefault(word).Reports + counts.Of(word) + 0.5));

        public (int Term, double Weight)[] Unit(IReadOnlyDictionary<string, double> words, WordCounts counts)
        {
            var weights = new List<(int Term, double Weight)>(words.Count);
            double square = 0;
            foreach ((string word, double count) in words)
            {
                double weight = (1 + Math.Log(count)) * Rarity(word, counts);
                if (weight <= 0) continue;
                weights.Add((Term(word), weight));
                square += weight * weight;
            }
            double length = Math.Sqrt(square);
            return [.. weights.Select(pair => (pair.Term, pair.Weight / length))];
        }
    }
}
