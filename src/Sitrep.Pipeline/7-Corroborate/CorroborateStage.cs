using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Corroborate.Control;
using Sitrep.Pipeline.Corroborate.Events;
using Sitrep.Pipeline.Corroborate.Figures;
using Sitrep.Pipeline.Corroborate.Judgement;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Corroborate.Withdrawals;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate;

/// <summary>Stage 7: resolved claims → the record. A pure fold: the same claims give the same record, whatever order they come in.</summary>
public sealed class CorroborateStage(EventWords words, EventFamilies families, WordCounts counts, SourceGrades sourceGrades, PartReader parts, RetractionCues cues, WordSets sets)
{
    public static CorroborateStage Load(DataFolder data) => new(EventWords.Load(data), EventFamilies.Load(data), WordCounts.Load(data), SourceGrades.Load(data), PartReader.Load(data), RetractionCues.Load(data), WordSets.Load(data));

    /// <summary>Work of earlier folds that later ones go on from; null: every fold is worked out anew.</summary>
    internal StoryMemo? Memo { get; set; }

    /// <summary>Which reports tell one story.</summary>
    public StoryClusters Stories(IReadOnlyList<Report> reports, ImmutableArray<Dispatch> dispatches) => StoryClusters.Find(reports, dispatches, counts, Memo);

    /// <param name="clusters">What <see cref="Stories"/> says of the same reports.</param>
    /// <param name="rulings">What analysts ruled, in the order they did; null for nothing. It is applied whatever the day of the record: a day says what was published, not what was thought of it.</param>
    public SituationRecord Fold(IReadOnlyList<Report> reports, Resolution resolution, StoryClusters clusters, IReadOnlyList<Problem> problems, DateOnly? asOf, IReadOnlyList<Ruling>? rulings = null)
    {
        ImmutableArray<ResolvedClaim> claims = Witnesses.InOrder(resolution.Claims);
        var reportOf = reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
        var actors = resolution.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        var places = resolution.Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
        var witnesses = new Witnesses(resolution.Dispatches, reportOf, resolution.Actors);
        var parties = new Parties(actors, claims);
        var interests = new Interests(parties, actors);
        var ruled = new RulingFold(rulings ?? [], partial: asOf is not null);
        ruled.ApplyToClaims(claims.Select(claim => claim.Claim.Id).ToHashSet(StringComparer.Ordinal), new HashSet<string>([.. actors.Keys, .. places.Keys, .. reportOf.Keys, .. witnesses.Newsrooms.Keys], StringComparer.Ordinal));
        var judge = new Judge(witnesses, interests, sourceGrades, parties, actors, ruled);
        var stories = new StoryMap(reports, clusters, claims, places);
        var events = new EventLedger(claims, witnesses, parties, families, places, clusters.Of);
        var withdrawals = new PageWithdrawals(reports, resolution.Dispatches, cues);
        events.Withdraw(withdrawals);
        events.Apply(ruled);
        var figures = new FigureLedger(claims, events, stories, actors, places, witnesses, parties, judge, ruled, withdrawals, sets, (claim, place) => parts.IsPartOf(claim.Claim.Span.Of(reportOf[claim.Claim.ReportId].Text), place));
        ImmutableArray<PersonFate> persons = FateLedger.Fold(Withdrawn(claims.Where(claim => claim.Person is not null && !ruled.Rejects(claim.Claim.Id)), withdrawals), actors, witnesses);
        DateOnly until = asOf ?? reports.Select(report => report.Published ?? report.Anchor ?? DateOnly.MinValue).DefaultIfEmpty(DateOnly.MinValue).Max();
        ImmutableArray<Model.Record.Control> control = new ControlLedger(events, witnesses, parties, interests, actors, places, parts, claim => claim.Span.Of(reportOf[claim.ReportId].Text)).Fold(until);

        Dictionary<string, Withdrawal> withdrawn = [];
        foreach (ResolvedClaim claim in events.All.SelectMany(group => group.Claims).Concat(figures.Claims).Where(claim => claim.Withdrawn is not null)) withdrawn.TryAdd(claim.Claim.Id, claim.Withdrawn!);   // looked at just before
        HashSet<string> fates = [.. persons.SelectMany(person => person.Claims), .. claims.Where(claim => ruled.Rejects(claim.Claim.Id) && claim.Person is not null).Select(claim => claim.Claim.Id)];
        ImmutableArray<Figure> counted = figures.ToFigures();
        HashSet<string> rejected = [.. counted.Where(figure => figure.IsRejected).Select(figure => figure.Id)];
        ImmutableArray<LedgerClaim> kept = [.. claims.SelectMany(claim => InLedger(claim, events.EventOf(claim.Claim.Id), figures.FigureOf(claim.Claim.Id), fates))
            .Select(pair => Judged(pair.Entry, pair.Claim, witnesses, interests) with { Withdrawn = withdrawn.GetValueOrDefault(pair.Entry.Claim.Id) })
            .Select(claim => ruled.Rejects(claim.Claim.Id) || rejected.Contains(claim.About) ? claim with { IsRejected = true } : claim)];
        ImmutableArray<Event> happened = events.ToEvents(words, actors, places, judge, claim => claim.Event!.Trigger.Of(reportOf[claim.ReportId].Text), claim => parts.SaysInside(claim.Span.Of(reportOf[claim.ReportId].Text)));   // only claims on events come here
        ImmutableArray<Report> inOrder = [.. reports.OrderBy(report => report.Published ?? DateOnly.MaxValue).ThenBy(report => report.Input, StringComparer.Ordinal)];
        return new SituationRecord(
            asOf, inOrder, resolution.Dispatches,
            resolution.Actors, ruled.Placed(resolution.Places), OneDayRule.Apply(happened, control), counted, kept, control, persons, resolution.Photos, [.. problems, .. ruled.Problems])
        {
            Sources = [.. kept.Select(claim => claim.Claimant).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(judge.SourceOf)],
            Series = figures.Series,
            Stories = [.. inOrder.GroupBy(report => stories.Of(report.Id), StringComparer.Ordinal).Select(story => new RecordStory(story.Key, [.. story.Select(report => report.Id)]))],
            Rulings = ruled.Close(),
        };
    }

    // Fates have no groups: what a later version still tells of the person is told.
    private static IEnumerable<ResolvedClaim> Withdrawn(IEnumerable<ResolvedClaim> fates, PageWithdrawals withdrawals)
    {
        if (withdrawals.IsEmpty) return fates;
        ResolvedClaim[] all = [.. fates];
        ILookup<string, (string?, FateState?)> told = all.ToLookup(claim => claim.Claim.ReportId, claim => (claim.Person, claim.Claim.Fate?.State), StringComparer.Ordinal);
        return [.. all.Select(claim => claim with { Withdrawn = withdrawals.Of(claim, report => told[report].Contains((claim.Person, claim.Claim.Fate?.State))) })];
    }

    /// <summary>A claim on an event and its figure stands once; what it is about is the event, and the figure names it too.</summary>
    private static IEnumerable<(LedgerClaim Entry, ResolvedClaim Claim)> InLedger(ResolvedClaim claim, string? happened, string? figure, HashSet<string> fates)
    {
        string? about = happened ?? figure ?? (fates.Contains(claim.Claim.Id) ? claim.Person : null);
        if (about is null) yield break;
        var entry = new LedgerClaim(claim.Claim, about, claim.Source, claim.Claim.By.Source?.Words, claim.Via, claim.Said, claim.Dispatch)
        {
            Roles = claim.Roles,
            Place = claim.Place,
            When = claim.Dated ? claim.When : null,
        };
        yield return (entry, claim);
    }

    private static LedgerClaim Judged(LedgerClaim entry, ResolvedClaim claim, Witnesses witnesses, Interests interests)
    {
        (Interest interest, RuleNote? rule) = interests.Of(claim);
        return entry with { Claimant = witnesses.Claimant(claim), Side = witnesses.Side(claim), Interest = interest, InterestRule = rule };
    }
}
