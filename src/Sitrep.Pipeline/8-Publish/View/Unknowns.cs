using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>What the reports leave open: who holds a place now, where a thing happened, whether what was expected came.</summary>
internal sealed class Unknowns(RecordIndex index, EventRanking ranking, EvidenceBook book)
{
    private const int MostOfAKind = 6;

    /// <summary>Days without a word after which who holds a place is no longer known: a front moves in less.</summary>
    private const int StaleDays = 3;

    public ImmutableArray<Line> Build(IReadOnlyCollection<Event> period)
    {
        DateOnly? last = index.Record.On ?? index.Record.AsOf ?? index.LastPublished;
        return [.. Capped(Stale(last)), .. Capped(Unplaced(period)), .. Capped(OffTheMap(period)), .. Capped(Undated(period)), .. Capped(Overdue(last))];
    }

    private IEnumerable<Line> Stale(DateOnly? last)
    {
        if (last is not { } end) yield break;
        foreach (Control control in index.Record.Control.Where(control => !control.Spans.IsEmpty))
        {
            ControlSpan span = control.Spans[^1];
            int silent = end.DayNumber - span.LastEvidence.DayNumber;
            ImmutableArray<int> cites = book.Cite(span.Basis.Select(index.Event).OfType<Event>().SelectMany(happening => index.Claims(happening.Claims)), 3);
            if (cites.IsEmpty) continue;
            if (span.State == ControlState.Unknown) yield return new Line("", $"{index.PlaceName(control.Place)}: nobody says who has held it since {Wording.Day(span.From)}.", null, cites);
            else if (silent > StaleDays) yield return new Line("", $"{index.PlaceName(control.Place)}: who holds it was last told on {Wording.Day(span.LastEvidence)}, {Wording.Count(silent, "day")} before the end of this report.", null, cites);
        }
    }

    private IEnumerable<Line> Unplaced(IEnumerable<Event> period) => ranking.ByWeight(period.Where(happening => happening.Place is null && happening.Status is not (Status.Denied or Status.Retracted) && IsSomewhere(happening.Type)))
        .Select(happening => new Line(Wording.When(happening.When), $"{EventSection.Summary(happening)}: no report says where.", null, Cite(happening)));

    // What somebody says, agrees to or accuses another of has a place, but nobody asks for it.
    private static bool IsSomewhere(EventType type) => type is not (EventType.Accusation or EventType.Statement or EventType.Declaration or EventType.Support or EventType.Agreement or EventType.Meeting or EventType.Other);

    private IEnumerable<Line> OffTheMap(IEnumerable<Event> period) => ranking.ByWeight(period.Where(happening => index.Place(happening.Place) is { Latitude: null }))
        .DistinctBy(happening => happening.Place).Select(happening => new Line("", $"{index.PlaceName(happening.Place)} is not in the gazetteer, or cannot be told from its namesakes: it is on no map.", null, Cite(happening)));

    private IEnumerable<Line> Undated(IEnumerable<Event> period) => ranking.ByWeight(period.Where(happening => happening.When is null))
        .Select(happening => new Line("", $"{EventSection.Summary(happening)}: no report says when.", null, Cite(happening)));

    private IEnumerable<Line> Overdue(DateOnly? last) => last is not { } end ? [] : ranking.ByWeight(index.Record.Events.Where(happening => happening is { Expected: true, When.Precision: not TimePrecision.Unknown } && happening.When.End < end && ranking.IsTold(happening)))
        .Where(expected => !index.Record.Events.Any(happening => !happening.Expected && happening.Type == expected.Type && happening.Place == expected.Place && happening.When is { } when && when.End >= expected.When!.Start))
        .Select(expected => new Line(Wording.When(expected.When), $"{EventSection.Summary(expected)}: expected by then; no report says whether it came.", null, Cite(expected)));

    private ImmutableArray<int> Cite(Event happening) => book.Cite(index.Claims(happening.Claims), 2);

    private static IEnumerable<Line> Capped(IEnumerable<Line> lines) => lines.Take(MostOfAKind);
}
