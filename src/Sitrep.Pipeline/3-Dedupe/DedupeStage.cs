using System.Collections.Immutable;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>Stage 3: reports → dispatches. Every report is in exactly one dispatch. Pure; the order of the input does not matter.</summary>
public static class DedupeStage
{
    public static ImmutableArray<Dispatch> Group(IReadOnlyList<Report> reports) => throw new NotImplementedException();
}
