using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Resolve.Actors;

namespace Sitrep.Pipeline.Resolve.Places;

/// <summary>The places of all reports: one entry for each, whatever its spelling; "the town" goes back to the town met before.</summary>
public sealed class PlaceBook
{
    private sealed class Entry(string id, GazetteerPlace? place)
    {
        public string Id => id;
        public GazetteerPlace? Place { get; } = place;
        public SortedDictionary<string, int> Spellings { get; } = new(StringComparer.Ordinal);
    }

    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Report, string Words), string> _byName = [];
    private readonly Dictionary<string, List<(int Start, string Id)>> _mentions = new(StringComparer.Ordinal), _aside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Report, string Id), bool> _called = [];   // true for what a report calls a village, false for a town or a city
    private readonly HashSet<string> _towns = new(StringComparer.Ordinal);   // what some report calls a town, whatever the gazetteer takes it for
    private readonly Dictionary<string, string> _capitals = new(StringComparer.Ordinal);   // the capital of that country
    private readonly Dictionary<string, string> _main = new(StringComparer.Ordinal);   // the country that a report is mostly about
    private readonly Surroundings _around;
    private readonly Gazetteer _gazetteer;
    private readonly WordSets _words;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private readonly Dictionary<string, PlaceChoice> _choices = new(StringComparer.Ordinal);

    public PlaceBook(Gazetteer gazetteer, StoryCountries countries, IReadOnlyList<ReadReport> reports) : this(gazetteer, countries, reports, null) { }

    /// <param name="explained">Report whose choices are kept for <see cref="Explain"/>; null for none.</param>
    internal PlaceBook(Gazetteer gazetteer, StoryCountries countries, IReadOnlyList<ReadReport> reports, string? explained)
    {
        (_gazetteer, _words) = (gazetteer, gazetteer.Words);
        var persons = new PersonNames(reports.SelectMany(read => read.Reading.Actors));
        Dictionary<string, int> named = reports.SelectMany(read => read.Reading.Places).GroupBy(place => place.Words, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var chosen = new List<(ReadReport Read, List<(string Key, int Count, string? Hint)> Names, ImmutableDictionary<string, GazetteerPlace> Ranked)>();
        foreach (ReadReport read in reports)
        {
            string report = read.Report.Id;
            // One entry for each name and each thing said around it: "the town of X" does not silence "X in Y".
            List<(string Key, int Count, string? Hint)> names = [.. read.Reading.Places.Where(place => place.Form == PlaceForm.Name).Concat(ClaimPlaces(read.Reading))
                .Concat(read.Report.Photos.Select(PhotoPlace).OfType<PlaceMention>())
                .Where(place => persons.CountOfLastName(place.Words) is var people && (people == 0 || people < named.GetValueOrDefault(place.Words)))
                .GroupBy(place => (Key: KeyOf(place), place.Hint))
                .Select(group => (group.Key.Key, Count: group.Count(), group.Key.Hint))
                .OrderBy(name => name.Key, StringComparer.Ordinal).ThenBy(name => name.Hint, StringComparer.Ordinal)];
            ImmutableDictionary<string, GazetteerPlace> ranked = PlaceRanker.Rank(gazetteer, names, countries.Of(report), countries.IsOfForcesOnly(report),
                report == explained ? (toponym, doubt) => _choices[toponym.Name] = new PlaceChoice(toponym.Name, toponym.Candidates, doubt) : null);
            // "X province" tells what bare "X" is when no town of that name can be told.
            foreach ((string key, _, _) in names)
            {
                if (PlaceHint.Strip(gazetteer.Words, key) is { Name: { } bare, Division: true } && ranked.TryGetValue(key, out GazetteerPlace? division) && !ranked.ContainsKey(bare)) ranked = ranked.Add(bare, division);
            }
            ranked = PlaceInitials.Add(gazetteer, names.Select(name => name.Key), ranked, countries.Of(report));
            chosen.Add((read, names, ranked));
        }
        Dictionary<string, GazetteerPlace> usual = Usual(chosen, countries);
        _around = new Surroundings(gazetteer);
        foreach ((ReadReport read, List<(string Key, int Count, string? Hint)> names, ImmutableDictionary<string, GazetteerPlace> own) in chosen)
        {
            string report = read.Report.Id;
            IReadOnlyDictionary<string, int> weights = countries.Of(report);
            // By another name than its own it is meant only where its country is spoken of: "Mina" is no American town because one report names America.
            GazetteerPlace? Usually(string words) => usual.GetValueOrDefault(words) is { } meant && (weights.ContainsKey(meant.Country) || weights.Count == 0 || PlaceKeys.Fold(meant.Name) == PlaceKeys.Fold(words) || PlaceHint.Strip(gazetteer.Words, words).Name is not null) ? meant : null;
            GazetteerPlace? Of(string words) => own.TryGetValue(words, out GazetteerPlace? place) && weights.GetValueOrDefault(place.Country) >= HomeMin ? place : Usually(words) ?? place;
            if (countries.Main(report) is { } about && gazetteer.Countries.NameOf(about) is { } land && gazetteer.Find(land).FirstOrDefault(place => place.Class == PlaceClass.Country && place.Country == about) is { } home) _main[report] = Add(land, 0, home);
            if (countries.Main(report) is { } ruled && gazetteer.Countries.CapitalOf(ruled) is { } seat && gazetteer.Find(seat).FirstOrDefault(place => place.FeatureCode == "PPLC" && place.Country == ruled) is { } capital) _capitals[report] = Add(seat, 0, capital);
            foreach ((string words, int count, _) in names) _byName[(report, words)] = Add(words, count, Of(words));
            foreach (PlaceMention place in read.Reading.Places.Concat(ClaimPlaces(read.Reading))) if (SettlementClass(place.Hint ?? "") == PlaceClass.Settlement && IdOf(report, place) is { } town && EntryOf(town).Place is not { Class: PlaceClass.Country }) _towns.Add(town);   // "the eastern Ukraine city": a country is none
            _around.Add([.. read.Reading.Places.Where(place => place.Form == PlaceForm.Name).Select(place => (place, PlaceKeys.Fold(KeyOf(place)), Of(KeyOf(place))))], weights);
            // "seized the capital of Nepal … fled the city": a capital is named by its country.
            PlaceMention[] told = [.. read.Reading.Places.Concat(ClaimPlaces(read.Reading).Where(place => !place.Carried)).Where(place => !place.Beside && !IsOfForces(read.Reading, place))];
            foreach (PlaceMention place in told) if (place.Hint is { } hint && _words.Has(WordSet.TownWord, hint) && IdOf(report, place) is { } called) _called[(report, called)] = place.Hint == "village" && _called.GetValueOrDefault((report, called), true);
            _aside[report] = [.. read.Reading.Places.Where(place => place.Beside).Select(place => (place.Span.Start, Id: IdOf(report, place)!)).Where(mention => mention.Id is not null).OrderBy(mention => mention.Start)];
            _mentions[report] = [.. (told.Length > 0 ? told : [.. read.Reading.Places]).Select(place => (place.Span.Start, Id: IdOf(report, place)!)).Where(mention => mention.Id is not null).OrderBy(mention => mention.Start)];
        }
    }

    /// <summary>The place a mention was given, its likeliest entries as the report itself ranks them, and what stood around it; only for the report that was asked about.</summary>
    internal PlaceExplanation Explain(string report, PlaceMention mention)
    {
        string? id = Of(report, mention);
        Entry? entry = id is null ? null : EntryOf(id);
        return new PlaceExplanation(KeyOf(mention), entry?.Place, entry is { Place: null } ? Around(entry) : null, _choices.GetValueOrDefault(KeyOf(mention)), id is null ? null : ToPlaces().FirstOrDefault(place => place.Id == id)?.Name);
    }

    // "as US troops began to leave the country": whose troops they are, and no place that is spoken of.
    private static bool IsOfForces(Reading reading, PlaceMention place) =>
        reading.Actors.Any(actor => actor is { Form: ActorForm.National, Kind: ActorKind.Military } && actor.Span.Start <= place.Span.Start && place.Span.End < actor.Span.End);

    private string? IdOf(string report, PlaceMention place) => place.Form == PlaceForm.Name ? _byName.GetValueOrDefault((report, KeyOf(place))) : null;

    // Bare "Kunduz" is the town where one of that name exists, "Kunduz province" the province; "Kunduz City" is the town.
    private string KeyOf(PlaceMention place) =>
        place.Words.EndsWith(CityWord, StringComparison.Ordinal) && place.Words[..^CityWord.Length] is var bare && _gazetteer.Match(place.Words) is not { Exact: true, Places.IsEmpty: false } && _gazetteer.Find(bare).Any(known => known is { Class: PlaceClass.Settlement, Population: >= CityMin }) ? bare :
        place.Hint is { } division && _words.Has(WordSet.ProvinceWord, division) && !place.Words.EndsWith(place.Hint, StringComparison.OrdinalIgnoreCase) && !(_gazetteer.Match(place.Words) is ([_, ..] known, true) && known.All(region => region.Class == PlaceClass.Region)) ? $"{place.Words} {place.Hint}" : place.Words;

    private const string CityWord = " City";

    /// <summary>People of a town that is called "X City" where its name is X.</summary>
    private const int CityMin = 50_000;

    /// <summary>Weight from which a report speaks of a country in so many words; its own reading of a toponym there needs no other report.</summary>
    private const int HomeMin = 4;

    /// <summary>What each toponym means in most reports, counted where the country itself is spoken of.</summary>
    private static Dictionary<string, GazetteerPlace> Usual(IEnumerable<(ReadReport Read, List<(string Key, int Count, string? Hint)> Names, ImmutableDictionary<string, GazetteerPlace> Ranked)> chosen, StoryCountries countries)
    {
        var votes = new Dictionary<string, SortedDictionary<(int Id, string Country, string Name), (int Votes, GazetteerPlace Place)>>(StringComparer.Ordinal);
        foreach ((ReadReport read, List<(string Key, int Count, string? Hint)> names, ImmutableDictionary<string, GazetteerPlace> ranked) in chosen)
        {
            IReadOnlyDictionary<string, int> weights = countries.Of(read.Report.Id);
            foreach ((string words, int count, _) in names)
            {
                if (!ranked.TryGetValue(words, out GazetteerPlace? place)) continue;
                if (!votes.TryGetValue(words, out var places)) votes.Add(words, places = []);
                (int Id, string Country, string Name) key = (place.Id, place.Country, place.Name);
                places[key] = (places.GetValueOrDefault(key).Votes + count + (weights.GetValueOrDefault(place.Country) >= HomeMin ? 10 : 0), place);
            }
        }
        return votes.ToDictionary(entry => entry.Key, entry => entry.Value.Values.MaxBy(vote => vote.Votes).Place, StringComparer.Ordinal);
    }

    /// <returns>Null when it is a common noun that goes back to nothing.</returns>
    public string? Of(string report, PlaceMention mention)
    {
        string? id = mention.Form == PlaceForm.Name ? IdOf(report, mention) : Antecedent(report, mention);
        if (id is not null) _used.Add(id);
        return id;
    }

    public string? OfPhoto(Report report, Photo photo)
    {
        if (PhotoPlace(photo) is not { } place || IdOf(report.Id, place) is not { } id) return null;
        // Captions name much that is no place; what nothing else places or names is left out.
        return EntryOf(id).Place is null && !_mentions[report.Id].Exists(mention => mention.Id == id) ? null : Of(report.Id, place);
    }

    /// <summary>Every place that a claim or a photo names, in order of id.</summary>
    public ImmutableArray<Place> ToPlaces()
    {
        Entry[] used = [.. _entries.Values.Where(entry => _used.Contains(entry.Id))];
        Dictionary<string, int> spelt = used.SelectMany(entry => entry.Spellings.Keys).GroupBy(words => words, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return [.. used.Select(entry => ToPlace(_words, entry, entry.Place ?? Around(entry), bare => spelt.GetValueOrDefault(bare) > (entry.Spellings.ContainsKey(bare) ? 1 : 0))).OrderBy(place => place.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<PlaceMention> ClaimPlaces(Reading reading) =>
        reading.Claims.SelectMany(claim => new[] { claim.Event?.Place, claim.Figure?.Place }).OfType<PlaceMention>().Where(place => place.Form == PlaceForm.Name);

    // "Pemba, north of Nampula": the first name is the place; "near Nampula": a place by it. What no place can be called is a leftover of the caption.
    private static PlaceMention? PhotoPlace(Photo photo)
    {
        if (photo.PlaceWords is not { } words || words.Contains('/', StringComparison.Ordinal)) return null;
        int comma = words.IndexOf(',', StringComparison.Ordinal);
        string? hint = comma < 0 ? null : words[(words.LastIndexOf(',') + 1)..].Trim();
        string first = (comma < 0 ? words : words[..comma]).Trim(' ', '(', ')', '.');
        while (first.LastIndexOf(' ') is > 0 and var end && !char.IsUpper(first[end + 1]) && !char.IsDigit(first[end + 1])) first = first[..end];
        int name = 0;
        while (name < first.Length && !char.IsUpper(first[name])) name = first.IndexOf(' ', name) is >= 0 and var space ? space + 1 : first.Length;
        return name == first.Length ? null : new PlaceMention(new TextSpan(0, 0), first[name..], PlaceForm.Name, Near: name > 0) { Hint = hint };
    }

    private string Add(string words, int count, GazetteerPlace? place)
    {
        string key = place is null ? "unplaced/" + PlaceKeys.Fold(words)
            : place.Id > 0 ? string.Create(CultureInfo.InvariantCulture, $"geonames/{place.Id}") : place.Own ? string.Create(CultureInfo.InvariantCulture, $"own/{place.Country}/{place.Name}/{place.Latitude:0.0000}/{place.Longitude:0.0000}")
            : $"{place.Class}/{place.Country}/{place.Name}";
        if (!_entries.TryGetValue(key, out Entry? entry)) _entries.Add(key, _byId[StableId.Of('p', key)] = entry = new Entry(StableId.Of('p', key), place));
        entry.Spellings[words] = entry.Spellings.GetValueOrDefault(words) + count;
        return entry.Id;
    }

    /// <summary>Characters from a country's name within which "the country" goes back to it.</summary>
    private const int JustNamed = 160;

    private string? Antecedent(string report, PlaceMention mention)
    {
        // "The capital had not fallen": that of the country which the report is about.
        if (mention.Words is "capital") return _capitals.GetValueOrDefault(report);
        PlaceClass? wanted = SettlementClass(mention.Words);
        if (wanted is null) return null;
        // "the country": the one the report is about, also behind an aside about another one; before it was named itself, another that was named right before may be meant.
        if (wanted == PlaceClass.Country && _main.GetValueOrDefault(report) is { } main && (_mentions[report].Exists(named => named.Id == main && named.Start < mention.Span.Start) || !_mentions[report].Exists(named => named.Start < mention.Span.Start && mention.Span.Start - named.Start < JustNamed && EntryOf(named.Id).Place is { Class: PlaceClass.Country }))) return main;
        string? before = null, other = null;
        foreach ((int start, string id) in _mentions[report])
        {
            bool fits = wanted == PlaceClass.Settlement && _towns.Contains(id) || EntryOf(id) is { Place: { } place } && (place.Class == wanted || (wanted == PlaceClass.Settlement && place.FeatureCode == "ADM2"));
            // "the town fell": nobody calls a capital a town.
            if (!fits || _words.Has(WordSet.BelowCity, mention.Words) && EntryOf(id) is { Place.FeatureCode: "PPLC" }) continue;
            // "in the village of X … had left the town": the town named before, where there is one.
            if (IsCalledElse(report, id, mention.Words))
            {
                if (start < mention.Span.Start) other = id;
            }
            else if (start < mention.Span.Start) before = id;
            else return before ?? other ?? (wanted == PlaceClass.Settlement ? SpokenFrom(report, mention) : null) ?? id;
        }
        return before ?? other;
    }

    /// <summary>"The reporter in X says fighting goes on in parts of the city": where nothing else was named before, a town that somebody speaks from is meant.</summary>
    private string? SpokenFrom(string report, PlaceMention mention) =>
        _aside[report].LastOrDefault(aside => aside.Start < mention.Span.Start && EntryOf(aside.Id) is { Place.Class: PlaceClass.Settlement }).Id;

    /// <summary>True where the report calls the place a village and "the town" or "the city" is asked for, or the other way round.</summary>
    private bool IsCalledElse(string report, string id, string noun) =>
        _words.Has(WordSet.TownWord, noun) && _called.TryGetValue((report, id), out bool village) && village != (noun == "village");

    private PlaceClass? SettlementClass(string noun) =>
        _words.Has(WordSet.SettlementWord, noun) ? PlaceClass.Settlement
        : _words.Has(WordSet.ProvinceWord, noun) ? PlaceClass.Admin1
        : _words.Has(WordSet.LandWord, noun) ? PlaceClass.Country
        : null;

    private GazetteerPlace? Around(Entry entry) => entry.Spellings.Keys.Select(words => _around.Of(PlaceKeys.Fold(words))).OfType<GazetteerPlace>().FirstOrDefault();

    private Entry EntryOf(string id) => _byId[id];

    /// <param name="taken">True for a name that another place has.</param>
    private static Place ToPlace(WordSets words, Entry entry, GazetteerPlace? place, Func<string, bool> taken)
    {
        string name = entry.Spellings.OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key;
        if (PlaceHint.Strip(words, name) is { Name: { } bare, Division: true } && name.StartsWith(bare, StringComparison.Ordinal) && !taken(bare)) name = bare;
        ImmutableArray<string> aliases = [.. entry.Spellings.Keys.Where(spelling => spelling != name)];
        PlacePrecision precision = place?.Class switch
        {
            PlaceClass.Settlement when entry.Place is null => PlacePrecision.Near,
            PlaceClass.Settlement or null => PlacePrecision.Town,
            PlaceClass.Country => PlacePrecision.Country,
            _ when place.FeatureCode == "ADM2" => PlacePrecision.Area,
            _ => PlacePrecision.Region,
        };
        return new Place(entry.Id, name, aliases, place?.Latitude, place?.Longitude, place is { Country.Length: 2 } ? place.Country : null,
            place is { Admin1.Length: > 0 } ? place.Admin1 : null, entry.Place is { Id: > 0 } own ? own.Id : null, precision);
    }
}
