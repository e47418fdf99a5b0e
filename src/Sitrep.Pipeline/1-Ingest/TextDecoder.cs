using System.Text;
using System.Text.Unicode;

namespace Sitrep.Pipeline.Ingest;

/// <summary>Bytes → text: by byte order mark, by what the page declares, by what is valid, at last windows-1252.</summary>
internal static class TextDecoder
{
    /// <summary>Bytes looked at for zero bytes and for a declared encoding; HTML asks for the declaration in the first 1,024.</summary>
    private const int Head = 4096;

    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    /// <param name="page">True when a declaration in the markup counts.</param>
    /// <param name="charset">What the sender calls the encoding; it comes before the page's own word (WHATWG HTML, 13.2.3). Null when it says nothing.</param>
    /// <returns>The text without byte order mark; null when the bytes are not text.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, bool page, string? charset = null)
    {
        string? text = Marked(bytes) ?? WithoutMark(bytes, page, charset);
        return text is null || IsNoise(text) ? null : text;
    }

    private static string? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? Encoding.UTF32.GetString(bytes[4..])
        : bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? Utf32BigEndian.GetString(bytes[4..])
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Encoding.UTF8.GetString(bytes[3..])
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(bytes[2..])
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes[2..])
        : null;

    private static string? WithoutMark(ReadOnlySpan<byte> bytes, bool page, string? charset)
    {
        if (Wide(bytes) is { } wide) return wide.GetString(bytes);
        bool valid = Utf8.IsValid(bytes);
        bool ascii = Ascii.IsValid(bytes);
        // Bytes that are valid UTF-8 beyond ASCII are UTF-8, whatever the page says: nothing else looks like it by chance.
        if (valid && (!ascii || !(page || charset is not null))) return Encoding.UTF8.GetString(bytes);
        if (charset is not null && Named(charset) is { } sent) return sent.GetString(bytes);
        if (page && Declared(bytes) is { } declared) return declared.GetString(bytes);
        if (valid) return Encoding.UTF8.GetString(bytes);
        string lenient = Encoding.UTF8.GetString(bytes);
        int broken = 0, beyondAscii = 0;
        foreach (char c in lenient)
        {
            if (c == '\uFFFD') broken++;
            else if (c > 0x7F) beyondAscii++;
        }
        // A file cut inside a character, or patched with a few bytes of another encoding, is still UTF-8.
        if (broken * 10 <= beyondAscii || (broken == 1 && lenient[^1] == '\uFFFD')) return lenient;
        return beyondAsciiShare(bytes) > 0.4 ? null : CodePagesEncodingProvider.Instance.GetEncoding(1252)?.GetString(bytes);

        // Latin-script text has under a tenth; more is a script that windows-1252 cannot write, or no text at all.
        static double beyondAsciiShare(ReadOnlySpan<byte> bytes)
        {
            int high = 0;
            foreach (byte b in bytes) if (b >= 0x80) high++;
            return (double)high / bytes.Length;
        }
    }

    /// <summary>UTF-16 without mark: Latin text has a zero in every second byte, and only there.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, Head)];
        int even = 0, odd = 0;
        for (int i = 0; i < head.Length; i++)
        {
            if (head[i] != 0) continue;
            if (i % 2 == 0) even++; else odd++;
        }
        int pairs = head.Length / 2;
        if (pairs < 2) return null;
        if (odd > pairs * 0.3 && even < pairs * 0.05) return Encoding.Unicode;
        return even > pairs * 0.3 && odd < pairs * 0.05 ? Encoding.BigEndianUnicode : null;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        int at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        // A script or a style sheet may tell its own.
        while (at >= 0 && head.LastIndexOf('<', at) is var tag && (tag < 0 || string.Compare(head, tag, "<meta", 0, 5, StringComparison.OrdinalIgnoreCase) != 0)) at = head.IndexOf("charset=", at + 1, StringComparison.OrdinalIgnoreCase);
        if (at < 0) at = head.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        int start = head.IndexOf('=', at) + 1;
        while (start < head.Length && (head[start] is '"' or '\'' or ' ')) start++;
        int end = start;
        while (end < head.Length && (char.IsAsciiLetterOrDigit(head[end]) || head[end] is '-' or '_' or ':')) end++;
        return Named(head[start..end]);
    }

    private static Encoding? Named(string label)
    {
        string name = label.ToLowerInvariant();
        // Browsers read both of these as windows-1252 (WHATWG Encoding); UTF-16 in a page that we could read so far is a lie.
        if (name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii") name = "windows-1252";
        if (name.Length == 0 || name.StartsWith("utf", StringComparison.Ordinal)) return null;
        try
        {
            // Asked directly, not registered: registering would change what other code in the process can decode.
            return CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>More zeros or control characters than a stray one here and there.</summary>
    private static bool IsNoise(string text)
    {
        int zeros = 0, controls = 0, broken = 0;
        foreach (char c in text)
        {
            if (c == 0) zeros++;
            else if (c is '\uFFFD') broken++;
            else if (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\u000B' or '\u0085' or '\u001B')) controls++;
        }
        return zeros * 500L > text.Length || controls * 50L > text.Length || broken * 5L > text.Length;
    }
}
