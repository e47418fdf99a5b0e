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
        IEnumerable<(int Weight, Func<Line> Line)> news = ranking.ByWeight(index.Record.Events.Where(happening => !ranking.IsBackground(happening) && ranking.IsTold(happening)))
            .SelectMany(happening => Of(happening, last).Select(line => (ranking.Weight(happening), line)))
            .Concat(figures.Current().Where(figure => !figures.IsPast(figure) && IsNew(figure.Claims, last)).Select(figure => (FigureSection.Weight(figure), (Func<Line>)(() => figures.Line(figure)))));
        ImmutableArray<Line> lines = [.. news.OrderByDescending(item => item.Weight).Take(Most).Select(item => item.Line())];
        return ($"What is new on {Wording.Day(last)}", lines.IsEmpty ? [new Line("", "Nothing that had not been reported before.", null, []) { OfRecord = true }] : lines);
    }

    private IEnumerable<Func<Line>> Of(Event happening, DateOnly last)
    {
        if (IsNew(happening.Claims, last))
        {
            yield return () => events.Line(happening);
            yield break;
        }
        LedgerClaim[] claims = [.. index.Claims(happening.Claims)];
        HashSet<string> heard = [.. claims.Where(claim => Published(claim) is not { } day || day < last).Select(RecordIndex.SpeakerKey)];
        foreach ((Stance stance, string verb) in new[] { (Stance.Denies, "now denied by"), (Stance.Doubts, "now doubted by"), (Stance.Affirms, "now affirmed by") })
        {
            LedgerClaim[] voices = [.. claims.Where(claim => claim.Claim.Stance == stance && Published(claim) == last && !heard.Contains(RecordIndex.SpeakerKey(claim)))];
            if (voices.Length == 0) continue;
            string[] names = [.. voices.Select(index.Speaker).Distinct(StringComparer.Ordinal)];
            yield return () => new Line(Wording.When(happening.When), $"{EventSection.Summary(happening)}: {verb} {Wording.List(names)}.", Confidence.Of(happening.Status, happening.Expected), book.Cite(voices));
        }
    }

    private bool IsNew(ImmutableArray<string> claims, DateOnly last) => claims.Length > 0 && index.Claims(claims).All(claim => Published(claim) == last);

    private DateOnly? Published(LedgerClaim claim) => index.Report(claim.Claim.ReportId).Published;
}
