using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate;

/// <summary>Counts tellings: a reprint adds a report but no dispatch, a quotation no claimant, an army and its television one side.</summary>
public sealed class Witnesses
{
    private readonly Dictionary<string, string> _newsroomOf = new(StringComparer.Ordinal);

    public Witnesses(IEnumerable<Dispatch> dispatches, IReadOnlyDictionary<string, Report> reports)
    {
        // Two dispatches of one wire are two tellings by one newsroom.
        foreach (Dispatch dispatch in dispatches) _newsroomOf[dispatch.Id] = "newsroom/" + (dispatch.Agency ?? reports[dispatch.Reports[0]].Outlet ?? dispatch.Id);
    }

    /// <summary>Who stands for the claim: the source's body, or the newsroom for its own narration.</summary>
    public string Claimant(ResolvedClaim claim) => claim.Source is null ? _newsroomOf[claim.Dispatch] : claim.Claimant;

    /// <summary>The claimant's party; null when unknown.</summary>
    public string? Side(ResolvedClaim claim) => claim.Source is null ? _newsroomOf[claim.Dispatch] : claim.Side;

    public Independence Count(IEnumerable<ResolvedClaim> claims)
    {
        ResolvedClaim[] all = [.. claims];
        // A newsroom that quotes somebody on an event and then takes it as given is not a second witness of it.
        HashSet<string> attributed = [.. all.Where(claim => claim.Source is not null).Select(claim => claim.Dispatch)];
        ResolvedClaim[] counted = [.. all.Where(claim => claim.Source is not null || !attributed.Contains(claim.Dispatch))];
        int known = counted.Select(Side).Where(side => side is not null).Distinct(StringComparer.Ordinal).Count();
        return new Independence(
            all.Select(claim => claim.Claim.ReportId).Distinct(StringComparer.Ordinal).Count(),
            all.Select(claim => claim.Dispatch).Distinct(StringComparer.Ordinal).Count(),
            counted.Select(Claimant).Distinct(StringComparer.Ordinal).Count(),
            known == 0 && counted.Length > 0 ? 1 : known);   // unknown counts as not independent
    }

    /// <summary>The published rule: single-source, corroborated, contested or denied.</summary>
    /// <param name="denials">Denials that still stand.</param>
    public Status Judge(IReadOnlyCollection<ResolvedClaim> affirmations, IReadOnlyCollection<ResolvedClaim> denials)
    {
        if (affirmations.Count == 0) return Status.Denied;
        if (denials.Count > 0) return Status.Contested;
        Independence independent = Count(affirmations);
        return independent is { Claimants: >= 2, Sides: >= 2 } ? Status.Corroborated : Status.SingleSource;
    }

    /// <summary>Order in which claims became known; the fold reads them in it.</summary>
    public static ImmutableArray<ResolvedClaim> InOrder(IEnumerable<ResolvedClaim> claims) =>
        [.. claims.OrderBy(claim => claim.Said?.Start ?? claim.Known ?? DateOnly.MaxValue).ThenBy(claim => claim.Known ?? DateOnly.MaxValue)
            .ThenBy(claim => claim.Claim.ReportId, StringComparer.Ordinal).ThenBy(claim => claim.Claim.Span.Start).ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal)];
}
