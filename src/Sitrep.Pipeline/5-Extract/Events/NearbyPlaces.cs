using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Where something happened that is told by what it lies beside: "in a village near X", "on the road from X to Y", "between X and Y". Never what was taken or held: who takes a village near X has not taken X.</summary>
internal sealed class NearbyPlaces(ReadingLexicon lexicon)
{
    /// <summary>The first named town that the event lies beside; null for none.</summary>
    public PlaceMention? Find(FramedWord word)
    {
        if (word.IsOfControl || !word.IsLocal && word.Type is not (EventType.Abduction or EventType.Injury or EventType.Detention)) return null;
        foreach (NameRun name in word.Sentence.Names)
        {
            if (name.MayBePlace && IsTown(name) && Lies(word, name) && IsOf(word, name)) return new PlaceMention(word.Tree.Span(name.First, name.Last), name.Words, PlaceForm.Name, true) { Beside = true };
        }
        return null;
    }

    private bool Lies(FramedWord word, NameRun name)
    {
        Tree tree = word.Tree;
        int by = name.First - 1;
        // "near the town of X"
        if (by > 1 && tree[by].Form == "of" && lexicon.Words.Has(WordSet.SettlementWord, tree[by - 1].Lemma)) by -= tree[by - 2].Upos == Upos.Det ? 3 : 2;
        if (by < 1) return false;
        string noun = tree[by - 1].Lemma;
        return tree[by].Lemma switch
        {
            "near" or "around" or "outside" => lexicon.Nouns.PlaceClass(noun) == NounClass.Settlement && word.Sentence.NameAt(by - 1) is null,
            // "15 km north of X"
            "of" => char.IsLower(noun[0]) && lexicon.Words.Has(WordSet.Compass, noun) && (by < 2 || tree[by - 2].Upos is not (Upos.Det or Upos.Adj)),
            "from" => lexicon.Words.Has(WordSet.Road, noun),
            // "clashes between X and Y" are two parties'.
            "between" => lexicon.Words.Has(WordSet.Road, noun) || word.Type != EventType.Clash && name.Last + 2 < tree.Count && tree[name.Last + 1].Form == "and" && word.Sentence.NameAt(name.Last + 2) is { MayBePlace: true } other && IsTown(other),
            _ => false,
        };
    }

    /// <summary>The event is the nearest verb above the name, or a noun on the way there.</summary>
    private static bool IsOf(FramedWord word, NameRun name)
    {
        Tree tree = word.Tree;
        for (int at = name.First, steps = 0; at >= 0 && steps < tree.Count; at = tree.Head(at), steps++)
        {
            if (at == word.At || tree.Is(word.At, "nsubj") && tree.Head(word.At) == at) return true;
            if (tree[at].Upos == Upos.Verb) return false;
        }
        return false;
    }

    private bool IsTown(NameRun name) => !lexicon.Countries.TryByName(name.Words, out _) && lexicon.Gazetteer.Find(name.Words).Any(place => place.Class == Data.Places.PlaceClass.Settlement);
}
