using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>A day of a timeline told in sentences of the reports.</summary>
/// <param name="Told">The sentences, those first that tell most of the day's events, each with the claims that stand in it.</param>
internal sealed record SummaryDay(DateOnly Day, long Weight, ImmutableArray<(string Sentence, ImmutableArray<LedgerClaim> Claims)> Told);

/// <summary>An extractive timeline: the days a crisis turns on, in the words of the reports.</summary>
/// <remarks>Days come by the characters printed on the day, because what a crisis turns on fills the pages, times the fourth root of the weight of their events; the sentence of the weightiest event
/// comes first. Chosen among three powers and two orders with the scores of <c>timeline17</c> and <c>crisis</c>.</remarks>
internal sealed class TimelineSummary
{
    /// <summary>Days of the timelines in a situation report, over all stories, and sentences of a day.</summary>
    private const int DaysMost = 16, SentencesMost = 2;

    /// <summary>Stories that have a timeline in a situation report; those most reports tell first.</summary>
    private const int StoriesMost = 4;

    /// <summary>Fewest days of a story's timeline: with one there is no time in it.</summary>
    private const int DaysFewest = 2;

    /// <summary>Characters of a sentence; a longer one is cut.</summary>
    private const int SentenceMost = 320;

    private readonly RecordIndex _index;

    /// <param name="story">Only what its reports tell; null: all of the record.</param>
    public TimelineSummary(RecordIndex index, EventRanking ranking, RecordStory? story = null)
    {
        _index = index;
        HashSet<string>? own = story is null ? null : [.. story.Reports];
        var printed = index.Record.Reports.Where(report => report.Published is not null && own?.Contains(report.Id) != false).ToLookup(report => report.Published!.Value, report => report.Text.Length);   // filtered before
        var days = new List<SummaryDay>();
        Events = [.. index.Record.Events.Where(one => !one.Expected && (own is null || First(one) is { } told && own.Contains(told.Claim.ReportId)))];
        foreach (var day in Events.GroupBy(EventRanking.Day))
        {
            if (day.Key is not { } known) continue;
            var told = ranking.ByWeight(day).Select(one => (Claim: First(one), Weight: ranking.IsTold(one) ? ranking.Weight(one) : 1)).Where(one => one.Claim is not null)
                .GroupBy(one => Words(one.Claim!), StringComparer.Ordinal).OrderByDescending(same => same.Max(one => one.Weight)).ThenByDescending(same => same.Sum(one => one.Weight));   // filtered before
            days.Add(new SummaryDay(known, Weigh(day.Sum(ranking.Weight), printed[known].Sum()), [.. told.Select(same => (same.Key, (ImmutableArray<LedgerClaim>)[.. same.Select(one => one.Claim!)]))]));
        }
        Days = [.. days.OrderByDescending(day => day.Weight).ThenBy(day => day.Day)];
    }

    /// <summary>The weightiest first.</summary>
    public ImmutableArray<SummaryDay> Days { get; }

    /// <summary>A timeline for each story that lasts, the weightiest days in time order; one without a name where there is one story only.</summary>
    /// <param name="subject">What a story is called, by its events.</param>
    public static ImmutableArray<StorySummary> Of(RecordIndex index, EventRanking ranking, EvidenceBook book, Func<DateOnly, bool> wanted, Func<ImmutableArray<Event>, string> subject)
    {
        RecordStory[] stories = [.. index.Record.Stories.OrderByDescending(story => story.Reports.Length).ThenBy(story => story.Id, StringComparer.Ordinal)];
        if (stories.Length < 2) return [.. new[] { new StorySummary("", new TimelineSummary(index, ranking).Lines(book, wanted, DaysMost)) }.Where(summary => !summary.Lines.IsEmpty)];
        var told = stories.Take(StoriesMost).Select(story => (Story: story, Summary: new TimelineSummary(index, ranking, story))).Where(one => one.Summary.Days.Count(day => wanted(day.Day)) >= DaysFewest).ToArray();
        return [.. told.Select(one => new StorySummary(subject(one.Summary.Events) is { Length: > 0 } named ? named : "unnamed", one.Summary.Lines(book, wanted, Math.Max(DaysFewest, DaysMost / told.Length))))];
    }

    /// <summary>Its events, in the record's order.</summary>
    public ImmutableArray<Event> Events { get; }

    private ImmutableArray<Line> Lines(EvidenceBook book, Func<DateOnly, bool> wanted, int days) => [.. Days.Where(day => wanted(day.Day)).Take(days).OrderBy(day => day.Day)
        .SelectMany(day => day.Told.Take(SentencesMost).Select(told => new Line(Wording.Day(day.Day), $"{Wording.Quoted(Wording.Line(told.Sentence, SentenceMost))} ({_index.Newsroom(told.Claims[0].Dispatch, told.Claims[0].Claim.ReportId)})", null, book.Cite(told.Claims))))];

    // Square roots are the same on every machine; powers need not be.
    private static long Weigh(int events, long printed) => (long)(1000 * Math.Sqrt(Math.Sqrt(Math.Max(events, 0))) * (1 + printed));

    private LedgerClaim? First(Event one) => _index.Known(one.Claims).FirstOrDefault();

    private string Words(LedgerClaim claim) => claim.Claim.Span.Of(_index.Report(claim.Claim.ReportId).Text);
}
