using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Corroborate.Control;

/// <summary>ACLED's rule for export codes: a taking that does not last more than one day is an armed clash, whatever it was called; until that
/// is known its code is provisional.</summary>
internal static class OneDayRule
{
    /// <summary>Event type and sub-event type of an exchange that did not last.</summary>
    private static readonly ImmutableArray<string> ArmedClash = ["Battles", "Armed clash"];

    public static ImmutableArray<Event> Apply(ImmutableArray<Event> events, ImmutableArray<Model.Record.Control> control)
    {
        var changes = new Dictionary<string, ControlChange>(StringComparer.Ordinal);
        foreach (ControlChange change in control.SelectMany(place => place.Changes)) changes.TryAdd(change.Event, change);
        return [.. events.Select(happening => happening.Type == EventType.Capture && changes.TryGetValue(happening.Id, out ControlChange? change) ? Coded(happening, change) : happening)];
    }

    private static Event Coded(Event happening, ControlChange change) =>
        change.Lasted is { } days && days <= ControlChanges.LastingDays ? happening with { Codes = happening.Codes with { Acled = ArmedClash } }
        : change.Provisional ? happening with { Codes = happening.Codes with { Provisional = true } } : happening;
}
