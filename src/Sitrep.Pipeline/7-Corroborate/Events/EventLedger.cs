using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Judgement;
using Sitrep.Pipeline.Corroborate.Withdrawals;
using Sitrep.Pipeline.Resolve;
using Sitrep.Pipeline.Resolve.Disasters;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Folds event claims into events, in the order they became known.</summary>
public sealed partial class EventLedger
{
    private readonly List<EventGroup> _groups = [];
    private readonly PlaceTies _ties;
    private EventIndex _index;
    private readonly Dictionary<string, string> _eventOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<ResolvedClaim>> _standing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<ResolvedClaim>> _deniedLoss = new(StringComparer.Ordinal);
    private readonly Witnesses _witnesses;
    private readonly Parties _parties;
    private readonly EventMatcher _matcher;
    private readonly EventFamilies _families;
    private readonly Func<string, string> _storyOf;

    /// <param name="claims">In the order of <see cref="Witnesses.InOrder"/>.</param>
    /// <param name="storyOf">Id of the story a report is of.</param>
    public EventLedger(IReadOnlyCollection<ResolvedClaim> claims, Witnesses witnesses, Parties parties, EventFamilies families, IReadOnlyDictionary<string, Place> places, Func<string, string> storyOf)
    {
        (_ties, _storyOf) = (new PlaceTies(places), storyOf);
        (_witnesses, _parties, _families, _index, _matcher) = (witnesses, parties, families, new EventIndex(families, _ties, parties), new EventMatcher(parties, families, _ties, new Takings(claims, parties), storyOf));
        foreach (ResolvedClaim claim in SentencePlaces.Fill(claims))
        {
            if (Says(claim)) Place(claim);
            else if (claim.Claim is { Stance: Stance.Denies, Event.Type: EventType.Ceasefire or EventType.Agreement }) Deny(claim);
        }
        JoinDisasters();
        JoinUnplaced();
    }

    public IReadOnlyList<EventGroup> Groups => _groups;

    /// <summary>Marks what outlets went back on; once, when all claims are placed and before <see cref="Apply"/>.</summary>
    public void Withdraw(PageWithdrawals withdrawals)
    {
        if (!withdrawals.IsEmpty) foreach (EventGroup group in _groups) group.Withdraw(withdrawals);
    }

    /// <summary>Id of the event the claim is about; null when it is about none.</summary>
    public string? EventOf(string claimId) => _eventOf.GetValueOrDefault(claimId);

    // An event word with no place, nobody named and nothing counted tells nothing that could be checked. What is told in a source's own words, or in a phrase ("stop search"), is told.
    private static bool Says(ResolvedClaim claim) =>
        claim.Claim.Event is { } reading && !(reading.Type == EventType.Holding && claim.Roles.IsEmpty) && (claim.Place is not null || claim.Roles.Length > 1 || claim.Claim.Figure is not null || claim.Roles.Length == 1 && (reading.Lemma.Contains(' ', StringComparison.Ordinal) || reading.Type is not (EventType.Attack or EventType.Clash or EventType.Movement or EventType.Other or EventType.Holding or EventType.Strike)));

    // "denied there was any ceasefire": the one of its kind that the same telling has told of; where there are several, or none, nothing.
    private void Deny(ResolvedClaim claim)
    {
        EventGroup[] told = [.. _index.Candidates(claim, expected: false).Where(group => group.Type == claim.Claim.Event!.Type && group.IsToldBy(claim.Dispatch) && EventMatcher.TimesAgree(claim, group)).Take(2)];   // claims come here for their events
        if (told is not [var only]) return;
        only.Add(claim, new EventMatch(1, MatchGround.Joined, PlaceTie.Unknown, null, 0, false, true), only.Type);
        _eventOf[claim.Claim.Id] = only.Id;
    }

    /// <summary>Other events that a claim is noted to have come near to: the nearest in time.</summary>
    private const int ApartMax = 3;

    private void Place(ResolvedClaim claim)
    {
        EventGroup? best = null;
        EventMatch bestMatch = default;
        bool expected = claim.Claim.Stance == Stance.Expects;
        bool manyTakers = claim.Claim.Event!.Type == EventType.Capture && !claim.Dated && !claim.In(RoleKind.Actor).Any() && HasManyTakers(claim.Place);
        var near = new List<(EventGroup Group, EventMatch Match)>();
        foreach (EventGroup group in _index.Candidates(claim, expected))
        {
            if (manyTakers && !group.IsToldBy(claim.Dispatch)) continue;
            EventMatch match = _matcher.Judge(claim, group);
            if (match.IsNear) near.Add((group, match));
            // The group founded first wins a tie, as it would in a scan of all.
            if (match.Score > bestMatch.Score || match.Score == bestMatch.Score && best is not null && group.Number < best.Number) (best, bestMatch) = (group, match);
        }
        if (best is null || bestMatch.Score == 0)
        {
            best = new EventGroup(claim, StableId.Of('e', claim.Claim.Id), _groups.Count);
            _groups.Add(best);
        }
        else
        {
            best.Add(claim, bestMatch, _families.Of(best.Type));
        }
        foreach ((EventGroup group, EventMatch match) in near.OrderBy(one => one.Match.DaysApart ?? int.MaxValue).ThenBy(one => one.Group.Number).Take(ApartMax))
        {
            best.KeepApart(group.Id, match);
            group.KeepApart(best.Id, match);
        }
        _index.Note(best, claim);
        _eventOf[claim.Claim.Id] = best.Id;
    }

    // "The town has fallen", without who or when, may mean any of its takings once two enemies took it.
    private bool HasManyTakers(string? place)
    {
        if (place is null) return false;
        EventGroup[] taken = [.. _index.At(EventType.Capture, place).Where(group => group.Actors.Count > 0)];
        return taken.Any(one => taken.Any(other => _parties.Opposed(one.Actors, other.Actors)));
    }

    /// <summary>Days after a dated disaster within which reports still speak of it without saying when it was.</summary>
    private const int DisasterNewsDays = 31;

    /// <summary>Reports go on telling of a disaster for weeks: what gives no day belongs to the one dated disaster of its place.</summary>
    private void JoinDisasters()
    {
        var joined = new HashSet<EventGroup>();
        foreach (var atPlace in _groups.Where(group => group is { Type: EventType.Disaster, Expected: false, Place: not null, When: not null }).GroupBy(group => group.Place!, StringComparer.Ordinal).ToArray())
        {
            EventGroup[] dated = [.. atPlace.Where(group => group.Dated)];
            foreach (EventGroup undated in atPlace.Where(group => !group.Dated))
            {
                EventGroup[] before = [.. dated.Where(group => group.When!.Start <= undated.When!.End && undated.When.End.DayNumber - group.When.End.DayNumber <= DisasterNewsDays)];
                if (before.Length != 1) continue;
                foreach (ResolvedClaim claim in undated.Claims)
                {
                    before[0].Add(claim, new EventMatch(1, MatchGround.Joined, PlaceTie.Same, claim.When is { } day ? day.DaysApart(before[0].When!) : null, 0, before[0].SharesFigure(claim), before[0].IsToldBy(claim.Dispatch)), EventType.Disaster);
                    _eventOf[claim.Claim.Id] = before[0].Id;
                }
                joined.Add(undated);
            }
        }
        if (joined.Count > 0) _groups.RemoveAll(joined.Contains);
    }

    /// <summary>"The landslide", told of without a place, is the one landslide that the story tells of on that day: with the one place that anybody gives it, else with none.</summary>
    private void JoinUnplaced()
    {
        var joined = new HashSet<EventGroup>();
        foreach (var ofKind in _groups.Where(group => group is { Type: EventType.Disaster, Expected: false, Dated: true, When.Precision: TimePrecision.Time or TimePrecision.Day }).Select(group => (Group: group, Kind: KindOf(group), Story: _storyOf(group.Claims[0].Claim.ReportId)))
            .Where(one => one.Kind is not null).GroupBy(one => (one.Kind, one.Story)).ToArray())
        {
            EventGroup[] told = [.. ofKind.Select(one => one.Group)], named = [.. told.Where(group => !IsOpen(group))];
            foreach (EventGroup open in told.Where(group => IsOpen(group)).OrderBy(group => group.Place is null ? 1 : 0).ThenBy(group => group.Number))
            {
                if (joined.Contains(open)) continue;
                EventGroup[] near = [.. named.Where(group => IsOneDisaster(open, group))];
                EventGroup? one = near.DistinctBy(group => group.Place).Count() == 1 ? near[0] : near.Length > 0 ? null : told.FirstOrDefault(group => group != open && !joined.Contains(group) && IsOpen(group) && (group.Place is not null || open.Place is null) && IsOneDisaster(open, group));
                if (one is null) continue;
                foreach (ResolvedClaim claim in open.Claims)
                {
                    one.Add(claim, new EventMatch(1, MatchGround.Joined, _ties.Between(claim.Place, one.Place), claim.When is { } day ? day.DaysApart(one.When!) : null, 0, one.SharesFigure(claim), one.IsToldBy(claim.Dispatch)), EventType.Disaster);
                    _eventOf[claim.Claim.Id] = one.Id;
                }
                joined.Add(open);
            }
        }
        if (joined.Count > 0) _groups.RemoveAll(joined.Contains);
    }

    // "The ferry sank on the lake", "near an island" that no gazetteer has: where the one ship that sank that day lay is told by others.
    private bool IsOpen(EventGroup group) => _ties.IsWide(group.Place) || group.Origin == DisasterKinds.Traffic && _ties.IsVague(group.Place);

    private bool IsOneDisaster(EventGroup one, EventGroup other) =>
        one.When!.DaysApart(other.When!) <= EventMatcher.DatedGapMax && _ties.MayBeOneCountry(one.Place, other.Place) && (StormOf(one) is not { } storm || StormOf(other) is not { } second || storm == second);   // those told to be joined have days

    private static string? StormOf(EventGroup group) => group.Claims.Select(claim => claim.Storm).FirstOrDefault(storm => storm is not null);

    private static string? KindOf(EventGroup group) => group.Claims.Select(claim => claim.Kind).FirstOrDefault(kind => kind is not null);

    /// <summary>Denials of an event that its denier has not since taken back.</summary>
    public ImmutableArray<ResolvedClaim> StandingDenials(EventGroup group)
    {
        if (!_standing.TryGetValue(group.Id, out ImmutableArray<ResolvedClaim> standing)) _standing[group.Id] = standing = [.. group.Denying.Where(denial => !IsTakenBack(denial, group) && !IsOfLaterDays(denial, group) && !IsOwnWord(denial, group))];
        return standing;
    }

    /// <summary>True for what its own source affirms in the same report: nobody denies in one breath what he tells, so that something else was denied.</summary>
    internal bool IsOwnWord(ResolvedClaim denial, EventGroup group)
    {
        if (denial.Source is null) return false;
        string who = _witnesses.Claimant(denial);
        return group.Claims.Any(claim => claim.Claim is { Stance: Stance.Affirms } && IsOfAll(claim, denial) && claim.Source is not null && claim.Claim.ReportId == denial.Claim.ReportId && _witnesses.Claimant(claim) == who);
    }

    // "The town was not lost, rebels have taken part of it": a part that is admitted is not the whole that is denied.
    private static bool IsOfAll(ResolvedClaim affirmed, ResolvedClaim denial) => affirmed.Claim.Event?.Extent != Extent.Partial || denial.Claim.Event?.Extent == Extent.Partial;

    // Who holds a place may leave it: "no fighters are left" a week later does not deny that they held it.
    private static bool IsOfLaterDays(ResolvedClaim denial, EventGroup group) =>
        group.Type == EventType.Holding && denial.Said is { } said && group.Affirming.Max(claim => claim.Said?.Start) is { } last && said.Start.DayNumber - last.DayNumber > EventMatcher.UndatedGapMax;

    /// <summary>"Denied that the town was lost" denies that whoever was last said to hold or have taken it does, though it names nobody.</summary>
    public ImmutableArray<ResolvedClaim> DeniedLoss(EventGroup group)
    {
        if (!_deniedLoss.TryGetValue(group.Id, out ImmutableArray<ResolvedClaim> denied)) _deniedLoss[group.Id] = denied = FindDeniedLoss(group);
        return denied;
    }

    private ImmutableArray<ResolvedClaim> FindDeniedLoss(EventGroup group)
    {
        if (group.Type is not (EventType.Capture or EventType.Holding) || group.Place is null || group.Expected || group.Actors.Count == 0 || group.When is not { } when) return [];
        // "Denied that the town was lost" says nothing of a part of it.
        if (group.Affirming.Any() && group.Affirming.All(claim => claim.Claim.Event!.Extent == Extent.Partial)) return [];   // claims of an event have one
        IEnumerable<EventGroup> losses = _index.At(EventType.Capture, group.Place).Where(other => other.Actors.Count == 0 && !other.Affirming.Any());
        // "Denied that the town was under their control": that they took it, too.
        IEnumerable<EventGroup> holdings = group.Type != EventType.Capture ? [] : _index.At(EventType.Holding, group.Place).Where(other => !other.Expected && other.Actors.Any(holder => group.Actors.Any(taker => _parties.SameSide(holder, taker))));
        return [.. losses.Concat(holdings).Where(other => other != group).SelectMany(other => other.Denying).Where(denial => StandsAgainst(denial, group, when))];
    }

    // Not once the denier's side says that it has left: an army's retreat outweighs what its spokesman denied that morning. Nor once the denier owns to the taking, or to the loss.
    private bool StandsAgainst(ResolvedClaim denial, EventGroup group, Interval when) =>
        !_index.At(EventType.Withdrawal, group.Place!).Any(retreat => !retreat.Expected && !retreat.Actors.Any(group.Actors.Contains) && retreat.Affirming.Any(claim => claim.Said?.Start >= denial.Said?.Start && _parties.SameSide(claim.Claimant, denial.Claimant)))   // asked of events with a place
        && !group.Affirming.Any(claim => claim.Said?.Start > denial.Said?.Start && _witnesses.Claimant(claim) == _witnesses.Claimant(denial))
        && denial is { Source: not null, Said: { } said } && EventMatcher.TimesAgree(denial, group) && when.Start <= said.Start && !group.Actors.Any(actor => _parties.SameSide(denial.Claimant, actor))
        && !_index.At(group.Place!).Any(later => later != group && later is { Expected: false, Type: EventType.Capture or EventType.Holding, When: { } told } && told.Start > when.Start && told.Start <= said.Start && later.Affirming.Any() && _parties.Opposed(later.Actors, group.Actors));   // asked of events with a place

    // Taken back: the same claimant later affirms the event, or that the other side has left the place or the first one holds it.
    private bool IsTakenBack(ResolvedClaim denial, EventGroup group)
    {
        string who = _witnesses.Claimant(denial);
        DateOnly said = denial.Said?.Start ?? DateOnly.MinValue;
        bool Later(ResolvedClaim claim) => claim.Claim.Stance == Stance.Affirms && _witnesses.Claimant(claim) == who && claim.Said?.Start > said;
        if (group.Claims.Any(Later)) return true;
        if (group.Type != EventType.Capture || group.Place is null) return false;
        return _index.At(group.Place).Any(other => !other.Expected && other.Place == group.Place
            && (other.Type == EventType.Withdrawal && !other.Actors.Any(group.Actors.Contains) || other.Type is EventType.Holding or EventType.Capture && other.Actors.Any(group.Actors.Contains))
            && other.Claims.Any(Later));
    }

    public ImmutableArray<Event> ToEvents(EventWords words, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places, Judge judge, Func<Claim, string> triggerOf, Func<Claim, bool> saysInside)
    {
        var takings = new TakingWords(_groups, _parties, saysInside);
        var links = new CaptureLinks(_groups, _parties);
        HashSet<string> known = [.. _groups.Select(group => group.Id)];
        var incidents = new Incidents(_groups, _parties, _ties, _families, _storyOf);
        return [.. _groups.Select(group => ToEvent(group, words, actors, places, links, takings, known, judge, triggerOf) with { Incident = incidents.Of(group.Id) })
            .Concat(_rejected.Select(group => ToEvent(group, words, actors, places, links, takings, known, judge, triggerOf) with { IsRejected = true, RejectedClaims = [.. group.Claims.Select(claim => claim.Claim.Id)] }))
            .OrderBy(item => item.When?.Start ?? DateOnly.MaxValue).ThenBy(item => item.When?.End ?? DateOnly.MaxValue).ThenBy(item => item.Id, StringComparer.Ordinal)];
    }

    private Event ToEvent(EventGroup group, EventWords words, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places, CaptureLinks links, TakingWords takings, HashSet<string> known, Judge judge, Func<Claim, string> triggerOf)
    {
        ResolvedClaim[] affirming = [.. group.Affirming], whole = [.. group.AffirmingWhole];
        ImmutableArray<ResolvedClaim> lost = DeniedLoss(group);
        ImmutableArray<ResolvedClaim> denials = [.. StandingDenials(group), .. lost];
        ImmutableArray<Role> roles = RolesOf(group);
        Case told = judge.CaseOf(whole, denials, group.Expected);
        (Status status, RuleNote rule) = group.IsTakenBack ? (Status.Retracted, LedgerRules.PageWithdrawn) : judge.StatusOf(told, group.Denying.Any());
        Case weighed = told;
        if (status is Status.SingleSource or Status.Corroborated && takings.StillInside(group).Any()) (status, rule) = (Status.Contested, LedgerRules.BothInside);
        // A newsroom that tells of a taking in its own voice may have it from those whom it quotes on the retreat.
        else if (status == Status.SingleSource && told.Affirming.Any(claim => claim.Source is not null) && told with { Affirming = [.. told.Affirming.Concat(takings.Yielding(group)).Where(claim => claim.Source is not null)] } is var wider && judge.IsIndependent(wider)) (status, rule, weighed) = (Status.Corroborated, LedgerRules.LoserGone, wider);
        // One telling of the whole outweighs any of a part.
        bool partial = affirming.Length > 0 && affirming.All(claim => claim.Claim.Event!.Extent == Extent.Partial);
        Extent? extent = partial ? Extent.Partial : group.Type is EventType.Capture || affirming.Any(claim => claim.Claim.Event!.Extent == Extent.Full) ? Extent.Full : null;
        return new Event(
            group.Id, group.Type, words.CodesOf(group.Type, roles, actors), group.Place, group.When, roles, extent, status,
            _witnesses.Count(told.Affirming.Count > 0 ? told.Affirming : group.Claims), group.Expected, words.Summary(group, partial, roles, actors, places, triggerOf),
            links.Supersedes(group.Id), [.. links.Contradicts(group.Id).Concat(lost.Select(denial => _eventOf[denial.Claim.Id])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. Witnesses.InOrder(group.Claims).Select(claim => claim.Claim.Id)])
        {
            StatusRule = rule,
            Credibility = judge.CredibilityOf(group.Id, weighed, status),
            Standing = status == Status.Retracted ? Standing.Retracted : links.SupersededBy(group.Id).IsEmpty && !told.Dropped ? Standing.Stands : Standing.Superseded,
            SupersededBy = links.SupersededBy(group.Id),
            Witnesses = _witnesses.Of(whole.Length > 0 ? whole : group.Claims),
            RejectedClaims = [.. group.Rejected.Select(claim => claim.Claim.Id)],
            Joined = [.. group.Joined.Select(joined => new JoinedClaim(joined.Claim, joined.Match.Words))],
            Apart = [.. group.Apart.Where(other => other.Key != group.Id && known.Contains(other.Key)).OrderBy(other => other.Key, StringComparer.Ordinal).Select(other => new ApartEvent(other.Key, other.Value.Words))],
        };
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
