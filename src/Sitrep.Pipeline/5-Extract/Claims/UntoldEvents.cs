using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>Event words that tell of nothing that anybody claims, for all that their stance is: what is feared, what some did not do, what lasted until then.</summary>
internal sealed class UntoldEvents(ReadingLexicon lexicon)
{
    public bool Has(ToldSentence told, int index, EventDraft draft) =>
        draft.Found is { Frame.Trigger: "claim", Emptied: true } || IsUnclaimed(told.Tree, draft) || IsDreaded(told.Tree, draft) || draft.Reading.Type is EventType.Holding or EventType.Capture && IsAsked(told.Tree, draft.Found.Trigger) || IsBareAim(draft) || IsHalfDone(told, index, draft) || AreSomeOnly(told, draft) || AreTrapped(told.Tree, draft) || draft.Reading is { Type: EventType.Holding, Background: true };   // "had held": it does so no longer

    /// <summary>"The group has not claimed responsibility": who is silent denies nothing.</summary>
    private static bool IsUnclaimed(Tree tree, EventDraft draft) =>
        draft is { Stance: Stance.Denies, Found: { Frame.Trigger: "claim", Reading.Type: EventType.Attack } } && Factuality.IsNegated(tree, draft.Found.Trigger);

    /// <summary>"stayed at home, fearing getting killed": what somebody is afraid of for himself is no forecast.</summary>
    private bool IsDreaded(Tree tree, EventDraft draft)
    {
        int at = draft.Found.Trigger;
        return draft.Stance == Stance.Expects && tree[at].Penn == "VBN" && tree.Head(at) is >= 0 and var dread && lexicon.Words.Has(WordSet.Dread, tree[dread].Lemma)
            && tree.Child(at, "nsubj") < 0 && tree.Children(at).Any(child => tree[child].Penn == "VBG" && tree[child].Lemma is "be" or "get");
    }

    /// <summary>Words from "how much" to what is asked about.</summary>
    private const int AskedMax = 10;

    /// <summary>"reports differ as to how much of the city is under rebel control": that any of it is nobody says.</summary>
    private static bool IsAsked(Tree tree, int at)
    {
        for (int how = at - 1; how > 0 && at - how <= AskedMax && tree[how].Upos != Language.Tokens.Upos.Punct && tree[how].Form != "that"; how--) if (tree[how].Lemma == "how" && tree[how + 1].Lemma is "much" or "many") return true;
        return false;
    }

    /// <summary>"The search will end": by nobody, nowhere and on no day.</summary>
    private static bool IsBareAim(EventDraft draft) =>
        draft is { Stance: Stance.Expects, By.Source: null, Reading: { Type: EventType.Other, Roles.IsEmpty: true, Place: null, When: null }, Found.Reading.When: null };

    /// <summary>"A quake struck, almost razing two towns": what it did not do; that it came is told all the same.</summary>
    private static bool IsHalfDone(ToldSentence told, int index, EventDraft draft) =>
        draft is { Stance: Stance.Denies, Reading.Type: EventType.Disaster, Found.Frame.Pos: FramePos.Verb } && told.Events.Take(index).Any(other => other.Reading.Type == EventType.Disaster);

    /// <summary>"A small group of soldiers refused to leave": that some stayed denies nothing of the others.</summary>
    private bool AreSomeOnly(ToldSentence told, EventDraft draft) =>
        draft is { Stance: Stance.Denies, Reading.Type: EventType.Withdrawal or EventType.Surrender } && draft.Found.Slots["subj"].Any(subject => IsSome(told.Sentence, subject));

    /// <summary>"2,000 people were unable to leave the city": those are not the displaced, and deny nobody's flight.</summary>
    private bool AreTrapped(Tree tree, EventDraft draft) =>
        draft is { Stance: Stance.Denies, Reading.Type: EventType.Displacement } && tree.Head(draft.Found.Trigger) is >= 0 and var above && lexicon.Words.Has(WordSet.KeptFrom, tree[above].Lemma);

    private bool IsSome(ReadSentence sentence, int subject)
    {
        Tree tree = sentence.Tree;
        bool counted = tree.Children(subject).Any(child => tree.Is(child, "nummod")) || sentence.Quantities.Any(quantity => quantity.First <= subject && subject <= quantity.Last);
        bool few = lexicon.Words.Has(WordSet.Handful, tree[subject].Lemma) && tree.Children(subject).Any(child => tree.Is(child, "det") && tree[child].Lemma == "a");
        return counted || few || tree.Children(subject).Any(child => tree.Is(child, "det") && tree[child].Lemma == "some");
    }
}
