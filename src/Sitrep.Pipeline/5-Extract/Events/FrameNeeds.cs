using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Whether an argument is what a frame of <c>data/events.tsv</c> needs: a place, a force, people, a structure.</summary>
internal sealed class FrameNeeds(ReadingLexicon lexicon, ActorFinder actors, PlaceFinder places)
{
    /// <summary>Words for a number that may stand one above the other: "tens of thousands of".</summary>
    private const int PartsMax = 3;

    public bool AreMet(FramedWord word) => word.Frame.Needs.All(need => word.Slots[need.Slot].Any(argument =>
        Meets(word.Sentence, argument, need.Need) || IsTakenBuilding(word, need.Need, argument) || word.Type == EventType.Withdrawal && need.Need == SlotNeed.Force && IsCivil(word.Sentence, argument)));

    /// <summary>"captured the town hall", but not "took a house", which somebody may rent.</summary>
    private bool IsTakenBuilding(FramedWord word, SlotNeed need, int argument) =>
        word is { IsVerb: true, Type: EventType.Capture } && (need == SlotNeed.Place || need == SlotNeed.Town && word.Tree.Children(argument).Any(child => word.Tree.Is(child, "det") && word.Tree[child].Lemma == "the")) && places.Building(word.Sentence, argument) is not null;

    /// <summary>"hundreds of prisoners": prisoners. "new waves of flooding": the flooding.</summary>
    public int Counted(Tree tree, int argument)
    {
        // "tens of thousands of refugees"
        for (int steps = 0; steps < PartsMax; steps++)
        {
            bool wave = lexicon.Words.Has(WordSet.FloodFigure, tree[argument].Lemma);
            if (!wave && !lexicon.Words.Has(WordSet.CountedPart, tree[argument].Lemma)) break;
            int of = tree.Children(argument).FirstOrDefault(
                child => tree[child].Relation == "nmod" && tree.Preposition(child) == "of" && (!wave || lexicon.Nouns.ActorClass(tree[child].Lemma) == NounClass.Disaster), argument);
            if (of == argument) break;
            argument = of;
        }
        return argument;
    }

    public static bool IsIt(Tree tree, int argument) => tree[argument] is { Upos: Upos.Pron, Form: "it" or "It" };

    /// <summary>"Hurricane Maria", "Typhoon Haiyan", "Cyclone Idai".</summary>
    public bool IsNamedDisaster(Tree tree, int argument)
    {
        for (int at = Math.Max(0, argument - 3); at <= Math.Min(tree.Count - 1, argument + 1); at++)
        {
            if (lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Disaster && char.IsUpper(tree[at].Form[0])) return true;
        }
        return false;
    }

    /// <summary>True for any armed actor.</summary>
    public bool IsForce(ReadSentence sentence, int argument) => Meets(sentence, argument, SlotNeed.Force);

    private bool Meets(ReadSentence sentence, int slotToken, SlotNeed need)
    {
        Tree tree = sentence.Tree;
        int argument = Counted(tree, slotToken);
        NounClass noun = lexicon.Nouns.ActorClass(tree[argument].Lemma);
        return need switch
        {
            SlotNeed.Any => IsAny(sentence, argument),
            SlotNeed.New => tree[argument].Lemma.ToLowerInvariant() is "a" or "an" or "another" or "one",
            SlotNeed.The => tree[argument].Lemma.Equals("the", StringComparison.OrdinalIgnoreCase),
            // "drove the Ethiopians out of X": another country's forces.
            SlotNeed.Nation => IsDemonym(tree, argument) && tree[argument].Penn is "NNS" or "NNPS",
            SlotNeed.Place => IsIt(tree, argument) || places.Read(sentence, argument) is not null,
            // "We are under rebel control," said from the town.
            SlotNeed.Speaker => tree[argument] is { Upos: Upos.Pron, Form: "we" or "We" },
            SlotNeed.Town => IsIt(tree, argument) || IsTown(sentence, argument),
            SlotNeed.Disaster => noun == NounClass.Disaster || sentence.NameAt(argument) is not null && IsNamedDisaster(tree, argument),
            SlotNeed.Weapon => noun == NounClass.Weapon,
            SlotNeed.Structure => noun == NounClass.Object || lexicon.Words.Has(WordSet.FallsDown, tree[argument].Lemma.ToLowerInvariant()) || lexicon.Nouns.PlaceClass(tree[argument].Lemma) == NounClass.Facility || sentence.NameAt(argument) is { IsVessel: true },
            SlotNeed.Captive => noun == NounClass.Captive,
            SlotNeed.People => ArePeople(sentence, argument, noun),
            SlotNeed.Militants => !AreDisabled(tree, argument) && (IsArmed(noun) || IsFlown(sentence, argument) || actors.Read(sentence, argument) is { } militants && AreMilitants(sentence, argument, militants)),
            SlotNeed.Force => IsArmed(noun) || AreHisMen(tree, argument) || IsOfficer(sentence, argument) || IsFlown(sentence, argument) || actors.Read(sentence, argument) is { } force && IsForce(sentence, argument, force, noun),
            _ => false,
        };
    }

    /// <summary>"our men", "his men": who follows a leader bears arms.</summary>
    private static bool AreHisMen(Tree tree, int argument) => tree[argument] is { Lemma: "man", Penn: "NNS" } && tree.Children(argument).Any(child => tree[child].Penn == "PRP$");

    private static bool IsAny(ReadSentence sentence, int argument)
    {
        ref readonly Token token = ref sentence.Tree[argument];
        return sentence.DateAt(argument) is null && (token.Upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num || token is { Lemma: "each" or "other" or "another", Relation: "obj" }) || sentence.NameAt(argument) is not null;
    }

    private bool IsTown(ReadSentence sentence, int argument) =>
        places.Read(sentence, argument) is { } place && (place.Mention.Form == PlaceForm.Name || place.Class is NounClass.Settlement or NounClass.Facility or NounClass.Area or NounClass.Region);

    private bool ArePeople(ReadSentence sentence, int argument, NounClass noun)
    {
        // "killed five villagers and burned others": villagers.
        if (sentence.Tree[argument].Form == "others" && sentence.Tree.Head(argument) is >= 0 and var second && sentence.Tree.Is(second, "conj") && sentence.Tree.Head(second) is >= 0 and var first && sentence.Tree.Child(first, "obj") is >= 0 and var known && known < argument) return ArePeople(sentence, known, lexicon.Nouns.ActorClass(sentence.Tree[known].Lemma));
        // "captured two of its vehicles": no people.
        if (sentence.Tree[argument].Upos == Upos.Num && sentence.Tree.Children(argument).FirstOrDefault(child => child > argument && sentence.Tree.Preposition(child) == "of" && sentence.Tree[child].Upos == Upos.Noun, -1) is >= 0 and var of && lexicon.Nouns.ActorClass(sentence.Tree[of].Lemma) is NounClass.Object or NounClass.Weapon) return false;
        if (sentence.Tree[argument].Upos == Upos.Num || noun is NounClass.People or NounClass.Captive or NounClass.Witness or NounClass.Official || lexicon.Words.Has(WordSet.Press, sentence.Tree[argument].Lemma)) return true;
        return actors.Read(sentence, argument) is { Kind: ActorKind.Person or ActorKind.Population, Form: not ActorForm.Common } || IsDemonym(sentence.Tree, argument);
    }

    private static bool IsArmed(NounClass noun) => noun is NounClass.Force or NounClass.Militants or NounClass.Police;

    /// <summary>"wounded soldiers were left in the city": who cannot fight holds nothing.</summary>
    private bool AreDisabled(Tree tree, int argument) =>
        tree.Children(argument).Any(child => tree.Is(child, "amod") && lexicon.Words.Has(WordSet.Disabled, tree[child].Form.ToLowerInvariant()));

    private bool IsOfficer(ReadSentence sentence, int argument) => lexicon.Words.Has(WordSet.Officer, sentence.Tree[argument].Lemma) && sentence.NameAt(argument) is null;

    /// <summary>"NATO planes", "Russian planes": not those of an airline.</summary>
    private bool IsFlown(ReadSentence sentence, int argument)
    {
        Tree tree = sentence.Tree;
        return tree[argument].Lemma == "plane" && tree.Children(argument).Any(child => (tree.Is(child, "compound") || tree.Is(child, "amod") || tree[child].Relation == "nmod:poss") && IsArmedOwner(child));

        bool IsArmedOwner(int owner) => IsDemonym(tree, owner) || lexicon.Nouns.ActorClass(tree[owner].Lemma) == NounClass.Force
            || sentence.NameAt(owner) is { Known.Kind: ActorKind.Military or ActorKind.State or ActorKind.Intergovernmental or ActorKind.RebelGroup };
    }

    private static bool IsFighting(ActorMention actor) => actor.Kind is ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia;

    private static bool AreMilitants(ReadSentence sentence, int argument, ActorMention actor) =>
        IsFighting(actor) || actor.Form == ActorForm.Name && sentence.NameAt(argument) is { Kind: NameKind.Organisation, Known: null };

    private bool IsForce(ReadSentence sentence, int argument, ActorMention actor, NounClass noun) =>
        IsFighting(actor) || noun == NounClass.Body
        || actor is { Form: ActorForm.Name, Kind: ActorKind.State or ActorKind.Government or ActorKind.Other or ActorKind.Intergovernmental }
        || actor is { Form: ActorForm.Pronoun, Kind: ActorKind.Other } && !IsThing(sentence.Tree, argument);

    /// <summary>"a ferry capsized minutes after it left port": it is the ferry; "they fired the bomb but it landed on a church": it is the bomb.</summary>
    private bool IsThing(Tree tree, int pronoun)
    {
        if (!IsIt(tree, pronoun)) return false;
        for (int at = 0; at < pronoun; at++)
        {
            NounClass noun = lexicon.Nouns.ActorClass(tree[at].Lemma);
            if (noun == NounClass.Object && tree.Is(at, "nsubj") || noun == NounClass.Weapon && tree.Is(at, "obj")) return true;
        }
        return false;
    }

    /// <summary>"MSF has withdrawn from the camp": who bears no arms leaves too.</summary>
    private bool IsCivil(ReadSentence sentence, int argument) => actors.Read(sentence, argument) is { Form: ActorForm.Name, Kind: ActorKind.Company or ActorKind.Ngo or ActorKind.Monitor };

    private bool IsDemonym(Tree tree, int argument) => char.IsUpper(tree[argument].Form[0]) && lexicon.Countries.TryByDemonym(tree[argument].Form, out _);
}
