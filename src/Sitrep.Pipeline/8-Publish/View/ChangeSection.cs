using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.Changes;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Changes between two records as lines, each with the words that brought it.</summary>
internal sealed class ChangeSection(RecordIndex index, EventSection events, FigureSection figures, Confidence confidence, EvidenceBook book)
{
    public static readonly ImmutableArray<ChangeKind> Order =
        [ChangeKind.New, ChangeKind.Confirmed, ChangeKind.Disputed, ChangeKind.Revised, ChangeKind.Reversed, ChangeKind.Retracted, ChangeKind.Merged, ChangeKind.Expected];

    /// <summary>True for what a reader wants to be told: background and what says nothing are left to the JSON form.</summary>
    public static bool IsTold(RecordChange change, RecordIndex index, EventRanking ranking) => change.Thing switch
    {
        ChangedThing.Event => index.Event(change.Id) is not { } happening || ranking.IsTold(happening) && !ranking.IsBackground(happening),
        ChangedThing.Figure => index.Figure(change.Id) is not { } figure || !FigureSection.IsPast(figure, index) && figure.Measure != Measure.Other,
        _ => true,
    };

    public Line Line(RecordChange change)
    {
        var badge = new Badge(Spelling.Kebab(change.Kind), Spelling.Spaced(change.Kind));
        ImmutableArray<int> cites = book.Cite(index.Known(change.Claims));
        if (change.Kind is ChangeKind.New or ChangeKind.Expected)
        {
            if (index.Event(change.Id) is { } happening && change.Thing == ChangedThing.Event) return events.Line(happening) with { Badge = badge };
            if (index.Figure(change.Id) is { } figure && change.Thing == ChangedThing.Figure) return figures.Line(figure) with { Badge = badge };
        }
        string date = change.Thing == ChangedThing.Event || change.Thing == ChangedThing.Figure || change.Thing == ChangedThing.Control ? Wording.When(change.When) : "";
        return new Line(change.When is null ? "" : date, $"{change.What}: {Turn(change)}{Who(change)}.", badge, cites);
    }

    private static string Turn(RecordChange change) => (change.Kind, change.Before, change.After) switch
    {
        (ChangeKind.Retracted, { } before, null) => $"no longer told (before: {before})",
        (ChangeKind.Revised, { } before, { } after) when change.Thing == ChangedThing.Figure => $"{after}, revised from {before}",
        (ChangeKind.Reversed, { } before, { } after) when change.Thing == ChangedThing.Event => $"{after}; before that, {before}",
        (_, { } before, { } after) => $"now {after} (before: {before})",
        (_, null, { } after) => after,
        _ => "changed",
    };

    private string Who(RecordChange change)
    {
        if (change.Claims.IsEmpty || change.Thing == ChangedThing.Control && change.Kind == ChangeKind.Retracted) return "";
        string clause = confidence.Clause([.. index.Known(change.Claims).Select(claim => claim.Claim.Id)]);
        return clause.Length == 0 ? "" : $"; {clause}";
    }
}
