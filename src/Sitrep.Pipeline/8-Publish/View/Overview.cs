using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>The situation by theme, and inside a theme by place: one sentence an event, in time order. What is only denied stands among the disputed points, what is told in a source's own words only stands where it was said.</summary>
internal sealed class Overview(RecordIndex index, EventRanking ranking, EventSection events)
{
    /// <summary>Sentences of one theme; the list of events tells the rest.</summary>
    private const int MostPerTheme = 8;

    private static readonly (string Heading, EventType[] Types)[] Themes =
    [
        ("Fighting and control", [EventType.Capture, EventType.Withdrawal, EventType.Siege, EventType.Clash, EventType.Strike, EventType.Holding, EventType.Surrender, EventType.Movement]),
        ("Attacks and casualties", [EventType.Bombing, EventType.Attack, EventType.Killing, EventType.Injury]),
        ("Disaster", [EventType.Disaster]),
        ("Displacement and aid", [EventType.Displacement, EventType.Aid]),
        ("Detentions and releases", [EventType.Detention, EventType.Release, EventType.Abduction]),
        ("Politics and talks", [EventType.Agreement, EventType.Ceasefire, EventType.Meeting, EventType.Declaration, EventType.Protest, EventType.Support, EventType.Accusation, EventType.Other]),
    ];

    /// <param name="period">Events of the period that are told.</param>
    public ImmutableArray<OverviewTheme> Build(IReadOnlyCollection<Event> period) => [.. Themes.Select(theme => new OverviewTheme(theme.Heading, Places(period.Where(happening => theme.Types.Contains(happening.Type) && !index.IsWorded(happening))))).Where(theme => !theme.Places.IsEmpty)];

    private ImmutableArray<OverviewPlace> Places(IEnumerable<Event> themed)
    {
        Event[] chosen = [.. ranking.ByWeight(themed.Where(happening => happening.Status is not (Status.Denied or Status.Retracted) && !ranking.IsOvertaken(happening))).DistinctBy(happening => (EventSection.Summary(happening), happening.Status)).Take(MostPerTheme)];
        return [.. chosen.GroupBy(happening => happening.Place ?? "", StringComparer.Ordinal)
            .OrderBy(place => place.Key.Length == 0).ThenByDescending(place => place.Sum(ranking.Weight)).ThenBy(place => place.Key, StringComparer.Ordinal)
            .Select(place => new OverviewPlace(place.Key.Length == 0 ? "" : index.PlaceName(place.Key), [.. ranking.InTime(place).Select(events.Line)]))];
    }
}
