using System.Globalization;
using System.Text.Json;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.DataTool.Gazetteer;

/// <summary>All places and divisions, collected from the sources and merged.</summary>
internal sealed class Atlas
{
    // A place of the newer list this near to one of the dump with a like name is the same place.
    private const double SamePlaceKm = 15;

    // Alternates of a province's seat name the province too ("Ninawa"), but only its like-named ones.
    private const int SeatAlternatesMax = 60;

    private static readonly string[] DivisionWords =
        ["Governorate", "Province", "Region", "Regional State", "State", "Oblast", "Prefecture", "Department", "District", "County", "Parish", "Republic", "Krai", "Pradesh", "Division", "City", "Canton", "Voivodeship"];

    private readonly List<AtlasPlace> _towns = [];
    private readonly List<AtlasPlace> _divisions = [];
    private readonly Dictionary<string, string> _admin1Names = new(StringComparer.Ordinal);
    private int _fromDump, _newer, _admin1, _admin2;

    public IEnumerable<AtlasPlace> Places => _towns.Concat(_divisions);
    public string Summary => $"{_fromDump} places of the dump, {_newer} newer, {_admin1} first-order and {_admin2} second-order divisions";

    public string Admin1NameOf(AtlasPlace place) => _admin1Names.GetValueOrDefault($"{place.Country}.{place.Admin1Code}", "");

    /// <summary>The 19-column GeoNames dump.</summary>
    public void AddDump(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            string[] cells = line.Split('\t');
            if (cells.Length < 19 || cells[6] != "P" || cells[7] is "PPLH" or "PPLQ" or "PPLW" or "PPLCH") continue;
            var place = new AtlasPlace
            {
                Id = int.Parse(cells[0], CultureInfo.InvariantCulture),
                Name = cells[1],
                Latitude = double.Parse(cells[4], CultureInfo.InvariantCulture),
                Longitude = double.Parse(cells[5], CultureInfo.InvariantCulture),
                Feature = cells[7],
                Country = cells[8],
                Admin1Code = cells[10],
                Admin2Code = cells[11],
                Population = (int)Math.Min(int.MaxValue, long.Parse(cells[14], CultureInfo.InvariantCulture)),
            };
            place.Alternates.Add(cells[2]);
            foreach (string alternate in cells[3].Split(',')) if (IsUsable(alternate)) place.Alternates.Add(alternate);
            _towns.Add(place);
            _fromDump++;
        }
    }

    /// <summary>A newer list without ids and population: adds missing places, and the present division codes to known ones.</summary>
    public void AddNewer(string path)
    {
        ILookup<(string, int, int), AtlasPlace> grid = _towns.ToLookup(place => Cell(place.Country, place.Latitude, place.Longitude));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonElement entry in json.RootElement.EnumerateArray())
        {
            string name = Text(entry, "name"), country = Text(entry, "country");
            double latitude = double.Parse(Text(entry, "lat"), CultureInfo.InvariantCulture), longitude = double.Parse(Text(entry, "lng"), CultureInfo.InvariantCulture);
            AtlasPlace? known = Known(grid, name, country, latitude, longitude);
            if (known is not null)
            {
                known.Alternates.Add(name);
                (known.Admin1Code, known.Admin2Code) = (Text(entry, "admin1"), Text(entry, "admin2"));
                continue;
            }
            _towns.Add(new AtlasPlace
            {
                Name = name,
                Country = country,
                Latitude = latitude,
                Longitude = longitude,
                Feature = "PPL",
                Admin1Code = Text(entry, "admin1"),
                Admin2Code = Text(entry, "admin2"),
            });
            _newer++;
        }
    }

    /// <summary>First- and second-order divisions, each in the middle of its inhabited area.</summary>
    public void AddDivisions(string admin1Path, string admin2Path)
    {
        AddDivisions(admin1Path, "ADM1", place => $"{place.Country}.{place.Admin1Code}");
        AddDivisions(admin2Path, "ADM2", place => $"{place.Country}.{place.Admin1Code}.{place.Admin2Code}");
    }

    /// <summary>Own rows: name, aliases parted by |, country, first-order division or empty. Names that fit no place are an error.</summary>
    public void AddAliases(string path)
    {
        foreach (string line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Skip(1))
        {
            string[] cells = line.Split('\t');
            string key = PlaceKeys.Exact(cells[0]);
            List<AtlasPlace> named = [.. Places.Where(place => place.Country == cells[2] && (cells[3].Length == 0 || place.Feature == cells[3]) && (PlaceKeys.Exact(place.Name) == key || place.Alternates.Any(alternate => PlaceKeys.Exact(alternate) == key)))];
            AtlasPlace place = named.OrderByDescending(p => p.Population).ThenBy(p => p.Id).FirstOrDefault()
                ?? throw new InvalidDataException($"{path}: no {cells[3]} {cells[0]} in {cells[2]}.");
            foreach (string alias in cells[1].Split('|')) place.Alternates.Add(alias);
        }
    }

    private void AddDivisions(string path, string feature, Func<AtlasPlace, string> codeOf)
    {
        ILookup<string, AtlasPlace> members = _towns.ToLookup(codeOf, StringComparer.Ordinal);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonElement entry in json.RootElement.EnumerateArray().OrderBy(entry => Text(entry, "code"), StringComparer.Ordinal))
        {
            string code = Text(entry, "code"), name = Text(entry, "name");
            if (feature == "ADM1") _admin1Names[code] = name;
            AtlasPlace[] inside = [.. members[code]];
            if (inside.Length == 0) continue;
            string[] parts = code.Split('.');
            (double latitude, double longitude) = MiddleOf(inside);
            var division = new AtlasPlace
            {
                Name = name,
                Country = parts[0],
                Feature = feature,
                Admin1Code = parts[1],
                Admin2Code = parts.Length > 2 ? parts[2] : "",
                Latitude = latitude,
                Longitude = longitude,
                Population = (int)Math.Min(int.MaxValue, inside.Sum(place => (long)place.Population)),
            };
            NameDivision(division, inside);
            _divisions.Add(division);
            if (feature == "ADM1") _admin1++;
            else _admin2++;
        }
    }

    // The mean of the inhabited quarter-degree cells comes nearer to the middle of the area than the mean of its people,
    // who crowd in one corner (Chicago, Lagos); still, a map pin stays where people live.
    private static (double Latitude, double Longitude) MiddleOf(AtlasPlace[] inside)
    {
        (double Latitude, double Longitude)[] cells = [.. inside.GroupBy(place => Cell("", place.Latitude, place.Longitude))
            .Select(cell => (cell.Average(place => place.Latitude), cell.Average(place => place.Longitude)))];
        return (cells.Average(cell => cell.Latitude), cells.Average(cell => cell.Longitude));
    }

    private static void NameDivision(AtlasPlace division, AtlasPlace[] inside)
    {
        string bare = Bare(division.Name);
        if (bare != division.Name) division.Alternates.Add(bare);
        if (division.Feature != "ADM1") return;
        foreach (string word in DivisionWords[..10]) division.Alternates.Add($"{bare} {word}");
        string fold = PlaceKeys.Fold(bare);
        AtlasPlace? seat = inside.Where(place => PlaceKeys.Fold(place.Name) == fold || place.Alternates.Any(name => PlaceKeys.Fold(name) == fold)).MaxBy(place => place.Population);
        if (seat is null || fold.Length == 0) return;
        foreach (string alternate in seat.Alternates.Order(StringComparer.Ordinal).Take(SeatAlternatesMax)) division.Alternates.Add(alternate);
    }

    private static string Bare(string name)
    {
        foreach (string word in DivisionWords)
        {
            if (name.EndsWith($" {word}", StringComparison.OrdinalIgnoreCase)) return name[..^(word.Length + 1)];
        }
        foreach (string prefix in (ReadOnlySpan<string>)["Municipality of ", "Muhafazat ", "Provincia de ", "Opština ", "Département de "])
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return name[prefix.Length..];
        }
        return name;
    }

    private static AtlasPlace? Known(ILookup<(string, int, int), AtlasPlace> grid, string name, string country, double latitude, double longitude)
    {
        string exact = PlaceKeys.Exact(name), fold = PlaceKeys.Fold(name);
        (AtlasPlace? best, double bestKm) = (null, SamePlaceKm);
        (_, int row, int column) = Cell(country, latitude, longitude);
        for (int r = row - 1; r <= row + 1; r++)
        {
            for (int c = column - 1; c <= column + 1; c++)
            {
                foreach (AtlasPlace place in grid[(country, r, c)])
                {
                    double km = Earth.Kilometres(latitude, longitude, place.Latitude, place.Longitude);
                    bool sameName = PlaceKeys.Exact(place.Name) == exact || (fold.Length > 0 && PlaceKeys.Fold(place.Name) == fold) || place.Alternates.Contains(name);
                    // The same point to 50 m is a place that was renamed.
                    if (km < bestKm && (sameName || km < 0.05)) (best, bestKm) = (place, km);
                }
            }
        }
        return best;
    }

    // A quarter of a degree: 28 km north to south, so the nine cells around a point cover 15 km up to 60 degrees of latitude.
    private static (string, int, int) Cell(string country, double latitude, double longitude) =>
        (country, (int)Math.Floor(latitude * 4), (int)Math.Floor(longitude * 4));

    // Latin script only; capitals alone are airport codes, a small first letter marks a letter-by-letter transcription.
    private static bool IsUsable(string name)
    {
        if (name.Length is < 2 or > 60 || !char.IsUpper(name[0]) && name[0] is not ('\'' or '‘' or '’' or 'ʿ' or 'ʾ' or '‘')) return false;
        if (name.Length <= 4 && name.All(char.IsUpper)) return false;
        return name.All(c => !char.IsLetter(c) || c < '\u0250' || c is >= '\u0250' and < '\u0370' || c is >= '\u1E00' and < '\u1F00');
    }

    private static string Text(JsonElement entry, string property) => entry.GetProperty(property).GetString() ?? "";
}
