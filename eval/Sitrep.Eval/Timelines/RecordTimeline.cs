using Sitrep.Eval.Documents;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Eval.Timelines;

/// <summary>A timeline out of the record: days by the weight that the situation report gives their events, told in the words of the events' first claims.</summary>
internal sealed class RecordTimeline
{
    private readonly List<(DateOnly Day, int Weight, Event[] Events)> _days = [];
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
        foreach (var day in record.Events.Where(one => !one.Expected && ranking.IsTold(one) && !ranking.IsBackground(one)).GroupBy(EventRanking.Day))
        {
            if (day.Key is { } known) _days.Add((known, day.Sum(ranking.Weight) * (1 + Published(known)), [.. ranking.ByWeight(day)]));
        }
        _days.Sort((one, other) => one.Weight != other.Weight ? other.Weight.CompareTo(one.Weight) : one.Day.CompareTo(other.Day));
    }

    // What a crisis turns on is printed by many on the day and on the next.
    private int Published(DateOnly day) => _reports.Values.Count(report => report.Published is { } published && published >= day && published <= day.AddDays(1));

    /// <summary>So many days, each in so many sentences at most.</summary>
    public DayTexts Take(int days, int sentences)
    {
        var taken = new DayTexts();
        foreach ((DateOnly day, _, Event[] events) in _days.Take(days)) taken[day] = [.. events.Select(Sentence).OfType<string>().Distinct(StringComparer.Ordinal).Take(sentences)];
        return taken;
    }

    private string? Sentence(Event one) => _index?.Claims(one.Claims).Select(claim => _reports.TryGetValue(claim.Claim.ReportId, out Report? report) ? claim.Claim.Span.Of(report.Text) : null).FirstOrDefault(words => words is not null);
}
