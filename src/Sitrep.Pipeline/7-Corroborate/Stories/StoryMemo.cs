using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>The stories of closed days as they were worked out before, so that a fold after a few more reports goes on from there.</summary>
/// <remarks>What is kept is a function of the very reports it was made of (the same objects, in the same days), so a fold with it equals one without. A report of an old day costs
/// the days from then on. Two states are kept of each fold: before its last day, where most reports come, and before its last eight. May be used by several folds at a time.</remarks>
internal sealed class StoryMemo
{
    /// <summary>States kept: of a few folds, as of different days.</summary>
    private const int KeptMax = 4;

    /// <summary>Days from the end before which a state is kept.</summary>
    private static readonly int[] FromEnd = [1, 8];

    private readonly Lock _gate = new();
    private readonly List<(Report[][] Days, StoryState State)> _kept = [];

    /// <summary>Days of which the last answer was not worked out anew.</summary>
    public int Reused { get; private set; }

    /// <param name="days">Originals of dispatches by day, as <see cref="StoryTelling.ByDay"/> gives them.</param>
    public Dictionary<string, string> Stories(Report[][] days, Func<Report[], StoryTelling[]> read, WordCounts counts)
    {
        (Report[][] Days, StoryState State) known;
        lock (_gate) known = _kept.Where(kept => IsPrefix(kept.Days, days)).OrderByDescending(kept => kept.Days.Length).FirstOrDefault();
        StoryState state = known.State?.Copy() ?? new StoryState(counts);
        int from = known.Days?.Length ?? 0;
        for (int day = from; day < days.Length; day++)
        {
            if (day > from && FromEnd.Contains(days.Length - day)) Keep(days[..day], state.Copy());
            state.Add(read(days[day]));
        }
        Reused = from;
        return state.Stories();
    }

    private void Keep(Report[][] days, StoryState state)
    {
        lock (_gate)
        {
            if (_kept.Count == KeptMax) _kept.RemoveAt(0);
            _kept.Add((days, state));
        }
    }

    private static bool IsPrefix(Report[][] start, Report[][] days)
    {
        if (start.Length > days.Length) return false;
        // From the end: there they differ, if at all.
        for (int day = start.Length - 1; day >= 0; day--)
        {
            if (start[day].Length != days[day].Length) return false;
            for (int i = 0; i < start[day].Length; i++) if (!ReferenceEquals(start[day][i], days[day][i])) return false;
        }
        return true;
    }
}
