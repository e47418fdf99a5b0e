using System.Collections.Immutable;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>Stage 3: reports → dispatches. Every report is in exactly one dispatch. Pure; the order of the input does not matter.</summary>
public static class DedupeStage
{
    /// <summary>How much better a patchwork must cover a report than any single telling does before the report counts as a copy of it.</summary>
    private const double FollowsMargin = 0.1;

    /// <summary>Groups the reports by who wrote them. Only their bodies count.</summary>
    /// <returns>By published date of the original (undated last), then id.</returns>
    public static ImmutableArray<Dispatch> Group(IReadOnlyList<Report> reports)
    {
        Telling[] tellings = Tellings(reports);
        Array.Sort(tellings, Telling.ByOriginality);
        CopyGraph graph = CopyGraph.Build(tellings);

        var patchworks = new Patchwork?[tellings.Length];
        for (int i = 0; i < tellings.Length; i++) patchworks[i] = Stitching.Find(graph, i, patchworks);
        int[] home = Homes(graph, patchworks);

        return [.. Enumerable.Range(0, tellings.Length)
            .GroupBy(number => home[number])
            .Select(group => DispatchBuilder.Build(graph, patchworks, [.. group]))
            .OrderBy(built => built.Original, Comparer<Telling>.Create(Telling.ByDate))
            .ThenBy(built => built.Dispatch.Id, StringComparer.Ordinal)
            .Select(built => built.Dispatch)];
    }

    private static Telling[] Tellings(IReadOnlyList<Report> reports)
    {
        Versions versions = Versions.Of(reports);
        (Report Report, ShingleSet Shingles)[] read = [.. reports.DistinctBy(report => report.Id).AsParallel().AsOrdered().Select(report => (report, ShingleSet.Of(report)))];
        return [.. read.GroupBy(one => versions.FirstOf(one.Report), StringComparer.Ordinal).SelectMany(item =>
        {
            var shared = new VersionPlace(item.Key, 0, item.Any(one => Telling.IsOriginalOfAgency(one.Report)), item.Min(one => one.Report.Published ?? DateOnly.MaxValue), item.Max(one => one.Shingles.Count));
            return item.Select(one => new Telling(one.Report, one.Shingles, shared with { Number = versions.NumberOf(one.Report) }));
        })];
    }

    /// <summary>For each report a number that all reports of its dispatch have.</summary>
    private static int[] Homes(CopyGraph graph, Patchwork?[] patchworks)
    {
        var sets = new DisjointSets(patchworks.Length);
        for (int i = 1; i < patchworks.Length; i++)
        {
            if (graph.Tellings[i].IsVersionOf(graph.Tellings[i - 1])) sets.Join(i, i - 1);   // versions stand together
        }
        var follows = new int?[patchworks.Length];
        for (int i = 0; i < patchworks.Length; i++)
        {
            if (patchworks[i] is not null) continue;
            follows[i] = FollowedPatchwork(graph, patchworks, i);
        }
        for (int i = 0; i < patchworks.Length; i++)
        {
            if (patchworks[i] is { } stitched)
            {
                if (stitched.Joins) sets.Join(i, stitched.Sources[0]);
            }
            else if (follows[i] is { } patchwork) sets.Join(i, patchwork);
            else
            {
                int? container = BestContainer(graph, patchworks, i);
                foreach (Neighbour neighbour in graph.Of(i))
                {
                    if (!neighbour.SameTelling || patchworks[neighbour.Number] is not null || follows[neighbour.Number] is not null) continue;
                    bool elsewhere = container is { } best && neighbour.Number != best && IsContainer(graph, i, neighbour.Number) && !graph.AreSameTelling(best, neighbour.Number);
                    bool foreign = IsContainer(graph, neighbour.Number, i) && BestContainer(graph, patchworks, neighbour.Number) is { } home && home != i && !graph.AreSameTelling(home, i);
                    if (!elsewhere && !foreign) sets.Join(i, neighbour.Number);
                }
            }
        }
        return sets.Roots();
    }

    private static int? FollowedPatchwork(CopyGraph graph, Patchwork?[] patchworks, int number)
    {
        int? followed = null;
        double best = 0, bestSingle = 0;
        foreach (Neighbour neighbour in graph.Of(number))
        {
            if (!neighbour.SameTelling) continue;
            double share = CopyRules.ShareOf(graph.Tellings[number], neighbour.Overlap);
            if (patchworks[neighbour.Number] is not { } stitched) bestSingle = Math.Max(bestSingle, share);
            else if (share > best && neighbour.Number < number && !stitched.Sources.Contains(number)) (followed, best) = (neighbour.Number, share);
        }
        return best > bestSingle + FollowsMargin ? followed : null;
    }

    // A short text that stands in two long ones (a paragraph of background) belongs to the one that holds most of it and must not tie
    // the two together.
    private static int? BestContainer(CopyGraph graph, Patchwork?[] patchworks, int number)
    {
        int? best = null;
        int most = 0;
        foreach (Neighbour neighbour in graph.Of(number))
        {
            if (!neighbour.SameTelling || patchworks[neighbour.Number] is not null || !IsContainer(graph, number, neighbour.Number)) continue;
            if (neighbour.Overlap.Shared > most) (best, most) = (neighbour.Number, neighbour.Overlap.Shared);
        }
        return best;
    }

    private static bool IsContainer(CopyGraph graph, int number, int other) =>
        graph.Tellings[number].Shingles.Count < CopyRules.SimilarLengthMin * graph.Tellings[other].Shingles.Count;
}
