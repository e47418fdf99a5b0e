using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Sitrep.Pipeline.Ingest.Archives;

/// <summary>An HTTP/1.1 response as an archive keeps it (RFC 9112): status, headers, body with its codings undone.</summary>
/// <param name="Body">Null when it is larger than one report may be.</param>
internal sealed record HttpMessage(int Status, string? MediaType, string? Charset, byte[]? Body)
{
    /// <summary>Bytes looked at of the status line and the headers; servers allow 8 to 64 KiB.</summary>
    private const int HeadMax = 64 * 1024;

    /// <returns>Null when the bytes are no HTTP response.</returns>
    public static HttpMessage? Parse(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("HTTP/"u8)) return null;
        (int end, int body) = HeadEnd(bytes);
        string[] lines = Encoding.Latin1.GetString(bytes[..Math.Min(end, HeadMax)]).Split('\n');
        string[] first = lines[0].Split(' ', 3);
        if (first.Length < 2 || !int.TryParse(first[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int status)) return null;
        string? Header(string name)
        {
            foreach (string line in lines.AsSpan(1))
            {
                int colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0 && line.AsSpan(0, colon).Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return line[(colon + 1)..].Trim();
            }
            return null;
        }
        byte[]? content = bytes[body..].ToArray();
        if (Header("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) content = Dechunked(content) ?? content;
        foreach (string coding in (Header("Content-Encoding") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Reverse())
        {
            if (content is not null) content = Decoded(content, coding.ToLowerInvariant());
        }
        (string? type, string? charset) = ContentType(Header("Content-Type"));
        return new HttpMessage(status, type, charset, content);
    }

    /// <summary><c>text/html; charset="utf-8"</c> → its two parts, lower case.</summary>
    public static (string? MediaType, string? Charset) ContentType(string? header)
    {
        if (string.IsNullOrWhiteSpace(header)) return (null, null);
        string[] parts = header.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries);
        string? charset = parts.Skip(1).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.Ordinal))?["charset=".Length..].Trim('"', '\'', ' ');
        return (parts[0].Length > 0 ? parts[0] : null, string.IsNullOrEmpty(charset) ? null : charset);
    }

    private static (int End, int Body) HeadEnd(ReadOnlySpan<byte> bytes)
    {
        int crlf = bytes.IndexOf("\r\n\r\n"u8), lf = bytes.IndexOf("\n\n"u8);
        if (crlf >= 0 && (lf < 0 || crlf < lf)) return (crlf, crlf + 4);
        return lf >= 0 ? (lf, lf + 2) : (bytes.Length, bytes.Length);
    }

    /// <returns>Null when the body is not in chunks: many crawlers undo them and keep the header.</returns>
    private static byte[]? Dechunked(ReadOnlySpan<byte> body)
    {
        using var whole = new MemoryStream(body.Length);
        while (true)
        {
            int lineEnd = body.IndexOf((byte)'\n');
            if (lineEnd < 0 || lineEnd > 100) return null;
            string size = Encoding.ASCII.GetString(body[..lineEnd]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0) return null;
            body = body[(lineEnd + 1)..];
            if (length == 0) return whole.ToArray();
            if (length > body.Length)
            {
                whole.Write(body);   // cut off by the archive: what is there is read
                return whole.ToArray();
            }
            whole.Write(body[..length]);
            body = body[length..];
            if (body.StartsWith("\r\n"u8)) body = body[2..];
            else if (body.StartsWith("\n"u8)) body = body[1..];
        }
    }

    // A body that is not in the coding it names was decoded by the crawler, and is taken as it is.
    private static byte[]? Decoded(byte[] body, string coding)
    {
        try
        {
            using var packed = new MemoryStream(body);
            using Stream? plain = coding switch
            {
                "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
                "br" => new BrotliStream(packed, CompressionMode.Decompress),
                "deflate" when body.Length > 1 && (body[0] & 0x0F) == 8 && ((body[0] << 8) | body[1]) % 31 == 0 => new ZLibStream(packed, CompressionMode.Decompress),
                "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
                _ => null,
            };
            return plain is null ? body : IngestStage.BoundedBytes(plain);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            return body;
        }
    }
}
