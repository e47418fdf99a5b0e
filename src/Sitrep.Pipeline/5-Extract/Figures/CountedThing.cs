using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>What a number stands with: "people" in "some 40 people", or the number itself where nothing is named.</summary>
/// <param name="At">Token of the noun; the number's own where there is none.</param>
/// <param name="Number">Token of the number that joins it to the sentence.</param>
/// <param name="Seat">Token that stands for it in its clause: "total" in "a total of 40 people".</param>
internal sealed record CountedThing(int At, int Number, int Seat, CountedKind Kind, NounClass Noun)
{
    /// <summary>Words between a number and its noun, where the tree lost it.</summary>
    private const int NounMax = 4;

    /// <summary>True when no noun stands with the number: "29 are missing".</summary>
    public bool IsBare => At == Number;

    public static CountedThing Of(ReadSentence sentence, FoundQuantity quantity, ReadingLexicon lexicon)
    {
        Tree tree = sentence.Tree;
        int number = TopOf(tree, quantity.First, quantity.Last), at = NounOf(tree, number, quantity, lexicon);
        string lemma = tree[at].Lemma.ToLowerInvariant();
        NounClass noun = lexicon.Nouns.ActorClass(lemma);
        CountedKind kind = at == number || IsPeople(sentence, at, number, noun, lexicon) ? CountedKind.People
            : IsStructure(noun, lexicon.Nouns.PlaceClass(lemma)) ? CountedKind.Structure
            : CountedKind.Any;
        return new CountedThing(at, number, SeatOf(tree, at, lexicon), kind, noun);
    }

    private static bool IsPeople(ReadSentence sentence, int at, int number, NounClass noun, ReadingLexicon lexicon)
    {
        string form = sentence.Tree[at].Form;
        return at > number && form is "whom" or "them" or "those"
            || IsSick(sentence.Tree, at, number, lexicon.Words)
            || noun is NounClass.People or NounClass.Captive or NounClass.Force or NounClass.Militants or NounClass.Police
                or NounClass.Official or NounClass.Witness or NounClass.Media
            || sentence.NameAt(at) is not null || char.IsUpper(form[0]) && lexicon.Countries.TryByDemonym(form, out _);
    }

    // "12 of the 17 cases died": who died was no case, but a person.
    private static bool IsSick(Tree tree, int at, int number, WordSets words)
    {
        if (tree[at].Lemma != "case") return false;
        for (int head = tree.Head(number), steps = 0; head >= 0 && steps < 2; head = tree.Head(head), steps++) if (words.Has(WordSet.EndsIllness, tree[head].Lemma)) return true;
        return false;
    }

    private static bool IsStructure(NounClass noun, NounClass place) =>
        noun is NounClass.Object or NounClass.Weapon || place is NounClass.Facility or NounClass.Settlement or NounClass.Area;

    // "a total of 40 people": the total has the verb.
    private static int SeatOf(Tree tree, int at, ReadingLexicon lexicon)
    {
        int seat = at;
        while (tree.Head(seat) is >= 0 and var over && over < seat && IsOf(tree, seat) && lexicon.Counts.IsSeat(tree[over].Lemma)) seat = over;
        return seat;
    }

    private static bool IsOf(Tree tree, int at) => tree[at].Relation == "nmod" && tree.Preposition(at) == "of";

    /// <summary>The number's own token: the one whose head lies outside the quantity.</summary>
    private static int TopOf(Tree tree, int first, int last)
    {
        for (int at = last; at >= first; at--) if ((tree.Head(at) < first || tree.Head(at) > last) && tree[at].Upos is Upos.Num or Upos.Noun) return at;
        return last;
    }

    // "120,000 people", "dozens of fighters", "12 killed"
    private static int NounOf(Tree tree, int number, FoundQuantity quantity, ReadingLexicon lexicon)
    {
        if (BehindSorts(tree, quantity.Last + 1, lexicon) is var sorted && sorted > quantity.Last + 1) return sorted;
        int head = tree.Head(number);
        if (head >= 0 && tree.Relation(number) is "nummod" or "amod" or "det" or "compound" && tree[head].Upos is Upos.Noun or Upos.Propn or Upos.Adj)
        {
            while (IsNameBefore(tree, head)) head = tree.Head(head);
            return head;
        }
        foreach (int child in tree.Children(number)) if (IsOf(tree, child) && child > quantity.Last) return child;
        // The tree may have lost it: the next noun, over adjectives only.
        int first = BehindSorts(tree, quantity.Last + 1, lexicon);
        for (int at = first; at < tree.Count && at < first + NounMax; at++)
        {
            if (tree[at].Upos == Upos.Noun) return at;
            if (tree[at].Upos is not (Upos.Adj or Upos.Propn) && tree[at] is not { Upos: Upos.Adp, Lemma: "of" }) break;
        }
        return number;
    }

    // "2,384 confirmed, probable and suspected cases", "15 laboratory-confirmed and 23 probable cases": what is counted stands behind the sorts.
    private static int BehindSorts(Tree tree, int at, ReadingLexicon lexicon)
    {
        int next = at;
        while (next < tree.Count)
        {
            if (SortAt(tree, next, lexicon) is >= 0 and var sort) next = sort + 1;
            else if (next > at && (tree[next].Form is "," or "and" or "or" || tree[next].Upos == Upos.Num && next + 1 < tree.Count && SortAt(tree, next + 1, lexicon) >= 0)) next++;
            else break;
        }
        if (next >= tree.Count || next == at || tree[next].Upos != Upos.Noun) return at;
        while (tree.Is(next, "compound") && tree.Head(next) is var whole && whole > next && tree[whole].Upos == Upos.Noun) next = whole;   // "confirmed refugee deaths"
        return next;
    }

    /// <summary>The sort that stands here: "confirmed", or behind "laboratory-"; -1: none.</summary>
    public static int SortAt(Tree tree, int at, ReadingLexicon lexicon)
    {
        if (lexicon.Counts.IsSort(tree[at].Form.ToLowerInvariant())) return at;
        return at + 2 < tree.Count && tree[at].Upos == Upos.Noun && tree[at + 1].Form == "-" && lexicon.Counts.IsSort(tree[at + 2].Form.ToLowerInvariant()) ? at + 2 : -1;
    }

    // "3,500 Islamic State fighters": the parser counts the name, the words the noun behind it.
    private static bool IsNameBefore(Tree tree, int at) =>
        tree[at].Upos == Upos.Propn && tree.Is(at, "compound") && tree.Head(at) > at && tree[tree.Head(at)].Upos is Upos.Noun or Upos.Propn;
}
