using System.Globalization;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>A sentence of a body, as far as marks and capitals tell: this stage comes before parsing.</summary>
/// <param name="Span">In the clean text, with the white space before it.</param>
/// <param name="First">Number of its first word in the body.</param>
internal readonly record struct BodySentence(TextSpan Span, int First, int Words)
{
    /// <summary>Letters before a full stop below which it may end an abbreviation: "Mr.", "Gen.", "U.S.".</summary>
    private const int WordMin = 4;

    /// <summary>True when the character closes a sentence: it is white space after an end mark, and a capital, a digit or a quotation follows.</summary>
    /// <remarks>An end that is missed makes one sentence of two; that costs precision of first publication, never a copy.</remarks>
    public static bool EndsAt(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsWhiteSpace(text[at]) || at == 0 || at + 1 >= text.Length) return false;
        char next = text[at + 1];
        if (!(char.IsUpper(next) || char.IsDigit(next) || IsOpening(next))) return false;
        int mark = at - 1;
        while (mark > 0 && (text[mark] is '"' or '\'' or '”' or '’' or ')' or '»')) mark--;
        if (text[mark] is '!' or '?' or '…') return true;
        if (text[mark] != '.') return false;
        if (mark < at - 1) return true;   // a closed quotation is no abbreviation
        int letters = 0;
        while (letters < WordMin && mark - 1 - letters >= 0 && IsWordLetter(text[mark - 1 - letters])) letters++;
        return letters >= WordMin || (letters > 0 && !char.IsUpper(text[mark - letters]));
    }

    private static bool IsOpening(char letter) => letter is '"' or '“' or '„' or '«' or '‘' or '\'' or '(';

    private static bool IsWordLetter(char letter) => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
