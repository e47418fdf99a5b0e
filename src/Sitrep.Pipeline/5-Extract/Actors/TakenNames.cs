using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Actors;

/// <summary>Names with which only a place can stand: "X fell to the rebels", "X has been retaken".</summary>
internal static class TakenNames
{
    /// <summary>True when the verb does this to places and to people: "X has been seized", "X had fallen".</summary>
    public static bool MayBe(Tree tree, NameRun name, FrameList frames) =>
        tree.Is(name.Last, "nsubj") && tree.Head(name.Last) is >= 0 and var falling && falling > name.Last && frames.For(tree[falling].Lemma, FramePos.Verb).Any(frame => frame.With.IsEmpty && frame.Needs.Any(need => need is { Slot: "subj", Need: SlotNeed.Town }))
        || Enumerable.Range(name.First, name.Last - name.First + 1).Any(at => tree[at].Relation == "nsubj:pass" && tree.Head(at) is >= 0 and var verb && verb > name.Last && frames.For(tree[verb].Lemma, FramePos.Verb).Any(frame => frame.With.IsEmpty && frame.Slots.Any(slot => slot is { Slot: "obj", Part: Part.Place or Part.PlaceOrTarget })));

    /// <summary>True when the verb that the name is the subject of does this to places and to nobody, by <c>data/events.tsv</c>.</summary>
    public static bool Is(Tree tree, NameRun name, FrameList frames)
    {
        for (int at = name.First; at <= name.Last; at++)
        {
            int verb = tree.Head(at);
            if (verb <= name.Last || tree[verb].Upos != Upos.Verb || !tree.Is(at, "nsubj")) continue;
            bool passive = tree[at].Relation == "nsubj:pass";
            // Rulers fall too, but not to somebody.
            if (!passive && !tree.Children(verb).Any(child => tree.Is(child, "obl") && tree.Preposition(child) is "to" or "into")) return false;
            string slot = passive ? "obj" : "subj";
            ImmutableArray<Frame> told = [.. frames.For(tree[verb].Lemma, FramePos.Verb).Where(frame => frame.With.IsEmpty && frame.Needs.Any(need => need.Slot == slot))];
            return told.Any(IsOfPlace) && told.All(frame => IsOfPlace(frame) || frame.Needs.Any(need => need.Slot == slot && need.Need is SlotNeed.Weapon or SlotNeed.Disaster or SlotNeed.Structure));

            bool IsOfPlace(Frame frame) => frame.Needs.Any(need => need.Slot == slot && need.Need is SlotNeed.Place or SlotNeed.Town);
        }
        return false;
    }
}
