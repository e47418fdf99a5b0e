using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Who is told to have taken which place on which day, by all claims that date it: what lies between two tellings that would else be one.</summary>
public sealed class Takings(IEnumerable<ResolvedClaim> claims, Parties parties)
{
    private readonly ILookup<string, ResolvedClaim> _of = claims
        .Where(claim => claim is { Dated: true, Place: not null, When: not null, Claim: { Stance: Stance.Affirms, Event: { Type: EventType.Capture, Background: false, Extent: not Extent.Partial } } } && claim.In(RoleKind.Actor).Any())
        .ToLookup(claim => claim.Place!, StringComparer.Ordinal);   // those without one are left out

    /// <summary>True when the place changed hands between the two: who left it twice came back in between, and who took it twice had lost it.</summary>
    public bool LieBetween(ResolvedClaim claim, EventGroup group)
    {
        EventType type = claim.Claim.Event!.Type;   // only claims of events are matched
        if (type is not (EventType.Withdrawal or EventType.Capture) || claim.Place is null || claim.Place != group.Place || claim.When is not { } own || group.When is not { } other) return false;
        (Interval first, Interval then) = own.End < other.Start ? (own, other) : (other, own);
        if (first.End >= then.Start) return false;
        string[] who = [.. claim.In(RoleKind.Actor)];
        return who.Length > 0 && _of[claim.Place].Any(taking => type == EventType.Withdrawal
            ? taking.When!.Start > first.End && taking.When.End <= then.Start && taking.In(RoleKind.Actor).Any(taker => who.Any(leaver => parties.SameSide(taker, leaver)))
            : taking.When!.Start > first.End && taking.When.End < then.Start && parties.Opposed(who, [.. taking.In(RoleKind.Actor)]));
    }
}
