using System.Text;

namespace Sitrep.Eval.Pages;

/// <summary>Pages kept as files, gzipped or not, found by their names wherever they stand in some folders.</summary>
internal sealed class PageFiles
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <param name="folders">Earlier ones win; absent ones hold nothing.</param>
    public PageFiles(params ReadOnlySpan<string> folders)
    {
        foreach (string folder in folders)
        {
            if (!Directory.Exists(folder)) continue;
            foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) _paths.TryAdd(Key(Path.GetFileName(path)), path);
        }
    }

    /// <returns>Null when there is no such page.</returns>
    public byte[]? Find(string name) => _paths.TryGetValue(Key(name), out string? path) ? Data.DataFiles.Bytes(path) : null;

    // File systems and archives spell accents in two ways.
    private static string Key(string name) => (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name).Normalize(NormalizationForm.FormC);
}
