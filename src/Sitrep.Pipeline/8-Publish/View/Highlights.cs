using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>The few lines that a reader who reads nothing else must have read: what was counted, then what happened, newest first.</summary>
internal sealed class Highlights(EventRanking ranking, EventSection events, FigureSection figures)
{
    // Situation reports of the field lead with four or five bullets.
    private const int MostEvents = 4, MostFigures = 2, Most = 5, Fewest = 3;

    public ImmutableArray<Line> Pick(IEnumerable<Event> main)
    {
        Figure[] leading = [.. figures.Leading().DistinctBy(figure => figure.Measure).Take(MostFigures)];
        HashSet<string> told = [.. leading.SelectMany(figure => figure.Claims)];
        // "Seven soldiers killed" says no more than the count above it.
        Event[] chosen = [.. Leading(ranking.ByWeight(main.Where(happening => !ranking.SaysLittle(happening)).Where(happening => happening.Type is not (EventType.Killing or EventType.Injury or EventType.Displacement) || !happening.Claims.All(told.Contains)))).Take(MostEvents)];
        Figure[] counted = [.. leading.Take(Math.Clamp(Most - chosen.Length, 1, MostFigures))];
        return [.. counted.Select(figures.Line), .. chosen.Take(Most - counted.Length).OrderByDescending(happening => EventRanking.Day(happening) ?? DateOnly.MinValue).Select(events.Line)];
    }

    // No event twice: not the same words of another day, not the other side of one told as contradicted. The last ones only if they
    // weigh at least half of the first: a short report is better than one that pads.
    private IEnumerable<Event> Leading(ImmutableArray<Event> byWeight)
    {
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var contradicted = new HashSet<string>(StringComparer.Ordinal);
        foreach (Event happening in byWeight)
        {
            // What nobody affirms is told among the disputed points.
            if (happening.Claims.IsEmpty || happening.Status is Status.Denied or Status.Retracted || ranking.IsOvertaken(happening) || contradicted.Contains(happening.Id)) continue;
            if (told.Count >= Fewest && 2 * ranking.Weight(happening) < ranking.Weight(byWeight[0])) yield break;
            if (!told.Add(EventSection.Summary(happening))) continue;
            contradicted.UnionWith(happening.Contradicts);
            yield return happening;
        }
    }
}
