namespace Sitrep.DataTool.Gazetteer;

/// <summary>A place while the file is being built.</summary>
internal sealed class AtlasPlace
{
    public int Id { get; init; }
    public required string Name { get; init; }
    public required string Country { get; init; }
    public double Latitude { get; init; }
    public double Longitude { get; init; }
    public required string Feature { get; init; }
    public int Population { get; init; }
    /// <summary>Codes of the divisions; the newer table wins over the dump.</summary>
    public string Admin1Code { get; set; } = "";
    public string Admin2Code { get; set; } = "";
    public HashSet<string> Alternates { get; } = new(StringComparer.Ordinal);
}
