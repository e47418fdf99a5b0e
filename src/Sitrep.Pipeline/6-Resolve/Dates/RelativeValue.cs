using System.Globalization;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Resolve.Dates;

/// <summary>Values after <c>UNDEF-</c>: last-week, this-day, REF-day-MINUS-3, last-november, last-year-07-17.</summary>
internal static class RelativeValue
{
    private static readonly string[] DayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    private static readonly string[] MonthNames = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(name => name.ToLowerInvariant())];

    public static Interval? Resolve(string value, DateOnly anchor, Direction direction, bool isEnd)
    {
        string[] parts = value.Split('-');
        int at = parts[0] == "REF" ? 1 : 0;
        if (at >= parts.Length) return null;
        int step = parts[at] switch { "last" => -1, "this" => 0, "next" => 1, _ => int.MinValue };
        if (step != int.MinValue) at++;
        if (at >= parts.Length) return null;
        string unit = parts[at];
        ReadOnlySpan<string> rest = parts.AsSpan(at + 1);
        if (rest.Length == 2 && rest[0] is "MINUS" or "PLUS") return step is int.MinValue or 0 ? Counted(unit, rest[1], rest[0] == "PLUS" ? 1 : -1, anchor) : null;
        if (step == int.MinValue) return null;
        return Period(unit, step, rest, anchor, direction, isEnd)
            ?? Named(unit, step, rest, anchor, direction, isEnd);
    }

    private static Interval? Period(string unit, int step, ReadOnlySpan<string> rest, DateOnly anchor, Direction direction, bool isEnd)
    {
        if (unit == "week" && rest.Length == 1)
        {
            return Number(rest[0], 1) is >= 1 and <= 7 and int day ? Shifted(DateSpan.Monday(anchor) + (7 * step) + day - 1, 1, TimePrecision.Day) : null;
        }
        long month = DateSpan.MonthIndex(anchor) + step;
        if (unit == "month" && rest.Length == 1) return month is >= 12 and < 120_000 ? CalendarValue.DayOf((int)(month / 12), (int)(month % 12) + 1, Number(rest[0], 2), isEnd) : null;
        if (unit == "year" && rest.Length is 1 or 2) return anchor.Year + step is >= 1 and <= 9999 and int year ? CalendarValue.WithYear(string.Join('-', rest!), year, isEnd) : null;
        if (rest.Length > 0) return null;
        return unit switch
        {
            "day" => Shifted(anchor.DayNumber + step, 1, TimePrecision.Day),
            "week" => Shifted(DateSpan.Monday(anchor) + (7 * step), 7, TimePrecision.Week),
            "fortnight" => Shifted(DateSpan.Monday(anchor) + (14 * step), 14, TimePrecision.Days),
            "weekend" => Weekend(step, anchor, direction),
            "month" => DateSpan.Months(month, 1, TimePrecision.Month),
            "quarter" => DateSpan.Months((DateSpan.MonthIndex(anchor) / 3 * 3) + (3 * step), 3, TimePrecision.Month),
            "year" => DateSpan.Years(anchor.Year + step, 1),
            "decade" => DateSpan.Years((anchor.Year / 10 * 10) + (10 * step), 10),
            "century" => DateSpan.Years((anchor.Year / 100 * 100) + (100 * step), 100),
            _ => null,
        };
    }

    // last: wholly before the anchor; this: the running one, else the nearest by direction; next: wholly after.
    private static Interval? Weekend(int step, DateOnly anchor, Direction direction)
    {
        if (step == 0) return CalendarValue.Weekend(anchor, direction);
        long saturday = DateSpan.Monday(anchor) + 5;
        if (step < 0) return DateSpan.Days(saturday - 7, saturday - 6, TimePrecision.Days);
        if (saturday <= anchor.DayNumber) saturday += 7;
        return DateSpan.Days(saturday, saturday + 1, TimePrecision.Days);
    }

    private static Interval? Named(string name, int step, ReadOnlySpan<string> rest, DateOnly anchor, Direction direction, bool isEnd)
    {
        int weekday = Array.IndexOf(DayNames, name);
        if (weekday >= 0 && rest.Length == 0)
        {
            long day = DateSpan.Monday(anchor) + weekday;
            if (step < 0 && day >= anchor.DayNumber) day -= 7;
            if (step > 0 && day <= anchor.DayNumber) day += 7;
            return Shifted(day, 1, TimePrecision.Day);
        }
        int month = Array.IndexOf(MonthNames, name);
        if (month >= 0) return Month(month, step, rest, anchor, isEnd);
        if (CalendarValue.SeasonStart(name) is not (>= 0 and int start) || rest.Length > 0) return null;
        for (int n = -2; n <= 2; n++)
        {
            int year = step < 0 ? anchor.Year - n : anchor.Year + n;
            if (DateSpan.Months((year * 12L) + start, 3, TimePrecision.Month) is not { } season) continue;
            if (step < 0 ? season.End < anchor : step > 0 ? season.Start > anchor : season.End >= anchor && (direction == Direction.Future || season.Start <= anchor)) return season;
        }
        return step == 0 ? CalendarValue.WithYear(name, anchor.Year, isEnd: false) : null;
    }

    private static Interval? Month(int month, int step, ReadOnlySpan<string> rest, DateOnly anchor, bool isEnd)
    {
        int year = anchor.Year;
        if (step < 0 && month + 1 >= anchor.Month) year--;
        if (step > 0 && month + 1 <= anchor.Month) year++;
        if (rest.Length == 0) return DateSpan.Months((year * 12L) + month, 1, TimePrecision.Month);
        return rest.Length == 1 ? CalendarValue.DayOf(year, month + 1, Number(rest[0], 2), isEnd) : null;
    }

    private static Interval? Counted(string unit, string count, int sign, DateOnly anchor)
    {
        if (count == "X") return Vague(unit, sign, anchor);
        if (count.Length > 4 || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int n)) return null;
        long day = anchor.DayNumber;
        return unit switch
        {
            "second" or "minute" => Interval.Day(anchor),
            // Half a day and less may be the day itself; so much more may not.
            "hour" => Shifted(day + (sign * ((n + 11) / 24)), 1, TimePrecision.Day),
            "day" => Shifted(day + (sign * n), 1, TimePrecision.Day),
            "week" or "weekend" => Shifted(day + (sign * 7 * n) - 3, 7, TimePrecision.Week),
            "month" => DateSpan.Months(DateSpan.MonthIndex(anchor) + (sign * n), 1, TimePrecision.Month),
            "quarter" => DateSpan.Months((DateSpan.MonthIndex(anchor) / 3 * 3) + (sign * 3 * n), 3, TimePrecision.Month),
            "year" => DateSpan.Years(anchor.Year + (sign * n), 1),
            "decade" => DateSpan.Years(anchor.Year + (sign * 10 * n), 1),
            _ => null,
        };
    }

    // "days ago" is two to seven, "years ago" two to ten: what the next larger unit, or a round number, would replace.
    private static Interval? Vague(string unit, int sign, DateOnly anchor)
    {
        long day = anchor.DayNumber, month = DateSpan.MonthIndex(anchor);
        return unit switch
        {
            "second" or "minute" => Interval.Day(anchor),
            "hour" => Between(day, day + sign, TimePrecision.Days),
            "day" => Between(day + (sign * 2), day + (sign * 7), TimePrecision.Days),
            "week" => Between(day + (sign * 14), day + (sign * 49), TimePrecision.Month),
            "quarter" => sign < 0 ? DateSpan.Months(month - 24, 18, TimePrecision.Year) : DateSpan.Months(month + 6, 18, TimePrecision.Year),
            "month" => sign < 0 ? DateSpan.Months(month - 11, 10, TimePrecision.Year) : DateSpan.Months(month + 2, 10, TimePrecision.Year),
            "year" => sign < 0 ? DateSpan.Years(anchor.Year - 10, 9) : DateSpan.Years(anchor.Year + 2, 9),
            "decade" => sign < 0 ? DateSpan.Years(anchor.Year - 50, 31) : DateSpan.Years(anchor.Year + 20, 31),
            _ => null,
        };
    }

    private static Interval? Between(long one, long other, TimePrecision precision) => DateSpan.Days(Math.Min(one, other), Math.Max(one, other), precision);

    private static Interval? Shifted(long first, int days, TimePrecision precision) => DateSpan.Days(first, first + days - 1, precision);

    private static int Number(string digits, int length) =>
        digits.Length == length && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : -1;
}
