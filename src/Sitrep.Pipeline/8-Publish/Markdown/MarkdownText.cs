using System.Text;

namespace Sitrep.Pipeline.Publish.Markdown;

/// <summary>Text of others inside Markdown: every character that could mean something there is escaped (CommonMark 2.4, GitHub's tables and maths).</summary>
internal static class MarkdownText
{
    /// <summary>Mean something anywhere. Round brackets do not once square ones are escaped.</summary>
    private const string Anywhere = "\\`*_[]<|~$";

    /// <summary>Open a heading, list, quote or rule where a line starts.</summary>
    private const string AtStart = "#+->=:";

    /// <summary>One line; the text may come from anywhere.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (letter is '\r' or '\n') { escaped.Append(' '); continue; }
            if (Means(text, i, letter)) escaped.Append('\\');
            escaped.Append(letter);
        }
        return escaped.ToString();
    }

    private static bool Means(string text, int at, char letter) => letter switch
    {
        '&' => at + 1 < text.Length && (text[at + 1] == '#' || char.IsAsciiLetter(text[at + 1])),   // an entity
        '.' or ')' => OnlyDigitsBefore(text, at),                                                   // a numbered list
        ':' when at + 1 < text.Length && text[at + 1] == '/' => true,                               // an address, which some readers link
        _ => Anywhere.Contains(letter) || at == 0 && AtStart.Contains(letter),
    };

    private static bool OnlyDigitsBefore(string text, int at)
    {
        // CommonMark ends a list number after nine digits.
        if (at is 0 or > 9) return false;
        for (int i = 0; i < at; i++) if (!char.IsAsciiDigit(text[i])) return false;
        return true;
    }
}
