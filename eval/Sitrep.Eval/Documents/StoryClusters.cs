using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Eval.Documents;

/// <summary>Which story each report belongs to, as stage 7 sees it.</summary>
internal static class StoryClusters
{
    /// <returns>For each report the id of its story; a report that was set aside is a story of its own.</returns>
    public static string[] Of(IReadOnlyList<RawReport> raw)
    {
        ReadReport[] read = [.. raw.AsParallel().AsOrdered().Select(Product.Read).OfType<ReadReport>()];
        Report[] reports = [.. read.Select(one => one.Report)];
        ImmutableArray<Dispatch> dispatches = DedupeStage.Group(reports);
        Resolution resolution = Product.Resolve.Resolve(read, dispatches);
        var stories = new StoryMap(reports, resolution.Claims, resolution.Places.ToDictionary(place => place.Id, StringComparer.Ordinal));
        return [.. raw.Select(report => stories.Of(report.Id))];
    }
}
