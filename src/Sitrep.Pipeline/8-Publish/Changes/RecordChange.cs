using System.Collections.Immutable;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.Changes;

/// <summary>What became of something between two records.</summary>
public enum ChangeKind
{
    /// <summary>Not known before.</summary>
    New,
    /// <summary>Known before; now corroborated, or no longer disputed.</summary>
    Confirmed,
    /// <summary>Known before; now denied, doubted or contradicted.</summary>
    Disputed,
    /// <summary>Known before; now told with another number, day, place or extent.</summary>
    Revised,
    /// <summary>The opposite of what stood: a place taken back, a dead man seen alive.</summary>
    Reversed,
    /// <summary>Taken back by who said it, rejected by an analyst, or no longer told at all.</summary>
    Retracted,
    /// <summary>Not known before, and only said to be coming.</summary>
    Expected,
    /// <summary>Two events are one now; nothing was taken back.</summary>
    Merged,
}

/// <summary>Kinds of thing that change.</summary>
public enum ChangedThing
{
#pragma warning disable CS1591 // the record's own lists
    Control, Event, Figure, Person,
#pragma warning restore CS1591
}

/// <summary>One change, with the claims that brought it.</summary>
/// <param name="Id">Id of the event or figure in the later record (in the earlier one where the later holds it no more); of the place for control, of the actor for a person.</param>
/// <param name="Earlier">Its id in the earlier record, where it had another: later reports can give a thing a new one. The event it is part of now, for a merge. Null otherwise.</param>
/// <param name="What">In a few words, as the later record tells it.</param>
/// <param name="Place">Id of a place; null when none is told.</param>
/// <param name="Before">How it stood: a status, an amount, a day, a holder; null for what is new.</param>
/// <param name="After">How it stands now; null for what is gone.</param>
/// <param name="Claims">Ids of the claims that were not known before; where none is, all that it rests on.</param>
public sealed record RecordChange(
    ChangeKind Kind, ChangedThing Thing, string Id, string? Earlier, string What, string? Place, Interval? When, string? Before, string? After, ImmutableArray<string> Claims);

/// <summary>All changes between two records of one crisis.</summary>
/// <param name="From">Day of the earlier record; null: of everything.</param>
/// <param name="To">Day of the later record; null: of everything.</param>
/// <param name="Changes">By kind, then thing, then weight.</param>
public sealed record RecordChanges(DateOnly? From, DateOnly? To, ImmutableArray<RecordChange> Changes);
