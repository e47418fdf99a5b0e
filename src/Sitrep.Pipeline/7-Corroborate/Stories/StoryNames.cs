namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>The names of one or more tellings: those they are about, and all in them. They part twins: two ferries that sink, two towns that are
/// shelled, two arrests of one kind are told in like words, but each story has a name at its heart that the other never mentions.</summary>
/// <param name="Prominent">Names of headline and opening by number and rarity, 1 together for each telling.</param>
/// <param name="Present">In how many tellings each name stands.</param>
internal sealed record StoryNames(TermVector Prominent, TermVector Present)
{
    /// <summary>How much of the likeness of two stories a full clash takes away.</summary>
    private const double ClashShare = 0.5;

    /// <summary>The same for two of which one is a single telling: it may leave out a name by chance.</summary>
    private const double SingleShare = 0.3;

    /// <summary>How much must be missing before that counts.</summary>
    private const double MissingMin = 0.5;

    public StoryNames Plus(StoryNames other) => new(Prominent.Plus(other.Prominent), Present.Plus(other.Present));

    /// <summary>Share of their likeness that two stories lose because each is about somebody or some place that the other does not know; 0 to <see cref="ClashShare"/>.</summary>
    /// <param name="final">A join made now is never undone, because what would show it wrong comes on a later day; so single tellings may clash too.</param>
    // Swept on ECB+ (topics 1-35), BASIL (2010-2015) and NeuS together, NeuS in its scored lines too: a ClashShare of 0.3 to 0.8 differs by less than 0.003 B-cubed.
    public static double Clash(StoryNames a, int countA, StoryNames b, int countB, bool final)
    {
        if (countA > 1 && countB > 1) return ClashShare * Excess(Math.Min(Missing(a.Prominent, b.Present, countB), Missing(b.Prominent, a.Present, countA)));
        if (!final || a.Prominent.Terms.IsEmpty || b.Prominent.Terms.IsEmpty) return 0;
        double pairs = (double)countA * countB;
        return SingleShare * Excess(Math.Max(0, 1 - a.Prominent.Dot(b.Present) / pairs) * Math.Max(0, 1 - b.Prominent.Dot(a.Present) / pairs));
    }

    private static double Excess(double missing) => Math.Max(0, missing - MissingMin) / (1 - MissingMin);

    /// <summary>The largest weight of a name that the other side lacks, as a share of the largest weight; 0 to 1.</summary>
    private static double Missing(TermVector prominent, TermVector present, int count)
    {
        ReadOnlySpan<int> names = prominent.Terms, there = present.Terms;
        double most = 0, missing = 0;
        for (int i = 0, j = 0; i < names.Length; i++)
        {
            double weight = prominent.Weights[i];
            while (j < there.Length && there[j] < names[i]) j++;
            double share = j < there.Length && there[j] == names[i] ? present.Weights[j] / count : 0;
            (most, missing) = (Math.Max(most, weight), Math.Max(missing, weight * (1 - share)));
        }
        return most > 0 ? missing / most : 0;
    }
}
