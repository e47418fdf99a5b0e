using System.Text;
using AngleSharp.Html;

namespace Sitrep.Pipeline.Clean.Html;

/// <summary>Character references of HTML: <c>&amp;eacute;</c>, <c>&amp;#233;</c>, <c>&amp;#xE9;</c>.</summary>
internal static class HtmlEntities
{
    /// <summary>The longest name in the HTML standard has 31 letters.</summary>
    private const int LongestName = 32;

    /// <returns>The characters meant and the source characters they took, or null when there is no reference at <paramref name="at"/>.</returns>
    public static string? Read(ReadOnlySpan<char> source, int at, out int length)
    {
        length = 0;
        if (at + 2 >= source.Length) return null;
        return source[at + 1] == '#' ? Number(source, at, out length) : Named(source, at, out length);
    }

    public static string Decode(ReadOnlySpan<char> source)
    {
        if (!source.Contains('&')) return source.ToString();
        var text = new StringBuilder(source.Length);
        for (int i = 0; i < source.Length;)
        {
            if (source[i] == '&' && Read(source, i, out int length) is { } meant)
            {
                text.Append(meant);
                i += length;
            }
            else text.Append(source[i++]);
        }
        return text.ToString();
    }

    private static string? Number(ReadOnlySpan<char> source, int at, out int length)
    {
        int i = at + 2;
        bool hex = source[i] is 'x' or 'X';
        if (hex) i++;
        int start = i;
        int code = 0;
        while (i < source.Length && (hex ? char.IsAsciiHexDigit(source[i]) : char.IsAsciiDigit(source[i])))
        {
            int digit = char.IsAsciiDigit(source[i]) ? source[i] - '0' : (source[i] | 0x20) - 'a' + 10;
            code = Math.Min((code * (hex ? 16 : 10)) + digit, 0x110000);
            i++;
        }
        length = 0;
        if (i == start) return null;
        if (i < source.Length && source[i] == ';') i++;
        length = i - at;
        // Numbers of the C1 controls are meant as windows-1252, says the HTML standard.
        if (code is >= 0x80 and <= 0x9F) return CodePagesEncodingProvider.Instance.GetEncoding(1252)?.GetString([(byte)code]) ?? "\uFFFD";
        return code is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) ? "\uFFFD" : char.ConvertFromUtf32(code);
    }

    private static string? Named(ReadOnlySpan<char> source, int at, out int length)
    {
        int end = at + 1;
        while (end < source.Length && end - at <= LongestName && char.IsAsciiLetterOrDigit(source[end])) end++;
        length = 0;
        if (end == at + 1) return null;
        if (end < source.Length && source[end] == ';' && HtmlEntityProvider.Resolver.GetSymbol(source[(at + 1)..(end + 1)].ToString()) is { } whole)
        {
            length = end + 1 - at;
            return whole;
        }
        // A few old names also work without semicolon; none of them is longer than six letters.
        for (int stop = Math.Min(end, at + 7); stop > at + 2; stop--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(source[(at + 1)..stop].ToString()) is not { } old) continue;
            length = stop - at;
            return old;
        }
        return null;
    }
}
