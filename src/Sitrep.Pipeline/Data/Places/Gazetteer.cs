using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Sitrep.Pipeline.Data.Places;

/// <summary>What a gazetteer entry is.</summary>
public enum PlaceClass : byte
{
    /// <summary>Town, city, village.</summary>
    Settlement,
    /// <summary>First-order division: province, state, governorate.</summary>
    Admin1,
    /// <summary>Country.</summary>
    Country,
    /// <summary>Part of the world, sea, river, mountain range.</summary>
    Region,
}

/// <summary>One entry.</summary>
/// <param name="Id">GeoNames id; 0 for entries that are not from GeoNames, negative for a user's own.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; empty for regions that span countries.</param>
/// <param name="Admin1">Name of the first-order division; empty when none.</param>
/// <param name="FeatureCode">GeoNames feature code ("PPLC", "PPLA", "ADM1", "PCLI").</param>
public sealed record GazetteerPlace(
    int Id, string Name, double Latitude, double Longitude, string Country, string Admin1, int Population, PlaceClass Class, string FeatureCode)
{
    /// <summary>True for an entry of a user's own gazetteer.</summary>
    public bool Own { get; init; }
}

/// <summary>Toponyms of the world, by any spelling.</summary>
public sealed class Gazetteer
{
    private readonly PlaceTable _table;
    private readonly NamedAreas _areas;
    private readonly FrozenSet<string> _commonWords;
    private readonly FrozenDictionary<(string Country, string Name), (double Latitude, double Longitude)> _centres;

    private readonly Lazy<FrozenDictionary<(string Country, string Division), int>> _seats;

    /// <summary>Seats of regions that are no first-order division, and of divisions of which the gazetteer has several.</summary>
    private readonly FrozenDictionary<string, (string Country, string Seat)> _regionSeats;

    private readonly IOwnPlaces? _own;

    private Gazetteer(PlaceTable table, NamedAreas areas, Countries countries, DataFolder data, IOwnPlaces? own)
    {
        (_table, _areas, Countries, Words, _own) = (table, areas, countries, WordSets.Load(data), own);
        _seats = new(() => Enumerable.Range(0, table.Count).Where(table.IsSeat).GroupBy(i => (table[i].Country, table[i].Admin1)).ToFrozenDictionary(seats => seats.Key, seats => seats.OrderBy(i => i, Comparer<int>.Create(table.Compare)).First()));
        _commonWords = data.Rows("gazetteer-words.tsv", "word").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);
        _regionSeats = data.Rows("region-seats.tsv", "region", "country", "seat").ToFrozenDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);
        _centres = data.Rows("division-centres.tsv", "country", "name", "latitude", "longitude").ToFrozenDictionary(row => (row[0], row[1]), row => (Degrees(row[2]), Degrees(row[3])));
    }

    /// <summary>Words that stand around names of places.</summary>
    internal WordSets Words { get; }

    /// <summary>The countries' names, peoples and capitals.</summary>
    public Countries Countries { get; }

    /// <exception cref="InvalidDataException">A file is broken or of another version.</exception>
    public static Gazetteer Load(DataFolder data) => Load(data, null);

    /// <param name="own">A user's own places; null for none.</param>
    public static Gazetteer Load(DataFolder data, IOwnPlaces? own)
    {
        ArgumentNullException.ThrowIfNull(data);
        PlaceTable table = PlaceTable.Read(data.PathOf("gazetteer.bin"));
        return new Gazetteer(table, NamedAreas.Load(data, table), Countries.Load(data), data, own);
    }

    /// <summary>Every entry with this name, exact key first, then folded key; largest population first, then id.</summary>
    public ImmutableArray<GazetteerPlace> Find(string name) => Match(name).Places;

    /// <summary>The seat of a first-order division, or of a region that has one; null when none is listed.</summary>
    internal GazetteerPlace? SeatOf(GazetteerPlace division) =>
        _regionSeats.TryGetValue(division.Name, out (string Country, string Seat) listed) && (division.Country.Length == 0 || division.Country == listed.Country) ? Find(listed.Seat).FirstOrDefault(place => place.Class == PlaceClass.Settlement && place.Country == listed.Country)
        : division.Class == PlaceClass.Region ? null
        : division.Class == PlaceClass.Admin1 && _seats.Value.TryGetValue((division.Country, division.Admin1.Length > 0 ? division.Admin1 : division.Name), out int seat) ? Entry(seat) : null;

    /// <summary>Whether the name is also a common English word ("Reading", "Police"), so that a village of that name needs support.</summary>
    internal bool IsCommonWord(string name) => _commonWords.Contains(name.ToLowerInvariant());

    /// <summary>As <see cref="Find"/>, and whether the exact key matched.</summary>
    internal (ImmutableArray<GazetteerPlace> Places, bool Exact) Match(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_found.TryGetValue(name, out (ImmutableArray<GazetteerPlace>, bool) known)) return known;
        if (Interlocked.Increment(ref _kept) >= FoundMax)
        {
            _kept = 0;
            _found.Clear();
        }
        return _found[name] = Look(name);
    }

    /// <summary>Names whose entries are kept at hand: a report names few places many times.</summary>
    private const int FoundMax = 20_000;

    private int _kept;
    private readonly ConcurrentDictionary<string, (ImmutableArray<GazetteerPlace>, bool)> _found = new(StringComparer.Ordinal);

    private (ImmutableArray<GazetteerPlace> Places, bool Exact) Look(string name)
    {
        (ImmutableArray<GazetteerPlace> builtIn, bool exactBuiltIn) = BuiltIn(name);
        if (_own is null || PlaceKeys.Exact(name) is not { Length: > 0 } key) return (builtIn, exactBuiltIn);
        (ImmutableArray<GazetteerPlace> own, bool exactOwn) = _own.Find(key, PlaceTableFormat.FoldOrExact(name, key));
        if (own.IsEmpty || (exactBuiltIn && !exactOwn)) return (builtIn, exactBuiltIn);
        if (exactOwn && !exactBuiltIn) return (own, true);
        return ([.. own.Select(place => Complete(place, builtIn)).Concat(builtIn.Where(place => !own.Any(other => IsSame(other, place)))).OrderByDescending(place => place.Population).ThenBy(place => place.Id)], exactOwn);
    }

    /// <summary>Kilometres within which two entries of one name, kind and country are one place: lists differ on where a town's middle is.</summary>
    private const double SamePlaceKm = 10;

    private static bool IsSame(GazetteerPlace own, GazetteerPlace other) => other.Class == own.Class
        && (own.Id > 0 && own.Id == other.Id || (own.Country == other.Country || own.Country.Length == 0) && Earth.Kilometres(own.Latitude, own.Longitude, other.Latitude, other.Longitude) <= SamePlaceKm);

    // What the user's row leaves open is taken from the built-in entry of the same place.
    private static GazetteerPlace Complete(GazetteerPlace own, ImmutableArray<GazetteerPlace> builtIn) => builtIn.FirstOrDefault(place => IsSame(own, place)) is not { } same ? own : own with
    {
        Id = own.Id > 0 ? own.Id : same.Id > 0 ? same.Id : own.Id,
        Country = own.Country.Length > 0 ? own.Country : same.Country,
        Admin1 = own.Admin1.Length > 0 ? own.Admin1 : same.Admin1,
        Population = own.Population > 0 ? own.Population : same.Population,
        FeatureCode = own.FeatureCode == "PPL" ? same.FeatureCode : own.FeatureCode,
    };

    private (ImmutableArray<GazetteerPlace> Places, bool Exact) BuiltIn(string name)
    {
        (List<int> hits, bool exact) = _table.Find(name);
        (ImmutableArray<GazetteerPlace> areas, bool exactArea) = _areas.Find(name);
        if (areas.IsEmpty) return ([.. hits.Select(Entry)], exact);
        IEnumerable<GazetteerPlace> places = exact == exactArea ? hits.Select(Entry).Concat(areas) : exact ? hits.Select(Entry) : areas;
        // OrderBy is stable, so equal keys keep the file's order.
        return ([.. places.OrderByDescending(place => place.Population).ThenBy(place => place.Id)], exact || exactArea);
    }

    private GazetteerPlace Entry(int i) =>
        _table[i] is { Class: PlaceClass.Admin1 } division && _centres.TryGetValue((division.Country, division.Name), out (double Latitude, double Longitude) centre)
            ? division with { Latitude = centre.Latitude, Longitude = centre.Longitude } : _table[i];

    private static double Degrees(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
