using Sitrep.Eval.Attributions;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Events;
using Sitrep.Eval.NameSpans;
using Sitrep.Eval.Pages;
using Sitrep.Eval.Places;
using Sitrep.Eval.Reprints;
using Sitrep.Eval.Tellings;
using Sitrep.Eval.Timelines;
using Sitrep.Eval.Times;
using Sitrep.Eval.Trees;

namespace Sitrep.Eval;

/// <summary>The public benchmarks, in the order of the stages they measure.</summary>
internal static class PublicSets
{
    public static IEnumerable<EvalSet> All(Locations locations) => [.. PageSets.All(locations), .. DocumentSets.All(locations), NaturalReprints.Set(locations), .. TreebankSets.All(locations), .. NameSets.All(locations), .. TimeSets.All(locations), .. PlaceSets.All(locations), .. AttributionSets.All(locations), .. EventSets.All(locations), FakesSet.Of(locations), ChangedFactSet.Of(locations), .. TimelineSets.All(locations)];
}
