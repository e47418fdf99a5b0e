using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish;

/// <summary>The state of the world on one day, as a record knows it: a narrower record that every view and export can be made of.</summary>
/// <remarks>Kept are: the events that happened or may have happened on the day; who held what, and the events that rests on; the figures that stood then, the last
/// one of each series, and what was added on the day; and the claims behind all of these. Reports, dispatches, actors and places stay.</remarks>
public static class RecordOn
{
    /// <summary>An event that is only known to lie within more days than this did not happen "on" any of them.</summary>
    private const int DaysMax = 7;

    public static SituationRecord Of(SituationRecord record, DateOnly day)
    {
        ImmutableArray<Control> control = [.. record.Control.Select(control => control with { Spans = [.. control.Spans.Where(span => span.From <= day && day <= span.To).Select(span => span with { From = day, To = day })], Changes = [.. control.Changes.Where(change => change.Day == day)], Sieges = [.. control.Sieges.Where(siege => siege.From <= day && day <= siege.To)] }).Where(control => !control.Spans.IsEmpty)];
        HashSet<string> basis = [.. control.SelectMany(one => one.Spans).SelectMany(span => span.Basis), .. control.SelectMany(one => one.Changes).Select(change => change.Event), .. control.SelectMany(one => one.Sieges).SelectMany(siege => siege.Basis)];
        ImmutableArray<Figure> figures = [.. Standing(record.Figures, day)];
        // A figure that stood that day may have been counted in an event before it; the figure names it, so it stays.
        HashSet<string> counted = [.. figures.Select(figure => figure.Event).OfType<string>()];
        ImmutableArray<Event> events = [.. record.Events.Where(happening => IsOn(happening, day) || basis.Contains(happening.Id) || counted.Contains(happening.Id))];
        HashSet<string> held = [.. events.Select(happening => happening.Id)];
        HashSet<string> ids = [.. held, .. figures.Select(figure => figure.Id)];
        HashSet<string> whole = [.. record.Series.Where(series => series.Points.All(point => ids.Contains(point.Figure))).Select(series => series.Id)];
        ImmutableArray<PersonFate> persons = [.. record.Persons];
        HashSet<string> claims = [.. events.SelectMany(happening => happening.Claims.Union(happening.RejectedClaims)), .. figures.SelectMany(figure => figure.Claims.Union(figure.RejectedClaims)), .. persons.SelectMany(person => person.Claims)];
        return record with
        {
            On = day,
            Control = control,
            Events = [.. events.Select(happening => happening with { Supersedes = [.. happening.Supersedes.Where(held.Contains)], Contradicts = [.. happening.Contradicts.Where(held.Contains)], SupersededBy = [.. happening.SupersededBy.Where(held.Contains)], Apart = [.. happening.Apart.Where(apart => held.Contains(apart.Event))] })],
            Figures = [.. figures.Select(figure => figure.Revises is { } earlier && !ids.Contains(earlier) ? figure with { Revises = null } : figure).Select(figure => figure.RevisedBy is { } later && !ids.Contains(later) ? figure with { RevisedBy = null } : figure).Select(figure => figure.Series is { } series && !whole.Contains(series) ? figure with { Series = null } : figure)],
            // A series is of many days; the figures name theirs, and the record of all days has it.
            Series = [.. record.Series.Where(series => whole.Contains(series.Id))],
            Claims = [.. record.Claims.Where(claim => claims.Contains(claim.Claim.Id))],
        };
    }

    /// <summary>True when the event happened on the day, or within a few days that it is one of.</summary>
    public static bool IsOn(Event happening, DateOnly day) => !happening.Expected && happening.When is { } when
        && (when.Precision == TimePrecision.Unknown ? when.End == day : when.Start <= day && day <= when.End && when.End.DayNumber - when.Start.DayNumber < DaysMax);

    private static IEnumerable<Figure> Standing(ImmutableArray<Figure> figures, DateOnly day)
    {
        Dictionary<string, Figure> byId = figures.ToDictionary(figure => figure.Id, StringComparer.Ordinal);
        HashSet<string> known = [.. figures.Where(figure => figure.When is { } when && From(when) <= day).Select(figure => figure.Id)];
        // Replaced by a count that was given by that day.
        HashSet<string> replaced = [.. known.Select(id => byId[id].Revises).OfType<string>()];
        return figures.Where(figure => known.Contains(figure.Id) && !replaced.Contains(figure.Id) && (figure.Stock || figure.When is { } when && when.Start <= day && day <= when.End));
    }

    private static DateOnly From(Interval when) => when.Precision == TimePrecision.Unknown ? when.End : when.Start;
}
