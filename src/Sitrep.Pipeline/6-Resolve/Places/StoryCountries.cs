using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Places;

/// <summary>Which countries each report speaks of: by name, by nationality, by the actors at home in them.</summary>
public sealed class StoryCountries
{
    /// <summary>A country named in the body weighs this much; where the report was filed from weighs one.</summary>
    private const int NamedWeight = 3;

    /// <summary>A country in the title is what the report is about.</summary>
    private const int TitleWeight = 12;

    /// <summary>A place where something happened tells what the report is about; a government that only spoke of it does not.</summary>
    private const int HappenedWeight = 6;

    private readonly Dictionary<string, string> _mains = new(StringComparer.Ordinal);
    private readonly HashSet<string> _abroad = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SortedSet<string>> _filed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, int>> _weights = new(StringComparer.Ordinal);

    public StoryCountries(Gazetteer gazetteer, KnownActors known, IReadOnlyList<ReadReport> reports)
    {
        Countries countries = gazetteer.Countries;
        foreach (ReadReport read in reports)
        {
            var weights = new SortedDictionary<string, int>(StringComparer.Ordinal);
            int others = 0;   // what is told of countries by other words than their forces
            void Add(string code, int weight, bool forces = false)
            {
                if (code.Length != 2) return;
                weights[code] = weights.GetValueOrDefault(code) + weight;
                if (!forces) others += weight;
            }
            TextSpan[] forces = [.. read.Reading.Actors.Where(actor => actor is { Form: ActorForm.National, Kind: Model.World.ActorKind.Military }).Select(actor => actor.Span)];
            bool IsOfForces(TextSpan span) => forces.Any(force => force.Start <= span.Start && span.End <= force.End);
            var namesakes = new List<(string Words, SortedSet<string> Countries)>();
            TextSpan[] newsrooms = [.. read.Reading.Actors.Where(actor => actor.Kind == Model.World.ActorKind.Media).Select(actor => actor.Span)];
            foreach (PlaceMention place in read.Reading.Places)
            {
                if (newsrooms.Any(newsroom => newsroom.Start <= place.Span.Start && place.Span.End <= newsroom.End)) continue;   // "told Russia's LifeNews"
                if (countries.TryByName(place.Words, out string? code)) Add(code, NamedWeight, IsOfForces(place.Span));
                else if (gazetteer.Match(place.Words) is ({ IsEmpty: false } places, true))   // a spelling that is only like another speaks for no country
                {
                    if (places.All(other => other.Country == places[0].Country)) Add(places[0].Country, 2);
                    else namesakes.Add((place.Words, [.. places.Select(other => other.Country).Where(country => country.Length == 2)]));
                }
                if (place.Hint is { } hint && countries.TryByName(hint, out string? container)) Add(container, NamedWeight);
            }
            foreach (ActorMention actor in read.Reading.Actors)
            {
                // A newsroom tells, and is not told of.
                if (actor is { Kind: Model.World.ActorKind.Media, Form: ActorForm.Name }) continue;
                if (actor.Country is { } code) Add(code, NamedWeight, IsOfForces(actor.Span));
                else if (actor.Name is { } name && known.Find(name) is [{ Country.Length: 2 } only]) Add(only.Country, 1, only.Kind == Model.World.ActorKind.Military || only.Kind == Model.World.ActorKind.Militia && only.Side == only.Country);
                else if (actor.Name is { } state && countries.TryByName(state, out string? named)) Add(named, 1, IsOfForces(actor.Span));
            }
            string[] title = (read.Report.Title ?? "").Split([' ', ',', ':', ';', '-', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
            for (int at = 0; at < title.Length; at++)
            {
                if (Lands.At(gazetteer, title, at) is not { First: >= 0 } land) continue;
                at = land.Last;
                if (land.Code is { } inTitle) Add(inTitle, TitleWeight);
            }
            // A name that several countries have speaks for those that the report names anyway; it must not bring in its most populous bearer.
            var certain = new SortedDictionary<string, int>(weights, StringComparer.Ordinal);
            foreach ((_, SortedSet<string> homes) in namesakes)
            {
                string? home = homes.Where(certain.ContainsKey).OrderByDescending(country => certain[country]).FirstOrDefault();
                if (home is not null) Add(home, 1);
            }
            if (read.Report.Dateline?.Place is { } filed && countries.TryByCapital(Capitalised(filed), out string? from)) Add(from, 1);
            if (read.Report.Dateline?.Place is { } seatOfStory) _filed[read.Report.Id] = [.. Filed(gazetteer, seatOfStory)];
            foreach (Dateline next in read.Report.Further)
            {
                if (next.Place is not { } opened) continue;
                if (countries.TryByCapital(Capitalised(opened.Split(',')[0]), out string? seat)) Add(seat, 1);
                if (countries.TryByName(opened[(opened.LastIndexOf(',') + 1)..].Trim(), out string? filedIn)) Add(filedIn, NamedWeight);
            }
            _weights[read.Report.Id] = weights;
            if (weights.Count > 0 && others == 0) _abroad.Add(read.Report.Id);
            if (MainOf(gazetteer, read, weights) is { } main) _mains[read.Report.Id] = main;
        }
    }

    private static bool IsTalk(EventType type) => type is EventType.Statement or EventType.Accusation or EventType.Meeting or EventType.Agreement or EventType.Declaration or EventType.Support or EventType.Aid or EventType.Other;

    private static string? MainOf(Gazetteer gazetteer, ReadReport read, SortedDictionary<string, int> weights)
    {
        if (weights.Count == 0) return null;
        var about = new SortedDictionary<string, int>(weights, StringComparer.Ordinal);
        foreach (string town in read.Reading.Claims.Where(claim => claim.Event is { } happened && !IsTalk(happened.Type)).Select(claim => claim.Event!.Place).OfType<PlaceMention>().Where(place => place is { Form: PlaceForm.Name, Carried: false }).Select(place => place.Words).Distinct(StringComparer.Ordinal))
        {
            if (gazetteer.Countries.TryByName(town, out _) || gazetteer.Match(town) is not ({ IsEmpty: false } places, true)) continue;
            string? home = places.Select(place => place.Country).Where(weights.ContainsKey).OrderByDescending(country => weights[country]).FirstOrDefault();
            if (home is not null) about[home] += HappenedWeight;
        }
        return about.MaxBy(entry => entry.Value).Key;
    }

    // "NAIROBI, Kenya", "BEIRUT": the country that stands there, else those that have a town of the name.
    private static IEnumerable<string> Filed(Gazetteer gazetteer, string dateline)
    {
        string[] parts = [.. dateline.Split(',').Select(part => Capitalised(part.Trim()))];
        if (gazetteer.Countries.TryByName(parts[^1], out string? named)) return [named];
        if (gazetteer.Countries.TryByCapital(parts[0], out string? seat)) return [seat];
        return gazetteer.Match(parts[0]) is ({ IsEmpty: false } places, true) ? places.Select(place => place.Country) : [];
    }

    public IReadOnlyDictionary<string, int> Of(string reportId) => _weights[reportId];

    /// <summary>The country a report is mostly about; null when it names none.</summary>
    public string? Main(string reportId) => _mains.GetValueOrDefault(reportId);

    /// <summary>True when nothing but the nationality of forces tells of a country: they may be anywhere.</summary>
    public bool IsOfForcesOnly(string reportId) => _abroad.Contains(reportId);

    /// <summary>True when the report was filed from the country that it is about.</summary>
    public bool IsFiledAtHome(string reportId) => Main(reportId) is { } home && _filed.TryGetValue(reportId, out SortedSet<string>? from) && from.Contains(home);

    private static string Capitalised(string words) =>
        string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length > 1 ? word[..1] + word[1..].ToLowerInvariant() : word));
}
