using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Title, date and scope of a report, from what its events are about.</summary>
internal sealed class Heading(RecordIndex index, EventRanking ranking)
{
    public string Title(ImmutableArray<Event> main)
    {
        string subject = Subject(main);
        string period = Period(main);
        string title = subject.Length == 0 ? "Situation report" : $"{subject}: situation report";
        return period.Length == 0 ? title : $"{title}, {period}";
    }

    public string AsOf()
    {
        if (index.Record.AsOf is { } day) return $"As of {Wording.Day(day)}: what was published up to the end of that day";
        return index.LastPublished is { } last ? $"As of {Wording.Day(last)}, the day of the latest report" : "Undated: no report gives its day";
    }

    public string Scope()
    {
        int claimants = index.Record.Claims.Select(RecordIndex.SpeakerKey).Distinct(StringComparer.Ordinal).Count();
        string published = index.FirstPublished is { } first && index.LastPublished is { } last ? $", published {Wording.Days(first, last)}" : "";
        return $"{Wording.Count(index.Record.Reports.Length, "report")}{published}; {Wording.Count(index.Record.Dispatches.Length, "independent telling")}; {Wording.Count(claimants, "claimant")}; {Wording.Count(index.Record.Claims.Length, "claim")}";
    }

    private string Subject(ImmutableArray<Event> main)
    {
        // A country stands in the title only when nothing finer does.
        string[] places = Leading(main.Where(happening => index.Place(happening.Place) is { Precision: not PlacePrecision.Country }), happening => [index.PlaceNameOnly(happening.Place)]);
        if (places.Length == 0) places = Leading(main.Where(happening => index.Place(happening.Place) is not null), happening => [index.PlaceNameOnly(happening.Place)]);
        if (places.Length > 0) return Wording.List(places);
        string[] actors = Leading(main, happening => happening.Roles.Where(role => role.Kind is RoleKind.Actor or RoleKind.Target).Select(role => index.ActorName(role.Actor)));
        return actors.Length > 0 ? Wording.List(actors) : "";
    }

    // The weightiest name, and a second one that weighs at least half as much.
    private string[] Leading(IEnumerable<Event> events, Func<Event, IEnumerable<string>> names)
    {
        (string Name, int Weight)[] weighed = [.. events
            .SelectMany(happening => names(happening).Distinct(StringComparer.Ordinal).Select(name => (Name: name, Weight: ranking.Weight(happening))))
            .GroupBy(item => item.Name, StringComparer.Ordinal).Select(group => (group.Key, group.Sum(item => item.Weight)))
            .OrderByDescending(item => item.Item2).ThenBy(item => item.Key, StringComparer.Ordinal)];
        return [.. weighed.Take(2).Where(item => 2 * item.Weight >= weighed[0].Weight).Select(item => item.Name)];
    }

    private string Period(ImmutableArray<Event> main)
    {
        DateOnly[] days = [.. main.Where(happening => happening.When is { Precision: TimePrecision.Time or TimePrecision.Day or TimePrecision.Days })
            .SelectMany(happening => new[] { happening.When!.Start, happening.When.End })];   // filtered on the line before
        DateOnly? last = index.Record.AsOf ?? index.LastPublished;
        DateOnly[] told = [.. days.Where(day => last is null || day <= last)];
        if (told.Length > 0) return Wording.Days(told.Min(), told.Max());
        return index.FirstPublished is { } from && index.LastPublished is { } to ? Wording.Days(from, to) : "";
    }
}
