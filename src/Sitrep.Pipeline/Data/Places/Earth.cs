namespace Sitrep.Pipeline.Data.Places;

/// <summary>Distances on a sphere of 6,371 km radius.</summary>
public static class Earth
{
    private const double RadiusKm = 6371;

    /// <summary>Great-circle distance (haversine) between two points in degrees.</summary>
    public static double Kilometres(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        double a = double.DegreesToRadians(latitudeA), b = double.DegreesToRadians(latitudeB);
        double half = Math.Sin((b - a) / 2), across = Math.Sin(double.DegreesToRadians(longitudeB - longitudeA) / 2);
        return 2 * RadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, half * half + Math.Cos(a) * Math.Cos(b) * across * across)));
    }
}
