namespace Sitrep.Web.Running;

/// <summary>How far reading is, since the desk was opened.</summary>
/// <param name="Read">Reports read.</param>
/// <param name="Known">Reports that were known already.</param>
/// <param name="SetAside">Inputs that could not be read.</param>
/// <param name="Total">Inputs of the job at hand; null when none is.</param>
/// <param name="Busy">True while something is being read or waits to be.</param>
internal sealed record ReadingCount(int Read, int Known, int SetAside, int? Total, bool Busy);

/// <summary>Counts what is read; asked by pages, told by the threads that read.</summary>
internal sealed class ReadingStatus
{
    private readonly Lock _gate = new();
    private int _read, _stepped, _setAside, _waiting;
    private int? _total;
    private readonly LinkedList<object> _recent = [];

    /// <summary>Reports and problems kept to be shown.</summary>
    private const int RecentMax = 100;

    public ReadingCount Now
    {
        get
        {
            lock (_gate) return new ReadingCount(_read, _stepped - _read, _setAside, _waiting > 0 ? _total : null, _waiting > 0);
        }
    }

    public void Waits() => Count(() => _waiting++);

    public void Done() => Count(() => _waiting--);

    /// <summary>Found reports and problems, the latest first.</summary>
    public IReadOnlyList<object> Recent
    {
        get
        {
            lock (_gate) return [.. _recent];
        }
    }

    public void Took(FoundReport found) => Count(() =>
    {
        _read++;
        Keep(found);
    });

    public void Stepped() => Count(() => _stepped++);

    public void Told(FoundProblem problem) => Count(() =>
    {
        if (problem.SetAside) _setAside++;
        Keep(problem);
    });

    public void Of(int total) => Count(() => _total = total);

    private void Keep(object found)
    {
        _recent.AddFirst(found);
        if (_recent.Count > RecentMax) _recent.RemoveLast();
    }

    private void Count(Action count)
    {
        lock (_gate) count();
    }
}
