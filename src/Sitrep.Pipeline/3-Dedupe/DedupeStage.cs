using System.Collections.Immutable;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>Stage 3: reports → dispatches. Every report is in exactly one dispatch. Pure; the order of the input does not matter.</summary>
public static class DedupeStage
{
    /// <summary>How much better a patchwork must cover a report than any single telling does before the report counts as a copy of it.</summary>
    private const double FollowsMargin = 0.1;

    /// <summary>Share of a report's words that stood elsewhere on days before, from which on it is taken to print others' sentences.</summary>
    private const double DerivedMin = 0.2;

    /// <summary>Groups the reports by who wrote them. Only their bodies count.</summary>
    /// <returns>By published date of the original (undated last), then id.</returns>
    public static ImmutableArray<Dispatch> Group(IReadOnlyList<Report> reports) => Find(reports).Dispatches;

    /// <summary>Groups the reports by who wrote them, and tells for each sentence that one telling took from another who had it first.</summary>
    /// <param name="known">What an index knows of these reports and perhaps others; null: they are compared here.</param>
    public static Copies Find(IReadOnlyList<Report> reports, SharedTexts? known = null)
    {
        Telling[] tellings = Tellings(reports);
        Array.Sort(tellings, Telling.ByOriginality);
        CopyGraph graph = CopyGraph.Build(tellings, known);

        var borrowings = new Borrowing?[tellings.Length];
        var first = new FirstPublication[tellings.Length];
        Borrow(graph, borrowings, first);
        Borrowing?[] patchworks = [.. borrowings.Select(borrowing => borrowing is { IsPatchwork: true } ? borrowing : null)];
        int[] home = Homes(graph, patchworks);

        (Dispatch Dispatch, Telling Original)[] built = [.. Enumerable.Range(0, tellings.Length)
            .GroupBy(number => home[number])
            .Select(group => DispatchBuilder.Build(graph, borrowings, home, [.. group]))
            .OrderBy(built => built.Original, Comparer<Telling>.Create(Telling.ByDate))
            .ThenBy(built => built.Dispatch.Id, StringComparer.Ordinal)];
        return new Copies([.. built.Select(one => one.Dispatch)], Borrowed(graph, first, home, built.Select(one => one.Dispatch)));
    }

    /// <summary>Two looks: only when it is known which pages print others' sentences can be told who was first among those of one day.</summary>
    private static void Borrow(CopyGraph graph, Borrowing?[] borrowings, FirstPublication[] first)
    {
        var derived = new bool[borrowings.Length];
        var none = new bool[borrowings.Length];
        for (int i = 0; i < borrowings.Length; i++)
        {
            if (graph.Of(i).Count == 0) continue;
            FirstPublication before = FirstPublication.Of(graph, i, none, _ => false, strictly: true);
            int words = before.Sources(graph, graph.Tellings[i]).Sum(source => source.Words);
            derived[i] = words > 0 && words >= DerivedMin * before.JudgedWords;
        }
        for (int i = 0; i < borrowings.Length; i++)
        {
            if (graph.Of(i).Count == 0)
            {
                first[i] = FirstPublication.Nothing;
                continue;
            }
            int number = i;
            bool TookFromThis(Neighbour neighbour) => neighbour.Number < number && borrowings[neighbour.Number] is { } taken && taken.Sources.Contains(number);
            first[i] = FirstPublication.Of(graph, i, derived, TookFromThis);
            if (IsReprint(graph, borrowings, i)) continue;   // it took all from one
            borrowings[i] = Stitching.Find(graph, i, first[i]);
            if (borrowings[i] is { IsPatchwork: true }) continue;
            // A trimmed reprint of the page covers it better than the sources do, so look a second time without what may be one.
            Telling page = graph.Tellings[i];
            FirstPublication again = FirstPublication.Of(graph, i, derived, neighbour => TookFromThis(neighbour)
                || (neighbour.SameTelling && neighbour.Number > number && CopyRules.IsSimilarLength(graph.Tellings[neighbour.Number], page)));
            if (Stitching.Find(graph, i, again) is { IsPatchwork: true } stitched) (first[i], borrowings[i]) = (again, stitched);
        }
    }

    private static bool IsReprint(CopyGraph graph, Borrowing?[] borrowings, int number)
    {
        foreach (Neighbour neighbour in graph.Of(number))
        {
            if (neighbour.Number < number && CopyRules.IsNearlyEqual(neighbour.Overlap) && borrowings[neighbour.Number] is not { IsPatchwork: true }) return true;
        }
        return false;
    }

    private static IEnumerable<KeyValuePair<string, ImmutableArray<BorrowedSentence>>> Borrowed(CopyGraph graph, FirstPublication[] first, int[] home, IEnumerable<Dispatch> dispatches)
    {
        var dispatchOf = dispatches.SelectMany(dispatch => dispatch.Reports.Select(report => (report, dispatch.Id))).ToDictionary(pair => pair.report, pair => pair.Id, StringComparer.Ordinal);
        for (int i = 0; i < first.Length; i++)
        {
            Telling page = graph.Tellings[i];
            var sentences = ImmutableArray.CreateBuilder<BorrowedSentence>();
            for (int at = 0; at < first[i].Origins.Length; at++)
            {
                if (first[i].Origins[at] is not { } origin || home[origin] == home[i]) continue;
                string from = graph.Tellings[origin].Report.Id;
                sentences.Add(new BorrowedSentence(page.Sentences[at].Span, from, dispatchOf[from]));
            }
            if (sentences.Count > 0) yield return KeyValuePair.Create(page.Report.Id, sentences.DrainToImmutable());
        }
    }

    private static Telling[] Tellings(IReadOnlyList<Report> reports)
    {
        Versions versions = Versions.Of(reports);
        Telling[] read = [.. reports.DistinctBy(report => report.Id).AsParallel().AsOrdered().Select(Telling.Of)];
        foreach (IGrouping<string, Telling> item in read.GroupBy(one => versions.FirstOf(one.Report), StringComparer.Ordinal))
        {
            var shared = new VersionPlace(item.Key, 0, item.Any(one => one.IsAgencyOriginal), item.Min(one => one.Report.Published ?? DateOnly.MaxValue), item.Any(one => one.Report.Agency is not null), item.Max(one => one.Shingles.Count));
            foreach (Telling one in item) one.Place = shared with { Number = versions.NumberOf(one.Report) };
        }
        return read;
    }

    /// <summary>For each report a number that all reports of its dispatch have.</summary>
    private static int[] Homes(CopyGraph graph, Borrowing?[] patchworks)
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

    private static int? FollowedPatchwork(CopyGraph graph, Borrowing?[] patchworks, int number)
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
    private static int? BestContainer(CopyGraph graph, Borrowing?[] patchworks, int number)
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
