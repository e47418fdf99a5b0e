using System.Collections.Immutable;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Resolve.Places;

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
/// <param name="Id">GeoNames id; 0 for entries that are not from GeoNames.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; empty for regions that span countries.</param>
/// <param name="Admin1">Name of the first-order division; empty when none.</param>
/// <param name="FeatureCode">GeoNames feature code ("PPLC", "PPLA", "ADM1", "PCLI").</param>
public sealed record GazetteerPlace(
    int Id, string Name, double Latitude, double Longitude, string Country, string Admin1, int Population, PlaceClass Class, string FeatureCode);

/// <summary>Toponyms of the world, by any spelling.</summary>
public sealed class Gazetteer
{
    public static Gazetteer Load(DataFolder data) => throw new NotImplementedException(data.ToString());

    /// <summary>Every entry with this name, exact key first, then folded key; largest population first, then id.</summary>
    public ImmutableArray<GazetteerPlace> Find(string name) => throw new NotImplementedException();
}
