using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>How many an event killed, by the rules of the field's data sets. Figures are compared, never added.</summary>
internal sealed class Deaths(RecordIndex index)
{
    // ACLED's reading of words that give no number; "several" is 3 or, of mass killings, 10: the lower one.
    private const long Several = 3, Dozens = 12, Hundreds = 100, Thousands = 1_000, TensOfThousands = 10_000;

    private readonly ILookup<string, Figure> _killed = index.Record.Figures
        .Where(figure => figure is { Measure: Measure.Killed, Event: not null } && figure.Status is not (Status.Denied or Status.Retracted)).ToLookup(figure => figure.Event!, StringComparer.Ordinal);   // filtered before

    /// <summary>The counts that no later one replaces.</summary>
    public Figure[] Of(Event happening)
    {
        HashSet<string> replaced = [.. _killed[happening.Id].Select(figure => figure.Revises).OfType<string>()];
        return [.. _killed[happening.Id].Where(figure => !replaced.Contains(figure.Id))];
    }

    /// <summary>ACLED's rule: the lowest number reported. Of several populations (fighters, civilians) the one with most dead, because they may be parts of each other.</summary>
    public long Conservative(Event happening) =>
        Of(happening).GroupBy(figure => figure.Subject is null ? "" : index.ActorName(figure.Subject), StringComparer.Ordinal).Select(population => population.Min(Low)).DefaultIfEmpty(0).Max();

    /// <summary>UCDP's three: the lowest, the one most tellings give (the latest of equals), the highest.</summary>
    public (long Low, long Best, long High, Figure? Told) Range(Event happening)
    {
        Figure[] counts = Of(happening);
        if (counts.Length == 0) return (0, 0, 0, null);
        Figure told = counts.OrderByDescending(figure => figure.Independent.Dispatches).ThenByDescending(figure => figure.When?.End).ThenBy(figure => figure.Id, StringComparer.Ordinal).First();
        long best = told.Best ?? Low(told);
        return (Math.Min(counts.Min(Low), best), best, Math.Max(counts.Max(High), best), told);
    }

    public static long Low(Figure figure) => figure.Qualifier switch
    {
        Qualifier.Several => figure.Low ?? Several,
        Qualifier.Dozens => Dozens,
        Qualifier.Hundreds => Hundreds,
        Qualifier.Thousands => Thousands,
        Qualifier.TensOfThousands => TensOfThousands,
        Qualifier.AtMost => figure.Low ?? 0,
        _ => figure.Low ?? figure.Best ?? 0,
    };

    private static long High(Figure figure) => Math.Max(Low(figure), figure.High ?? figure.Best ?? figure.Low ?? 0);
}
