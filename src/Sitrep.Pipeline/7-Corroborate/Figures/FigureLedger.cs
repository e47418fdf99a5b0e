using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Events;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Figures;

/// <summary>Folds figure claims into figures: one for each number of one thing in one story.</summary>
public sealed class FigureLedger
{
    /// <summary>Days after which the same number counts as told of something else, unless the event is the same.</summary>
    private const int SameFigureDays = 7;

    /// <summary>Smallest number that another newsroom's telling without a place may repeat; smaller ones are told of many things.</summary>
    private const int TellingCount = 10;

    private readonly List<FigureGroup> _groups = [];
    private readonly Dictionary<(Measure, long?, bool, string), List<FigureGroup>> _byNumber = [];
    private readonly Dictionary<string, string> _figureOf = new(StringComparer.Ordinal);
    private readonly Witnesses _witnesses;
    private readonly FigureSeries _series;

    public FigureLedger(IEnumerable<ResolvedClaim> claims, EventLedger events, StoryMap stories, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places, Witnesses witnesses, RulingFold rulings)
    {
        _witnesses = witnesses;
        _series = new FigureSeries(stories, actors, places, witnesses);
        var eventById = events.All.ToDictionary(group => group.Id, StringComparer.Ordinal);
        foreach (ResolvedClaim claim in claims)
        {
            if (claim.Claim.Figure is not { } figure || (claim.Claim.Stance == Stance.Expects && figure.Measure != Measure.Missing)) continue;   // "may be missing" is what is known of the missing
            string? happened = events.EventOf(claim.Claim.Id);
            string? told = claim.Place ?? (happened is not null ? eventById[happened].Place : null);
            string? focus = figure.Stock && told is null ? stories.FocusFor(claim) : null;
            string story = stories.Of(claim.Claim.ReportId);
            var key = (figure.Measure, FigureGroup.NumberOf(figure), figure.Quantity.Qualifier == Qualifier.AtMost, story);
            if (!_byNumber.TryGetValue(key, out List<FigureGroup>? alike)) _byNumber.Add(key, alike = []);
            FigureGroup? same = alike.FirstOrDefault(group => IsSame(group, claim, told, happened));
            if (same is null)
            {
                _groups.Add(same = new FigureGroup(claim, story, told, focus, happened) { Elsewhere = told is null && !figure.Stock && stories.NamesOther(claim, place => _series.IsOfStory(place, story)) });
                alike.Add(same);
            }
            else
            {
                same.Add(claim, told, happened);
            }
            _figureOf[claim.Claim.Id] = same.Id;
        }
        HashSet<string> disasters = [.. events.Groups.Where(group => group.Type == EventType.Disaster).SelectMany(group => group.Claims).Select(claim => stories.Of(claim.Claim.ReportId))];
        foreach (FigureGroup group in _groups) group.OfDisaster = disasters.Contains(group.Story);
        Apply(rulings);
        _series.Compare(_groups.Where(group => !group.IsRejected));
    }

    private void Apply(RulingFold rulings)
    {
        foreach (Ruling ruling in rulings.On('f'))
        {
            FigureGroup? group = _groups.Find(known => known.Id == ruling.Target) ?? _groups.Find(known => known.Claims.Any(claim => ruling.Claims.Contains(claim.Claim.Id)));
            if (group is null)
            {
                rulings.Miss(ruling);
                continue;
            }
            if (ruling.Verb is RulingVerb.Accept or RulingVerb.Reject) group.IsRejected = ruling.Verb == RulingVerb.Reject;
            rulings.Land(ruling, group.Id);
        }
        foreach (FigureGroup group in _groups) group.SetAside(rulings.Rejects);
    }

    /// <summary>Id of the figure the claim gives; null when it gives none.</summary>
    public string? FigureOf(string claimId) => _figureOf.GetValueOrDefault(claimId);

    // Measure, number and story agree already.
    private bool IsSame(FigureGroup group, ResolvedClaim claim, string? place, string? happened)
    {
        if (happened is not null && happened == group.Event) return true;
        if (group.ToldPlace is not null && place is not null && group.ToldPlace != place && !(_series.IsOfStory(group.ToldPlace, group.Story) && _series.IsOfStory(place, group.Story))) return false;
        if (_series.Population(group.Subject) != _series.Population(claim.Subject ?? claim.Claim.Figure!.Subject?.Words)) return false;
        DateOnly? day = claim.Said?.Start ?? claim.Known;
        if (day is { } own && group.Day is { } other && Math.Abs(own.DayNumber - other.DayNumber) > SameFigureDays) return false;
        if (group.ToldPlace is not null && group.ToldPlace == place || group.Claims.Any(known => known.Dispatch == claim.Dispatch)) return true;
        return FigureGroup.NumberOf(claim.Claim.Figure!) >= TellingCount;
    }

    public ImmutableArray<Figure> ToFigures() => [.. _groups.OrderBy(group => group.Day ?? DateOnly.MaxValue).ThenBy(group => group.Id, StringComparer.Ordinal).Select(ToFigure)];

    private Figure ToFigure(FigureGroup group)
    {
        ResolvedClaim[] affirming = [.. group.Claims.Where(claim => claim.Claim.Stance is Stance.Affirms or Stance.Expects or Stance.Doubts)];
        ResolvedClaim[] denying = [.. group.Claims.Where(claim => claim.Claim.Stance == Stance.Denies)];
        Status status = group.Revised ? Status.Revised : group.Contested ? Status.Contested : _witnesses.Judge(affirming, denying);
        QuantityMention quantity = group.Reading.Quantity;
        ResolvedClaim dated = group.Claims.FirstOrDefault(claim => claim.Dated) ?? group.First;
        return new Figure(
            group.Id, group.Reading.Measure, group.Subject, quantity.Low, quantity.Best, quantity.High, quantity.Qualifier, group.Reading.Stock, group.Place, dated.When ?? dated.Said,
            group.Event, status, _witnesses.Count(affirming.Length > 0 ? affirming : group.Claims), group.Revises, [.. group.Claims.Select(claim => claim.Claim.Id)])
        {
            IsRejected = group.IsRejected,
            RejectedClaims = [.. group.RejectedClaims.Select(claim => claim.Claim.Id)],
        };
    }
}
