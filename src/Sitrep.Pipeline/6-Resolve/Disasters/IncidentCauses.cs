using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Resolve.Disasters;

/// <summary>What people were killed or hurt by, as far as it keeps two counts apart.</summary>
public enum IncidentCause
{
    /// <summary>What nobody does, and may come of a quake or of rain: a landslide.</summary>
    Nature,
    /// <summary>A quake, a tsunami, an eruption.</summary>
    Earth,
    /// <summary>A flood, a storm.</summary>
    Weather,
    /// <summary>What somebody does with arms.</summary>
    Arms,
    /// <summary>An illness, which follows disasters and wars and has a count of its own.</summary>
    Disease,
}

/// <summary>Tells of each count of dead and injured whether a disaster or somebody with arms did it: the dead of a flood are none of the shooting in the same town on the morrow.</summary>
/// <remarks>Read from the other events of its sentence, else from the report where that knows one cause only. Fires, crashes and collapses are told of bombs as well, and say nothing.</remarks>
internal static class IncidentCauses
{
    private static readonly string[] Natural = ["earthquake", "aftershock", "tsunami", "flood", "storm", "tornado", "landslide", "avalanche", "eruption"];

    /// <summary>Marks the claims in place.</summary>
    /// <param name="bodyOf">The words of a claim's report.</param>
    /// <param name="ambiguous">True for words that name a disaster and may be verbs.</param>
    public static void Mark(IList<ResolvedClaim> claims, DisasterKinds kinds, Func<Claim, string> bodyOf, Func<string, bool> ambiguous)
    {
        var ofReport = new Dictionary<string, (IncidentCause? Cause, string[] Storms)>(StringComparer.Ordinal);
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
            if (claim.Event is { Type: EventType.Disaster } disaster && kinds.Of(disaster) is { } known) claims[i] = claims[i] with { Origin = kinds.OriginOf(known.Kind), Kind = known.Sudden ? DisasterKinds.Family(known.Kind) : null };
            bool harm = claim.Event?.Type is EventType.Killing or EventType.Injury || claim.Figure?.Measure is Measure.Killed or Measure.Injured;
            // Those whom one of two storms made homeless are a count of their own too.
            if (!harm && claim.Figure?.Measure is not (Measure.Displaced or Measure.Missing or Measure.Affected)) continue;
            string body = bodyOf(claim), sentence = claim.Span.Of(body), before = claim.Figure is { Quantity.Span.Start: var number } && number > claim.Span.Start ? body[claim.Span.Start..number] : "";
            string[] named = [.. kinds.KindsIn(sentence, ambiguous).Distinct(StringComparer.Ordinal)];
            if (!ofReport.TryGetValue(claim.ReportId, out (IncidentCause? Cause, string[] Storms) report)) ofReport.Add(claim.ReportId, report = (Only([.. kinds.KindsIn(body, ambiguous).Select(kind => OfKind(kind, kinds)).OfType<IncidentCause>()]), [.. kinds.NamesIn(body).Distinct(StringComparer.OrdinalIgnoreCase)]));
            foreach (string kind in named) if (OfKind(kind, kinds) is { } natural) Of(sentences, (claim.ReportId, claim.Span)).Add(natural);
            IncidentCause? cause = !harm ? null : named.Any(kind => kinds.OriginOf(kind) == DisasterKinds.Illness) ? IncidentCause.Disease : sentences.TryGetValue((claim.ReportId, claim.Span), out HashSet<IncidentCause>? own) ? Only(own) ?? Last(before) : reports.TryGetValue(claim.ReportId, out HashSet<IncidentCause>? all) ? Only(all) : report.Cause;
            string? storm = report.Storms is [var only] ? only : StormIn(before, report.Storms, last: true) ?? StormIn(sentence, report.Storms, last: false);
            if (cause is not null || storm is not null) claims[i] = claims[i] with { Cause = cause, Storm = storm };
        }

        // "It came days after a quake killed 410": of two that the sentence names the one before the number.
        IncidentCause? Last(string words) => kinds.KindsIn(words, ambiguous).Select(kind => OfKind(kind, kinds)).LastOrDefault(cause => cause is not null);
    }

    /// <summary>The storm that the words call by its name, with or without its kind; null for none, and for several where not the last is asked for.</summary>
    private static string? StormIn(string words, string[] storms, bool last)
    {
        string[] called = [.. storms.Where(storm => IndexIn(words, storm) >= 0)];
        return last ? called.MaxBy(storm => IndexIn(words, storm)) : called is [var only] ? only : null;
    }

    private static int IndexIn(string words, string storm)
    {
        for (int at = words.LastIndexOf(storm, StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : words.LastIndexOf(storm, at - 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetter(words[at - 1])) && (at + storm.Length == words.Length || !char.IsLetter(words[at + storm.Length]))) return at;
        }
        return -1;
    }

    private static IncidentCause? CauseOf(EventReading told, DisasterKinds kinds)
    {
        if (told.Type is EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Clash) return IncidentCause.Arms;
        if (told.Type is EventType.Killing or EventType.Injury) return told.Roles.Any(role => role is { Role: RoleKind.Actor, Actor.Kind: ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia }) ? IncidentCause.Arms : null;
        return kinds.Of(told) is { } kind ? OfKind(kind.Kind, kinds) : null;
    }

    private static IncidentCause? OfKind(string kind, DisasterKinds kinds) =>
        !Natural.Contains(kind) ? null : kinds.OriginOf(kind) switch { "weather" => IncidentCause.Weather, null => IncidentCause.Nature, _ => IncidentCause.Earth };

    /// <summary>True for two that cannot both be meant of one count.</summary>
    public static bool Differ(IncidentCause? one, IncidentCause? other) =>
        one is { } first && other is { } second && first != second && !(first == IncidentCause.Nature && IsNatural(second)) && !(second == IncidentCause.Nature && IsNatural(first));

    private static bool IsNatural(IncidentCause cause) => cause is IncidentCause.Nature or IncidentCause.Earth or IncidentCause.Weather;

    // "floods and landslides": of the two the flood says more.
    private static IncidentCause? Only(HashSet<IncidentCause> causes) =>
        causes.Count == 1 ? causes.First() : causes.Count == 2 && causes.Contains(IncidentCause.Nature) && causes.First(cause => cause != IncidentCause.Nature) is var told && IsNatural(told) ? told : null;

    private static HashSet<IncidentCause> Of<TKey>(Dictionary<TKey, HashSet<IncidentCause>> of, TKey key) where TKey : notnull
    {
        if (!of.TryGetValue(key, out HashSet<IncidentCause>? causes)) of.Add(key, causes = []);
        return causes;
    }
}
