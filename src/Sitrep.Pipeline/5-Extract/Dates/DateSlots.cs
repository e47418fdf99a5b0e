using System.Globalization;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>What the slots of date patterns read: {weekday}, {month}, {unit}, {spell} and so on.</summary>
internal sealed class DateSlots(DateWords words, Spells spells)
{
    private static readonly string[] MonthNames = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(name => name.ToLowerInvariant())];
    private static readonly string[] DayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Names a table may use.</summary>
    public static readonly string[] Names = ["weekday", "weekdays", "month", "season", "part", "unit", "units", "spell", "year", "quarter", "ordinal", "nth", "modifier"];

    /// <summary>Reads a slot and adds what it held, under one name or several, to <paramref name="held"/>.</summary>
    /// <returns>Index just past it; -1 when it does not stand there.</returns>
    public int Read(string slot, Pieces p, int i, List<SlotValue> held)
    {
        switch (slot)
        {
            case "weekday" when words.WeekdayAt(p, i) is { } day && !(day.Short && p[day.Next - 1].Form != "."):
                held.Add(new SlotValue("weekday", DayNames[day.Day - 1]));
                held.Add(new SlotValue("weekday#", Invariant(day.Day)));
                return day.Next;
            case "weekdays" when p.Word(i) is [.. var name, 's'] && words.Weekday.TryGet(name, out string number):
                held.Add(new SlotValue("weekday#", number));
                return i + 1;
            case "month" when words.MonthAt(p, i) is { } month:
                held.Add(new SlotValue("month", MonthNames[month.Month - 1]));
                held.Add(new SlotValue("month#", month.Month.ToString("D2", CultureInfo.InvariantCulture)));
                return month.Next;
            case "season" when words.Season.TryGet(p.Word(i), out string season):
                held.Add(new SlotValue("season", season));
                return i + 1;
            case "part" when words.Part.TryGet(p.Word(i), out string part):
                held.Add(new SlotValue("part", part));
                return i + 1;
            case "unit" when words.Unit.TryGet(p.Word(i), out string unit) && !p.Word(i).EndsWith('s'):
                Hold(new Spell(i + 1, "1", unit, true), held);
                return i + 1;
            case "units" when spells.Read(p, i) is { Counted: false } bare:
                Hold(bare, held);
                return bare.Next;
            case "spell" when spells.Read(p, i) is { Counted: true } spell:
                Hold(spell, held);
                return spell.Next;
            case "modifier" when words.Modifier.TryMatch(p, i, out int past, out _):
                return past;
            case "year" when DateWords.YearAt(p, i) is >= 0 and int year:
                held.Add(new SlotValue("year", Invariant(year)));
                return i + 1;
            case "quarter" when Ordinal(p, i) is { Value: >= 1 and <= 4 } quarter:
                held.Add(new SlotValue("quarter", Invariant(quarter.Value)));
                return quarter.Next;
            case "nth" when p[i].IsNumber && Ordinal(p, i) is { } day:
                held.Add(new SlotValue("nth", day.Value.ToString("D2", CultureInfo.InvariantCulture)));
                return day.Next;
            case "ordinal" when Ordinal(p, i) is { } ordinal:
                held.Add(new SlotValue("ordinal", Invariant(ordinal.Value)));
                held.Add(new SlotValue("ordinal-1", Invariant(ordinal.Value - 1)));
                return ordinal.Next;
            default:
                return -1;
        }
    }

    private (int Value, int Next)? Ordinal(Pieces p, int i)
    {
        if (words.Ordinal.TryGet(p.Word(i), out string value)) return (int.Parse(value, CultureInfo.InvariantCulture), i + 1);
        return p[i].Small(31) is > 0 and int number && p[i + 1] is { IsWord: true, Glued: true, Lower: "st" or "nd" or "rd" or "th" } ? (number, i + 2) : null;
    }

    private static void Hold(Spell spell, List<SlotValue> held)
    {
        held.Add(new SlotValue("length", spell.Duration));
        held.Add(new SlotValue("count", spell.CountOfBaseUnits));
        held.Add(new SlotValue("unit", spell.Unit));
        held.Add(new SlotValue("base", spell.BaseUnit));
    }

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
