using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>The few lines that a reader who reads nothing else must have read: what was counted, then what happened, newest first.</summary>
internal sealed class Highlights(EventRanking ranking, EventSection events, FigureSection figures)
{
    // Situation reports of the field lead with four to six bullets.
    private const int MostEvents = 5, MostFigures = 3, Most = 7, Fewest = 3;

    /// <summary>Fewer missing, injured or displaced than this lead no report.</summary>
    private const int FewestCounted = 10;

    public ImmutableArray<Line> Pick(IEnumerable<Event> main)
    {
        Event[] chosen = [.. Leading(ranking.ByWeight(main)).Take(MostEvents)];
        // A count of the same event belongs to its entry; here only what was counted as such, by more than narration's "several".
        Figure[] counted = [.. figures.Current()
            .Where(figure => figure.Measure != Measure.Other && FigureSection.Number(figure) >= (figure.Measure == Measure.Killed ? 1 : FewestCounted) && figure.Claims.Length > 0 && !figures.IsPast(figure) && figure.Status != Status.Denied
                // A number of no named place, told once, is as a rule of something wider than this story.
                && (figure.Place is not null || figure.Revises is not null || figure.Independent.Dispatches > 1))
            .OrderBy(figure => FigureSection.Rank(figure.Measure)).ThenByDescending(figure => figure.Revises is not null || figure.Independent.Dispatches > 1).ThenByDescending(FigureSection.Number).ThenBy(figure => figure.Id, StringComparer.Ordinal)
            .DistinctBy(figure => figure.Measure).Take(Math.Min(MostFigures, Most - Math.Min(chosen.Length, Most - 1)))];
        return [.. counted.Select(figures.Line), .. chosen.OrderByDescending(happening => EventRanking.Day(happening) ?? DateOnly.MinValue).Select(events.Line)];
    }

    // No event twice: not the same words of another day, not the other side of one told as contradicted. The last ones only if they
    // weigh at least half of the first: a short report is better than one that pads.
    private IEnumerable<Event> Leading(ImmutableArray<Event> byWeight)
    {
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var contradicted = new HashSet<string>(StringComparer.Ordinal);
        foreach (Event happening in byWeight)
        {
            if (happening.Claims.IsEmpty || ranking.IsOvertaken(happening) || contradicted.Contains(happening.Id)) continue;
            if (told.Count >= Fewest && 2 * ranking.Weight(happening) < ranking.Weight(byWeight[0])) yield break;
            if (!told.Add(EventSection.Summary(happening))) continue;
            contradicted.UnionWith(happening.Contradicts);
            yield return happening;
        }
    }
}
