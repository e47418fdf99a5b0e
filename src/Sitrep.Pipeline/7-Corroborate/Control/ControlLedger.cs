using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Events;
using Sitrep.Pipeline.Corroborate.Judgement;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Control;

/// <summary>Derives who holds each place on each day from takings, losses, withdrawals and statements of presence.</summary>
/// <remarks>After Security Force Monitor's first and last evidence, and ISW's assessed against claimed control: a taking told only by the
/// taker's own side is "claimed"; a denial makes the days it speaks of "contested", and so do takings by two enemies on the same days.</remarks>
public sealed class ControlLedger(EventLedger events, Witnesses witnesses, Parties parties, Interests interests, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places, PartReader parts, Func<Claim, string> sentenceOf)
{
    /// <summary>Days after it within which a taking is still spoken of as news: a denial in that time speaks of its own day.</summary>
    private const int NewsDays = 7;

    private sealed record State(ControlState Kind, string? Holder, RuleNote Rule);

    /// <param name="until">Last day the record speaks of.</param>
    public ImmutableArray<Model.Record.Control> Fold(DateOnly until)
    {
        ILookup<string, EventGroup> sieges = events.Groups.Where(IsSiege).ToLookup(group => group.Place!, StringComparer.Ordinal);   // a siege here has a place
        Dictionary<string, EventGroup[]> evidence = events.Groups.Where(IsEvidence).GroupBy(group => group.Place!, StringComparer.Ordinal).ToDictionary(place => place.Key, place => place.ToArray(), StringComparer.Ordinal);   // and so has evidence
        ILookup<string, EventGroup> fights = events.Groups.Where(IsFight).ToLookup(group => group.Place!, StringComparer.Ordinal);   // and a fight
        return [.. evidence.Keys.Union(sieges.Select(place => place.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(place => Of(place, evidence.GetValueOrDefault(place, []), [.. fights[place]], [.. sieges[place]], until)).Where(control => !control.Spans.IsEmpty || !control.Sieges.IsEmpty)];
    }

    // A crowd that occupies an airport has not contested the city.
    private bool IsOfCrowd(EventGroup group) => group.Actors.Count > 0 && group.Actors.All(id => actors[id].Kind == ActorKind.Population) && group.Claims.All(claim => claim.Claim.Event!.Extent == Extent.Partial);   // claims of an event have one

    private bool IsEvidence(EventGroup group) => IsPlaced(group) && !IsOfCrowd(group) && group.Type is EventType.Capture or EventType.Withdrawal or EventType.Holding
        && group.Claims.Any(claim => claim.Claim.Event!.Place is not { Near: true } && !(group.Type == EventType.Withdrawal && claim.Claim.Event.Place is { Carried: true }));   // claims of an event have one

    private bool IsSiege(EventGroup group) => IsPlaced(group) && group.Type == EventType.Siege && group.Affirming.Any();

    private bool IsFight(EventGroup group) => IsPlaced(group) && group.Type is EventType.Clash or EventType.Attack && group.When!.Precision is TimePrecision.Time or TimePrecision.Day or TimePrecision.Days or TimePrecision.Unknown   // what is placed has days
        && group.Affirming.Any(claim => claim.Claim.Event!.Place is not { Near: true } && parts.SaysInside(sentenceOf(claim.Claim)));   // claims of an event have one

    private bool IsPlaced(EventGroup group) => !group.Expected && group is { Place: not null, When: not null } && places.TryGetValue(group.Place, out Place? known) && known.Precision != PlacePrecision.Country;

    private Model.Record.Control Of(string place, EventGroup[] groups, EventGroup[] fights, EventGroup[] sieges, DateOnly until)
    {
        ImmutableArray<Evidence> evidence = Evidence.Of(groups, actors);
        ImmutableArray<ControlSpan> spans = Spans(evidence, fights, until);
        return new Model.Record.Control(place, spans) { Changes = ControlChanges.Of(spans, evidence, parties, until), Sieges = Besieged(sieges, until) };
    }

    private ImmutableArray<ControlSpan> Spans(ImmutableArray<Evidence> evidence, EventGroup[] fights, DateOnly until)
    {
        var days = new SortedSet<DateOnly>();
        foreach (Evidence one in evidence)
        {
            days.Add(one.From);
            if (one.Last is { } end) days.Add(end.AddDays(1));
            // A denial speaks of the day it was made; the days after are judged anew.
            foreach (ResolvedClaim claim in one.Group.Claims) if (claim.Said is { } said && said.Start > one.From && said.Start <= one.From.AddDays(NewsDays)) days.Add(said.Start);
        }
        foreach (ResolvedClaim denial in evidence.SelectMany(one => events.DeniedLoss(one.Group))) days.UnionWith([denial.Said!.Start, denial.Said.Start.AddDays(1)]);   // a denied loss has its day
        if (evidence.Length > 0) foreach (EventGroup fight in fights) days.Add(fight.When!.Start);   // a fight here has days
        var spans = new List<ControlSpan>();
        foreach (DateOnly day in days.Where(day => day <= until))
        {
            if (StateOn(day, evidence, fights) is not { } span) continue;
            if (spans.Count > 0 && spans[^1].State == span.State && spans[^1].Holder == span.Holder)
            {
                spans[^1] = spans[^1] with { To = until, LastEvidence = span.LastEvidence, Basis = [.. spans[^1].Basis.Union(span.Basis, StringComparer.Ordinal)], Rule = span.Rule };
                continue;
            }
            if (spans.Count > 0) spans[^1] = spans[^1] with { To = day.AddDays(-1) };
            spans.Add(span with { To = until });
        }
        return [.. spans.Select(span => Told(span, evidence))];
    }

    private ControlSpan? StateOn(DateOnly day, ImmutableArray<Evidence> evidence, EventGroup[] fights)
    {
        State? now = null;
        var basis = new List<string>();
        DateOnly last = DateOnly.MinValue;
        foreach (Evidence one in evidence.TakeWhile(one => one.From <= day))
        {
            if (Apply(now, one, evidence, day, last) is not { } next) continue;
            if (next.Kind is ControlState.Held or ControlState.Claimed or ControlState.Unknown && one.Type == EventType.Capture) basis.Clear();
            now = next;
            basis.Add(one.Id);
            DateOnly seen = one.SeenOn(day);
            last = seen > last ? seen : last;
        }
        if (now is null) return null;
        if (now.Kind is ControlState.Held or ControlState.Claimed && fights.FirstOrDefault(fight => IsInside(fight, now.Holder!, day)) is { } inside)   // who holds or claims is named
        {
            basis.Add(inside.Id);
            (now, last) = (new State(ControlState.Contested, now.Holder, LedgerRules.BothInside), day);
        }
        return new ControlSpan(day, day, now.Kind, now.Holder, [.. basis.Distinct(StringComparer.Ordinal)], last) { Rule = now.Rule };
    }

    /// <returns>The state after the evidence; null when it changes nothing.</returns>
    private State? Apply(State? now, Evidence one, ImmutableArray<Evidence> evidence, DateOnly day, DateOnly last)
    {
        ResolvedClaim[] affirming = [.. one.Group.AffirmingWhole];
        // A taking or a presence that is only denied changes nothing.
        if (affirming.Length == 0) return null;
        if (one.Last < day) return one is { Holder: not null, Partial: false } ? new State(ControlState.Unknown, null, LedgerRules.HeldBriefly) : null;
        bool denied = one.Group.Denying.Any(denial => Stands(denial, one, day)) || events.DeniedLoss(one.Group).Any(denial => denial.Said!.Start == day);   // a denied loss has its day
        switch (one.Type)
        {
            case EventType.Capture when one.Partial:
                return new State(ControlState.Contested, one.Holder ?? now?.Holder, LedgerRules.PartTaken);
            case EventType.Capture when one.Holder is null:
                return now?.Holder is { } loser && one.Group.Targets.Contains(loser) ? new State(ControlState.Unknown, null, LedgerRules.LostToUnnamed) : null;
            case EventType.Capture:
                return denied ? new State(ControlState.Contested, one.Holder, LedgerRules.DeniedThatDay)
                    : IsRivalled(one, evidence, day) ? new State(ControlState.Contested, one.Holder, LedgerRules.RivalTakings) : Settled(affirming, one.Holder) is not { Kind: ControlState.Claimed } claimed ? Settled(affirming, one.Holder)
                    : evidence.Any(other => Math.Abs(other.From.DayNumber - one.From.DayNumber) <= EventMatcher.UndatedGapMax && other.From <= day && IsLeft(other, one.Holder)) ? claimed with { Kind = ControlState.Held, Rule = LedgerRules.Admitted }
                    : evidence.Any(other => Math.Abs(other.From.DayNumber - one.From.DayNumber) <= EventMatcher.UndatedGapMax && other.From <= day && IsToldGone(other, one.Holder)) ? claimed with { Kind = ControlState.Held, Rule = LedgerRules.LoserGone }
                    : evidence.Any(other => other is { Type: EventType.Holding, Holder: { } there, Partial: false } && other.From == one.From && parties.Opposed(there, one.Holder) && SaysSoItself(other, day)) ? new State(ControlState.Contested, one.Holder, LedgerRules.RivalWords)
                    : claimed;
            // "It has left," says who held the place, and the other side that it has not.
            case EventType.Withdrawal when denied && now?.Holder is { } staying && SameSide(staying, one.Group.Actors):
                return new State(ControlState.Contested, staying, LedgerRules.DeniedThatDay);
            case EventType.Withdrawal:
                // Told of as still there on that day or after it, they have not left.
                if (now?.Holder is { } present && evidence.Any(other => other is { Type: EventType.Holding, Holder: { } there } && SameSide(present, [there]) && other.Group.Affirming.Any(claim => claim.Said?.Start >= one.From && claim.Said.Start <= day && !(claim is { Dated: true, When: { } then } && (then.End < one.From || then.End == one.From && !Evidence.IsDay(then)))))) return null;
                // Who disputed a taking, or said nothing of it, and then says himself that he has left has settled it.
                if (now is { Kind: ControlState.Contested or ControlState.Claimed, Holder: { } taker } && (now.Rule == LedgerRules.DeniedThatDay || now.Rule == LedgerRules.RivalTakings || now.Rule == LedgerRules.OwnWord) && IsLeft(one, taker)) return new State(ControlState.Held, taker, LedgerRules.Admitted);
                return now?.Holder is { } left && now.Kind != ControlState.Contested | one.Group.Actors.Contains(left) && SameSide(left, one.Group.Actors) ? new State(ControlState.Unknown, null, LedgerRules.HolderLeft) : null;
            // "held the centre", "stayed on in the province": who has a part of it has not all of it.
            case EventType.Holding when one.Holder is not null && one.Partial && now is null:
                return new State(ControlState.Contested, one.Holder, LedgerRules.PartTaken);
            case EventType.Holding when one.Holder is not null:
                if (now?.Holder is { } holder && !SameSide(holder, [one.Holder]))
                {
                    // Presence told on the very day of a taking is the fight before it.
                    if (one.Partial) return new State(ControlState.Contested, holder, LedgerRules.BothInside);
                    if (last >= one.From) return now.Kind == ControlState.Claimed && SaysSoItself(one, day) ? new State(ControlState.Contested, holder, LedgerRules.RivalWords) : null;
                }
                else if (now?.Kind == ControlState.Contested && one.Partial)
                {
                    return null;
                }
                return denied ? new State(ControlState.Contested, one.Holder, LedgerRules.DeniedThatDay) : Settled(affirming, one.Holder);
            default:
                return null;
        }
    }

    /// <summary>True when those who are said to hold the place say so themselves: against a taking that only the taker tells of, a denial in other words.</summary>
    private bool SaysSoItself(Evidence holding, DateOnly day) => holding.Group.Affirming.Any(claim => claim.Source is not null && claim.Said?.Start <= day && parties.SameSide(claim.Claimant, holding.Holder!));   // asked of those that have a holder

    private State Settled(ResolvedClaim[] affirming, string holder)
    {
        if (affirming.Any(claim => interests.Of(claim).Interest == Interest.Against)) return new State(ControlState.Held, holder, LedgerRules.Admitted);
        return OnlyOwnSide(affirming, holder) ? new State(ControlState.Claimed, holder, LedgerRules.OwnWord) : new State(ControlState.Held, holder, LedgerRules.Agreed);
    }

    /// <summary>True when an enemy of whoever took the place says of himself that he has left it.</summary>
    private bool IsLeft(Evidence leaving, string taker) => leaving is { Type: EventType.Withdrawal, Partial: false } && parties.Opposed(leaving.Group.Actors, [taker])
        && leaving.Group.Affirming.Any(claim => interests.Of(claim).Interest == Interest.Against || claim.Source is not null && leaving.Group.Actors.Any(leaver => parties.SameSide(claim.Claimant, leaver)));

    /// <summary>True when a source of another side than the taker's says that an enemy of his left the place.</summary>
    private bool IsToldGone(Evidence leaving, string taker) => leaving is { Type: EventType.Withdrawal, Partial: false } && parties.Opposed(leaving.Group.Actors, [taker])
        && leaving.Group.Affirming.Where(claim => claim.Source is not null).ToArray() is { Length: > 0 } told && !OnlyOwnSide(told, taker);

    /// <summary>True when the side that is not said to hold the place is told of as clearing it, or fighting inside it, that day.</summary>
    private bool IsInside(EventGroup fight, string holder, DateOnly day) =>
        fight.When is { } when && when.Start <= day && day <= Max(when.End, fight.Affirming.Where(claim => parts.SaysInside(sentenceOf(claim.Claim))).Max(claim => claim.Said?.Start ?? when.End)) && fight.Actors.Any(actor => parties.Opposed(actor, holder))
        && fight.Affirming.Any(claim => claim.Said?.Start <= day && parts.SaysInside(sentenceOf(claim.Claim)));

    /// <summary>True when an enemy is said to have taken the place on the same days, and nobody has since repeated the one without the other.</summary>
    private bool IsRivalled(Evidence taking, ImmutableArray<Evidence> evidence, DateOnly day)
    {
        if (LastTold(taking, day) is not { } own) return false;
        return evidence.Any(other => other.Type == EventType.Capture && other != taking && other.From <= day && !other.Partial && parties.Opposed(taking.Group.Actors, other.Group.Actors)
            && (other.Group.When!.Overlaps(taking.Group.When!) || !taking.Group.Dated && !other.Group.Dated && other.Group.When.DaysApart(taking.Group.When!) <= EventMatcher.UndatedGapMax) && LastTold(other, day) >= own);   // evidence has days
    }

    private static DateOnly? LastTold(Evidence one, DateOnly day) => one.Group.Affirming.Select(claim => claim.Said?.Start).Where(said => said <= day).Max();

    /// <summary>True on the day of the denial, and after it until its own source, or anybody on a later day, affirms the event.</summary>
    private bool Stands(ResolvedClaim denial, Evidence one, DateOnly day)
    {
        DateOnly said = denial.Said?.Start ?? one.From;
        if (said > day || events.IsOwnWord(denial, one.Group)) return false;
        if (said == day) return true;
        return events.StandingDenials(one.Group).Contains(denial) && !one.Group.Affirming.Any(claim => claim.Said?.Start > said && claim.Said.Start <= day);
    }

    // Allies speak for each other: what Russia says of Syria's army is no second opinion.
    private bool OnlyOwnSide(ResolvedClaim[] affirming, string holder)
    {
        string side = actors[holder].Side ?? holder;
        ImmutableArray<ResolvedClaim> counted = Witnesses.Counted(affirming);
        return counted.Length > 0 && counted.All(claim => claim.Source is not null && ((witnesses.Side(claim) ?? side) is var own && (witnesses.OneSide(own, side) || parties.AreAllies(own, holder))));
    }

    private bool SameSide(string holder, IEnumerable<string> others) => others.Any(other => parties.SameSide(holder, other));

    /// <summary>The span with the parts and the voices that it rests on.</summary>
    private ControlSpan Told(ControlSpan span, ImmutableArray<Evidence> evidence)
    {
        Evidence[] basis = [.. evidence.Where(one => span.Basis.Contains(one.Id, StringComparer.Ordinal))];
        var voices = basis.SelectMany(one => one.Group.Claims.Where(claim => (claim.Said?.Start ?? one.From) <= span.To).Select(claim => (one.Holder, Claim: claim)))
            .GroupBy(voice => (voice.Holder, voice.Claim.Claim.Stance, Claimant: witnesses.Claimant(voice.Claim), Said: voice.Claim.Said?.Start))
            .Select(voice => new ControlVoice(voice.Key.Holder, voice.Key.Stance, voice.Key.Claimant, voice.Select(one => witnesses.Side(one.Claim)).FirstOrDefault(side => side is not null), voice.Key.Said, Ids(voice.Select(one => one.Claim))))
            .OrderBy(voice => voice.Said ?? DateOnly.MaxValue).ThenBy(voice => voice.Claimant, StringComparer.Ordinal).ThenBy(voice => voice.Stance).ThenBy(voice => voice.Holder, StringComparer.Ordinal);
        return span with { Parts = [.. basis.SelectMany(PartsOf)], Voices = [.. voices] };
    }

    private IEnumerable<ControlPart> PartsOf(Evidence one) => one.Group.Affirming.Where(claim => claim.Claim.Event!.Extent == Extent.Partial)   // claims of an event have one
        .Select(claim => (Read: parts.Read(sentenceOf(claim.Claim)), Claim: claim)).Where(part => part.Read is not null)
        .GroupBy(part => (part.Read!.Value.Words, part.Read.Value.Percent))   // no nulls are left
        .Select(part => new ControlPart(one.Holder, part.Key.Percent, part.Key.Words, Ids(part.Select(told => told.Claim))));

    private ImmutableArray<Siege> Besieged(EventGroup[] sieges, DateOnly until) =>
        [.. sieges.Select(group => new Siege(
                group.When!.Start, Min(Max(group.When.End, group.Affirming.Max(claim => claim.Said?.Start ?? group.When.End)), until), [.. group.Actors.Order(StringComparer.Ordinal)],
                witnesses.Count(group.Affirming) is { Claimants: >= 2, Sides: >= 2 } ? Status.Corroborated : Status.SingleSource, [group.Id]))
            .OrderBy(siege => siege.From).ThenBy(siege => siege.Basis[0], StringComparer.Ordinal)];

    private static ImmutableArray<string> Ids(IEnumerable<ResolvedClaim> claims) => [.. claims.Select(claim => claim.Claim.Id).Distinct(StringComparer.Ordinal)];

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
