using Sitrep.Pipeline.Ingest.Archives;

namespace Sitrep.Pipeline.Ingest;

/// <summary>Forms in which reports come.</summary>
internal enum InputKind
{
    Text,
    Html,
    Json,
    JsonLines,
    /// <summary>A feed, or XML that is none.</summary>
    Xml,
    Archive,
    Pdf,
    /// <summary>A kind that is not read.</summary>
    Other,
}

/// <summary>What form an input has, by its name, by what its sender calls it, by how it begins.</summary>
internal static class InputKinds
{
    /// <summary>Null when the name says nothing.</summary>
    public static InputKind? OfName(string name)
    {
        if (name.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase)) return InputKind.Archive;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".txt" or ".text" or ".md" => InputKind.Text,
            ".html" or ".htm" or ".xhtml" => InputKind.Html,
            ".json" => InputKind.Json,
            ".jsonl" or ".ndjson" => InputKind.JsonLines,
            ".xml" or ".rss" or ".atom" or ".rdf" => InputKind.Xml,
            ".warc" => InputKind.Archive,
            ".pdf" => InputKind.Pdf,
            _ => null,
        };
    }

    /// <summary>The kind that a <c>Content-Type</c> names, without parameters and in lower case; null when it says nothing.</summary>
    public static InputKind? OfMediaType(string? type) => type switch
    {
        null or "" or "application/octet-stream" or "binary/octet-stream" => null,
        "text/html" or "application/xhtml+xml" => InputKind.Html,
        "application/x-ndjson" or "application/jsonl" or "application/json-lines" => InputKind.JsonLines,
        "application/json" or "text/json" => InputKind.Json,
        "application/xml" or "text/xml" => InputKind.Xml,
        "application/pdf" => InputKind.Pdf,
        "application/warc" => InputKind.Archive,
        "text/plain" => InputKind.Text,
        _ when type.EndsWith("+json", StringComparison.Ordinal) => InputKind.Json,
        _ when type.EndsWith("+xml", StringComparison.Ordinal) && !type.StartsWith("image/", StringComparison.Ordinal) => InputKind.Xml,
        _ => InputKind.Other,
    };

    /// <summary>Null when the first bytes tell no form of their own.</summary>
    public static InputKind? OfBytes(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? InputKind.Pdf
        : bytes.StartsWith("WARC/1."u8) || (GzipMember.StartsMember(bytes) && HoldsArchive(bytes)) ? InputKind.Archive
        : null;

    private static bool HoldsArchive(ReadOnlySpan<byte> bytes)
    {
        using var file = new MemoryStream(bytes[..Math.Min(bytes.Length, 64 * 1024)].ToArray());
        try
        {
            using GzipMember member = GzipMember.Open(file);
            byte[] start = new byte[5];
            return member.Read(start) == start.Length && start.AsSpan().SequenceEqual("WARC/"u8);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
    }
}
