using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>An event reading and the tokens it was read from.</summary>
/// <param name="Trigger">Token of the event word.</param>
/// <param name="Slots">Arguments, for who reads on (figures, fates).</param>
/// <param name="Others">Further places that it is told of in the same breath: "captured A, B and C".</param>
/// <param name="Emptied">True when an argument says that there was none: "no civilians were killed", "has no control".</param>
/// <param name="With">Token of the dependent that completes the event word; -1: none.</param>
public sealed record FoundEvent(EventReading Reading, int Trigger, Slots Slots, Frame Frame, ImmutableArray<PlaceMention> Others, bool Emptied, int With)
{
    /// <summary>True when it is told by the same verb as the event before it, left out: "lost A to B and C to D".</summary>
    public bool Again { get; init; }

    internal bool IsVerb => Frame.Pos == FramePos.Verb;

    internal bool IsNoun => Frame.Pos == FramePos.Noun;

    internal bool IsBlow => IsBlowType(Reading.Type);

    internal bool Has(RoleKind kind) => Reading.Roles.Any(role => role.Role == kind);

    internal IEnumerable<RoleMention> Of(RoleKind kind) => Reading.Roles.Where(role => role.Role == kind);

    internal IEnumerable<RoleMention> But(RoleKind kind) => Reading.Roles.Where(role => role.Role != kind);

    internal static bool IsBlowType(EventType type) => type is EventType.Strike or EventType.Bombing or EventType.Attack;
}
