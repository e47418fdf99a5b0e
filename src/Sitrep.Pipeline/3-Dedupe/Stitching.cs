using System.Collections.Immutable;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>The sources of a report that was put together from several others.</summary>
/// <param name="Sources">The one that gave most comes first.</param>
/// <param name="Joins">True when it brings nothing of its own, so that it belongs to the telling of its first source.</param>
internal sealed record Patchwork(ImmutableArray<int> Sources, bool Joins);

/// <summary>Finds reports stitched from several tellings. They must not tie those tellings together.</summary>
internal static class Stitching
{
    /// <summary>Own shingles a source must give that no better source gives: about a sentence and a half.</summary>
    private const int GainMin = 15;

    /// <summary>The same for a source that stands in the report whole.</summary>
    private const int WholeGainMin = 10;

    /// <summary>The same as a share of the report.</summary>
    private const double GainShareMin = 0.1;

    /// <summary>Share of the report that all sources together must cover before it counts as having nothing of its own.</summary>
    // A page stitched by copy and paste is covered wholly but for seams of four shingles; a follow-up that repeats background from
    // several stories has its news beside it. Judgement, not swept.
    private const double CoveredMin = 0.7;

    /// <summary>Share of the report that one source alone must cover before the others are only background.</summary>
    private const double NearlyAllMin = 0.75;

    /// <summary>Both shares above this: the other is a copy of the report, not a source of it.</summary>
    private const double CopyMin = 0.85;

    /// <summary>Sources looked for.</summary>
    private const int SourcesMax = 8;

    /// <summary>Neighbours weighed: those that share most.</summary>
    private const int NeighboursMax = 64;

    /// <returns>Null when the report has one source or none.</returns>
    /// <param name="found">What was found for the reports before this one: two reports are never sources of each other.</param>
    public static Patchwork? Find(CopyGraph graph, int number, ReadOnlySpan<Patchwork?> found)
    {
        Telling page = graph.Tellings[number];
        if (page.IsAgencyOriginal || page.Shingles.Count == 0) return null;
        var candidates = new List<Neighbour>();
        foreach (Neighbour neighbour in graph.Of(number))
        {
            if (neighbour.Overlap.SharedOwn < WholeGainMin || !graph.Tellings[neighbour.Number].NotAfter(page) || IsCopy(neighbour.Overlap) || page.IsVersionOf(graph.Tellings[neighbour.Number])) continue;
            if (neighbour.Number < number && found[neighbour.Number] is { } stitched && stitched.Sources.Contains(number)) continue;
            candidates.Add(neighbour);
        }
        if (candidates.Count < 2) return null;
        Neighbour[] eligible = [.. candidates
            .OrderByDescending(neighbour => neighbour.Overlap.SharedOwn).ThenBy(neighbour => neighbour.Number)
            .Take(NeighboursMax)];

        // A trimmed reprint of the page covers it better than the sources do, so look a second time without what may be one.
        return Cover(graph, number, eligible) ?? Cover(graph, number, [.. eligible.Where(neighbour => neighbour.Number < number || !IsSimilarLength(graph.Tellings[neighbour.Number], page))]);
    }

    private static Patchwork? Cover(CopyGraph graph, int number, Neighbour[] eligible)
    {
        Telling page = graph.Tellings[number];
        int count = page.Shingles.Count;
        var given = new bool[eligible.Length][];
        for (int i = 0; i < eligible.Length; i++)
        {
            given[i] = new bool[count];
            page.Shingles.MarkOwnSharedWith(graph.Tellings[eligible[i].Number].Shingles, given[i]);
        }
        var covered = new bool[count];
        var sources = ImmutableArray.CreateBuilder<int>();
        int total = 0, first = 0, tied = 0;
        while (sources.Count < SourcesMax)
        {
            int best = -1, bestGain = 0;
            for (int i = 0; i < eligible.Length; i++)
            {
                if (sources.Any(source => source == eligible[i].Number || graph.AreSameTelling(source, eligible[i].Number))) continue;
                int gain = 0;
                for (int shingle = 0; shingle < count; shingle++) gain += given[i][shingle] && !covered[shingle] ? 1 : 0;
                bool enough = eligible[i].SameTelling ? gain >= WholeGainMin : gain >= GainMin && gain >= GainShareMin * count;
                if (enough && gain > bestGain) (best, bestGain) = (i, gain);
            }
            if (best < 0) break;
            for (int shingle = 0; shingle < count; shingle++) covered[shingle] |= given[best][shingle];
            sources.Add(eligible[best].Number);
            total += bestGain;
            if (sources.Count == 1) first = bestGain;
            if (eligible[best].SameTelling) tied++;
        }
        if (sources.Count < 2 || IsOriginalOf(page, sources.Select(source => graph.Tellings[source]))) return null;
        int own = Math.Max(1, eligible[0].Overlap.OwnInFirst);
        bool ofOne = first >= CopyRules.ContainedMin * own;
        bool ofAll = total >= CoveredMin * own;
        // A story with background from other stories is no patchwork, unless it would tie two tellings together.
        bool background = !ofAll || first >= NearlyAllMin * own || page.SameNewsroom(graph.Tellings[sources[0]]);
        if (tied < 2 && background) return null;
        return new Patchwork(sources.DrainToImmutable(), ofOne || ofAll);
    }

    // Parts of one wire story that two outlets took are excerpts of it, not its sources: same newsroom, and none of them earlier.
    private static bool IsOriginalOf(Telling page, IEnumerable<Telling> parts) =>
        page.Report.Agency is not null && parts.All(part => page.SameNewsroom(part) && page.NotAfter(part));

    private static bool IsCopy(Overlap overlap) =>
        overlap.SharedOwn >= CopyMin * overlap.OwnInFirst && overlap.SharedOwn >= CopyMin * overlap.OwnInSecond;

    private static bool IsSimilarLength(Telling one, Telling other) =>
        Math.Min(one.Shingles.Count, other.Shingles.Count) >= CopyRules.SimilarLengthMin * Math.Max(one.Shingles.Count, other.Shingles.Count);
}
