using Sitrep.Language.Tokens;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures.Where;

/// <summary>"87 people died, at least 60 of them in X", "killed 87, including 60 in X", "120, most of them in X": X is where some of them were, and not all.</summary>
internal static class PlaceOfSome
{
    /// <summary>Words of "the province of" before a name.</summary>
    private const int PhraseMax = 4;

    /// <param name="place">The words of the place.</param>
    /// <param name="counted">Token of what has the place; what counts some stands behind it.</param>
    public static bool Is(ReadSentence sentence, TextSpan place, int counted, WordSets words)
    {
        Tree tree = sentence.Tree;
        int name = counted + 1;
        while (name < tree.Count && tree[name].Start < place.Start) name++;
        return name < tree.Count && Is(sentence, name, counted, words);
    }

    /// <param name="name">First token of the place.</param>
    public static bool Is(ReadSentence sentence, int name, int counted, WordSets words)
    {
        Tree tree = sentence.Tree;
        int where = name - 1;
        while (where > counted && name - where < PhraseMax && tree[where].Upos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn || where > counted && tree[where].Form == "of" && tree[where - 1].Upos == Upos.Noun) where--;
        int last = where - 1;
        while (last > counted + 1 && tree[last].Upos == Upos.Aux) last--;   // "six of whom were in X"
        if (last <= counted || !words.Has(WordSet.Where, tree[where].Lemma)) return false;
        bool ofThem = tree[last].Form is "them" or "whom" or "these" or "those" or "which" && tree[last - 1].Form == "of";
        if (ofThem) return last - 2 > counted && tree[last - 2].Lemma is not ("all" or "both");
        // "with 155 deaths in X"
        bool told = words.Has(WordSet.TollOfDead, tree[last].Lemma) && last > counted + 1 && sentence.Quantities.Any(quantity => quantity.Last == last - 1);
        if (sentence.Quantities.FirstOrDefault(quantity => quantity.Last == (told ? last - 1 : last)) is not { } part || part.First <= counted + 1) return false;
        return words.Has(WordSet.Includes, tree[part.First - 1].Lemma) || told && tree[part.First - 1].Lemma == "with" || GoesOn(sentence, part, counted, words);
    }

    // "seven of them in X and one in Y": Y has one of them.
    private static bool GoesOn(ReadSentence sentence, FoundQuantity part, int counted, WordSets words)
    {
        Tree tree = sentence.Tree;
        if (tree[part.First - 1].Form is not ("and" or ",") || sentence.Names.LastOrDefault(name => name.Last < part.First) is not { } before || before.First <= counted) return false;
        return part.First - before.Last <= 3 && Is(sentence, before.First, counted, words);
    }
}
