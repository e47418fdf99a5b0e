using System.Collections.Immutable;

namespace Sitrep.Model.Record;

/// <summary>The published rule by which something stands as it does; docs/ledger.md lists all of them.</summary>
/// <param name="Code">Stable, lower case with hyphens.</param>
/// <param name="Words">What the rule says, as a sentence without a full stop.</param>
public sealed record RuleNote(string Code, string Words);

/// <summary>Whom a party's word serves.</summary>
public enum Interest
{
    /// <summary>The source is no party to it, or it serves and harms nobody.</summary>
    None,
    /// <summary>It serves the source's own side.</summary>
    Own,
    /// <summary>It goes against the source's own side: a loss admitted, a withdrawal, civilians killed.</summary>
    Against,
}

/// <summary>How far a source can be relied on, after the Admiralty code (NATO AJP-2.1): of the source over time, not of one item.</summary>
public enum Reliability
{
#pragma warning disable CS1591 // completely, usually, fairly, not usually, not reliable; cannot be judged
    A, B, C, D, E, F,
#pragma warning restore CS1591
}

/// <summary>A source's reliability and why.</summary>
/// <param name="Ruling">Sequence of the analyst's ruling that set it; null for the default of its kind.</param>
public sealed record SourceGrade(Reliability Grade, RuleNote Rule, long? Ruling);

/// <summary>How far one item is to be believed, after the Admiralty code: 1 confirmed by other independent sources, 2 probably true,
/// 3 possibly true, 4 doubtful, 5 improbable (contradicted), 6 cannot be judged.</summary>
/// <param name="Ruling">Sequence of the analyst's ruling that set it; null for the rules' own.</param>
public sealed record Credibility(int Grade, RuleNote Rule, long? Ruling);

/// <summary>Somebody whose word counts once, whatever speakers and outlets it comes through.</summary>
/// <param name="Id">Id of an actor; for a newsroom's own narration an id made of its name.</param>
/// <param name="Actor">Id of the actor; null for a newsroom.</param>
/// <param name="Side">Key of the party it speaks for; null when unknown.</param>
public sealed record RecordSource(string Id, string? Actor, string Name, string? Side, SourceGrade Grade);

/// <summary>One claimant behind an event or a figure.</summary>
/// <param name="Claimant">Id of a <see cref="RecordSource"/>.</param>
/// <param name="Side">The party it is counted under; sides that reports tell of as backing one another count as one; null when unknown.</param>
/// <param name="Counts">False for a newsroom that also quotes somebody on it: what it takes as given is no second witness.</param>
/// <param name="Claims">Ids.</param>
public sealed record Witness(string Claimant, string? Side, bool Counts, ImmutableArray<string> Claims);

/// <summary>Whether something still is what the record holds.</summary>
public enum Standing
{
    /// <summary>It does.</summary>
    Stands,
    /// <summary>Something later took its place; it stays as what was so, or was known, before.</summary>
    Superseded,
    /// <summary>Its own source took it back, or the report that told it was withdrawn.</summary>
    Retracted,
}
