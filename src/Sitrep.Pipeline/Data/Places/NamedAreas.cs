using System.Collections.Immutable;
using System.Globalization;

namespace Sitrep.Pipeline.Data.Places;

/// <summary>Countries and regions as gazetteer entries, by exact and by folded key.</summary>
internal sealed class NamedAreas
{
    /// <summary>Feature code of the entries from <c>regions.tsv</c>.</summary>
    public const string RegionCode = "RGN";

    private readonly Dictionary<string, List<GazetteerPlace>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GazetteerPlace>> _fold = new(StringComparer.Ordinal);

    private NamedAreas()
    {
    }

    public static NamedAreas Load(DataFolder data, PlaceTable table)
    {
        var areas = new NamedAreas();
        Dictionary<string, long> people = table.PeopleByCountry();
        foreach (string[] row in data.Rows("countries.tsv", Countries.Columns))
        {
            var country = new GazetteerPlace(row[7].Length == 0 ? 0 : int.Parse(row[7], CultureInfo.InvariantCulture), row[1], Degrees(row[5]), Degrees(row[6]), row[0], "", (int)Math.Min(int.MaxValue, people.GetValueOrDefault(row[0])), PlaceClass.Country, "PCLI");
            areas.Add(country, row[2]);
        }
        foreach (string[] row in data.Rows("regions.tsv", "name", "aliases", "latitude", "longitude", "radius_km", "countries"))
        {
            string country = row[5].Contains(' ', StringComparison.Ordinal) ? "" : row[5];
            areas.Add(new GazetteerPlace(0, row[0], Degrees(row[2]), Degrees(row[3]), country, "", 0, PlaceClass.Region, RegionCode), row[1]);
        }
        return areas;
    }

    public (ImmutableArray<GazetteerPlace> Places, bool Exact) Find(string name)
    {
        if (_exact.TryGetValue(PlaceKeys.Exact(name), out List<GazetteerPlace>? exact)) return ([.. exact], true);
        return PlaceKeys.Fold(name) is { Length: > 0 } fold && _fold.TryGetValue(fold, out List<GazetteerPlace>? folded) ? ([.. folded], false) : ([], false);
    }

    private void Add(GazetteerPlace place, string aliases)
    {
        foreach (string name in (IEnumerable<string>)[place.Name, .. aliases.Split('|', StringSplitOptions.RemoveEmptyEntries)])
        {
            Add(_exact, PlaceKeys.Exact(name), place);
            if (PlaceKeys.Fold(name) is { Length: > 0 } fold) Add(_fold, fold, place);
        }
    }

    private static void Add(Dictionary<string, List<GazetteerPlace>> index, string key, GazetteerPlace place)
    {
        if (!index.TryGetValue(key, out List<GazetteerPlace>? places)) index[key] = places = [];
        if (!places.Contains(place)) places.Add(place);
    }

    private static double Degrees(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
