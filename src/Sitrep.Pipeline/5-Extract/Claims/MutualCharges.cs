using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>"A and B accused each other of shelling the town": A says that B did it, B says that A did.</summary>
internal sealed class MutualCharges(ActorFinder actors, AttributionReader attributions, WordSets words)
{
    /// <summary>Tokens from an event word up to the accusation that it is the content of.</summary>
    private const int ClimbMax = 5;

    /// <summary>False where nobody accuses each other, and where it is not known who the two are.</summary>
    /// <param name="sides">Who were told of last as the two parties to something: "the two sides".</param>
    public bool Add(ToldSentence told, EventDraft draft, (ActorMention First, ActorMention Second)? sides, ClaimList claims)
    {
        if (VerbOver(told, draft) is not (>= 0 and var verb) || Parties(told.Sentence, verb, sides) is not var (first, second)) return false;
        AddSide(first, second, set: false);
        AddSide(second, first, set: true);
        return true;

        void AddSide(ActorMention accuser, ActorMention accused, bool set)
        {
            Attribution by = new(accuser, attributions.KindOf(accuser), draft.By.Via, told.Tree[verb].Lemma, false, draft.By.SaidOn);
            EventDraft own = draft;
            if (draft.Reading.Type == EventType.Accusation) own = (draft with { Reading = draft.Reading with { Roles = [] } }).WithRole(RoleKind.Actor, accuser).WithRole(RoleKind.Target, accused);
            else if (told.Tree[draft.Found.Trigger].Penn == "VBG" && draft.Actor is null or { Form: ActorForm.Pronoun }) own = draft.WithActorOnly(accused);
            // "traded accusations of shelling": an accusation that nobody judges is a doubt, but for him who makes it.
            bool traded = draft.Stance == Stance.Doubts && words.Has(WordSet.Mutual, told.Tree[verb].Lemma);
            claims.Add(told.Span, traded ? Stance.Affirms : draft.Stance, by, own.Reading, draft.Figure, set: set);
        }
    }

    /// <summary>The verb by which two accuse each other of the event, or which is itself the accusation; -1 when none does.</summary>
    private int VerbOver(ToldSentence told, EventDraft draft)
    {
        Tree tree = told.Tree;
        int at = draft.Found.Trigger;
        if (IsMutual(tree, at)) return at;
        if (draft.Over is { Cue: >= 0 and var cue } && IsMutual(tree, cue)) return cue;
        for (int steps = 0; at >= 0 && steps < ClimbMax; at = tree.Head(at), steps++)
        {
            // "traded accusations of shelling X": what the accusation is of, and not what it is over.
            bool charged = tree.Is(at, "obj") && words.Has(WordSet.ChargeNoun, tree[at].Lemma) && tree.Head(at) is >= 0 and var trades && IsMutual(tree, trades) && at + 1 < tree.Count && tree[at + 1].Form == "of";
            if (charged) return tree.Head(at);
        }
        return -1;
    }

    private bool IsMutual(Tree tree, int verb)
    {
        if (tree[verb].Upos != Upos.Verb || verb + 2 >= tree.Count) return false;
        if (words.Has(WordSet.Mutual, tree[verb].Lemma)) return tree.Child(verb, "obj") is >= 0 and var thing && words.Has(WordSet.ChargeNoun, tree[thing].Lemma);
        return words.Has(WordSet.Charges, tree[verb].Lemma) && tree[verb + 1].Form is "each" or "one" or "the" && tree[verb + 2].Form is "other" or "another" or "others";
    }

    private (ActorMention First, ActorMention Second)? Parties(ReadSentence sentence, int verb, (ActorMention First, ActorMention Second)? sides)
    {
        if (sentence.Tree.Child(verb, "nsubj") is not (>= 0 and var subject)) return null;
        if (sentence.Tree[subject].Lemma is "side" or "party") return sides;
        return actors.ReadAll(sentence, subject).ToArray() is [var first, var second] && first.Words != second.Words ? (first, second) : null;
    }

    /// <summary>The two parties to something that is done by two; null where there are more or fewer.</summary>
    public static (ActorMention First, ActorMention Second)? SidesOf(EventReading reading)
    {
        if (reading.Type is not (EventType.Clash or EventType.Ceasefire or EventType.Agreement or EventType.Meeting or EventType.Accusation or EventType.Attack or EventType.Strike or EventType.Capture or EventType.Siege)) return null;
        ActorMention[] parties = [.. reading.Roles.Where(role => role.Role is RoleKind.Actor or RoleKind.Target or RoleKind.With).Select(role => role.Actor)
            .Where(actor => actor is { Form: not ActorForm.Pronoun, Kind: ActorKind.State or ActorKind.Government or ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia }).DistinctBy(actor => actor.Words)];
        return parties is [var first, var second] ? (first, second) : null;
    }
}
