using Sitrep.Model.World;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>How places lie to each other: the same, one in the other, close together, or apart.</summary>
public sealed class PlaceTies(IReadOnlyDictionary<string, Place> places)
{
    /// <summary>Kilometres within which a quarter, a village at its edge and the town are told for one another.</summary>
    private const double NearKm = 12;

    private const double EarthKm = 6371;

    public PlaceTie Between(string? one, string? other)
    {
        if (one is null || other is null) return PlaceTie.Unknown;
        if (one == other) return PlaceTie.Same;
        if (!places.TryGetValue(one, out Place? a) || !places.TryGetValue(other, out Place? b) || a.Country is null || a.Country != b.Country) return PlaceTie.Other;
        if (IsDivisionOf(a, b) || IsDivisionOf(b, a)) return PlaceTie.Within;
        bool fine = a.Precision is PlacePrecision.Town or PlacePrecision.Near or PlacePrecision.Area && b.Precision is PlacePrecision.Town or PlacePrecision.Near or PlacePrecision.Area;
        return fine && Kilometres(a, b) <= NearKm ? PlaceTie.Near : PlaceTie.Other;
    }

    /// <summary>True for no place, and for a whole country.</summary>
    public bool IsWide(string? place) => place is null || places.GetValueOrDefault(place) is not { } known || known.Precision == PlacePrecision.Country;

    /// <summary>True for a lake or a sea, and for a place that is on no map: what happened there may be told of a shore or a town elsewhere.</summary>
    public bool IsVague(string? place) => place is not null && places.GetValueOrDefault(place) is { } known && (known.Latitude is null || known is { Country: null, Precision: PlacePrecision.Region });

    /// <summary>False when both are known to lie in two countries.</summary>
    public bool MayBeOneCountry(string? one, string? other) =>
        one is null || other is null || places.GetValueOrDefault(one)?.Country is not { } first || places.GetValueOrDefault(other)?.Country is not { } second || first == second;

    // A country holds too many places to tell one happening by.
    private static bool IsDivisionOf(Place wide, Place place) =>
        wide.Precision == PlacePrecision.Region && place.Precision < PlacePrecision.Region && place.Admin1 is { } division
        && (division.Contains(wide.Name, StringComparison.OrdinalIgnoreCase) || wide.Name.Contains(division, StringComparison.OrdinalIgnoreCase) || division == wide.Admin1);

    /// <summary>Along the great circle (haversine, Sinnott 1984); infinite when one is not on the map.</summary>
    private static double Kilometres(Place one, Place other)
    {
        if (one.Latitude is not { } north || one.Longitude is not { } east || other.Latitude is not { } otherNorth || other.Longitude is not { } otherEast) return double.PositiveInfinity;
        double up = Math.Sin(double.DegreesToRadians(otherNorth - north) / 2), across = Math.Sin(double.DegreesToRadians(otherEast - east) / 2);
        double part = (up * up) + (Math.Cos(double.DegreesToRadians(north)) * Math.Cos(double.DegreesToRadians(otherNorth)) * across * across);
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt(part)));
    }
}
