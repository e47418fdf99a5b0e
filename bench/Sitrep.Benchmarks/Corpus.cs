namespace Sitrep.Benchmarks;

/// <summary>Where the sample stories are.</summary>
internal static class Corpus
{
    public static string Samples { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sitrep.slnx"))) return Path.Combine(folder.FullName, "samples");
        }
        throw new DirectoryNotFoundException($"No checkout above {AppContext.BaseDirectory}.");
    }
}
