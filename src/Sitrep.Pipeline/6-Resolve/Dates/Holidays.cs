using System.Globalization;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Resolve.Dates;

/// <summary>Days that move from year to year, by the codes of <c>data/dates-patterns.tsv</c>: <c>easter</c>, <c>eidfitr</c>, <c>thanksgiving</c>.</summary>
// Muslim months begin with the sighting of the moon and may differ by a day from country to country; Umm al-Qura is the civil calendar of Saudi Arabia.
internal static class Holidays
{
    private static readonly UmAlQuraCalendar Hijri = new();

    /// <summary>The feast in a year of the common calendar; the first where there are two.</summary>
    public static Interval? In(int year, ReadOnlySpan<char> code) => code switch
    {
        "easter" => Around(year, 0, 1),
        "goodfriday" => Around(year, -2, 1),
        "palmsunday" => Around(year, -7, 1),
        "holyweek" => Around(year, -7, 7),
        "orthodoxeaster" => Shifted(JulianEaster(year), 0, 1),
        "thanksgiving" => Shifted(Nth(year, 11, DayOfWeek.Thursday, 4), 0, 1),
        "eidfitr" => Moon(year, 10, 1, 3),
        "eidadha" => Moon(year, 12, 10, 4),
        "ashura" => Moon(year, 1, 10, 1),
        "ramadan" => Moon(year, 9, 1, 30),
        _ => null,
    };

    private static Interval? Around(int year, int shift, int days) => Shifted(Easter(year), shift, days);

    private static Interval? Shifted(DateOnly? day, int shift, int days) =>
        day is { } feast ? DateSpan.Days((long)feast.DayNumber + shift, (long)feast.DayNumber + shift + days - 1, DateSpan.ByLength(days)) : null;

    /// <summary>Gregorian Easter (Meeus, Astronomical Algorithms, 1991, chapter 8).</summary>
    private static DateOnly? Easter(int year)
    {
        if (year is < 1583 or > 9999) return null;
        int a = year % 19, b = year / 100, c = year % 100;
        int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int month = (h + l - (7 * m) + 114) / 31, day = ((h + l - (7 * m) + 114) % 31) + 1;
        return new DateOnly(year, month, day);
    }

    /// <summary>Easter of the eastern churches: Julian (Meeus, as above), as a day of the common calendar from 1900 to 2099.</summary>
    private static DateOnly? JulianEaster(int year)
    {
        if (year is < 1900 or > 2099) return null;
        int d = ((19 * (year % 19)) + 15) % 30, e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        return new DateOnly(year, (d + e + 114) / 31, ((d + e + 114) % 31) + 1).AddDays(13);
    }

    private static DateOnly? Nth(int year, int month, DayOfWeek day, int nth) =>
        year is < 1 or > 9999 ? null : new DateOnly(year, month, 1 + (((int)day - (int)new DateOnly(year, month, 1).DayOfWeek + 7) % 7) + (7 * (nth - 1)));

    private static Interval? Moon(int year, int month, int day, int days)
    {
        if (year is < 1901 or > 2076) return null;   // what the calendar knows
        int first = Hijri.GetYear(new DateTime(year, 1, 1));
        for (int hijri = first; hijri <= first + 1; hijri++)
        {
            DateTime start = Hijri.ToDateTime(hijri, month, day, 0, 0, 0, 0);
            if (start.Year == year) return Shifted(DateOnly.FromDateTime(start), 0, days);
        }
        return null;
    }
}
