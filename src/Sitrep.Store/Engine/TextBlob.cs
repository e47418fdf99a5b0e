using System.Text;

namespace Sitrep.Store.Engine;

/// <summary>A text as bytes: one byte that names the encoding, then the text.</summary>
/// <remarks>Received text can hold NULs, which SQLite's own TEXT cuts at, and lone surrogates, which UTF-8 cannot carry. Both must come
/// back as they were, or offsets into the text lie.</remarks>
internal static class TextBlob
{
    private const byte Utf8 = 8, Utf16LittleEndian = 16;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(string text)
    {
        if (!HasLoneSurrogate(text))
        {
            var utf8 = new byte[1 + Strict.GetByteCount(text)];
            utf8[0] = Utf8;
            Strict.GetBytes(text, utf8.AsSpan(1));
            return utf8;
        }
        // Encoding.Unicode would replace what is not a pair: copy the code units themselves.
        var utf16 = new byte[1 + (2 * text.Length)];
        utf16[0] = Utf16LittleEndian;
        for (int i = 0; i < text.Length; i++) (utf16[1 + (2 * i)], utf16[2 + (2 * i)]) = ((byte)(text[i] & 0xFF), (byte)(text[i] >> 8));
        return utf16;
    }

    /// <exception cref="InvalidDataException">These are not bytes that <see cref="Write"/> made.</exception>
    public static string Read(byte[] bytes)
    {
        ReadOnlySpan<byte> text = bytes.AsSpan(Math.Min(1, bytes.Length));
        switch (bytes.Length == 0 ? 0 : bytes[0])
        {
            case Utf8:
                try
                {
                    return Strict.GetString(text);
                }
                catch (DecoderFallbackException wrong)
                {
                    throw new InvalidDataException("a stored text is not UTF-8", wrong);
                }
            case Utf16LittleEndian when text.Length % 2 == 0:
                var letters = new char[text.Length / 2];
                for (int i = 0; i < letters.Length; i++) letters[i] = (char)(text[2 * i] | (text[(2 * i) + 1] << 8));
                return new string(letters);
            default:
                throw new InvalidDataException("a stored text has an unknown encoding");
        }
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
            i++;
        }
        return false;
    }
}
