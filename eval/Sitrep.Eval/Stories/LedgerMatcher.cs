namespace Sitrep.Eval.Stories;

/// <summary>One thing asked of the ledger.</summary>
/// <param name="Read">True when the claims that it rests on were read, so that only the ledger can have it wrong.</param>
internal sealed record LedgerItem(string Id, bool Right, bool Read, string Note);

/// <summary>Scores what the ledger makes of the claims: control by day, series of figures, statuses. Rules: eval/README.md.</summary>
internal sealed class LedgerMatcher(Story story)
{
    private readonly EventMatcher _events = new(story);
    private readonly FactMatcher _facts = new(story);

    public IEnumerable<LedgerItem> Control() => story.Gold.Control.Select(gold =>
    {
        Item item = _facts.Match(gold);
        return new LedgerItem(gold.Id, item.Found, gold.Basis.All(IsRead), string.Join(" ", item.Notes));
    });

    /// <summary>One item a number, one for nothing foreign among them, and one for each rule and discrepancy asked for.</summary>
    public IEnumerable<LedgerItem> Series()
    {
        foreach (GoldSeries gold in story.Gold.Series)
        {
            SeriesView? best = story.Record.Series.Where(one => IsOf(gold, one)).MaxBy(one => (gold.Points.Count(point => Has(one, point)), -one.Points.Length));
            int read = gold.Points.Count(point => IsRead(gold, point));
            foreach (GoldPoint point in gold.Points) yield return new LedgerItem($"{gold.Id} {point.Day:yyyy-MM-dd} {point.Value}", best is not null && Has(best, point), IsRead(gold, point), best is null ? "no such series" : Describe(best));
            if (best is null || !gold.Points.Any(point => Has(best, point))) continue;   // nothing to hold the rest against
            long[] foreign = [.. best.Points.Select(Value).OfType<long>().Where(value => !gold.Points.Any(point => point.Value == value) && !gold.Also.Contains(value)).Distinct()];
            yield return new LedgerItem($"{gold.Id} nothing foreign", foreign.Length == 0, true, $"foreign: {string.Join(", ", foreign)}");
            foreach (GoldEnds ends in gold.Ends)
            {
                EndsView? had = best.Ends.FirstOrDefault(one => one.Rule == ends.Rule);
                yield return new LedgerItem($"{gold.Id} {ends.Rule}", had is not null && had.Low == ends.Low && had.Best == ends.Best && had.High == ends.High, read == gold.Points.Length, $"wanted {ends.Low}/{ends.Best}/{ends.High}; record has {had?.Low}/{had?.Best}/{had?.High}");
            }
            if (gold.Discrepancy is { } apart) yield return new LedgerItem($"{gold.Id} discrepancy", best.Discrepancy == apart, read == gold.Points.Length, $"wanted {apart}; record has {best.Discrepancy}");
        }
    }

    public IEnumerable<LedgerItem> Statuses()
    {
        foreach (GoldStatus gold in story.Gold.Statuses)
        {
            // A day on which nothing was known has no record.
            Story at = gold.AsOf is { } day ? story.Earlier.GetValueOrDefault(day, story) : story;
            string? had = story.Gold.Events.FirstOrDefault(one => one.Id == gold.Of) is { } happened ? new EventMatcher(at).Matches(happened).OrderByDescending(one => one.Claims).ThenBy(one => one.Id, StringComparer.Ordinal).FirstOrDefault()?.Status
                : story.Gold.Figures.FirstOrDefault(one => one.Id == gold.Of) is { } figure ? new FactMatcher(at).Matches(figure).FirstOrDefault()?.Status
                : throw new InvalidDataException($"Status {gold.Id} is of {gold.Of}, which is neither an event nor a figure of the gold file.");
            yield return new LedgerItem($"{gold.Id} of {gold.Of}", had is not null && gold.Status.Contains(had), IsRead(gold.Of), $"wanted {string.Join(" or ", gold.Status)}{(gold.AsOf is { } known ? $" as of {known:yyyy-MM-dd}" : "")}; record has {had ?? "nothing that fits"}");
        }
    }

    private bool IsRead(string id) =>
        story.Gold.Events.FirstOrDefault(one => one.Id == id) is { } happened ? _events.Match(happened) is { Found: true } item && item.ClaimsFound == item.Claims
        : story.Gold.Figures.FirstOrDefault(one => one.Id == id) is { } figure && _facts.Match(figure).Found;

    private bool IsOf(GoldSeries gold, SeriesView one) =>
        one.Measure == gold.Measure && (gold.Place is null || one.Place is null || story.IsPlace(gold.Place, one.Place))
        && (gold.Subject is null || one.Subject is null || story.Actors.MatchSource(gold.Subject, story.Record.ActorNames(one.Subject)));

    // News date a count by the day it was said or by the day it stands for; one apart is the same.
    private static bool Has(SeriesView one, GoldPoint point) => one.Points.Any(had => IsValue(had, point.Value) && had.Day is { } day && Math.Abs(day.DayNumber - point.Day.DayNumber) <= 1);

    private bool IsRead(GoldSeries gold, GoldPoint point) => story.Record.Figures.Any(one => one.Measure == gold.Measure && (one.Best == point.Value || one.Low == point.Value || one.High == point.Value));

    private static bool IsValue(PointView had, long value) => had.Best == value || had.Best is null && (had.Low == value || had.High == value);

    private static long? Value(PointView had) => had.Best ?? had.Low ?? had.High;

    private static string Describe(SeriesView one) => $"record has {one.Id}: {string.Join(", ", one.Points.Select(point => $"{point.Day:yyyy-MM-dd} {Value(point)}"))}";
}
