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

    public static CopyGraph Build(IReadOnlyList<Telling> tellings)
    {
        var neighbours = new List<Neighbour>[tellings.Count];
        for (int i = 0; i < neighbours.Length; i++) neighbours[i] = [];
        foreach ((int later, int earlier, Overlap overlap) in CandidateIndex.Pairs(tellings))
        {
            bool same = CopyRules.IsSameTelling(tellings[later], tellings[earlier], overlap);
            neighbours[later].Add(new Neighbour(earlier, overlap, same));
            neighbours[earlier].Add(new Neighbour(later, new Overlap(overlap.Shared, overlap.SharedOwn, overlap.OwnInSecond, overlap.OwnInFirst), same));
        }
        foreach (List<Neighbour> list in neighbours) list.Sort((first, second) => first.Number.CompareTo(second.Number));
        return new CopyGraph(tellings, neighbours);
    }
}
