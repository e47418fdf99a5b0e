using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Folds event claims into events, in the order they became known.</summary>
public sealed class EventLedger
{
    private readonly List<EventGroup> _groups = [];
    private readonly Dictionary<(EventType, bool), List<EventGroup>> _byType = [];
    private readonly Dictionary<string, string> _eventOf = new(StringComparer.Ordinal);
    private readonly Witnesses _witnesses;

    /// <param name="claims">In the order of <see cref="Witnesses.InOrder"/>.</param>
    public EventLedger(IEnumerable<ResolvedClaim> claims, Witnesses witnesses)
    {
        _witnesses = witnesses;
        foreach (ResolvedClaim claim in claims) if (Says(claim)) Place(claim);
    }

    public IReadOnlyList<EventGroup> Groups => _groups;

    /// <summary>Id of the event the claim is about; null when it is about none.</summary>
    public string? EventOf(string claimId) => _eventOf.GetValueOrDefault(claimId);

    // An event word with no place, nobody named and nothing counted tells nothing that could be checked.
    private static bool Says(ResolvedClaim claim) =>
        claim.Claim.Event is { } reading && (claim.Place is not null || claim.Roles.Length > 1 || claim.Claim.Figure is not null || claim.Roles.Length == 1 && reading.Type is not (EventType.Attack or EventType.Clash or EventType.Movement or EventType.Other or EventType.Holding or EventType.Strike));

    private void Place(ResolvedClaim claim)
    {
        (EventType, bool) key = (claim.Claim.Event!.Type, claim.Claim.Stance == Stance.Expects);
        if (!_byType.TryGetValue(key, out List<EventGroup>? candidates)) _byType.Add(key, candidates = []);
        EventGroup? best = null;
        int bestScore = 0;
        foreach (EventGroup group in candidates)
        {
            int score = EventMatcher.Score(claim, group);
            if (score > bestScore) (best, bestScore) = (group, score);
        }
        if (best is null)
        {
            best = new EventGroup(claim, StableId.Of('e', claim.Claim.Id));
            _groups.Add(best);
            candidates.Add(best);
        }
        else
        {
            best.Add(claim);
        }
        _eventOf[claim.Claim.Id] = best.Id;
    }

    /// <summary>Denials of an event that its denier has not since taken back.</summary>
    public ImmutableArray<ResolvedClaim> StandingDenials(EventGroup group) => [.. group.Denying.Where(denial => !IsTakenBack(denial, group))];

    // Taken back: the same claimant later affirms the event, or that the other side has left the place or the first one holds it.
    private bool IsTakenBack(ResolvedClaim denial, EventGroup group)
    {
        string who = _witnesses.Claimant(denial);
        DateOnly said = denial.Said?.Start ?? DateOnly.MinValue;
        bool Later(ResolvedClaim claim) => claim.Claim.Stance == Stance.Affirms && _witnesses.Claimant(claim) == who && claim.Said?.Start > said;
        if (group.Claims.Any(Later)) return true;
        if (group.Type != EventType.Capture || group.Place is null) return false;
        return _groups.Any(other => other.Place == group.Place && !other.Expected
            && (other.Type == EventType.Withdrawal && !other.Actors.Any(group.Actors.Contains) || other.Type is EventType.Holding or EventType.Capture && other.Actors.Any(group.Actors.Contains))
            && other.Claims.Any(Later));
    }

    public ImmutableArray<Event> ToEvents(EventWords words, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places)
    {
        var previous = new Dictionary<string, EventGroup>(StringComparer.Ordinal);
        var supersedes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (EventGroup capture in _groups.Where(group => group.Type == EventType.Capture && !group.Expected && group.Place is not null && group.When is not null && group.Affirming.Any()).OrderBy(group => group.When!.Start).ThenBy(group => group.Id, StringComparer.Ordinal))
        {
            if (previous.TryGetValue(capture.Place!, out EventGroup? before) && !capture.Actors.Any(before.Actors.Contains)) supersedes[capture.Id] = before.Id;
            previous[capture.Place!] = capture;
        }
        return [.. _groups.Select(group => ToEvent(group, words, actors, places, supersedes.GetValueOrDefault(group.Id)))
            .OrderBy(item => item.When?.Start ?? DateOnly.MaxValue).ThenBy(item => item.When?.End ?? DateOnly.MaxValue).ThenBy(item => item.Id, StringComparer.Ordinal)];
    }

    private Event ToEvent(EventGroup group, EventWords words, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places, string? supersedes)
    {
        ResolvedClaim[] affirming = [.. group.Affirming];
        ImmutableArray<ResolvedClaim> denials = StandingDenials(group);
        ImmutableArray<Role> roles = RolesOf(group);
        Status status = group.Expected ? _witnesses.Count(affirming) is { Claimants: >= 2, Sides: >= 2 } ? Status.Corroborated : Status.SingleSource
            : affirming.Length == 0 && denials.IsEmpty ? group.Denying.Any() ? Status.Retracted : Status.Contested : _witnesses.Judge(affirming, denials);
        Extent? extent = affirming.Select(claim => claim.Claim.Event!.Extent).FirstOrDefault(known => known is not null);
        if (extent is null && group.Type is EventType.Capture) extent = Extent.Full;
        return new Event(
            group.Id, group.Type, words.CodesOf(group.Type, roles, actors), group.Place, group.When, roles, extent, status,
            _witnesses.Count(affirming.Length > 0 ? affirming : group.Claims), group.Expected, words.Summary(group, roles, actors, places),
            supersedes is null ? [] : [supersedes], [], [.. Witnesses.InOrder(group.Claims).Select(claim => claim.Claim.Id)]);
    }

    /// <summary>Roles by how many dispatches name them, so that the parties most tell of come first.</summary>
    public static ImmutableArray<Role> RolesOf(EventGroup group)
    {
        ResolvedClaim[] claims = [.. group.Affirming.Any() ? group.Affirming : group.Claims];
        return [.. claims.SelectMany(claim => claim.Roles.Select((role, place) => (role, claim.Dispatch, place)))
            .GroupBy(entry => entry.role).OrderBy(role => role.Key.Kind).ThenByDescending(role => role.Select(entry => entry.Dispatch).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(role => role.Count()).ThenBy(role => role.Min(entry => entry.place)).ThenBy(role => role.Key.Actor, StringComparer.Ordinal).Select(role => role.Key)];
    }
}
