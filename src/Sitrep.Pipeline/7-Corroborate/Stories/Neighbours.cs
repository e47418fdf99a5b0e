using System.Runtime.InteropServices;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>For each report the reports most like it, found without comparing all with all.</summary>
/// <remarks>An inverted index of each report's heaviest terms; a term remembers only the latest reports that have it.</remarks>
internal sealed class Neighbours
{
    /// <summary>Neighbours kept of one report.</summary>
    public const int KeptMax = 32;

    /// <summary>Terms by which a report is looked up.</summary>
    private const int KeysMax = 60;

    /// <summary>Reports remembered for one term.</summary>
    private const int PostingsMax = 400;

    /// <summary>Earlier reports that one report is compared with in full.</summary>
    private const int CandidatesMax = 64;

    private readonly List<(int Report, double Likeness)>[] _lists;

    /// <param name="reports">By day, undated last.</param>
    public Neighbours(IReadOnlyList<StoryReport> reports)
    {
        _lists = new List<(int, double)>[reports.Count];
        for (int i = 0; i < _lists.Length; i++) _lists[i] = [];
        var postings = new Dictionary<int, Queue<(int Report, double Weight)>>();
        var shared = new Dictionary<int, double>();
        for (int later = 0; later < reports.Count; later++)
        {
            TermVector vector = reports[later].Vector;
            shared.Clear();
            foreach (int term in vector.Heaviest(KeysMax))
            {
                double weight = vector.Weights[vector.Terms.BinarySearch(term)];
                if (!postings.TryGetValue(term, out Queue<(int, double)>? known)) postings[term] = known = new Queue<(int, double)>(1);
                foreach ((int earlier, double other) in known) CollectionsMarshal.GetValueRefOrAddDefault(shared, earlier, out _) += weight * other;
                known.Enqueue((later, weight));
                if (known.Count > PostingsMax) known.Dequeue();
            }
            foreach (int earlier in shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(CandidatesMax).Select(pair => pair.Key))
            {
                double likeness = reports[later].Likeness(reports[earlier]);
                _lists[later].Add((earlier, likeness));
                _lists[earlier].Add((later, likeness));
                if (_lists[earlier].Count > 2 * KeptMax) Trim(_lists[earlier]);
            }
        }
        foreach (List<(int, double)> list in _lists) Trim(list);
    }

    /// <summary>The nearest first.</summary>
    public IReadOnlyList<(int Report, double Likeness)> Of(int report) => _lists[report];

    private static void Trim(List<(int Report, double Likeness)> list)
    {
        list.Sort((a, b) => a.Likeness != b.Likeness ? b.Likeness.CompareTo(a.Likeness) : a.Report.CompareTo(b.Report));
        if (list.Count > KeptMax) list.RemoveRange(KeptMax, list.Count - KeptMax);
    }
}
