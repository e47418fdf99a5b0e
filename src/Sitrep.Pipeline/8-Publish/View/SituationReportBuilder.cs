using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.Changes;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Record → situation report: selection, order and wording, nothing that the record does not say.</summary>
internal static class SituationReportBuilder
{
    /// <summary>Events told in full. The rest of the period follows as single lines.</summary>
    private const int MostEntries = 25;

    /// <summary>Lines of each list of single lines.</summary>
    private const int MostLines = 100;

    /// <param name="before">The record whose changes are told; null: what the last day brought is told.</param>
    public static SituationReport Build(SituationRecord record, SituationRecord? before = null)
    {
        SituationRecord whole = record;
        var index = new RecordIndex(record);
        record = index.Record;
        var book = new EvidenceBook(index);
        var rulings = new RulingSection(index, book);
        var voices = new Voices(index, book);
        var confidence = new Confidence(index);
        var ranking = new EventRanking(index);
        var eventSection = new EventSection(index, book, voices, confidence, rulings);
        var figureSection = new FigureSection(index, book, confidence);

        Event[] happened = [.. record.Events.Where(happening => !happening.Expected && ranking.IsTold(happening))];
        ImmutableArray<Event> period = [.. happened.Where(happening => !ranking.IsBackground(happening))];
        HashSet<string> full = [.. ranking.Leading(period, MostEntries).Select(happening => happening.Id)];
        ImmutableArray<(Event Event, int Number)> main = [.. ranking.InTime(period.Where(happening => full.Contains(happening.Id))).Select((happening, i) => (happening, i + 1))];
        Dictionary<string, int> numbers = main.ToDictionary(item => item.Event.Id, item => item.Number, StringComparer.Ordinal);
        ImmutableArray<(Event, int)> timed = [.. ranking.InTime(period).Select(happening => (happening, numbers.GetValueOrDefault(happening.Id)))];
        var heading = new Heading(index, ranking);

        // Citations are numbered as they are made: the sections are built in the order they are read.
        ImmutableArray<Line> highlights = new Highlights(ranking, eventSection, figureSection).Pick(period);
        ImmutableArray<KeyFigure> keyFigures = new KeyFigures(index, figureSection, confidence, book).Pick();
        ImmutableArray<OverviewTheme> overview = new Overview(index, ranking, eventSection).Build(period);
        (string newHeading, ImmutableArray<Line> news) = before is null ? new NewsSection(index, ranking, eventSection, figureSection, book).Build()
            : Changed(RecordDifference.Of(before, whole), before, whole, new ChangeSection(index, eventSection, figureSection, confidence, book), change => ChangeSection.IsTold(change, index, ranking));
        ImmutableArray<Dispute> disputes = new DisputeSection(index, ranking, voices).Build();
        (string controlPeriod, ImmutableArray<ControlRow> control, ImmutableArray<Line> held) = new ControlSection(index, book).Build();
        (ImmutableArray<FigureRow> figures, ImmutableArray<FigureRow> otherFigures) = figureSection.Tables();
        ImmutableArray<Line> persons = Capped(record.Persons, person => Person(person, index, book));
        ImmutableArray<Line> unknown = new Unknowns(index, ranking, book).Build(period);
        ImmutableArray<Line> expected = Lines(ranking.InTime(record.Events.Where(happening => happening.Expected && ranking.IsTold(happening))), eventSection);
        ImmutableArray<EventEntry> events = [.. main.Select(item => eventSection.Entry(item.Event, item.Number))];
        ImmutableArray<Line> other = Lines(ranking.InTime(period.Where(happening => !full.Contains(happening.Id))), eventSection);
        DateOnly? newsFrom = index.FirstPublished is { } first && first.DayNumber > EventRanking.BackgroundDays ? first.AddDays(-EventRanking.BackgroundDays) : null;
        ImmutableArray<StorySummary> summary = TimelineSummary.Of(index, ranking, book, day => newsFrom is not { } from || day >= from, heading.Subject);
        ImmutableArray<Line> background = [.. Lines(ranking.InTime(happened.Where(ranking.IsBackground)), eventSection), .. figureSection.Past(), .. held];
        ImmutableArray<Line> ruled = rulings.Build();
        var sources = new SourceSection(index);
        (ImmutableArray<Evidence> evidence, ImmutableArray<ReportText> texts) = book.Close();

        return ReportCheck.Refuse(new SituationReport(
            heading.Title(period), heading.AsOf(), heading.Period(), heading.Producer(), heading.Scope(), highlights, keyFigures, overview, newHeading, news, figures, otherFigures, Timeline.Build(timed), events, other, background,
            disputes, controlPeriod, control, persons, unknown, expected, summary, ruled, sources.Dispatches(), Method.GradesOf(record), sources.Photos(), sources.Problems(), Method.NotesOn(record), Method.Designations, evidence, texts));
    }

    private static (string Heading, ImmutableArray<Line> Lines) Changed(RecordChanges changes, SituationRecord before, SituationRecord after, ChangeSection section, Func<RecordChange, bool> isTold)
    {
        ImmutableArray<RecordChange> told = [.. changes.Changes.Where(isTold)];
        return ($"What changed {ChangeReport.Period(before, after)}", told.IsEmpty ? [new Line("", "Nothing that had not been reported before.", null, []) { OfRecord = true }] : Capped(told, section.Line));
    }

    private static ImmutableArray<Line> Lines(ImmutableArray<Event> events, EventSection section) => Capped(events, section.Line);

    private static ImmutableArray<Line> Capped<T>(ImmutableArray<T> items, Func<T, Line> line)
    {
        ImmutableArray<Line> lines = [.. items.Take(MostLines).Select(line)];
        return items.Length <= MostLines ? lines : [.. lines, new Line("", $"{Wording.Count(items.Length - MostLines, "more line")} in the record's JSON form.", null, []) { OfRecord = true }];
    }

    private static Line Person(PersonFate person, RecordIndex index, EvidenceBook book)
    {
        IEnumerable<string> accounts = index.Claims(person.Claims)
            .GroupBy(claim => (claim.Claim.Fate?.State ?? person.State, claim.Claim.Stance))
            .OrderBy(group => group.Key)
            .Select(group => $"{Verb(group.Key.Stance)}{Spelling.Spaced(group.Key.Item1)} according to {Wording.List([.. group.Select(index.Speaker).Distinct(StringComparer.Ordinal)])}");
        string state = person.State == FateState.Contested ? "accounts differ" : Spelling.Spaced(person.State);
        DateOnly? said = index.Claims(person.Claims).Select(claim => claim.Said?.End ?? index.Report(claim.Claim.ReportId).Published).Max();
        Badge badge = new(person.State == FateState.Contested ? "contested" : "fate", state);
        return new Line(said is null ? "" : Wording.Day(said), $"{index.ActorName(person.Actor)}: {string.Join("; ", accounts)}.", badge, book.Cite(index.Claims(person.Claims)));
    }

    private static string Verb(Stance stance) => stance switch
    {
        Stance.Denies => "not ",
        Stance.Doubts => "perhaps not ",
        Stance.Expects => "expected to be ",
        _ => "",
    };
}
