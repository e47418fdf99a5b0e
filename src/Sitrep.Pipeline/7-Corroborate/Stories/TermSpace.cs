namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Turns words into vectors of length 1: TF-IDF with sublinear counts (Salton and Buckley 1988), text and headline side by side.</summary>
internal static class TermSpace
{
    /// <summary>Share of the headline in the squared length; the text has the rest.</summary>
    // Best of 0, 1/6, 0.23 and 0.29 on ECB+, BASIL and NeuS training lines together; without it long articles (BASIL) drift apart.
    private const double HeadlineShare = 1.0 / 6;

    /// <summary>For each report its vector.</summary>
    /// <param name="reports">In the order of the story; terms are numbered in it.</param>
    public static TermVector[] Vectors(IReadOnlyList<StoryWords> reports, WordCounts counts)
    {
        var text = new Field(counts, [.. reports.Select(words => words.Text)]);
        var headline = new Field(counts, [.. reports.Select(words => words.Headline)]);
        return [.. Enumerable.Range(0, reports.Count).Select(i => Join(text.Unit(i), headline.Unit(i)))];
    }

    // Headline terms are numbered apart: even numbers are the text's, odd ones the headline's.
    private static TermVector Join((int Term, double Weight)[] text, (int Term, double Weight)[] headline)
    {
        (double textScale, double headlineScale) = (Math.Sqrt(1 - HeadlineShare), Math.Sqrt(HeadlineShare));
        (int Term, double Weight)[] all = [.. text.Select(pair => (2 * pair.Term, textScale * pair.Weight)), .. headline.Select(pair => (2 * pair.Term + 1, headlineScale * pair.Weight))];
        Array.Sort(all, (a, b) => a.Item1.CompareTo(b.Item1));
        return new TermVector([.. all.Select(pair => pair.Term)], [.. all.Select(pair => pair.Weight)]);
    }

    /// <summary>One part of all reports with the document frequencies of its words.</summary>
    private sealed class Field
    {
        private readonly WordCounts _counts;
        private readonly IReadOnlyList<IReadOnlyDictionary<string, double>> _parts;
        private readonly Dictionary<string, (int Term, int Reports)> _known = new(StringComparer.Ordinal);

        public Field(WordCounts counts, IReadOnlyList<IReadOnlyDictionary<string, double>> parts)
        {
            (_counts, _parts) = (counts, parts);
            foreach (string word in parts.SelectMany(part => part.Keys))
            {
                _known[word] = _known.TryGetValue(word, out (int Term, int Reports) known) ? (known.Term, known.Reports + 1) : (_known.Count, 1);
            }
        }

        public (int Term, double Weight)[] Unit(int number)
        {
            var weights = new List<(int Term, double Weight)>(_parts[number].Count);
            double square = 0;
            foreach ((string word, double count) in _parts[number])
            {
                (int term, int reports) = _known[word];
                double rarity = Math.Log((_parts.Count + _counts.Documents + 1) / (reports + _counts.Of(word) + 0.5));
                double weight = (1 + Math.Log(count)) * rarity;
                if (weight <= 0) continue;
                weights.Add((term, weight));
                square += weight * weight;
            }
            double length = Math.Sqrt(square);
            return [.. weights.Select(pair => (pair.Term, pair.Weight / length))];
        }
    }
}
