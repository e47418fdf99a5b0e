using System.Collections.Immutable;
using System.Globalization;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>Kind of a time expression: the attribute <c>type</c> of TIMEX3 (TimeML 1.2.1).</summary>
public enum TimexType
{
    /// <summary>A day or something longer: "Thursday", "last week", "now".</summary>
    Date,
    /// <summary>A time or part of a day: "Thursday night", "4 p.m.".</summary>
    Time,
    /// <summary>A length: "three days".</summary>
    Duration,
    /// <summary>Something that comes back: "every Friday", "daily".</summary>
    Set,
}

internal enum Grain { Duration, Day, Week, Month, Season, Year, Decade, Span }

/// <summary>One TIMEX3 of an expression, which may have several ("from Monday to Thursday") or more words than its TIMEX3 ("since Monday").</summary>
/// <param name="First">Index of its first piece.</param>
/// <param name="Next">Index of the piece just past it.</param>
internal readonly record struct DatePart(int First, int Next, string Value, TimexType Type);

/// <summary>A date expression while it is put together.</summary>
/// <param name="Next">Index of the piece just past it.</param>
/// <param name="Value">TIMEX3 value, as in <see cref="Sitrep.Model.Record.DateMention"/>.</param>
internal readonly record struct DatePoint(int Next, string Value, Grain Grain)
{
    /// <summary>TIMEX3 value where it says less than <see cref="Value"/>: the whole month of "early May", the length of "the past two years".</summary>
    public string? Timex { get; init; }

    /// <summary>What TIMEX3 would mark; default where that is the whole expression.</summary>
    public ImmutableArray<DatePart> Parts { get; init; }

    public bool IsSet { get; init; }

    public bool HasTime => Value.Contains('T', StringComparison.Ordinal) && !IsRange && !Value.EndsWith("_REF", StringComparison.Ordinal);

    public bool IsRange => Value.Contains('/', StringComparison.Ordinal);

    /// <param name="first">Index of the first piece.</param>
    public ImmutableArray<DatePart> PartsFrom(int first) => Parts.IsDefault ? [Part(first)] : Parts;

    /// <summary>The whole expression as one TIMEX3.</summary>
    public DatePart Part(int first)
    {
        string value = Timex ?? Value;
        bool time = value.Contains('T', StringComparison.Ordinal) && !value.EndsWith("_REF", StringComparison.Ordinal);
        TimexType type = IsSet ? TimexType.Set : IsLength(value) ? TimexType.Duration : time && !value.Contains('/', StringComparison.Ordinal) ? TimexType.Time : TimexType.Date;
        return new DatePart(first, Next, value, type);
    }

    public static bool IsLength(string value) => value.Length > 1 && value[0] == 'P' && value[1] is 'T' or 'X' or (>= '0' and <= '9');

    /// <summary>Adds a time of day ("TNI", "T04:17") to a day; other values stay.</summary>
    public DatePoint At(string time, int next) => this with { Next = next, Value = Grain == Grain.Day && !HasTime && !IsRange ? Value + time : Value, Timex = null };

    /// <summary>The first, middle or last part of the period: days 1-10, 11-20 and from 21 of a month, thirds of a year, ends of a week. To TIMEX3 it is the period.</summary>
    /// <param name="portion">START, MID or END.</param>
    public DatePoint Cut(string portion)
    {
        if (IsRange) return this;
        int third = portion switch { "START" => 0, "MID" => 1, _ => 2 };
        DatePoint cut = Grain switch
        {
            Grain.Month => Between(third * 10 + 1, third == 2 ? LastDay() : (third + 1) * 10, "D2"),
            Grain.Year when !Value.StartsWith('P') => Between(third * 4 + 1, third * 4 + 4, "D2"),
            Grain.Decade => this with { Value = Value + (third * 3 + (third == 0 ? 0 : 1)).ToString(CultureInfo.InvariantCulture) + "/" + Value + (third * 3 + 3).ToString(CultureInfo.InvariantCulture), Grain = Grain.Span },
            Grain.Week when Value.EndsWith("week", StringComparison.Ordinal) => third switch { 0 => Between(1, 3, "D1"), 1 => Between(3, 4, "D1"), _ => Between(4, 7, "D1") },
            Grain.Day when third == 0 => At("TMO", Next),
            Grain.Day when third == 2 => At("TNI", Next),
            _ => this,
        };
        return cut with { Timex = Timex ?? Value };
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
