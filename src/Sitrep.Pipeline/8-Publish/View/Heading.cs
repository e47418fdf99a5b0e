using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Title, date and scope of a report, from what its events are about.</summary>
internal sealed class Heading(RecordIndex index, EventRanking ranking)
{
    public string Title(ImmutableArray<Event> main)
    {
        string subject = Subject(main, index.Record.Figures);
        string period = TitlePeriod(main);
        string title = subject.Length == 0 ? "Situation report" : $"{subject}: situation report";
        return period.Length == 0 ? title : $"{title}, {period}";
    }

    public string AsOf() => index.Record.On is { } on ? $"The state on {Wording.Day(on)}. {Known()}" : Known();

    private string Known()
    {
        if (index.Record.AsOf is { } day) return $"As of {Wording.Day(day)}: what was published up to the end of that day";
        return index.LastPublished is { } last ? $"As of {Wording.Day(last)}, the day of the latest report" : "Undated: no report gives its day";
    }

    /// <summary>The days between the first and the last report, or the one day it is narrowed to.</summary>
    public string Period() => index.Record.On is { } on ? Wording.Day(on) : index.FirstPublished is { } first && index.LastPublished is { } last ? Wording.Days(first, last) : "";

    public string Producer()
    {
        string[] authors = [.. index.Record.Rulings.Where(made => made.UndoneBy is null && made.Ruling.Verb != RulingVerb.Undo).Select(made => Wording.Line(made.Ruling.Author)).Distinct(StringComparer.Ordinal)];
        string read = $"Produced by Sitrep, by machine, from {Wording.Count(index.Record.Reports.Length, "report")}";
        return authors.Length == 0 ? $"{read}; no person has reviewed it" : $"{read}; with rulings by {Wording.List(authors)}";
    }

    public string Scope()
    {
        int claimants = index.Record.Claims.Select(RecordIndex.SpeakerKey).Distinct(StringComparer.Ordinal).Count();
        string published = index.FirstPublished is { } first && index.LastPublished is { } last ? $", published {Wording.Days(first, last)}" : "";
        return $"{Wording.Count(index.Record.Reports.Length, "report")}{published}; {Wording.Count(index.Record.Dispatches.Length, "independent telling")}; {Wording.Count(claimants, "claimant")}; {Wording.Count(index.Record.Claims.Length, "claim")}";
    }

    /// <summary>The places that events are most about, else their parties; empty when they name neither.</summary>
    public string Subject(ImmutableArray<Event> main) => Subject(main, []);

    private string Subject(ImmutableArray<Event> main, ImmutableArray<Figure> figures)
    {
        (Place? Place, int Weight)[] told = [.. main.Select(happening => (index.Place(happening.Place), ranking.Weight(happening))).Concat(figures.Select(figure => (index.Place(figure.Place), FigureSection.Weight(figure))))];
        // A storm passes through many lands; the one that most is told of gives the title its places.
        string? home = told.Where(one => one.Place?.Country is not null).GroupBy(one => one.Place!.Country!, StringComparer.Ordinal).OrderByDescending(land => land.Sum(one => one.Weight)).ThenBy(land => land.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        // A country stands in the title only when nothing finer does.
        foreach (bool country in new[] { false, true })
        {
            string[] places = Leading(told
                .Where(one => one.Place is { } place && place.Precision == PlacePrecision.Country == country && (place.Country is null || place.Country == home))
                .Select(one => (index.PlaceNameOnly(one.Place?.Id), one.Weight * Fineness(one.Place))), name => index.Record.Places.Where(place => place.Name == name).Select(place => place.Admin1).OfType<string>());
            if (places.Length > 0) return Wording.List(places);
        }
        string[] actors = Leading(main.SelectMany(happening => happening.Roles.Where(role => role.Kind is RoleKind.Actor or RoleKind.Target && IsParty(index.Actor(role.Actor)))
            .Select(role => (index.ActorName(role.Actor), ranking.Weight(happening)))));
        return actors.Length > 0 ? Wording.List(actors) : "";
    }

    // "people", "a resident", "a fire": what any report has is no subject.
    private static bool IsParty(Actor? actor) => actor is { Kind: not (ActorKind.Population or ActorKind.Other) } && (actor.Kind != ActorKind.Person || char.IsUpper(actor.Name[0]));

    // A town says more in a title than the province or the airport around it.
    private static int Fineness(Place? place) => place is { Precision: PlacePrecision.Town } ? 3 : 2;

    // The weightiest name, and a second one that weighs at least half as much and is not part of it ("X airport" beside "X").
    private static string[] Leading(IEnumerable<(string Name, int Weight)> told, Func<string, IEnumerable<string>>? around = null)
    {
        (string Name, int Weight)[] weighed = [.. told.GroupBy(item => item.Name, StringComparer.Ordinal).Select(group => (group.Key, group.Sum(item => item.Weight)))
            .OrderByDescending(item => item.Item2).ThenBy(item => item.Key, StringComparer.Ordinal)];
        HashSet<string> within = weighed.Length > 0 && around is not null ? [.. around(weighed[0].Name)] : [];
        return [.. weighed.Take(2).Where((item, i) => i == 0 || 2 * item.Weight >= weighed[0].Weight
            && !within.Contains(item.Name) && !item.Name.Contains(weighed[0].Name, StringComparison.Ordinal) && !weighed[0].Name.Contains(item.Name, StringComparison.Ordinal)).Select(item => item.Name)];
    }

    /// <summary>Days before the first report that its news still belong to the period in the title.</summary>
    private const int LookBackDays = 7;

    // From the first day told as news to the day of the last report.
    private string TitlePeriod(ImmutableArray<Event> main)
    {
        if (index.FirstPublished is not { } first || (index.Record.AsOf ?? index.LastPublished) is not { } last) return "";
        DateOnly from = main.Where(happening => happening.When is { Precision: TimePrecision.Time or TimePrecision.Day or TimePrecision.Days })
            .Select(happening => happening.When!.Start).Where(day => day < first && day >= first.AddDays(-LookBackDays)).DefaultIfEmpty(first).Min();   // filtered on the line before
        return Wording.Days(from, last > from ? last : from);
    }
}
