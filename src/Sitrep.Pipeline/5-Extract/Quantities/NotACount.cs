using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Quantities;

/// <summary>Numbers that count no people and no things: measures, money, ages, labels, ordinals, scores, parts of names.</summary>
internal sealed class NotACount(QuantityWords words)
{
    private const int LongestUngrouped = 6;

    /// <summary>The number from piece <paramref name="i"/> up to <paramref name="next"/> is not a count, whatever qualifies it.</summary>
    public bool Is(Pieces p, int i, int next) =>
        IsMoney(p, i, next) || IsMeasured(p, next) || IsAge(p, i, next) || IsCode(p, i, next) || IsLabelled(p, i, next) || IsFraction(p, i, next) || IsSize(p, i, next);

    // "a town of 43,700 inhabitants": how large it is, and nothing that befell them.
    private static bool IsSize(Pieces p, int i, int next) => p.Is(i - 1, "of") && p.IsAny(i - 2, "town", "city") && p.IsAny(next, "inhabitants", "residents") || p.Is(i - 1, "of") && p.IsAny(i - 2, "village", "community") && p.IsAny(next, "inhabitants", "residents");

    /// <summary>The "m" of "2.5m people", which metres are not.</summary>
    public bool IsMillions(Pieces p, int i) => p.Is(i, "m") && p[i].Glued && p[i - 1].IsNumber && words.Person.Has(p.Word(i + 1));

    private bool IsMoney(Pieces p, int i, int next) =>
        p[i - 1].Form is "$" or "€" or "£" or "¥" or "₹" or "₽" or "₦" or "₪" or "₩" or "#"
        || (words.Currency.Contains(p[i - 1].Form) && p[i].IsNumber && (p[i - 1].Form != "US" || p[i].Glued))
        || (p[i - 1].Form == "." && p[i - 2].Form == "Rs")
        || p[next].Form is "$" or "€" or "£" or "¥" or "₹";

    /// <summary>"30 km", "7.8-magnitude", "two more weeks", "10 Sudanese pounds", "three times", "50%".</summary>
    public bool IsMeasured(Pieces p, int next)
    {
        if (p[next].Form is "%" or "°" or "º" or "′" or "″" or "‰") return true;
        if (p[next].Form is "'" or "\"" && p[next].Glued && p[next - 1].IsNumber && (p[next + 1].IsNumber || p[next + 1].Form is "N" or "S" or "E" or "W")) return true;
        int at = p[next].IsHyphen ? next + 1 : next;
        if (p.Is(at, "per") && p.Is(at + 1, "cent")) return true;
        if (p.Is(at, "of") && p.Is(at + 1, "a") && words.Numbers.Read(p, at + 1) is not null) return true;   // "a quarter of a million"
        if (!p[at].IsWord) return false;
        if (IsMillions(p, at)) return false;
        if (words.Measure.Has(p.Word(at))) return !IsPlainWord(p, at);
        bool adjective = words.MeasureAdjective.Has(p.Word(at)) || p.Word(at) is "us";
        return (adjective || p[at].IsCapital) && words.Measure.Has(p.Word(at + 1)) && !IsPlainWord(p, at + 1);
    }

    // "12 in", "3 am", "5 m": a short unit is a unit only in digits; "a" and "o" are glued.
    private bool IsPlainWord(Pieces p, int at)
    {
        string word = p.Word(at);
        if (words.MeasurePlain.Has(word)) return !p[at - 1].IsHyphen && p[at - 1].IsNumber;
        if (word == "o") return !(p[at + 1].Kind == PieceKind.Mark && p.Is(at + 2, "clock"));
        return word.Length == 1 && !(p[at].Glued || p[at - 1].IsNumber);
    }

    private bool IsAge(Pieces p, int i, int next)
    {
        if (words.AgeCue.Has(p.Word(i - 1)) || (p.IsAny(i - 1, "between", "from") && words.AgeCue.Has(p.Word(i - 2))) || (p.IsAny(i - 1, "and", "to") && words.AgeCue.Has(p.Word(i - 3)))) return true;
        if (p.Is(i - 1, "of") && p.Is(i - 2, "age")) return true;
        // "a woman of 97"
        if (p.Is(i - 1, "of") && p.IsAny(i - 2, "man", "woman") | p.IsAny(i - 2, "boy", "girl") | p.IsAny(i - 2, "child", "youth")) return true;
        if (!p[i].IsPlainDigits || next != i + 1 || p[i].Small(120) < 1) return IsAgeGroup(p, i, next);
        if (p.Is(next, "of") && p.IsAny(next + 1, "them", "whom")) return false;   // "killed in X, 80 of them in Y"
        // "Ali, 23, a teacher", "Ali (23)"
        bool person = p[i - 2].IsCapital;
        if (person && p.IsMark(i - 1, ',') && (p[next].Form is "," or "." or ";" or ")" or "" || p.Word(next) is "who" or "was" or "said" or "and" or "of" or "from" or "told")) return true;
        return (p[i - 2].IsCapital && p.IsMark(i - 1, '(') && p.IsMark(next, ')') && !IsOfPlaces(p, i)) || IsAgeGroup(p, i, next);
    }

    // "cases in two districts: X (69), Y (38)"
    private bool IsOfPlaces(Pieces p, int i)
    {
        for (int before = 0; before < i; before++) if (words.PlaceList.Has(p[before].Lower)) return true;
        return false;
    }

    // "children under 5", "people over 60", "under-18s"
    private bool IsAgeGroup(Pieces p, int i, int next)
    {
        int at = p[i - 1].IsHyphen ? i - 2 : i - 1;
        if (!(p.IsAny(at, "under", "over") || p.IsAny(at, "above", "below"))) return false;
        if (p.Is(next, "s") && p[next].Glued) return true;
        return words.AgeGroup.Has(p.Word(at - 1)) && !p[next].IsWord | p.IsAny(next, "and", "in") | p.IsAny(next, "were", "are");
    }

    // "F-16", "M23", "9th", "0143", "+1 202", "555-0143-22", "3/4", "#3", "34.5", "04:17", "5G", "x10"
    private bool IsCode(Pieces p, int i, int next)
    {
        if (!p[i].IsNumber) return IsGluedHyphen(p, i, next);
        string form = p[i].Form;
        // Counts from a million on are written in words or with commas; seven digits in a row are an id or a date.
        if ((form[0] == '0' && form.Length > 1) || form.Length > 15 || (form.Length > LongestUngrouped && p[i].IsPlainDigits)) return true;
        // A year in a place where the date grammar did not expect one, unless a noun follows that it may count.
        if (next == i + 1 && DateWords.YearAt(p, i) > 0 && !(p[next].IsLowerWord && p[next].Form.Length > 3)) return true;
        if (p[next].IsNumber && p[next + 1].Form == "/" && p[next + 1].Glued) return true;   // "5 1/2"
        bool scaled = (next > i + 1 && p[next - 1].IsWord) || IsMillions(p, next);
        if (form.Contains('.', StringComparison.Ordinal) && !scaled) return true;
        if (p[i].Glued && (p[i - 1].IsWord || p[i - 1].Form is "/" or "+" or "#" or "." or ":" or "@" or "_" or "*" or "=" or "^" or "№" or "’" or "'")) return true;
        if (p[i].Glued && p[i - 1].IsHyphen && p[i - 1].Glued && p[i - 2] is { IsWord: true } && !p.Is(i - 2, "mid")) return true;
        if (!p[next].Glued) return false;
        if (p[next].Form is "/" or ":" or "°" or "_" or "@" or "×" && p[next + 1].Glued) return true;
        if (p[next].Form is "." && p[next + 1].IsNumber && p[next + 1].Glued) return true;
        if (p[next].IsWord) return !IsMillions(p, next);
        return IsGluedHyphen(p, i, next);
    }

    // "two-state", "four-wheel", "24-carat", "555-01-43"; but "1,000-strong", "10-12", "50-odd"
    private bool IsGluedHyphen(Pieces p, int i, int next)
    {
        if (!p[next].IsHyphen || !p[next].Glued || !p[next + 1].Glued || p[next].Form is "—") return false;
        if (p[next + 1].IsWord) return !words.HyphenCount.Has(p.Word(next + 1)) && words.Numbers.Read(p, next + 1) is null;
        return p[next + 1].IsNumber && p[next + 2].IsHyphen && p[next + 2].Glued && p[next + 3].IsNumber;
    }

    // "Flight 370", "Group of 20", "Article 5", "Apollo 11", "51 Brigade"
    private bool IsLabelled(Pieces p, int i, int next)
    {
        if (p[next].IsCapital && words.UnitName.Has(p.Word(next)) && !p.InTitleCase) return true;
        if (p.Is(i - 1, "of") && p[i - 2].Form is "Group" && !(p[next].IsLowerWord && (p.Word(next).EndsWith('s') || words.Person.Has(p.Word(next))))) return true;
        int at = p.IsMark(i - 1, '.') ? i - 2 : i - 1;
        if (at == i - 1 && p[at].IsHyphen && p[at].Glued) at--;
        Piece before = p[at];
        if (!before.IsWord) return false;
        bool counted = p[next].IsLowerWord && !p[next].Glued;
        if (words.Label.Has(before.Lower))
        {
            if (at < i - 1 && p.IsMark(i - 1, '.')) return before.Lower is "no" or "nos" or "vol" && p[i].IsNumber;
            if (before.Lower is "no" or "nos") return p[i].IsNumber && before.IsCapital && at > 0;
            return !words.LabelWeak.Has(before.Lower) || before.IsCapital || !counted;
        }
        // "Windows 10": a capital that does not open the sentence, digits, and nothing counted.
        return at > 0 && before.IsCapital && before.Form.Length > 1 && p[i].IsPlainDigits && p[i].Small(999) >= 0 && next == i + 1
            && !p.InTitleCase && !p[next].IsWord && !before.Form.AsSpan(1).ContainsAnyInRange('A', 'Z');
    }

    // "one in five", "two out of three", "one third"
    private bool IsFraction(Pieces p, int i, int next)
    {
        if (p.Is(next, "in") && words.Numbers.Read(p, next + 1) is { } of && of.Next == next + 2 && of.Whole is > 1 and <= 100 && !p[i].IsNumber && !words.After.TryMatch(p, of.Next, out _, out _) && !IsMeasured(p, of.Next)) return true;
        if (p.Is(next, "out") && p.Is(next + 1, "of")) return true;
        return (p.Is(i - 1, "in") && words.Numbers.Read(p, i - 2) is { } first && first.Next == i - 1 && !p[i - 2].IsNumber && next == i + 1 && !IsMeasured(p, next) && !p[next].IsLowerWord)
            || (p.Is(i - 1, "of") && p.Is(i - 2, "out"));
    }
}
