using System.IO.Compression;
using System.Text;

namespace Sitrep.Eval.Data;

/// <summary>Texts inside zip archives and beside them: a set may come packed or unpacked.</summary>
internal static class Archive
{
    /// <summary>Archives of a folder that hold a text with one of the endings, and such texts that stand in the folder by themselves.</summary>
    public static string[] Files(string folder, params string[] endings)
    {
        string[] packed = [.. DataFiles.Find(folder, ".zip").Where(path =>
        {
            using ZipArchive zip = ZipFile.OpenRead(path);
            return zip.Entries.Any(entry => Ends(entry.FullName, endings));
        })];
        return [.. packed, .. DataFiles.Find(folder, endings)];
    }

    /// <summary>The texts in such files, each name once, in ordinal order of names.</summary>
    public static IEnumerable<(string Name, string Text)> Texts(IReadOnlyList<string> files, params string[] endings)
    {
        var texts = new SortedDictionary<string, Func<string>>(StringComparer.Ordinal);
        var open = new List<ZipArchive>();
        try
        {
            foreach (string path in files)
            {
                if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                {
                    string name = Path.GetFileName(path);
                    texts.TryAdd(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name, () => DataFiles.Text(path));
                    continue;
                }
                ZipArchive zip = ZipFile.OpenRead(path);
                open.Add(zip);
                foreach (ZipArchiveEntry entry in zip.Entries.Where(entry => Ends(entry.FullName, endings))) texts.TryAdd(entry.Name, () => Text(entry));
            }
            foreach ((string name, Func<string> text) in texts) yield return (name, text());
        }
        finally
        {
            foreach (ZipArchive zip in open) zip.Dispose();
        }
    }

    private static bool Ends(string name, string[] endings) => endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
