using System.Diagnostics;

namespace Sitrep.Eval.Scores;

/// <summary>The counts of one set, kept per document so that the spread over documents can be told.</summary>
internal sealed class TallySheet
{
    private readonly List<string> _metrics = [];
    private readonly Dictionary<string, List<Tally>> _tallies = new(StringComparer.Ordinal);
    private readonly List<(string Metric, double Value, int Count, (double, double)? Spread)> _values = [];
    private int _documents;

    /// <summary>Lines for a reader who asked for them.</summary>
    public List<string> Details { get; } = [];

    /// <summary>Time of the product's own work, where the set told it apart; null: the whole run.</summary>
    public TimeSpan? Elapsed { get; private set; }

    /// <summary>Runs a piece of the product and adds its time.</summary>
    public T Timed<T>(Func<T> work)
    {
        long started = Stopwatch.GetTimestamp();
        T result = work();
        Elapsed = (Elapsed ?? TimeSpan.Zero) + Stopwatch.GetElapsedTime(started);
        return result;
    }

    /// <summary>Adds to a metric of the present document.</summary>
    public void Add(string metric, Tally tally)
    {
        if (!_tallies.TryGetValue(metric, out List<Tally>? list))
        {
            _tallies[metric] = list = [];
            _metrics.Add(metric);
        }
        while (list.Count <= _documents) list.Add(default);
        list[_documents] += tally;
    }

    public void EndDocument() => _documents++;

    /// <summary>A number that is no F1 of counts.</summary>
    public void Set(string metric, double value, int count, (double, double)? spread = null) => _values.Add((metric, value, count, spread));

    /// <summary>The sum of a metric so far.</summary>
    public Tally Total(string metric) => _tallies.TryGetValue(metric, out List<Tally>? list) ? list.Aggregate(default(Tally), (sum, one) => sum + one) : default;

    /// <summary>F1 of each metric with its 95 % interval over documents; metrics without a gold item are left out.</summary>
    public IEnumerable<Score> Scores(string set, double seconds)
    {
        foreach (string metric in _metrics)
        {
            Tally total = Total(metric);
            if (total.Wanted <= 0) continue;
            yield return new Score(set, metric, total.F1, checked((int)Math.Round(total.Wanted)), seconds) { Spread = Spread(_tallies[metric]) };
        }
        foreach ((string metric, double value, int count, (double, double)? spread) in _values) yield return new Score(set, metric, value, count, seconds) { Spread = spread };
    }

    private static (double Low, double High)? Spread(List<Tally> documents)
    {
        Tally[] counted = [.. documents.Where(tally => tally.Found + tally.Wanted > 0)];
        return Bootstrap.Interval(counted.Length, sample =>
        {
            Tally sum = default;
            foreach (int document in sample) sum += counted[document];
            return sum.F1;
        });
    }
}
