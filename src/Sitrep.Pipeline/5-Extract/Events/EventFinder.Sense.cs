using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

// In which sense an event word is meant: "fight corruption", "a wave of protest", "clear the city of mines"; and what its pronouns and weapons stand for.
public sealed partial class EventFinder
{
    // "fight corruption", "the battle against the disease", "a virus to battle": no arms are raised.
    private bool IsFigurative(Tree tree, int trigger, Frame frame, Slots slots)
    {
        // "A wave of unrest swept across X", "defence lines collapsed": no water came and nothing fell down.
        // "looking for criminals who fled after the robbery": nobody was driven out.
        if (frame.Type == EventType.Displacement && slots["subj"].Any(subject => lexicon.Words.Has(WordSet.Runaway, tree[subject].Lemma))) return true;
        // "camps are bursting at the seams": nothing breaks.
        if (frame.Trigger == "burst" && slots["at"].Any(at => tree[at].Lemma == "seam")) return true;
        // "claimed a landslide in the election": no earth moved.
        if (frame.Trigger == "landslide" && tree.Sentence.Tokens.Any(token => lexicon.Words.Has(WordSet.Poll, token.Lemma))) return true;
        // "new waves of flooding": the flooding is told by its own word.
        if (frame is { Type: EventType.Disaster, Pos: FramePos.Noun } && lexicon.Words.Has(WordSet.FloodFigure, frame.Trigger) && slots["of"].Any(of => lexicon.Nouns.ActorClass(tree[of].Lemma) == NounClass.Disaster)) return true;
        // "has 200 soldiers in Chad": nobody holds a country by them.
        if (frame is { Type: EventType.Holding, Trigger: "have" } && frame.With.Contains("troop") && slots["in"].Any(at => lexicon.Countries.TryByName(tree[at].Form, out _) || tree[at].Lemma is "country" or "region")) return true;
        // "The blast was felt in X": it was elsewhere.
        if (frame is { Type: EventType.Disaster or EventType.Bombing, Pos: FramePos.Noun } && tree[trigger].Relation == "nsubj:pass" && tree.Head(trigger) is >= 0 and var sensed && (tree[sensed].Lemma is "feel" || tree[sensed].Lemma is "hear" && frame.Type == EventType.Disaster)) return true;
        // "declared an end to the outbreak": that it is over.
        if (frame.Pos == FramePos.Noun && frame.Type == EventType.Disaster && IsEnded(tree, trigger) || frame.Type == EventType.Declaration && slots["obj"].Any(thing => tree[thing].Lemma == "end")) return true;
        if (frame.Type == EventType.Disaster) return frame.Pos == FramePos.Verb && slots["subj"].Any(subject => IsFlood(subject) || IsFront(subject));
        // "an explosion of violence": nothing blew up.
        if (frame.Type == EventType.Bombing && frame.Pos == FramePos.Noun && slots["of"].Any(of => lexicon.Words.Has(WordSet.Outburst, tree[of].Lemma))) return true;
        // "imports enter the country": no force moves.
        if (frame.Type == EventType.Movement && frame.Pos == FramePos.Verb && slots["subj"].Any(IsThing)) return true;
        if (frame.Type is not (EventType.Attack or EventType.Clash or EventType.Strike or EventType.Capture or EventType.Killing)) return false;
        bool modifies = frame.Pos == FramePos.Verb && tree[trigger].Relation == "acl" && tree.Child(trigger, "nsubj") < 0 && IsIll(tree[trigger].Head);   // "rumours that he was killed" tell of a killing
        return modifies || slots["obj"].Any(IsIll) || slots["against"].Any(IsIll) || slots["with"].Any(IsIll) || slots["on"].Any(IsIll);
        bool IsFlood(int subject) => lexicon.Words.Has(WordSet.FloodFigure, tree[subject].Lemma) && tree.Children(subject).Any(child => tree[child].Relation == "nmod" && tree.Preposition(child) == "of" && tree[child].Upos == Upos.Noun && lexicon.Nouns.ActorClass(tree[child].Lemma) != NounClass.Disaster && !lexicon.Words.Has(WordSet.FloodMatter, tree[child].Lemma));
        bool IsFront(int subject) => tree[subject].Lemma is "line" or "front" && tree.Children(subject).Any(child => tree.Is(child, "compound") && lexicon.Words.Has(WordSet.FrontOwner, tree[child].Lemma.ToLowerInvariant()));
        bool IsThing(int slot) => Counted(tree, slot) is var subject && (tree[subject].Lemma is "percent" or "%" || tree[subject].Upos == Upos.Noun && lexicon.Words.Has(WordSet.Goods, tree[subject].Lemma));
        bool IsIll(int argument) => lexicon.Nouns.ActorClass(tree[argument].Lemma) is NounClass.Ill or NounClass.Disaster;
    }

    /// <summary>"the end of the epidemic", "declared an end to the outbreak of X".</summary>
    private static bool IsEnded(Tree tree, int disaster)
    {
        for (int at = disaster, steps = 0; at >= 0 && steps < 3; at = tree.Head(at), steps++)
        {
            if (tree.Preposition(at) is not ("of" or "to")) continue;
            if (tree.Head(at) is >= 0 and var head && (tree[head].Lemma == "end" || tree.Child(head, "obj") is >= 0 and var thing && thing < at && tree[thing].Lemma == "end")) return true;
        }
        return false;
    }

    /// <summary>"will clear the city of mines": nobody is driven out of it.</summary>
    private bool IsOfThings(Tree tree, int trigger)
    {
        for (int of = trigger + 1; of < tree.Count; of++) if (tree[of].Lemma == "of" && tree.Head(of) is >= 0 and var thing && (lexicon.Nouns.ActorClass(tree[thing].Lemma) is NounClass.Weapon or NounClass.Object or NounClass.Disaster || lexicon.Words.Has(WordSet.ClearedThing, tree[thing].Lemma))) return true;
        return false;
    }

    /// <summary>"killed by fire from X", "hit by shelling by X": whose fire it was.</summary>
    private ActorMention? FiredBy(ReadSentence sentence, int weapon)
    {
        Tree tree = sentence.Tree;
        if (!(tree[weapon].Lemma == "fire" || lexicon.Nouns.ActorClass(tree[weapon].Lemma) == NounClass.Weapon || lexicon.Frames.For(tree[weapon].Lemma, FramePos.Noun).Any(frame => IsBlow(frame.Type)))) return null;
        // The parser hangs "from X" on the verb as often as on the noun right before it.
        int from = weapon + 1;
        if (from < tree.Count && tree[from].Lemma is "from" or "by" && tree.Head(from) is >= 0 and var who && who > from && actors.Read(sentence, who) is { Form: not ActorForm.Pronoun, Kind: ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia or ActorKind.State or ActorKind.Government } actor) return actor;
        return null;
    }

    /// <summary>"retook the airport, a day after rebels seized it": the building that the clause above names, and not the town around it; null where it names none.</summary>
    private PlaceMention? SiteBefore(ReadSentence sentence, int pronoun)
    {
        Tree tree = sentence.Tree;
        for (int above = tree.Head(pronoun), steps = 0; above >= 0 && steps < 4; above = tree.Head(above), steps++)
        {
            if (tree.Child(above, "obj") is >= 0 and var site && site < pronoun && lexicon.Nouns.PlaceClass(tree[site].Lemma) == NounClass.Facility) return places.Read(sentence, site)?.Mention;
        }
        return null;
    }

    // The thing that the clause above names behind its verb, before the pronoun: a base, a town.
    private bool IsSite(ReadSentence sentence, int pronoun)
    {
        Tree tree = sentence.Tree;
        int clause = tree.Head(pronoun);
        if (clause < 0 || !tree.Is(clause, "advcl") || tree.Head(clause) is not (>= 0 and var above) || tree.Child(above, "obj") is not (>= 0 and var site) || site < above || site > pronoun) return false;
        return lexicon.Nouns.PlaceClass(tree[site].Lemma) is NounClass.Facility or NounClass.Settlement || sentence.NameAt(site) is { MayBePlace: true };
    }
}
