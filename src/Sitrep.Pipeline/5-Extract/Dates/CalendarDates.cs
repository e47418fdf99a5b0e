using System.Globalization;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>Dates by the calendar: "November 9, 2017", "the 9th of November", "July", "2014-15", "3-5 May".</summary>
internal sealed class CalendarDates(DateWords words)
{
    public DatePoint? Match(Pieces p, int i) =>
        p[i].IsNumber ? Numeric(p, i) ?? DayFirst(p, i) ?? Decade(p, i) ?? Year(p, i)
        : p[i].IsWord ? MonthFirst(p, i) ?? OrdinalFirst(p, i)
        : null;

    /// <summary>A year that stands where only a year can stand.</summary>
    /// <param name="evident">True when the words before already say that a year follows.</param>
    public DatePoint? Year(Pieces p, int i, bool evident = false)
    {
        int year = DateWords.YearAt(p, i) is >= 0 and int recent ? recent : OldYear(p, i);
        if (year < 0 || !(evident || IsEvident(p, i))) return null;
        if (p[i + 1].IsHyphen && p[i + 1].Glued && p[i + 2] is { IsNumber: true, Glued: true } end)
        {
            int last = end.Form.Length == 2 ? (year / 100 * 100) + end.Small(99) : DateWords.YearAt(p, i + 2);
            if (last > year && last - year < 100) return new DatePoint(i + 3, Invariant($"{year}/{last}"), Grain.Span);
        }
        return new DatePoint(i + 1, Invariant($"{year}"), Grain.Year);
    }

    // "in 1848." but not "in 1848 houses"
    private int OldYear(Pieces p, int i) =>
        p[i].Form.Length == 4 && p[i].Small(1899) is >= 1500 and int year && !p[i].Glued && !p[i + 1].Glued | p[i + 1].Kind == PieceKind.Mark && p.Word(i - 1) is "in" or "since" or "until" or "from"
            && (p[i + 1].Kind is PieceKind.None || p[i + 1].Form is "." or "," or ";" or ")" || words.AfterNumber.Has(p.Word(i + 1))) ? year : -1;

    private bool IsEvident(Pieces p, int i)
    {
        string before = p.Word(i - 1);
        if (p[i - 1].IsHyphen && p[i - 1].Glued && p.Word(i - 2) == "mid") return !words.IsCountedNoun(p, i + 1);
        if (p.IsMark(i - 1, '(')) return p.IsMark(i + 1, ')') || p[i + 1].IsHyphen || p.IsMark(i + 1, ',');
        if (before is "the" or "a" or "his" or "her" or "its" or "their" or "that" or "this" or "s" or "of") return before == "of" ? !p[i + 1].IsLowerWord || words.AfterNumber.Has(p.Word(i + 1)) : IsAttributive(p, i);
        bool listed = (p.IsMark(i - 1, ',') || before is "and" or "or") && DateWords.YearAt(p, i - 2) > 0;   // "in 2011, 2013 and 2014"
        if (!listed && !words.BeforeYear.Has(before)) return false;
        return !words.Counted.Has(p.Word(i + 1)) && !(p[i].Form.EndsWith("00", StringComparison.Ordinal) && words.IsCountedNoun(p, i + 1));
    }

    // "the 2003 invasion": a singular noun follows, for "the 2014 soldiers" are counted.
    private bool IsAttributive(Pieces p, int i) =>
        p[i + 1] is { IsWord: true, Glued: false } noun && !words.IsCountedNoun(p, i + 1) && !words.AfterNumber.Has(noun.Lower) && !p[i].Form.EndsWith("00", StringComparison.Ordinal);

    private static DatePoint? Decade(Pieces p, int i)
    {
        int at = p.IsMark(i + 1, '\'') || p.IsMark(i + 1, '’') ? i + 2 : i + 1;
        if (!p.Is(at, "s") || !p[at].Glued || p[i].Form.Length != 4 || p[i].Small(2099) is not (>= 1900 and int year) || year % 10 != 0) return null;
        return new DatePoint(at + 1, Invariant($"{year / 10}"), Grain.Decade);
    }

    // 2017-11-09, 2017/11/09, 09.11.2017; 25/12/2017 only where one order is possible
    private static DatePoint? Numeric(Pieces p, int i)
    {
        if (p[i + 1] is not { Kind: PieceKind.Mark, Glued: true } mark || mark.Form is not ("-" or "/" or ".") || !p[i + 2].Glued || !p[i + 2].IsPlainDigits) return null;
        bool three = p[i + 3].Form == mark.Form && p[i + 3].Glued && p[i + 4].IsPlainDigits && p[i + 4].Glued;
        int second = p[i + 2].Small(99), first = p[i].Small(9999);
        if (p[i].Form.Length == 4 && first is >= 1900 and <= 2099 && p[i + 2].Form.Length == 2)
        {
            if (three && Day(first, second, p[i + 4].Small(31)) is { } iso) return IsoTime(p, new DatePoint(i + 5, iso, Grain.Day));
            return !three && mark.Form == "-" && second is >= 1 and <= 12 && second != first % 100 + 1 ? new DatePoint(i + 3, Invariant($"{first}-{second:D2}"), Grain.Month) : null;
        }
        if (mark.Form == "/" && !three && first == 9 && second == 11 && !p[i].Glued && !p[i + 3].Glued) return new DatePoint(i + 3, "2001-09-11", Grain.Day);
        if (!three || p[i + 4].Form.Length != 4 || p[i + 4].Small(2099) is not (>= 1900 and int year)) return null;
        bool dayFirst = mark.Form == "." || first > 12 || first == second;
        if (!dayFirst && second <= 12) return null;
        return Day(year, dayFirst ? second : first, dayFirst ? first : second) is { } day ? new DatePoint(i + 5, day, Grain.Day) : null;
    }

    // 2017-11-09T04:17 reads as the word T between numbers.
    private static DatePoint IsoTime(Pieces p, DatePoint day) =>
        p.Is(day.Next, "t") && p[day.Next].Glued && p[day.Next + 1].Small(23) is >= 0 and int hour && p.IsMark(day.Next + 2, ':') && p[day.Next + 3].Small(59) is >= 0 and int minute
            ? day.At(Invariant($"T{hour:D2}:{minute:D2}"), day.Next + 4) : day;

    private DatePoint? MonthFirst(Pieces p, int i)
    {
        if (words.MonthAt(p, i) is not { } month) return null;
        int at = month.Next;
        if (DayNumber(p, at) is { } day && !p[at].Glued | p[at - 1].Form is "." && MonthAndDay(p, i, month.Month, day) is { } full) return full;
        if (DayNumber(p, at) is { } number && IsInsideName(p, i, number.Next)) return null;
        int year = at;
        if (p.IsMark(year, ',') || p.Is(year, "of")) year++;
        if (DateWords.YearAt(p, year) is >= 0 and int y && !(p.IsMark(at, ',') && words.IsCountedNoun(p, year + 1))) return new DatePoint(year + 1, Invariant($"{y}-{month.Month:D2}"), Grain.Month);
        if (RelativeYear(p, at) is { } relative) return new DatePoint(relative.Next, Invariant($"{relative.Value}-{month.Month:D2}"), Grain.Month);
        return IsBareMonth(p, i, month) ? new DatePoint(at, Invariant($"XXXX-{month.Month:D2}"), Grain.Month) : null;
    }

    private DatePoint? MonthAndDay(Pieces p, int i, int month, (int Day, int Next) day)
    {
        (int last, int next) = MoreDays(p, day);
        int year = p.IsMark(next, ',') ? next + 1 : next;
        if (DateWords.YearAt(p, year) is >= 0 and int y && !(year == next && p[next].Glued)) return Days(Invariant($"{y}"), month, day.Day, last, year + 1);
        if (RelativeYear(p, next) is { } relative) return Days(relative.Value, month, day.Day, last, relative.Next);
        // "in July 17 people died"; "in May 12 soldiers": nobody writes "in" before a day.
        // "On May 3 rebels …", "on the morning of May 3 rebels …": there a day is named.
        bool evident = p.Is(i - 1, "on") || p.Is(i - 1, "of") && words.Part.Has(p.Word(i - 2));
        if (p.Is(i - 1, "in") || (!evident && words.Counted.Has(p.Word(day.Next)) && p[day.Next].IsLowerWord)) return null;
        return IsInsideName(p, i, next) ? null : Days("XXXX", month, day.Day, last, next);
    }

    // "8 and 9", "8, 9 and 10", "3-5", "3 to 5"
    private (int Last, int Next) MoreDays(Pieces p, (int Day, int Next) day)
    {
        int last = day.Day, next = day.Next;
        for (int n = 0; n < 6; n++)   // nobody lists more days than that
        {
            bool comma = p.IsMark(next, ',');
            bool and = p.IsAny(next, "and", "or") || p.Is(next, "&");
            if (!(comma || and || p[next].IsHyphen || p.IsAny(next, "to", "through") || p.IsAny(next, "until", "till"))) break;
            if (DayNumber(p, next + 1) is not { } more || more.Day <= last) break;
            if (words.IsCountedNoun(p, more.Next) || words.MonthAt(p, more.Next) is not null || (comma && !p.IsAny(more.Next, "and", "or") && !p.IsMark(more.Next, ','))) break;
            (last, next) = more;
        }
        return (last, next);
    }

    /// <summary>Index past a day and month that are part of a name; 0 when they are not.</summary>
    public int NameEnd(Pieces p, int i)
    {
        int next = words.MonthAt(p, i) is { } month && DayNumber(p, month.Next) is { } after ? after.Next
            : DayNumber(p, i) is { } before && words.MonthAt(p, before.Next) is { } named ? named.Next : 0;
        return next > 0 && IsInsideName(p, i, next) ? next : 0;
    }

    private DatePoint? DayFirst(Pieces p, int i)
    {
        if (DayNumber(p, i) is not { } day || (p[i].Glued && !p[i - 1].IsHyphen && p[i - 1].Form is not "(")) return null;
        (int last, int next) = (day.Day, day.Next);
        if ((p[next].IsHyphen || p.IsAny(next, "and", "to") || p.Is(next, "or") || p.Is(next, "through")) && DayNumber(p, next + 1) is { } more && more.Day > last) (last, next) = more;
        if (p.Is(next, "of")) next++;
        if (words.MonthAt(p, next) is not { } month || (p[next].Glued && !p[next - 1].IsHyphen)) return null;
        return WithYear(p, i, month.Month, day.Day, last, month.Next, p.Is(next - 1, "of") || day.Next > i + 1);
    }

    // "the ninth of November"
    private DatePoint? OrdinalFirst(Pieces p, int i)
    {
        int day = 0, next = i;
        if (p.IsAny(i, "twenty", "thirty") && p[i + 1].IsHyphen) (day, next) = (p.Is(i, "twenty") ? 20 : 30, i + 2);
        if (!words.Ordinal.TryGet(p.Word(next), out string value) || !p.Is(next + 1, "of") || words.MonthAt(p, next + 2) is not { } month) return null;
        day += int.Parse(value, CultureInfo.InvariantCulture);
        return day > 31 ? null : WithYear(p, i, month.Month, day, day, month.Next, sure: true);
    }

    private DatePoint? WithYear(Pieces p, int i, int month, int day, int last, int next, bool sure)
    {
        int year = p.IsMark(next, ',') ? next + 1 : next;
        if (DateWords.YearAt(p, year) is >= 0 and int y) return Days(Invariant($"{y}"), month, day, last, year + 1);
        if (RelativeYear(p, next) is { } relative) return Days(relative.Value, month, day, last, relative.Next);
        return !sure && IsInsideName(p, i, next) ? null : Days("XXXX", month, day, last, next);
    }

    /// <summary>"last year", "of this year" after a month or a day.</summary>
    private static (string Value, int Next)? RelativeYear(Pieces p, int at)
    {
        if (p.Is(at, "of")) at++;
        return p.Word(at) is "last" or "this" or "next" && p.Is(at + 1, "year") ? ("UNDEF-" + p.Word(at) + "-year", at + 2) : null;
    }

    private bool IsBareMonth(Pieces p, int i, (int Month, int Next, bool Short) month)
    {
        string before = p.Word(i - 1);
        if (words.NameBefore.Has(before) || IsInsideName(p, i, month.Next)) return false;
        if (month.Short && p[month.Next].IsCapital) return false;   // "Jan Novak"
        bool evident = words.BeforeMonth.Has(before) || (p[i - 1].IsHyphen && p.Is(i - 2, "mid"));
        // A month that is also a name or a verb: "to April", "of March forward" must not be read as dates when a name follows.
        return evident ? !(words.MonthDoubtful.Has(p.Word(i)) && p[month.Next] is { IsCapital: true }) || before is "in" or "since" or "last" : !month.Short && !words.MonthDoubtful.Has(p.Word(i)) && !p.InTitleCase;
    }

    /// <summary>The date is part of a name: "the July 17 district", "October 7 Brigade", "6 April Youth Movement".</summary>
    private bool IsInsideName(Pieces p, int first, int next)
    {
        bool afterPreposition = words.BeforeDay.Has(p.Word(first - 1));
        for (int n = next; n < next + 3 && p[n].IsWord && !p[n].Glued; n++)
        {
            if (words.NameAfter.Has(p.Word(n)) && (p[n].IsCapital || !afterPreposition)) return true;
            if (!p[n].IsCapital) break;
        }
        return false;
    }

    /// <summary>1 to 31 with or without an ordinal ending, and not the start of something longer.</summary>
    private static (int Day, int Next)? DayNumber(Pieces p, int i)
    {
        if (p[i].Form.Length > 2 || p[i].Small(31) is not (>= 1 and int day)) return null;
        Piece next = p[i + 1];
        if (next is { IsWord: true, Glued: true }) return next.Lower is "st" or "nd" or "rd" or "th" ? (day, i + 2) : null;
        return next.Glued && (next.Form is "%" or "°" or "/" || (next.Form == ":" && p[i + 2] is { IsNumber: true, Glued: true })) ? null : (day, i + 1);
    }

    private static DatePoint? Days(string year, int month, int first, int last, int next)
    {
        int days = DateTime.DaysInMonth(int.TryParse(year, CultureInfo.InvariantCulture, out int y) ? y : 2000, month);
        if (last > days) return null;
        string start = Invariant($"{year}-{month:D2}-{first:D2}");
        return first == last ? new DatePoint(next, start, Grain.Day) : new DatePoint(next, Invariant($"{start}/{year}-{month:D2}-{last:D2}"), Grain.Span);
    }

    private static string? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Invariant($"{year}-{month:D2}-{day:D2}") : null;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
