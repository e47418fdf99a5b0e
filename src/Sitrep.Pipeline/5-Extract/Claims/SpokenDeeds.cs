using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>Events that are done by saying them: accusing, declaring, condemning, claiming an attack. Who says it does it, and his word it is.</summary>
internal sealed class SpokenDeeds(ReadingLexicon lexicon, AttributionReader attributions)
{
    /// <summary>The draft with accuser and accused, declarer and speaker in their places; null when it tells of no such deed after all.</summary>
    public EventDraft? Read(ToldSentence told, EventDraft draft)
    {
        // "returned to condemn the attack": what somebody is to say is said when he says it.
        if (draft is { Reading.Type: EventType.Statement, Stance: Stance.Expects, By.Source: null }) return null;
        EventDraft? accused = draft.Reading.Type == EventType.Accusation && draft.Found.Frame.Pos != FramePos.Verb ? Blamed(draft) : draft;
        return accused is null ? null : ByItself(told.Tree, Declared(accused));
    }

    /// <summary>"denied involvement": of which he is accused. "said it was responsible" claims, and accuses nobody; nor does "in retaliation for its involvement".</summary>
    private static EventDraft? Blamed(EventDraft draft)
    {
        if (draft.By.Source is not { } speaker || draft.Stance != Stance.Denies && draft.Found.Frame.Pos == FramePos.Noun) return null;
        if (draft.Stance != Stance.Denies && (draft.Target is null || draft.Target.Words == (draft.Teller?.Source ?? speaker).Words)) return null;
        if (draft.Target is null) draft = draft.WithRole(RoleKind.Target, speaker);
        return draft.Stance == Stance.Affirms ? draft.WithActorOnly(speaker) : draft;
    }

    /// <summary>"The officers declared that parliament was dissolved": whoever declares it does it.</summary>
    /// <remarks>"The rebels announced the capture of X": theirs.</remarks>
    private EventDraft Declared(EventDraft draft) =>
        draft is { Reading.Type: EventType.Capture, Actor: null, Stance: Stance.Affirms, Found.Frame: { Pos: FramePos.Noun, Trigger: var capture }, By: { Source: { Kind: ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Military, Form: not ActorForm.Pronoun } taker, Cue: { } told } }
            && lexicon.Words.Has(WordSet.Taking, capture) && lexicon.Words.Has(WordSet.Proclaims, told)
            ? draft.WithRole(RoleKind.Actor, taker) :
        draft is { Reading.Type: EventType.Declaration, Actor: null, By: { Source: { Form: not ActorForm.Pronoun } declarer, Cue: { } cue } }
            && lexicon.CueBook.For(cue, CueForm.Verb)?.Takes.Contains("decision") == true ? draft.WithRole(RoleKind.Actor, declarer) : draft;

    /// <summary>Accusing, declaring, condemning is itself the source's word.</summary>
    private EventDraft ByItself(Tree tree, EventDraft draft)
    {
        bool spoken = draft.Reading.Type is EventType.Accusation or EventType.Statement or EventType.Declaration || draft.Found.Frame.Trigger == "claim";
        if (!spoken || draft is not { By.Source: null, Stance: Stance.Affirms }) return draft;
        return draft.Reading.Roles.FirstOrDefault(role => role.Role == RoleKind.Actor && role.Actor.Form != ActorForm.Pronoun)?.Actor is { } speaker
            ? draft with { By = new Attribution(speaker, attributions.KindOf(speaker), null, tree[draft.Found.Trigger].Lemma, false, null) } : draft;
    }
}
