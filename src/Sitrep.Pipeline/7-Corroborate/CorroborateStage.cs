using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Corroborate.Control;
using Sitrep.Pipeline.Corroborate.Events;
using Sitrep.Pipeline.Corroborate.Figures;
using Sitrep.Pipeline.Corroborate.Judgement;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate;

/// <summary>Stage 7: resolved claims → the record. A pure fold: the same claims give the same record, whatever order they come in.</summary>
public sealed class CorroborateStage(EventWords words, WordCounts counts, SourceGrades sourceGrades, PartReader parts)
{
    public static CorroborateStage Load(DataFolder data) => new(EventWords.Load(data), WordCounts.Load(data), SourceGrades.Load(data), PartReader.Load(data));

    /// <param name="rulings">Analysts' grades of sources, events and figures.</param>
    public SituationRecord Fold(IReadOnlyList<Report> reports, Resolution resolution, IReadOnlyList<Problem> problems, DateOnly? asOf, IReadOnlyList<Grading>? rulings = null)
    {
        ImmutableArray<ResolvedClaim> claims = Witnesses.InOrder(resolution.Claims);
        var reportOf = reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
        var actors = resolution.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        var places = resolution.Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
        var witnesses = new Witnesses(resolution.Dispatches, reportOf, resolution.Actors);
        var parties = new Parties(actors, claims);
        var interests = new Interests(parties, actors);
        var judge = new Judge(witnesses, interests, sourceGrades, parties, actors, rulings ?? []);
        var stories = new StoryMap(reports, StoryClusters.Find(reports, resolution.Dispatches, counts), claims, places);
        var events = new EventLedger(claims, witnesses, parties);
        var figures = new FigureLedger(claims, events, stories, actors, places, witnesses, parties, judge);
        ImmutableArray<PersonFate> persons = FateLedger.Fold(claims, actors, witnesses);
        DateOnly until = asOf ?? reports.Select(report => report.Published ?? report.Anchor ?? DateOnly.MinValue).DefaultIfEmpty(DateOnly.MinValue).Max();
        ImmutableArray<Model.Record.Control> control = new ControlLedger(events, witnesses, parties, interests, actors, places, parts, claim => claim.Span.Of(reportOf[claim.ReportId].Text)).Fold(until);

        HashSet<string> fates = [.. persons.SelectMany(person => person.Claims)];
        ImmutableArray<LedgerClaim> kept = [.. claims.SelectMany(claim => InLedger(claim, events.EventOf(claim.Claim.Id), figures.FigureOf(claim.Claim.Id), fates))
            .Select(pair => Judged(pair.Entry, pair.Claim, witnesses, interests))];
        ImmutableArray<Event> happened = events.ToEvents(words, actors, places, judge, claim => claim.Event!.Trigger.Of(reportOf[claim.ReportId].Text));   // only claims on events come here
        return new SituationRecord(
            asOf, [.. reports.OrderBy(report => report.Published ?? DateOnly.MaxValue).ThenBy(report => report.Input, StringComparer.Ordinal)], resolution.Dispatches,
            resolution.Actors, resolution.Places, OneDayRule.Apply(happened, control), figures.ToFigures(), kept, control, persons, resolution.Photos, [.. problems])
        {
            Sources = [.. kept.Select(claim => claim.Claimant).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(judge.SourceOf)],
            Series = figures.Series,
        };
    }

    /// <summary>A claim on an event and its figure stands once; what it is about is the event, and the figure names it too.</summary>
    private static IEnumerable<(LedgerClaim Entry, ResolvedClaim Claim)> InLedger(ResolvedClaim claim, string? happened, string? figure, HashSet<string> fates)
    {
        string? about = happened ?? figure ?? (fates.Contains(claim.Claim.Id) ? claim.Person : null);
        if (about is null) yield break;
        yield return (new LedgerClaim(claim.Claim, about, claim.Source, claim.Claim.By.Source?.Words, claim.Via, claim.Said, claim.Dispatch), claim);
    }

    private static LedgerClaim Judged(LedgerClaim entry, ResolvedClaim claim, Witnesses witnesses, Interests interests)
    {
        (Interest interest, RuleNote? rule) = interests.Of(claim);
        return entry with { Claimant = witnesses.Claimant(claim), Side = witnesses.Side(claim), Interest = interest, InterestRule = rule };
    }
}
