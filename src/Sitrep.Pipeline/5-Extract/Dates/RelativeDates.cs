using System.Globalization;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>Dates told from another day: "Thursday", "last week", "the past two years", "the same day", "this summer".</summary>
internal sealed class RelativeDates(DateWords words, Spells spells)
{
    private static readonly string[] MonthNames = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(name => name.ToLowerInvariant())];
    private static readonly string[] DayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public DatePoint? Match(Pieces p, int i)
    {
        if (!p[i].IsWord && !p[i].IsNumber) return null;
        if (words.DayWord.TryGet(p.Word(i), out string day)) return new DatePoint(i + 1, day, Grain.Day);
        return Weekday(p, i) ?? Shifted(p, i) ?? Weekend(p, i) ?? Season(p, i) ?? spells.Counted(p, i) ?? Overnight(p, i);
    }

    private DatePoint? Weekday(Pieces p, int i)
    {
        if (words.WeekdayAt(p, i) is not { } day) return null;
        string before = p.Word(i - 1);
        Piece after = p[day.Next];
        if (before is "every" or "each" || words.NameBefore.Has(before) || (after is { IsCapital: true, Glued: false } && !p.InTitleCase && words.PaperAfter.Has(after.Lower))) return null;
        for (int n = day.Next; n < day.Next + 2 && p[n] is { IsCapital: true, Glued: false } && !p.InTitleCase; n++) if (words.NameAfter.Has(p.Word(n)) && before != "on") return null;
        // "Sun" and "Sat" are words: only before a comma and a date, or after "on".
        if (day.Short && before is not ("on" or "last" or "this" or "next") && !((p.IsMark(day.Next, ',') || day.Next > i + 1) && (p[day.Next + 1].IsNumber || p[day.Next].IsNumber || words.MonthAt(p, day.Next) is not null || words.MonthAt(p, day.Next + 1) is not null))) return null;
        string value = Invariant($"XXXX-WXX-{day.Day}");
        int next = day.Next;
        // "Thursday last week", "Thursday of this week"
        int of = p.Is(next, "of") ? next + 1 : next;
        if (p.Word(of) is "last" or "this" or "next" && p.Is(of + 1, "week")) return new DatePoint(of + 2, Invariant($"UNDEF-{p.Word(of)}-week-{day.Day}"), Grain.Day);
        return new DatePoint(next, value, Grain.Day);
    }

    private DatePoint? Shifted(Pieces p, int i)
    {
        int at = p.Is(i, "the") ? i + 1 : i;
        bool the = at > i;
        switch (p.Word(at))
        {
            case "last":
                return Named(p, at + 1, "last") ?? Spell(p, at + 1, "{0}/PRESENT_REF") ?? LastHour(p, at + 1, the) ?? Period(p, at + 1, "UNDEF-last-");
            case "this":
                return p.Word(i - 1) is "to" && p.Is(at + 1, "day") ? null : Named(p, at + 1, "this") ?? Period(p, at + 1, "UNDEF-this-");
            case "next":
                if (p.Is(at + 1, "day")) return new DatePoint(at + 2, "UNDEF-REF-day-PLUS-1", Grain.Day);
                if (p.IsAny(at + 1, "morning", "afternoon") || p.IsAny(at + 1, "evening", "night")) return Reference(p, at + 1, "UNDEF-REF-day-PLUS-1", "");
                return Named(p, at + 1, "next") ?? Spell(p, at + 1, "PRESENT_REF/{0}") ?? Period(p, at + 1, "UNDEF-next-");
            case "past" when the || p.Word(i - 1) is "this" or "in" or "over" or "during" or "for":
                return Spell(p, at + 1, "{0}/PRESENT_REF") ?? OneUnit(p, at + 1, "{0}/PRESENT_REF") ?? Named(p, at + 1, "last");
            case "recent" or "preceding":
                return BarePlural(p, at + 1, "{0}/PRESENT_REF");
            case "coming" or "upcoming":
                return Spell(p, at + 1, "PRESENT_REF/{0}") ?? BarePlural(p, at + 1, "PRESENT_REF/{0}") ?? Period(p, at + 1, "UNDEF-next-") ?? Named(p, at + 1, "next");
            case "previous":
                return Reference(p, at + 1, "UNDEF-REF-day-MINUS-1", "UNDEF-REF-last-") ?? NamedDay(p, at + 1, "UNDEF-REF-last-") ?? Spell(p, at + 1, "{0}/PRESENT_REF");
            case "following":
                return the ? Reference(p, at + 1, "UNDEF-REF-day-PLUS-1", "UNDEF-REF-next-") ?? NamedDay(p, at + 1, "UNDEF-REF-next-") : null;
            case "same":
                return Reference(p, at + 1, "UNDEF-REF-this-day", "UNDEF-REF-this-");
            case "that":
                return Reference(p, at + 1, "UNDEF-REF-this-day", "UNDEF-REF-this-") is { } that && IsDeterminer(p, that.Next) ? that : null;
            case "day" or "week" or "month" or "year" when the:
                return Around(p, at);
            default:
                return null;
        }
    }

    private DatePoint? NamedDay(Pieces p, int i, string prefix) =>
        words.WeekdayAt(p, i) is { Short: false } day ? new DatePoint(day.Next, prefix + DayNames[day.Day - 1], Grain.Day) : null;

    // "last Thursday", "next July", "last night", "this morning", "last summer"
    private DatePoint? Named(Pieces p, int i, string which)
    {
        if (words.WeekdayAt(p, i) is { } day) return new DatePoint(day.Next, Invariant($"UNDEF-{which}-{DayNames[day.Day - 1]}"), Grain.Day);
        if (words.MonthAt(p, i) is { } month)
        {
            if (p[month.Next].Small(31) > 0 && !words.IsCountedNoun(p, month.Next + 1)) return null;   // "last May 3" is read by the calendar
            return new DatePoint(month.Next, Invariant($"UNDEF-{which}-{MonthNames[month.Month - 1]}"), Grain.Month);
        }
        if (words.Season.TryGet(p.Word(i), out string season)) return new DatePoint(i + 1, Invariant($"UNDEF-{which}-{season}"), Grain.Season);
        if (!words.Part.TryGet(p.Word(i), out string part)) return null;
        return which switch
        {
            "this" => new DatePoint(i + 1, "UNDEF-this-day" + part, Grain.Day),
            "last" when part is "TNI" or "TEV" && !p.Is(i, "midnight") => new DatePoint(i + 1, "UNDEF-last-day" + part, Grain.Day),
            _ => null,
        };
    }

    private static DatePoint? LastHour(Pieces p, int i, bool the) => the && p.Is(i, "hour") ? new DatePoint(i + 1, "PT1H/PRESENT_REF", Grain.Span) : null;

    // "last week", "this month", "next weekend"
    private DatePoint? Period(Pieces p, int i, string prefix)
    {
        if (!words.Unit.TryGet(p.Word(i), out string unit) || p.Word(i).EndsWith('s') || unit is "second" or "minute" or "hour" or "day") return null;
        if (p.Is(i + 1, "of") && unit is "week" or "day" && words.MonthAt(p, i + 2) is not null) return null;
        return new DatePoint(i + 1, prefix + unit, GrainOf(unit));
    }

    private DatePoint? Spell(Pieces p, int i, string range) =>
        spells.Read(p, i) is { Counted: true } spell && !(p.IsAny(i, "a", "an") && !p.IsAny(i + 1, "few", "couple")) ? Range(spell, range) : null;

    private DatePoint? BarePlural(Pieces p, int i, string range) => spells.Read(p, i) is { Counted: false } spell ? Range(spell, range) : null;

    private DatePoint? OneUnit(Pieces p, int i, string range) =>
        words.Unit.TryGet(p.Word(i), out string unit) && unit is not ("weekend" or "second" or "minute")
            ? Range(new Spell(i + 1, p.Word(i).EndsWith('s') ? "X" : "1", unit, true), range) : null;

    private static DatePoint Range(Spell spell, string range) => new(spell.Next, range.Replace("{0}", spell.Duration, StringComparison.Ordinal), Grain.Span);

    private DatePoint? Reference(Pieces p, int i, string day, string prefix)
    {
        if (words.Part.TryGet(p.Word(i), out string part) && !p.IsAny(i, "noon", "midnight")) return new DatePoint(i + 1, day + part, Grain.Day);
        if (!words.Unit.TryGet(p.Word(i), out string unit) || p.Word(i).EndsWith('s') || unit is "second" or "minute" or "hour") return null;
        return unit == "day" ? new DatePoint(i + 1, day, Grain.Day) : new DatePoint(i + 1, prefix + unit, GrainOf(unit));
    }

    // "the day before.", "the year after,": what follows must not say before or after what
    private DatePoint? Around(Pieces p, int i)
    {
        int shift = p.Word(i + 1) switch { "before" or "earlier" => -1, "after" or "later" => 1, _ => 0 };
        bool end = p[i + 2].Kind == PieceKind.None || (p[i + 2].Kind == PieceKind.Mark && p[i + 2].Form is "." or "," or ";" or ")" or "\"" or "”");
        return shift != 0 && end ? Reference(p, i, shift < 0 ? "UNDEF-REF-day-MINUS-1" : "UNDEF-REF-day-PLUS-1", shift < 0 ? "UNDEF-REF-last-" : "UNDEF-REF-next-") is { } point ? point with { Next = i + 2 } : null : null;
    }

    // "over the weekend", "at the weekend"; "a weekend" and "weekend talks" say too little
    private static DatePoint? Weekend(Pieces p, int i) =>
        p.Is(i, "weekend") && p.Is(i - 1, "the") ? new DatePoint(i + 1, "XXXX-WXX-WE", Grain.Week) : null;

    private DatePoint? Season(Pieces p, int i)
    {
        if (!words.Season.TryGet(p.Word(i), out string season)) return null;
        int year = p.Is(i + 1, "of") ? i + 2 : i + 1;
        if (DateWords.YearAt(p, year) is >= 0 and int y && !words.IsCountedNoun(p, year + 1))
        {
            bool winter = p[year + 1].IsHyphen && p[year + 1].Glued && p[year + 2] is { IsNumber: true, Glued: true };
            return new DatePoint(winter ? year + 3 : year + 1, Invariant($"{y}-{season}"), Grain.Season);
        }
        if (p.Word(year) is "last" or "this" or "next" && p.Is(year + 1, "year")) return new DatePoint(year + 2, Invariant($"UNDEF-{p.Word(year)}-year-{season}"), Grain.Season);
        bool evident = p.Is(i - 1, "the") && p.Word(i - 2) is "in" or "since" or "during" or "until" or "by" && !p.Is(i + 1, "of") && !p[i + 1].IsLowerWord;
        return evident ? new DatePoint(i + 1, "XXXX-" + season, Grain.Season) : null;
    }

    private DatePoint? Overnight(Pieces p, int i)
    {
        if (!p.Is(i, "overnight")) return null;
        int at = p.IsAny(i + 1, "on", "from") ? i + 2 : i + 1;
        if (words.WeekdayAt(p, at) is { Short: false } day) return new DatePoint(day.Next, Invariant($"XXXX-WXX-{day.Day}TNI"), Grain.Day);
        return new DatePoint(i + 1, "UNDEF-last-day/UNDEF-this-day", Grain.Span);
    }

    // "that day" points; "said that week-long talks" and "that year 30 people" do not.
    private bool IsDeterminer(Pieces p, int next) => !(p[next].IsHyphen && p[next].Glued) && !words.IsCountedNoun(p, next);

    private static Grain GrainOf(string unit) => unit switch
    {
        "week" or "weekend" or "fortnight" => Grain.Week,
        "month" => Grain.Month,
        "year" => Grain.Year,
        _ => Grain.Span,
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
