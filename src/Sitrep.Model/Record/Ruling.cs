using System.Collections.Immutable;

namespace Sitrep.Model.Record;

/// <summary>What an analyst can decide.</summary>
public enum RulingVerb
{
    /// <summary>It stands as the record has it; takes back an earlier rejection of the same thing.</summary>
    Accept,
    /// <summary>It is taken out of all counts and stays visible.</summary>
    Reject,
    /// <summary>Two events are one.</summary>
    Merge,
    /// <summary>Claims are of an event of their own.</summary>
    Split,
    /// <summary>A source's reliability (A to F) or a statement's credibility (1 to 6).</summary>
    Grade,
    /// <summary>Where a place lies that no gazetteer knows.</summary>
    Place,
    /// <summary>A remark; changes nothing.</summary>
    Comment,
    /// <summary>An earlier ruling no longer counts.</summary>
    Undo,
}

/// <summary>What an analyst decided. Rulings are appended, never changed; an undo is another ruling.</summary>
/// <param name="Sequence">Position in the list, from 1.</param>
/// <param name="At">Coordinated Universal Time, as given by who made it.</param>
/// <param name="Target">Id of what is ruled on: an event, a figure, a claim, an actor or a place; for an undo the sequence of a ruling.</param>
/// <param name="Reason">Why; for a comment its text.</param>
public sealed record Ruling(long Sequence, DateTimeOffset At, string Author, RulingVerb Verb, string Target, string Reason)
{
    /// <summary>With <see cref="RulingVerb.Merge"/>: id of the event that becomes part of the target; null otherwise.</summary>
    public string? Other { get; init; }

    /// <summary>With <see cref="RulingVerb.Grade"/>: A to F or 1 to 6; with <see cref="RulingVerb.Place"/> a <see cref="RuledPlace"/> as written; null otherwise.</summary>
    public string? Value { get; init; }

    /// <summary>Ids of the claims that the target rested on when it was ruled on; with <see cref="RulingVerb.Split"/> those that are taken out. By them
    /// the target is found again when later reports have changed its id. Empty for actors and undos.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];

    /// <summary>The same of <see cref="Other"/>.</summary>
    public ImmutableArray<string> OtherClaims { get; init; } = [];
}

/// <summary>A ruling in its place in a record.</summary>
/// <param name="UndoneBy">Sequence of the ruling that undid it; null while it counts.</param>
/// <param name="On">Id, in this record, of what it is on; null when it was undone or its target is not in this record.</param>
public sealed record AppliedRuling(Ruling Ruling, long? UndoneBy, string? On);
