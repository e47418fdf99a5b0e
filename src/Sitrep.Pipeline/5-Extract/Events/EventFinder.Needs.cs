using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

// Whether an argument is what a frame of data/events.tsv needs: a place, a force, people, a structure.
public sealed partial class EventFinder
{
    // "hundreds of prisoners": prisoners.
    private int Counted(Tree tree, int argument)
    {
        // "new waves of flooding": the flooding.
        bool wave = lexicon.Words.Has(WordSet.FloodFigure, tree[argument].Lemma);
        if (!wave && !lexicon.Words.Has(WordSet.CountedPart, tree[argument].Lemma)) return argument;
        foreach (int child in tree.Children(argument)) if (tree[child].Relation == "nmod" && tree.Preposition(child) == "of" && (!wave || lexicon.Nouns.ActorClass(tree[child].Lemma) == NounClass.Disaster)) return child;
        return argument;
    }

    private bool Meets(ReadSentence sentence, int slotToken, SlotNeed need)
    {
        Tree tree = sentence.Tree;
        int argument = Counted(tree, slotToken);
        string lemma = tree[argument].Lemma;
        NounClass noun = lexicon.Nouns.ActorClass(lemma);
        switch (need)
        {
            case SlotNeed.Any:
                return sentence.DateAt(argument) is null && (tree[argument].Upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num || tree[argument] is { Lemma: "each", Relation: "obj" }) || sentence.NameAt(argument) is not null;
            case SlotNeed.New:
                return tree[argument].Lemma.ToLowerInvariant() is "a" or "an" or "another" or "one";
            // "drove the Ethiopians out of X": another country's forces.
            case SlotNeed.Nation:
                return IsDemonym(tree, argument) && tree[argument].Penn is "NNS" or "NNPS";
            case SlotNeed.Place:
                return IsIt(tree, argument) || places.Read(sentence, argument) is not null;
            case SlotNeed.Speaker:
                return IsWe(tree, argument);
            case SlotNeed.Town:
                return IsIt(tree, argument) || places.Read(sentence, argument) is { } place && (place.Mention.Form == PlaceForm.Name || place.Class is NounClass.Settlement or NounClass.Facility or NounClass.Area or NounClass.Region);
            case SlotNeed.Disaster:
                return noun == NounClass.Disaster || (sentence.NameAt(argument) is not null && IsNamedDisaster(tree, argument));
            case SlotNeed.Weapon:
                return noun == NounClass.Weapon;
            case SlotNeed.Structure:
                return noun == NounClass.Object || lexicon.Nouns.PlaceClass(lemma) == NounClass.Facility || sentence.NameAt(argument) is { IsVessel: true };
            case SlotNeed.Captive:
                return noun == NounClass.Captive;
            case SlotNeed.People:
                if (tree[argument].Upos == Upos.Num) return true;
                if (noun is NounClass.People or NounClass.Captive or NounClass.Witness or NounClass.Official) return true;
                return actors.Read(sentence, argument) is { Kind: ActorKind.Person or ActorKind.Population } person && person.Form != ActorForm.Common || IsDemonym(tree, argument);
            // "wounded soldiers were left in the city": who cannot fight holds nothing.
            case SlotNeed.Militants when tree.Children(argument).Any(child => tree.Is(child, "amod") && lexicon.Words.Has(WordSet.Disabled, tree[child].Form.ToLowerInvariant())):
                return false;
            case SlotNeed.Militants:
            case SlotNeed.Force:
                if (noun is NounClass.Force or NounClass.Militants or NounClass.Police || need == SlotNeed.Force && lexicon.Words.Has(WordSet.Officer, lemma) && sentence.NameAt(argument) is null) return true;
                // "NATO planes", "Russian planes": not those of an airline.
                if (lemma == "plane" && tree.Children(argument).Any(child => (tree.Is(child, "compound") || tree.Is(child, "amod") || tree[child].Relation == "nmod:poss") && (IsDemonym(tree, child) || sentence.NameAt(child) is { Known.Kind: ActorKind.Military or ActorKind.State or ActorKind.Intergovernmental or ActorKind.RebelGroup } || lexicon.Nouns.ActorClass(tree[child].Lemma) == NounClass.Force))) return true;
                if (actors.Read(sentence, argument) is not { } actor) return false;
                if (actor.Kind is ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia) return true;
                if (need == SlotNeed.Militants) return actor.Form == ActorForm.Name && sentence.NameAt(argument) is { Kind: NameKind.Organisation, Known: null };
                return actor.Form is ActorForm.Name && actor.Kind is ActorKind.State or ActorKind.Government or ActorKind.Other or ActorKind.Intergovernmental || actor.Form == ActorForm.Pronoun && actor.Kind == ActorKind.Other && !IsVessel(tree, argument) || noun == NounClass.Body;
            default:
                return false;
        }
    }

    // "We are under rebel control," said from the town.
    private static bool IsWe(Tree tree, int argument) => tree[argument] is { Upos: Upos.Pron } token && token.Form is "we" or "We";

    // "a ferry capsized minutes after it left port": it is the ferry; "they fired the bomb but it landed on a church": it is the bomb.
    private bool IsVessel(Tree tree, int pronoun)
    {
        if (!IsIt(tree, pronoun)) return false;
        for (int at = 0; at < pronoun; at++) if (lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Object && tree.Is(at, "nsubj") || lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Weapon && tree.Is(at, "obj")) return true;
        return false;
    }

    private static bool IsIt(Tree tree, int argument) => tree[argument] is { Upos: Upos.Pron } token && token.Form is "it" or "It";

    // "Hurricane Maria", "Typhoon Haiyan", "Cyclone Idai"
    private bool IsNamedDisaster(Tree tree, int argument)
    {
        for (int at = Math.Max(0, argument - 3); at <= Math.Min(tree.Count - 1, argument + 1); at++)
        {
            if (lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Disaster && char.IsUpper(tree[at].Form[0])) return true;
        }
        return false;
    }

    private bool IsDemonym(Tree tree, int argument) => char.IsUpper(tree[argument].Form[0]) && lexicon.Countries.TryByDemonym(tree[argument].Form, out _);
}
