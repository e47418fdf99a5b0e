using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>Makes a dispatch of a group of reports: its original, its agency, and who copied whom.</summary>
internal static class DispatchBuilder
{
    /// <param name="members">Numbers in the graph, ascending; at least one.</param>
    public static (Dispatch Dispatch, Telling Original) Build(CopyGraph graph, Patchwork?[] patchworks, ImmutableArray<int> members)
    {
        // A patchwork has an original by definition, and it is not the patchwork.
        int original = members.Where(member => patchworks[member] is null).DefaultIfEmpty(members[0]).First();
        Telling first = graph.Tellings[original];
        ImmutableArray<string> ids = [first.Report.Id, .. members.Where(member => member != original)
            .Select(member => graph.Tellings[member]).Order(Comparer<Telling>.Create(Telling.ByDateAndId)).Select(telling => telling.Report.Id)];
        ImmutableArray<CopyLink> links = [.. Links(graph, patchworks, members, original)
            .OrderBy(link => link.Report, StringComparer.Ordinal).ThenBy(link => link.Of, StringComparer.Ordinal)];
        return (new Dispatch(StableId.Of('d', first.Report.Id), AgencyOf(members.Select(member => graph.Tellings[member].Report), first.Report), ids, links), first);
    }

    /// <summary>The agency most reports name; between equals the original's, then the first in ordinal order.</summary>
    private static string? AgencyOf(IEnumerable<Report> reports, Report original) => reports
        .Where(report => report.Agency is not null)
        .GroupBy(report => report.Agency!, StringComparer.Ordinal)   // not null: filtered above
        .OrderByDescending(named => named.Count())
        .ThenByDescending(named => named.Key == original.Agency)
        .ThenBy(named => named.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    // A tree grown from the original: each step takes the copy that has most of its text from a report already in the tree
    // (Prim's algorithm). So every copy has one source, and no chain of copies runs in a circle.
    private static IEnumerable<CopyLink> Links(CopyGraph graph, Patchwork?[] patchworks, ImmutableArray<int> members, int original)
    {
        var waiting = new HashSet<int>(members);
        ImmutableArray<(int Number, Patchwork Patchwork)> stitched = [.. members
            .SelectMany(member => patchworks[member] is { } patchwork ? new[] { (member, patchwork) } : [])];
        var open = new PriorityQueue<(int Copy, int Source, Overlap Overlap), (double NegativeShare, int Source, int Copy)>();
        var all = new HashSet<int>(members);
        var versions = new List<CopyLink>();
        Enter(original);
        while (open.TryDequeue(out var edge, out _))
        {
            if (!waiting.Contains(edge.Copy)) continue;   // versions of what is in the tree came in with it
            Telling copy = graph.Tellings[edge.Copy], source = graph.Tellings[edge.Source];
            yield return new CopyLink(copy.Report.Id, source.Report.Id, CopyRules.RelationOf(copy, source, edge.Overlap), CopyRules.ShareOf(copy, edge.Overlap));
            Enter(edge.Copy);
        }
        foreach ((int page, Patchwork patchwork) in stitched)
        {
            if (!patchwork.Joins) continue;   // mostly its own work: it copied, but it is a telling
            foreach (int source in patchwork.Sources) yield return PatchworkLink(graph, page, source);
        }
        foreach (CopyLink link in versions) yield return link;

        // Versions of one item come in together, also one that shares no text with the others; they stand side by side in the graph.
        void Enter(int number)
        {
            EnterOne(number);
            for (int later = number + 1; waiting.Contains(later) && IsVersion(later); later++) EnterOne(later);
            for (int earlier = number - 1; waiting.Contains(earlier) && IsVersion(earlier + 1); earlier--) EnterOne(earlier);
        }

        bool IsVersion(int number) => number > 0 && all.Contains(number - 1) && graph.Tellings[number].IsVersionOf(graph.Tellings[number - 1]);

        void EnterOne(int number)
        {
            waiting.Remove(number);
            if (IsVersion(number)) versions.Add(VersionLink(graph.Tellings[number], graph.Tellings[number - 1]));
            foreach (Neighbour neighbour in graph.Of(number))
            {
                if (!neighbour.SameTelling || !waiting.Contains(neighbour.Number) || patchworks[neighbour.Number] is not null) continue;
                var reversed = new Overlap(neighbour.Overlap.Shared, neighbour.Overlap.SharedOwn, neighbour.Overlap.OwnInSecond, neighbour.Overlap.OwnInFirst);
                open.Enqueue((neighbour.Number, number, reversed), (-CopyRules.ShareOf(graph.Tellings[neighbour.Number], reversed), number, neighbour.Number));
            }
            // Copies of a patchwork hang on it although it hangs on nothing in this tree.
            foreach ((int page, Patchwork patchwork) in stitched)
            {
                if (waiting.Contains(page) && patchwork.Sources.Contains(number)) Enter(page);
            }
        }
    }

    private static CopyLink VersionLink(Telling later, Telling earlier)
    {
        Overlap overlap = later.Shingles.With(earlier.Shingles);
        return new CopyLink(later.Report.Id, earlier.Report.Id, CopyRules.RelationOf(later, earlier, overlap), CopyRules.ShareOf(later, overlap));
    }

    private static CopyLink PatchworkLink(CopyGraph graph, int stitched, int source)
    {
        Telling page = graph.Tellings[stitched], from = graph.Tellings[source];
        Overlap overlap = graph.Of(stitched).First(neighbour => neighbour.Number == source).Overlap;
        return new CopyLink(page.Report.Id, from.Report.Id, CopyRelation.Patchwork, CopyRules.ShareOf(page, overlap));
    }
}
