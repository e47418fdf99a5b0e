using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Places;

/// <summary>Where somebody speaks, and where nothing is told to have happened: "the government in X condemned the attack", "in a statement from X", "voiced concern in X".</summary>
internal static class SpeakersPlace
{
    /// <param name="head">A word of the place.</param>
    public static bool Is(ReadSentence sentence, int head, ReadingLexicon lexicon)
    {
        Tree tree = sentence.Tree;
        // "New York" is asked for by its first word.
        if (sentence.NameAt(head) is { } name) for (int at = name.First; at <= name.Last; at++) if (tree.Head(at) < name.First || tree.Head(at) > name.Last) head = at;
        if (tree.Preposition(head) is not ("in" or "at" or "from") || tree.Head(head) is not (>= 0 and var above)) return false;
        if (tree[above].Upos == Upos.Verb) return tree.Is(head, "obl") && OnlySpeaks(tree, above, lexicon);
        if (tree.Preposition(above) == "in" && lexicon.Words.Has(WordSet.SpeakingPlace, tree[above].Lemma)) return true;
        // "The State Department in X urged": who speaks sits there; what is struck there is there.
        bool body = lexicon.Nouns.ActorClass(tree[above].Lemma) == NounClass.Body || sentence.NameAt(above) is { MayBePlace: false, Kind: not NameKind.Person };
        return body && tree[above].Relation == "nsubj" && tree.Head(above) is >= 0 and var verb && OnlySpeaks(tree, verb, lexicon);
    }

    /// <summary>A verb by which somebody says something or takes a stand, and by which nothing is done.</summary>
    public static bool OnlySpeaks(Tree tree, int verb, ReadingLexicon lexicon) =>
        lexicon.Words.Has(WordSet.TakesStand, tree[verb].Lemma) || lexicon.CueBook.For(tree[verb].Lemma, CueForm.Verb) is { Kind: CueKind.Speech or CueKind.Denial } && tree.Child(verb, "ccomp") < 0;
}
