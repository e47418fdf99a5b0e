using System.Collections.Immutable;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Which reports tell one story, by their words and days. Pure; the order of the input does not matter.</summary>
/// <remarks>A dispatch counts once, however many outlets carry it. No model and no claim is needed, so a story can be told even where nothing was
/// extracted. The days are gone through in order, as <see cref="StoryStream"/> does while reports come in.</remarks>
public sealed class StoryClusters
{
    private readonly Dictionary<string, string> _storyOf = new(StringComparer.Ordinal);

    private StoryClusters() { }

    /// <summary>Id of the report that stands for the story: its first.</summary>
    public string Of(string report) => _storyOf.GetValueOrDefault(report, report);

    public static StoryClusters Find(IReadOnlyList<Report> reports, ImmutableArray<Dispatch> dispatches, WordCounts counts) => Find(reports, dispatches, counts, null);

    /// <param name="memo">What earlier calls worked out; null: all is worked out here, and nothing is kept.</param>
    internal static StoryClusters Find(IReadOnlyList<Report> reports, ImmutableArray<Dispatch> dispatches, WordCounts counts, StoryMemo? memo)
    {
        var byId = reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
        Report[] originals = [.. dispatches.Select(dispatch => byId[dispatch.Reports[0]])];
        Dictionary<string, string> stories = memo?.Stories(StoryTelling.ByDay(originals), day => [.. day.AsParallel().AsOrdered().Select(StoryTelling.Of)], counts) ?? Anew(originals, counts);
        var clusters = new StoryClusters();
        foreach (Dispatch dispatch in dispatches) foreach (string report in dispatch.Reports) clusters._storyOf[report] = stories[dispatch.Reports[0]];
        return clusters;
    }

    private static Dictionary<string, string> Anew(Report[] originals, WordCounts counts)
    {
        var state = new StoryState(counts);
        foreach (StoryTelling[] day in StoryTelling.Days(originals.AsParallel().AsOrdered().Select(StoryTelling.Of))) state.Add(day);
        return state.Stories();
    }
}
