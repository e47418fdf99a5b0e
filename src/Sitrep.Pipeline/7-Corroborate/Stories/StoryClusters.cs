using System.Collections.Immutable;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Which reports tell one story, by their words and days. Pure; the order of the input does not matter.</summary>
/// <remarks>A dispatch counts once, however many outlets carry it. No model and no claim is needed, so a story can be told even where nothing was extracted.</remarks>
public sealed class StoryClusters
{
    private readonly Dictionary<string, string> _storyOf = new(StringComparer.Ordinal);

    private StoryClusters() { }

    /// <summary>Id of the report that stands for the story: its first.</summary>
    public string Of(string report) => _storyOf.GetValueOrDefault(report, report);

    public static StoryClusters Find(IReadOnlyList<Report> reports, ImmutableArray<Dispatch> dispatches, WordCounts counts)
    {
        var byId = reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
        (Dispatch Dispatch, Report Original)[] tellings = [.. dispatches.Select(dispatch => (dispatch, byId[dispatch.Reports[0]]))
            .OrderBy(telling => telling.Item2.Anchor ?? DateOnly.MaxValue).ThenBy(telling => telling.Item2.Id, StringComparer.Ordinal)];
        TermVector[] vectors = TermSpace.Vectors([.. tellings.AsParallel().AsOrdered().Select(telling => StoryWords.Of(telling.Original))], counts);
        StoryReport[] seen = [.. tellings.Select((telling, number) => new StoryReport(vectors[number], telling.Original.Anchor))];
        var clusters = new StoryClusters();
        foreach (int[] story in StoryMerging.Stories(seen, new Neighbours(seen)))
        {
            string first = tellings[story.Min()].Original.Id;
            foreach (int number in story) foreach (string report in tellings[number].Dispatch.Reports) clusters._storyOf[report] = first;
        }
        return clusters;
    }
}
