using Sitrep.Language.Tokens;

namespace Sitrep.Tests.Pipeline.Extract;

/// <summary>Sentences without a parser: words and marks, no tags, one sentence for the whole text.</summary>
internal static class TestSentence
{
    /// <param name="keepHyphens">True: "two-day" is one token; false: three.</param>
    public static Sentence Of(string text, bool keepHyphens = true)
    {
        var tokens = new List<Token>();
        for (int i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i])) { i++; continue; }
            int end = i + 1;
            if (IsInside(text[i]))
            {
                while (end < text.Length && (IsInside(text[end]) || (end + 1 < text.Length && IsInside(text[end + 1]) && (text[end] is '.' or ',' or ':' || (keepHyphens && text[end] is '-'))))) end++;
                if (end < text.Length && text[end] == '.' && end - i <= 4 && end + 1 < text.Length) end++;   // "Nov."
            }
            tokens.Add(new Token(i, end, text[i..end], "", Upos.X, "", -1, "", NameKind.None, false));
            i = end;
        }
        return new Sentence(tokens.Count > 0 ? tokens[0].Start : 0, tokens.Count > 0 ? tokens[^1].End : 0, [.. tokens]);
    }

    private static bool IsInside(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
