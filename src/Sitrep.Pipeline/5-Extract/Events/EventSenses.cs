using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>In which sense an event word is meant: "fight corruption", "a wave of protest", "clear the city of mines".</summary>
internal sealed class EventSenses(ReadingLexicon lexicon, PlaceFinder places, FrameNeeds needs)
{
    private readonly AccidentalBlasts _blasts = new(lexicon);

    /// <summary>"captured weapons", "besieged town", "as a super typhoon": it describes, and tells of nothing that happened.</summary>
    public bool IsDescription(Tree tree, int at, FramePos pos)
    {
        if (pos == FramePos.Verb) return tree.Is(at, "amod") || tree.Is(at, "compound") || AreThose(tree, at);
        if (pos != FramePos.Noun) return false;
        if (tree.Is(at, "compound")) return true;
        if (lexicon.Nouns.ActorClass(tree[at].Lemma) != NounClass.Disaster) return false;
        // "the equivalent of a hurricane": how strong it was.
        return tree.Preposition(at) is "as" or "like" || tree.Preposition(at) == "of" && tree.Head(at) is >= 0 and var head && lexicon.Words.Has(WordSet.DisasterMeasure, tree[head].Lemma);
    }

    /// <summary>"our hostages and wounded are there": those who were, and nothing that they did.</summary>
    private static bool AreThose(Tree tree, int at) => tree[at] is { Penn: "VBN" or "VBD" } && tree.Is(at, "conj") && tree.Head(at) is >= 0 and var joined && joined < at && tree[joined].Upos == Upos.Noun && tree.Is(joined, "nsubj") && tree.Head(joined) > at
        && !tree.Children(at).Any(child => tree[child].Relation is not ("cc" or "punct" or "det" or "amod"));

    /// <summary>"forces fighting X", "troops holding Y": says who they are; "accused soldiers of entering X" what they did.</summary>
    public static bool IsOnlyWho(FramedWord word) =>
        word is { IsVerb: true, Type: EventType.Clash or EventType.Holding or EventType.Siege or EventType.Movement } && word.Tree[word.At] is { Penn: "VBG", Relation: "acl" } && word.Tree.Child(word.At, "mark") < 0
            // "shot at people leaving the mosque"
            || word is { IsVerb: true, Type: EventType.Displacement or EventType.Withdrawal or EventType.Movement, At: > 0 } && word.Tree[word.At] is { Penn: "VBG", Relation: "advcl" } && word.Tree.Is(word.At - 1, "obl") && word.Tree.Preposition(word.At - 1) is "at" or "on" && word.Slots["subj"].Concat(word.Slots["obj"]).Contains(word.At - 1);

    /// <summary>True where the word tells of no event in any row: nobody fights, nothing breaks, no water came.</summary>
    public bool IsFigurative(FramedWord word) =>
        IsFlightOfCulprits(word) || IsMourned(word) || IsInPlace(word) || IsOverfull(word) || IsLandslideWin(word) || IsWaveOfDisaster(word) || IsStationed(word) || IsFeltElsewhere(word) || IsEnd(word) || IsToDisperse(word) || IsMetThing(word) || IsFreedUp(word) || IsFallOfAmount(word)
        || word.Type switch
        {
            // "tension exploded into fighting"
            EventType.Bombing or EventType.Disaster when word.IsVerb && word.Slots["subj"].Any(subject => lexicon.Words.Has(WordSet.Outburst, word.Tree[subject].Lemma)) => true,
            EventType.Disaster when word.IsVerb => word.Slots["subj"].Any(subject => IsWaveOfOther(word.Tree, subject) || IsFrontLine(word.Tree, subject)),
            // "an explosion of violence", "the outbreak of violence": nothing blew up, and nobody fell ill.
            EventType.Bombing or EventType.Disaster when word.IsNoun && word.Slots["of"].Any(of => lexicon.Words.Has(WordSet.Outburst, word.Tree[of].Lemma) && (word.Type == EventType.Bombing || word.Tree[of].Lemma is not "case")) => true,
            // "imports enter the country": no force moves.
            EventType.Movement when word.IsVerb && word.Slots["subj"].Any(subject => AreGoods(word.Tree, subject)) => true,
            // "the helicopter landed safely": nobody moved in.
            EventType.Movement when word.Frame.Trigger == "land" && word.Slots["subj"].Any(subject => lexicon.Words.Has(WordSet.Vehicle, word.Tree[subject].Lemma)) => true,
            EventType.Attack or EventType.Clash or EventType.Strike or EventType.Capture or EventType.Killing => IsAgainstIll(word),
            _ => false,
        };

    /// <summary>False where the word is not meant as its row has it; another row may be.</summary>
    public bool IsMeant(FramedWord word) => !_blasts.IsOtherThan(word) && !IsClearedOfThings(word) && !IsFreeOfOther(word) && !IsTakenBack(word) && !IsOtherThanSearch(word) && !IsOutOfBuilding(word) && !IsCapacity(word) && !IsLeftBehind(word) && !IsHouseSeized(word) && !IsGunfire(word) && !IsLeftAs(word) && !IsRallied(word) && !IsOtherFall(word) && !IsNotForLong(word);

    /// <summary>"looking for criminals who fled after the robbery": nobody was driven out.</summary>
    private bool IsFlightOfCulprits(FramedWord word) => word.Type == EventType.Displacement && word.Slots["subj"].Any(subject => lexicon.Words.Has(WordSet.Runaway, word.Tree[subject].Lemma));

    /// <summary>"sheltering in place": they stay where they are.</summary>
    private static bool IsInPlace(FramedWord word) => word is { IsVerb: true, Type: EventType.Displacement } && word.Slots["in"].Any(at => word.Tree[at].Form == "place" && word.Tree.Extent(at).First == at - 1);

    /// <summary>"condolences to the family of the soldier killed": of whom it speaks is told elsewhere.</summary>
    private bool IsMourned(FramedWord word) => word is { IsVerb: true, Type: EventType.Killing or EventType.Injury } && word.Tree[word.At] is { Penn: "VBN", Relation: "acl" } && word.Tree.Head(word.At) is >= 0 and var lost
        && word.Tree.Preposition(lost) == "of" && word.Tree.Head(lost) is >= 0 and var kin && lexicon.Words.Has(WordSet.LeftBehind, word.Tree[kin].Lemma) && word.Tree.Children(lost).Any(child => word.Tree.Is(child, "det") && word.Tree[child].Lemma == "the");

    /// <summary>"camps are bursting at the seams": nothing breaks.</summary>
    private static bool IsOverfull(FramedWord word) => word.Frame.Trigger == "burst" && word.Slots["at"].Any(at => word.Tree[at].Lemma == "seam");

    /// <summary>"claimed a landslide in the election": no earth moved.</summary>
    private bool IsLandslideWin(FramedWord word) => word.Frame.Trigger == "landslide" && word.Tree.Sentence.Tokens.Any(token => lexicon.Words.Has(WordSet.Poll, token.Lemma));

    /// <summary>"new waves of flooding": the flooding is told by its own word.</summary>
    private bool IsWaveOfDisaster(FramedWord word) => word is { Type: EventType.Disaster, IsNoun: true } && lexicon.Words.Has(WordSet.FloodFigure, word.Frame.Trigger)
        && word.Slots["of"].Any(of => lexicon.Nouns.ActorClass(word.Tree[of].Lemma) == NounClass.Disaster);

    /// <summary>"has 200 soldiers in Chad": nobody holds a country by them.</summary>
    private bool IsStationed(FramedWord word) => word is { Type: EventType.Holding, Frame.Trigger: "have" } && word.Frame.With.Contains("troop")
        && word.Slots["in"].Any(at => lexicon.Countries.TryByName(word.Tree[at].Form, out _) || word.Tree[at].Lemma is "country" or "region");

    /// <summary>"The blast was felt in X": it was elsewhere.</summary>
    private static bool IsFeltElsewhere(FramedWord word)
    {
        // "The tremor was also felt in Y", "a tremor, felt by thousands, struck Y"
        if (word is { IsVerb: true, Type: EventType.Disaster, Frame.Trigger: "feel" }) return word.Tree.Is(word.At, "acl") || word.Tree.Children(word.At).Any(child => word.Tree[child].Lemma == "also");
        if (word is not { IsNoun: true, Type: EventType.Disaster or EventType.Bombing } || word.Tree[word.At].Relation != "nsubj:pass" || word.Tree.Head(word.At) is not (>= 0 and var sensed)) return false;
        return word.Tree[sensed].Lemma is "feel" || word.Tree[sensed].Lemma is "hear" && word.Type == EventType.Disaster;
    }

    /// <summary>"declared an end to the outbreak": that it is over.</summary>
    private static bool IsEnd(FramedWord word) => word is { IsNoun: true, Type: EventType.Disaster } && IsEnded(word.Tree, word.At)
        || word.Type == EventType.Declaration && word.Slots["obj"].Any(thing => word.Tree[thing].Lemma == "end");

    /// <summary>"the end of the epidemic", "declared an end to the outbreak of X", "the outbreak was declared over".</summary>
    private static bool IsEnded(Tree tree, int disaster)
    {
        if (tree[disaster].Relation is "nsubj:pass" or "obj" && tree.Head(disaster) is >= 0 and var declared && tree[declared].Lemma == "declare" && tree.Children(declared).Any(child => child > declared && tree[child].Lemma == "over")) return true;
        for (int at = disaster, steps = 0; at >= 0 && steps < 3; at = tree.Head(at), steps++)
        {
            if (tree.Preposition(at) is not ("of" or "to")) continue;
            if (tree.Head(at) is >= 0 and var head && (tree[head].Lemma == "end" || tree.Child(head, "obj") is >= 0 and var thing && thing < at && tree[thing].Lemma == "end")) return true;
        }
        return false;
    }

    /// <summary>"fired tear gas to disperse protesters": the shots tell of it, and not that the police will protest.</summary>
    private static bool IsToDisperse(FramedWord word) => word is { IsVerb: true, Frame.Trigger: "disperse" } && word.Tree.Is(word.At, "advcl")
        && word.Tree.Children(word.At).Any(child => word.Tree.Is(child, "mark") && word.Tree[child].Penn == "TO");

    /// <summary>"met weak resistance", "to meet the demand": nobody talked.</summary>
    private bool IsMetThing(FramedWord word) => word is { IsVerb: true, Type: EventType.Meeting, Frame.Trigger: "meet" } && word.Slots["obj"].Concat(word.Slots["with"]).Any(met => lexicon.Words.Has(WordSet.MetThing, word.Tree[met].Lemma));

    /// <summary>"freeing up a division": for other tasks, and from nobody.</summary>
    private static bool IsFreedUp(FramedWord word) => word is { IsVerb: true, Frame.Trigger: "free" } && word.Tree.Children(word.At).Any(child => word.Tree[child] is { Relation: "compound:prt", Form: "up" });

    /// <summary>"the land's oil output fall by a fifth": no town fell.</summary>
    private static bool IsFallOfAmount(FramedWord word) => word is { IsNoun: true, Type: EventType.Capture, Frame.Trigger: "fall" } && word.Tree.Children(word.At).Any(child => child < word.At && word.Tree.Is(child, "compound") && word.Tree[child].Upos == Upos.Noun);

    /// <summary>"A wave of unrest swept across X": no water came.</summary>
    private bool IsWaveOfOther(Tree tree, int subject) => lexicon.Words.Has(WordSet.FloodFigure, tree[subject].Lemma)
        && tree.Children(subject).Any(child => tree[child].Relation == "nmod" && tree.Preposition(child) == "of" && tree[child].Upos == Upos.Noun
            && lexicon.Nouns.ActorClass(tree[child].Lemma) != NounClass.Disaster && !lexicon.Words.Has(WordSet.FloodMatter, tree[child].Lemma));

    /// <summary>"defence lines collapsed": nothing fell down.</summary>
    private bool IsFrontLine(Tree tree, int subject) => tree[subject].Lemma is "line" or "front"
        && tree.Children(subject).Any(child => tree.Is(child, "compound") && lexicon.Words.Has(WordSet.FrontOwner, tree[child].Lemma.ToLowerInvariant()));

    private bool AreGoods(Tree tree, int slot) => needs.Counted(tree, slot) is var subject
        && (tree[subject].Lemma is "percent" or "%" || tree[subject].Upos == Upos.Noun && lexicon.Words.Has(WordSet.Goods, tree[subject].Lemma));

    /// <summary>"fight corruption", "the battle against the disease", "a virus to battle": no arms are raised. "rumours that he was killed" tell of a killing.</summary>
    private bool IsAgainstIll(FramedWord word)
    {
        bool modifies = word.IsVerb && word.Tree[word.At].Relation == "acl" && word.Tree.Child(word.At, "nsubj") < 0 && IsIll(word.Tree[word.At].Head);
        // "who are fighting for independence": what their war is for.
        bool aim = word is { IsVerb: true, Type: EventType.Clash } && word.Slots["for"].Any(end => lexicon.Words.Has(WordSet.WarAim, word.Tree[end].Lemma));
        return modifies || aim || word.Slots["obj"].Any(IsIll) || word.Slots["against"].Any(IsIll) || word.Slots["with"].Any(IsIll) || word.Slots["on"].Any(IsIll);

        bool IsIll(int argument) => lexicon.Nouns.ActorClass(word.Tree[argument].Lemma) is NounClass.Ill or NounClass.Disaster;
    }

    /// <summary>"will clear the city of mines": nobody is driven out of it.</summary>
    private bool IsClearedOfThings(FramedWord word)
    {
        Tree tree = word.Tree;
        return word.Frame.Trigger == "clear" && Enumerable.Range(word.At + 1, tree.Count - word.At - 1).Any(of => tree[of].Lemma == "of" && tree.Head(of) is >= 0 and var thing && IsCleared(thing));

        bool IsCleared(int thing) => lexicon.Nouns.ActorClass(tree[thing].Lemma) is NounClass.Weapon or NounClass.Object or NounClass.Disaster || lexicon.Words.Has(WordSet.ClearedThing, tree[thing].Lemma);
    }

    /// <summary>"The town is free of cholera": nobody took it. "The town is free", "free of militants": somebody did.</summary>
    private bool IsFreeOfOther(FramedWord word) => word is { Frame: { Trigger: "free", Pos: FramePos.Adj } } && word.Slots["of"].Concat(word.Slots["from"]).Any(of => !needs.IsForce(word.Sentence, of));

    /// <summary>"left 20 dead", "were left without water": nobody went away. "The fighters had left": they did.</summary>
    private bool IsLeftBehind(FramedWord word) => word is { Type: EventType.Withdrawal, Frame.Trigger: "leave" } && (IsLeftInState(word) || !word.Names("obj"))
        && (word.Slots["obj"].Any() || word.Tree.Child(word.At, "xcomp") >= 0 || Slots.IsPassive(word.Tree, word.At, lexicon.Words) || word.Tree[word.At].Penn is not ("VBD" or "VBN"));

    /// <summary>"shelled the town, leaving it ransacked": in what state it was then.</summary>
    private static bool IsLeftInState(FramedWord word) => word.Tree[word.At].Penn == "VBG" && word.Tree.Children(word.At).Any(child => child > word.At && word.Tree.Is(child, "xcomp") && word.Tree[child] is { Penn: "VBN" } or { Upos: Upos.Adj });

    /// <summary>"took X, leaving Y as the last city in government hands": nobody left Y.</summary>
    private static bool IsLeftAs(FramedWord word) => word is { Type: EventType.Withdrawal or EventType.Displacement, Frame.Trigger: "leave" } && word.Tree[word.At].Penn == "VBG" && word.Slots["as"].Any();

    /// <summary>"flew there to rally militias": those who bear arms are called together, and nobody protests.</summary>
    private bool IsRallied(FramedWord word) => word is { IsVerb: true, Type: EventType.Protest, Frame.Trigger: "rally" } && word.Slots["obj"].Any(rallied => needs.IsForce(word.Sentence, rallied));

    /// <summary>"seized Radio Kalawe": a house that no list has is not arrested.</summary>
    private static bool IsHouseSeized(FramedWord word) => word is { Type: EventType.Detention, Frame.Trigger: "seize" } && word.Slots["obj"].Any(taken => word.Sentence.NameAt(taken) is { Kind: NameKind.Organisation, Known: null });

    /// <summary>"hit by fire from militants", "under artillery fire": nothing burns.</summary>
    private bool IsGunfire(FramedWord word) => word.Type == EventType.Disaster && word.Slots["subj"].Append(word.At).Any(fire => word.Tree[fire].Lemma == "fire" && (IsShot(fire, word) || word.Tree.Children(fire).Any(child => word.Tree.Is(child, "compound") && lexicon.Nouns.ActorClass(word.Tree[child].Lemma) == NounClass.Weapon)));

    private bool IsShot(int fire, FramedWord word) => fire + 1 < word.Tree.Count && word.Tree[fire + 1].Lemma is "from" or "by" && word.Tree.Head(fire + 1) is >= 0 and var who && needs.IsForce(word.Sentence, who);

    /// <summary>"a stadium which holds 38,000 people": so many find room in it. "The prison holds 900 inmates": they are kept there.</summary>
    private bool IsCapacity(FramedWord word) => word is { Type: EventType.Detention, Frame.Trigger: "hold" } && word.Tree[word.At].Penn is "VBZ" or "VBP"
        && word.Slots["obj"].Any(held => lexicon.Nouns.ActorClass(word.Tree[held].Lemma) != NounClass.Captive)
        && word.Slots["subj"].Any(room => lexicon.Nouns.PlaceClass(word.Tree[room].Lemma) == NounClass.Facility || lexicon.Nouns.ActorClass(word.Tree[room].Lemma) == NounClass.Object);

    /// <summary>"223 people escaped from the building", "all on board escaped": nobody held them.</summary>
    private bool IsOutOfBuilding(FramedWord word) => word is { Type: EventType.Release, Frame.Trigger: "escape" } && !word.Slots["subj"].Any(who => lexicon.Nouns.ActorClass(word.Tree[who].Lemma) == NounClass.Captive)
        && (Enumerable.Range(0, word.At).Any(at => word.Tree[at].Lemma is "aboard" or "board") || word.Slots["from"].Concat(word.Slots["obj"]).Any(from => lexicon.Nouns.ActorClass(word.Tree[from].Lemma) is NounClass.Object or NounClass.Disaster));

    /// <summary>"called off the search", "rescue operations were called off": they ended, and nothing was said. "called off the talks" is a word.</summary>
    private bool IsOtherThanSearch(FramedWord word) => word.Frame is { Trigger: "call" } frame && frame.With.Contains("off") && word.Slots["obj"].Any(off => IsSearch(word.Tree, off)) != (word.Type == EventType.Other);

    /// <summary>"never managed to hold it for long": for how long, and not that they did not.</summary>
    private static bool IsNotForLong(FramedWord word) => word.Type == EventType.Holding && word.Tree.Children(word.At).Any(child => word.Tree[child].Lemma == "long" && word.Tree.Preposition(child) == "for")
        && (Factuality.IsNegated(word.Tree, word.At) || word.Tree.Head(word.At) is >= 0 and var above && Factuality.IsNegated(word.Tree, above));

    /// <summary>"A section of the bridge fell": it came down. "The bridge fell to the rebels", "the base fell": somebody took it.</summary>
    private bool IsOtherFall(FramedWord word)
    {
        if (word is not { IsVerb: true, Frame.Trigger: "fall" } || word.Type is not (EventType.Disaster or EventType.Capture)) return false;
        bool down = word.Slots["subj"].Any(subject => lexicon.Words.Has(WordSet.FallsDown, word.Tree[needs.Counted(word.Tree, subject)].Lemma.ToLowerInvariant())) && !word.Slots["to"].Any() && word.Frame.With.IsEmpty;
        return down != (word.Type == EventType.Disaster);
    }

    private bool IsSearch(Tree tree, int noun) => lexicon.Words.Has(WordSet.Search, tree[noun].Lemma)
        || tree.Children(noun).Any(child => tree[child].Relation is "compound" or "amod" && lexicon.Words.Has(WordSet.Search, tree[child].Lemma.ToLowerInvariant()));

    /// <summary>"withdrew that report", "pulled the offer", "pulled out of the talks": nobody left.</summary>
    private bool IsTakenBack(FramedWord word) => word.Type == EventType.Withdrawal && (word.Slots["from"].Concat(word.Slots["of"]).Any(left => IsDeal(word.Tree[left].Lemma)) || word.Slots["obj"].Any(argument =>
        word.Tree[argument].Upos == Upos.Noun && lexicon.Nouns.ActorClass(word.Tree[argument].Lemma) is NounClass.None or NounClass.Document
        && places.Read(word.Sentence, argument) is null && needs.Counted(word.Tree, argument) == argument && !lexicon.Words.Has(WordSet.Kit, word.Tree[argument].Lemma)));

    private bool IsDeal(string noun) => lexicon.Frames.For(noun, FramePos.Noun).Any(frame => frame.Type is EventType.Ceasefire or EventType.Agreement or EventType.Meeting);
}
