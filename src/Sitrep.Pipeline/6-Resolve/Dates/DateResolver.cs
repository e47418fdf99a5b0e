using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Resolve.Dates;

/// <summary>Which way an underspecified date looks from its anchor; read from the tense of its clause.</summary>
public enum Direction
{
    /// <summary>The latest such day up to the anchor ("on Thursday" with a past verb).</summary>
    Past,
    /// <summary>The first such day from the anchor on ("on Thursday" with "will").</summary>
    Future,
    /// <summary>No tense says: the past, but a day without a year may lie just ahead ("payable Dec. 5" told in November).</summary>
    Either,
}

/// <summary>Underspecified TIMEX3 values → intervals, counted from an anchor day.</summary>
public static class DateResolver
{
    /// <summary>Characters in the longest value the finder makes; longer ones are not dates.</summary>
    private const int LongestValue = 80;

    private const string Present = "PRESENT_REF";

    /// <returns>Null when the value names no time that can be placed (a bare duration, a set).</returns>
    public static Interval? Resolve(DateMention mention, DateOnly anchor, Direction direction)
    {
        if (mention.Shift != 0) return Resolve(mention with { Shift = 0 }, anchor, direction) is { } other ? other with { Start = other.Start.AddDays(mention.Shift), End = other.End.AddDays(mention.Shift) } : null;
        string value = mention.Value;
        if (value.Length is 0 or > LongestValue) return null;
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (direction == Direction.Either && !value.StartsWith("XXXX-", StringComparison.Ordinal) | slash >= 0) direction = Direction.Past;
        return slash < 0 ? Single(value, anchor, direction, isEnd: false) : Range(value[..slash], value[(slash + 1)..], anchor, direction);
    }

    private static Interval? Single(string value, DateOnly anchor, Direction direction, bool isEnd)
    {
        if (value == Present) return Interval.Day(anchor);
        if (value.Length == 0 || value[0] == 'P') return null;
        int time = value.IndexOf('T', StringComparison.Ordinal);
        string date = time < 0 ? value : value[..time];
        Interval? day = date.StartsWith("UNDEF-", StringComparison.Ordinal)
            ? RelativeValue.Resolve(date["UNDEF-".Length..], anchor, direction, isEnd) : CalendarValue.Resolve(date, anchor, direction, isEnd);
        bool clock = time >= 0 && time + 1 < value.Length && char.IsAsciiDigit(value[time + 1]);
        return clock && day is { Precision: TimePrecision.Day } ? day with { Precision = TimePrecision.Time } : day;
    }

    private static Interval? Range(string first, string last, DateOnly anchor, Direction direction)
    {
        if (first.StartsWith('P') && first != Present) return Single(last, anchor, direction, isEnd: true) is { } end ? Length(first, end.End, -1) : null;
        if (last.StartsWith('P') && last != Present) return Single(first, anchor, direction, isEnd: false) is { } begin ? Length(last, begin.Start, 1) : null;
        bool openBefore = first == Present, openAfter = last == Present;
        Interval? from, to;
        if (direction == Direction.Future && !openAfter)
        {
            to = Single(last, anchor, direction, isEnd: true);
            from = to is null ? null : Single(first, IsOpen(first) ? to.Start : anchor, IsOpen(first) ? Direction.Past : direction, isEnd: false);
        }
        else
        {
            from = Single(first, anchor, openBefore ? Direction.Future : Direction.Past, isEnd: false);
            to = from is null ? null : Single(last, IsOpen(last) ? from.Start : anchor, IsOpen(last) || openBefore ? Direction.Future : Direction.Past, isEnd: true);
            // "from Monday to Thursday", told on Tuesday of what is past: the week before.
            if (to is not null && from is not null && to.Start > anchor && first.StartsWith("XXXX-W", StringComparison.Ordinal) && from.Start.DayNumber >= 7)
            {
                (from, to) = (DateSpan.Days(from.Start.DayNumber - 7, from.End.DayNumber - 7, from.Precision), DateSpan.Days(to.Start.DayNumber - 7, to.End.DayNumber - 7, to.Precision));
            }
        }
        if (from is null || to is null || to.End < from.Start) return null;
        TimePrecision byLength = DateSpan.ByLength(to.End.DayNumber - from.Start.DayNumber + 1);
        TimePrecision coarser = from.Precision > to.Precision ? from.Precision : to.Precision;
        return new Interval(from.Start, to.End, coarser > byLength && coarser != TimePrecision.Unknown ? coarser : byLength);
    }

    private static bool IsOpen(string value) => value.StartsWith("XXXX", StringComparison.Ordinal);

    // ISO 8601 durations of one unit, as the finder makes them. X, a vague count, stands for a week of days ("recent days"),
    // four weeks, six months or five years: chosen by us, wide enough to hold what is meant.
    private static Interval? Length(string duration, DateOnly fixedEnd, int sign)
    {
        bool hours = duration.StartsWith("PT", StringComparison.Ordinal);
        ReadOnlySpan<char> rest = duration.AsSpan(hours ? 2 : 1);
        if (rest.Length is < 2 or > 5) return null;
        char unit = rest[^1];
        bool vague = rest[..^1] is "X";
        int count = 0;
        if (!vague && !int.TryParse(rest[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out count)) return null;
        if (hours) return DaysFrom(fixedEnd, sign * (unit == 'H' ? vague ? 1 : (count + 23) / 24 : 1), TimePrecision.Days);
        return unit switch
        {
            'D' => DaysFrom(fixedEnd, sign * (vague ? 7 : count), vague ? TimePrecision.Week : TimePrecision.Days),
            'W' => DaysFrom(fixedEnd, sign * (vague ? 28 : count * 7), count == 1 ? TimePrecision.Week : TimePrecision.Days),
            'Q' => MonthsFrom(fixedEnd, sign * (vague ? 3 : count) * 3, TimePrecision.Month),
            'M' => MonthsFrom(fixedEnd, sign * (vague ? 6 : count), TimePrecision.Month),
            'Y' => MonthsFrom(fixedEnd, sign * (vague ? 5 : count) * 12, TimePrecision.Year),
            _ => null,
        };
    }

    private static Interval? DaysFrom(DateOnly day, int days, TimePrecision precision) =>
        DateSpan.Days(day.DayNumber + Math.Min(days, 0), day.DayNumber + Math.Max(days, 0), precision);

    private static Interval? MonthsFrom(DateOnly day, int months, TimePrecision precision)
    {
        long target = DateSpan.MonthIndex(day) + months;
        if (DateSpan.Months(target, 1, precision) is not { } month) return null;
        DateOnly other = month.Start.AddDays(Math.Min(day.Day, month.End.Day) - 1);
        return months < 0 ? new Interval(other, day, precision) : new Interval(day, other, precision);
    }
}
