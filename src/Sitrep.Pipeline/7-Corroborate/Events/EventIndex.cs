using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Finds the events a claim may be about without looking at all of them: by place and week, by dispatch, by number, by the person it befell.</summary>
/// <param name="families">Events are filed by their family, so that a blast and an attack meet.</param>
internal sealed class EventIndex(EventFamilies families, PlaceTies places, Parties parties)
{
    /// <summary>Weeks of an event beyond which it is filed without a time: it is compared with every claim at its place.</summary>
    private const int WeeksMax = 12;

    /// <summary>File of what has no exact time.</summary>
    private const int AnyWeek = int.MinValue;

    private readonly record struct PlaceKey(EventType Type, bool Expected, string Place, int Week);

    private readonly Dictionary<PlaceKey, HashSet<EventGroup>> _byWeek = [];
    private readonly Dictionary<(EventType, bool, string), HashSet<EventGroup>> _byDispatch = [];
    private readonly Dictionary<(EventType, bool, Measure, long?, long?, int), HashSet<EventGroup>> _byNumber = [];
    private readonly Dictionary<(EventType, bool, string, int), HashSet<EventGroup>> _byPerson = [];
    private readonly Dictionary<string, List<EventGroup>> _atPlace = new(StringComparer.Ordinal);

    private readonly HashSet<EventGroup> _placed = [];

    /// <summary>Every event at a place, in the order they were founded.</summary>
    public IReadOnlyList<EventGroup> At(string place) => _atPlace.GetValueOrDefault(place) ?? [];

    public IEnumerable<EventGroup> At(EventType type, string place) => At(place).Where(group => group.Type == type && !group.Expected);

    /// <summary>Events that the claim may be about; the caller judges them, in whatever order they come.</summary>
    public IEnumerable<EventGroup> Candidates(ResolvedClaim claim, bool expected)
    {
        EventType type = families.Of(claim.Claim.Event!.Type);
        var seen = new HashSet<EventGroup>();
        if (claim.Place is { } place)
        {
            int[] weeks = [.. Weeks(claim.When, type == EventType.Capture && !claim.Dated ? EventMatcher.TakingRetoldDays : EventMatcher.RetoldGapMax)];
            if (weeks is [AnyWeek]) seen.UnionWith(At(place).Where(group => families.Of(group.Type) == type && group.Expected == expected));
            else foreach (int week in weeks.Append(AnyWeek)) seen.UnionWith(_byWeek.GetValueOrDefault(new PlaceKey(type, expected, place, week)) ?? []);
        }
        // Without a place on either side only the same telling, the same number or the same person binds.
        seen.UnionWith((_byDispatch.GetValueOrDefault((type, expected, claim.Dispatch)) ?? []).Where(group => places.Between(claim.Place, group.Place) != PlaceTie.Other));
        if (claim.Claim.Figure is { Quantity: { Low: not null } quantity, Measure: var measure })
        {
            foreach (int week in Weeks(claim.When, EventMatcher.UndatedGapMax).Append(AnyWeek).Distinct())
                seen.UnionWith((_byNumber.GetValueOrDefault((type, expected, measure, quantity.Low, quantity.High, week)) ?? []).Where(group => places.Between(claim.Place, group.Place) != PlaceTie.Other));
        }
        foreach (string person in Named(claim))
        {
            foreach (int week in Weeks(claim.When, EventMatcher.UndatedGapMax))
                seen.UnionWith((_byPerson.GetValueOrDefault((type, expected, person, week)) ?? []).Where(group => places.Between(claim.Place, group.Place) != PlaceTie.Other));
        }
        return seen;
    }

    /// <summary>Files the event under what the claim tells; called for each claim that joins it.</summary>
    public void Note(EventGroup group, ResolvedClaim claim)
    {
        EventType type = families.Of(group.Type);
        if (group.Place is { } place)
        {
            foreach (int week in Weeks(group.When, 0)) File(_byWeek, new PlaceKey(type, group.Expected, place, week), group);
            if (!_atPlace.TryGetValue(place, out List<EventGroup>? there)) _atPlace.Add(place, there = []);
            if (_placed.Add(group)) there.Add(group);
        }
        File(_byDispatch, (type, group.Expected, claim.Dispatch), group);
        foreach (string person in Named(claim))
        {
            foreach (int week in Weeks(group.When, 0)) File(_byPerson, (type, group.Expected, person, week), group);
        }
        if (claim.Claim.Figure is { Quantity: { Low: not null } quantity, Measure: var measure })
        {
            foreach (int week in Weeks(group.When, 0)) File(_byNumber, (type, group.Expected, measure, quantity.Low, quantity.High, week), group);
        }
    }

    // The person whom it befell, the storm by its name: wherever they are told of, they are one.
    private IEnumerable<string> Named(ResolvedClaim claim) => claim.In(RoleKind.Target).Where(parties.IsNamedPerson).Concat(claim.In(RoleKind.Instrument).Where(parties.IsNamedThing));

    private static void File<TKey>(Dictionary<TKey, HashSet<EventGroup>> index, TKey key, EventGroup group) where TKey : notnull
    {
        if (!index.TryGetValue(key, out HashSet<EventGroup>? filed)) index.Add(key, filed = []);
        filed.Add(group);
    }

    private static IEnumerable<int> Weeks(Interval? when, int margin)
    {
        if (when is not { Precision: TimePrecision.Time or TimePrecision.Day or TimePrecision.Days or TimePrecision.Unknown }) return [AnyWeek];
        int first = (when.Start.DayNumber - margin) / 7, last = (when.End.DayNumber + margin) / 7;
        return last - first > WeeksMax ? [AnyWeek] : Enumerable.Range(first, last - first + 1);
    }
}
