using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Resolve.Disasters;

/// <summary>What people were killed or hurt by, as far as it keeps two counts apart.</summary>
public enum IncidentCause
{
    /// <summary>A quake, a flood, a storm: what nobody does.</summary>
    Nature,
    /// <summary>What somebody does with arms.</summary>
    Arms,
}

/// <summary>Tells of each count of dead and injured whether a disaster or somebody with arms did it: the dead of a flood are none of the shooting in the same town on the morrow.</summary>
/// <remarks>Read from the other events of its sentence, else from the report where that knows one cause only. Fires, crashes and collapses are told of bombs as well, and say nothing.</remarks>
internal static class IncidentCauses
{
    private static readonly string[] Natural = ["earthquake", "aftershock", "tsunami", "flood", "storm", "tornado", "landslide", "avalanche", "eruption"];

    /// <summary>Marks the claims in place.</summary>
    public static void Mark(IList<ResolvedClaim> claims, DisasterKinds kinds)
    {
        var sentences = new Dictionary<(string Report, TextSpan Span), HashSet<IncidentCause>>();
        var reports = new Dictionary<string, HashSet<IncidentCause>>(StringComparer.Ordinal);
        foreach (ResolvedClaim claim in claims)
        {
            if (claim.Claim is not { Event: { } told, Stance: Stance.Affirms } || CauseOf(told, kinds) is not { } cause) continue;
            Of(sentences, (claim.Claim.ReportId, claim.Claim.Span)).Add(cause);
            Of(reports, claim.Claim.ReportId).Add(cause);
        }
        for (int i = 0; i < claims.Count; i++)
        {
            Claim claim = claims[i].Claim;
            if (claim.Event?.Type is not (EventType.Killing or EventType.Injury) && claim.Figure?.Measure is not (Measure.Killed or Measure.Injured)) continue;
            IncidentCause? cause = sentences.TryGetValue((claim.ReportId, claim.Span), out HashSet<IncidentCause>? own) ? Only(own) : reports.TryGetValue(claim.ReportId, out HashSet<IncidentCause>? all) ? Only(all) : null;
            if (cause is not null) claims[i] = claims[i] with { Cause = cause };
        }
    }

    private static IncidentCause? CauseOf(EventReading told, DisasterKinds kinds)
    {
        if (told.Type is EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Clash) return IncidentCause.Arms;
        if (told.Type is EventType.Killing or EventType.Injury) return told.Roles.Any(role => role is { Role: RoleKind.Actor, Actor.Kind: ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia }) ? IncidentCause.Arms : null;
        return kinds.Of(told) is { } kind && Natural.Contains(kind.Kind) ? IncidentCause.Nature : null;
    }

    private static IncidentCause? Only(HashSet<IncidentCause> causes) => causes.Count == 1 ? causes.First() : null;

    private static HashSet<IncidentCause> Of<TKey>(Dictionary<TKey, HashSet<IncidentCause>> of, TKey key) where TKey : notnull
    {
        if (!of.TryGetValue(key, out HashSet<IncidentCause>? causes)) of.Add(key, causes = []);
        return causes;
    }
}
