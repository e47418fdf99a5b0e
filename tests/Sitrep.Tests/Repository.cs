namespace Sitrep.Tests;

/// <summary>Where the checkout is, for tests that read its files.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Sitrep.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The public data sets: <c>SITREP_DATASETS</c>, else <c>../shared/datasets</c>; null where they are absent.</summary>
    public static string? Datasets { get; } = Existing(Environment.GetEnvironmentVariable("SITREP_DATASETS") is { Length: > 0 } named ? named : Path.Combine(Root, "..", "shared", "datasets"));

    /// <summary>The five seed reports; null where they are absent.</summary>
    public static string? Seeds { get; } = Existing(Environment.GetEnvironmentVariable("SITREP_SEEDS") is { Length: > 0 } named ? named : Path.Combine(Root, "..", "shared", "seeds"));

    private static string? Existing(string folder) => Directory.Exists(folder) ? Path.GetFullPath(folder) : null;

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sitrep.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No Sitrep.slnx above {AppContext.BaseDirectory}.");
    }
}
