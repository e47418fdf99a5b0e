namespace Sitrep.Eval;

/// <summary>Where the data of the evaluation stand. A folder that is absent is null: its sets are skipped, with that reason.</summary>
internal sealed class Locations
{
    public Locations(string root)
    {
        Root = root;
        Datasets = Existing("SITREP_DATASETS", Path.Combine("..", "shared", "datasets"));
        Seeds = Existing("SITREP_SEEDS", Path.Combine("..", "shared", "seeds"));
        Gold = Existing("SITREP_GOLD", Path.Combine("..", "shared", "gold"));
    }

    /// <summary>With the data sets in a given folder; seeds and gold are absent.</summary>
    public Locations(string root, string? datasets) => (Root, Datasets) = (root, datasets);

    public string Root { get; }
    public string? Datasets { get; }
    public string? Seeds { get; }
    public string? Gold { get; }
    public string Samples => Path.Combine(Root, "samples");
    public string SampleGold => Path.Combine(Root, "eval", "gold");
    public string Floors => Path.Combine(Root, "eval", "floors.json");
    public string Results => Path.Combine(Root, "eval", "RESULTS.md");

    /// <exception cref="DirectoryNotFoundException">Neither the working folder nor the program stands in a checkout.</exception>
    public static Locations Find()
    {
        foreach (string start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Sitrep.slnx"))) return new Locations(folder.FullName);
            }
        }
        throw new DirectoryNotFoundException("No Sitrep.slnx above the working folder; run the evaluation from a checkout of Sitrep.");
    }

    private string? Existing(string variable, string otherwise)
    {
        string folder = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? named : Path.GetFullPath(Path.Combine(Root, otherwise));
        return Directory.Exists(folder) ? folder : null;
    }
}
