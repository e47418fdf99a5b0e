using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>A day of a timeline told in sentences of the reports.</summary>
/// <param name="Told">The sentences, those first that tell most of the day's events, each with the claims that stand in it.</param>
internal sealed record SummaryDay(DateOnly Day, long Weight, ImmutableArray<(string Sentence, ImmutableArray<LedgerClaim> Claims)> Told);

/// <summary>An extractive timeline: the days a crisis turns on, in the words of the reports.</summary>
/// <remarks>Days come by the weight of their events times the characters printed on the day, because what a crisis turns on fills the pages. Chosen among three with the
/// scores of <c>timeline17</c> and <c>crisis</c>, see eval/README.md.</remarks>
internal sealed class TimelineSummary
{
    /// <summary>Days and sentences a day of the timeline in a situation report.</summary>
    private const int DaysMost = 12, SentencesMost = 2;

    /// <summary>Characters of a sentence; a longer one is cut.</summary>
    private const int SentenceMost = 320;

    private readonly RecordIndex _index;

    public TimelineSummary(RecordIndex index, EventRanking ranking)
    {
        _index = index;
        var printed = index.Record.Reports.Where(report => report.Published is not null).ToLookup(report => report.Published!.Value, report => report.Text.Length);   // filtered before
        var days = new List<SummaryDay>();
        foreach (var day in index.Record.Events.Where(one => !one.Expected).GroupBy(EventRanking.Day))
        {
            if (day.Key is not { } known) continue;
            var told = ranking.ByWeight(day).Select(one => (Claim: First(one), Weight: ranking.IsTold(one) ? ranking.Weight(one) : 1)).Where(one => one.Claim is not null)
                .GroupBy(one => Words(one.Claim!), StringComparer.Ordinal).OrderByDescending(same => same.Sum(one => one.Weight));   // filtered before
            days.Add(new SummaryDay(known, day.Sum(ranking.Weight) * (1L + printed[known].Sum()), [.. told.Select(same => (same.Key, (ImmutableArray<LedgerClaim>)[.. same.Select(one => one.Claim!)]))]));
        }
        Days = [.. days.OrderByDescending(day => day.Weight).ThenBy(day => day.Day)];
    }

    /// <summary>The weightiest first.</summary>
    public ImmutableArray<SummaryDay> Days { get; }

    /// <summary>The weightiest days in time order, as lines of a report.</summary>
    public ImmutableArray<Line> Lines(EvidenceBook book, Func<DateOnly, bool> wanted) => [.. Days.Where(day => wanted(day.Day)).Take(DaysMost).OrderBy(day => day.Day)
        .SelectMany(day => day.Told.Take(SentencesMost).Select(told => new Line(Wording.Day(day.Day), $"{Wording.Quoted(Wording.Line(told.Sentence, SentenceMost))} ({_index.Newsroom(told.Claims[0].Dispatch, told.Claims[0].Claim.ReportId)})", null, book.Cite(told.Claims))))];

    private LedgerClaim? First(Event one) => _index.Known(one.Claims).FirstOrDefault();

    private string Words(LedgerClaim claim) => claim.Claim.Span.Of(_index.Report(claim.Claim.ReportId).Text);
}
