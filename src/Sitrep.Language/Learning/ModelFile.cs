using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sitrep.Language.Learning;

/// <summary>Model files: a header of eight bytes ("SITREP", format, kind), then a Brotli stream. Their hashes stand in the manifest.</summary>
internal static class ModelFile
{
    /// <summary>Changes whenever the meaning of the bytes or of the features changes.</summary>
    public const byte Format = 3;

    public const string ManifestName = "manifest.json";

    private static ReadOnlySpan<byte> Magic => "SITREP"u8;

    /// <summary>SHA-256 per file name, as the manifest says.</summary>
    /// <exception cref="InvalidDataException">There is no manifest, or it cannot be read.</exception>
    public static Dictionary<string, string> ReadManifest(string folder)
    {
        string path = Path.Combine(folder, ManifestName);
        if (!File.Exists(path)) throw new InvalidDataException($"No model manifest at {path}; expected {ManifestName} beside the models. Reinstall, or name the folder that holds them.");
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (JsonElement model in document.RootElement.GetProperty("models").EnumerateArray())
            {
                hashes[model.GetProperty("file").GetString() ?? ""] = model.GetProperty("sha256").GetString() ?? "";
            }
            return hashes;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is not a model manifest: {e.Message} Reinstall, or train the models again.", e);
        }
    }

    /// <summary>Opens one model after checking its hash and header.</summary>
    /// <exception cref="InvalidDataException">It is missing, or is not the file that the manifest names.</exception>
    public static BinaryReader Open(string folder, string name, Dictionary<string, string> manifest)
    {
        string path = Path.Combine(folder, name);
        if (!manifest.TryGetValue(name, out string? expected)) throw new InvalidDataException($"{Path.Combine(folder, ManifestName)} does not name {name}. Reinstall, or train the models again.");
        if (!File.Exists(path)) throw new InvalidDataException($"Model {path} is missing; the manifest expects it with SHA-256 {expected}. Reinstall, or train the models again.");
        byte[] bytes = File.ReadAllBytes(path);
        string found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!string.Equals(found, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException($"Model {path}: SHA-256 is {found}, the manifest expects {expected}. Reinstall, or train the models again.");
        }
        if (bytes.Length < 8 || !bytes.AsSpan(0, 6).SequenceEqual(Magic) || bytes[6] != Format)
        {
            throw new InvalidDataException($"Model {path} is not of format {Format}. Use the models that came with this version.");
        }
        using var packed = new BrotliStream(new MemoryStream(bytes, 8, bytes.Length - 8), CompressionMode.Decompress);
        var open = new MemoryStream();
        packed.CopyTo(open);
        open.Position = 0;
        return new BinaryReader(open, Encoding.UTF8);
    }

    /// <summary>The bytes of a model file.</summary>
    public static byte[] Pack(Action<BinaryWriter> write)
    {
        var file = new MemoryStream();
        file.Write(Magic);
        file.WriteByte(Format);
        file.WriteByte(0);
        using (var packed = new BrotliStream(file, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            using var writer = new BinaryWriter(packed, Encoding.UTF8);
            write(writer);
        }
        return file.ToArray();
    }

    public static void WriteKeys(BinaryWriter writer, uint[] keys)
    {
        writer.Write(keys.Length);
        foreach (uint key in keys) writer.Write(key);
    }

    public static uint[] ReadKeys(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > 1_000_000) throw new InvalidDataException("A list in a model has an impossible length.");
        uint[] keys = new uint[count];
        for (int i = 0; i < count; i++) keys[i] = reader.ReadUInt32();
        return keys;
    }

    public static void WriteStrings(BinaryWriter writer, IReadOnlyCollection<string> values)
    {
        writer.Write(values.Count);
        foreach (string value in values) writer.Write(value);
    }

    public static string[] ReadStrings(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > 1_000_000) throw new InvalidDataException("A list in a model has an impossible length.");
        string[] values = new string[count];
        for (int i = 0; i < count; i++) values[i] = reader.ReadString();
        return values;
    }
}
