using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>Are those who left displaced at home, refugees abroad, or neither?</summary>
internal static class Displacement
{
    /// <summary>"One witness had fled" is a story, not a count, and who flees a prison is no displaced person.</summary>
    public static bool IsNone(NumberAt number, ReadingLexicon lexicon) =>
        number.Quantity.Mention.Best == 1 || lexicon.Nouns.ActorClass(number.Tree[number.Thing.At].Lemma) == NounClass.Captive;

    /// <summary>"fled to neighbouring countries", "fled abroad", "fled across the border": refugees, and not among those displaced at home.</summary>
    public static bool IsAbroad(Tree tree, int trigger, ReadingLexicon lexicon) =>
        tree.Children(trigger).Any(child => child >= trigger
            && (tree[child].Lemma == "abroad" || tree.Is(child, "obl") && (IsOtherCountry(tree, child, lexicon) || IsBorder(tree, child))));

    private static bool IsOtherCountry(Tree tree, int at, ReadingLexicon lexicon) =>
        (tree[at].Lemma == "state" || lexicon.Words.Has(WordSet.LandWord, tree[at].Lemma)) && tree.Preposition(at) is "to" or "into"
            && tree.Children(at).Any(which => tree.Is(which, "amod") && lexicon.Words.Has(WordSet.Abroad, tree[which].Form.ToLowerInvariant()));

    private static bool IsBorder(Tree tree, int at) => tree[at].Lemma is "border" && tree.Preposition(at) is "across" or "over";
}
