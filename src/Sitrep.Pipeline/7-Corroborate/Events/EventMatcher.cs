using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Tells whether a claim is about an event already gathered.</summary>
/// <remarks>Type, place, days, roles and figures must agree as far as both tell them; nothing is merged on what neither tells.</remarks>
public sealed class EventMatcher(Parties parties)
{
    /// <summary>Days between two dated tellings of one event. One: a day's fight is told of on the morrow, across midnight and time zones.</summary>
    public const int DatedGapMax = 1;

    /// <summary>Days between a dated telling and one dated only by its report: news look back this far without saying so.</summary>
    public const int UndatedGapMax = 3;

    /// <summary>Smallest number that may tell an event without place or parties again in another newsroom's words; smaller ones are told of many events.</summary>
    private const int TellingCount = 10;

    /// <returns>Zero when it is another event; else the more, the better they agree.</returns>
    public int Score(ResolvedClaim claim, EventGroup group)
    {
        EventReading reading = claim.Claim.Event!;
        if (reading.Type != group.Type || (claim.Claim.Stance == Stance.Expects) != group.Expected) return 0;
        bool sameDispatch = group.IsToldBy(claim.Dispatch);
        // What is told only in its own words is the same in the same words only.
        if (reading.Lemma.Contains(": ", StringComparison.Ordinal) && (!sameDispatch || group.Claims[0].Claim.Event!.Lemma != reading.Lemma)) return 0;
        string[] doers = [.. Named(claim.In(RoleKind.Actor))], targets = [.. Named(claim.In(RoleKind.Target))];
        string[] known = [.. Named(group.Actors)], hit = [.. Named(group.Targets)];
        int shared = doers.Count(known.Contains) + targets.Count(hit.Contains);
        bool swapped = doers.Any(hit.Contains) && !doers.Any(known.Contains) || targets.Any(known.Contains) && !targets.Any(hit.Contains);
        if (swapped && reading.Type is not EventType.Clash) return 0;
        if (IsOfOneParty(reading.Type) && parties.Opposed(doers, known)) return 0;
        bool sameFigure = group.SharesFigure(claim);

        if (claim.Place is not null && group.Place is not null)
        {
            if (claim.Place != group.Place) return 0;
        }
        else if (shared == 0 && !sameFigure || !sameDispatch && !(sameFigure && claim.Claim.Figure!.Quantity.Low >= TellingCount))
        {
            return 0;
        }
        if (!TimesAgree(claim, group)) return 0;
        if (!IsOfPlace(reading.Type))
        {
            // Several things of one kind happen in one place on one day: who did it, to whom, or how many must agree.
            bool tellsRoles = doers.Length + targets.Length > 0 && known.Length + hit.Length > 0;
            if (tellsRoles && shared == 0 && !sameFigure) return 0;
            if (group.DiffersFrom(claim) && shared == 0) return 0;
        }
        return 1 + (claim.Place is not null && claim.Place == group.Place ? 4 : 0) + (shared * 2) + (sameFigure ? 3 : 0) + (sameDispatch ? 1 : 0) + (claim.Dated && group.Dated ? 1 : 0);
    }

    private IEnumerable<string> Named(IEnumerable<string> actors) => actors.Where(actor => !parties.IsBare(actor));

    // Control of one place on one day, or one disaster there, is one event whoever is named.
    private static bool IsOfPlace(EventType type) => type is EventType.Capture or EventType.Siege or EventType.Clash or EventType.Holding or EventType.Withdrawal or EventType.Disaster or EventType.Displacement;

    /// <summary>Types that one party does alone: a town taken by two enemies was taken twice.</summary>
    private static bool IsOfOneParty(EventType type) => type is EventType.Capture or EventType.Holding or EventType.Withdrawal or EventType.Siege or EventType.Surrender;

    /// <summary>True when both may have happened on the same days.</summary>
    public static bool TimesAgree(ResolvedClaim claim, EventGroup group)
    {
        if (claim.When is not { } own || group.When is not { } other) return true;
        bool coarse = own.Precision is TimePrecision.Month or TimePrecision.Year or TimePrecision.Week || other.Precision is TimePrecision.Month or TimePrecision.Year or TimePrecision.Week;
        // A year or a month says too little to match a report that gives no time at all.
        if (coarse) return claim.Dated && group.Dated && own.Overlaps(other);
        int apart = own.DaysApart(other);
        bool standing = group.Type is EventType.Holding;
        if (claim.Dated && group.Dated) return apart <= DatedGapMax;
        return apart <= (standing ? UndatedGapMax * 2 : UndatedGapMax);
    }
}
