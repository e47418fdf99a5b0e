using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>What a number stands with: "people" in "some 40 people", or the number itself where nothing is named.</summary>
/// <param name="At">Token of the noun; the number's own where there is none.</param>
/// <param name="Number">Token of the number that joins it to the sentence.</param>
/// <param name="Seat">Token that stands for it in its clause: "total" in "a total of 40 people".</param>
internal sealed record CountedThing(int At, int Number, int Seat, CountedKind Kind, NounClass Noun)
{
    /// <summary>True when no noun stands with the number: "29 are missing".</summary>
    public bool IsBare => At == Number;

    public static CountedThing Of(ReadSentence sentence, FoundQuantity quantity, ReadingLexicon lexicon)
    {
        Tree tree = sentence.Tree;
        int number = TopOf(tree, quantity.First, quantity.Last), at = NounOf(tree, number, quantity);
        string lemma = tree[at].Lemma.ToLowerInvariant();
        NounClass noun = lexicon.Nouns.ActorClass(lemma);
        bool people = at == number || at > number && tree[at].Form is "whom" or "them" || noun is NounClass.People or NounClass.Captive or NounClass.Force or NounClass.Militants or NounClass.Police or NounClass.Official or NounClass.Witness or NounClass.Media
            || sentence.NameAt(at) is not null || char.IsUpper(tree[at].Form[0]) && lexicon.Countries.TryByDemonym(tree[at].Form, out _);
        bool structure = noun is NounClass.Object or NounClass.Weapon || lexicon.Nouns.PlaceClass(lemma) is NounClass.Facility or NounClass.Settlement or NounClass.Area;
        int seat = at;
        while (tree.Head(seat) is >= 0 and var over && over < seat && tree[seat].Relation == "nmod" && tree.Preposition(seat) == "of" && lexicon.Counts.IsSeat(tree[over].Lemma)) seat = over;
        return new CountedThing(at, number, seat, people ? CountedKind.People : structure ? CountedKind.Structure : CountedKind.Any, noun);
    }

    /// <summary>The number's own token: the one whose head lies outside the quantity.</summary>
    private static int TopOf(Tree tree, int first, int last)
    {
        for (int at = last; at >= first; at--) if (tree.Head(at) < first || tree.Head(at) > last) if (tree[at].Upos is Upos.Num or Upos.Noun) return at;
        return last;
    }

    // "120,000 people", "dozens of fighters", "12 killed"
    private static int NounOf(Tree tree, int number, FoundQuantity quantity)
    {
        int head = tree.Head(number);
        if (head >= 0 && (tree.Is(number, "nummod") || tree.Is(number, "amod") || tree.Is(number, "det") || tree.Is(number, "compound")) && tree[head].Upos is Upos.Noun or Upos.Propn or Upos.Adj)
        {
            // "3,500 Islamic State fighters": the parser counts the name, the words the noun behind it.
            while (tree.Is(head, "compound") && tree.Head(head) is >= 0 and var behind && behind > head && tree[head].Upos == Upos.Propn && tree[behind].Upos is Upos.Noun or Upos.Propn) head = behind;
            return head;
        }
        foreach (int child in tree.Children(number)) if (tree[child].Relation == "nmod" && tree.Preposition(child) == "of" && child > quantity.Last) return child;
        // The tree may have lost it: the next noun, over adjectives only.
        for (int at = quantity.Last + 1; at < tree.Count && at <= quantity.Last + 4; at++)
        {
            if (tree[at].Upos == Upos.Noun) return at;
            if (tree[at].Upos is not (Upos.Adj or Upos.Propn or Upos.Adp) || tree[at].Lemma is not "of" && tree[at].Upos == Upos.Adp) break;
        }
        return number;
    }
}
