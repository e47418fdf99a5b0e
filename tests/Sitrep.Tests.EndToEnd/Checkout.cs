namespace Sitrep.Tests.EndToEnd;

/// <summary>Where the checkout and its stories are.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>The sample stories, and the seed reports where they are present.</summary>
    public static IReadOnlyList<string> Stories { get; } = FindStories();

    /// <summary>The story of the README.</summary>
    public static string FirstStory => Path.Combine(Root, "samples", "albu-kamal");

    private static string[] FindStories()
    {
        string samples = Path.Combine(Root, "samples");
        string seeds = Environment.GetEnvironmentVariable("SITREP_SEEDS") is { Length: > 0 } named ? named : Path.Combine(Root, "..", "shared", "seeds");
        IEnumerable<string> stories = Directory.Exists(samples) ? Directory.GetDirectories(samples).Order(StringComparer.Ordinal) : [];
        return [.. stories, .. Directory.Exists(seeds) ? (string[])[Path.GetFullPath(seeds)] : []];
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sitrep.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No Sitrep.slnx above {AppContext.BaseDirectory}.");
    }
}
