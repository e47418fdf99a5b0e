using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Words on other events that speak for or against the taking of a place: that those who held it are gone, or that they are still inside.</summary>
/// <param name="saysInside">True for a claim whose sentence tells of a fight inside a place.</param>
internal sealed class TakingWords(IEnumerable<EventGroup> groups, Parties parties, Func<Claim, bool> saysInside)
{
    /// <summary>Days after a taking within which the fight inside is the one for it.</summary>
    private const int NewsDays = 7;

    private readonly ILookup<string, EventGroup> _atPlace = groups.Where(group => group is { Expected: false, Place: not null, When: not null }).ToLookup(group => group.Place!, StringComparer.Ordinal);   // filtered in the same line

    /// <summary>Whose word it is that an enemy of the takers left the place on those days, or that none of them is left in it.</summary>
    public IEnumerable<ResolvedClaim> Yielding(EventGroup taking) => !IsTaking(taking) ? [] : _atPlace[taking.Place!].Where(other => parties.Opposed(other.Actors, taking.Actors)).SelectMany(other => other.Type switch   // a taking has a place and days
    {
        EventType.Withdrawal when other.When!.DaysApart(taking.When!) <= EventMatcher.UndatedGapMax => other.Affirming.Where(claim => claim.Claim.Event!.Extent != Extent.Partial && (claim.When is not { } told || told.DaysApart(taking.When!) <= (claim.Dated ? EventMatcher.DatedGapMax : EventMatcher.UndatedGapMax))),   // claims of an event have one; who leaves a part has not left
        EventType.Holding => other.Denying.Where(claim => claim.Said is { } said && said.Start >= taking.When!.Start && said.Start.DayNumber - taking.When.End.DayNumber <= EventMatcher.UndatedGapMax),
        _ => [],
    });

    /// <summary>The word of the side that is said to have lost the place that its forces are clearing it, or fighting inside it; not once they are told of as having taken it again.</summary>
    public IEnumerable<ResolvedClaim> StillInside(EventGroup taking) => !IsTaking(taking) ? [] : _atPlace[taking.Place!]
        .Where(fight => fight.Type is EventType.Clash or EventType.Attack && parties.Opposed(fight.Actors, taking.Actors))
        .SelectMany(fight => fight.Affirming.Where(claim => claim is { Source: not null, Said: { } said } && said.Start >= taking.When!.Start && said.Start.DayNumber - taking.When.End.DayNumber <= NewsDays
            && fight.Actors.Any(actor => parties.SameSide(claim.Claimant, actor)) && saysInside(claim.Claim) && !IsRetaken(taking, fight, said.Start)));

    private bool IsRetaken(EventGroup taking, EventGroup fight, DateOnly day) =>
        _atPlace[taking.Place!].Any(later => later.Type == EventType.Capture && later.When!.Start > taking.When!.Start && later.When.Start <= day && later.Affirming.Any() && later.Actors.Any(taker => fight.Actors.Any(actor => parties.SameSide(taker, actor))));

    private static bool IsTaking(EventGroup group) => group is { Type: EventType.Capture, Expected: false, Place: not null, When.Precision: TimePrecision.Time or TimePrecision.Day or TimePrecision.Days or TimePrecision.Unknown }
        && group.Affirming.Any(claim => claim.Claim.Event!.Extent != Extent.Partial);   // claims of an event have one
}
