namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Group-average agglomeration over neighbours (Voorhees 1986): the two stories most alike become one, until none are alike enough.</summary>
/// <remarks>One day at a time. Only pairs near a report of the day are looked at, so an earlier story changes only when something new is like it.</remarks>
internal sealed class StoryMerging
{
    /// <summary>Stories near one that are kept in sight.</summary>
    private const int NearMax = 64;

    private readonly StoryForest _forest;
    private readonly double _usual;
    private readonly Dictionary<int, HashSet<int>> _near = [];
    private readonly PriorityQueue<(int A, int B), (double, int, int)> _queue = new();

    private StoryMerging(StoryForest forest, double usual) => (_forest, _usual) = (forest, usual);

    /// <param name="pairs">A new report and one that it is near to, by number.</param>
    /// <param name="usual">Mean likeness to what lies outside, over all reports.</param>
    public static void Merge(StoryForest forest, IEnumerable<(int Report, int Near)> pairs, double usual)
    {
        var merging = new StoryMerging(forest, usual);
        merging.Offer(pairs);
        merging.Run();
    }

    private void Offer(IEnumerable<(int Report, int Near)> pairs)
    {
        foreach ((int report, int other) in pairs)
        {
            (int a, int b) = (_forest.GroupOf(report), _forest.GroupOf(other));
            if (_forest[a] is null || _forest[b] is null || !Near(a).Add(b)) continue;
            Near(b).Add(a);
            Offer(Math.Min(a, b), Math.Max(a, b));
        }
    }

    private void Run()
    {
        while (_queue.TryDequeue(out (int A, int B) pair, out _)) if (_forest[pair.A] is { } a && _forest[pair.B] is { } b) Merge(pair.A, a, pair.B, b);
    }

    private HashSet<int> Near(int group) => _near.TryGetValue(group, out HashSet<int>? near) ? near : _near[group] = [];

    private void Merge(int numberA, StoryGroup a, int numberB, StoryGroup b)
    {
        StoryGroup merged = a.Join(b, _usual);
        int number = _forest.Join(numberA, numberB, merged);
        int[] near = [.. Near(numberA).Union(Near(numberB)).Where(other => _forest[other] is not null).OrderByDescending(other => merged.Closeness(_forest[other]!, _usual)).ThenBy(other => other)];
        foreach (int other in near)
        {
            Near(other).Remove(numberA);
            Near(other).Remove(numberB);
        }
        foreach (int other in near.Take(NearMax))
        {
            Near(number).Add(other);
            Near(other).Add(number);
            Offer(other, number);
        }
    }

    private void Offer(int a, int b)
    {
        double closeness = _forest[a]!.Closeness(_forest[b]!, _usual);
        if (closeness >= StoryGroup.CloseMin) _queue.Enqueue((a, b), (-closeness, a, b));
    }
}
