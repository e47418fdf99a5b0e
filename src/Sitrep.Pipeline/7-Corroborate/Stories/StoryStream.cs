using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Stories of tellings that come in day by day. What a telling costs does not grow with those before it.</summary>
/// <remarks>A day is clustered when a telling of a later one comes, and is not gone back to; so the stories are the same whether the tellings came at
/// once or in any number of parts, and whatever their order within a day. Those of the last day, and those without a day, are taken in anew
/// whenever the stories are asked for.</remarks>
public sealed class StoryStream
{
    private readonly StoryState _closed;
    private readonly List<StoryTelling> _open = [], _undated = [];
    private DateOnly _last = DateOnly.MinValue;

    public StoryStream(WordCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        _closed = new StoryState(counts);
    }

    /// <summary>Pairs of tellings compared in full, over all closed days.</summary>
    internal long Compared => _closed.Neighbours.Compared;

    /// <summary>Entries of the index of terms looked at, over all closed days.</summary>
    internal long Visited => _closed.Neighbours.Visited;

    /// <param name="tellings">Originals of dispatches, in any order.</param>
    /// <exception cref="ArgumentException">One is of a day before the last one seen; nothing was added.</exception>
    public void Add(IEnumerable<Report> tellings)
    {
        StoryTelling[] read = [.. tellings.AsParallel().AsOrdered().Select(StoryTelling.Of)];
        if (Array.Find(read, telling => telling.Known < _last) is { } late) throw new ArgumentException($"{late.Id} is of {late.Known:yyyy-MM-dd}, before {_last:yyyy-MM-dd}.", nameof(tellings));
        foreach (StoryTelling telling in read) (telling.Known is null ? _undated : _open).Add(telling);
        StoryTelling[][] days = [.. StoryTelling.Days(_open)];
        foreach (StoryTelling[] day in days.SkipLast(1)) _closed.Add(day);
        if (days.Length == 0) return;
        _last = days[^1][0].Known ?? _last;
        _open.Clear();
        _open.AddRange(days[^1]);
    }

    /// <summary>The stories of all tellings so far: for each telling the one that stands for its story, the first.</summary>
    public IReadOnlyDictionary<string, string> Stories()
    {
        StoryState all = _closed.Copy();
        foreach (StoryTelling[] day in StoryTelling.Days([.. _open, .. _undated])) all.Add(day);
        return all.Stories();
    }
}
