using System.Security.Cryptography;
using System.Text;

namespace Sitrep.Tests.Browser;

/// <summary>The committed bundles are those of the committed sources. Needs neither browser nor npm.</summary>
public sealed class BundleTests
{
    private static readonly string Assets = Path.Combine(DeskFixture.Root, "src", "Sitrep.Web", "assets");

    [Fact]
    public void The_bundles_are_built_from_the_sources()
    {
        string[] files =
        [
            .. new[] { "build.mjs", "package-lock.json" }.Concat(new[] { "css", "src" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Assets, folder), "*", SearchOption.AllDirectories))
                .Where(path => Path.GetExtension(path) is ".ts" or ".css").Select(path => Path.GetRelativePath(Assets, path).Replace('\\', '/'))).Order(StringComparer.Ordinal),
        ];
        Assert.True(files.Length > 30, $"Only {files.Length} files found; the path is wrong.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n"));
            hash.AppendData(File.ReadAllBytes(Path.Combine(Assets, file)));
        }
        string built = File.ReadAllText(Path.Combine(DeskFixture.Root, "src", "Sitrep.Web", "wwwroot", "built-from.txt")).Trim();
        Assert.True(built == Convert.ToHexStringLower(hash.GetHashAndReset()), "The sources of the desk have changed: run npm ci and npm run build in src/Sitrep.Web/assets, and commit wwwroot.");
    }
}
