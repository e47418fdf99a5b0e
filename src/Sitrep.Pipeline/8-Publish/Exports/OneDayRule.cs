using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>ACLED's one-day rule, for an export that must not say too much: beyond the ledger's own (a taking undone within a day), days on which only one side claimed a place that was lost again do not count.</summary>
internal sealed class OneDayRule(SituationRecord record)
{
    private readonly Dictionary<string, Control> _control = record.Control.ToDictionary(control => control.Place, StringComparer.Ordinal);

    /// <returns><c>lost-within-a-day</c>, <c>provisional</c> while not more than a day is known, or null for a taking that held, or of which nothing is known afterwards.</returns>
    public string? Verdict(Event taking)
    {
        if (taking.Place is null || !_control.TryGetValue(taking.Place, out Control? control)) return null;
        int at = -1;
        for (int i = 0; i < control.Spans.Length && at < 0; i++) if (control.Spans[i].Basis.Contains(taking.Id) && taking.Roles.Any(role => role.Actor == control.Spans[i].Holder)) at = i;
        if (at < 0) return null;
        int last = at;
        while (last + 1 < control.Spans.Length && control.Spans[last + 1].Holder == control.Spans[at].Holder) last++;
        bool lost = last + 1 < control.Spans.Length;
        // Of a place that was lost again only the days count on which all agreed who had it: what one side claimed and the other disputed was the fight.
        int days = lost ? control.Spans.AsSpan()[at..(last + 1)].ToArray().Where(span => span.State == ControlState.Held).Sum(Days) : control.Spans[last].To.DayNumber - control.Spans[at].From.DayNumber + 1;
        return days > 1 ? null : lost ? "lost-within-a-day" : "provisional";
    }

    private static int Days(ControlSpan span) => span.To.DayNumber - span.From.DayNumber + 1;
}
