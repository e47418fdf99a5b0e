using System.Collections.Immutable;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>Puts date expressions together: portions, times of day, ranges.</summary>
internal sealed class DateGrammar(DateWords words, DatePatterns patterns)
{
    private readonly CalendarDates _calendar = new(words);
    private readonly Spells _spells = new(words);
    private readonly RelativeDates _relative = new(words);
    private readonly ClockTimes _clock = new(words);

    /// <summary>The longest expression that starts at <paramref name="i"/>; with an empty value where a date is only part of a name.</summary>
    public DatePoint? Match(Pieces p, int i)
    {
        if (p[i].Kind is PieceKind.None or PieceKind.Mark) return null;
        if (_calendar.NameEnd(p, i) is > 0 and int end) return new DatePoint(end, "", Grain.Span);
        if (Since(p, i) is { } since) return since;
        if (Framed(p, i) is { } framed) return framed;
        DatePoint? timed = Timed(p, i), joined = Joined(p, i);
        return Longest(Longest(timed, joined), _spells.Length(p, i));
    }

    private static DatePoint? Longest(DatePoint? one, DatePoint? other) => one is null || other?.Next > one.Value.Next ? other : one;

    // "since Monday": from then to the day of telling
    private DatePoint? Since(Pieces p, int i)
    {
        if (!p.Is(i, "since")) return null;
        int at = p.IsAny(i + 1, "about", "around") || p.IsAny(i + 1, "at", "the") && !p.Is(i + 2, "beginning") && !p.Is(i + 2, "start") ? i + 2 : i + 1;
        if (p.Is(i + 1, "at") && p.Is(i + 2, "least")) at = i + 3;
        DatePoint? from = Single(p, at) ?? Timed(p, at) ?? _calendar.Year(p, at, evident: true);
        if (from is not { Grain: not Grain.Duration, IsSet: false } start || (start.Value.EndsWith("_REF", StringComparison.Ordinal) && !start.IsRange)) return null;
        string value = start.IsRange ? start.Value[..start.Value.IndexOf('/', StringComparison.Ordinal)] : start.Value;
        ImmutableArray<DatePart> parts = start.PartsFrom(at);
        return value.StartsWith('P') ? start with { Parts = parts } : new DatePoint(start.Next, value + "/PRESENT_REF", Grain.Span) { Parts = parts };
    }

    // "from Monday to Thursday", "between 3 May and 5 June"
    private DatePoint? Framed(Pieces p, int i)
    {
        bool between = p.Is(i, "between");
        if (!between && !p.Is(i, "from")) return null;
        int at = p.IsAny(i + 1, "early", "late") || !p.Is(i + 1, "the") ? i + 1 : i + 2;
        if (Single(p, at) is not { Grain: not Grain.Duration } first) return null;
        if (first.IsRange) return between && first.Grain == Grain.Span && first.Value[0] is not ('P' or 'U') ? first with { Parts = first.PartsFrom(at) } : null;   // "between 3 and 5 May"
        bool joined = between ? p.Is(first.Next, "and") : p.IsAny(first.Next, "to", "until") || p.IsAny(first.Next, "till", "through");
        return joined ? Join(p, at, first, first.Next + 1) : null;
    }

    private DatePoint? Joined(Pieces p, int i)
    {
        if (Single(p, i) is not { } first) return null;
        if (first.IsRange || first.HasTime || first.IsSet || first.Grain is Grain.Duration or Grain.Span) return first;
        bool dash = p[first.Next].IsHyphen;
        // "on Monday and Tuesday": one day after the other
        if (p.Is(first.Next, "and") && IsWeekday(first) && Single(p, first.Next + 1) is { } second && IsWeekday(second) && (second.Value[^1] - first.Value[^1] + DaysOfWeek) % DaysOfWeek == 1) return Join(p, i, first, first.Next + 1) ?? first;
        if (dash || p.IsAny(first.Next, "through", "until") || (p.Is(first.Next, "to") && first.Grain is Grain.Day or Grain.Month)) return Join(p, i, first, first.Next + 1) ?? first;
        return first;
    }

    private const int DaysOfWeek = 7;

    private static bool IsWeekday(DatePoint day) => day.Value is ['X', 'X', 'X', 'X', '-', 'W', 'X', 'X', '-', >= '1' and <= '7'];

    private DatePoint? Join(Pieces p, int from, DatePoint first, int at)
    {
        if (p.Is(at, "the")) at++;
        if (Single(p, at) is not { } second)
        {
            if (first.Grain != Grain.Year || _calendar.Year(p, at, evident: true) is not { } year) return null;
            second = year;
        }
        if (second.IsRange || second.IsSet || first.IsSet || second.Grain != first.Grain || first.HasTime != second.HasTime) return null;
        string start = first.Value;
        // "from 3 May to 5 June 2014": the year of the end is the year of the start.
        if (start.StartsWith("XXXX-", StringComparison.Ordinal) && !start.StartsWith("XXXX-W", StringComparison.Ordinal) && char.IsAsciiDigit(second.Value[0])) start = second.Value[..4] + start[4..];
        return new DatePoint(second.Next, start + "/" + second.Value, Grain.Span) { Parts = [.. first.PartsFrom(from).Select(part => part with { Value = part.Value == first.Value ? start : part.Value }), .. second.PartsFrom(at)] };
    }

    /// <summary>A day, month, week, season or year with what narrows it: a portion before it, a part of the day after it.</summary>
    private DatePoint? Single(Pieces p, int i)
    {
        DatePoint? found = Earlier(p, i) ?? Portion(p, i) ?? Dated(p, i);
        return found is { Grain: Grain.Day, IsRange: false, IsSet: false } day ? WithTime(p, day) : found;
    }

    // "earlier this week" ends on the day of telling, "later this month" begins there; "earlier on Thursday" is Thursday.
    private DatePoint? Earlier(Pieces p, int i)
    {
        bool later = p.Is(i, "later");
        if (!later && !p.Is(i, "earlier")) return null;
        int at = p.IsAny(i + 1, "on", "in") ? i + 2 : i + 1;
        if (p.Is(i + 1, "in") && p.Is(i + 2, "the") && words.Unit.TryGet(p.Word(i + 3), out string unit) && unit is "day" or "week" or "month" or "year")
            return unit == "day" ? new DatePoint(i + 4, "UNDEF-REF-this-day", Grain.Day) : Half(new DatePoint(i + 4, "UNDEF-this-" + unit, Grain.Span), later);
        if (Dated(p, at) is not { } date) return null;
        return date.Value.StartsWith("UNDEF-this-", StringComparison.Ordinal) && date.Grain is Grain.Week or Grain.Month or Grain.Year or Grain.Season or Grain.Span ? Half(date, later) : date;
    }

    private static DatePoint Half(DatePoint period, bool later) =>
        period with { Timex = period.Timex ?? period.Value, Value = later ? "PRESENT_REF/" + period.Value : period.Value + "/PRESENT_REF", Grain = Grain.Span };

    // "early November", "mid-July", "late on Wednesday", "the end of 2016", "late last year", "the last week of May"
    private DatePoint? Portion(Pieces p, int i)
    {
        int at = p.Is(i, "the") ? i + 1 : i;
        if (p.IsAny(at, "first", "last") && p.Is(at + 1, "half") && p.Is(at + 2, "of") && _calendar.Year(p, at + 3, evident: true) is { Grain: Grain.Year } first) return first with { Value = first.Value + (p.Is(at, "first") ? "-H1" : "-H2"), Grain = Grain.Span };
        if (p.Is(at, "second") && p.Is(at + 1, "half") && p.Is(at + 2, "of") && _calendar.Year(p, at + 3, evident: true) is { Grain: Grain.Year } second) return second with { Value = second.Value + "-H2", Grain = Grain.Span };
        if (p.IsAny(at, "first", "last") && p.IsAny(at + 1, "week", "days") && p.Is(at + 2, "of") && Dated(p, at + 3) is { Grain: Grain.Month } month) return month.Cut(p.Is(at, "first") ? "START" : "END");
        if (!words.Portion.TryGet(p.Word(at), out string portion)) return null;
        bool noun = !words.PortionAdjective.Has(p.Word(at));
        int next = at + 1;
        if (p[next].IsHyphen) next++;
        if (noun)
        {
            if (!p.Is(next, "of")) return null;
            next++;
        }
        else if (p.IsAny(next, "on", "in"))
        {
            next++;
        }
        if (p.Is(next, "the")) next++;
        DatePoint? date = Dated(p, next) ?? (p.Is(next - 1, "the") ? null : _calendar.Year(p, next, evident: true));
        if (date is null && noun && words.Unit.TryGet(p.Word(next), out string unit) && unit is "month" or "year" or "week") date = new DatePoint(next + 1, "UNDEF-this-" + unit, unit == "year" ? Grain.Year : unit == "month" ? Grain.Month : Grain.Week);
        if (date is not { IsSet: false } found || found.Grain is Grain.Duration) return null;
        // "late Thursday night": the night says more than the portion does.
        return found.Grain == Grain.Day && _clock.Part(p, found.Next) is not null ? found : noun && found.Grain == Grain.Day ? found : found.Cut(portion);
    }

    private DatePoint? Dated(Pieces p, int i)
    {
        DatePoint? date = Longest(_relative.Match(p, i) ?? _calendar.Match(p, i), patterns.Match(p, i));
        return date is { Grain: Grain.Day, IsRange: false, IsSet: false } day ? WithDate(p, day) : date;
    }

    // "Thursday, November 9", "Thursday (Nov. 9)", "9 November (Thursday)", "yesterday (Thursday)"
    private DatePoint WithDate(Pieces p, DatePoint day)
    {
        bool paren = p.IsMark(day.Next, '(');
        int at = paren || p.IsMark(day.Next, ',') ? day.Next + 1 : day.Next;
        if (p.Is(at, "the")) at++;
        if (day.Value.StartsWith("XXXX-W", StringComparison.Ordinal) && _calendar.Match(p, at) is { Grain: Grain.Day, IsRange: false, IsSet: false } date && (!paren || p.IsMark(date.Next, ')'))) return date with { Next = paren ? date.Next + 1 : date.Next };
        if (paren && words.WeekdayAt(p, at) is { } weekday && p.IsMark(weekday.Next, ')')) return day with { Next = weekday.Next + 1 };
        return day;
    }

    private DatePoint WithTime(Pieces p, DatePoint day)
    {
        if (_clock.Part(p, day.Next) is { } part) day = day.At(part.Value, part.Next);
        int at = p.IsMark(day.Next, ',') ? day.Next + 1 : day.Next;
        if (p.IsAny(at, "at", "around") || p.IsAny(at, "about", "before") || p.Is(at, "after")) at++;
        if (_clock.Clock(p, at) is { } clock) return (day.HasTime ? day with { Value = day.Value[..day.Value.IndexOf('T', StringComparison.Ordinal)] } : day).At(clock.Value, clock.Next);
        if (at > day.Next && words.PartAlone.Has(p.Word(at)) && _clock.Part(p, at) is { } alone) return day.At(alone.Value, alone.Next);
        return day;
    }

    // "04:17 on Monday", "dawn on Friday", "the morning of November 9", "at 04:17"
    private DatePoint? Timed(Pieces p, int i)
    {
        (string Value, int Next)? time = _clock.Clock(p, i);
        bool clock = time is not null;
        time ??= _clock.Part(p, i);
        if (time is not { } found) return null;
        int at = p.IsMark(found.Next, ',') ? found.Next + 1 : found.Next;
        if (p.IsAny(at, "on", "of")) at++;
        if (p.Is(at, "the") && p[at + 1].IsNumber) at++;
        if (Dated(p, at) is { Grain: Grain.Day, IsRange: false, IsSet: false } day && (at > found.Next || !p[at].IsNumber)) return day.HasTime ? day : day.At(found.Value, day.Next);
        if (clock && p.Is(found.Next, "in") && p.Is(found.Next + 1, "the") && _clock.Part(p, found.Next + 2) is { } part) found = (found.Value, part.Next);
        string before = p.Word(i - 1);
        bool alone = clock || (words.PartAlone.Has(p.Word(i)) && before is "at" or "before" or "by" or "after" or "since" or "until" or "around")
            || (before == "the" && p.Word(i - 2) is "in" or "during" && (!p[i + 1].IsLowerWord || p.IsAny(i + 1, "to", "and") || p.IsAny(i + 1, "when", "as"))) || (p.Is(i, "midnight") && before is "at" or "after" or "before" or "around" or "by");
        if (!alone || (p.Is(i, "night") && !p.Is(i - 2, "during"))) return null;
        return p.Is(i, "night") ? new DatePoint(found.Next, "UNDEF-last-day/UNDEF-this-day", Grain.Span) { Timex = "UNDEF-this-dayTNI" } : new DatePoint(found.Next, "UNDEF-this-day" + found.Value, Grain.Day);
    }
}
