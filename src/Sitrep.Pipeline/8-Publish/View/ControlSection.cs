using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Who holds what, day by day; every place over the same days, so that the strips line up.</summary>
internal sealed class ControlSection(RecordIndex index, EvidenceBook book)
{
    /// <summary>Cells of a strip; a longer period is told in cells of several days.</summary>
    private const int MostCells = 60;

    /// <summary>Places shown; those with the most evidence first to stay.</summary>
    private const int MostPlaces = 40;

    /// <summary>Colours a reader can tell apart on one strip.</summary>
    private const int Colours = 6;

    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);

    public (string Period, ImmutableArray<ControlRow> Rows, ImmutableArray<Line> Before) Build()
    {
        // What was last heard of long before the reports is background; what began then and goes on is shown from the period's start.
        DateOnly start = (index.FirstPublished ?? DateOnly.MinValue) is var first && first.DayNumber > EventRanking.BackgroundDays ? first.AddDays(-EventRanking.BackgroundDays) : DateOnly.MinValue;
        Control[] told = [.. index.Record.Control.Where(control => control.Spans.Any(span => span.LastEvidence >= start))];
        ImmutableArray<Line> before = [.. index.Record.Control.Where(control => control.Spans.Length > 0 && !told.Contains(control)).Take(MostPlaces).Select(Standing)];
        if (told.Length == 0) return ("", [], before);
        HashSet<string> kept = [.. told.OrderByDescending(control => control.Spans.Sum(span => span.Basis.Length)).ThenBy(control => control.Place, StringComparer.Ordinal)
            .Take(MostPlaces).Select(control => control.Place)];
        Control[] shown = [.. told.Where(control => kept.Contains(control.Place))];
        ControlSpan[] all = [.. shown.SelectMany(control => control.Spans)];
        DateOnly from = Later(all.Where(span => span.From >= start).Select(span => span.From).DefaultIfEmpty(start).Min(), start), to = all.Max(span => span.To);
        int daysPerCell = (to.DayNumber - from.DayNumber) / MostCells + 1;
        ImmutableArray<ControlRow> rows = [.. shown.Select(control => new ControlRow(index.PlaceName(control.Place), [.. Stretches(control, from, to, daysPerCell)]))];
        string period = Wording.Days(from, to);
        return (shown.Length == told.Length ? period : $"{period} ({Wording.Number(shown.Length)} of {Wording.Number(told.Length)} places)", rows, before);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private Line Standing(Control control)
    {
        ControlSpan span = control.Spans[^1];
        string holder = span.Holder is null ? "" : $" {index.ActorName(span.Holder)}";
        return new Line($"since {Wording.Day(span.From)}", $"{index.PlaceName(control.Place)}: {State(span.State).Words}{holder}; last evidence {Wording.Day(span.LastEvidence)}.", null, book.Cite(Evidence(span)));
    }

    private IEnumerable<LedgerClaim> Evidence(ControlSpan span) => span.Basis.Select(index.Event).OfType<Event>().SelectMany(happening => index.Claims(happening.Claims));

    private IEnumerable<ControlStretch> Stretches(Control control, DateOnly from, DateOnly to, int daysPerCell)
    {
        DateOnly next = from;
        foreach (ControlSpan span in control.Spans.Where(span => span.To >= from).OrderBy(span => span.From).ThenBy(span => span.To))
        {
            if (span.From > next) yield return Gap(next, span.From.AddDays(-1), daysPerCell);
            yield return Stretch(span, from, daysPerCell);
            if (span.To >= next) next = span.To.AddDays(1);
        }
        if (next <= to) yield return Gap(next, to, daysPerCell);
    }

    private ControlStretch Stretch(ControlSpan span, DateOnly from, int daysPerCell)
    {
        string holder = span.Holder is null ? "" : index.ActorName(span.Holder);
        string dates = span.From >= from ? Wording.Days(span.From, span.To) : $"since before {Wording.Day(from)}, to {Wording.Day(span.To)}";
        string evidence = span.State == ControlState.Unknown ? "" : $"last evidence {Wording.Day(span.LastEvidence)}";
        return new ControlStretch(Cells(Later(span.From, from), span.To, daysPerCell), dates, State(span.State, span.Holder is null), holder, Colour(span.Holder), evidence, book.Cite(Evidence(span)));
    }

    private static ControlStretch Gap(DateOnly from, DateOnly to, int daysPerCell) =>
        new(Cells(from, to, daysPerCell), Wording.Days(from, to), State(ControlState.Unknown), "", 0, "", []);

    private static int Cells(DateOnly from, DateOnly to, int daysPerCell) => Math.Max(1, (to.DayNumber - from.DayNumber + 1) / daysPerCell);

    /// <param name="nameless">Nobody is named who took it: "the town has fallen".</param>
    private static Badge State(ControlState state, bool nameless = false) => new(Spelling.Kebab(state), state switch
    {
        ControlState.Held when nameless => "held, nobody says by whom",
        ControlState.Claimed when nameless => "claimed, nobody says by whom",
        ControlState.Contested when nameless => "contested",
        ControlState.Held => "held by",
        ControlState.Claimed => "claimed by",
        ControlState.Contested => "contested; claimed by",
        _ => "nobody says",
    });

    private int Colour(string? holder)
    {
        if (holder is null) return 0;
        if (!_holders.TryGetValue(holder, out int colour)) _holders.Add(holder, colour = _holders.Count % Colours + 1);
        return colour;
    }
}
