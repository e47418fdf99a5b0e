using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Claims held to be about one event, while the fold gathers them.</summary>
public sealed class EventGroup(ResolvedClaim first, string id)
{
    private readonly List<ResolvedClaim> _claims = [first];
    private readonly HashSet<string> _actors = [.. first.In(RoleKind.Actor)];
    private readonly HashSet<string> _targets = [.. first.In(RoleKind.Target)];

    public string Id => id;
    public EventType Type { get; } = first.Claim.Event!.Type;
    public bool Expected { get; } = first.Claim.Stance == Stance.Expects;
    public string? Place { get; private set; } = first.Place;
    public Interval? When { get; private set; } = first.When;

    /// <summary>True when the words of some claim give the time.</summary>
    public bool Dated { get; private set; } = first.Dated;

    public IReadOnlyList<ResolvedClaim> Claims => _claims;
    public IReadOnlyCollection<string> Actors => _actors;
    public IReadOnlyCollection<string> Targets => _targets;
    public IEnumerable<ResolvedClaim> Affirming => _claims.Where(claim => claim.Claim.Stance == (Expected ? Stance.Expects : Stance.Affirms));
    public IEnumerable<ResolvedClaim> Denying => _claims.Where(claim => claim.Claim.Stance is Stance.Denies);

    public void Add(ResolvedClaim claim)
    {
        _claims.Add(claim);
        Place ??= claim.Place;
        When = Merge(claim);
        Dated |= claim.Dated;
        _actors.UnionWith(claim.In(RoleKind.Actor));
        _targets.UnionWith(claim.In(RoleKind.Target));
    }

    // Words that give a day beat the report's own date; days that lie side by side become a span; a month gives way to a day inside it.
    private Interval? Merge(ResolvedClaim claim)
    {
        if (claim.When is not { } other || claim.Claim.Stance is Stance.Denies or Stance.Doubts && When is not null) return When;
        if (When is not { } own) return other;
        if (Dated != claim.Dated) return Dated ? own : other;
        bool ownExact = own.Precision <= TimePrecision.Days, otherExact = other.Precision <= TimePrecision.Days;
        if (ownExact != otherExact) return ownExact ? own : other;
        if (!ownExact) return own.End.DayNumber - own.Start.DayNumber <= other.End.DayNumber - other.Start.DayNumber ? own : other;
        DateOnly start = own.Start < other.Start ? own.Start : other.Start, end = own.End > other.End ? own.End : other.End;
        return new Interval(start, end, start == end ? own.Precision : TimePrecision.Days);
    }
}
