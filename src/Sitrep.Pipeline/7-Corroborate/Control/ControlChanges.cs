using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Corroborate.Control;

/// <summary>Takings, losses and reversals of one place, read off its spans.</summary>
internal static class ControlChanges
{
    /// <summary>Days a taking must last to be a change of control to ACLED; an exchange that lasts no longer is an armed clash.</summary>
    public const int LastingDays = 1;

    public static ImmutableArray<ControlChange> Of(ImmutableArray<ControlSpan> spans, ImmutableArray<Evidence> evidence, Parties parties, DateOnly until)
    {
        var changes = new List<ControlChange>();
        var held = new HashSet<string>(StringComparer.Ordinal);
        string? holder = null;
        foreach (ControlSpan span in spans)
        {
            Evidence[] basis = [.. evidence.Where(one => span.Basis.Contains(one.Id, StringComparer.Ordinal) && one.From <= span.To)];
            if (span.State == ControlState.Contested)
            {
                if (basis.LastOrDefault(one => one is { Type: EventType.Capture, Partial: true } && one.From >= span.From) is { Holder: { } comer } part) changes.Add(new ControlChange(span.From, ControlChangeKind.PartTaken, holder, comer, part.Id, null, false));
                continue;
            }
            if (span.State == ControlState.Unknown)
            {
                if (holder is not null && basis.LastOrDefault() is { } loss) changes.Add(new ControlChange(span.From, ControlChangeKind.Left, holder, null, loss.Id, null, false));
                holder = null;
                continue;
            }
            if (span.Holder is not { } next) continue;   // held and claimed have a holder
            if (holder is null || !parties.SameSide(holder, next))
            {
                // Who is said to have lost it had held it.
                held.UnionWith(basis.Where(one => one.Type == EventType.Capture && one.Holder == next).SelectMany(one => one.Group.Targets));
                bool before = held.Any(earlier => parties.SameSide(earlier, next));
                // Who is only said to be there has not taken it.
                if (basis.LastOrDefault(one => one is { Type: EventType.Capture, Partial: false } && one.Holder == next) is { } taking) changes.Add(new ControlChange(Start(span, taking), before ? ControlChangeKind.Retaken : ControlChangeKind.Taken, holder, next, taking.Id, null, false));
                else if (holder is not null && basis.LastOrDefault() is { } presence) changes.Add(new ControlChange(span.From, before ? ControlChangeKind.Retaken : ControlChangeKind.Taken, holder, next, presence.Id, null, false));
            }
            held.Add(next);
            holder = next;
        }
        return [.. changes.Select((change, i) => Measured(change, changes.Skip(i + 1).FirstOrDefault(later => later.Kind != ControlChangeKind.PartTaken), until))];
    }

    // A taking that was contested on its first days began when it was first told of.
    private static DateOnly Start(ControlSpan span, Evidence taking) => taking.From < span.From ? taking.From : span.From;

    private static ControlChange Measured(ControlChange change, ControlChange? next, DateOnly until) => change.Kind is ControlChangeKind.PartTaken or ControlChangeKind.Left ? change
        : next is not null ? change with { Lasted = next.Day.DayNumber - change.Day.DayNumber }
        : change with { Provisional = until.DayNumber - change.Day.DayNumber <= LastingDays };
}
