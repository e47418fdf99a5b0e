using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Store.Places;

/// <summary>Rows of a GeoNames dump (<c>allCountries.txt</c>, <c>XX.txt</c>): 19 columns between tabs, https://download.geonames.org/export/dump/readme.txt.</summary>
internal static class GeoNamesDump
{
    public const int Columns = 19;

    /// <summary>Characters of one row; alternate names have at most 10,000 by GeoNames' own schema.</summary>
    private const int LineMax = 64 * 1024;

    public static IEnumerable<ImportedRow> Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        var line = new StringBuilder();
        for (long number = 1; Line(reader, line); number++)
        {
            if (line.Length == 0) continue;
            if (line.Length > LineMax) yield return new ImportedRow(number, null, $"longer than {LineMax} characters", stream.Position);
            else
            {
                (ImportedPlace? place, string? fault) = Parse(line.ToString().Split('\t'));
                yield return new ImportedRow(number, place, fault, stream.Position);
            }
        }
    }

    internal static (ImportedPlace? Place, string? Fault) Parse(string[] cells)
    {
        if (cells.Length != Columns) return (null, string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells; expected {Columns} between tabs"));
        if (FeatureOf(cells[6], cells[7]) is not { } feature) return (null, null);
        if (!int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int id) || id == 0) return (null, $"geonameid '{Cut(cells[0])}' is no number");
        if (cells[1].Trim().Length == 0) return (null, "no name");
        if (!PlaceCells.TryDegrees(cells[4], 90, out double latitude)) return (null, $"latitude '{Cut(cells[4])}' is not from -90 to 90");
        if (!PlaceCells.TryDegrees(cells[5], 180, out double longitude)) return (null, $"longitude '{Cut(cells[5])}' is not from -180 to 180");
        string country = cells[8];
        if (country.Length is not (0 or 2)) return (null, $"country '{Cut(country)}' is no code of two letters");
        if (!PlaceCells.TryPeople(cells[14], out int population)) return (null, $"population '{Cut(cells[14])}' is no count");
        string code = cells[10];
        ImmutableArray<string> names = [.. cells[3].Split(',').Where(IsWritten).Prepend(cells[2]).Prepend(cells[1]).Select(name => name.Trim()).Where(name => name.Length is > 0 and <= PlaceKeys.NameMax).Distinct(StringComparer.Ordinal)];
        bool division = feature == "ADM1";
        return (new ImportedPlace(id, names, latitude, longitude, country, division ? cells[1] : code.Length is 0 || code == "00" ? "" : "#" + code, division ? code : "", population, feature), null);
    }

    // Towns and divisions, and areas with a name; hotels, streams and bus stops would only be namesakes.
    private static string? FeatureOf(string kind, string code) => kind switch
    {
        "P" when code.Length > 0 => code,
        "A" when code is "ADM1" or "ADM2" => code,
        "A" when code is "ADM3" or "ADM4" => "ADM2",
        "L" when code is "AREA" or "RGN" or "CMP" or "CMPRF" => code is "CMP" or "CMPRF" ? "PPL" : "AREA",
        _ => null,
    };

    // English news writes Latin letters; short capitals among the alternates are codes of airports.
    private static bool IsWritten(string name) => name.Length > 1 && name.Any(c => char.IsAsciiLetter(c)) && !(name.Length <= 4 && name.All(char.IsAsciiLetterUpper));

    private static bool Line(StreamReader reader, StringBuilder line)
    {
        line.Clear();
        int c = reader.Read();
        if (c < 0) return false;
        for (; c >= 0 && c != '\n'; c = reader.Read()) if (line.Length <= LineMax) line.Append((char)c);
        if (line.Length > 0 && line[^1] == '\r') line.Length--;
        return true;
    }

    private static string Cut(string cell) => cell.Length <= 40 ? cell : cell[..40] + "…";
}
