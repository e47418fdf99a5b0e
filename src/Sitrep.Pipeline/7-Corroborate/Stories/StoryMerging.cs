namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Group-average agglomeration over neighbours (Voorhees 1986): the two stories most alike become one, until none are alike enough.</summary>
internal sealed class StoryMerging
{
    /// <summary>Closeness two stories must have to be one; see <see cref="Closeness"/>.</summary>
    // Swept from 0.16 to 0.19 on ECB+ (topics 1-35), BASIL (2010-2015) and NeuS training lines together: best at 0.18, flat from 0.17 to 0.19. The other shares were swept with it.
    public const double CloseMin = 0.18;

    /// <summary>How much of the likeness outside counts against two reports.</summary>
    private const double OutsideShare = 0.9;

    /// <summary>How many times its likeness a closeness may be: two reports that are like nothing are not thereby like each other.</summary>
    private const double LiftMax = 1.5;

    /// <summary>How much a story that is closer within itself than to the other resists.</summary>
    private const double CohesionShare = 0.5;

    /// <summary>Tellings from which a story has an inside to be measured.</summary>
    private const int CohesionCount = 3;

    /// <summary>Stories near one that are kept in sight.</summary>
    private const int NearMax = 64;

    private readonly List<Group?> _groups = [];
    private readonly PriorityQueue<(int A, int B), (double, int, int)> _queue = new();
    private readonly double _usual;

    private StoryMerging(IReadOnlyList<StoryReport> reports, Neighbours neighbours, double[] outside)
    {
        _usual = outside.DefaultIfEmpty().Average();
        for (int i = 0; i < reports.Count; i++) _groups.Add(new Group([i], reports[i].Vector, outside[i], 0, reports[i].Day, reports[i].Day, []));
        for (int i = 0; i < reports.Count; i++) foreach ((int other, _) in neighbours.Of(i)) _groups[i]!.Near.Add(other);
        for (int i = 0; i < reports.Count; i++) foreach (int other in _groups[i]!.Near.ToArray()) _groups[other]!.Near.Add(i);
        for (int i = 0; i < reports.Count; i++) foreach (int other in _groups[i]!.Near) if (other < i) Offer(other, i);
        while (_queue.TryDequeue(out (int A, int B) pair, out _)) if (_groups[pair.A] is { } a && _groups[pair.B] is { } b) Merge(pair.A, a, pair.B, b);
    }

    /// <summary>Groups of numbers of reports that tell one story.</summary>
    public static IEnumerable<int[]> Stories(IReadOnlyList<StoryReport> reports, Neighbours neighbours) =>
        new StoryMerging(reports, neighbours, Surroundings.Of(neighbours, reports.Count))._groups.OfType<Group>().Select(group => group.Reports);

    private void Merge(int numberA, Group a, int numberB, Group b)
    {
        int number = _groups.Count;
        var merged = new Group([.. a.Reports, .. b.Reports], a.Sum.Plus(b.Sum), a.Outside + b.Outside, a.Within + b.Within + Closeness(a, b) * a.Reports.Length * b.Reports.Length, Earlier(a.First, b.First), Later(a.Last, b.Last), []);
        (_groups[numberA], _groups[numberB]) = (null, null);
        _groups.Add(merged);
        int[] near = [.. a.Near.Union(b.Near).Where(other => _groups[other] is not null).OrderByDescending(other => Closeness(merged, _groups[other]!)).ThenBy(other => other)];
        foreach (int other in near)
        {
            Group beside = _groups[other]!;
            beside.Near.Remove(numberA);
            beside.Near.Remove(numberB);
        }
        foreach (int other in near.Take(NearMax))
        {
            merged.Near.Add(other);
            _groups[other]!.Near.Add(number);
            Offer(other, number);
        }
    }

    private void Offer(int a, int b)
    {
        double closeness = Closeness(_groups[a]!, _groups[b]!);
        if (closeness >= CloseMin) _queue.Enqueue((a, b), (-closeness, a, b));
    }

    /// <summary>Mean likeness of the reports of one to those of the other, corrected for what lies outside and for how close each is within itself.</summary>
    private double Closeness(Group a, Group b)
    {
        (int countA, int countB) = (a.Reports.Length, b.Reports.Length);
        double likeness = a.Sum.Dot(b.Sum) / ((double)countA * countB) * StoryReport.Fading(Gap(a, b));
        double closeness = Math.Min(LiftMax * likeness, likeness - OutsideShare * ((a.Outside / countA + b.Outside / countB) / 2 - _usual));
        if (countA < CohesionCount || countB < CohesionCount) return closeness;
        return closeness - CohesionShare * Math.Max(0, Math.Min(a.Cohesion, b.Cohesion) - closeness);
    }

    /// <summary>Days between the end of one and the start of the other.</summary>
    private static int Gap(Group a, Group b)
    {
        if (a.First is not { } firstA || b.First is not { } firstB || a.Last is not { } lastA || b.Last is not { } lastB) return 0;
        return Math.Max(0, Math.Max(firstA.DayNumber - lastB.DayNumber, firstB.DayNumber - lastA.DayNumber));
    }

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b : a;

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b : a;

    /// <param name="Sum">Of the vectors of the reports.</param>
    /// <param name="Outside">Sum of the reports' likeness to what lies outside.</param>
    /// <param name="Within">Sum of closeness over all pairs of its reports.</param>
    /// <param name="First">Earliest known day.</param>
    /// <param name="Near">Numbers of the groups that it may be merged with.</param>
    private sealed record Group(int[] Reports, TermVector Sum, double Outside, double Within, DateOnly? First, DateOnly? Last, HashSet<int> Near)
    {
        public double Cohesion => Within / (Reports.Length * (Reports.Length - 1.0) / 2);
    }
}
