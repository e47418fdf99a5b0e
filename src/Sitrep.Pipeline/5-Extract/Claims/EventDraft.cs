using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>An event on its way to a claim: as found, as it reads so far, and whose word it is.</summary>
/// <param name="Over">The nearest source among whose words the event is; null: the report's own. What that source told may be judged by <paramref name="By"/>.</param>
internal sealed record EventDraft(FoundEvent Found, EventReading Reading, Attribution By, Stance Stance, FoundAttribution? Over)
{
    public FigureReading? Figure { get; init; }

    public FateReading? Fate { get; init; }

    /// <summary>Who told what is denied or doubted here; null when nobody is named.</summary>
    public Attribution? Teller => Over?.Teller;

    public ActorMention? Actor => Role(RoleKind.Actor);

    public ActorMention? Target => Role(RoleKind.Target);

    /// <summary>The same with this actor, or with one more where it has some.</summary>
    public EventDraft WithRole(RoleKind kind, ActorMention actor) => this with { Reading = Reading with { Roles = Reading.Roles.Add(new RoleMention(kind, actor)) } };

    public EventDraft WithActorOnly(ActorMention actor) =>
        this with { Reading = Reading with { Roles = [.. Reading.Roles.Where(role => role.Role != RoleKind.Actor), new RoleMention(RoleKind.Actor, actor)] } };

    private ActorMention? Role(RoleKind kind) => Reading.Roles.FirstOrDefault(role => role.Role == kind)?.Actor;
}
