using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Events;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Control;

/// <summary>Derives who holds each place on each day from takings, losses, withdrawals and statements of presence.</summary>
/// <remarks>After Security Force Monitor's first and last evidence, and ISW's assessed against claimed control: a taking told only by the
/// taker's own side is "claimed"; a denial makes the days it speaks of "contested", and so do takings by two enemies on the same days.</remarks>
public sealed class ControlLedger(EventLedger events, Witnesses witnesses, Parties parties, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places)
{
    /// <param name="until">Last day the record speaks of.</param>
    public ImmutableArray<Model.Record.Control> Fold(DateOnly until) =>
        [.. events.Groups.Where(IsEvidence).GroupBy(group => group.Place!, StringComparer.Ordinal).OrderBy(place => place.Key, StringComparer.Ordinal)
            .Select(place => new Model.Record.Control(place.Key, Spans([.. place], until))).Where(control => !control.Spans.IsEmpty)];

    private bool IsEvidence(EventGroup group) =>
        !group.Expected && group.Place is { } place && group.When is not null && group.Type is EventType.Capture or EventType.Withdrawal or EventType.Holding
        && group.Claims.Any(claim => claim.Claim.Event!.Place is not { Near: true }) && places.TryGetValue(group.Place, out Place? known) && known.Precision != PlacePrecision.Country;

    private ImmutableArray<ControlSpan> Spans(EventGroup[] evidence, DateOnly until)
    {
        EventGroup[] inOrder = [.. evidence.OrderBy(From).ThenBy(group => group.Type == EventType.Capture ? 1 : 0).ThenBy(group => group.Id, StringComparer.Ordinal)];
        var days = new SortedSet<DateOnly>();
        foreach (EventGroup group in inOrder)
        {
            days.Add(From(group));
            // A denial speaks of the day it was made; the days after are judged anew.
            foreach (ResolvedClaim claim in group.Claims) if (claim.Said is { } said && said.Start > From(group) && said.Start <= From(group).AddDays(7)) days.Add(said.Start);
        }
        var spans = new List<ControlSpan>();
        foreach (DateOnly day in days.Where(day => day <= until))
        {
            if (StateOn(day, inOrder) is not { } span) continue;
            if (spans.Count > 0 && spans[^1].State == span.State && spans[^1].Holder == span.Holder)
            {
                spans[^1] = spans[^1] with { To = until, LastEvidence = span.LastEvidence, Basis = [.. spans[^1].Basis.Union(span.Basis, StringComparer.Ordinal)] };
                continue;
            }
            if (spans.Count > 0) spans[^1] = spans[^1] with { To = day.AddDays(-1) };
            spans.Add(span with { To = until });
        }
        return [.. spans];
    }

    private ControlSpan? StateOn(DateOnly day, EventGroup[] inOrder)
    {
        string? holder = null;
        ControlState state = ControlState.Unknown;
        var basis = new List<string>();
        DateOnly last = DateOnly.MinValue;
        foreach (EventGroup group in inOrder)
        {
            if (From(group) > day) break;
            ResolvedClaim[] affirming = [.. group.Affirming];
            string? who = Holder(group);
            ResolvedClaim[] denials = [.. group.Denying.Where(denial => Stands(denial, group, day))];
            if (affirming.Length == 0 && denials.Length == 0) continue;
            DateOnly seen = group.Claims.Select(claim => claim.Said?.Start ?? From(group)).Where(said => said <= day).DefaultIfEmpty(From(group)).Max();
            bool partial = group.Claims.Any(claim => claim.Claim.Event!.Extent == Extent.Partial) && !affirming.Any(claim => claim.Claim.Event!.Extent is null or Extent.Full);
            switch (group.Type)
            {
                case EventType.Capture when affirming.Length == 0:
                    continue;   // a taking that is only denied changes nothing
                case EventType.Capture when partial:
                    (state, holder) = (ControlState.Contested, who ?? holder);
                    break;
                case EventType.Capture:
                    if (who is null && holder is not null && group.Targets.Contains(holder)) (state, holder) = (ControlState.Unknown, null);
                    else if (who is null) continue;
                    else (state, holder) = (denials.Length > 0 || IsRivalled(group, inOrder, day) ? ControlState.Contested : OnlyOwnSide(affirming, who) ? ControlState.Claimed : ControlState.Held, who);
                    break;
                case EventType.Withdrawal:
                    if (affirming.Length == 0 || holder is null || !SameSide(holder, group.Actors)) continue;
                    (state, holder) = (ControlState.Unknown, null);
                    break;
                case EventType.Holding:
                    if (affirming.Length == 0 || who is null) continue;
                    if (holder is not null && !SameSide(holder, [who]))
                    {
                        // Presence told on the very day of a taking is the fight before it.
                        if (partial || basis.Count > 0 && last >= From(group)) { if (!partial) continue; state = ControlState.Contested; break; }
                    }
                    (state, holder) = (OnlyOwnSide(affirming, who) ? ControlState.Claimed : ControlState.Held, who);
                    break;
            }
            if (state is ControlState.Held or ControlState.Claimed or ControlState.Unknown && group.Type == EventType.Capture) basis.Clear();
            basis.Add(group.Id);
            last = seen > last ? seen : last;
        }
        return basis.Count == 0 ? null : new ControlSpan(day, day, state, holder, [.. basis.Distinct(StringComparer.Ordinal)], last);
    }

    /// <summary>True when an enemy is said to have taken the place on the same days, and nobody has since repeated the one without the other.</summary>
    private bool IsRivalled(EventGroup taking, EventGroup[] inOrder, DateOnly day)
    {
        if (LastTold(taking, day) is not { } own) return false;
        return inOrder.Any(other => other.Type == EventType.Capture && other != taking && From(other) <= day && parties.Opposed(taking.Actors, other.Actors)
            && (other.When!.Overlaps(taking.When!) || !taking.Dated && !other.Dated) && LastTold(other, day) >= own);
    }

    private static DateOnly? LastTold(EventGroup group, DateOnly day) => group.Affirming.Select(claim => claim.Said?.Start).Where(said => said <= day).Max();

    /// <summary>True on the day of the denial, and after it until its own source, or anybody on a later day, affirms the event.</summary>
    private bool Stands(ResolvedClaim denial, EventGroup group, DateOnly day)
    {
        DateOnly said = denial.Said?.Start ?? From(group);
        if (said > day) return false;
        if (said == day) return true;
        return events.StandingDenials(group).Contains(denial) && !group.Affirming.Any(claim => claim.Said?.Start > said && claim.Said.Start <= day);
    }

    // A month's taking is sure by the end of the month, or by the day it was told.
    private static DateOnly From(EventGroup group)
    {
        Interval when = group.When!;
        if (when.Precision is TimePrecision.Time or TimePrecision.Day or TimePrecision.Days or TimePrecision.Unknown) return when.Start;
        DateOnly told = group.Claims.Min(claim => claim.Said?.Start ?? when.End);
        return told < when.End ? told : when.End;
    }

    private string? Holder(EventGroup group)
    {
        string[] takers = [.. EventLedger.RolesOf(group).Where(role => role.Kind == RoleKind.Actor).Select(role => role.Actor).Where(id => actors[id].Kind is not (ActorKind.Person or ActorKind.Population or ActorKind.Media))];
        return takers.FirstOrDefault(id => actors[id].Side is { Length: 2 }) ?? takers.FirstOrDefault();
    }

    private bool OnlyOwnSide(ResolvedClaim[] affirming, string holder)
    {
        string? side = actors[holder].Side ?? holder;
        HashSet<string> attributed = [.. affirming.Where(claim => claim.Source is not null).Select(claim => claim.Dispatch)];
        ResolvedClaim[] counted = [.. affirming.Where(claim => claim.Source is not null || !attributed.Contains(claim.Dispatch))];
        return counted.Length > 0 && counted.All(claim => claim.Source is not null && (witnesses.Side(claim) ?? side) == side);
    }

    private bool SameSide(string holder, IEnumerable<string> others) => others.Any(other => parties.SameSide(holder, other));
}
