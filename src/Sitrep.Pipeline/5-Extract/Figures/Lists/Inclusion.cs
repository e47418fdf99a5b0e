using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures.Lists;

/// <summary>Is a number said to be among those counted before it?</summary>
internal static class Inclusion
{
    /// <summary>Words before the comma of "Of those who died in the storm, 11 …".</summary>
    private const int OfThoseMax = 13;

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
        if (tree.Count < 2 || tree[0].Form is not ("Of" or "Among") || tree[1].Lemma is not ("those" or "the" or "that" or "these" or "this")) return -1;
        for (int at = 2; at < Math.Min(quantity.First, OfThoseMax); at++) if (tree[at].Form == ",") return at;
        return -1;
    }

    // "of which 60 were children"; "of whom 24 recovered" tells something else of them.
    private static bool IsOfWhich(Tree tree, FoundQuantity quantity) =>
        FollowsOfWhich(tree, quantity) && quantity.Last + 2 < tree.Count && tree[quantity.Last + 1].Lemma == "be" && tree[quantity.Last + 2].Upos == Upos.Noun;

    /// <summary>"of which around 87,000".</summary>
    public static bool FollowsOfWhich(Tree tree, FoundQuantity quantity) =>
        quantity.First > 1 && tree[quantity.First - 1].Form is "which" or "whom" && tree[quantity.First - 2].Form == "of";

    // "including 11 children"
    private static bool IsIncluding(Tree tree, FoundQuantity quantity) => quantity.First > 0 && tree[quantity.First - 1].Lemma is "include" or "including";

    // "among them seven"
    private static bool IsAmongThem(Tree tree, FoundQuantity quantity) =>
        quantity.First > 2 && tree[quantity.First - 1].Form is "them" or "whom" && tree[quantity.First - 2].Lemma == "among";
}
