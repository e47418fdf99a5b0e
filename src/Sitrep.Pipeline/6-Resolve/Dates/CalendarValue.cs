using System.Globalization;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Resolve.Dates;

/// <summary>Calendar values with or without a year: 2017-11-09, XXXX-07, XXXX-WXX-4, 2014-SU, 199.</summary>
internal static class CalendarValue
{
    /// <summary>29 February comes back after eight years at most (1896, 1904).</summary>
    private const int LongestLeapGap = 8;

    /// <param name="isEnd">True when the value ends a range: a day past the end of its month then means that end.</param>
    public static Interval? Resolve(string value, DateOnly anchor, Direction direction, bool isEnd)
    {
        if (value.StartsWith("XXXX-WXX-", StringComparison.Ordinal)) return InWeek(value.AsSpan(9), anchor, direction == Direction.Either ? Direction.Past : direction);
        bool open = value.StartsWith("XXXX", StringComparison.Ordinal);
        ReadOnlySpan<char> rest = value.AsSpan();
        if (!open && value.Length == 3 && Number(rest, 3) is >= 0 and int decade) return DateSpan.Years(decade * 10L, 10);
        int year = 0;
        if (value.Length < 4 || (!open && (year = Number(rest[..4], 4)) < 1)) return null;
        rest = rest[4..];
        if (rest.Length == 0) return open ? null : DateSpan.Years(year, 1);
        if (rest[0] != '-') return null;
        rest = rest[1..];
        return open ? WithoutYear(rest, anchor, direction, isEnd) : WithYear(rest, year, isEnd);
    }

    /// <summary>What follows a year: MM, MM-DD, a season, H1, Q3.</summary>
    public static Interval? WithYear(ReadOnlySpan<char> rest, int year, bool isEnd)
    {
        if (rest.Length > 2 && char.IsAsciiLetterLower(rest[0])) return Holidays.In(year, rest);
        long january = year * 12L;
        if (SeasonStart(rest) is >= 0 and int season) return DateSpan.Months(january + season, 3, TimePrecision.Month);
        if (rest.Length == 2 && rest[0] is 'H' or 'Q' && rest[1] is >= '1' and <= '4')
        {
            int months = rest[0] == 'H' ? 6 : 3, part = rest[1] - '1';
            return months * part < 12 ? DateSpan.Months(january + (months * part), months, TimePrecision.Month) : null;
        }
        if (rest.Length < 2 || Number(rest[..2], 2) is not (>= 1 and <= 12 and int month)) return null;
        if (rest.Length == 2) return DateSpan.Months(january + month - 1, 1, TimePrecision.Month);
        return rest.Length == 5 && rest[2] == '-' ? DayOf(year, month, Number(rest[3..], 2), isEnd) : null;
    }

    /// <summary>A day of a month, cut to the month's last day where a range ends.</summary>
    public static Interval? DayOf(int year, int month, int day, bool isEnd) =>
        isEnd && day is > 28 and <= 31 && year is >= 1 and <= 9999 ? DateSpan.Day(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))) : DateSpan.Day(year, month, day);

    /// <summary>First month of a season, from 0; -1 when it is none. Northern: newsrooms that name seasons mostly are.</summary>
    // Winter begins in December of the year it is named by ("winter of 2016-17" is 2016-WI).
    public static int SeasonStart(ReadOnlySpan<char> season) => season switch { "SP" => 2, "SU" => 5, "FA" => 8, "WI" => 11, _ => -1 };

    /// <summary>Days within which a day without a year lies ahead, where the last such day lies longer back than <see cref="FarBack"/>.</summary>
    // Nobody leaves the year out of a day of eight months ago; "the Dec. 5 deadline" in a report of November is the one to come.
    private const int NearAhead = 92, FarBack = 240;

    /// <summary>Days after which a day, or the end of a quarter, without a year still means the one that passed, even in a sentence that looks ahead.</summary>
    // A deadline that has just passed is not next year's, and results of a quarter are told in the weeks after it.
    private const int DayPassed = 31, QuarterPassed = 60;

    private static Interval? WithoutYear(ReadOnlySpan<char> rest, DateOnly anchor, Direction direction, bool isEnd)
    {
        bool either = direction == Direction.Either;
        if (either) direction = Direction.Past;
        if (rest.Length == 5 && rest.StartsWith("XX-", StringComparison.Ordinal)) return DayOfMonth(Number(rest[3..], 2), anchor, direction);
        if (rest.Length == 5 || rest.StartsWith("Q", StringComparison.Ordinal))
        {
            (Interval? back, Interval? ahead) = (Nearest(rest, anchor, Direction.Past, isEnd), Nearest(rest, anchor, Direction.Future, isEnd));
            (int sinceBack, int untilAhead) = (back is null ? int.MaxValue : anchor.DayNumber - back.End.DayNumber, ahead is null ? int.MaxValue : ahead.Start.DayNumber - anchor.DayNumber);
            if (either && rest.Length == 5 && sinceBack > FarBack && untilAhead is > 1 and <= NearAhead) return ahead;
            if (direction == Direction.Future && sinceBack > 0 && sinceBack <= (rest.Length == 5 ? DayPassed : QuarterPassed)) return back;
        }
        // Which of the two, only the time of year tells.
        if (rest is "eid" && Nearest("eidfitr", anchor, direction, isEnd) is { } fitr && Nearest("eidadha", anchor, direction, isEnd) is { } adha) return fitr.Start > adha.Start == (direction == Direction.Past) ? fitr : adha;
        return Nearest(rest, anchor, direction, isEnd);
    }

    /// <summary>The latest up to the anchor, or the first from it on.</summary>
    private static Interval? Nearest(ReadOnlySpan<char> rest, DateOnly anchor, Direction direction, bool isEnd)
    {
        int step = direction == Direction.Past ? -1 : 1;
        // Look from the far side inwards, so that the first that fits is the nearest. Days may lie one past the anchor: time zones.
        for (int n = 0; n <= LongestLeapGap + 1; n++)
        {
            int year = anchor.Year + (direction == Direction.Past ? 1 : -1) + (step * n);
            if (WithYear(rest, year, isEnd) is not { } candidate) continue;
            bool fits = direction == Direction.Past
                ? candidate.Start.DayNumber <= anchor.DayNumber + (candidate.Precision == TimePrecision.Day ? 1 : 0)
                : candidate.End >= anchor;
            if (fits) return candidate;
        }
        return null;
    }

    private static Interval? DayOfMonth(int day, DateOnly anchor, Direction direction)
    {
        long month = DateSpan.MonthIndex(anchor);
        for (int n = -1; n <= 2; n++)   // a 31st is at most two months away
        {
            long index = direction == Direction.Past ? month - n : month + n;
            if (index < 12 || index >= 10_000 * 12 || DateSpan.Day((int)(index / 12), (int)(index % 12) + 1, day) is not { } candidate) continue;
            if (direction == Direction.Past ? candidate.Start.DayNumber <= anchor.DayNumber + 1 : candidate.Start >= anchor) return candidate;
        }
        return null;
    }

    private static Interval? InWeek(ReadOnlySpan<char> rest, DateOnly anchor, Direction direction)
    {
        long monday = DateSpan.Monday(anchor);
        if (rest is "WE") return Weekend(anchor, direction);
        if (rest.Length != 1 || rest[0] is < '1' or > '7') return null;
        long day = monday + rest[0] - '1';
        if (direction == Direction.Past && day > anchor.DayNumber) day -= 7;
        if (direction == Direction.Future && day < anchor.DayNumber) day += 7;
        return DateSpan.Days(day, day, TimePrecision.Day);
    }

    /// <summary>The weekend that runs, else the latest or the next.</summary>
    public static Interval? Weekend(DateOnly anchor, Direction direction)
    {
        long saturday = DateSpan.Monday(anchor) + 5;
        if (direction == Direction.Past && saturday > anchor.DayNumber) saturday -= 7;
        return DateSpan.Days(saturday, saturday + 1, TimePrecision.Days);
    }

    private static int Number(ReadOnlySpan<char> digits, int length) =>
        digits.Length == length && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : -1;
}
