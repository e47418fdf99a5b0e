using System.Globalization;
using Sitrep.Model.World;

namespace Sitrep.Eval.Wordings;

/// <summary>A report and the days that must come out of it.</summary>
/// <param name="Said">The day on which the first event was told.</param>
internal sealed record WordedDays(string Text, WordedDay[] Events, DateOnly Said);

/// <summary>An event of a <see cref="WordedDays"/> and when it was.</summary>
/// <param name="Types">Types of event in the record's words, any of which is right.</param>
/// <param name="When">Answers, any of which is right.</param>
internal sealed record WordedDay(string[] Types, string Place, DayAnswer[] When, bool Expected);

/// <summary>Days as an answer.</summary>
/// <param name="First">Null where nobody says since when.</param>
/// <param name="Last">Null where no day is told.</param>
/// <param name="About">Any days between the two are right that fill half of the time or more.</param>
internal sealed record DayAnswer(DateOnly? First, DateOnly? Last, bool About)
{
    public bool Is(Interval? read)
    {
        if (Last is not { } last) return read is null or { Precision: TimePrecision.Unknown };
        if (read is null or { Precision: TimePrecision.Unknown }) return false;
        if (First is not { } first) return read.End == last;
        return About ? read.Start >= first && read.End <= last && 2 * (read.End.DayNumber - read.Start.DayNumber + 1) >= last.DayNumber - first.DayNumber + 1 : read.Start == first && read.End == last;
    }

    /// <summary>A day, "FIRST/LAST", "~FIRST/LAST", "?/LAST" or "none"; several behind commas.</summary>
    public static DayAnswer[] Read(string words) => [.. words.Split(',').Select(One)];

    private static DayAnswer One(string words)
    {
        if (words == "none") return new DayAnswer(null, null, false);
        bool about = words[0] == '~';
        string[] ends = words.TrimStart('~').Split('/');
        return new DayAnswer(ends[0] == "?" ? null : Day(ends[0]), Day(ends[^1]), about);
    }

    private static DateOnly Day(string words) => DateOnly.ParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
