using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Judgement;

/// <summary>Whether a party's word serves its own side. A word against one's own interest weighs more: what a party admits of itself needs no
/// second witness, what it tells of its enemy does.</summary>
/// <remarks>After the sourcing rule of the Wikipedia maps of the Syrian war: a partisan source counts only for changes against the side it favours.</remarks>
public sealed class Interests(Parties parties, IReadOnlyDictionary<string, Actor> actors)
{
    /// <returns>No rule for <see cref="Interest.None"/>.</returns>
    public (Interest Interest, RuleNote? Rule) Of(ResolvedClaim claim)
    {
        if (claim.Source is null || claim.Side is null || claim.Claim.Stance == Stance.Expects || Served(claim) is not { } served) return (Interest.None, null);
        bool denies = claim.Claim.Stance is Stance.Denies or Stance.Doubts;
        RuleNote rule = !denies ? served.Rule
            : served.Rule == LedgerRules.AdmitsLoss ? LedgerRules.DeniesLoss
            : served.Rule == LedgerRules.AdmitsHarm ? LedgerRules.DeniesBlame
            : LedgerRules.DeniesGain;
        return (served.Good != denies ? Interest.Own : Interest.Against, rule);
    }

    /// <summary>What it would mean to the source's side if it were so; null when nothing.</summary>
    private (bool Good, RuleNote Rule)? Served(ResolvedClaim claim)
    {
        string[] doers = [.. claim.In(RoleKind.Actor)], targets = [.. claim.In(RoleKind.Target)];
        bool mine = doers.Any(actor => IsOwn(claim, actor)), enemys = doers.Any(actor => IsEnemy(claim, actor));
        bool onMine = targets.Any(actor => IsOwn(claim, actor) && IsArmed(actor)), onEnemy = targets.Any(actor => IsEnemy(claim, actor));
        bool onCivilians = targets.Any(IsCivilian);
        switch (claim.Claim.Event?.Type)
        {
            case EventType.Capture or EventType.Holding or EventType.Siege:
                return mine ? (true, LedgerRules.OwnGain) : enemys || onMine ? (false, LedgerRules.AdmitsLoss) : onEnemy ? (true, LedgerRules.EnemyLoss) : null;
            case EventType.Withdrawal or EventType.Surrender:
                return mine ? (false, LedgerRules.AdmitsLoss) : enemys ? (true, LedgerRules.EnemyLoss) : null;
            case EventType.Strike or EventType.Bombing or EventType.Attack or EventType.Killing or EventType.Injury or EventType.Abduction:
                if (onCivilians && mine) return (false, LedgerRules.AdmitsHarm);
                if (onCivilians && enemys) return (true, LedgerRules.Blame);
                return onMine ? (false, LedgerRules.AdmitsLoss) : onEnemy ? (true, mine ? LedgerRules.OwnGain : LedgerRules.EnemyLoss) : null;
            case null when claim.Claim.Figure?.Measure is Measure.Killed or Measure.Injured or Measure.Missing or Measure.Surrendered or Measure.Detained && claim.Subject is { } counted:
                return IsOwn(claim, counted) && IsArmed(counted) ? (false, LedgerRules.AdmitsLoss) : IsEnemy(claim, counted) ? (true, LedgerRules.EnemyLoss) : null;
            default:
                return null;
        }
    }

    private bool IsOwn(ResolvedClaim claim, string actor) => actor == claim.Claimant || actors.TryGetValue(actor, out Actor? known) && known.Side is { } side && side == claim.Side || parties.SameSide(claim.Claimant, actor);

    private bool IsEnemy(ResolvedClaim claim, string actor) => parties.AreEnemies(claim.Side!, actor);   // Of has seen to the side

    private bool IsArmed(string actor) => actors.TryGetValue(actor, out Actor? known) && known.Kind is ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia or ActorKind.State;

    private bool IsCivilian(string actor) => actors.TryGetValue(actor, out Actor? known) && known.Kind is ActorKind.Population or ActorKind.Person or ActorKind.Ngo or ActorKind.Media;
}
