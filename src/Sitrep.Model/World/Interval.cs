namespace Sitrep.Model.World;

/// <summary>How exactly a time is known.</summary>
public enum TimePrecision
{
    /// <summary>A time of day was given.</summary>
    Time,
    /// <summary>One day.</summary>
    Day,
    /// <summary>A few days, both ends given.</summary>
    Days,
    /// <summary>About a week.</summary>
    Week,
    /// <summary>A month.</summary>
    Month,
    /// <summary>A year or more.</summary>
    Year,
    /// <summary>Not said; the interval is what the report's own date allows.</summary>
    Unknown,
}

/// <summary>When something happened or was said: days, because reports are rarely more exact.</summary>
/// <param name="Start">First day it could have been, inclusive.</param>
/// <param name="End">Last day it could have been, inclusive; never before <paramref name="Start"/>.</param>
public sealed record Interval(DateOnly Start, DateOnly End, TimePrecision Precision)
{
    /// <summary>Exactly one day.</summary>
    public static Interval Day(DateOnly day) => new(day, day, TimePrecision.Day);

    /// <summary>True when the two share a day.</summary>
    public bool Overlaps(Interval other) => Start <= other.End && other.Start <= End;

    /// <summary>Days between the two; 0 when they share or touch a day.</summary>
    public int DaysApart(Interval other) =>
        Overlaps(other) ? 0 : Start > other.End ? Start.DayNumber - other.End.DayNumber : other.Start.DayNumber - End.DayNumber;
}
