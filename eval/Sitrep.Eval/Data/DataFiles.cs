using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Sitrep.Eval.Data;

/// <summary>Files of a data set as they stand in its folder: plain or gzipped, any part of them.</summary>
internal static class DataFiles
{
    /// <summary>Files below a folder whose name, without ".gz", has one of the endings; in ordinal order of their paths.</summary>
    public static string[] Find(string folder, params ReadOnlySpan<string> endings)
    {
        if (!Directory.Exists(folder)) return [];
        var found = new List<string>();
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
            foreach (string ending in endings)
            {
                if (!name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
                found.Add(path);
                break;
            }
        }
        return [.. found.Order(StringComparer.Ordinal)];
    }

    public static Stream Open(string path)
    {
        Stream file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Lines of a UTF-8 text.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(Open(path), Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }

    public static string Text(string path)
    {
        using var reader = new StreamReader(Open(path), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static byte[] Bytes(string path)
    {
        using Stream file = Open(path);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>SHA-256 over names and contents of files, lower-case hex: what a floor was set on.</summary>
    public static string Hash(IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in paths)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            hash.AppendData(File.ReadAllBytes(path));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
