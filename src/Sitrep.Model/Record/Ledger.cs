using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Model.World;

namespace Sitrep.Model.Record;

/// <summary>How sure the record is of an event or a figure.</summary>
public enum Status
{
    /// <summary>One independent claimant.</summary>
    SingleSource,
    /// <summary>Two or more independent claimants agree and nobody denies.</summary>
    Corroborated,
    /// <summary>Somebody affirms and somebody else denies or doubts, or figures differ.</summary>
    Contested,
    /// <summary>Only denied.</summary>
    Denied,
    /// <summary>Taken back by who said it.</summary>
    Retracted,
    /// <summary>A figure that a later one of the same source replaces, or that replaces an earlier one.</summary>
    Revised,
}

/// <summary>How many tellings stand behind something, each counted once.</summary>
/// <param name="Sides">Claimants of one side count as one.</param>
public sealed record Independence(int Reports, int Dispatches, int Claimants, int Sides);

/// <summary>Codes of the field for one event.</summary>
/// <param name="Acled">Event type and sub-event type.</param>
/// <param name="Plover">Event type and mode; the mode is empty where the manual has none.</param>
public sealed record EventCodes(ImmutableArray<string> Acled, ImmutableArray<string> Plover, string? Cameo)
{
    /// <summary>True for a taking that may yet turn out not to have lasted more than a day: then it is an armed clash to ACLED.</summary>
    public bool Provisional { get; init; }
}

/// <summary>An actor's part in a recorded event.</summary>
/// <param name="Actor">Id of an <see cref="World.Actor"/>.</param>
public sealed record Role(RoleKind Kind, string Actor);

/// <summary>A claim in its place in the record: about what, by whom, through whom.</summary>
/// <param name="About">Id of an event, a figure or (for a claim on a fate alone) an actor.</param>
/// <param name="Source">Id of the actor who says it; null for the report's own narration.</param>
/// <param name="SourceWords">The words that name the source; null for narration.</param>
/// <param name="Via">Ids of the actors it passed through.</param>
/// <param name="Said">When it was said: the cue's own date, else the report's anchor; null when neither is known.</param>
public sealed record LedgerClaim(
    Claim Claim, string About, string? Source, string? SourceWords, ImmutableArray<string> Via, Interval? Said, string Dispatch)
{
    /// <summary>The actors its own words were taken for; an event's roles are those of all its claims.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>Id of the place its own words were taken for; null when they name none.</summary>
    public string? Place { get; init; }

    /// <summary>When it says that it happened, or was counted; null where its own words give no time.</summary>
    public Interval? When { get; init; }

    /// <summary>True when an analyst rejected it, or what it is about: it counts for nothing.</summary>
    public bool IsRejected { get; init; }

    /// <summary>How its own outlet went back on it in a later version of the page; null when it stands by it.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>Id of the <see cref="RecordSource"/> under which it counts; null only in records made by hand.</summary>
    public string? Claimant { get; init; }

    /// <summary>The claimant's party; null when unknown.</summary>
    public string? Side { get; init; }

    /// <summary>Whom the word serves.</summary>
    public Interest Interest { get; init; }

    /// <summary>Why it serves or harms its source's side; null for <see cref="Interest.None"/>.</summary>
    public RuleNote? InterestRule { get; init; }
}

/// <summary>Something that is claimed to have happened, with everybody's word on it.</summary>
/// <param name="Place">Id of a place; null when not said.</param>
/// <param name="When">Null when no claim gives a time and its report has no date.</param>
/// <param name="Expected">True when nobody says it happened, only that it will or may.</param>
/// <param name="Claims">Ids, by said date, then report, then span.</param>
public sealed record Event(
    string Id, EventType Type, EventCodes Codes, string? Place, Interval? When, ImmutableArray<Role> Roles, Extent? Extent,
    Status Status, Independence Independent, bool Expected, string Summary,
    ImmutableArray<string> Supersedes, ImmutableArray<string> Contradicts, ImmutableArray<string> Claims)
{
    /// <summary>True when an analyst rejected it, or every claim on it: it stays visible and counts for nothing.</summary>
    public bool IsRejected { get; init; }

    /// <summary>Ids of claims on it that an analyst rejected; they are not among <see cref="Claims"/>, unless the whole event is rejected.</summary>
    public ImmutableArray<string> RejectedClaims { get; init; } = [];

    /// <summary>Why this status; null only in records made by hand.</summary>
    public RuleNote? StatusRule { get; init; }

    /// <summary>Null only in records made by hand.</summary>
    public Credibility? Credibility { get; init; }

    /// <summary>Whether it still is what the record holds.</summary>
    public Standing Standing { get; init; }

    /// <summary>Ids of the events that took its place; the other end of <see cref="Supersedes"/>.</summary>
    public ImmutableArray<string> SupersededBy { get; init; } = [];

    /// <summary>Who stands behind it, by claimant.</summary>
    public ImmutableArray<Witness> Witnesses { get; init; } = [];

    /// <summary>Why each claim after the first is held to be about it.</summary>
    public ImmutableArray<JoinedClaim> Joined { get; init; } = [];

    /// <summary>Id of the event that stands for the incident this one is part of, as the deaths in a blast are; null when it is one by itself.</summary>
    public string? Incident { get; init; }

    /// <summary>Events that came near being this one, and why they are not.</summary>
    public ImmutableArray<ApartEvent> Apart { get; init; } = [];
}

/// <summary>Why a claim is held to be about an event.</summary>
public sealed record JoinedClaim(string Claim, string Reason);

/// <summary>Why another event is another.</summary>
public sealed record ApartEvent(string Event, string Reason);

/// <summary>A number somebody gives.</summary>
/// <param name="Subject">Id of an actor, or words; null when not said.</param>
/// <param name="Event">Id of the event it counts; null when none.</param>
/// <param name="Revises">Id of the figure it replaces.</param>
public sealed record Figure(
    string Id, Measure Measure, string? Subject, long? Low, long? Best, long? High, Qualifier Qualifier, bool Stock, string? Place,
    Interval? When, string? Event, Status Status, Independence Independent, string? Revises, ImmutableArray<string> Claims)
{
    /// <summary>True when an analyst rejected it, or every claim that gives it: it stays visible and counts for nothing.</summary>
    public bool IsRejected { get; init; }

    /// <summary>Ids of claims that give it and that an analyst rejected; they are not among <see cref="Claims"/>, unless the whole figure is rejected.</summary>
    public ImmutableArray<string> RejectedClaims { get; init; } = [];

    /// <summary>Why this status; null only in records made by hand.</summary>
    public RuleNote? StatusRule { get; init; }

    /// <summary>Null only in records made by hand.</summary>
    public Credibility? Credibility { get; init; }

    /// <summary>Whether it still is what the record holds.</summary>
    public Standing Standing { get; init; }

    /// <summary>Id of the figure that replaces it; null when none does.</summary>
    public string? RevisedBy { get; init; }

    /// <summary>Id of the series it belongs to; null for counts that can be compared with no other.</summary>
    public string? Series { get; init; }

    /// <summary>Who stands behind it, by claimant.</summary>
    public ImmutableArray<Witness> Witnesses { get; init; } = [];
}

/// <summary>What is said to have become of a person.</summary>
public sealed record PersonFate(string Actor, FateState State, ImmutableArray<string> Claims)
{
    /// <summary>Why this state; null only in records made by hand.</summary>
    public RuleNote? Rule { get; init; }

    /// <summary>What was said of the person, in the order in which it became known.</summary>
    public ImmutableArray<FateNote> History { get; init; } = [];
}

/// <summary>One word on a person's fate.</summary>
/// <param name="Known">The day it became known; null for undated reports.</param>
/// <param name="Claimant">Id of a <see cref="RecordSource"/>.</param>
public sealed record FateNote(DateOnly? Known, FateState State, Stance Stance, string Claimant, string Claim);

/// <summary>A photo with its place resolved.</summary>
/// <param name="Place">Id of a place; null when unplaced.</param>
public sealed record RecordPhoto(string Report, Photo Photo, string? Place);

/// <summary>Reports that tell one story.</summary>
/// <param name="Id">Id of the report that stands for it.</param>
/// <param name="Reports">Ids, in the record's order.</param>
public sealed record RecordStory(string Id, ImmutableArray<string> Reports);

/// <summary>The record: the fold of all claims known by <paramref name="AsOf"/>. Every published output is a view of it.</summary>
/// <param name="AsOf">Null: everything.</param>
public sealed record SituationRecord(
    DateOnly? AsOf, ImmutableArray<Report> Reports, ImmutableArray<Dispatch> Dispatches, ImmutableArray<Actor> Actors,
    ImmutableArray<Place> Places, ImmutableArray<Event> Events, ImmutableArray<Figure> Figures, ImmutableArray<LedgerClaim> Claims,
    ImmutableArray<Control> Control, ImmutableArray<PersonFate> Persons, ImmutableArray<RecordPhoto> Photos, ImmutableArray<Problem> Problems)
{
    /// <summary>Which reports tell one story, by the day of the first of them.</summary>
    public ImmutableArray<RecordStory> Stories { get; init; } = [];

    /// <summary>The day of the world that it was narrowed to; null for all days.</summary>
    public DateOnly? On { get; init; }

    /// <summary>All rulings made, in their order, also those undone.</summary>
    public ImmutableArray<AppliedRuling> Rulings { get; init; } = [];

    /// <summary>All whose word counts in the record, by id.</summary>
    public ImmutableArray<RecordSource> Sources { get; init; } = [];

    /// <summary>The numbers that may be compared with one another.</summary>
    public ImmutableArray<Series> Series { get; init; } = [];

    /// <summary>The rule by which views choose one number of several that stand; the record keeps all of them under every rule.</summary>
    public FigureRule FigureRule { get; init; } = FigureRule.Representative;
}
