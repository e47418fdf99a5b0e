namespace Sitrep.Language.Learning;

/// <summary>Adds up the weights of features for each class: a model being trained, or one read from disk.</summary>
internal abstract class LinearScorer
{
    /// <summary>Adds to <paramref name="scores"/> the weights of <paramref name="features"/>; unknown features weigh nothing.</summary>
    public abstract void AddScores(ReadOnlySpan<uint> features, Span<int> scores);

    /// <summary>The class with the highest score; the first of equals.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }
        return best;
    }
}
