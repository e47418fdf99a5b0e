using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>What the record did not know before its last day of publication.</summary>
internal sealed class NewsSection(RecordIndex index, EventRanking ranking, EventSection events, FigureSection figures, EvidenceBook book)
{
    private const int Most = 12;

    public (string Heading, ImmutableArray<Line> Lines) Build()
    {
        if (index.LastPublished is not { } last) return ("What is new", [new Line("", "No report is dated, so new and known cannot be told apart.", null, []) { OfRecord = true }]);
        if (index.FirstPublished == last) return ("What is new", [new Line("", $"All dated reports are of {Wording.Day(last)}: all of it is new.", null, []) { OfRecord = true }]);
        var news = new News(index, ranking, last);
        IEnumerable<(int Weight, Func<Line> Line)> told = news.Events()
            .Select(item => (ranking.Weight(item.Event), (Func<Line>)(() => LineOf(item))))
            .Concat(figures.Current().Where(figure => !figures.IsPast(figure) && news.IsNew(figure.Claims)).Select(figure => (FigureSection.Weight(figure), (Func<Line>)(() => figures.Line(figure)))));
        ImmutableArray<Line> lines = [.. told.OrderByDescending(item => item.Weight).Take(Most).Select(item => item.Line())];
        return ($"What is new on {Wording.Day(last)}", lines.IsEmpty ? [new Line("", "Nothing that had not been reported before.", null, []) { OfRecord = true }] : lines);
    }

    private Line LineOf(NewsItem item)
    {
        Event happening = item.Event;
        if (item.Now is null) return events.Line(happening);
        string[] names = [.. item.Voices.Select(index.Speaker).Distinct(StringComparer.Ordinal)];
        return new Line(Wording.When(happening.When), $"{EventSection.Summary(happening)}: {item.Now} {Wording.List(names)}.", Confidence.Of(happening.Status, happening.Expected), book.Cite(item.Voices));
    }
}
