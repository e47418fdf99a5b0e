using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Withdrawals;
using Sitrep.Pipeline.Resolve;
using Sitrep.Pipeline.Resolve.Disasters;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Claims held to be about one event, while the fold gathers them.</summary>
/// <param name="number">How many groups were founded before it.</param>
public sealed class EventGroup(ResolvedClaim first, string id, int number)
{
    private readonly List<ResolvedClaim> _claims = [first];
    private readonly HashSet<string> _actors = [.. first.In(RoleKind.Actor)];
    private readonly HashSet<string> _targets = [.. first.In(RoleKind.Target)];
    private readonly HashSet<string> _things = [.. first.In(RoleKind.Instrument)];
    private readonly HashSet<string> _dispatches = [first.Dispatch];
    private readonly HashSet<(Measure, long?, long?)> _figures = FiguresOf(first);
    private readonly Dictionary<(string Report, Measure), long?> _counts = CountsOf(first);
    private readonly List<(string Claim, EventMatch Match)> _joined = [];
    private readonly Dictionary<string, EventMatch> _apart = new(StringComparer.Ordinal);
    private EventType _general = first.Claim.Event!.Type;

    public string Id => id;
    public int Number => number;

    /// <summary>What most claims call it; a general word gives way to any that says more.</summary>
    public EventType Type { get; private set; } = first.Claim.Event!.Type;
    public bool Expected { get; } = first.Claim.Stance == Stance.Expects;
    public string? Place { get; private set; } = first.Place;
    public Interval? When { get; private set; } = first.When;

    /// <summary>True when the words of some claim give the time.</summary>
    public bool Dated { get; private set; } = first.Dated;

    public IReadOnlyList<ResolvedClaim> Claims => _claims;

    /// <summary>Claims that an analyst rejected; they are not among <see cref="Claims"/>.</summary>
    public IReadOnlyList<ResolvedClaim> Rejected { get; private init; } = [];

    /// <summary>What the disaster comes of; null while no claim says, and for other events.</summary>
    public string? Origin { get; private set; } = first.Origin;

    /// <summary>What killed or hurt those told of; null while no claim says.</summary>
    public IncidentCause? Cause { get; private set; } = first.Cause;

    public IReadOnlyCollection<string> Actors => _actors;
    public IReadOnlyCollection<string> Targets => _targets;

    /// <summary>What did it: weapons, quakes, storms.</summary>
    public IReadOnlyCollection<string> Things => _things;

    /// <summary>Those who tell it, but for pages that were withdrawn.</summary>
    public IEnumerable<ResolvedClaim> Affirming => _claims.Where(claim => claim.Claim.Stance == Telling && !claim.IsTakenBack);

    /// <summary>Who affirms the whole; where everybody tells of a part, all of them. Who says that a part was taken does not agree that all was.</summary>
    public IEnumerable<ResolvedClaim> AffirmingWhole => Affirming.Where(claim => claim.Claim.Event!.Extent != Extent.Partial).ToArray() is { Length: > 0 } whole ? whole : Affirming;   // claims of an event have one

    /// <summary>Those who deny it, but for pages that were withdrawn.</summary>
    public IEnumerable<ResolvedClaim> Denying => _claims.Where(claim => claim.Claim.Stance is Stance.Denies && !claim.IsTakenBack);

    /// <summary>True when every page that told it was withdrawn or corrected.</summary>
    public bool IsTakenBack => _claims.Exists(claim => claim.Claim.Stance == Telling && claim.IsTakenBack) && !Affirming.Any();

    private Stance Telling => Expected ? Stance.Expects : Stance.Affirms;

    /// <summary>Why each claim after the first is held to be about it, in the order they joined.</summary>
    public IReadOnlyList<(string Claim, EventMatch Match)> Joined => _joined;

    /// <summary>Events that came near being this one, and why they are not; the first such claim decides.</summary>
    public IReadOnlyDictionary<string, EventMatch> Apart => _apart;

    /// <summary>Notes that another event came near and is another.</summary>
    public void KeepApart(string other, EventMatch match) => _apart.TryAdd(other, match);

    public bool IsToldBy(string dispatch) => _dispatches.Contains(dispatch);

    /// <summary>True when some claim gives the same number of the same thing.</summary>
    public bool SharesFigure(ResolvedClaim claim) => FiguresOf(claim) is { Count: > 0 } figures && _figures.Overlaps(figures);

    /// <summary>True when the same report gives another number of the same thing.</summary>
    public bool DiffersFrom(ResolvedClaim claim) =>
        claim.Claim.Figure is { } figure && _counts.TryGetValue((claim.Claim.ReportId, figure.Measure), out long? known) && known != figure.Quantity.Best;

    /// <summary>True when another sentence of the same report tells it of another thing that was struck.</summary>
    /// <param name="isThing">True for what has no name of its own.</param>
    public bool StrikesElse(ResolvedClaim claim, Func<string, bool> isThing)
    {
        string[] struck = [.. claim.In(RoleKind.Target).Where(isThing)];
        if (struck.Length == 0) return false;
        ResolvedClaim[] beside = [.. _claims.Where(known => known.Claim.ReportId == claim.Claim.ReportId && known.Claim.Span != claim.Claim.Span && known.Claim.Stance == claim.Claim.Stance)];
        return beside.Any(known => known.In(RoleKind.Target).Any(isThing)) && !beside.Any(known => known.In(RoleKind.Target).Any(struck.Contains));
    }

    /// <summary>True when one of the two counts some of many and the other another number: those are not told of as one.</summary>
    public bool IsPartBeside(ResolvedClaim claim) =>
        claim.Claim.Figure is { } figure && _claims.Exists(known => known.Claim.Figure is { } own && own.Measure == figure.Measure && own.Part != figure.Part) && !SharesFigure(claim);

    /// <param name="general">The type that says least in its family.</param>
    public void Add(ResolvedClaim claim, EventMatch match, EventType general)
    {
        _claims.Add(claim);
        _general = general;
        _joined.Add((claim.Claim.Id, match));
        if (claim.Claim.Event!.Type != Type) Type = _claims.Select(known => known.Claim.Event!.Type).CountBy(type => type).OrderBy(type => type.Key == general).ThenByDescending(type => type.Value).First().Key;
        _dispatches.Add(claim.Dispatch);
        _figures.UnionWith(FiguresOf(claim));
        foreach (var (key, count) in CountsOf(claim)) _counts.TryAdd(key, count);
        Place ??= claim.Place;
        Cause ??= claim.Cause;
        Origin ??= claim.Origin;
        When = Merge(claim);
        Dated |= claim.Dated;
        _actors.UnionWith(claim.In(RoleKind.Actor));
        _targets.UnionWith(claim.In(RoleKind.Target));
        _things.UnionWith(claim.In(RoleKind.Instrument));
    }

    /// <summary>Marks what its own outlets went back on.</summary>
    public void Withdraw(PageWithdrawals withdrawals) => withdrawals.Mark(_claims);

    /// <summary>The same event resting on other claims.</summary>
    /// <param name="claims">At least one.</param>
    public EventGroup With(IReadOnlyList<ResolvedClaim> claims, IReadOnlyList<ResolvedClaim> rejected)
    {
        ResolvedClaim[] inOrder = [.. Witnesses.InOrder(claims)];
        var group = new EventGroup(inOrder[0], id, number) { Rejected = rejected };
        var reasons = _joined.ToDictionary(joined => joined.Claim, joined => joined.Match, StringComparer.Ordinal);
        foreach (ResolvedClaim claim in inOrder.Skip(1)) group.Add(claim, reasons.GetValueOrDefault(claim.Claim.Id, EventMatch.Ruled), _general);
        group.Type = Type;
        foreach ((string other, EventMatch match) in _apart) group.KeepApart(other, match);
        return group;
    }

    // Words that give a day beat the report's own date; days that lie side by side become a span; a month gives way to a day inside it.
    private Interval? Merge(ResolvedClaim claim)
    {
        if (claim.When is not { } other || claim.Claim.Stance is Stance.Denies or Stance.Doubts && When is not null) return When;
        if (When is not { } own) return other;
        // A state that is told of days later has lasted until then.
        bool lasting = Type == EventType.Holding && IsOfDays(own) && IsOfDays(other) && !_claims.Exists(known => known.Claim.Event!.Extent == Extent.Partial);   // claims of an event have one; who holds a part does not yet hold the place
        if (!lasting)
        {
            if (Dated != claim.Dated) return Dated ? own : other;
            bool ownExact = own.Precision <= TimePrecision.Days, otherExact = other.Precision <= TimePrecision.Days;
            if (ownExact != otherExact) return ownExact ? own : other;
            if (!ownExact) return own.End.DayNumber - own.Start.DayNumber <= other.End.DayNumber - other.Start.DayNumber ? own : other;
        }
        DateOnly start = own.Start < other.Start ? own.Start : other.Start, end = own.End > other.End ? own.End : other.End;
        return new Interval(start, end, start == end ? own.Precision : TimePrecision.Days);
    }

    private static bool IsOfDays(Interval when) => when.Precision is <= TimePrecision.Days or TimePrecision.Unknown;

    private static HashSet<(Measure, long?, long?)> FiguresOf(ResolvedClaim claim) =>
        claim.Claim.Figure is { Quantity.Low: not null } figure ? [(figure.Measure, figure.Quantity.Low, figure.Quantity.High)] : [];

    private static Dictionary<(string, Measure), long?> CountsOf(ResolvedClaim claim) =>
        claim.Claim.Figure is { } figure ? new() { [(claim.Claim.ReportId, figure.Measure)] = figure.Quantity.Best } : [];
}
