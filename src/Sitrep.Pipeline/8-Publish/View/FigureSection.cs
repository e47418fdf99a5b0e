using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>The table of figures: the latest of each source, with what it was revised from.</summary>
internal sealed class FigureSection(RecordIndex index, EvidenceBook book, Confidence confidence)
{
    /// <summary>Rows a reader takes in; the record holds the rest.</summary>
    private const int MostRows = 30;

    private readonly bool _ofDisaster = index.Record.Events.Any(told => told is { Type: EventType.Disaster, Expected: false });

    /// <summary>People first: the dead, missing, injured, displaced and affected; then whatever else was counted.</summary>
    public (ImmutableArray<FigureRow> Humanitarian, ImmutableArray<FigureRow> Other) Tables()
    {
        Figure[] shown = [.. InOrder(Current().Where(figure => !IsPast(figure)).OrderByDescending(Weight).ThenByDescending(Number).ThenBy(figure => figure.Id, StringComparer.Ordinal).Take(MostRows))];
        return ([.. shown.Where(IsHumanitarian).Select(Row)], [.. shown.Where(figure => !IsHumanitarian(figure)).Select(Row)]);
    }

    // Soldiers who fled are no displaced people.
    private bool IsHumanitarian(Figure figure) => IsHumanitarian(figure.Measure) && !(figure.Measure == Measure.Displaced && IsArmed(figure));

    private bool IsArmed(Figure figure) => figure.Subject is { } subject && index.Actor(subject) is { Kind: ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia };

    private static bool IsHumanitarian(Measure measure) => measure is Measure.Killed or Measure.Missing or Measure.Injured or Measure.Displaced or Measure.Refugees or Measure.Affected;

    /// <summary>Fewer missing, injured or displaced than this lead no report.</summary>
    private const int FewestCounted = 10;

    /// <summary>What was counted as such, by more than narration's "several"; a count of one event alone belongs to its entry.</summary>
    public IEnumerable<Figure> Leading() => Current()
        .Where(figure => figure.Measure != Measure.Other && Number(figure) >= (figure.Measure == Measure.Killed ? 1 : FewestCounted) && figure.Claims.Length > 0 && !IsPast(figure) && figure.Status != Status.Denied && !(figure.Measure == Measure.Displaced && IsArmed(figure)) && !IsNamelessPart(figure)
            // A number of no named place, told once, is as a rule of something wider than this story; not where it was counted again, or where a disaster is told of and it is no toll.
            && (figure.Place is not null || figure.Revises is not null || figure.Independent.Dispatches > 1 || SeriesOf(figure) is { PartOf: null } series && (series.Points.Length > 1 || _ofDisaster && figure.Stock && figure.Measure is Measure.Missing or Measure.Injured or Measure.Displaced or Measure.Affected)))
        .OrderBy(figure => Rank(figure.Measure)).ThenByDescending(figure => figure.Revises is not null || figure.Independent.Dispatches > 1).ThenByDescending(Number).ThenBy(figure => figure.Id, StringComparer.Ordinal);

    /// <summary>Counts of other times, told for comparison.</summary>
    public ImmutableArray<Line> Past() => [.. InOrder(Current().Where(IsPast)).Take(MostRows).Select(Line)];

    private static IEnumerable<Figure> InOrder(IEnumerable<Figure> figures) =>
        figures.OrderBy(figure => Rank(figure.Measure)).ThenByDescending(Number).ThenByDescending(figure => figure.When?.End).ThenBy(figure => figure.Id, StringComparer.Ordinal);

    /// <summary>The dead first, as in reports of the field.</summary>
    public static int Rank(Measure measure) => measure switch
    {
        Measure.Killed => 0,
        Measure.Missing => 1,
        Measure.Injured => 2,
        Measure.Displaced => 3,
        Measure.Refugees => 4,
        Measure.Affected => 5,
        Measure.Other => 9,
        _ => 6,
    };

    public static long Number(Figure figure) => figure.Best ?? figure.Low ?? figure.High ?? 0;

    /// <summary>True for a count of a time long before the reports.</summary>
    public bool IsPast(Figure figure) => IsPast(figure, index);

    public static bool IsPast(Figure figure, RecordIndex index) => index.FirstPublished is { } first && figure.When is { Precision: not TimePrecision.Unknown } when && when.End.DayNumber < first.DayNumber - EventRanking.BackgroundDays;

    /// <summary>Figures that no later one replaces.</summary>
    public IEnumerable<Figure> Current()
    {
        HashSet<string> replaced = [.. index.Record.Figures.Where(figure => figure.Revises is not null).Select(figure => figure.Revises!)];   // filtered on the line itself
        return index.Record.Figures.Where(figure => !replaced.Contains(figure.Id) && figure.RevisedBy is null && figure.Status != Status.Revised);
    }

    /// <summary>People before things; independent tellings before lone ones.</summary>
    public static int Weight(Figure figure) => 3 * Math.Min(figure.Independent.Dispatches, 10) + figure.Measure switch
    {
        Measure.Killed => 8,
        Measure.Missing => 7,
        Measure.Injured or Measure.Displaced => 6,
        Measure.Other => 0,
        _ => 4,
    } + (figure.Revises is null ? 0 : 2);

    public Line Line(Figure figure)
    {
        string place = index.PlaceName(figure.Place);
        string revised = RevisedFrom(figure) is { Length: > 0 } earlier ? $", revised from {earlier}" : "";
        string text = $"{Label(figure, index)}{(place.Length > 0 ? $", {place}" : "")}: {Wording.Amount(figure)}{Span(figure)}{revised}; {confidence.Clause(figure.Claims)}.";
        return new Line(Wording.When(figure.When), text, Confidence.Of(figure.Status), book.Cite(index.Claims(figure.Claims)));
    }

    /// <summary>"Killed (civilians)".</summary>
    public static string Label(Figure figure, RecordIndex index) => Subject(figure, index) is { Length: > 0 } subject ? $"{Name(figure.Measure)} ({subject})" : Name(figure.Measure);

    public static string Name(Measure measure) => measure == Measure.Other ? "Counted" : Wording.Sentence(Spelling.Spaced(measure));

    // What the measure says already is not said again: "Fighters (fighters)".
    private static string Subject(Figure figure, RecordIndex index) => figure.Subject is null || index.ActorName(figure.Subject) is not { } name || name.ToLowerInvariant() is "people" or "person" or "persons" or "others"
        || string.Equals(name, Spelling.Spaced(figure.Measure), StringComparison.OrdinalIgnoreCase) ? "" : name;

    private FigureRow Row(Figure figure) => new(
        IsPart(figure) ? $"{Name(figure.Measure)}, part" : figure.Stock ? $"{Name(figure.Measure)}, total" : Name(figure.Measure), Subject(figure, index), index.PlaceName(figure.Place), Wording.Amount(figure) + Span(figure),
        Wording.Sentence(confidence.Clause(figure.Claims)), Wording.When(figure.When), RevisedFrom(figure), Confidence.Of(figure.Status), book.Cite(index.Claims(figure.Claims)));

    // "17 of the bodies were identified" is no total.
    private bool IsPart(Figure figure) => SeriesOf(figure)?.PartOf is not null;

    // "the last two bodies", told under the same words as the whole.
    private bool IsNamelessPart(Figure figure) => figure.Subject is null && SeriesOf(figure)?.PartOf is { } of && index.Record.Series.FirstOrDefault(series => series.Id == of) is { } whole && (figure.Place is null || figure.Place == whole.Place);

    private Series? SeriesOf(Figure figure) => index.Record.Series.FirstOrDefault(series => series.Id == figure.Series);

    /// <summary>" (3,893 to 3,958 told; representative)" behind the number that the rule chooses, where several stand; else nothing.</summary>
    private string Span(Figure figure)
    {
        if (index.Record.Series.FirstOrDefault(series => series.Id == figure.Series) is not { Discrepancy: > 0 } several) return "";
        SeriesRange range = several.Ranges.First(range => range.Rule == index.Record.FigureRule);   // every rule has one
        SeriesEnd low = several.Ranges.First(one => one.Rule == FigureRule.Conservative).Best, high = several.Ranges.First(one => one.Rule == FigureRule.Informative).Best;
        if (!range.Best.Claims.Intersect(figure.Claims, StringComparer.Ordinal).Any() || low.Value is not { } least || high.Value is not { } most) return "";
        return $" ({Wording.Number(least)} to {Wording.Number(most)} told; {Spelling.Kebab(range.Rule)})";
    }

    /// <summary>The count it replaces, and the first of the series: "1,948 (8 October 2018), at first 384 (29 September 2018)".</summary>
    public string RevisedFrom(Figure figure)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { figure.Id };
        var earlier = new List<Figure>();
        for (Figure? before = index.Figure(figure.Revises); before is not null && seen.Add(before.Id); before = index.Figure(before.Revises)) earlier.Add(before);
        if (earlier.Count == 0) return "";
        string last = Told(earlier[0]);
        return earlier.Count switch
        {
            1 => last,
            2 => $"{last}, at first {Told(earlier[1])}",
            _ => $"{last}, at first {Told(earlier[^1])}; {Wording.Count(earlier.Count - 2, "count")} between",
        };
    }

    private static string Told(Figure figure) => $"{Wording.Amount(figure)} ({Wording.When(figure.When)})";
}
