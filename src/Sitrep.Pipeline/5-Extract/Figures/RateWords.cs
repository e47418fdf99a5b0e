using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>Is a number told as so many in so long ("30 people die every day"), and so no count of anybody?</summary>
internal static class RateWords
{
    /// <summary>Heads walked up from those counted to their verb.</summary>
    private const int HeadsMax = 3;

    public static bool Are(NumberAt number, WordSets words) => IsPer(number, words) || IsOnSuchDays(number, words);

    // "about 20 people a day", "40 per week"
    private static bool IsPer(NumberAt number, WordSets words)
    {
        int a = Math.Max(number.Thing.At, number.Quantity.Last) + 1;
        return a + 1 < number.Tree.Count && number.Tree[a].Form is "a" or "per" or "each" or "every" && words.Has(WordSet.SpanUnit, number.Tree[a + 1].Lemma);
    }

    // "die every day", "on some days more than 30 people have died"
    private static bool IsOnSuchDays(NumberAt number, WordSets words)
    {
        Tree tree = number.Tree;
        for (int up = tree.Head(number.Thing.Seat), steps = 0; up >= 0 && steps < HeadsMax; up = tree.Head(up), steps++)
        {
            if (tree.Children(up).Any(IsOften)) return true;
            if (tree[up].Upos == Language.Tokens.Upos.Verb) return false;
        }
        return false;

        bool IsOften(int at) => words.Has(WordSet.SpanUnit, tree[at].Lemma) && tree.Preposition(at) is "" or "on" or "in"
            && tree.Children(at).Any(child => child < at && tree[child].Lemma.ToLowerInvariant() is "every" or "each" or "some" or "certain");
    }
}
