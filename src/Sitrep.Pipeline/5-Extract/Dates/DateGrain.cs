using System.Globalization;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>How fine a value is: read from the value itself.</summary>
internal static class DateGrain
{
    private static readonly string[] MonthNames = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(name => name.ToLowerInvariant())];

    public static Grain Of(string value)
    {
        if (value.Contains('/', StringComparison.Ordinal) || value.EndsWith("_REF", StringComparison.Ordinal)) return Grain.Span;
        if (DatePoint.IsLength(value)) return Grain.Duration;
        int time = value.IndexOf('T', StringComparison.Ordinal);
        string[] parts = (time > 0 ? value[..time] : value).Split('-');
        string last = parts[^1];
        if (parts.Length > 2 && parts[^2] is "MINUS" or "PLUS") return parts[^3] == "day" ? Grain.Day : Grain.Span;
        if (parts[0] != "UNDEF") return OfCalendar(parts, last);
        string unit = parts[1] == "REF" ? parts[3 < parts.Length ? 3 : ^1] : parts[2];
        int after = parts.Length - 1 - Array.IndexOf(parts, unit);
        if (IsSeason(last)) return Grain.Season;
        return unit switch
        {
            "week" when after == 1 => Grain.Day,
            "week" or "weekend" or "fortnight" => Grain.Week,
            "month" => after == 1 ? Grain.Day : Grain.Month,
            "quarter" => Grain.Season,
            "year" => after switch { 0 => Grain.Year, 1 => Grain.Month, _ => Grain.Day },
            "decade" or "century" or "hour" or "minute" or "second" => Grain.Span,
            _ => Array.IndexOf(MonthNames, unit) >= 0 ? after == 0 ? Grain.Month : Grain.Day : Grain.Day,
        };
    }

    private static Grain OfCalendar(string[] parts, string last)
    {
        if (parts.Length == 1) return parts[0].Length switch { 4 => Grain.Year, 3 => Grain.Decade, _ => Grain.Span };
        if (IsSeason(last)) return Grain.Season;
        if (char.IsAsciiLetterLower(parts[1][0])) return parts[1] == "ramadan" ? Grain.Season : Grain.Day;
        if (parts[1].StartsWith('W')) return parts.Length == 2 || last == "WE" ? Grain.Week : Grain.Day;
        return parts.Length == 2 ? Grain.Month : Grain.Day;
    }

    private static bool IsSeason(string last) => last is "SP" or "SU" or "FA" or "WI" || (last.Length == 2 && last[0] is 'Q' or 'H');
}
