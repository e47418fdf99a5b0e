using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>Makes a dispatch of a group of reports: its original, its agency, and who copied whom.</summary>
internal static class DispatchBuilder
{
    /// <param name="members">Numbers in the graph, ascending; at least one.</param>
    public static (Dispatch Dispatch, Telling Original) Build(CopyGraph graph, Borrowing?[] borrowings, int[] home, ImmutableArray<int> members)
    {
        // A patchwork has an original by definition, and it is not the patchwork.
        int original = members.Where(member => borrowings[member] is not { IsPatchwork: true }).DefaultIfEmpty(members[0]).First();
        Telling first = graph.Tellings[original];
        ImmutableArray<string> ids = [first.Report.Id, .. members.Where(member => member != original)
            .Select(member => graph.Tellings[member]).Order(Comparer<Telling>.Create(Telling.ByDateAndId)).Select(telling => telling.Report.Id)];
        ImmutableArray<CopyLink> links = [.. Links(graph, borrowings, members, original).Concat(Excerpts(graph, borrowings, home, original))
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
    private static IEnumerable<CopyLink> Links(CopyGraph graph, Borrowing?[] borrowings, ImmutableArray<int> members, int original)
    {
        var waiting = new HashSet<int>(members);
        ImmutableArray<(int Number, Borrowing Patchwork)> stitched = [.. members
            .SelectMany(member => borrowings[member] is { IsPatchwork: true } patchwork ? new[] { (member, patchwork) } : [])];
        var open = new PriorityQueue<(int Copy, int Source, Overlap Overlap), (double NegativeShare, int Source, int Copy)>();
        var all = new HashSet<int>(members);
        var versions = new List<CopyLink>();
        Enter(original);
        while (open.TryDequeue(out var edge, out _))
        {
            if (!waiting.Contains(edge.Copy)) continue;   // versions of what is in the tree came in with it
            Telling copy = graph.Tellings[edge.Copy], source = graph.Tellings[edge.Source];
            yield return new CopyLink(copy.Report.Id, source.Report.Id, CopyRules.RelationOf(copy, source), CopyRules.ShareOf(copy, edge.Overlap));
            Enter(edge.Copy);
        }
        foreach ((int page, Borrowing patchwork) in stitched)
        {
            if (!patchwork.Joins) continue;   // mostly its own work: it copied, but it is a telling
            foreach (int source in patchwork.Sources) yield return LinkOf(graph, page, source, CopyRelation.Patchwork);
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
                if (!neighbour.SameTelling || !waiting.Contains(neighbour.Number) || borrowings[neighbour.Number] is { IsPatchwork: true }) continue;
                var reversed = new Overlap(neighbour.Overlap.Shared, neighbour.Overlap.SharedOwn, neighbour.Overlap.OwnInSecond, neighbour.Overlap.OwnInFirst);
                open.Enqueue((neighbour.Number, number, reversed), (-CopyRules.ShareOf(graph.Tellings[neighbour.Number], reversed), number, neighbour.Number));
            }
            // Copies of a patchwork hang on it although it hangs on nothing in this tree.
            foreach ((int page, Borrowing patchwork) in stitched)
            {
                if (waiting.Contains(page) && patchwork.Sources.Contains(number)) Enter(page);
            }
        }
    }

    private static CopyLink VersionLink(Telling later, Telling earlier)
    {
        Overlap overlap = later.Shingles.With(earlier.Shingles);
        return new CopyLink(later.Report.Id, earlier.Report.Id, CopyRules.RelationOf(later, earlier), CopyRules.ShareOf(later, overlap));
    }

    /// <summary>What a telling of its own took from others, when it is more than a sentence.</summary>
    private static IEnumerable<CopyLink> Excerpts(CopyGraph graph, Borrowing?[] borrowings, int[] home, int original)
    {
        if (borrowings[original] is not { Joins: false } taken) yield break;
        foreach (int source in taken.Sources.Where(source => home[source] != home[original] && !IsOfNewsroom(graph, home, original, home[source]))) yield return LinkOf(graph, original, source, CopyRelation.Excerpt);
    }

    // What one's own newsroom printed before is background, whoever carried it to us.
    private static bool IsOfNewsroom(CopyGraph graph, int[] home, int page, int telling) =>
        graph.Of(page).Any(neighbour => home[neighbour.Number] == telling && graph.Tellings[page].SameNewsroom(graph.Tellings[neighbour.Number]));

    private static CopyLink LinkOf(CopyGraph graph, int copy, int source, CopyRelation relation)
    {
        Telling page = graph.Tellings[copy], from = graph.Tellings[source];
        Overlap overlap = graph.Of(copy).First(neighbour => neighbour.Number == source).Overlap;
        return new CopyLink(page.Report.Id, from.Report.Id, relation, CopyRules.ShareOf(page, overlap));
    }
}
