using System.Globalization;

namespace Sitrep.Language.Tokens;

/// <summary>Classes of characters the scanners ask for.</summary>
internal static class Characters
{
    /// <summary>White space, and what is invisible and separates nothing visible: zero-width space, byte order mark, soft controls.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u2060' or '\u200E' or '\u200F';

    /// <summary>Letters, digits, marks, and halves of surrogate pairs: what words are made of.</summary>
    public static bool IsWord(char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) return true;
        if (c < 0x80) return c == '_';
        if (char.IsSurrogate(c)) return true;
        return CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.Format or UnicodeCategory.PrivateUse;
    }

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '`' or '\u2018';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';

    public static bool IsOpening(char c) => c is '(' or '[' or '{' or '"' or '\'' or '\u201C' or '\u2018' or '\u00AB' or '`' or '\u201E';

    public static bool IsClosing(char c) => c is ')' or ']' or '}' or '"' or '\'' or '\u201D' or '\u2019' or '\u00BB';

    /// <summary>One sign for the many ways to write it: curly quotes, dashes and no-break hyphens become their ASCII kin.</summary>
    public static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
        _ => c,
    };
}
