using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Judgement;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate;

/// <summary>Counts tellings: a reprint adds a report but no dispatch, a quotation no claimant, an army and its television one side, and a side
/// and the backer that reports give it one, too.</summary>
public sealed class Witnesses
{
    /// <summary>Sides compared in pairs; more than that many speak of one thing only in records of whole wars.</summary>
    private const int SidesMax = 64;

    private readonly Dictionary<string, string> _newsroomOf = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string?> _newsrooms = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _backing = [];

    /// <param name="actors">Those whose sides and backers are known.</param>
    public Witnesses(IEnumerable<Dispatch> dispatches, IReadOnlyDictionary<string, Report> reports, IEnumerable<Actor> actors)
    {
        foreach (Dispatch dispatch in dispatches)
        {
            // Two dispatches of one wire are two tellings by one newsroom.
            string? name = dispatch.Agency ?? reports[dispatch.Reports[0]].Outlet;
            string id = StableId.Of('n', name ?? dispatch.Id);
            _newsroomOf[dispatch.Id] = id;
            _newsrooms[id] = name;
        }
        foreach (Actor actor in actors)
        {
            foreach (SideEvidence told in actor.SideBasis)
            {
                if (actor.Side is { } own && told.Ground == SideGround.Told && told.Side != own) _backing.UnionWith([(own, told.Side), (told.Side, own)]);
            }
        }
    }

    /// <summary>Newsrooms by id, with their usual names; null for those that are not known.</summary>
    public IReadOnlyDictionary<string, string?> Newsrooms => _newsrooms;

    /// <summary>Who stands for the claim: the source's body, or the newsroom for its own narration.</summary>
    public string Claimant(ResolvedClaim claim) => claim.Source is null ? _newsroomOf[claim.Dispatch] : claim.Claimant;

    /// <summary>The claimant's party; null when unknown.</summary>
    public string? Side(ResolvedClaim claim) => claim.Source is null ? _newsroomOf[claim.Dispatch] : claim.Side;

    /// <summary>True when the two are one side, or a report tells of one as backing the other.</summary>
    public bool OneSide(string one, string other) => one == other || _backing.Contains((one, other));

    /// <summary>Claims of those who stand as witnesses by themselves.</summary>
    /// <remarks>A newsroom that quotes somebody on an event and then takes it as given is not a second witness of it.</remarks>
    public static ImmutableArray<ResolvedClaim> Counted(IEnumerable<ResolvedClaim> claims)
    {
        ResolvedClaim[] all = [.. claims];
        HashSet<string> attributed = [.. all.Where(claim => claim.Source is not null).Select(claim => claim.Dispatch)];
        return [.. all.Where(claim => claim.Source is not null || !attributed.Contains(claim.Dispatch))];
    }

    public Independence Count(IEnumerable<ResolvedClaim> claims)
    {
        ResolvedClaim[] all = [.. claims];
        if (all.Length == 1) return new Independence(1, 1, 1, 1);
        ImmutableArray<ResolvedClaim> counted = Counted(all);
        int known = SidesApart(counted.Select(Side).OfType<string>());
        return new Independence(
            all.Select(claim => claim.Claim.ReportId).Distinct(StringComparer.Ordinal).Count(),
            all.Select(claim => claim.Dispatch).Distinct(StringComparer.Ordinal).Count(),
            counted.Select(Claimant).Distinct(StringComparer.Ordinal).Count(),
            known == 0 && counted.Length > 0 ? 1 : known);   // unknown counts as not independent
    }

    /// <summary>Claimants behind the claims, by id. What a page no longer tells counts for nobody where others tell it still.</summary>
    public ImmutableArray<Witness> Of(IEnumerable<ResolvedClaim> claims)
    {
        ResolvedClaim[] all = [.. claims];
        HashSet<string> counted = [.. Counted(Case.Current(all)).Select(Claimant)];
        return [.. all.GroupBy(Claimant, StringComparer.Ordinal).OrderBy(claimant => claimant.Key, StringComparer.Ordinal)
            .Select(claimant => new Witness(claimant.Key, claimant.Select(Side).FirstOrDefault(side => side is not null), counted.Contains(claimant.Key), [.. claimant.Select(claim => claim.Claim.Id).Order(StringComparer.Ordinal)]))];
    }

    // As many as can be chosen so that no two of them stand together; those with the fewest ties first.
    private int SidesApart(IEnumerable<string> sides)
    {
        string[] all = [.. sides.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(SidesMax)];
        var chosen = new List<string>();
        foreach (string side in all.OrderBy(side => all.Count(other => other != side && OneSide(side, other)))) if (!chosen.Exists(other => OneSide(side, other))) chosen.Add(side);
        return chosen.Count;
    }

    /// <summary>Order in which claims became known; the fold reads them in it.</summary>
    public static ImmutableArray<ResolvedClaim> InOrder(IEnumerable<ResolvedClaim> claims) =>
        [.. claims.OrderBy(claim => claim.Said?.Start ?? claim.Known ?? DateOnly.MaxValue).ThenBy(claim => claim.Known ?? DateOnly.MaxValue)
            .ThenBy(claim => claim.Claim.ReportId, StringComparer.Ordinal).ThenBy(claim => claim.Claim.Span.Start).ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal)];
}
