using System.Collections.Immutable;

namespace Sitrep.Model.World;

/// <summary>How exactly a place is known.</summary>
public enum PlacePrecision
{
    /// <summary>A named town or village.</summary>
    Town,
    /// <summary>Near a named town.</summary>
    Near,
    /// <summary>A named area smaller than a province (a district, camp, field, river bank).</summary>
    Area,
    /// <summary>A province or a region.</summary>
    Region,
    /// <summary>A whole country.</summary>
    Country,
}

/// <summary>A toponym of the reports, placed in the gazetteer or visibly unplaced.</summary>
/// <param name="Latitude">Degrees north, WGS 84; null when unplaced.</param>
/// <param name="Longitude">Degrees east, WGS 84; null when unplaced.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Admin1">Name of the first-order division.</param>
/// <param name="GeonamesId">Null when unplaced or not from GeoNames.</param>
/// <param name="Aliases">Other spellings met in the reports, in ordinal order.</param>
public sealed record Place(
    string Id, string Name, ImmutableArray<string> Aliases, double? Latitude, double? Longitude,
    string? Country, string? Admin1, int? GeonamesId, PlacePrecision Precision);
