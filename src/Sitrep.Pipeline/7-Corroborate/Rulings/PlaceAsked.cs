using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Corroborate.Rulings;

/// <summary>Where somebody says that a place is, as it was typed: degrees, a geo URI, or the name or GeoNames id of an entry of the gazetteer.</summary>
/// <param name="Place">Null when it is not one place.</param>
/// <param name="Wrong">What is wrong and what was expected; null when nothing is.</param>
/// <param name="Choice">The entries that the name may mean, the largest first, where it may mean several.</param>
public sealed record PlaceAsked(RuledPlace? Place, string? Wrong, ImmutableArray<GazetteerPlace> Choice)
{
    /// <summary>Entries offered of one name.</summary>
    public const int ChoiceMax = 12;

    /// <summary>Kilometres around a spot that somebody points at without saying how exactly.</summary>
    public const double UsualKm = 5;

    /// <param name="radiusKm">Null: as exact as an entry of its kind is, or <see cref="UsualKm"/> around a spot.</param>
    /// <param name="find">Entries of a name.</param>
    /// <param name="like">Name that is being placed: an entry given by its id is looked for under this and under the name typed.</param>
    public static PlaceAsked Of(string typed, double? radiusKm, Func<string, ImmutableArray<GazetteerPlace>> find, params string[] like)
    {
        string words = typed.Trim();
        if (radiusKm is not null and not (> 0 and <= RuledPlace.RadiusMaxKm)) return Not(string.Create(CultureInfo.InvariantCulture, $"the radius is in kilometres, above 0 up to {RuledPlace.RadiusMaxKm}."));
        if (words.StartsWith("geo:", StringComparison.OrdinalIgnoreCase)) return RuledPlace.Parse(words, radiusKm ?? UsualKm) is { } given ? Yes(given) : Not($"'{words}' is no geo URI of a spot on the earth; expected geo:LATITUDE,LONGITUDE;u=METRES.");
        if (Degrees(words) is { } spot) return RuledPlace.Parse(string.Create(CultureInfo.InvariantCulture, $"geo:{spot.North},{spot.East}"), radiusKm ?? UsualKm) is { } point ? Yes(point) : Not($"'{words}' is no spot on the earth; expected degrees north from -90 to 90, then east from -180 to 180.");
        // "Abu Kamal 174448": a name and which one of that name.
        int at = words.LastIndexOf(' ');
        int? id = int.TryParse(words[(at + 1)..].TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        string name = id is null ? words : at < 0 ? "" : words[..at].Trim();
        ImmutableArray<GazetteerPlace> found = [.. (name.Length > 0 ? [name] : like).SelectMany(each => find(each)).Where(place => id is null || place.Id == id).DistinctBy(place => (place.Id, place.Country, place.Name, place.Latitude))];
        if (found.IsEmpty && id is not null) found = find(words);      // "Camp 4" is a name
        return found switch
        {
            [] => Not($"the gazetteer has no '{words}'; expected LATITUDE,LONGITUDE, or a name that it has, where several have it with the GeoNames id behind it."),
            [GazetteerPlace one] => Yes(Of(one, radiusKm)),
            _ => new PlaceAsked(null, $"the gazetteer has {found.Length} of the name '{words}'; say which, by the GeoNames id behind the name: {string.Join("; ", found.Take(ChoiceMax).Select(Words))}.", [.. found.Take(ChoiceMax)]),
        };
    }

    /// <summary>As an analyst would tell it from another of the same name.</summary>
    public static string Words(GazetteerPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.Name}{(place.Id > 0 ? $" {place.Id}" : "")} ({string.Join(", ", new[] { place.Admin1, place.Country }.Where(part => part.Length > 0))}{(place.Population > 0 ? $"; {place.Population} people" : "")}; {place.Latitude:0.##}, {place.Longitude:0.##})");

    /// <summary>The entry, as a ruling keeps it.</summary>
    public static RuledPlace Of(GazetteerPlace place, double? radiusKm = null) => new(place.Latitude, place.Longitude, radiusKm ?? place.Class switch
    {
        PlaceClass.Settlement => 4,
        PlaceClass.Country => RuledPlace.RadiusMaxKm,
        _ => place.FeatureCode == "ADM2" ? 45 : 110,
    })
    {
        Name = place.Name,
        Country = place.Country.Length == 2 ? place.Country : null,
        Admin1 = place.Admin1.Length > 0 ? place.Admin1 : null,
        GeonamesId = place.Id > 0 ? place.Id : null,
    };

    private static (double North, double East)? Degrees(string words)
    {
        string[] parts = words.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double north) && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double east)
            ? (north, east) : null;
    }

    private static PlaceAsked Yes(RuledPlace place) => new(place, null, []);

    private static PlaceAsked Not(string why) => new(null, why, []);
}
