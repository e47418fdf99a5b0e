namespace Sitrep.Eval.Events;

/// <summary>What happened, in the schemes of the public sets.</summary>
internal static class EventSets
{
    public static IEnumerable<EvalSet> All(Locations locations) => [IsafSet.Of(locations)];
}
