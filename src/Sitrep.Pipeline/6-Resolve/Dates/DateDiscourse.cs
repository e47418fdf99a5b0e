using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Resolve.Dates;

/// <summary>The days from which the dates of one report count: the day of telling, and the day, the period and the quarter last spoken of.</summary>
/// <param name="told">Dateline, else day of publication.</param>
public sealed class DateDiscourse(DateOnly? told)
{
    private const string Reference = "UNDEF-REF-";

    private readonly Dictionary<int, DateOnly?> _anchors = [];   // by where the mention stands
    private DateOnly? _day;
    private DateOnly? _period;
    private DateOnly? _quarter;

    /// <summary>The day from which <paramref name="value"/> counts; null when none is known.</summary>
    public DateOnly? AnchorOf(string value)
    {
        int at = value.IndexOf(Reference, StringComparison.Ordinal);
        if (at < 0) return told;
        // "The quarter" may be a part of a town: a quarter of a year only after one was named.
        if (value.Contains("quarter", StringComparison.Ordinal)) return _quarter;
        ReadOnlySpan<char> unit = value.AsSpan(at + Reference.Length);
        bool longer = unit.Contains("week", StringComparison.Ordinal) || unit.Contains("month", StringComparison.Ordinal) || unit.Contains("year", StringComparison.Ordinal);
        DateOnly? spoken = longer ? _period : _day;
        // Nothing can have happened after the day of telling: "three days after the quake" waits for the day of the quake.
        return spoken is null && unit.Contains("-PLUS-", StringComparison.Ordinal) ? null : spoken ?? told;
    }

    /// <summary>The day from which a mention counts: the same for all that is told by it, however often one of them was spoken of since.</summary>
    public DateOnly? AnchorOf(DateMention mention)
    {
        if (!mention.Value.Contains(Reference, StringComparison.Ordinal)) return told;
        if (!_anchors.TryGetValue(mention.Span.Start, out DateOnly? anchor)) _anchors[mention.Span.Start] = anchor = AnchorOf(mention.Value);
        return anchor;
    }

    /// <summary>"A year earlier" and "a year ago" beside figures of a quarter: that quarter a year before; null elsewhere.</summary>
    public string? InQuarters(string value) =>
        _quarter is not null && value is "UNDEF-REF-year-MINUS-1" or "UNDEF-this-year-MINUS-1" ? "UNDEF-REF-quarter-MINUS-4" : null;

    /// <summary>A time was told.</summary>
    public void Spoke(Interval when)
    {
        int days = when.End.DayNumber - when.Start.DayNumber + 1;
        if (days == 1) _day = when.Start;
        _period = when.Start;
        if (days is >= 90 and <= 92 && when.Start is { Day: 1, Month: 1 or 4 or 7 or 10 }) _quarter = when.Start;
    }
}
