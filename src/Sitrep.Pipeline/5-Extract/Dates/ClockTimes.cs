using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>Times of day: "04:17 local time", "4 a.m.", "0117 GMT", "dawn".</summary>
internal sealed class ClockTimes(DateWords words)
{
    /// <summary>A time of day as a TIMEX3 suffix: T04:17.</summary>
    public (string Value, int Next)? Clock(Pieces p, int i)
    {
        if (Plain(p, i) is not { } time) return null;
        // "04:17 local time (0117 GMT)": the first says when
        return p.IsMark(time.Next, '(') && p[time.Next + 1].IsNumber && Plain(p, time.Next + 1) is { } other && p.IsMark(other.Next, ')') ? time with { Next = other.Next + 1 } : time;
    }

    private (string Value, int Next)? Plain(Pieces p, int i)
    {
        if (!p[i].IsNumber || (p[i].Glued && p[i - 1].Form is not ("(" or "-" or "–" or "~"))) return null;
        (int hour, int minute, int next) = (p[i].Small(24), 0, i + 1);
        bool sure = false;
        if (p.IsMark(next, ':') && p[next].Glued && p[next + 1] is { Glued: true } minutes && minutes.Form.Length == 2 && minutes.Small(59) is >= 0 and int m)
        {
            (minute, next, sure) = (m, next + 2, hour >= 0);
            if (p.IsMark(next, ':') && p[next].Glued && p[next + 1].Glued && p[next + 1].Small(59) >= 0) next += 2;
        }
        else if (p[i].Form.IndexOf('.', StringComparison.Ordinal) is var point && point is 1 or 2 && p[i].Form.Length == point + 3)
        {
            (hour, minute) = (Two(p[i].Form.AsSpan(0, point), 24), Two(p[i].Form.AsSpan(point + 1), 59));   // "4.17 pm"
            if (minute < 0) return null;
        }
        bool half = HalfDay(p, next, out int after, out bool afternoon);
        if (half && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (afternoon ? 12 : 0);
            (next, sure) = (after, true);
        }
        else if (p.Is(next, "o") && p[next + 1].Kind == PieceKind.Mark && p.Is(next + 2, "clock"))
        {
            (next, sure) = (next + 3, true);
        }
        else if (!sure && p[i].Form.Length == 4 && p[i].IsPlainDigits && words.Zone.Has(p.Word(next)))
        {
            (hour, minute, sure) = (Two(p[i].Form.AsSpan(0, 2), 23), Two(p[i].Form.AsSpan(2), 59), true);
        }
        if (!sure || hour is < 0 or > 24 || minute < 0) return null;
        next = Zone(p, next);
        return (FormattableString.Invariant($"T{hour:D2}:{minute:D2}"), next);
    }

    /// <summary>A part of the day as a TIMEX3 suffix: TMO.</summary>
    public (string Value, int Next)? Part(Pieces p, int i) =>
        words.Part.TryGet(p.Word(i), out string value) ? (value, i + 1) : null;

    private int Zone(Pieces p, int i)
    {
        if (p.Is(i, "local")) return p.Is(i + 1, "time") ? i + 2 : i;
        if (words.Zone.Has(p.Word(i))) return p.Is(i + 1, "time") ? i + 2 : i + 1;
        // "7 p.m. Eastern time", "9 am Tokyo time"
        return p[i].IsCapital && p.Is(i + 1, "time") ? i + 2 : i;
    }

    private static bool HalfDay(Pieces p, int i, out int next, out bool afternoon)
    {
        (next, afternoon) = (i, false);
        if (p.IsAny(i, "am", "pm")) (next, afternoon) = (i + 1, p.Is(i, "pm"));
        else if (p.IsAny(i, "a", "p") && p.IsMark(i + 1, '.') && p.Is(i + 2, "m") && p[i + 2].Glued) (next, afternoon) = (DateWords.PastStop(p, i + 3), p.Is(i, "p"));
        return next > i;
    }

    private static int Two(ReadOnlySpan<char> digits, int limit)
    {
        int value = 0;
        foreach (char c in digits) value = (value * 10) + (c - '0');
        return digits.Length is 1 or 2 && value <= limit ? value : -1;
    }
}
