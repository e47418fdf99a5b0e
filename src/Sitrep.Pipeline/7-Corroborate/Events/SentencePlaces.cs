using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Gives violence that is told without a place the place of the violence told with it: "a blast killed six and wounded 32 in the old town".</summary>
internal static class SentencePlaces
{
    public static IEnumerable<ResolvedClaim> Fill(IReadOnlyCollection<ResolvedClaim> claims)
    {
        var told = new Dictionary<(string Report, TextSpan Span, Stance Stance), HashSet<string>>();
        foreach (ResolvedClaim claim in claims)
        {
            if (!IsViolence(claim) || claim.Place is not { } place) continue;
            if (!told.TryGetValue(KeyOf(claim), out HashSet<string>? places)) told.Add(KeyOf(claim), places = new HashSet<string>(StringComparer.Ordinal));
            places.Add(place);
        }
        return claims.Select(claim => claim.Place is null && IsViolence(claim) && told.TryGetValue(KeyOf(claim), out HashSet<string>? places) && places.Count == 1 ? claim with { Place = places.Single() } : claim);
    }

    private static (string, TextSpan, Stance) KeyOf(ResolvedClaim claim) => (claim.Claim.ReportId, claim.Claim.Span, claim.Claim.Stance);

    private static bool IsViolence(ResolvedClaim claim) =>
        claim.Claim.Event is { Background: false, Type: EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Clash or EventType.Killing or EventType.Injury };
}
