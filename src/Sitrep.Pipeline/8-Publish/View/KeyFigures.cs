using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>The few numbers a report leads with, each with a footnote on what is counted, by whom and as of when: reports of the field show three to five.</summary>
internal sealed class KeyFigures(RecordIndex index, FigureSection figures, Confidence confidence, EvidenceBook book)
{
    private const int Most = 5;

    public ImmutableArray<KeyFigure> Pick()
    {
        IEnumerable<Figure> leading = figures.Leading().GroupBy(Label).Select(same => same.OrderByDescending(figure => figure.Independent.Dispatches).ThenByDescending(figure => figure.When?.End).ThenBy(figure => figure.Id, StringComparer.Ordinal).First())
            .OrderBy(figure => FigureSection.Rank(figure.Measure)).ThenByDescending(figure => figure.Independent.Dispatches).ThenByDescending(FigureSection.Number).ThenBy(figure => figure.Id, StringComparer.Ordinal);
        // One of a kind before a second of any.
        Figure[] ordered = [.. leading];
        HashSet<string> first = [.. ordered.DistinctBy(figure => figure.Measure).Select(figure => figure.Id)];
        return [.. ordered.Where(figure => first.Contains(figure.Id)).Concat(ordered.Where(figure => !first.Contains(figure.Id))).Take(Most).OrderBy(figure => FigureSection.Rank(figure.Measure))
            .Select((figure, i) => Told(figure, ((char)('a' + i)).ToString()))];
    }

    private KeyFigure Told(Figure figure, string mark)
    {
        string counted = figure.Stock ? $"Standing count (stock), {Wording.When(figure.When)}" : $"Added by one event or period (flow), {Wording.When(figure.When)}";
        string revised = figures.RevisedFrom(figure) is { Length: > 0 } earlier ? $"; revised from {earlier}" : "";
        // Other counts under the same words stand beside it with their days; they may count another window.
        Figure[] beside = [.. figures.Leading().Where(other => other.Id != figure.Id && Label(other) == Label(figure))];
        string others = beside.Length == 0 ? "" : $"; also told: {Wording.List([.. beside.Select(other => $"{Wording.Amount(other)} ({Wording.When(other.When)})").Distinct(StringComparer.Ordinal)])}";
        LedgerClaim[] cited = [.. index.Claims(figure.Claims), .. beside.SelectMany(other => index.Claims(other.Claims))];
        return new KeyFigure(mark, Wording.Amount(figure), Label(figure), Confidence.Of(figure.Status), $"{counted}; {confidence.Clause(figure.Claims)}{revised}{others}.", book.Cite(cited));
    }

    private string Label(Figure figure)
    {
        string place = index.PlaceName(figure.Place);
        return $"{FigureSection.Label(figure, index)}{(place.Length > 0 ? $", {place}" : "")}";
    }
}
