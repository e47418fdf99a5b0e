using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Figures.Where;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Actors;

/// <summary>What speaks for a place where a name is told of as held, taken, besieged, left or struck: "X remained in the hands of the army", "rebels seized X from the army".</summary>
internal static class HeldNames
{
    /// <summary>More than the engine's opinion of one name, and as much as "in X".</summary>
    private const int Plain = 3;

    public static int Votes(ReadSentence sentence, NameRun name, ReadingLexicon lexicon)
    {
        Tree tree = sentence.Tree;
        if (name.Known is not null) return 0;
        int at = FigurePlaces.HeadOf(tree, name), head = tree.Head(at);
        if (head < 0) return 0;
        if (tree.Is(at, "nsubj") && tree[at].Relation != "nsubj:pass") return IsHeld(tree, at, head, lexicon.Frames, lexicon.Words) ? Plain : 0;
        if (tree[at].Relation is "obj" or "nsubj:pass") return Taken(sentence, name, head, lexicon);
        // "captured 40 percent of X", "drove the army out of X"
        if (!tree.Is(at, "nmod") && !tree.Is(at, "obl")) return 0;
        if (name.First == name.Last && IsStruck(tree, at, head, lexicon.Frames)) return Plain;
        if (!name.IsToponym) return 0;
        bool some = tree.Preposition(at) == "of" && tree[head].Relation == "obj" && tree.Head(head) is >= 0 and var verb && Takings(tree, verb, lexicon.Frames).Length > 0;
        return some || name.First > 1 && tree[name.First - 1].Form == "of" && tree[name.First - 2].Form == "out" ? 1 : 0;
    }

    // "X was under siege", "X remained in the hands of the army": what rows of data/events.tsv tell of towns.
    private static bool IsHeld(Tree tree, int name, int head, FrameList frames, WordSets words)
    {
        if (name > head) return false;
        // "X had about 60,000 inhabitants"
        if (tree[head].Lemma == "have" && tree.Child(head, "obj") is >= 0 and var had && words.Has(WordSet.Dwellers, tree[had].Lemma)) return true;
        if (tree[head].Upos == Upos.Noun) return IsSaid(head);
        return tree.Children(head).Any(child => child > head && tree[child].Upos == Upos.Noun && (frames.For(tree[head].Lemma, FramePos.Verb).Any(frame => frame.With.Contains(tree[child].Lemma) && NeedsTown(frame, "subj")) || IsSaid(child)));

        bool IsSaid(int noun) => tree.Preposition(noun) is { Length: > 0 } preposition && frames.For(tree[noun].Lemma, FramePos.Noun).Any(frame => frame.With.Contains(preposition) && NeedsTown(frame, "subj"));
    }

    private static bool NeedsTown(Frame frame, string slot) => frame.Needs.Any(need => need.Slot == slot && need.Need is SlotNeed.Town or SlotNeed.Place);

    private static int Taken(ReadSentence sentence, NameRun name, int verb, ReadingLexicon lexicon)
    {
        Tree tree = sentence.Tree;
        ImmutableArray<Frame> takings = Takings(tree, verb, lexicon.Frames);
        if (takings.IsEmpty) return 0;
        int apart = name.First > 0 && name.First - 1 == verb ? 0 : 1;   // what stands right behind its verb is voted for as such
        // Places and people are captured; only places are controlled, and places are taken from somebody.
        bool ofPeople = lexicon.Frames.For(tree[verb].Lemma, FramePos.Verb).Any(frame => frame.With.IsEmpty && frame.Slots.Any(slot => slot is { Slot: "obj", Part: Part.Target }));
        if (name.First != name.Last || !IsWithForce(sentence, verb, ofPeople, lexicon)) return name.IsToponym && !(ofPeople && IsPassive(tree, name)) ? apart : 0;
        return Plain + apart;
    }

    private static bool IsPassive(Tree tree, NameRun name) => tree[FigurePlaces.HeadOf(tree, name)].Relation == "nsubj:pass";

    /// <summary>Rows that make the object of the verb a place.</summary>
    private static ImmutableArray<Frame> Takings(Tree tree, int verb, FrameList frames) => tree[verb].Upos != Upos.Verb ? [] :
        [.. frames.For(tree[verb].Lemma, FramePos.Verb).Where(frame => frame.Slots.Any(slot => slot.Slot == "obj" && (slot.Part == Part.Place || frame.Type == EventType.Siege && slot.Part == Part.PlaceOrTarget)) && (frame.With.IsEmpty || tree.Children(verb).Any(child => frame.With.Contains(tree[child].Lemma))))];

    // "rebels seized X", "X was retaken by the army", "seized X from the army"; but "X was captured by soldiers" may be told of their president.
    private static bool IsWithForce(ReadSentence sentence, int verb, bool ofPeople, ReadingLexicon lexicon) => sentence.Tree.Children(verb).Any(child =>
        (sentence.Tree[child].Relation == "nsubj" || !ofPeople && sentence.Tree[child].Relation == "obl:agent" || sentence.Tree.Is(child, "obl") && (sentence.Tree.Preposition(child) == "from" || !ofPeople && sentence.Tree.Preposition(child) == "by"))
        && (lexicon.Nouns.ActorClass(sentence.Tree[child].Lemma) is NounClass.Force or NounClass.Militants || sentence.NameAt(child) is { Known.Kind: ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia }));

    // "an air strike on X", "the shelling of X": attacks are also on people, strikes are seldom on one of whom no more is told than one name.
    private static bool IsStruck(Tree tree, int name, int noun, FrameList frames) => frames.For(tree[noun].Lemma, FramePos.Noun).Any(frame =>
        frame.Type == EventType.Strike && (frame.With.IsEmpty || tree.Children(noun).Any(child => frame.With.Contains(tree[child].Lemma))) && frame.Slots.Any(slot => slot.Slot == tree.Preposition(name) && slot.Part is Part.Place or Part.PlaceOrTarget));
}
