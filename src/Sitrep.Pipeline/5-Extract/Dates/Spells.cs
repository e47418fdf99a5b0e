using System.Globalization;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>A number of units: "three days", "a few weeks".</summary>
/// <param name="Count">The number, or X where it is vague.</param>
/// <param name="Unit">Singular: "day".</param>
/// <param name="Counted">False for a bare plural: "days".</param>
internal readonly record struct Spell(int Next, string Count, string Unit, bool Counted)
{
    /// <summary>ISO 8601 duration, X for a vague count: P3D, PT2H, PXW.</summary>
    public string Duration => Unit switch
    {
        "second" => $"PT{Count}S",
        "minute" => $"PT{Count}M",
        "hour" => $"PT{Count}H",
        "week" => $"P{Count}W",
        "fortnight" => $"P{Times(2)}W",
        "month" => $"P{Count}M",
        "quarter" => $"P{Count}Q",
        "year" => $"P{Count}Y",
        "decade" => $"P{Times(10)}Y",
        "century" => Count == "X" ? "PXC" : $"P{Times(100)}Y",
        _ => $"P{Count}D",
    };

    /// <summary>The unit in which dates are counted: weeks for fortnights.</summary>
    public string BaseUnit => Unit == "fortnight" ? "week" : Unit;

    public string CountOfBaseUnits => Unit == "fortnight" ? Times(2) : Count;

    private string Times(int factor) => int.TryParse(Count, CultureInfo.InvariantCulture, out int n) ? (n * factor).ToString(CultureInfo.InvariantCulture) : "X";
}

/// <summary>Spells of time: "three days", "a few weeks", "nine-month".</summary>
internal sealed class Spells(DateWords words)
{
    public Spell? Read(Pieces p, int i)
    {
        if (p[i].Glued && p[i - 1].Form is not ("(" or "\"" or "“" or "‘" or "'" or "-" or "–" or "—" or "[")) return null;
        string count = "X";
        int next = i;
        if (words.Unit.TryGet(p.Word(i), out string bare)) return p.Word(i).EndsWith('s') && bare != "weekend" ? new Spell(i + 1, count, bare, false) : null;
        if (p.IsAny(i, "a", "the") && p.Is(i + 1, "few")) next = i + 2;
        else if (p.Is(i, "couple") || (p.Is(i, "a") && p.Is(i + 1, "couple"))) (count, next) = ("2", p.Is(i, "a") ? i + 2 : i + 1);
        else if (words.Vague.Has(p.Word(i))) next = i + 1;
        else if (words.Numbers.Read(p, i) is { } number && number.Whole is > 0 and < 1000) (count, next) = (number.Whole.ToString(CultureInfo.InvariantCulture), PastSecond(p, number));
        else if (p.IsAny(i, "a", "an")) (count, next) = ("1", i + 1);
        else return null;
        if (p[next].IsHyphen || (count == "2" && p.Is(next - 1, "couple") && p.Is(next, "of"))) next++;
        if (!words.Unit.Has(p.Word(next)) && words.SpellAdjective.Has(p.Word(next))) next++;
        if (!words.Unit.TryGet(p.Word(next), out string unit) || unit == "weekend") return null;
        bool age = p[next + 1].IsHyphen ? p.Is(next + 2, "old") || p.Is(next + 2, "olds") : p.Is(next + 1, "old") || (p.Is(next + 1, "of") && p.Is(next + 2, "age"));
        return age ? null : new Spell(next + 1, count, unit, true);
    }

    // "two to three weeks", "12 or 18 months", "5-10 days": the first number is the value
    private int PastSecond(Pieces p, ReadNumber first) =>
        (p.IsAny(first.Next, "to", "or") || p[first.Next].IsHyphen) && words.Numbers.Read(p, first.Next + 1) is { } second && second.Value > first.Value && words.Unit.Has(p.Word(p[second.Next].IsHyphen ? second.Next + 1 : second.Next)) ? second.Next : first.Next;

    /// <summary>A spell that places nothing by itself: "for three days", "nine-month", "nearly two years", "the first nine months".</summary>
    public DatePoint? Length(Pieces p, int i)
    {
        int at = words.Modifier.TryMatch(p, i, out int past, out _) ? past : i;
        bool the = p.Is(at, "the");
        int number = the ? at + 1 : at;
        if (the && words.SpellOpener.Has(p.Word(number))) number++;
        if (number > i && Read(p, number) is { Counted: true } told && !IsHyphened(p, number, told.Next) && !(the && p.IsAny(number, "a", "an")) && p.Word(told.Next - 1).EndsWith('s') | !the && IsLength(told, p)) return new DatePoint(told.Next, told.Duration, Grain.Duration);
        if (number > i) return null;
        if (Read(p, i) is not { } spell) return null;
        bool article = p.IsAny(i, "a", "an") && !p.IsAny(i + 1, "few", "couple");
        bool one = spell.Count == "1" && !p[i].IsNumber;
        if ((article || one || !spell.Counted) && !words.BeforeDuration.Has(p.Word(i - 1)) && !IsHyphened(p, i, spell.Next)) return null;
        if (!IsLength(spell, p)) return null;
        // "10 attacks a day", "more than one day a week" are rates
        return article && p.Word(i - 1) is "about" or "every" ? null : new DatePoint(spell.Next, spell.Duration, Grain.Duration);
    }

    // A quarter is a fourth far more often than three months, a second far more often an ordinal.
    private static bool IsLength(Spell spell, Pieces p) => p.Word(spell.Next - 1).EndsWith('s') ? spell.Unit != "quarter" || !p[spell.Next - 2].IsHyphen : spell.Unit is not ("quarter" or "second");

    private static bool IsHyphened(Pieces p, int first, int next)
    {
        for (int i = first; i < next; i++) if (p[i].IsHyphen) return true;
        return false;
    }
}
