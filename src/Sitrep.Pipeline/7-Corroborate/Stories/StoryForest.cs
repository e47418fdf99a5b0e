namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Which reports are of one story so far: groups that are joined, never parted (union-find, Tarjan 1975).</summary>
internal sealed class StoryForest
{
    private readonly List<int> _parent, _groupOf;
    private readonly Dictionary<int, StoryGroup> _groups;

    public StoryForest() => (_parent, _groupOf, _groups) = ([], [], []);

    private StoryForest(StoryForest other) => (_parent, _groupOf, _groups) = ([.. other._parent], [.. other._groupOf], new(other._groups));

    public StoryForest Copy() => new(this);

    /// <summary>Null when the group was joined to another, or forgotten.</summary>
    public StoryGroup? this[int group] => _groups.GetValueOrDefault(group);

    /// <summary>Takes in the next report.</summary>
    public void Add(StoryGroup alone) => _groupOf.Add(NewGroup(alone));

    /// <summary>Number of the group a report is in.</summary>
    public int GroupOf(int report)
    {
        int group = _groupOf[report];
        while (_parent[group] != group) group = _parent[group] = _parent[_parent[group]];
        return group;
    }

    /// <returns>Number of the joint group.</returns>
    public int Join(int a, int b, StoryGroup joint)
    {
        int number = NewGroup(joint);
        _parent[a] = _parent[b] = number;
        _groups.Remove(a);
        _groups.Remove(b);
        return number;
    }

    /// <summary>Stories of which no report has at least this number cannot grow any more.</summary>
    public void ForgetBelow(int report)
    {
        foreach ((int number, StoryGroup group) in _groups) if (group.Latest < report) _groups.Remove(number);
    }

    private int NewGroup(StoryGroup group)
    {
        int number = _parent.Count;
        _parent.Add(number);
        _groups[number] = group;
        return number;
    }
}
