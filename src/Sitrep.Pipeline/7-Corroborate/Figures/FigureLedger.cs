using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Events;
using Sitrep.Pipeline.Corroborate.Judgement;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Corroborate.Withdrawals;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Resolve;
using Sitrep.Pipeline.Resolve.Disasters;

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
    private readonly Judge _judge;
    private readonly HashSet<(string Report, TextSpan Sentence, long? Number)> _told;
    private readonly FigureSeries _series;
    private readonly SeriesBook _book;

    public FigureLedger(
        IReadOnlyCollection<ResolvedClaim> claims, EventLedger events, StoryMap stories, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places, Witnesses witnesses,
        Parties parties, Judge judge, RulingFold rulings, PageWithdrawals withdrawals, WordSets words, Func<ResolvedClaim, string, bool> isPart)
    {
        (_witnesses, _judge) = (witnesses, judge);
        _series = new FigureSeries(stories, actors, places, witnesses, parties, words, isPart);
        var eventById = events.All.ToDictionary(group => group.Id, StringComparer.Ordinal);
        _told = [.. claims.Where(claim => claim.Claim.Figure is { Revises: not null }).Select(claim => (claim.Claim.ReportId, claim.Claim.Span, claim.Claim.Figure!.Revises))];   // looked at just before
        // "killed 812 in A and B": one count of both, and of neither.
        HashSet<(string, int, EventType)> scattered = [.. claims.Where(claim => claim is { Claim.Event: not null, Place: not null }).GroupBy(claim => (claim.Claim.ReportId, claim.Claim.Event!.Trigger.Start, claim.Claim.Event.Type))
            .Where(told => told.Select(claim => claim.Place).Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(told => told.Key)];
        ILookup<(string, TextSpan), Interval> blows = claims.Where(claim => claim is { Dated: true, When: not null, Claim.Event: { Background: false, Type: EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Disaster } }).ToLookup(claim => (claim.Claim.ReportId, claim.Claim.Span), claim => claim.When!);   // dated ones have days
        foreach (ResolvedClaim claim in claims)
        {
            if (claim.Claim.Figure is not { } figure || (claim.Claim.Stance == Stance.Expects && figure.Measure != Measure.Missing)) continue;   // "may be missing" is what is known of the missing
            string? happened = events.EventOf(claim.Claim.Id);
            string? told = claim.Claim.Event is { } over && scattered.Contains((claim.Claim.ReportId, over.Trigger.Start, over.Type)) ? null : claim.Place ?? (happened is not null ? eventById[happened].Place : null);
            string? focus = figure is { Stock: true, SinceOnset: false } && told is null ? stories.FocusFor(claim) : null;
            // A sea that the story is about is nowhere that people are counted; nor is a land where those of another are.
            if (focus is not null && places.TryGetValue(focus, out Place? about) && (about is { Country: null, Precision: PlacePrecision.Region } || about.Country is { } land && claim.Subject is { } subject && actors.TryGetValue(subject, out Actor? counted) && counted is { Kind: ActorKind.Population, Country: { } nation } && nation != land)) focus = null;
            string story = stories.Of(claim.Claim.ReportId);
            var key = (figure.Measure, FigureGroup.NumberOf(figure), figure.Quantity.Qualifier == Qualifier.AtMost, story);
            if (!_byNumber.TryGetValue(key, out List<FigureGroup>? alike)) _byNumber.Add(key, alike = []);
            FigureGroup? same = alike.FirstOrDefault(group => IsSame(group, claim, told, happened));
            if (same is null)
            {
                _groups.Add(same = new FigureGroup(claim, story, told, focus, happened) { Blow = claim.Dated ? claim.When : blows[(claim.Claim.ReportId, claim.Claim.Span)].Distinct().ToArray() is [var blow] ? blow : null, Elsewhere = told is null && !figure.Stock && stories.NamesOther(claim, place => _series.IsOfStory(place, story)) });
                alike.Add(same);
            }
            else
            {
                same.Add(claim, told, happened);
            }
            _figureOf[claim.Claim.Id] = same.Id;
        }
        if (!withdrawals.IsEmpty) foreach (FigureGroup group in _groups) group.Withdraw(withdrawals);
        HashSet<string> disasters = [.. events.Groups.Where(group => group.Type == EventType.Disaster).SelectMany(group => group.Claims).Select(claim => stories.Of(claim.Claim.ReportId))];
        disasters.UnionWith(_groups.Where(group => group.Reading.Measure == Measure.Affected).Select(group => group.Story));   // the sick of an epidemic are counted over all places too
        foreach (FigureGroup group in _groups) group.OfDisaster = disasters.Contains(group.Story);
        // Where a story's one disaster struck is where its dead are counted; of a flood and a quake each has a place.
        ILookup<string, (string Place, string? Origin)> sites = events.Groups.Where(group => group.Type == EventType.Disaster && group.Place is not null && places.TryGetValue(group.Place, out Place? site) && site.Precision != PlacePrecision.Country)
            .SelectMany(group => group.Claims.Where(claim => claim.Claim.Event?.Background != true && !(claim is { When: { } past, Known: { } known } && past.End.DayNumber < known.DayNumber - FigureGroup.PastDays)).Select(claim => (Story: stories.Of(claim.Claim.ReportId), Site: (group.Place!, group.Origin))))
            .Distinct().ToLookup(one => one.Story, one => one.Site, StringComparer.Ordinal);
        // A mosque that fell in one town is not where the dead of a quake of the whole land are counted.
        HashSet<string> ofOrigin = [.. events.Groups.Where(group => group.Origin is not null).SelectMany(group => group.Claims).Select(claim => stories.Of(claim.Claim.ReportId))];
        // Where tolls of the country are told, one without a place is not the town's that the story dwells on.
        HashSet<string> nations = [.. _groups.Where(group => group.Reading.Measure is Measure.Killed or Measure.Injured && group.ToldPlace is not null && places.TryGetValue(group.ToldPlace, out Place? land) && land.Precision == PlacePrecision.Country).Select(group => group.Story)];
        // So it is where the dead of other towns of the land are counted too: unrest in several towns.
        nations.UnionWith(_groups.Where(group =>
            group.Reading.Measure is Measure.Killed or Measure.Injured && group.ToldPlace is { } town && IsElsewhereInLand(town, group.Story, stories, places)).Select(group => group.Story));
        foreach (FigureGroup group in _groups) (group.Struck, group.OfNation) = (group.ToldPlace is not null && IsOnlySite(group, ofOrigin.Contains(group.Story) ? sites[group.Story].Where(site => site.Origin is not null) : sites[group.Story]), group.Focus is { } dwelt && places.TryGetValue(dwelt, out Place? town) && town.Precision is not (PlacePrecision.Country or PlacePrecision.Region) && nations.Contains(group.Story));
        Apply(rulings);
        _book = new SeriesBook(_series.Compare(_groups.Where(group => !group.IsRejected && !group.IsTakenBack)), witnesses);
    }

    private static bool IsOnlySite(FigureGroup group, IEnumerable<(string Place, string? Origin)> sites)
    {
        string[] all = [.. sites.Select(site => site.Place).Distinct(StringComparer.Ordinal)];
        if (all.Length > 1 && group.Cause is IncidentCause.Earth or IncidentCause.Weather) all = [.. sites.Where(site => string.Equals(site.Origin, group.Cause.ToString(), StringComparison.OrdinalIgnoreCase)).Select(site => site.Place).Distinct(StringComparer.Ordinal)];
        return all is [var only] && only == group.ToldPlace;
    }

    private bool IsElsewhereInLand(string place, string story, StoryMap stories, IReadOnlyDictionary<string, Place> places) =>
        stories.FocusOf(story) is { } focus && places.TryGetValue(focus, out Place? about) && places.TryGetValue(place, out Place? told)
            && told.Precision == PlacePrecision.Town && told.Country == about.Country && told.Admin1 != about.Admin1 && !_series.IsOfStory(place, story);

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

    /// <summary>All claims that give a number, as the ledger holds them.</summary>
    public IEnumerable<ResolvedClaim> Claims => _groups.SelectMany(group => group.Claims);

    /// <summary>The numbers that may be compared with one another.</summary>
    public ImmutableArray<Series> Series => _book.All;

    /// <summary>Id of the figure the claim gives; null when it gives none.</summary>
    public string? FigureOf(string claimId) => _figureOf.GetValueOrDefault(claimId);

    // Measure, number and story agree already.
    private bool IsSame(FigureGroup group, ResolvedClaim claim, string? place, string? happened)
    {
        if (IncidentCauses.Differ(claim.Cause, group.Cause) || claim.Storm is { } storm && group.Storm is { } other && storm != other) return false;
        if (happened is not null && happened == group.Event) return true;
        // "18 of them in Y" are not the 18 whom another report counts somewhere.
        if (claim.Claim.Figure!.Part != group.Reading.Part && group.ToldPlace != place) return false;
        // The dead of a quake in 1949 are not those of another in 1999.
        if (claim is { Dated: true, When: { } when } && group.First is { Dated: true, When: { } past } && when.DaysApart(past) > FigureGroup.PastDays) return false;
        if (group.ToldPlace is not null && place is not null && group.ToldPlace != place && !(_series.IsOfStory(group.ToldPlace, group.Story) && _series.IsOfStory(place, group.Story))) return false;
        if (_series.Population(group.Subject) != _series.Population(claim.Subject ?? claim.Claim.Figure!.Subject?.Words)) return false;
        DateOnly? day = claim.Said?.Start ?? claim.Known;
        if (day is { } own && group.Day is { } then && Math.Abs(own.DayNumber - then.DayNumber) > SameFigureDays) return false;
        if (group.ToldPlace is not null && group.ToldPlace == place || group.Claims.Any(known => known.Dispatch == claim.Dispatch)) return true;
        return FigureGroup.NumberOf(claim.Claim.Figure!) >= TellingCount;
    }

    public ImmutableArray<Figure> ToFigures() => [.. _groups.OrderBy(group => group.Day ?? DateOnly.MaxValue).ThenBy(group => group.Id, StringComparer.Ordinal).Select(ToFigure)];

    private Figure ToFigure(FigureGroup group)
    {
        ResolvedClaim[] affirming = [.. group.Standing.Where(claim => claim.Claim.Stance is Stance.Affirms or Stance.Expects or Stance.Doubts)];
        // "up from 290" repeats what somebody else counted.
        if (affirming.Any(claim => !IsRecalled(claim))) affirming = [.. affirming.Where(claim => !IsRecalled(claim))];
        ResolvedClaim[] denying = [.. group.Standing.Where(claim => claim.Claim.Stance == Stance.Denies)];
        Case told = _judge.CaseOf(affirming, denying, false);
        (Status status, RuleNote rule) = group.IsTakenBack ? (Status.Retracted, LedgerRules.PageWithdrawn) : group.RevisedBy is not null ? (Status.Revised, LedgerRules.Replaced)
            : IsDisowned(affirming, denying) ? (Status.Denied, LedgerRules.AscriptionDenied)
            : group.Contested && !told.TakenBack ? (Status.Contested, LedgerRules.Differs) : _judge.StatusOf(told, denying.Length > 0);
        QuantityMention quantity = group.Reading.Quantity;
        ResolvedClaim dated = group.Claims.FirstOrDefault(claim => claim.Dated) ?? group.First;
        return new Figure(
            group.Id, group.Reading.Measure, group.Subject, quantity.Low, quantity.Best, quantity.High, quantity.Qualifier, group.Reading.Stock, group.Place, dated.When ?? dated.Said,
            group.Event, status, _witnesses.Count(affirming.Length > 0 ? Case.Current(affirming) : group.Claims), group.Revises, [.. group.Claims.Select(claim => claim.Claim.Id)])
        {
            StatusRule = rule,
            Credibility = _judge.CredibilityOf(group.Id, told, status),
            Standing = status == Status.Retracted ? Standing.Retracted : group.RevisedBy is null && !told.Dropped ? Standing.Stands : Standing.Superseded,
            RevisedBy = group.RevisedBy?.Id,
            Series = _book.Of(group.Id),
            Witnesses = _witnesses.Of(affirming.Length > 0 ? affirming : group.Claims),
            IsRejected = group.IsRejected,
            RejectedClaims = [.. group.RejectedClaims.Select(claim => claim.Claim.Id)],
        };
    }

    private bool IsRecalled(ResolvedClaim claim) => _told.Contains((claim.Claim.ReportId, claim.Claim.Span, FigureGroup.NumberOf(claim.Claim.Figure!)));   // claims on figures come here

    // Only ascribed to a body that says it never gave it; its own words in quotation marks would be taken back, not disowned.
    private bool IsDisowned(ResolvedClaim[] affirming, ResolvedClaim[] denying) =>
        affirming.Length > 0 && denying.Length > 0 && affirming.All(claim => claim.Source is not null && !claim.Claim.By.Quoted && denying.Any(denial => _witnesses.Claimant(denial) == _witnesses.Claimant(claim)));
}
