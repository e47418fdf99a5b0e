using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Who holds what, day by day; every place over the same days, so that the strips line up.</summary>
internal sealed class ControlSection(RecordIndex index, EvidenceBook book)
{
    /// <summary>Cells of a strip; a longer period is told in cells of several days.</summary>
    private const int MostCells = 60;

    /// <summary>Colours a reader can tell apart on one strip.</summary>
    private const int Colours = 6;

    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);

    public (string Period, ImmutableArray<ControlRow> Rows) Build()
    {
        ControlSpan[] all = [.. index.Record.Control.SelectMany(control => control.Spans)];
        if (all.Length == 0) return ("", []);
        DateOnly from = all.Min(span => span.From), to = all.Max(span => span.To);
        int daysPerCell = (to.DayNumber - from.DayNumber) / MostCells + 1;
        ImmutableArray<ControlRow> rows = [.. index.Record.Control.Where(control => control.Spans.Length > 0)
            .Select(control => new ControlRow(index.PlaceName(control.Place), [.. Stretches(control, from, to, daysPerCell)]))];
        return (Wording.Days(from, to), rows);
    }

    private IEnumerable<ControlStretch> Stretches(Control control, DateOnly from, DateOnly to, int daysPerCell)
    {
        DateOnly next = from;
        foreach (ControlSpan span in control.Spans.OrderBy(span => span.From).ThenBy(span => span.To))
        {
            if (span.From > next) yield return Gap(next, span.From.AddDays(-1), daysPerCell);
            yield return Stretch(span, daysPerCell);
            if (span.To >= next) next = span.To.AddDays(1);
        }
        if (next <= to) yield return Gap(next, to, daysPerCell);
    }

    private ControlStretch Stretch(ControlSpan span, int daysPerCell)
    {
        string holder = span.Holder is null ? "" : index.ActorName(span.Holder);
        IEnumerable<LedgerClaim> claims = span.Basis.Select(index.Event).OfType<Event>().SelectMany(happening => index.Claims(happening.Claims));
        string evidence = span.State == ControlState.Unknown ? "" : $"last evidence {Wording.Day(span.LastEvidence)}";
        return new ControlStretch(Cells(span.From, span.To, daysPerCell), Wording.Days(span.From, span.To), State(span.State), holder, Colour(span.Holder), evidence, book.Cite(claims));
    }

    private static ControlStretch Gap(DateOnly from, DateOnly to, int daysPerCell) =>
        new(Cells(from, to, daysPerCell), Wording.Days(from, to), State(ControlState.Unknown), "", 0, "", []);

    private static int Cells(DateOnly from, DateOnly to, int daysPerCell) => Math.Max(1, (to.DayNumber - from.DayNumber + 1) / daysPerCell);

    private static Badge State(ControlState state) => new(Spelling.Kebab(state), state switch
    {
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
