using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve.Actors;
using Sitrep.Pipeline.Resolve.Disasters;
using Sitrep.Pipeline.Resolve.Places;

namespace Sitrep.Pipeline.Resolve;

/// <summary>A claim whose mentions are known: which actors, which place, which days.</summary>
/// <param name="Source">Actor id; null for narration and for sources that could not be told.</param>
/// <param name="Claimant">Whose word it counts as: the body a spokesman speaks for, else the source; for narration the dispatch's newsroom.</param>
/// <param name="Side">Party of the claimant; null when unknown.</param>
/// <param name="When">Day or days of the event or figure; null when nothing tells.</param>
/// <param name="Dated">True when the words themselves give the time; false when it was taken from the report's own day.</param>
/// <param name="Known">The day the claim became known: publication, else the report's anchor; null for undated reports.</param>
public sealed record ResolvedClaim(
    Claim Claim, string Dispatch, string? Source, string Claimant, string? Side, ImmutableArray<string> Via, ImmutableArray<Role> Roles,
    string? Place, Interval? When, bool Dated, Interval? Said, string? Subject, string? Person, DateOnly? Known)
{
    /// <summary>How its own outlet went back on it; null when it stands by it, or before the ledger has looked.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>True when its outlet says that it takes it back.</summary>
    public bool IsTakenBack => Withdrawn is { IsTakenBack: true };

    /// <summary>Claim on the same disaster that gave this one its day or its place; null when its own words did.</summary>
    public string? TiedTo { get; init; }

    /// <summary>What the disaster told of comes of (earth, weather …); null for other events and where the words do not say.</summary>
    public string? Origin { get; init; }

    /// <summary>Kind of the sudden disaster told of; null for other events and where the words do not say.</summary>
    public string? Kind { get; init; }

    /// <summary>What killed or hurt those told of; null when the words do not say.</summary>
    public IncidentCause? Cause { get; init; }

    /// <summary>Name of the storm that killed or hurt those told of; null where none is named.</summary>
    public string? Storm { get; init; }

    /// <summary>Actors in one role.</summary>
    public IEnumerable<string> In(RoleKind kind) => Roles.Where(role => role.Kind == kind).Select(role => role.Actor);
}

/// <summary>All claims resolved, and the actors and places they speak of.</summary>
public sealed record Resolution(
    ImmutableArray<ResolvedClaim> Claims, ImmutableArray<Actor> Actors, ImmutableArray<Place> Places, ImmutableArray<RecordPhoto> Photos,
    ImmutableArray<Dispatch> Dispatches);

/// <summary>What one claim's mentions were resolved with; made on demand, never kept.</summary>
/// <param name="Roles">Each mention in a part of the event, and the actor it was taken for; null when it is nobody who can be told.</param>
/// <param name="Anchor">The report's own day.</param>
/// <param name="CountedFrom">The day from which the claim's date words were counted; null when it has none or no day was known.</param>
/// <param name="Countries">Weight of each country in the report.</param>
internal sealed record ResolutionBasis(
    ResolvedClaim Resolved, IReadOnlyList<(RoleMention Mention, string? Actor)> Roles, DateOnly? Anchor, DateOnly? CountedFrom, IReadOnlyDictionary<string, int> Countries, PlaceBook Places, ActorBook Actors);
