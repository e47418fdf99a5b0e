using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>An event word with a row of <c>data/events.tsv</c> laid over it, and its arguments.</summary>
/// <param name="At">Token of the event word.</param>
/// <param name="With">Token of the dependent that completes it ("control" in "take control of"); -1: none.</param>
internal sealed record FramedWord(ReadSentence Sentence, int At, Frame Frame, Slots Slots, int With)
{
    public Tree Tree => Sentence.Tree;

    public EventType Type => Frame.Type;

    public bool IsVerb => Frame.Pos == FramePos.Verb;

    public bool IsNoun => Frame.Pos == FramePos.Noun;

    /// <summary>True for what changes or shows who holds a place.</summary>
    public bool IsOfControl => Type is EventType.Capture or EventType.Holding or EventType.Withdrawal;

    /// <summary>True for what may strike a thing: a bus, a pipeline.</summary>
    public bool Strikes => Type is EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Other;

    /// <summary>True for what always happens at one place.</summary>
    public bool IsLocal => Type is EventType.Capture or EventType.Withdrawal or EventType.Siege or EventType.Clash or EventType.Strike or EventType.Bombing or EventType.Attack
        or EventType.Holding or EventType.Disaster or EventType.Displacement or EventType.Protest or EventType.Killing;

    /// <summary>The row names the slot, so that what fills it has its part.</summary>
    public bool Names(string slot) => Frame.Slots.Any(named => named.Slot == slot);

    /// <summary>"nobody", "no civilians": an argument that says there was none.</summary>
    public static bool IsNone(Tree tree, int at) =>
        tree[at].Lemma.ToLowerInvariant() is "nobody" or "none" or "nothing" || tree.Children(at).Any(child => tree.Is(child, "det") && tree[child].Lemma.ToLowerInvariant() is "no" or "neither");
}
