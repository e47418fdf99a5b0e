namespace Sitrep.Pipeline.Dedupe;

/// <summary>A report that shares text with the one at hand.</summary>
/// <param name="Number">Its place in the order of originality.</param>
/// <param name="Overlap">First is the one at hand.</param>
/// <param name="SameTelling">What <see cref="CopyRules.IsSameTelling"/> says of the two.</param>
internal readonly record struct Neighbour(int Number, Overlap Overlap, bool SameTelling);

/// <summary>Who shares text with whom.</summary>
internal sealed class CopyGraph
{
    private readonly List<Neighbour>[] _neighbours;

    private CopyGraph(IReadOnlyList<Telling> tellings, List<Neighbour>[] neighbours) => (Tellings, _neighbours) = (tellings, neighbours);

    /// <summary>In order of originality.</summary>
    public IReadOnlyList<Telling> Tellings { get; }

    /// <summary>Those that share text with one report, in order of originality.</summary>
    public IReadOnlyList<Neighbour> Of(int number) => _neighbours[number];

    public bool AreSameTelling(int one, int other)
    {
        foreach (Neighbour neighbour in _neighbours[one])
        {
            if (neighbour.Number == other) return neighbour.SameTelling;
        }
        return false;
    }

    /// <param name="known">Pairs that need not be looked for.</param>
    public static CopyGraph Build(IReadOnlyList<Telling> tellings, SharedTexts? known = null)
    {
        var neighbours = new List<Neighbour>[tellings.Count];
        for (int i = 0; i < neighbours.Length; i++) neighbours[i] = [];
        foreach ((int later, int earlier, Overlap overlap) in known is null ? CandidateIndex.Pairs(tellings, _ => true) : Pairs(tellings, known))
        {
            bool same = CopyRules.IsSameTelling(tellings[later], tellings[earlier], overlap);
            neighbours[later].Add(new Neighbour(earlier, overlap, same));
            neighbours[earlier].Add(new Neighbour(later, new Overlap(overlap.Shared, overlap.SharedOwn, overlap.OwnInSecond, overlap.OwnInFirst), same));
        }
        foreach (List<Neighbour> list in neighbours) list.Sort((first, second) => first.Number.CompareTo(second.Number));
        return new CopyGraph(tellings, neighbours);
    }

    private static IEnumerable<Pair> Pairs(IReadOnlyList<Telling> tellings, SharedTexts known)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        bool crowded = false;
        for (int i = 0; i < tellings.Count; i++)
        {
            numbers.Add(tellings[i].Report.Id, i);
            crowded |= known.Crowded.Contains(tellings[i].Report.Id);
        }
        foreach (SharedText shared in known.Pairs)
        {
            if (!numbers.TryGetValue(shared.One, out int one) || !numbers.TryGetValue(shared.Other, out int other)) continue;
            if (known.Crowded.Contains(shared.One) || known.Crowded.Contains(shared.Other)) continue;
            yield return one > other
                ? new Pair(one, other, new Overlap(shared.Shared, shared.SharedOwn, shared.OwnInOne, shared.OwnInOther))
                : new Pair(other, one, new Overlap(shared.Shared, shared.SharedOwn, shared.OwnInOther, shared.OwnInOne));
        }
        if (!crowded) yield break;
        foreach (Pair pair in CandidateIndex.Pairs(tellings, number => known.Crowded.Contains(tellings[number].Report.Id))) yield return pair;
    }
}
