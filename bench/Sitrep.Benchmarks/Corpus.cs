namespace Sitrep.Benchmarks;

/// <summary>Where the checkout and its sample stories are.</summary>
internal static class Corpus
{
    public static string Root { get; } = Find();

    public static string Samples => Path.Combine(Root, "samples");

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sitrep.slnx"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No checkout above {AppContext.BaseDirectory}.");
    }
}
