using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Events;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Figures;

/// <summary>Folds figure claims into figures and tells which replaces which.</summary>
/// <remarks>Only figures of one measure, population and place are compared; others stand side by side as different quantities.</remarks>
public sealed class FigureLedger
{
    /// <summary>Days after which the same number counts as told of something else, unless the event is the same.</summary>
    private const int SameFigureDays = 7;

    private sealed class Group(ResolvedClaim first, string? place, string? happened)
    {
        public string Id { get; } = StableId.Of('f', first.Claim.Id);
        public FigureReading Reading { get; } = first.Claim.Figure!;
        public string? Subject { get; } = first.Subject ?? first.Claim.Figure!.Subject?.Words;
        public string? Place { get; } = place;
        public string? Event { get; } = happened;
        public List<ResolvedClaim> Claims { get; } = [first];
        public ResolvedClaim First => Claims[0];
        public string? Revises { get; set; }
        public bool Revised { get; set; }
        public bool Contested { get; set; }
        public DateOnly Day => First.Said?.Start ?? First.Known ?? DateOnly.MaxValue;
    }

    private readonly List<Group> _groups = [];
    private readonly Dictionary<string, string> _figureOf = new(StringComparer.Ordinal);
    private readonly Witnesses _witnesses;

    public FigureLedger(IEnumerable<ResolvedClaim> claims, EventLedger events, IReadOnlyDictionary<string, string?> focus, IReadOnlyDictionary<string, Actor> actors, Witnesses witnesses)
    {
        _witnesses = witnesses;
        var placeOf = events.Groups.ToDictionary(group => group.Id, group => group.Place, StringComparer.Ordinal);
        foreach (ResolvedClaim claim in claims)
        {
            if (claim.Claim.Figure is null || (claim.Claim.Stance == Stance.Expects && claim.Claim.Figure.Measure != Measure.Missing)) continue;   // "may be missing" is what is known of the missing
            string? happened = events.EventOf(claim.Claim.Id);
            string? place = claim.Place ?? (happened is not null ? placeOf[happened] : null) ?? (claim.Claim.Figure.Stock ? focus.GetValueOrDefault(claim.Claim.ReportId) : null);
            Group? same = _groups.FirstOrDefault(group => IsSame(group, claim, place, happened));
            if (same is null) _groups.Add(same = new Group(claim, place, happened));
            else same.Claims.Add(claim);
            _figureOf[claim.Claim.Id] = same.Id;
        }
        Compare(actors);
    }

    /// <summary>Id of the figure the claim gives; null when it gives none.</summary>
    public string? FigureOf(string claimId) => _figureOf.GetValueOrDefault(claimId);

    private static bool IsSame(Group group, ResolvedClaim claim, string? place, string? happened)
    {
        FigureReading own = group.Reading, other = claim.Claim.Figure!;
        if (own.Measure != other.Measure || own.Quantity.Low != other.Quantity.Low || own.Quantity.High != other.Quantity.High || own.Quantity.Qualifier != other.Quantity.Qualifier) return false;
        if (happened is not null && happened == group.Event) return true;
        if (group.Place is not null && place is not null && group.Place != place) return false;
        DateOnly day = claim.Said?.Start ?? claim.Known ?? DateOnly.MaxValue;
        if (Math.Abs(day.DayNumber - group.Day.DayNumber) > SameFigureDays) return false;
        return group.Place == place || group.Claims.Any(known => known.Dispatch == claim.Dispatch);
    }

    /// <summary>Within one measure, place and population: a later toll replaces an earlier one; different numbers on one day stand against each other.</summary>
    private void Compare(IReadOnlyDictionary<string, Actor> actors)
    {
        foreach (var series in _groups.Where(group => group.Place is not null && group.Reading.Measure != Measure.Other && group.Claims.Any(claim => claim.Claim.Stance == Stance.Affirms))
            .GroupBy(group => (group.Reading.Measure, group.Place, Population(group, actors), Scope: group.Reading.Stock || group.Event is null ? "" : group.Event)))
        {
            Group[] inOrder = [.. series.OrderBy(group => group.Day).ThenBy(group => group.Reading.Quantity.Low ?? group.Reading.Quantity.High ?? 0).ThenBy(group => group.Id, StringComparer.Ordinal)];
            for (int i = 1; i < inOrder.Length; i++)
            {
                (Group earlier, Group later) = (inOrder[i - 1], inOrder[i]);
                if (Agree(earlier.Reading.Quantity, later.Reading.Quantity) && earlier.Day == later.Day) continue;
                bool sameClaimant = earlier.Claims.Any(a => later.Claims.Any(b => _witnesses.Claimant(a) == _witnesses.Claimant(b)));
                bool told = later.Reading.Revises is { } old && old == earlier.Reading.Quantity.Best;
                if (later.Day > earlier.Day && (sameClaimant || told || later.Reading.Stock))
                {
                    later.Revises = earlier.Id;
                    earlier.Revised = true;
                }
                else if (!sameClaimant && later.Day == earlier.Day)
                {
                    (earlier.Contested, later.Contested) = (true, true);
                }
            }
        }
    }

    private static string Population(Group group, IReadOnlyDictionary<string, Actor> actors)
    {
        if (group.Subject is null || !actors.TryGetValue(group.Subject, out Actor? subject)) return "";
        return subject.Kind is ActorKind.Population or ActorKind.Other or ActorKind.Person ? "" : subject.Id;
    }

    private static bool Agree(QuantityMention a, QuantityMention b) =>
        (a.Low ?? 0) <= (b.High ?? long.MaxValue) && (b.Low ?? 0) <= (a.High ?? long.MaxValue);

    public ImmutableArray<Figure> ToFigures() => [.. _groups.OrderBy(group => group.Day).ThenBy(group => group.Id, StringComparer.Ordinal).Select(ToFigure)];

    private Figure ToFigure(Group group)
    {
        ResolvedClaim[] affirming = [.. group.Claims.Where(claim => claim.Claim.Stance is Stance.Affirms or Stance.Expects or Stance.Doubts)];
        ResolvedClaim[] denying = [.. group.Claims.Where(claim => claim.Claim.Stance == Stance.Denies)];
        Status status = group.Revised ? Status.Revised : group.Contested ? Status.Contested : _witnesses.Judge(affirming, denying);
        QuantityMention quantity = group.Reading.Quantity;
        ResolvedClaim dated = group.Claims.FirstOrDefault(claim => claim.Dated) ?? group.First;
        return new Figure(
            group.Id, group.Reading.Measure, group.Subject, quantity.Low, quantity.Best, quantity.High, quantity.Qualifier, group.Reading.Stock, group.Place, dated.When ?? dated.Said,
            group.Event, status, _witnesses.Count(affirming.Length > 0 ? affirming : group.Claims), group.Revises, [.. group.Claims.Select(claim => claim.Claim.Id)]);
    }
}
