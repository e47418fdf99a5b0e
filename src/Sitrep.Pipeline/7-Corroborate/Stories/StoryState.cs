namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>The stories after some days, with what is needed to go on: terms, an index, and the latest tellings.</summary>
internal sealed class StoryState
{
    /// <summary>Latest tellings that a new one may be compared with; of earlier ones only the story is kept.</summary>
    private const int HeldMax = 50_000;

    private readonly TermSpace _space;
    private readonly Neighbours _neighbours;
    private readonly StoryForest _forest;
    private readonly List<string> _ids;
    private readonly List<StoryReport?> _reports;
    private double _outside;

    public StoryState(WordCounts counts) => (_space, _neighbours, _forest, _ids, _reports) = (new(counts), new(), new(), [], []);

    private StoryState(StoryState other) =>
        (_space, _neighbours, _forest, _ids, _reports, _outside) = (other._space.Copy(), other._neighbours.Copy(), other._forest.Copy(), [.. other._ids], [.. other._reports], other._outside);

    public Neighbours Neighbours => _neighbours;

    public StoryState Copy() => new(this);

    /// <param name="day">The tellings of one day, as <see cref="StoryTelling.Days"/> gives them.</param>
    public void Add(IReadOnlyList<StoryTelling> day)
    {
        int from = _reports.Count;
        foreach (StoryTelling telling in day) _space.Count(telling.Words);
        foreach (StoryReport report in day.AsParallel().AsOrdered().Select(telling => new StoryReport(_space.Vector(telling.Words), _space.Names(telling.Words), telling.Day))) _reports.Add(report);
        _ids.AddRange(day.Select(telling => telling.Id));
        List<(int Report, double Likeness)>[] near = _neighbours.Add(_reports, from);
        for (int i = 0; i < near.Length; i++)
        {
            double outside = Surroundings.Of(near[i]);
            _outside += outside;
            _forest.Add(StoryGroup.Of(_reports[from + i]!, outside, from + i));
        }
        StoryMerging.Merge(_forest, near.SelectMany((list, i) => list.Select(neighbour => (from + i, neighbour.Report))), _outside / Math.Max(1, _reports.Count));
        Forget();
    }

    /// <summary>For each telling the one that stands for its story: the first.</summary>
    public Dictionary<string, string> Stories()
    {
        var first = new Dictionary<int, string>();
        var stories = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < _ids.Count; i++)
        {
            int group = _forest.GroupOf(i);
            first.TryAdd(group, _ids[i]);
            stories[_ids[i]] = first[group];
        }
        return stories;
    }

    private void Forget()
    {
        int below = _reports.Count - HeldMax;
        if (below <= 0) return;
        for (int i = below - 1; i >= 0 && _reports[i] is not null; i--) _reports[i] = null;
        _forest.ForgetBelow(below);
    }
}
