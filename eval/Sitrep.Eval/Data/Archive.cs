using System.IO.Compression;
using System.Text;

namespace Sitrep.Eval.Data;

/// <summary>Texts inside zip archives and beside them: a set may come packed or unpacked.</summary>
internal static class Archive
{
    /// <summary>Texts with one of the endings in all archives of a folder and in the folder itself; the name is the path inside, with forward slashes. In ordinal order of names, each once.</summary>
    public static IEnumerable<(string Name, string Text)> Texts(string folder, params string[] endings)
    {
        var texts = new SortedDictionary<string, Func<string>>(StringComparer.Ordinal);
        foreach (string path in DataFiles.Find(folder, endings))
        {
            string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            texts.TryAdd(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name, () => DataFiles.Text(path));
        }
        var open = new List<ZipArchive>();
        try
        {
            foreach (string path in DataFiles.Find(folder, ".zip"))
            {
                ZipArchive zip = ZipFile.OpenRead(path);
                open.Add(zip);
                foreach (ZipArchiveEntry entry in zip.Entries.Where(entry => endings.Any(ending => entry.FullName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))) texts.TryAdd(entry.FullName, () => Text(entry));
            }
            foreach ((string name, Func<string> text) in texts) yield return (name, text());
        }
        finally
        {
            foreach (ZipArchive zip in open) zip.Dispose();
        }
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
