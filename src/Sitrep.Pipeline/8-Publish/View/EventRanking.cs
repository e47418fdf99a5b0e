using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Which events a reader must see first, and which are only the story's past.</summary>
internal sealed class EventRanking
{
    /// <summary>Events that ended this many days before the first report are background, not news: about a month, the longest
    /// period one situation report of the field covers.</summary>
    public const int BackgroundDays = 31;

    private readonly RecordIndex _index;
    private readonly HashSet<string> _counted;
    private readonly HashSet<string> _outcounted;
    private readonly HashSet<string> _past;

    public EventRanking(RecordIndex index)
    {
        _index = index;
        _counted = [.. index.Record.Figures.Where(figure => figure.Event is not null).Select(figure => figure.Event!)];   // filtered on the line itself
        _past = [.. index.Record.Figures.Where(figure => figure.Event is not null && FigureSection.IsPast(figure, index)).Select(figure => figure.Event!)];
        var largest = index.Record.Figures.Where(figure => !FigureSection.IsPast(figure, index)).GroupBy(figure => figure.Measure).ToDictionary(group => group.Key, group => group.Max(FigureSection.Number));
        _outcounted = [.. index.Record.Figures.Where(figure => figure.Event is not null).GroupBy(figure => figure.Event!, StringComparer.Ordinal)
            .Where(counts => counts.All(figure => figure.Status == Status.Revised || 2 * FigureSection.Number(figure) < largest.GetValueOrDefault(figure.Measure))).Select(counts => counts.Key)];
    }

    public bool IsBackground(Event happening)
    {
        // What the state of a day rests on happened before it.
        if (_index.Record.On is { } on) return !RecordOn.IsOn(happening, on);
        if (_index.FirstPublished is { } first && happening.When is { Precision: not TimePrecision.Unknown } when && when.End.DayNumber < first.DayNumber - BackgroundDays) return true;
        if (_past.Contains(happening.Id)) return true;
        bool dated = happening.When is { Precision: not TimePrecision.Unknown };
        return !dated && happening.Claims.Length > 0 && _index.Claims(happening.Claims).All(claim => claim.Claim.Event is { Background: true });
    }

    /// <summary>False for what would be an empty line: no place, nobody done anything to, nothing counted. The record's JSON form keeps it.</summary>
    public bool IsTold(Event happening)
    {
        if (happening.Place is not null || _counted.Contains(happening.Id) || happening.Independent.Dispatches > 2) return true;
        if (happening.Roles.Select(role => role.Actor).Distinct(StringComparer.Ordinal).Count() > 1) return true;
        if (happening.Roles.Any(role => role.Kind == RoleKind.Target && _index.IsNamedPerson(role.Actor))) return true;
        return _index.IsWorded(happening);
    }

    /// <summary>True for "people killed": neither how many nor who.</summary>
    public bool SaysLittle(Event happening) =>
        happening.Type is EventType.Killing or EventType.Injury && !_counted.Contains(happening.Id) && !happening.Roles.Any(role => role.Kind == RoleKind.Target && _index.IsNamedPerson(role.Actor));

    /// <summary>True for a count that a later or larger one has overtaken: it leads no report.</summary>
    public bool IsOvertaken(Event happening) => _outcounted.Contains(happening.Id) && happening.Type is EventType.Killing or EventType.Injury or EventType.Displacement && happening.Independent.Dispatches < 3;

    /// <summary>Higher is told first. Independent tellings weigh most: what one newsroom alone mentions rarely leads a report.</summary>
    public int Weight(Event happening)
    {
        int weight = 3 * Math.Min(happening.Independent.Dispatches, 10) + 2 * Math.Min(happening.Independent.Sides, 5) + Kind(happening.Type);
        if (happening.Status is Status.Contested or Status.Denied or Status.Retracted) weight += 3;
        if (happening.Supersedes.Length + happening.Contradicts.Length > 0) weight += 2;
        if (IsOvertaken(happening)) weight -= 5;
        else if (_counted.Contains(happening.Id)) weight += 2;
        if (happening.Place is not null) weight += 2;
        if (happening.Roles.Any(role => role.Kind == RoleKind.Actor)) weight++;
        if (happening.Roles.Any(role => role.Kind == RoleKind.Target)) weight++;
        return weight;
    }

    /// <summary>The events told in full: at most so many, and none that weighs less than half of the first unless it is disputed.</summary>
    public IEnumerable<Event> Leading(IEnumerable<Event> events, int most)
    {
        ImmutableArray<Event> byWeight = ByWeight(events.Where(happening => !IsOvertaken(happening)));
        return byWeight.Take(most).Where((happening, i) => i < 5 || 2 * Weight(happening) >= Weight(byWeight[0]) || happening.Status is Status.Contested or Status.Denied);
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
