using System.Collections.Immutable;
using Sitrep.Model.Text;

namespace Sitrep.Model.Record;

/// <summary>What a source says of an event or a figure.</summary>
public enum Stance
{
    /// <summary>It is so.</summary>
    Affirms,
    /// <summary>It is not so.</summary>
    Denies,
    /// <summary>It may not be so; it could not be confirmed.</summary>
    Doubts,
    /// <summary>It will, may, should or was ordered to be so: forecasts, plans, threats, conditions.</summary>
    Expects,
}

/// <summary>What kind of event. The list of the record's contract.</summary>
public enum EventType
{
#pragma warning disable CS1591 // the contract defines the words; docs/reference explains each
    Capture, Withdrawal, Siege, Clash, Strike, Bombing, Attack, Killing, Injury, Detention, Release, Abduction, Surrender,
    Movement, Displacement, Holding, Declaration, Agreement, Ceasefire, Meeting, Accusation, Statement, Support, Protest,
    Aid, Disaster, Other,
#pragma warning restore CS1591
}

/// <summary>The part an actor has in an event.</summary>
public enum RoleKind
{
#pragma warning disable CS1591 // the contract defines the words
    Actor, Target, With, Instrument, From, To,
#pragma warning restore CS1591
}

/// <summary>An actor mention and its part in an event.</summary>
public sealed record RoleMention(RoleKind Role, ActorMention Actor);

/// <summary>How much of the place or group an event concerns.</summary>
public enum Extent
{
    /// <summary>All of it, as far as said.</summary>
    Full,
    /// <summary>"parts of", "40 percent of", "most of".</summary>
    Partial,
}

/// <summary>What a claim says happened.</summary>
/// <param name="Trigger">The word that names the event, in the clean text.</param>
/// <param name="Lemma">Lemma of the trigger, or of the whole multi-word expression.</param>
/// <param name="When">Null when the sentence gives no time.</param>
/// <param name="Background">True when the grammar sets it back in time (past perfect, "previously", "years ago") and no date says when;
/// false for what the story tells as news.</param>
public sealed record EventReading(
    EventType Type, TextSpan Trigger, string Lemma, ImmutableArray<RoleMention> Roles, PlaceMention? Place, DateMention? When,
    Extent? Extent, bool Background)
{
    /// <summary>True when the words say that it did not last ("briefly captured").</summary>
    public bool Brief { get; init; }
}

/// <summary>What a figure counts.</summary>
public enum Measure
{
#pragma warning disable CS1591 // the contract defines the words
    Killed, Injured, Missing, Displaced, Refugees, Detained, Surrendered, Fighters, Affected, Other,
#pragma warning restore CS1591
}

/// <summary>What a claim says was counted.</summary>
/// <param name="Subject">Who or what was counted, as written; null when not said.</param>
/// <param name="Stock">True: a count standing at a moment (a toll, fighters in a town); false: what one event added.</param>
/// <param name="Revises">The earlier number when the words give it ("up from 32"); null otherwise.</param>
public sealed record FigureReading(
    Measure Measure, QuantityMention Quantity, ActorMention? Subject, PlaceMention? Place, DateMention? When, bool Stock, long? Revises)
{
    /// <summary>True when the sentence counts these among others ("among them seven soldiers").</summary>
    public bool Part { get; init; }

    /// <summary>True when the words count from the beginning of a whole war or crisis ("since fighting erupted in December"): no number of the one town that a report is about.</summary>
    public bool SinceOnset { get; init; }
}

/// <summary>What a claim says of a person's fate.</summary>
public enum FateState
{
#pragma warning disable CS1591 // the contract defines the words
    Alive, Dead, Wounded, Captured, Unknown, Contested,
#pragma warning restore CS1591
}

/// <summary>A person and what is said to have become of them.</summary>
public sealed record FateReading(ActorMention Person, FateState State);

/// <summary>One source's word, at exact words of one report: the atom of the record. Read once, never changed.</summary>
/// <param name="Id">Stable id made from report, span and what is claimed.</param>
/// <param name="Span">In the clean text of the report; one stretch, never empty.</param>
/// <param name="Event">What happened; null for a claim on a figure or a fate alone.</param>
/// <param name="Figure">What was counted; may stand beside <paramref name="Event"/>: then it counts what that event did.</param>
/// <param name="Fate">What became of a person; may stand beside <paramref name="Event"/>.</param>
public sealed record Claim(
    string Id, string ReportId, TextSpan Span, Stance Stance, Attribution By, EventReading? Event, FigureReading? Figure, FateReading? Fate)
{
    /// <summary>The model of the second reader that found it; null: the built-in reader did.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? ReadBy { get; init; }
}

/// <summary>A short name that a report gives an actor: "Allied Democratic Forces (ADF)".</summary>
public sealed record AliasReading(string Name, string Alias);

/// <summary>All that was read in one report: what Extract hands on and the store keeps.</summary>
/// <param name="Places">Toponyms of headline, dateline and body in order, also those in no claim: they say where the story is.</param>
/// <param name="Actors">Actor mentions of the body in order, also those in no claim: they say who "the group" is.</param>
public sealed record Reading(
    string ReportId, ImmutableArray<Claim> Claims, ImmutableArray<PlaceMention> Places, ImmutableArray<ActorMention> Actors,
    ImmutableArray<AliasReading> Aliases)
{
    /// <summary>Every toponym of headline, dateline and body in order, also where nothing happens in it.</summary>
    public ImmutableArray<PlaceMention> Toponyms { get; init; } = [];
}
