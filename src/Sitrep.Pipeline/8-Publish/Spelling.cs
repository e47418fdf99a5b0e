using System.Text;

namespace Sitrep.Pipeline.Publish;

/// <summary>How values are spelt in the published record.</summary>
internal static class Spelling
{
    /// <summary><c>SingleSource</c> → <c>single-source</c>.</summary>
    public static string Kebab<T>(T value) where T : struct, Enum => Split(value.ToString(), '-');

    /// <summary><c>AtLeast</c> → <c>at least</c>.</summary>
    public static string Spaced<T>(T value) where T : struct, Enum => Split(value.ToString(), ' ');

    private static string Split(string name, char separator)
    {
        var spelt = new StringBuilder(name.Length + 4);
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && spelt.Length > 0) spelt.Append(separator);
            spelt.Append(char.ToLowerInvariant(letter));
        }
        return spelt.ToString();
    }

    /// <summary>The text with every lone surrogate replaced by U+FFFD: as many code points as before, and UTF-8 can hold it.</summary>
    public static string WellFormed(string text)
    {
        int bad = FirstLoneSurrogate(text, 0);
        if (bad < 0) return text;
        char[] mended = text.ToCharArray();
        for (; bad >= 0; bad = FirstLoneSurrogate(text, bad + 1)) mended[bad] = '\uFFFD';
        return new string(mended);
    }

    private static int FirstLoneSurrogate(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else return i;
        }
        return -1;
    }
}
