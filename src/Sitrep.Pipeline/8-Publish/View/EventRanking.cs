using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Which events a reader must see first, and which are only the story's past.</summary>
internal sealed class EventRanking
{
    /// <summary>Events that ended this many days before the first report are background, not news: about a month, the longest
    /// period one situation report of the field covers.</summary>
    private const int BackgroundDays = 31;

    private readonly RecordIndex _index;
    private readonly HashSet<string> _counted;

    public EventRanking(RecordIndex index)
    {
        _index = index;
        _counted = [.. index.Record.Figures.Where(figure => figure.Event is not null).Select(figure => figure.Event!)];   // filtered on the line itself
    }

    public bool IsBackground(Event happening)
    {
        if (_index.FirstPublished is { } first && happening.When is { Precision: not TimePrecision.Unknown } when && when.End.DayNumber < first.DayNumber - BackgroundDays) return true;
        bool dated = happening.When is { Precision: not TimePrecision.Unknown };
        return !dated && happening.Claims.Length > 0 && _index.Claims(happening.Claims).All(claim => claim.Claim.Event is { Background: true });
    }

    /// <summary>Higher is told first. Independent tellings weigh most: what one newsroom alone mentions rarely leads a report.</summary>
    public int Weight(Event happening)
    {
        int weight = 3 * Math.Min(happening.Independent.Dispatches, 10) + 2 * Math.Min(happening.Independent.Sides, 5) + Kind(happening.Type);
        if (happening.Status is Status.Contested or Status.Denied or Status.Retracted) weight += 3;
        if (happening.Supersedes.Length + happening.Contradicts.Length > 0) weight += 2;
        if (_counted.Contains(happening.Id)) weight += 2;
        if (happening.Place is not null) weight += 2;
        if (happening.Roles.Any(role => role.Kind == RoleKind.Actor)) weight++;
        if (happening.Roles.Any(role => role.Kind == RoleKind.Target)) weight++;
        return weight;
    }

    /// <summary>Time order; what has no date comes last; the weightier of one day first.</summary>
    public ImmutableArray<Event> InTime(IEnumerable<Event> events) =>
        [.. events.OrderBy(happening => Day(happening) ?? DateOnly.MaxValue).ThenBy(happening => happening.When?.End ?? DateOnly.MaxValue)
            .ThenByDescending(Weight).ThenBy(happening => happening.Id, StringComparer.Ordinal)];

    public ImmutableArray<Event> ByWeight(IEnumerable<Event> events) =>
        [.. events.OrderByDescending(Weight).ThenByDescending(happening => Day(happening) ?? DateOnly.MinValue).ThenBy(happening => happening.Id, StringComparer.Ordinal)];

    /// <summary>The day an event is filed under: its first, or the last possible one where only the report's date bounds it.</summary>
    public static DateOnly? Day(Event happening) => happening.When is { } when ? when.Precision == TimePrecision.Unknown ? when.End : when.Start : null;

    private static int Kind(EventType type) => type switch
    {
        EventType.Capture or EventType.Withdrawal or EventType.Siege or EventType.Disaster or EventType.Bombing or EventType.Killing or EventType.Strike
            or EventType.Attack or EventType.Ceasefire or EventType.Agreement => 6,
        EventType.Clash or EventType.Displacement or EventType.Detention or EventType.Abduction or EventType.Surrender or EventType.Release or EventType.Injury => 5,
        EventType.Aid or EventType.Protest or EventType.Movement or EventType.Holding or EventType.Declaration => 3,
        _ => 0,
    };
}
