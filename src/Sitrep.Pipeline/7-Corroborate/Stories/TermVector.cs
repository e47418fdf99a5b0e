namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>A sparse vector: terms in rising order, each with its weight. Immutable.</summary>
internal sealed class TermVector(int[] terms, double[] weights)
{
    /// <summary>Terms kept of a sum; the lightest go, so that a story of a thousand reports costs what one of ten costs.</summary>
    private const int TermsMax = 600;

    public ReadOnlySpan<int> Terms => terms;

    public ReadOnlySpan<double> Weights => weights;

    public double Dot(TermVector other)
    {
        ReadOnlySpan<int> mine = Terms, theirs = other.Terms;
        double dot = 0;
        for (int i = 0, j = 0; i < mine.Length && j < theirs.Length;)
        {
            if (mine[i] == theirs[j]) dot += weights[i++] * other.Weights[j++];
            else if (mine[i] < theirs[j]) i++;
            else j++;
        }
        return dot;
    }

    public TermVector Plus(TermVector other)
    {
        var sum = new List<(int Term, double Weight)>(Terms.Length + other.Terms.Length);
        int i = 0, j = 0;
        while (i < Terms.Length || j < other.Terms.Length)
        {
            if (j == other.Terms.Length || (i < Terms.Length && Terms[i] < other.Terms[j])) sum.Add((Terms[i], Weights[i++]));
            else if (i == Terms.Length || other.Terms[j] < Terms[i]) sum.Add((other.Terms[j], other.Weights[j++]));
            else sum.Add((Terms[i], Weights[i++] + other.Weights[j++]));
        }
        if (sum.Count > TermsMax)
        {
            sum.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Term.CompareTo(b.Term));
            sum.RemoveRange(TermsMax, sum.Count - TermsMax);
            sum.Sort((a, b) => a.Term.CompareTo(b.Term));
        }
        return new TermVector([.. sum.Select(pair => pair.Term)], [.. sum.Select(pair => pair.Weight)]);
    }

    /// <summary>The heaviest terms, heaviest first.</summary>
    public int[] Heaviest(int count) =>
        [.. Enumerable.Range(0, terms.Length).OrderByDescending(i => weights[i]).ThenBy(i => terms[i]).Take(count).Select(i => terms[i])];
}
