using Sitrep.Model.World;

namespace Sitrep.Pipeline.Resolve.Dates;

/// <summary>Day arithmetic that answers null outside the years 1 to 9999 instead of throwing.</summary>
internal static class DateSpan
{
    public static Interval? Days(long first, long last, TimePrecision precision) =>
        first >= 0 && last >= first && last <= DateOnly.MaxValue.DayNumber
            ? new Interval(DateOnly.FromDayNumber((int)first), DateOnly.FromDayNumber((int)last), precision) : null;

    public static Interval? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Interval.Day(new DateOnly(year, month, day)) : null;

    /// <summary>Whole months.</summary>
    /// <param name="index">Months since January of year 0.</param>
    public static Interval? Months(long index, int count, TimePrecision precision)
    {
        long last = index + count - 1;
        return index >= 12 && last < 10_000 * 12
            ? new Interval(First(index), First(last).AddDays(DateTime.DaysInMonth((int)(last / 12), (int)(last % 12) + 1) - 1), precision) : null;
    }

    public static Interval? Years(long first, int count) => Months(first * 12, count * 12, TimePrecision.Year);

    public static long MonthIndex(DateOnly day) => (day.Year * 12L) + day.Month - 1;

    /// <summary>Day number of the Monday of the week of <paramref name="day"/>.</summary>
    public static long Monday(DateOnly day) => day.DayNumber - (((int)day.DayOfWeek + 6) % 7);

    /// <summary>How exact an interval of this many days is.</summary>
    public static TimePrecision ByLength(int days) => days switch { 1 => TimePrecision.Day, <= 31 => TimePrecision.Days, <= 366 => TimePrecision.Month, _ => TimePrecision.Year };

    private static DateOnly First(long index) => new((int)(index / 12), (int)(index % 12) + 1, 1);
}
