using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve.Dates;

namespace Sitrep.Eval.Times;

/// <summary>The product's date values, resolved against the report's days, in the spelling of TIMEX3 (TimeML 1.2.1).</summary>
internal static class TimexValue
{
    /// <returns>An unresolvable value stays as it is.</returns>
    public static string Of(string value, DateOnly? created, DateDiscourse discourse, Direction direction)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            (string first, string last) = (value[..slash], value[(slash + 1)..]);
            // "the past two years", "the coming days": as long as that, up to now or from now.
            string open = IsDuration(first) ? first : IsDuration(last) ? last : last == "PRESENT_REF" ? first : first == "PRESENT_REF" ? last : "";
            return Of(open.Length > 0 ? open : first, created, discourse, direction);
        }
        if (IsDuration(value)) return value;
        int time = value.IndexOf('T', StringComparison.Ordinal);
        string clock = time > 0 && !value.EndsWith("_REF", StringComparison.Ordinal) ? value[time..] : "", date = clock.Length > 0 ? value[..time] : value;
        return (date.EndsWith("_REF", StringComparison.Ordinal) ? date : Resolved(date, created, discourse, direction)) + clock;
    }

    private static bool IsDuration(string value) => value.Length > 1 && value[0] == 'P' && value[1] is 'T' or 'X' or (>= '0' and <= '9');

    private static string Resolved(string date, DateOnly? created, DateDiscourse discourse, Direction direction)
    {
        if (date.EndsWith("-X", StringComparison.Ordinal)) return date.Contains("PLUS", StringComparison.Ordinal) ? "FUTURE_REF" : "PAST_REF";
        if (discourse.InQuarters(date) is { } quarter) date = quarter;
        // Business news that names no quarter tells of the last whole one.
        DateOnly? anchor = discourse.AnchorOf(date) ?? (date.Contains("quarter", StringComparison.Ordinal) ? created?.AddMonths(-3) : created);
        if (anchor is not { } day || DateResolver.Resolve(new DateMention(new TextSpan(0, 0), "", date), day, direction) is not { } interval) return date;
        if (!date.Contains("MINUS", StringComparison.Ordinal)) discourse.Spoke(interval);
        return char.IsAsciiDigit(date[0]) ? date : Written(interval, date);
    }

    private static string Written(Interval interval, string date)
    {
        (DateOnly start, DateOnly end) = (interval.Start, interval.End);
        int days = end.DayNumber - start.DayNumber + 1;
        if (days == 1) return start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (days == 2 && start.DayOfWeek == DayOfWeek.Saturday) return Week(start) + "-WE";
        if (days == 7) return Week(start.AddDays(3));
        if (start.Day == 1 && end.AddDays(1).Day == 1)
        {
            int months = ((end.Year - start.Year) * 12) + end.Month - start.Month + 1;
            if (months == 1) return start.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            if (months == 3) return Invariant($"{start.Year:0000}-{Season(date) ?? Invariant($"Q{((start.Month - 1) / 3) + 1}")}");
            if (months == 6) return Invariant($"{start.Year:0000}-H{(start.Month / 7) + 1}");
            if (months == 12) return Invariant($"{start.Year:0000}");
            if (months == 120) return Invariant($"{start.Year / 10:000}");
            if (months == 1200) return Invariant($"{start.Year / 100:00}");
        }
        return start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string? Season(string date)
    {
        foreach ((string word, string code) in ((string, string)[])[("spring", "SP"), ("summer", "SU"), ("autumn", "FA"), ("fall", "FA"), ("winter", "WI")])
        {
            if (date.Contains(word, StringComparison.Ordinal) || date.EndsWith(code, StringComparison.Ordinal)) return code;
        }
        return null;
    }

    private static string Week(DateOnly day) => Invariant($"{ISOWeek.GetYear(day.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(day.ToDateTime(default)):00}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
