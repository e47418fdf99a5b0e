using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Judgement;

/// <summary>What stands for and against one event or figure when it is judged.</summary>
/// <param name="Affirming">Affirmations that their own source has not taken back.</param>
/// <param name="Denying">Denials that their own source has not taken back.</param>
/// <param name="TakenBack">True when there were affirmations and all were taken back.</param>
public sealed record Case(IReadOnlyCollection<ResolvedClaim> Affirming, IReadOnlyCollection<ResolvedClaim> Denying, bool TakenBack, bool Expected)
{
    /// <summary>True when every page that told it has since been replaced by one that does not.</summary>
    public bool Dropped { get; init; }

    /// <summary>Those of the claims that their pages still tell; all, when none of them is.</summary>
    public static IReadOnlyCollection<ResolvedClaim> Current(IReadOnlyCollection<ResolvedClaim> claims) =>
        claims.All(claim => claim.Withdrawn is null) || claims.All(claim => claim.Withdrawn is not null) ? claims : [.. claims.Where(claim => claim.Withdrawn is null)];
}

/// <summary>Gives status, reliability and credibility by the published rules. Where sources disagree it gives no verdict: both sides stand.</summary>
public sealed class Judge
{
    private readonly Witnesses _witnesses;
    private readonly Interests _interests;
    private readonly SourceGrades _grades;
    private readonly Parties _parties;
    private readonly IReadOnlyDictionary<string, Actor> _actors;
    private readonly RulingFold _rulings;
    private readonly Dictionary<string, SourceGrade> _gradeOf = new(StringComparer.Ordinal);

    /// <param name="rulings">Asked for analysts' grades, which stand above the rules' own.</param>
    public Judge(Witnesses witnesses, Interests interests, SourceGrades grades, Parties parties, IReadOnlyDictionary<string, Actor> actors, RulingFold rulings) =>
        (_witnesses, _interests, _grades, _parties, _actors, _rulings) = (witnesses, interests, grades, parties, actors, rulings);

    /// <summary>Affirmations and denials that stand: whoever later says the opposite has taken back what he said before.</summary>
    public Case CaseOf(IReadOnlyCollection<ResolvedClaim> affirming, IReadOnlyCollection<ResolvedClaim> denying, bool expected)
    {
        bool dropped = affirming.Count > 0 && affirming.All(claim => claim.Withdrawn is not null);
        (affirming, denying) = (Case.Current(affirming), Case.Current(denying));
        // Without a denial nothing can have been taken back, and most things are denied by nobody.
        if (denying.Count == 0) return new Case(affirming, denying, false, expected) { Dropped = dropped };
        ResolvedClaim[] standing = [.. affirming.Where(claim => !IsAnswered(claim, denying, affirming))];
        return new Case(standing, denying, affirming.Count > 0 && standing.Length == 0, expected) { Dropped = dropped };
    }

    // Its own source denies it later, and does not come back to it.
    private bool IsAnswered(ResolvedClaim claim, IReadOnlyCollection<ResolvedClaim> denying, IReadOnlyCollection<ResolvedClaim> affirming)
    {
        string who = _witnesses.Claimant(claim);
        if (claim.Said is not { } said) return false;
        ResolvedClaim? denial = denying.Where(other => other.Said?.Start > said.Start && _witnesses.Claimant(other) == who).MaxBy(other => other.Said!.Start);   // said is not null where it is compared
        return denial is not null && !affirming.Any(other => other.Said?.Start >= denial.Said!.Start && _witnesses.Claimant(other) == who);
    }

    /// <summary>The published rule for events.</summary>
    public (Status Status, RuleNote Rule) StatusOf(Case told, bool anyDenial)
    {
        if (told.Expected) return (IsIndependent(told) ? Status.Corroborated : Status.SingleSource, LedgerRules.Foretold);
        if (told.TakenBack) return (Status.Retracted, LedgerRules.TakenBack);
        if (told.Affirming.Count == 0)
        {
            if (told.Denying.Count > 0) return (Status.Denied, LedgerRules.OnlyDenied);
            return anyDenial ? (Status.Retracted, LedgerRules.DenialTakenBack) : (Status.Contested, LedgerRules.OnlyDoubted);
        }
        if (told.Denying.Count > 0) return (Status.Contested, LedgerRules.Disputed);
        if (IsIndependent(told)) return (Status.Corroborated, LedgerRules.Independent);
        return (Status.SingleSource, _witnesses.Count(told.Affirming).Claimants > 1 ? LedgerRules.OneSide : LedgerRules.OneClaimant);
    }

    /// <summary>How far an item is to be believed.</summary>
    /// <param name="id">Id of the event or figure.</param>
    public Credibility CredibilityOf(string id, Case told, Status status)
    {
        if (_rulings.GradingOf(id) is { Value: [>= '1' and <= '6'] digit } ruling) return new Credibility(digit[0] - '0', LedgerRules.Ruled, ruling.Sequence);
        (int grade, RuleNote rule) = told.Expected ? (6, LedgerRules.NotYet) : Graded(told, status);
        return new Credibility(grade, rule, null);
    }

    private (int Grade, RuleNote Rule) Graded(Case told, Status status)
    {
        if (told.Affirming.Count == 0) return (5, LedgerRules.NoneStands);
        bool serves = Witnesses.Counted(told.Affirming).All(claim => _interests.Of(claim).Interest == Interest.Own);
        if (told.Denying.Count > 0) return serves && told.Denying.Any(claim => IsOutside(claim)) ? (5, LedgerRules.Contradicted) : (6, LedgerRules.BothStand);
        if (status == Status.Contested) return (6, LedgerRules.BothStand);
        if (IsIndependent(told)) return (1, LedgerRules.Confirmed);
        if (told.Affirming.Any(claim => _interests.Of(claim).Interest == Interest.Against)) return (2, LedgerRules.AgainstInterest);
        if (serves) return (4, LedgerRules.OwnInterestOnly);
        Reliability best = told.Affirming.Min(claim => GradeOf(_witnesses.Claimant(claim)).Grade);
        return best is Reliability.A or Reliability.B ? (2, LedgerRules.ReliableSource) : best == Reliability.F ? (6, LedgerRules.UnknownSource) : (3, LedgerRules.Unconfirmed);
    }

    // No party to it: it serves nobody it speaks for, and it does not fight.
    private bool IsOutside(ResolvedClaim claim) => _interests.Of(claim).Interest == Interest.None && !(claim.Source is not null && _parties.Fights(claim.Claimant));

    /// <summary>True when two claimants of different sides tell it.</summary>
    public bool IsIndependent(Case told) => _witnesses.Count(told.Affirming) is { Claimants: >= 2, Sides: >= 2 };

    /// <summary>Reliability of a claimant.</summary>
    public SourceGrade GradeOf(string claimant)
    {
        if (_gradeOf.TryGetValue(claimant, out SourceGrade? known)) return known;
        SourceGrade grade = _rulings.GradingOf(claimant) is { Value: [>= 'A' and <= 'F'] word } ruling && Enum.TryParse(word, out Reliability letter)
            ? new SourceGrade(letter, LedgerRules.Ruled, ruling.Sequence)
            : _actors.TryGetValue(claimant, out Actor? actor) ? _grades.OfActor(actor, _parties.Fights(claimant), char.IsUpper(actor.Name, 0) || actor.Side is { Length: 2 })
            : _grades.OfNewsroom(_witnesses.Newsrooms.GetValueOrDefault(claimant));
        return _gradeOf[claimant] = grade;
    }

    /// <summary>The claimant as the record lists it.</summary>
    public RecordSource SourceOf(string claimant) => _actors.TryGetValue(claimant, out Actor? actor)
        ? new RecordSource(claimant, claimant, actor.Name, actor.Side, GradeOf(claimant))
        : new RecordSource(claimant, null, _witnesses.Newsrooms.GetValueOrDefault(claimant) ?? "unknown outlet", claimant, GradeOf(claimant));
}
