using System.Text;

namespace Sitrep.Pipeline.Publish.Markdown;

/// <summary>Text of others inside Markdown: every character that could mean something is escaped (CommonMark 2.4).</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+!|~&=$^@";

    /// <summary>One line; the text may come from anywhere.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (letter is '\r' or '\n') { escaped.Append(' '); continue; }
            // A hyphen or a number opens a list only where a line starts; a colon links, by extension, only in an address.
            bool opens = letter == '-' ? i == 0 : letter == '.' ? OnlyDigitsBefore(text, i) : letter == ':' ? LinksByScheme(text, i) : Special.Contains(letter);
            if (opens) escaped.Append('\\');
            escaped.Append(letter);
        }
        return escaped.ToString();
    }

    private static bool OnlyDigitsBefore(string text, int at)
    {
        // CommonMark ends a list number after nine digits.
        if (at is 0 or > 9) return false;
        for (int i = 0; i < at; i++) if (!char.IsAsciiDigit(text[i])) return false;
        return true;
    }

    private static bool LinksByScheme(string text, int at) => at + 1 < text.Length && text[at + 1] == '/';
}
