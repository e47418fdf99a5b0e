using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures.Lists;

/// <summary>Is a number said to be among those counted before it?</summary>
internal static class Inclusion
{
    /// <summary>Words before the comma of "Of those who died in the storm, 11 …".</summary>
    private const int OfThoseMax = 13;

    /// <summary>Words from a number to "in a critical but stable condition".</summary>
    private const int ConditionMax = 9;

    public static bool Is(Tree tree, FoundQuantity quantity) =>
        IsBehind(tree, quantity) || IsOfWhich(tree, quantity) || IsIncluding(tree, quantity) || IsAmongThem(tree, quantity);

    /// <summary>"injuring 37, 12 airmen included".</summary>
    public static bool IsBehind(Tree tree, FoundQuantity quantity) =>
        quantity.First > 0 && tree[quantity.First - 1].Form == "," && quantity.Last + 2 < tree.Count
            && tree[quantity.Last + 1].Upos == Upos.Noun && tree[quantity.Last + 2].Form == "included";

    /// <summary>"Of these, 474 cases were in towns", "Of the 684 reported, 63 were confirmed": what stands behind the comma.</summary>
    public static bool IsOfThose(Tree tree, FoundQuantity quantity) => CommaOfThose(tree, quantity) is >= 0;

    /// <summary>The comma of such words in front of a number; -1: there are none.</summary>
    public static int CommaOfThose(Tree tree, FoundQuantity quantity)
    {
        for (int of = 0; of + 1 < Math.Min(tree.Count, quantity.First); of++)
        {
            if (!OpensOfThose(tree, of) || tree[of + 1].Upos != Upos.Num && tree[of + 1].Lemma is not ("those" or "the" or "that" or "these" or "this")) continue;
            for (int at = of + 2; at < Math.Min(quantity.First, of + OfThoseMax); at++) if (tree[at].Form == ",") return at;
            return -1;
        }
        return -1;
    }

    // "Of the 278", "Out of 275", "said that out of the 40": at the head of what is said.
    private static bool OpensOfThose(Tree tree, int of)
    {
        if (tree[of].Lemma.ToLowerInvariant() is not ("of" or "among")) return false;
        int first = of > 0 && tree[of - 1].Lemma.Equals("out", StringComparison.OrdinalIgnoreCase) ? of - 1 : of;
        return first == 0 || tree[first - 1] is { Lemma: "that", Upos: Upos.Sconj } || tree[first - 1].Form is "\"" or "“";
    }

    /// <summary>"Out of 275, 88 were named": the number of all, which was told before.</summary>
    public static bool IsWholeOfThose(Tree tree, FoundQuantity quantity)
    {
        int of = quantity.First - 1;
        if (of > 0 && tree[of].Lemma == "the") of--;
        return of >= 0 && OpensOfThose(tree, of) && quantity.Last + 2 < tree.Count && tree[quantity.Last + 1].Form == "," && tree[quantity.Last + 2].Upos == Upos.Num;
    }

    /// <summary>"Of the eight new cases, two were in X": the comma behind the number of all, from which on some of them are told of; -1 where it is no such number.</summary>
    public static int CommaOfWhole(Tree tree, FoundQuantity quantity)
    {
        int of = quantity.First - 1;
        if (of > 0 && tree[of].Lemma == "the") of--;
        if (of < 0 || !OpensOfThose(tree, of)) return -1;
        for (int at = quantity.Last + 1; at + 1 < tree.Count && at < quantity.Last + OfThoseMax; at++) if (tree[at].Form == "," && tree[at + 1].Upos == Upos.Num) return at;
        return -1;
    }

    // "of which 60 were children"; "of whom 24 recovered" tells something else of them.
    private static bool IsOfWhich(Tree tree, FoundQuantity quantity) =>
        FollowsOfWhich(tree, quantity) && quantity.Last + 2 < tree.Count && tree[quantity.Last + 1].Lemma == "be" && tree[quantity.Last + 2].Upos == Upos.Noun;

    /// <summary>"of which around 87,000".</summary>
    public static bool FollowsOfWhich(Tree tree, FoundQuantity quantity) =>
        quantity.First > 1 && tree[quantity.First - 1].Form is "which" or "whom" && tree[quantity.First - 2].Form == "of";

    /// <summary>"15 are injured, with nine in a critical condition": how some of those are.</summary>
    public static bool IsInCondition(Tree tree, FoundQuantity quantity, WordSets words)
    {
        int at = quantity.Last + 1;
        while (at < tree.Count && (tree[at].Lemma is "of" or "they" or "whom" or "the" or "be" || words.Has(WordSet.TollOfInjured, tree[at].Lemma))) at++;
        if (at >= tree.Count || tree[at].Lemma != "in") return false;
        for (at++; at < Math.Min(tree.Count, quantity.Last + ConditionMax); at++) if (tree[at].Lemma == "condition") return true;
        return false;
    }

    // "including 11 children"
    private static bool IsIncluding(Tree tree, FoundQuantity quantity) => quantity.First > 0 && tree[quantity.First - 1].Lemma is "include" or "including";

    // "among them seven"
    private static bool IsAmongThem(Tree tree, FoundQuantity quantity) =>
        quantity.First > 2 && tree[quantity.First - 1].Form is "them" or "whom" && tree[quantity.First - 2].Lemma == "among";
}
