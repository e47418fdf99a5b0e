using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>Weekdays, seasons and nights by name: "Thursday", "the summer of 2014", "overnight on Friday". What names look like them is left out.</summary>
internal sealed class RelativeDates(DateWords words)
{
    public DatePoint? Match(Pieces p, int i) => p[i].IsWord ? Weekday(p, i) ?? Season(p, i) ?? Overnight(p, i) : null;

    private DatePoint? Weekday(Pieces p, int i)
    {
        if (words.WeekdayAt(p, i) is not { } day) return null;
        string before = p.Word(i - 1);
        Piece after = p[day.Next];
        if (words.NameBefore.Has(before) || (after is { IsCapital: true, Glued: false } && !p.InTitleCase && words.PaperAfter.Has(after.Lower))) return null;
        for (int n = day.Next; n < day.Next + 2 && p[n] is { IsCapital: true, Glued: false } && !p.InTitleCase; n++) if (words.NameAfter.Has(p.Word(n)) && before != "on") return null;
        // "Sun" and "Sat" are words: only before a comma and a date, or after "on".
        if (day.Short && before is not ("on" or "last" or "this" or "next") && !((p.IsMark(day.Next, ',') || day.Next > i + 1) && (p[day.Next + 1].IsNumber || p[day.Next].IsNumber || words.MonthAt(p, day.Next) is not null || words.MonthAt(p, day.Next + 1) is not null))) return null;
        // "Thursday last week", "Thursday of this week"
        int of = p.Is(day.Next, "of") ? day.Next + 1 : day.Next;
        if (p.Word(of) is "last" or "this" or "next" && p.Is(of + 1, "week")) return new DatePoint(of + 2, Invariant($"UNDEF-{p.Word(of)}-week-{day.Day}"), Grain.Day);
        return new DatePoint(day.Next, Invariant($"XXXX-WXX-{day.Day}"), Grain.Day);
    }

    private DatePoint? Season(Pieces p, int first)
    {
        int i = p.Is(first, "the") ? first + 1 : first;
        if (!words.Season.TryGet(p.Word(i), out string season)) return null;
        int year = p.Is(i + 1, "of") ? i + 2 : i + 1;
        if (DateWords.YearAt(p, year) is >= 0 and int y && !words.IsCountedNoun(p, year + 1))
        {
            bool winter = p[year + 1].IsHyphen && p[year + 1].Glued && p[year + 2] is { IsNumber: true, Glued: true };
            return new DatePoint(winter ? year + 3 : year + 1, Invariant($"{y}-{season}"), Grain.Season);
        }
        if (p.Word(year) is "last" or "this" or "next" && p.Is(year + 1, "year")) return new DatePoint(year + 2, Invariant($"UNDEF-{p.Word(year)}-year-{season}"), Grain.Season);
        bool evident = i > first && p.Word(first - 1) is "in" or "since" or "during" or "until" or "by" or "over" or "into" or "throughout" && !p.Is(i + 1, "of") && !p[i + 1].IsLowerWord;
        return evident ? new DatePoint(i + 1, "XXXX-" + season, Grain.Season) : null;
    }

    private DatePoint? Overnight(Pieces p, int i)
    {
        if (!p.Is(i, "overnight")) return null;
        int at = p.IsAny(i + 1, "on", "from") ? i + 2 : i + 1;
        if (words.WeekdayAt(p, at) is { Short: false } day) return new DatePoint(day.Next, Invariant($"XXXX-WXX-{day.Day}TNI"), Grain.Day);
        return new DatePoint(i + 1, "UNDEF-last-day/UNDEF-this-day", Grain.Span) { Timex = "UNDEF-this-dayTNI" };
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
