namespace Sitrep.Tests.Conventions;

/// <summary>The files of the checkout, as paths from its root with forward slashes, without what a build left there.</summary>
internal static class Sources
{
    private static readonly string[] Roots = ["src", "tests", "eval", "bench", "tools"];

    public static IEnumerable<string> Files(string pattern) => Roots
        .Select(root => Path.Combine(Repository.Root, root))
        .Where(Directory.Exists)
        .SelectMany(root => Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "TestResults" or "BenchmarkDotNet.Artifacts"))
        .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
