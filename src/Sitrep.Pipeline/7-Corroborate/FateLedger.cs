using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate;

/// <summary>Folds what is said of persons' fates.</summary>
public static class FateLedger
{
    public static ImmutableArray<PersonFate> Fold(IEnumerable<ResolvedClaim> claims, IReadOnlyDictionary<string, Actor> actors) =>
        [.. claims.Where(claim => claim.Claim.Fate is not null && claim.Claim.Stance != Stance.Expects && claim.Person is { } person && actors[person].Kind == ActorKind.Person)
            .GroupBy(claim => claim.Person!, StringComparer.Ordinal).OrderBy(person => person.Key, StringComparer.Ordinal)
            .Select(person => new PersonFate(person.Key, StateOf([.. person]), [.. person.Select(claim => claim.Claim.Id)]))];

    // "Unknown" is itself a finding: it outweighs unconfirmed reports of a death, until somebody affirms one later.
    private static FateState StateOf(ResolvedClaim[] claims)
    {
        ResolvedClaim[] affirmed = [.. claims.Where(claim => claim.Claim.Stance == Stance.Affirms)];
        FateState[] states = [.. affirmed.Select(claim => claim.Claim.Fate!.State).Distinct()];
        if (states.Length == 0) return claims.All(claim => claim.Claim.Stance == Stance.Denies && claim.Claim.Fate!.State == FateState.Dead) ? FateState.Alive : FateState.Unknown;
        bool denied = claims.Any(claim => claim.Claim.Stance == Stance.Denies && states.Contains(claim.Claim.Fate!.State));
        if (denied) return FateState.Contested;
        if (states.Length == 1) return states[0];
        ResolvedClaim last = affirmed.OrderBy(claim => claim.Said?.Start ?? DateOnly.MinValue).Last();
        bool sameDay = affirmed.Any(claim => claim.Claim.Fate!.State != last.Claim.Fate!.State && claim.Said?.Start == last.Said?.Start);
        return states.Contains(FateState.Unknown) && sameDay ? FateState.Unknown : sameDay ? FateState.Contested : last.Claim.Fate!.State;
    }
}
