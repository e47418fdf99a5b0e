using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Events;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Control;

/// <summary>One event that tells who holds a place, and from which day.</summary>
/// <param name="From">First day it speaks of.</param>
/// <param name="Holder">Who took or holds it, or for a withdrawal who left; null when nobody who could hold it is named.</param>
/// <param name="Partial">True when it is told of a part of the place only.</param>
internal sealed record Evidence(EventGroup Group, DateOnly From, string? Holder, bool Partial)
{
    public EventType Type => Group.Type;
    public string Id => Group.Id;

    /// <summary>The last day of what is told to have lasted a short while only; null for what may last.</summary>
    public DateOnly? Last => Type is EventType.Capture or EventType.Holding && Group.Affirming.Any() && Group.Affirming.All(claim => claim.Claim.Event!.Brief) ? Max(From, IsDay(Group.When!) ? Group.When!.End : From) : null;   // evidence has days, and claims of an event have one

    /// <summary>The last day up to <paramref name="day"/> on which somebody spoke of it.</summary>
    public DateOnly SeenOn(DateOnly day) => Group.Claims.Select(claim => claim.Said?.Start ?? From).Where(said => said <= day).DefaultIfEmpty(From).Max();

    public static ImmutableArray<Evidence> Of(IEnumerable<EventGroup> groups, IReadOnlyDictionary<string, Actor> actors)
    {
        Evidence[] all = [.. groups.Select(group => new Evidence(group, FirstDay(group), HolderOf(group, actors), IsPartial(group)))];
        return [.. all.OrderBy(one => one.From).ThenBy(one => one.Type switch { EventType.Holding => 0, EventType.Withdrawal => LeftAgain(one) ? 3 : 1, _ => 2 }).ThenBy(one => one.Id, StringComparer.Ordinal)];

        // On one day somebody leaves and another takes; who takes a town in a month and leaves it in the same has left it.
        bool LeftAgain(Evidence left) => left.Holder is not null && !IsDay(left.Group.When!) && all.Any(other => other.Type == EventType.Capture && other.From == left.From && other.Holder == left.Holder);
    }

    public static bool IsDay(Interval when) => when.Precision is TimePrecision.Time or TimePrecision.Day or TimePrecision.Days or TimePrecision.Unknown;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    private static bool IsPartial(EventGroup group)
    {
        ResolvedClaim[] affirming = [.. group.Affirming];
        return group.Claims.Any(claim => claim.Claim.Event!.Extent == Extent.Partial) && !affirming.Any(claim => claim.Claim.Event!.Extent is null or Extent.Full);   // claims of an event have one
    }

    // A month's taking is sure by the end of the month, or by the day it was told.
    private static DateOnly FirstDay(EventGroup group)
    {
        Interval when = group.When!;   // evidence has days
        if (IsDay(when)) return when.Start;
        DateOnly told = group.Claims.Min(claim => claim.Said?.Start ?? when.End);
        return told < when.End ? told : when.End;
    }

    // Of several who took it together the state's own forces stand for all, else who is called by a name.
    private static string? HolderOf(EventGroup group, IReadOnlyDictionary<string, Actor> actors)
    {
        string[] takers = [.. EventLedger.RolesOf(group).Where(role => role.Kind == RoleKind.Actor).Select(role => role.Actor).Where(id => actors[id].Kind is not (ActorKind.Person or ActorKind.Population or ActorKind.Media or ActorKind.Monitor or ActorKind.Ngo))];
        return takers.FirstOrDefault(id => actors[id].Side is { Length: 2 }) ?? takers.FirstOrDefault(id => char.IsUpper(actors[id].Name[(actors[id].Name.LastIndexOf(' ') + 1)..].FirstOrDefault())) ?? takers.FirstOrDefault();
    }
}
