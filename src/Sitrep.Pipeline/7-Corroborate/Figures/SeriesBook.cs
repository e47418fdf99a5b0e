using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Corroborate.Figures;

/// <summary>Writes series: the numbers of one count in order, and in three numbers under each rule.</summary>
/// <remarks>Rules and discrepancy score after eventreport (R package by S. von Baalen): conservative takes the lowest, representative the most
/// frequent, informative the highest; discrepancy is distinct values less one. They look at the numbers that stand, not at those since revised.</remarks>
internal sealed class SeriesBook
{
    private readonly Witnesses _witnesses;
    private readonly Dictionary<string, string> _seriesOf = new(StringComparer.Ordinal);

    public SeriesBook(ImmutableArray<(CountOf Of, ImmutableArray<FigureGroup> InOrder)> counts, Witnesses witnesses)
    {
        _witnesses = witnesses;
        var wholes = new List<(CountOf Of, Series Series, FigureGroup[] Groups)>();
        var parts = new List<Series>();
        foreach ((CountOf of, ImmutableArray<FigureGroup> inOrder) in counts)
        {
            FigureGroup[] whole = [.. inOrder.Where(group => !group.IsPart && !group.IsApart)];
            if (whole.Length > 0) wholes.Add((of, Make(of, whole, null), whole));
            foreach (FigureGroup apart in inOrder.Where(group => group.IsApart)) parts.Add(Make(of, [apart], null));
            foreach (FigureGroup part in inOrder.Where(group => group.IsPart)) parts.Add(Make(of, [part], whole.Length > 0 ? wholes[^1].Series.Id : null));
        }
        // A part and its whole stand in one telling.
        var byTelling = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < wholes.Count; i++)
        {
            foreach (string dispatch in Tellings(wholes[i].Groups))
            {
                if (!byTelling.TryGetValue(dispatch, out List<int>? told)) byTelling.Add(dispatch, told = []);
                told.Add(i);
            }
        }
        string? WholeOf(CountOf of, FigureGroup[] groups) => Tellings(groups).SelectMany(dispatch => byTelling[dispatch]).Order().Distinct().Where(i => IsPart(of, groups, wholes[i].Of, wholes[i].Groups)).Select(i => wholes[i].Series.Id).FirstOrDefault();
        All = [.. wholes.Select(one => one.Series with { PartOf = WholeOf(one.Of, one.Groups) }).Concat(parts)
            .OrderBy(series => series.Period?.Start ?? DateOnly.MaxValue).ThenBy(series => series.Id, StringComparer.Ordinal)];
    }

    public ImmutableArray<Series> All { get; }

    /// <summary>Id of the series that the figure belongs to; null when it can be compared with no other.</summary>
    public string? Of(string figure) => _seriesOf.GetValueOrDefault(figure);

    private static IEnumerable<string> Tellings(FigureGroup[] groups) => groups.SelectMany(group => group.Claims).Select(claim => claim.Dispatch).Distinct(StringComparer.Ordinal);

    private Series Make(CountOf of, FigureGroup[] groups, string? whole)
    {
        string id = StableId.Of('s', groups[0].Id);
        foreach (FigureGroup group in groups) _seriesOf[group.Id] = id;
        FigureGroup[] standing = [.. groups.Where(group => group.RevisedBy is null && group.Change != SeriesChange.Denied && !group.IsDropped)];
        if (standing.Length == 0) standing = groups;
        DateOnly[] days = [.. groups.Select(group => group.Day).OfType<DateOnly>()];
        Interval? period = days.Length == 0 ? null : new Interval(days.Min(), days.Max(), days.Min() == days.Max() ? TimePrecision.Day : TimePrecision.Days);
        return new Series(
            id, of.Measure, groups[0].Subject, groups.Select(group => group.Place).FirstOrDefault(place => place is not null), of.Story, of.Scope.Length == 0 || of.Scope.StartsWith(FigureSeries.SinceScope, StringComparison.Ordinal) ? null : of.Scope, groups[0].Reading.Stock, period,
            [.. groups.Select(Point)], [.. Enum.GetValues<FigureRule>().Select(rule => Range(rule, standing))],
            Math.Max(0, standing.Select(group => group.Number).OfType<long>().Distinct().Count() - 1), whole);
    }

    private static SeriesPoint Point(FigureGroup group)
    {
        QuantityMention quantity = group.Reading.Quantity;
        return new SeriesPoint(group.Id, group.Day, quantity.Low, quantity.Best, quantity.High, quantity.Qualifier, group.Change, group.Revises, group.BySame, Ids(group));
    }

    private SeriesRange Range(FigureRule rule, FigureGroup[] standing) => new(
        rule,
        Choose(rule, standing, quantity => quantity.Low ?? quantity.Best),
        Choose(rule, standing, quantity => quantity.Best ?? quantity.Low ?? quantity.High),
        Choose(rule, standing, quantity => quantity.High ?? quantity.Best));

    private SeriesEnd Choose(FigureRule rule, FigureGroup[] standing, Func<QuantityMention, long?> end)
    {
        var given = standing.Select(group => (Group: group, Value: end(group.Reading.Quantity))).Where(one => one.Value is not null).GroupBy(one => one.Value!.Value).ToArray();   // no nulls are left
        if (given.Length == 0) return new SeriesEnd(null, []);
        var chosen = rule switch
        {
            FigureRule.Conservative => given.MinBy(value => value.Key)!,   // there is one
            FigureRule.Informative => given.MaxBy(value => value.Key)!,
            _ => given.OrderByDescending(value => value.SelectMany(one => one.Group.Claims).Select(_witnesses.Claimant).Distinct(StringComparer.Ordinal).Count())
                .ThenByDescending(value => value.Max(one => one.Group.Day)).ThenByDescending(value => value.Key).First(),
        };
        return new SeriesEnd(chosen.Key, [.. chosen.SelectMany(one => Ids(one.Group)).Distinct(StringComparer.Ordinal)]);
    }

    // "26 civilians, nine of them children": one telling gives both, and one counts fewer people, or people of a smaller place.
    private static bool IsPart(CountOf part, FigureGroup[] few, CountOf whole, FigureGroup[] many)
    {
        if (part == whole || part.Measure != whole.Measure || part.Story != whole.Story) return false;
        // "killed 26 people, nine of them children": the words count these among those, whatever event each is a count of.
        if (few.Any(less => less.Reading.Part && many.Any(more => !more.Reading.Part && less.Number <= more.Number && less.Claims.Any(a => more.Claims.Any(b => a.Claim.ReportId == b.Claim.ReportId && a.Claim.Span == b.Claim.Span))))) return true;
        if (part.Scope != whole.Scope && whole.Scope.Length > 0) return false;
        bool narrower = (part.Population == whole.Population || whole.Population.Length == 0) && (part.Place == whole.Place || whole.Place.Length == 0);
        return narrower && few.Any(less => many.Any(more => less.Number <= more.Number && less.Claims.Any(a => more.Claims.Any(b => a.Dispatch == b.Dispatch))));
    }

    private static ImmutableArray<string> Ids(FigureGroup group) => [.. group.Claims.Select(claim => claim.Claim.Id)];
}
