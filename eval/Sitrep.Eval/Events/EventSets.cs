namespace Sitrep.Eval.Events;

/// <summary>What happened, in the schemes of the public sets.</summary>
internal static class EventSets
{
    public static IEnumerable<EvalSet> All(Locations locations) =>
        [IsafSet.Of(locations), Muc4Set.Of(locations), PlvSet.Of(locations), PoliceSet.Of(locations), CaseSet.Of(locations), WikiEventsSet.Of(locations), EcbCorefSet.Of(locations)];
}
