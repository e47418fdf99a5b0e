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
        "quarter" => $"P{Times(3)}M",
        "year" => $"P{Count}Y",
        "decade" => $"P{Times(10)}Y",
        _ => $"P{Count}D",
    };

    private string Times(int factor) => int.TryParse(Count, CultureInfo.InvariantCulture, out int n) ? (n * factor).ToString(CultureInfo.InvariantCulture) : "X";
}

/// <summary>Spells of time and what is counted from them: "three days", "three days ago", "a week later".</summary>
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
        else if (words.Numbers.Read(p, i) is { } number && number.Whole is > 0 and < 1000) (count, next) = (number.Whole.ToString(CultureInfo.InvariantCulture), number.Next);
        else if (p.IsAny(i, "a", "an")) (count, next) = ("1", i + 1);
        else return null;
        if (p[next].IsHyphen || (count == "2" && p.Is(next - 1, "couple") && p.Is(next, "of"))) next++;
        if (!words.Unit.Has(p.Word(next)) && p.Word(next) is "more" or "full" or "straight" or "consecutive" or "long" or "whole" or "successive" or "short" or "hour" or "hard" or "other") next++;
        if (!words.Unit.TryGet(p.Word(next), out string unit) || unit == "weekend") return null;
        bool age = p[next + 1].IsHyphen ? p.Is(next + 2, "old") || p.Is(next + 2, "olds") : p.Is(next + 1, "old") || (p.Is(next + 1, "of") && p.Is(next + 2, "age"));
        return age ? null : new Spell(next + 1, count, unit, true);
    }

    /// <summary>"three days ago", "weeks earlier", "a day later", "two days from now".</summary>
    public DatePoint? Counted(Pieces p, int i)
    {
        if (Read(p, i) is not { } spell) return null;
        string shift = p.Word(spell.Next) switch
        {
            "ago" or "back" when p.Word(spell.Next) == "ago" || spell.Counted => "UNDEF-this-{0}-MINUS-{1}",
            "earlier" or "previously" or "beforehand" or "prior" => "UNDEF-REF-{0}-MINUS-{1}",
            "later" or "afterwards" or "afterward" => "UNDEF-REF-{0}-PLUS-{1}",
            "before" when IsEnd(p, spell.Next + 1) => "UNDEF-REF-{0}-MINUS-{1}",
            "after" when IsEnd(p, spell.Next + 1) => "UNDEF-REF-{0}-PLUS-{1}",
            "hence" => "UNDEF-this-{0}-PLUS-{1}",
            "from" when p.Is(spell.Next + 1, "now") => "UNDEF-this-{0}-PLUS-{1}",
            _ => "",
        };
        if (shift.Length == 0) return null;
        (string unit, string count) = spell.Unit switch
        {
            "fortnight" => ("week", Times(spell.Count, 2)),
            "quarter" => ("month", Times(spell.Count, 3)),
            _ => (spell.Unit, spell.Count),
        };
        string value = shift.Replace("{0}", unit, StringComparison.Ordinal).Replace("{1}", count, StringComparison.Ordinal);
        return new DatePoint(p.Is(spell.Next, "from") ? spell.Next + 2 : spell.Next + 1, value, unit == "day" ? Grain.Day : Grain.Span);
    }

    /// <summary>A spell that places nothing by itself: "for three days", "nine-month".</summary>
    public DatePoint? Length(Pieces p, int i)
    {
        if (Read(p, i) is not { } spell) return null;
        bool article = p.IsAny(i, "a", "an") && !p.IsAny(i + 1, "few", "couple");
        bool one = spell.Count == "1" && !p[i].IsNumber;
        if ((article || one || !spell.Counted) && !words.BeforeDuration.Has(p.Word(i - 1))) return null;
        if (spell.Unit == "quarter") return null;   // a fourth, far more often than three months
        if (spell.Unit == "second" && !p.Word(spell.Next - 1).EndsWith('s')) return null;
        // "10 attacks a day", "more than one day a week" are rates
        return article && p.Word(i - 1) is "about" or "every" ? null : new DatePoint(spell.Next, spell.Duration, Grain.Duration);
    }

    private static bool IsEnd(Pieces p, int i) => p[i].Kind is PieceKind.None || (p[i].Kind == PieceKind.Mark && p[i].Form is "." or "," or ";" or ":" or ")" or "!" or "?" or "\"" or "”");

    private static string Times(string count, int factor) => int.TryParse(count, CultureInfo.InvariantCulture, out int n) ? (n * factor).ToString(CultureInfo.InvariantCulture) : count;
}
