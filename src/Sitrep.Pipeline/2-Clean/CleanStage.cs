using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Clean;

/// <summary>A cleaned report, or the reason why there is none.</summary>
/// <param name="Report">Null when the input was set aside.</param>
public sealed record Cleaned(Report? Report, ImmutableArray<Problem> Problems);

/// <summary>Stage 2: raw report → clean text, zones, metadata. Pure.</summary>
public sealed class CleanStage(DataFolder data)
{
    public Cleaned Clean(RawReport raw) => throw new NotImplementedException(data.ToString());
}
