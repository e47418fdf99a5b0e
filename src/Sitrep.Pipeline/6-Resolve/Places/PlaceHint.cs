using System.Collections.Immutable;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Places;

/// <summary>What the words around a toponym say it lies in or is: "in Syria", ", Texas", "province".</summary>
/// <param name="Country">Code of the container; null when it is none.</param>
/// <param name="Divisions">First-order divisions that the words may name.</param>
/// <param name="WantsDivision">The words say that the name is a division itself.</param>
internal sealed record PlaceHint(string? Country, ImmutableArray<GazetteerPlace> Divisions, bool WantsDivision)
{
    public static PlaceHint None { get; } = new(null, [], false);

    /// <summary>People from whom a place is a city, and no quarter of one.</summary>
    private const int CityMin = 200_000;

    /// <summary>The words say that the name is a part of a town ("X, a suburb of the capital").</summary>
    public bool IsQuarter { get; init; }

    /// <summary>People from whom a division is no district, whatever it is called where it lies.</summary>
    private const int DistrictMax = 1_000_000;

    /// <summary>The words call it a district or a municipality, as quarters of towns are called too.</summary>
    public bool IsDistrict { get; init; }

    public bool IsNone => Country is null && Divisions.IsEmpty && !WantsDivision && !IsQuarter;

    public static PlaceHint Read(Gazetteer gazetteer, string? words)
    {
        string hint = (words ?? "").Trim(' ', ',', '(', ')');
        if (hint.Length == 0) return None;
        if (gazetteer.Words.Has(WordSet.DivisionWord, hint.ToLowerInvariant())) return new PlaceHint(null, [], true) { IsDistrict = gazetteer.Words.Has(WordSet.DistrictWord, hint) };
        if (gazetteer.Words.Has(WordSet.QuarterWord, hint)) return None with { IsQuarter = true };
        gazetteer.Countries.TryByName(hint, out string? country);
        (ImmutableArray<GazetteerPlace> places, bool exact) = gazetteer.Match(hint);
        ImmutableArray<GazetteerPlace> divisions = exact ? [.. places.Where(place => place.Class == PlaceClass.Admin1)] : [];
        return country is null && divisions.IsEmpty ? None : new PlaceHint(country, divisions, false);
    }

    /// <summary>True when the place lies in what the words name; false when they name something else; null when they say nothing.</summary>
    public bool? Agrees(GazetteerPlace place)
    {
        if (IsDistrict && place.Class == PlaceClass.Admin1 && place.Population >= DistrictMax) return false;
        if (WantsDivision) return place.Class == PlaceClass.Admin1 || place.FeatureCode == "ADM2";
        if (IsQuarter) return place.Class == PlaceClass.Settlement && (place.Population >= CityMin || place.FeatureCode is "PPLC" or "PPLA") ? false : null;
        if (IsNone) return null;
        if (Country is not null && place.Country == Country) return place.Class != PlaceClass.Country;
        return Divisions.Any(division => division.Country == place.Country && division.Name == place.Admin1 && place.Class != PlaceClass.Admin1);
    }

    /// <summary>The name inside "Homs province", "northern Iraq", "Republic of Armenia"; null when there is nothing to strip.</summary>
    public static (string? Name, bool Division) Strip(WordSets words, string name)
    {
        string rest = name.Trim();
        bool division = false;
        int space = rest.LastIndexOf(' ');
        if (space > 0 && words.Has(WordSet.DivisionWord, rest[(space + 1)..].ToLowerInvariant())) (rest, division) = (rest[..space].TrimEnd(), true);
        while (rest.IndexOf(" of ", StringComparison.OrdinalIgnoreCase) is > 0 and int of && words.Has(WordSet.PlaceTitle, rest[..of].ToLowerInvariant())) rest = rest[(of + 4)..].TrimStart();
        space = rest.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && words.Has(WordSet.Direction, rest[..space].ToLowerInvariant())) rest = rest[(space + 1)..].TrimStart();
        return rest.Length == 0 || rest == name ? (null, false) : (rest, division);
    }
}
