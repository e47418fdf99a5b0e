using System.Collections.Immutable;

namespace Sitrep.Model.Record;

/// <summary>Who holds a place.</summary>
public enum ControlState
{
    /// <summary>Agreed: independent sources, one that nobody disputes, or the loser itself.</summary>
    Held,
    /// <summary>Said only by the holder's own side and its allies.</summary>
    Claimed,
    /// <summary>Sources disagree, or both sides are inside.</summary>
    Contested,
    /// <summary>Nobody says.</summary>
    Unknown,
}

/// <summary>A part of a place, as the words tell it.</summary>
/// <param name="Holder">Id of the actor said to hold the part; null when the words name nobody.</param>
/// <param name="Percent">0 to 100; null when the words give no share.</param>
/// <param name="Words">"more than 40 percent of the town".</param>
public sealed record ControlPart(string? Holder, int? Percent, string Words, ImmutableArray<string> Claims);

/// <summary>What one claimant says of who holds a place. All of them stand; none is chosen.</summary>
/// <param name="Holder">Id of the actor it is said of; null when the words name nobody.</param>
/// <param name="Claimant">Id of a <see cref="RecordSource"/>.</param>
/// <param name="Said">Null when no report of it is dated.</param>
public sealed record ControlVoice(string? Holder, Stance Stance, string Claimant, string? Side, DateOnly? Said, ImmutableArray<string> Claims);

/// <summary>A stretch of days with one state of control.</summary>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Holder">Id of an actor; for <see cref="ControlState.Contested"/> the one who claims to have taken it; null when unknown.</param>
/// <param name="Basis">Ids of the events it rests on.</param>
public sealed record ControlSpan(
    DateOnly From, DateOnly To, ControlState State, string? Holder, ImmutableArray<string> Basis, DateOnly LastEvidence)
{
    /// <summary>Why this state; null only in records made by hand.</summary>
    public RuleNote? Rule { get; init; }

    /// <summary>Parts of the place told of by themselves.</summary>
    public ImmutableArray<ControlPart> Parts { get; init; } = [];

    /// <summary>Who says what, oldest first.</summary>
    public ImmutableArray<ControlVoice> Voices { get; init; } = [];

    /// <summary>Days from the last evidence to the last day of the span.</summary>
    public int AgeDays => Math.Max(0, To.DayNumber - LastEvidence.DayNumber);
}

/// <summary>How control changed.</summary>
public enum ControlChangeKind
{
    /// <summary>By somebody who is not known to have held it before.</summary>
    Taken,
    /// <summary>By somebody who held it before.</summary>
    Retaken,
    /// <summary>A part of it.</summary>
    PartTaken,
    /// <summary>Left, and nobody is said to have come.</summary>
    Left,
}

/// <summary>One change of control.</summary>
/// <param name="From">Id of who held it; null when not known.</param>
/// <param name="To">Id of who took it; null when it was left.</param>
/// <param name="Event">Id of the event it rests on.</param>
/// <param name="Lasted">Days until the next change; null while it stands.</param>
/// <param name="Provisional">True while it is not known whether it will last longer than one day.</param>
public sealed record ControlChange(DateOnly Day, ControlChangeKind Kind, string? From, string? To, string Event, int? Lasted, bool Provisional);

/// <summary>A siege of a place: it stands beside control, because the besieged still hold it.</summary>
/// <param name="To">Last day it is told of, inclusive.</param>
/// <param name="By">Ids of the besiegers; empty when nobody is named.</param>
public sealed record Siege(DateOnly From, DateOnly To, ImmutableArray<string> By, Status Status, ImmutableArray<string> Basis);

/// <summary>Control of one place over time.</summary>
public sealed record Control(string Place, ImmutableArray<ControlSpan> Spans)
{
    /// <summary>Takings, losses and reversals, in order.</summary>
    public ImmutableArray<ControlChange> Changes { get; init; } = [];

    /// <summary>Told of by themselves, oldest first.</summary>
    public ImmutableArray<Siege> Sieges { get; init; } = [];
}
