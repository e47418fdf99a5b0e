using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>What was done to those counted, beside what else is said of them: "killed 30 people trapped inside" counts the killed.</summary>
internal sealed class HarmDone(CountList counts)
{
    /// <summary>The harm that the verb of those counted does to them; null when it does none.</summary>
    public Measure? Of(Tree tree, CountedThing thing)
    {
        int verb = tree.Head(thing.Seat);
        if (verb < 0 || tree[verb].Upos != Upos.Verb || !(IsObject(tree, thing.Seat, verb) || IsPassive(tree, thing.Seat, verb))) return null;
        return counts.For(tree[verb].Lemma, CountRole.Done).FirstOrDefault(row => row.With.IsEmpty && row.Measure is Measure.Killed or Measure.Injured)?.Measure;
    }

    /// <summary>The sentence's events, without those below the counted that would tell of another harm.</summary>
    public static IReadOnlyList<FoundEvent> WithoutOthers(NumberAt number, Measure harm) =>
        [.. number.Events.Select(found => IsOther(number, found, harm) ? found with { Reading = found.Reading with { Type = EventType.Other } } : found)];

    private static bool IsOther(NumberAt number, FoundEvent found, Measure harm) =>
        number.Tree.IsUnder(found.Trigger, number.Thing.At) && HappenedFigures.MeasureOf(found.Reading.Type) is { } other && other != harm;

    // "killing 30 who were seeking shelter"
    private static bool IsObject(Tree tree, int seat, int verb) => verb < seat && tree.Is(seat, "obj");

    // "60 who had sought refuge were killed": the same, told by the passive.
    private static bool IsPassive(Tree tree, int seat, int verb) =>
        verb > seat && tree[seat].Relation == "nsubj:pass" && tree.Children(seat).Any(child => child > seat && tree[child].Relation is "acl:relcl");
}
