using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Tells whether a claim is about an event already gathered.</summary>
/// <remarks>Type, place, days, roles and figures must agree as far as both tell them; nothing is merged on what neither tells.</remarks>
public static class EventMatcher
{
    /// <summary>Days between two dated tellings of one event. One: a day's fight is told of on the morrow, across midnight and time zones.</summary>
    public const int DatedGapMax = 1;

    /// <summary>Days between a dated telling and one dated only by its report: news look back this far without saying so.</summary>
    public const int UndatedGapMax = 3;

    /// <returns>Zero when it is another event; else the more, the better they agree.</returns>
    public static int Score(ResolvedClaim claim, EventGroup group)
    {
        EventReading reading = claim.Claim.Event!;
        if (reading.Type != group.Type || (claim.Claim.Stance == Stance.Expects) != group.Expected) return 0;
        if (reading.Lemma.Contains(": ", StringComparison.Ordinal) && (group.Claims[0].Dispatch != claim.Dispatch || group.Claims[0].Claim.Event!.Lemma != reading.Lemma)) return 0;
        bool sameDispatch = group.Claims.Any(other => other.Dispatch == claim.Dispatch);
        int shared = claim.In(RoleKind.Actor).Count(group.Actors.Contains) + claim.In(RoleKind.Target).Count(group.Targets.Contains);
        bool swapped = claim.In(RoleKind.Actor).Any(group.Targets.Contains) && !claim.In(RoleKind.Actor).Any(group.Actors.Contains)
            || claim.In(RoleKind.Target).Any(group.Actors.Contains) && !claim.In(RoleKind.Target).Any(group.Targets.Contains);
        if (swapped && reading.Type is not EventType.Clash) return 0;
        bool sameFigure = SharesFigure(claim, group);

        if (claim.Place is not null && group.Place is not null)
        {
            if (claim.Place != group.Place) return 0;
        }
        else if (shared == 0 && !sameFigure || !sameDispatch && !sameFigure)
        {
            return 0;
        }
        if (!TimesAgree(claim, group)) return 0;
        if (!IsOfPlace(reading.Type))
        {
            // Several things of one kind happen in one place on one day: who did it, to whom, or how many must agree.
            bool tellsRoles = claim.Roles.Length > 0 && (group.Actors.Count > 0 || group.Targets.Count > 0);
            if (tellsRoles && shared == 0 && !sameFigure) return 0;
            if (FiguresDiffer(claim, group) && shared == 0) return 0;
        }
        return 1 + (claim.Place is not null && claim.Place == group.Place ? 4 : 0) + (shared * 2) + (sameFigure ? 3 : 0) + (sameDispatch ? 1 : 0) + (claim.Dated && group.Dated ? 1 : 0);
    }

    // Control of one place on one day, or one disaster there, is one event whoever is named.
    private static bool IsOfPlace(EventType type) => type is EventType.Capture or EventType.Siege or EventType.Clash or EventType.Holding or EventType.Withdrawal or EventType.Disaster or EventType.Displacement;

    private static bool TimesAgree(ResolvedClaim claim, EventGroup group)
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

    private static bool SharesFigure(ResolvedClaim claim, EventGroup group) =>
        claim.Claim.Figure is { } figure && group.Claims.Any(other => other.Claim.Figure is { } known && known.Measure == figure.Measure && known.Quantity.Low is not null && known.Quantity.Low == figure.Quantity.Low && known.Quantity.High == figure.Quantity.High);

    private static bool FiguresDiffer(ResolvedClaim claim, EventGroup group) =>
        claim.Claim.Figure is { } figure && group.Claims.Any(other => other.Claim.ReportId == claim.Claim.ReportId && other.Claim.Figure is { } known && known.Measure == figure.Measure && known.Quantity.Best != figure.Quantity.Best);
}
