using System.Globalization;
using System.Text;

namespace Sitrep.Model.Record;

/// <summary>Where an analyst put a toponym that no gazetteer knows. Kept whole in the ruling, so that another gazetteer moves nothing that was ruled.</summary>
/// <param name="Latitude">Degrees north, WGS 84, -90 to 90.</param>
/// <param name="Longitude">Degrees east, WGS 84, -180 to 180.</param>
/// <param name="RadiusKm">Kilometres within which it lies, above 0 up to <see cref="RadiusMaxKm"/>.</param>
public sealed record RuledPlace(double Latitude, double Longitude, double RadiusKm)
{
    /// <summary>Kilometres; what is known less exactly is known by its country only.</summary>
    public const double RadiusMaxKm = 500;

    /// <summary>What it is called there; null where only the spot was given.</summary>
    public string? Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code; null when not known.</summary>
    public string? Country { get; init; }

    /// <summary>Name of the first-order division; null when not known.</summary>
    public string? Admin1 { get; init; }

    /// <summary>Null where it was not taken from GeoNames.</summary>
    public int? GeonamesId { get; init; }

    /// <summary>As a geo URI (RFC 5870): <c>geo:34.4534,40.9187;u=4000;country=SY;geonames=174448;name=Abu%20Kamal</c>, u in metres.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"geo:{Latitude:0.#####},{Longitude:0.#####};u={RadiusKm * 1000:0}"));
        if (Country is not null) text.Append(";country=").Append(Uri.EscapeDataString(Country));
        if (Admin1 is not null) text.Append(";admin1=").Append(Uri.EscapeDataString(Admin1));
        if (GeonamesId is { } id) text.Append(CultureInfo.InvariantCulture, $";geonames={id}");
        if (Name is not null) text.Append(";name=").Append(Uri.EscapeDataString(Name));
        return text.ToString();
    }

    /// <returns>Null when it is no geo URI, or lies outside of the ranges above. Without <c>u</c> the radius is <paramref name="usualKm"/>.</returns>
    public static RuledPlace? Parse(string? text, double usualKm = 5)
    {
        if (text?.StartsWith("geo:", StringComparison.OrdinalIgnoreCase) != true) return null;
        string[] parts = text[4..].Split(';');
        string[] degrees = parts[0].Split(',');
        if (degrees.Length < 2 || Number(degrees[0]) is not { } north || Number(degrees[1]) is not { } east) return null;
        var more = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string part in parts.Skip(1))
        {
            int at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0) more[part[..at]] = Uri.UnescapeDataString(part[(at + 1)..]);
        }
        double? radius = more.TryGetValue("u", out string? metres) ? Number(metres) / 1000 : usualKm;
        if (radius is not { } km || km is <= 0 or > RadiusMaxKm || Math.Abs(north) > 90 || Math.Abs(east) > 180) return null;
        return new RuledPlace(north, east, km)
        {
            Name = more.GetValueOrDefault("name"),
            Country = more.GetValueOrDefault("country"),
            Admin1 = more.GetValueOrDefault("admin1"),
            GeonamesId = int.TryParse(more.GetValueOrDefault("geonames"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null,
        };
    }

    private static double? Number(string text) => double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
