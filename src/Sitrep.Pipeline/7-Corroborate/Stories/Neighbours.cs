using System.Runtime.InteropServices;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>For each report of a day the reports most like it, of that day or earlier, found without comparing all with all.</summary>
/// <remarks>An inverted index of each report's heaviest terms; a term remembers only the latest reports that have it. What a report costs
/// does not grow with their number.</remarks>
internal sealed class Neighbours
{
    /// <summary>Neighbours kept of one report.</summary>
    public const int KeptMax = 32;

    /// <summary>Terms by which a report is looked up.</summary>
    private const int KeysMax = 60;

    /// <summary>Reports remembered for one term.</summary>
    private const int PostingsMax = 400;

    /// <summary>Earlier reports that one report is compared with in full.</summary>
    public const int CandidatesMax = 64;

    private readonly Dictionary<int, Queue<(int Report, double Weight)>> _postings = [];

    /// <summary>Pairs of reports compared in full so far.</summary>
    public long Compared { get; private set; }

    /// <summary>Entries of the index looked at so far.</summary>
    public long Visited { get; private set; }

    public Neighbours Copy()
    {
        var copy = new Neighbours { Compared = Compared, Visited = Visited };
        foreach ((int term, Queue<(int, double)> known) in _postings) copy._postings[term] = new Queue<(int, double)>(known);
        return copy;
    }

    /// <summary>Takes in the reports from number <paramref name="from"/> on.</summary>
    /// <param name="held">All reports by number; null where one was forgotten.</param>
    /// <returns>For each new report its neighbours, the nearest first.</returns>
    public List<(int Report, double Likeness)>[] Add(IReadOnlyList<StoryReport?> held, int from)
    {
        var lists = new List<(int Report, double Likeness)>[held.Count - from];
        for (int i = 0; i < lists.Length; i++) lists[i] = [];
        var shared = new Dictionary<int, double>();
        for (int later = from; later < held.Count; later++)
        {
            if (held[later] is not { } report) continue;
            shared.Clear();
            Share(report, later, held, shared);
            foreach (int earlier in shared.OrderByDescending(pair => pair.Value * report.Fading(held[pair.Key]!)).ThenBy(pair => pair.Key).Take(CandidatesMax).Select(pair => pair.Key))
            {
                double likeness = report.Likeness(held[earlier]!);
                Compared++;
                lists[later - from].Add((earlier, likeness));
                if (earlier < from) continue;   // a closed day keeps what it saw
                lists[earlier - from].Add((later, likeness));
                if (lists[earlier - from].Count > 2 * KeptMax) Trim(lists[earlier - from]);
            }
        }
        foreach (List<(int, double)> list in lists) Trim(list);
        return lists;
    }

    private void Share(StoryReport report, int number, IReadOnlyList<StoryReport?> held, Dictionary<int, double> shared)
    {
        foreach (int term in report.Vector.Heaviest(KeysMax))
        {
            double weight = report.Vector.Weights[report.Vector.Terms.BinarySearch(term)];
            ref Queue<(int Report, double Weight)>? known = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, term, out _);
            known ??= new Queue<(int, double)>(1);
            foreach ((int earlier, double other) in known)
            {
                Visited++;
                if (held[earlier] is not null) CollectionsMarshal.GetValueRefOrAddDefault(shared, earlier, out _) += weight * other;
            }
            known.Enqueue((number, weight));
            if (known.Count > PostingsMax) known.Dequeue();
        }
    }

    private static void Trim(List<(int Report, double Likeness)> list)
    {
        list.Sort((a, b) => a.Likeness != b.Likeness ? b.Likeness.CompareTo(a.Likeness) : a.Report.CompareTo(b.Report));
        if (list.Count > KeptMax) list.RemoveRange(KeptMax, list.Count - KeptMax);
    }
}
