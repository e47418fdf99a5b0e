using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Who and what plays a part in an event: forces, people, ships, storms, weapons, things that are struck.</summary>
internal sealed class RoleFiller(ReadingLexicon lexicon, ActorFinder actors, PlaceFinder places, FrameNeeds needs)
{
    /// <summary>"stormed a gas plant", "two radio stations were attacked": which ones is not told, so it is what was struck and not where.</summary>
    public bool TakeSite(FramedWord word, Part part, int argument, List<RoleMention> roles)
    {
        // "surrounded the palace in X": the palace, and not the town.
        if (part == Part.PlaceOrTarget && word.Type == EventType.Siege && places.Read(word.Sentence, argument) is { Class: NounClass.Facility, Mention.Form: PlaceForm.Common }) roles.Add(new RoleMention(RoleKind.Target, Thing(word.Tree, argument)));
        if (part != Part.PlaceOrTarget || !word.Strikes || places.Read(word.Sentence, argument) is not { Class: NounClass.Facility, Mention: { Form: PlaceForm.Common } site } || !PlaceDraft.IsOneOfMany(site)) return false;
        roles.Add(new RoleMention(RoleKind.Target, Thing(word.Tree, argument)));
        return true;
    }

    /// <summary>Adds whoever the argument names in the part that the row gives it.</summary>
    public void Take(FramedWord word, string slot, Part part, int argument, List<RoleMention> roles)
    {
        if (part == Part.Place || IsNoParty(word, slot, part, argument)) return;
        if ((Named(word, part, argument) ?? Instrument(word, part, argument) ?? (slot == "mod" ? AsState(word, OfNation(word.Tree, argument)) : null)) is { } one)
        {
            roles.Add(new RoleMention(RoleOf(part), one));
            return;
        }
        int before = roles.Count;
        foreach (ActorMention actor in actors.ReadAll(word.Sentence, argument)) roles.Add(new RoleMention(RoleOf(part), actor));
        if (part == Part.Actor && roles.Count == before && (FlownBy(word.Sentence, argument) ?? FiredBy(word.Sentence, argument)) is { } behind) roles.Add(new RoleMention(RoleKind.Actor, behind));
        if (RoleOf(part) == RoleKind.Target && word.Type == EventType.Clash && roles.Count == before && Attackers(word.Sentence, argument) is { } attackers) roles.Add(new RoleMention(RoleKind.Target, attackers));
        if (RoleOf(part) == RoleKind.Target && word.Strikes) TakeStruck(word, slot, argument, roles, roles.Count == before);
    }

    /// <summary>"seized a cargo ship": what completes the verb is what was taken.</summary>
    public void TakeCompanion(FramedWord word, List<RoleMention> roles)
    {
        if (word is not { With: >= 0 and var with, IsVerb: true } || !word.Strikes && word.Type != EventType.Detention) return;
        bool taken = word.Tree.Is(with, "obj") || word.Tree.Is(with, "nsubj");
        if (taken && IsThing(word.Tree, with) && word.Frame.Slots.Any(named => named is ("obj", Part.Target))) roles.Add(new RoleMention(RoleKind.Target, Thing(word.Tree, with)));
    }

    /// <summary>"said it was behind the attack", "that they were responsible for the bombing": who owns to it did it. What somebody else is said to be behind is an accusation.</summary>
    public void TakeOwner(FramedWord word, List<RoleMention> roles)
    {
        if (!roles.Exists(role => role.Role == RoleKind.Actor)) foreach (int argument in word.Slots["poss"]) if (Owner(word, argument) is { } whose) roles.Add(new RoleMention(RoleKind.Actor, whose));
        if (word is not { IsNoun: true, Type: EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Killing or EventType.Abduction } || roles.Exists(role => role.Role == RoleKind.Actor)) return;
        Tree tree = word.Tree;
        int owned = tree.Preposition(word.At) switch
        {
            "behind" => tree.Child(word.At, "cop") >= 0 ? word.At : tree.Head(word.At),
            "for" when tree.Head(word.At) is >= 0 and var answers && tree[answers].Lemma == "responsible" => answers,
            _ => -1,
        };
        // "said it was not responsible" affirms that there was an attack, and nothing of who did it.
        if (owned < 0 || owned != word.At && Factuality.IsNegated(tree, owned) || tree.Child(owned, "nsubj") is not (>= 0 and var owner)) return;
        bool own = tree[owner].Form.ToLowerInvariant() is "it" or "they" or "we" || tree.Children(owner).Any(child => tree[child].Penn == "PRP$");
        if (own) foreach (ActorMention actor in actors.ReadAll(word.Sentence, owner)) roles.Add(new RoleMention(RoleKind.Actor, actor));
    }

    /// <summary>"announced its withdrawal from X", "their capture of X": whose it is, to be resolved as "it" and "they" are.</summary>
    private static ActorMention? Owner(FramedWord word, int argument)
    {
        bool done = word is { IsNoun: true, Type: EventType.Withdrawal } || word is { IsNoun: true, Type: EventType.Capture } && word.Slots["of"].Any();
        if (!done || word.Tree[argument].Form is not ("its" or "their")) return null;
        return new ActorMention(word.Tree.Span(argument, argument), word.Tree[argument].Form, ActorForm.Pronoun, null, null, null, ActorKind.Other);
    }

    /// <summary>A thing by its noun, with what stands before it.</summary>
    public ActorMention Thing(Tree tree, int at)
    {
        int first = at;
        foreach (int child in tree.Children(at)) if (child < first && (tree.Is(child, "compound") || tree.Is(child, "amod") || tree.Is(child, "nummod"))) first = tree.Extent(child).First;
        // "a dam structure", "an apartment building": the noun alone says too little.
        string noun = tree[at].Lemma.ToLowerInvariant();
        if (at > first && tree[at - 1].Upos == Upos.Noun && tree.Is(at - 1, "compound") && lexicon.Nouns.ActorClass(noun) == NounClass.Object) noun = $"{tree[at - 1].Lemma.ToLowerInvariant()} {noun}";
        return new ActorMention(tree.Span(first, at), tree.Words(first, at), ActorForm.Common, null, noun, null, ActorKind.Other);
    }

    public static RoleKind RoleOf(Part part) => part switch
    {
        Part.Actor => RoleKind.Actor,
        Part.Target or Part.PlaceOrTarget => RoleKind.Target,
        Part.With => RoleKind.With,
        Part.Instrument => RoleKind.Instrument,
        Part.From => RoleKind.From,
        _ => RoleKind.To,
    };

    private bool IsNoParty(FramedWord word, string slot, Part part, int argument)
    {
        Tree tree = word.Tree;
        // "destroyed by an earthquake the day before"
        if (word.Sentence.DateAt(argument) is not null) return true;
        // "abandoned the base after it was attacked": the base was.
        if (part == Part.PlaceOrTarget && FrameNeeds.IsIt(tree, argument) && IsSite(word.Sentence, argument)) return true;
        // "killed with a knife", but not "attacked with his brother".
        if (part == Part.Instrument && slot == "with" && lexicon.Nouns.ActorClass(tree[argument].Lemma) != NounClass.Weapon) return true;
        // "the agency's estimate of 300 killed": nobody killed an estimate.
        if (part == Part.Target && word.Type is EventType.Killing or EventType.Injury && tree[argument].Upos == Upos.Noun && lexicon.Nouns.ActorClass(tree[argument].Lemma) == NounClass.Document) return true;
        // "the hospital was hit, killing a nurse": a building does not kill.
        return part == Part.Actor && word.Type is EventType.Killing or EventType.Injury && tree[argument].Upos == Upos.Noun && lexicon.Nouns.PlaceClass(tree[argument].Lemma) == NounClass.Facility;
    }

    /// <summary>"MV Aurora capsized", "a missile hit the Aurora": the ship, by its name. "Ana made landfall": the storm, by its name.</summary>
    private ActorMention? Named(FramedWord word, Part part, int argument)
    {
        Tree tree = word.Tree;
        if (RoleOf(part) is RoleKind.Instrument or RoleKind.Target && word.Sentence.NameAt(argument) is { IsVessel: true } ship)
        {
            return new ActorMention(tree.Span(ship.First, ship.Last), ship.Words, ActorForm.Name, ship.Words, "ship", null, ActorKind.Other);
        }
        bool storm = part == Part.Instrument && (tree[argument].Upos == Upos.Propn || needs.IsNamedDisaster(tree, argument));
        return storm && word.Sentence.NameAt(argument) is { Kind: NameKind.Other, Known: null, IsToponym: false } name ? Storm(tree, name) : null;
    }

    private ActorMention? Instrument(FramedWord word, Part part, int argument)
    {
        Tree tree = word.Tree;
        if (part != Part.Instrument || tree[argument].Upos != Upos.Noun || lexicon.Nouns.ActorClass(tree[argument].Lemma) is not (NounClass.Disaster or NounClass.Weapon or NounClass.Object or NounClass.None)) return null;
        return Thing(tree, word.Type == EventType.Disaster ? needs.Counted(tree, argument) : argument);   // "hundreds of aftershocks": the aftershocks
    }

    /// <summary>The noun that the name stands with, else that of all such names.</summary>
    private ActorMention Storm(Tree tree, NameRun name)
    {
        string noun = "storm";
        for (int at = name.First; at <= name.Last; at++) if (lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Disaster) noun = lexicon.Nouns.Single(tree[at].Lemma);
        return new ActorMention(tree.Span(name.First, name.Last), name.First == name.Last ? "Storm " + name.Words : name.Words, ActorForm.Common, null, noun, null, ActorKind.Other);
    }

    /// <summary>"under Russian control": that nation's forces.</summary>
    private ActorMention? OfNation(Tree tree, int argument) =>
        tree[argument].Upos == Upos.Adj && lexicon.Countries.TryByDemonym(tree[argument].Form, out _) && Lands.At(lexicon.Gazetteer, tree.Forms, argument) is { Code: { } code } land
            ? new ActorMention(tree.Span(land.First, land.Last), tree.Words(land.First, land.Last) + " forces", ActorForm.National, null, "force", code, ActorKind.Military) : null;

    // "denied any Ukrainian involvement": the state is charged, not its forces alone.
    private static ActorMention? AsState(FramedWord word, ActorMention? nation) =>
        word.Type == EventType.Accusation && nation is not null ? nation with { Words = nation.Words[..nation.Words.LastIndexOf(' ')] + " government", Noun = "government", Kind = ActorKind.Government } : nation;

    /// <summary>"NATO planes struck": NATO did.</summary>
    private ActorMention? FlownBy(ReadSentence sentence, int plane)
    {
        Tree tree = sentence.Tree;
        // "a Boeing plane plunged into the sea, killing all on board": nobody flew it against them.
        if (tree[plane].Lemma != "plane" || tree.Head(plane) is >= 0 and var verb && lexicon.Words.Has(WordSet.BefallsVehicle, tree[verb].Lemma)) return null;
        return tree.Children(plane).Where(child => tree.Is(child, "compound") || tree.Is(child, "amod") || tree[child].Relation == "nmod:poss")
            .Select(child => OfNation(tree, child) ?? actors.Read(sentence, child)).FirstOrDefault(owner => owner is { Form: not ActorForm.Pronoun });
    }

    /// <summary>"killed by fire from X", "hit by shelling by X": whose fire it was.</summary>
    private ActorMention? FiredBy(ReadSentence sentence, int weapon)
    {
        Tree tree = sentence.Tree;
        bool fired = tree[weapon].Lemma == "fire" || lexicon.Nouns.ActorClass(tree[weapon].Lemma) == NounClass.Weapon || lexicon.Frames.For(tree[weapon].Lemma, FramePos.Noun).Any(frame => FoundEvent.IsBlowType(frame.Type));
        // The parser hangs "from X" on the verb as often as on the noun right before it.
        if (!fired || weapon + 1 >= tree.Count || tree[weapon + 1].Lemma is not ("from" or "by") || tree.Head(weapon + 1) is not (>= 0 and var who) || who < weapon + 1) return null;
        return actors.Read(sentence, who) is { Form: not ActorForm.Pronoun, Kind: ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia or ActorKind.State or ActorKind.Government } actor ? actor : null;
    }

    /// <summary>"blew up a bus", "attacked the pipeline": a thing that is struck.</summary>
    private void TakeStruck(FramedWord word, string slot, int argument, List<RoleMention> roles, bool nobody)
    {
        Tree tree = word.Tree;
        // "shot down a drone": what is brought down is a target, whatever it was sent to do.
        bool downed = word is { IsVerb: true, Type: EventType.Strike or EventType.Other } && slot == "obj" && lexicon.Nouns.ActorClass(tree[argument].Lemma) == NounClass.Weapon;
        if (nobody && (IsThing(tree, argument) || downed)) roles.Add(new RoleMention(RoleKind.Target, Thing(tree, argument)));
        else if (nobody && lexicon.Words.Has(WordSet.FightersThing, tree[argument].Lemma) && Holder(word.Sentence, argument) is { } holder) roles.Add(new RoleMention(RoleKind.Target, holder));
        foreach (int child in tree.Children(argument)) if (tree.Is(child, "conj") && tree[child].Upos == Upos.Noun && IsThing(tree, child)) roles.Add(new RoleMention(RoleKind.Target, Thing(tree, child)));
    }

    /// <summary>"repelled an attack by the rebels", "beat back a rebel assault": who attacked.</summary>
    private ActorMention? Attackers(ReadSentence sentence, int attack)
    {
        Tree tree = sentence.Tree;
        if (!lexicon.Frames.For(tree[attack].Lemma, FramePos.Noun).Any(frame => FoundEvent.IsBlowType(frame.Type))) return null;
        return tree.Children(attack).Where(child => tree.Is(child, "compound") || tree[child].Relation == "nmod:poss" || tree[child].Relation == "nmod" && tree.Preposition(child) == "by").Select(child => actors.Read(sentence, child)).FirstOrDefault(actor => actor is not null);
    }

    /// <summary>"attacked army positions", "shelled positions of the rebels": those whose they are were attacked.</summary>
    private ActorMention? Holder(ReadSentence sentence, int thing)
    {
        Tree tree = sentence.Tree;
        return tree.Children(thing).Where(child => tree.Is(child, "compound") || tree.Is(child, "amod") || tree[child].Relation == "nmod:poss" || tree[child].Relation == "nmod" && tree.Preposition(child) == "of")
            .Select(child => OfNation(tree, child) ?? (tree.Is(child, "amod") ? null : actors.Read(sentence, child))).FirstOrDefault(holder => holder is not null);
    }

    private bool IsThing(Tree tree, int at) => lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Object;

    /// <summary>The thing that the clause above names behind its verb, before the pronoun: a base, a town.</summary>
    private bool IsSite(ReadSentence sentence, int pronoun)
    {
        Tree tree = sentence.Tree;
        int clause = tree.Head(pronoun);
        // "although the army denied striking it": what the clause above was about.
        while (clause >= 0 && (tree.Is(clause, "xcomp") || tree.Is(clause, "ccomp"))) clause = tree.Head(clause);
        if (clause < 0 || !tree.Is(clause, "advcl") || tree.Head(clause) is not (>= 0 and var above) || tree.Child(above, "obj") is not (>= 0 and var site) || site < above || site > pronoun) return false;
        return lexicon.Nouns.PlaceClass(tree[site].Lemma) is NounClass.Facility or NounClass.Settlement || sentence.NameAt(site) is { MayBePlace: true };
    }
}
