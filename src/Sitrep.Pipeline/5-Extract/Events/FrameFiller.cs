using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Makes an event reading of a word and its arguments: who plays which part, where, when, and what it is after all.</summary>
internal sealed class FrameFiller(ReadingLexicon lexicon, ActorFinder actors, PlaceFinder places, FrameNeeds needs)
{
    private readonly EventDays _days = new(lexicon);
    private readonly RoleFiller _roles = new(lexicon, actors, places, needs);
    private readonly EventPlaces _places = new(lexicon, places, needs);

    public EventReading Fill(FramedWord word)
    {
        var roles = new List<RoleMention>();
        var place = new PlaceDraft();
        foreach ((string slot, Part part) in word.Frame.Slots)
        {
            foreach (int token in word.Slots[slot])
            {
                int argument = GappedClauses.Before(word.Tree, word.At, token, slot);
                if (!_roles.TakeSite(word, part, argument, roles) && !_places.Take(word, slot, part, argument, place)) _roles.Take(word, slot, part, argument, roles);
            }
        }
        _roles.TakeCompanion(word, roles);
        _roles.TakeOwner(word, roles);
        _places.Complete(word, place, roles);
        bool befell = TakeVessel(word, roles);
        // "troops were withdrawn from X": they left, whoever ordered it.
        if (word is { IsVerb: true, Type: EventType.Withdrawal } && !roles.Exists(role => role.Role == RoleKind.Actor)) for (int i = 0; i < roles.Count; i++) if (roles[i].Role == RoleKind.Target) roles[i] = roles[i] with { Role = RoleKind.Actor };
        // "the militia sent fighters to X": those who went are who sent them.
        roles.RemoveAll(role => role.Role == RoleKind.From && roles.Exists(other => other.Role == RoleKind.Actor && other.Actor == role.Actor));
        if (IsBefallen(word, roles)) for (int i = 0; i < roles.Count; i++) roles[i] = roles[i] with { Role = RoleKind.Target };
        DateMention? when = _days.Of(word.Sentence, word.At, word.Type, word.With);
        bool background = Factuality.IsBackground(word.Tree, word.At, lexicon.Words) || EventDays.IsRemembered(word.Sentence, word.At, lexicon.Words);
        // "said on Friday that the town was free": since when is not told.
        if (word is { Type: EventType.Capture, Frame: { Pos: FramePos.Adj, Trigger: "free" } } && !word.Slots["of"].Any()) (when, background) = (null, true);
        int naming = Naming(word);
        return new EventReading(TypeOf(word), word.Tree.Span(naming, naming), LemmaOf(word, befell), [.. roles.Distinct()], place.Mention, when, place.Extent ?? (AreSomeOnly(word) ? Extent.Partial : null), background) { Brief = IsBrief(word) };
    }

    /// <summary>"briefly captured X", "the brief occupation of X".</summary>
    private bool IsBrief(FramedWord word) => word.Tree.Children(word.At).Any(child => word.Tree[child].Relation is "advmod" or "amod" && lexicon.Words.Has(WordSet.Brief, word.Tree[child].Form.ToLowerInvariant()));

    /// <summary>"the sinking of the ferry", "the ferry disaster": the ferry is told of, as by the verb. Of other disasters the noun is what came.</summary>
    private bool TakeVessel(FramedWord word, List<RoleMention> roles)
    {
        if (word is not { IsNoun: true, Type: EventType.Disaster }) return false;
        bool befell = roles.Exists(role => role is { Role: RoleKind.Instrument, Actor.Noun: { } noun } && lexicon.Nouns.ActorClass(noun.Split(' ')[^1]) == NounClass.Object);
        // "a train crash": the train.
        int vehicle = befell || !lexicon.Words.Has(WordSet.Happening, word.Frame.Trigger) ? -1
            : word.Tree.Children(word.At).FirstOrDefault(child => word.Tree.Is(child, "compound") && lexicon.Words.Has(WordSet.Vehicle, word.Tree[child].Lemma), -1);
        if (!befell) roles.Insert(0, new RoleMention(RoleKind.Instrument, _roles.Thing(word.Tree, vehicle >= 0 ? vehicle : word.At)));
        return befell || vehicle >= 0;
    }

    private string LemmaOf(FramedWord word, bool befell)
    {
        string trigger = word.Frame.Trigger;
        if (word.With >= 0) return trigger + " " + word.Tree[word.With].Lemma.ToLowerInvariant() + (word is { Type: EventType.Other, IsVerb: true } && word.Tree[word.With].Penn == "RP" && word.Slots["obj"].FirstOrDefault(-1) is >= 0 and var thing ? " " + word.Tree[thing].Lemma.ToLowerInvariant() : "");
        if (befell) return lexicon.Frames.ForForm(trigger) is [{ Trigger: var verb }, ..] ? verb : trigger;
        return IsAttempted(word) ? "attempted " + trigger : trigger;
    }

    /// <summary>"an attempted coup", "attempted a coup": the attempt is what happened.</summary>
    private bool IsAttempted(FramedWord word)
    {
        Tree tree = word.Tree;
        if (word is not { IsNoun: true, Type: EventType.Other, Frame.Trigger: "coup" }) return false;
        return tree.Children(word.At).Any(child => tree.Is(child, "amod") && lexicon.Words.Has(WordSet.Attempted, tree[child].Form.ToLowerInvariant()))
            || tree.Is(word.At, "obj") && tree.Head(word.At) is >= 0 and var tried && lexicon.Words.Has(WordSet.Attempted, tree[tried].Lemma);
    }

    /// <summary>"carried out an attack": the noun names the event, the verb only carries it.</summary>
    private int Naming(FramedWord word) =>
        word.With >= 0 && word.Tree[word.With].Upos == Upos.Noun && !lexicon.Frames.For(word.Tree[word.With].Lemma.ToLowerInvariant(), FramePos.Noun).IsEmpty ? word.With : word.At;

    /// <summary>"Dozens of soldiers fled the city": the others may still be there.</summary>
    private static bool AreSomeOnly(FramedWord word) => word is { IsVerb: true, Type: EventType.Withdrawal } && word.Slots["subj"].Any(subject =>
        !word.Tree.Children(subject).Any(child => word.Tree.Is(child, "det") && word.Tree[child].Lemma is "the" or "all" or "these" or "those")
        && word.Sentence.Quantities.Any(quantity => quantity.Last < word.At && word.Tree.IsUnder(quantity.First, subject)));

    private EventType TypeOf(FramedWord word)
    {
        if (IsStaying(word)) return EventType.Holding;
        if (IsGoingOn(word)) return lexicon.Words.Has(WordSet.Clears, word.Frame.Trigger) ? EventType.Clash : EventType.Attack;
        return IsSensed(word) ? EventType.Other : word.Type;
    }

    /// <summary>"Troops were clearing the town": what is under way is not done.</summary>
    private static bool IsGoingOn(FramedWord word) => word is { IsVerb: true, Type: EventType.Capture } && word.Tree[word.At].Penn == "VBG"
        && word.Tree.Children(word.At).Any(child => word.Tree.Is(child, "aux") && word.Tree[child].Lemma == "be");

    /// <summary>"troops on both sides occupy the hill": they are there.</summary>
    private static bool IsStaying(FramedWord word)
    {
        if (word is not { IsVerb: true, Type: EventType.Capture, Frame.Trigger: "occupy" }) return false;
        string form = word.Tree[word.At].Penn;
        return form is "VBP" or "VBZ" || form == "VB" && !word.Tree.Children(word.At).Any(child => word.Tree.Is(child, "aux") || word.Tree.Is(child, "mark"));
    }

    /// <summary>"explosions were heard near the airport": whose and of what nobody says.</summary>
    private bool IsSensed(FramedWord word) => word is { IsNoun: true, Type: EventType.Bombing } && word.Tree.Is(word.At, "nsubj")
        && word.Tree.Head(word.At) is >= 0 and var sensed && lexicon.Words.Has(WordSet.Sensed, word.Tree[sensed].Lemma) && Slots.IsPassive(word.Tree, sensed, lexicon.Words);

    /// <summary>"60 were killed and others wounded", "left one dead and several others injured": nobody is left to do it, so it befell them.</summary>
    private static bool IsBefallen(FramedWord word, List<RoleMention> roles)
    {
        Tree tree = word.Tree;
        return word is { IsVerb: true, Type: EventType.Injury } && tree[word.At].Penn is "VBN" or "VBD" && !word.Slots["obj"].Any()
            && word.Slots["subj"].All(subject => tree.Is(subject, "nsubj") && subject == word.At - 1) && roles.TrueForAll(role => role.Role == RoleKind.Actor);
    }
}
