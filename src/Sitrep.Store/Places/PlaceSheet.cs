using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Store.Places;

/// <summary>Rows of a user's own list: CSV (RFC 4180) with a header that says which column is what, between commas, semicolons or tabs.</summary>
internal sealed class PlaceSheet
{
    /// <summary>Bytes of one row; GeoNames' longest have a tenth of it.</summary>
    private const int RowMax = 128 * 1024;

    private static readonly (string Column, string[] Headers)[] Known =
    [
        ("name", ["name"]), ("aliases", ["aliases", "alias", "alternatenames", "other_names"]), ("lat", ["lat", "latitude"]), ("lon", ["lon", "lng", "long", "longitude"]),
        ("country", ["country", "country_code", "countrycode"]), ("admin1", ["admin1", "province", "division"]), ("kind", ["kind", "type", "class"]), ("population", ["population", "pop"]),
    ];

    private readonly Countries _countries;
    private readonly Dictionary<string, int> _columns;

    private PlaceSheet(Countries countries, Dictionary<string, int> columns) => (_countries, _columns) = (countries, columns);

    /// <exception cref="StoreException">The header names no place, or a row has no end.</exception>
    public static IEnumerable<ImportedRow> Read(Stream stream, string path, Countries countries)
    {
        var broken = new Queue<(long Line, string Fault)>();
        using CsvReader reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            HasHeader = false,                 // our own header: several spellings of each column
            AllowLineBreaksInQuotes = false,   // one bad quotation mark must not swallow the rest of the list
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => broken.Enqueue((record.LineNumber, "quotation marks that do not fit")),
            MaxRecordSize = RowMax,
            TrackLineNumbers = true,
            TrimWhitespace = true,
        }, leaveOpen: true);
        PlaceSheet? sheet = null;
        while (Next(reader, path))
        {
            while (broken.TryDequeue(out (long Line, string Fault) bad)) yield return new ImportedRow(bad.Line, null, bad.Fault, reader.ByteOffset);
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (sheet is null) sheet = new PlaceSheet(countries, Header(cells, path));
            else
            {
                (ImportedPlace? place, string? fault) = sheet.Parse(cells);
                yield return new ImportedRow(reader.LineNumber, place, fault, reader.ByteOffset);
            }
        }
        while (broken.TryDequeue(out (long Line, string Fault) last)) yield return new ImportedRow(last.Line, null, last.Fault, stream.Length);
        if (sheet is null) throw new StoreException($"Places {path}: is empty; expected a header with name, lat and lon; see docs/cli.md.");
    }

    private static bool Next(CsvReader reader, string path)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException endless)
        {
            throw new StoreException($"Places {path}: the row near line {endless.LineNumber.ToString(CultureInfo.InvariantCulture)} has more than {RowMax.ToString(CultureInfo.InvariantCulture)} bytes; expected one place a line; mend it.", endless);
        }
    }

    private static Dictionary<string, int> Header(string[] cells, string path)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < cells.Length; i++)
        {
            string header = cells[i].Trim().ToLowerInvariant();
            foreach ((string column, string[] headers) in Known) if (headers.Contains(header, StringComparer.Ordinal)) columns.TryAdd(column, i);
        }
        string[] missing = [.. ((string[])["name", "lat", "lon"]).Where(column => !columns.ContainsKey(column))];
        return missing.Length == 0 ? columns
            : throw new StoreException($"Places {path}: its first line has no column {string.Join(", ", missing)}; expected a header with name, lat and lon (and aliases, country, admin1, kind, population), or a GeoNames dump; see docs/cli.md.");
    }

    private (ImportedPlace? Place, string? Fault) Parse(string[] cells)
    {
        string name = Cell(cells, "name"), country = Cell(cells, "country"), kind = Cell(cells, "kind").ToLowerInvariant();
        if (name.Length == 0) return (null, "no name");
        if (name.Length > PlaceKeys.NameMax || PlaceKeys.Exact(name).Length == 0) return (null, $"'{Cut(name)}' is no name");
        if (!PlaceCells.TryDegrees(Cell(cells, "lat"), 90, out double latitude)) return (null, $"lat '{Cut(Cell(cells, "lat"))}' is not from -90 to 90");
        if (!PlaceCells.TryDegrees(Cell(cells, "lon"), 180, out double longitude)) return (null, $"lon '{Cut(Cell(cells, "lon"))}' is not from -180 to 180");
        if (!PlaceCells.TryPeople(Cell(cells, "population"), out int population)) return (null, $"population '{Cut(Cell(cells, "population"))}' is no count");
        if (country.Length > 0)
        {
            string code = country.ToUpperInvariant();
            if (_countries.NameOf(code) is not null) country = code;
            else if (_countries.TryByName(country, out string? byName)) country = byName;
            else return (null, $"country '{Cut(country)}' is neither a code of two letters nor a country's name");
        }
        string? feature = kind switch
        {
            "" or "town" or "city" or "village" or "settlement" or "hamlet" or "camp" or "neighbourhood" or "facility" => "PPL",
            "capital" => "PPLC",
            "province" or "state" or "governorate" or "admin1" => "ADM1",
            "district" or "county" or "admin2" => "ADM2",
            "area" or "region" => "AREA",
            _ => null,
        };
        if (feature is null) return (null, $"kind '{Cut(kind)}' is unknown; expected town, city, village, camp, facility, capital, province, district or area");
        ImmutableArray<string> names = [.. Cell(cells, "aliases").Split(['|', ';'], StringSplitOptions.TrimEntries).Where(alias => alias.Length is > 0 and <= PlaceKeys.NameMax).Prepend(name).Distinct(StringComparer.Ordinal)];
        return (new ImportedPlace(0, names, latitude, longitude, country, feature == "ADM1" ? name : Cell(cells, "admin1"), "", population, feature), null);
    }

    private string Cell(string[] cells, string column) => _columns.TryGetValue(column, out int i) && i < cells.Length ? cells[i].Trim() : "";

    private static string Cut(string cell) => cell.Length <= 40 ? cell : cell[..40] + "…";
}
