using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Judgement;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate;

/// <summary>Folds what is said of persons' fates.</summary>
public static class FateLedger
{
    public static ImmutableArray<PersonFate> Fold(IEnumerable<ResolvedClaim> claims, IReadOnlyDictionary<string, Actor> actors, Witnesses witnesses) =>
        [.. claims.Where(claim => claim.Claim.Fate is not null && claim.Claim.Stance != Stance.Expects && claim.Person is { } person && actors[person].Kind == ActorKind.Person)
            .GroupBy(claim => claim.Person!, StringComparer.Ordinal).OrderBy(person => person.Key, StringComparer.Ordinal)   // the person is known here
            .Select(person => Fold(person.Key, [.. person], witnesses))];

    private static PersonFate Fold(string person, ResolvedClaim[] claims, Witnesses witnesses)
    {
        ResolvedClaim[] standing = [.. claims.Where(claim => !claim.IsTakenBack)];
        (FateState state, RuleNote rule) = standing.Length == 0 ? (FateState.Unknown, LedgerRules.FateWithdrawn) : StateOf(standing);
        return new PersonFate(person, state, [.. claims.Select(claim => claim.Claim.Id)])
        {
            Rule = rule,
            History = [.. claims.OrderBy(claim => claim.Known ?? DateOnly.MaxValue).ThenBy(claim => claim.Said?.Start ?? DateOnly.MaxValue).ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal)
                .Select(claim => new FateNote(claim.Known, claim.Claim.Fate!.State, claim.Claim.Stance, witnesses.Claimant(claim), claim.Claim.Id))],   // only claims on fates come here
        };
    }

    // "Unknown" is itself a finding: it outweighs unconfirmed reports of a death, until somebody affirms one later.
    private static (FateState State, RuleNote Rule) StateOf(ResolvedClaim[] claims)
    {
        ResolvedClaim[] affirmed = [.. claims.Where(claim => claim.Claim.Stance == Stance.Affirms)];
        FateState[] states = [.. affirmed.Select(State).Distinct()];
        bool IsDenied(FateState state) => claims.Any(claim => claim.Claim.Stance == Stance.Denies && State(claim) == state);
        if (states.Length == 0) return claims.All(claim => claim.Claim.Stance == Stance.Denies && State(claim) == FateState.Dead) ? (FateState.Alive, LedgerRules.DeathDenied) : (FateState.Unknown, LedgerRules.FateUnconfirmed);
        // Seen alive on a later day than any telling of the death: whoever denied that was right, whoever told it was wrong.
        if (states.Contains(FateState.Alive) && states.Contains(FateState.Dead) && !IsDenied(FateState.Alive) && affirmed.Where(claim => State(claim) == FateState.Dead).Max(Day) < affirmed.Where(claim => State(claim) == FateState.Alive).Max(Day)) return (FateState.Alive, LedgerRules.SeenAlive);
        if (states.Any(IsDenied)) return (FateState.Contested, LedgerRules.FateDenied);
        if (states.Length == 1) return (states[0], LedgerRules.FateTold);
        ResolvedClaim last = affirmed.OrderBy(Day).Last();
        bool sameDay = affirmed.Any(claim => State(claim) != State(last) && claim.Said?.Start == last.Said?.Start);
        // Held and freed, held and hurt: one follows the other, and whoever was let go is held no longer.
        if (sameDay && !states.Contains(FateState.Dead) && !states.Contains(FateState.Unknown)) return (states.Contains(FateState.Alive) ? FateState.Alive : FateState.Captured, LedgerRules.FateLast);
        if (sameDay) return states.Contains(FateState.Unknown) ? (FateState.Unknown, LedgerRules.FateUnconfirmed) : (FateState.Contested, LedgerRules.FateDiffers);
        return (State(last), State(last) == FateState.Alive && states.Contains(FateState.Dead) ? LedgerRules.SeenAlive : LedgerRules.FateLast);
    }

    private static FateState State(ResolvedClaim claim) => claim.Claim.Fate!.State;   // only claims on fates come here

    private static DateOnly Day(ResolvedClaim claim) => claim.Said?.Start ?? DateOnly.MinValue;
}
