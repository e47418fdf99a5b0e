using Sitrep.Model.Reports;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Dedupe;

namespace Sitrep.Eval.Documents;

/// <summary>Which story each report belongs to, as stage 7 sees it: stages 2 and 3, then the clustering.</summary>
internal static class GroupedReports
{
    private static readonly Lazy<WordCounts> Counts = new(() => WordCounts.Load(Product.Data));

    /// <returns>For each report the id of its story; a report that was set aside is a story of its own.</returns>
    public static string[] Of(IReadOnlyList<RawReport> raw)
    {
        Report[] reports = [.. raw.AsParallel().AsOrdered().Select(one => Product.OrNull(() => Product.Clean.Clean(one).Report)).OfType<Report>()];
        StoryClusters stories = StoryClusters.Find(reports, DedupeStage.Group(reports), Counts.Value);
        return [.. raw.Select(report => stories.Of(report.Id))];
    }
}
