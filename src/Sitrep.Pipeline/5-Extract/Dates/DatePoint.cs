using System.Globalization;

namespace Sitrep.Pipeline.Extract.Dates;

internal enum Grain { Duration, Day, Week, Month, Season, Year, Decade, Span }

/// <summary>A date expression while it is put together.</summary>
/// <param name="Next">Index of the piece just past it.</param>
/// <param name="Value">TIMEX3 value, as in <see cref="Sitrep.Model.Record.DateMention"/>.</param>
internal readonly record struct DatePoint(int Next, string Value, Grain Grain)
{
    public bool HasTime => Value.Contains('T', StringComparison.Ordinal) && !IsRange;

    public bool IsRange => Value.Contains('/', StringComparison.Ordinal);

    /// <summary>Adds a time of day ("TNI", "T04:17") to a day; other values stay.</summary>
    public DatePoint At(string time, int next) => this with { Next = next, Value = Grain == Grain.Day && !HasTime && !IsRange ? Value + time : Value };

    /// <summary>The first, middle or last part of the period: days 1-10, 11-20 and from 21 of a month, thirds of a year, ends of a week.</summary>
    /// <param name="portion">START, MID or END.</param>
    public DatePoint Cut(string portion)
    {
        if (IsRange) return this;
        int third = portion switch { "START" => 0, "MID" => 1, _ => 2 };
        return Grain switch
        {
            Grain.Month => Between(third * 10 + 1, third == 2 ? LastDay() : (third + 1) * 10, "D2"),
            Grain.Year => Between(third * 4 + 1, third * 4 + 4, "D2"),
            Grain.Decade => this with { Value = Value + (third * 3 + (third == 0 ? 0 : 1)).ToString(CultureInfo.InvariantCulture) + "/" + Value + (third * 3 + 3).ToString(CultureInfo.InvariantCulture), Grain = Grain.Span },
            Grain.Week when Value.EndsWith("week", StringComparison.Ordinal) => third switch { 0 => Between(1, 3, "D1"), 1 => Between(3, 4, "D1"), _ => Between(4, 7, "D1") },
            Grain.Day when third == 0 => At("TMO", Next),
            Grain.Day when third == 2 => At("TNI", Next),
            _ => this,
        };
    }

    private DatePoint Between(int first, int last, string format) => this with
    {
        Value = string.Create(CultureInfo.InvariantCulture, $"{Value}-{first.ToString(format, CultureInfo.InvariantCulture)}/{Value}-{last.ToString(format, CultureInfo.InvariantCulture)}"),
        Grain = Grain.Span,
    };

    // 31 where the month is not known yet: the resolver stops at the month's last day.
    private int LastDay()
    {
        ReadOnlySpan<char> value = Value;
        if (value.Length != 7 || !int.TryParse(value[5..], CultureInfo.InvariantCulture, out int month) || month is < 1 or > 12) return 31;
        return DateTime.DaysInMonth(int.TryParse(value[..4], CultureInfo.InvariantCulture, out int year) && year > 0 ? year : 2000, month);
    }
}
