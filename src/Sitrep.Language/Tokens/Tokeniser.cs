using System.Buffers;
using System.Globalization;

namespace Sitrep.Language.Tokens;

/// <summary>Cuts text into the words of Universal Dependencies English (EWT, GUM): clitics and hyphenated compounds are split.</summary>
/// <remarks>Hand-written scanner, one pass, linear. Every visible character lies in exactly one token.</remarks>
internal static class Tokeniser
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouAEIOU");

    public static List<RawToken> Scan(string text, int start, int end)
    {
        var tokens = new List<RawToken>((end - start) / 5 + 4);
        Append(text, start, end, tokens);
        return tokens;
    }

    /// <summary>Writes the tokens behind those of a list.</summary>
    public static void Append(string text, int start, int end, List<RawToken> tokens)
    {
        int at = start, before = tokens.Count;
        Gap gap = Gap.BlankLine;
        while (at < end)
        {
            int lines = 0, from = at;
            while (at < end && Characters.IsBlank(text[at]))
            {
                if (text[at] == '\n') lines++;
                at++;
            }
            if (at >= end) break;
            if (at > from && tokens.Count > before) gap = lines switch { 0 => Gap.Space, 1 => Gap.NewLine, _ => Gap.BlankLine };
            int chunkEnd = at;
            while (chunkEnd < end && !Characters.IsBlank(text[chunkEnd])) chunkEnd++;
            Chunk(text, at, chunkEnd, end, gap, tokens);
            at = chunkEnd;
        }
    }

    /// <summary>Cuts one run of visible characters.</summary>
    private static void Chunk(string text, int chunk, int chunkEnd, int textEnd, Gap gap, List<RawToken> tokens)
    {
        var addresses = new Addresses();
        int at = chunk;
        bool missingSpace = false;
        while (at < chunkEnd)
        {
            int next = char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_' ? addresses.End(text, at, chunkEnd) : at;
            Gap here = missingSpace ? Gap.MissingSpace : gap;
            if (next > at)
            {
                tokens.Add(new RawToken(at, next, here));
            }
            else if (StartsWord(text, at, chunkEnd))
            {
                next = WordEnd(text, at, chunkEnd, textEnd);
                WordSplitter.Split(text, at, next, textEnd, here, tokens);
            }
            else
            {
                next = Emoticons.End(text, chunk, at, chunkEnd);
                if (next == at) next = Signs.End(text, at, chunkEnd);
                tokens.Add(new RawToken(at, next, here));
            }
            missingSpace = next < chunkEnd && next - at == 1 && text[at] is '.' or '!' or '?' && char.IsLetter(text[next]) && at > 0 && char.IsLetter(text[at - 1]);
            gap = Gap.None;
            at = next;
        }
    }

    private static bool StartsWord(string text, int at, int end)
    {
        char c = text[at];
        if (c != '_' && WordLength(text, at, end) > 0) return true;
        if (at + 1 >= end) return false;
        char next = text[at + 1];
        if (c is '@' or '#') return char.IsLetter(next) || next == '_';
        bool first = at == 0 || !Characters.IsWord(text[at - 1]);
        if (Characters.IsApostrophe(c))
        {
            // "'05", "'60s"; "'em"
            if (char.IsAsciiDigit(next)) return at + 2 < end && char.IsAsciiDigit(text[at + 2]) && (at + 3 >= end || !char.IsAsciiDigit(text[at + 3]));
            return WordSplitter.IsClitic(text.AsSpan(at, Math.Min(end - at, 4))) || (first && WordSplitter.IsClipped(text.AsSpan(at + 1, Math.Min(end - at - 1, 5))));
        }
        return first && char.IsAsciiDigit(next) && (c is '.' or ',' || (c == '+' && at + 2 < end && char.IsAsciiDigit(text[at + 2])) || (c == '+' && at + 2 == end));
    }

    /// <summary>Characters the word sign at <paramref name="at"/> takes; 0 when it is none. Pictures beyond the basic plane are signs of their own.</summary>
    private static int WordLength(string text, int at, int end)
    {
        char c = text[at];
        if (!Characters.IsWord(c)) return 0;
        if (!char.IsHighSurrogate(c) || at + 1 >= end || !char.IsLowSurrogate(text[at + 1])) return 1;
        return CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol ? 0 : 2;
    }

    /// <summary>End of the word that starts at <paramref name="at"/>, clitics included, hyphenated parts not.</summary>
    private static int WordEnd(string text, int at, int end, int textEnd)
    {
        int i = at + Math.Max(1, WordLength(text, at, end));
        int segment = at;    // where the letters since the last stop or digit begin
        bool dotted = text[at] == '.';
        while (i < end)
        {
            char c = text[i], before = text[i - 1];
            if (WordLength(text, i, end) is > 0 and var length)
            {
                if (char.IsAsciiDigit(before) && !char.IsAsciiDigit(c)) segment = i;
                i += length;
                continue;
            }
            char after = i + 1 < end ? text[i + 1] : ' ';
            if (c is '.' or ',' or ':' or '/' && char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
            {
                i++;
                continue;
            }
            if (c == '.')
            {
                if (ContinuesDotted(text, segment, i, end, dotted))
                {
                    dotted = true;
                    segment = ++i;
                    continue;
                }
                bool initial = i - segment == 1 && char.IsLetter(before);
                if ((dotted && initial) || (dotted && i - segment <= 2 && char.IsUpper(text[segment])) || Abbreviations.KeepsStop(text, at, i, textEnd)) i++;
                break;
            }
            bool single = i - at == 1 && char.IsLetter(before) && char.IsLetter(after) && (i + 2 >= end || !Characters.IsWord(text[i + 2]));
            if (single && c is '/' or '&') i++;                                                              // "n/a", "p&l"
            else if (c == '/' && before is 'w' && i - at == 1 && text.AsSpan(i, Math.Min(4, end - i)) is "/out") i++;
            else if (Characters.IsApostrophe(c) && char.IsLetterOrDigit(before) && char.IsLetter(after)) i++;
            else if (c == '*' && char.IsAsciiLetter(before) && char.IsAsciiLetter(after)) i++;               // letters struck out
            else if (c == '&' && char.IsUpper(before) && char.IsUpper(after)) i++;
            else if (c is '-' or '\u2010' or '\u2011' && char.IsLetterOrDigit(after) && WordSplitter.KeepsHyphen(text, at, i, end)) i++;
            else if (c == '-' && (i + 1 == end) && IsFragment(text.AsSpan(at, i - at))) return i + 1;
            else if (c == '$' && IsDollar(text.AsSpan(at, i - at))) return i + 1;
            else break;
        }
        return i;
    }

    /// <summary>True when the word goes on after the stop: "U.S.", "a.m.", "Ph.D.", but not "J.Smith" or "the town.The army".</summary>
    private static bool ContinuesDotted(string text, int segment, int stop, int end, bool dotted)
    {
        if (stop + 1 >= end || !char.IsLetter(text[stop + 1])) return false;
        int next = stop + 1;
        while (next < end && next < stop + 4 && char.IsLetter(text[next])) next++;
        bool stopFollows = next < end && text[next] == '.';
        int length = stop - segment;
        if (length == 1 && char.IsLetter(text[segment])) return next - stop - 1 <= 2 && (stopFollows || next == end || !char.IsLetter(text[next]));
        return length == 2 && stopFollows && char.IsUpper(text[segment]) && char.IsLower(text[segment + 1]) && (dotted || char.IsUpper(text[stop + 1]));
    }

    /// <summary>True for a word broken off by its speaker, as transcripts write it: "th-", "Sh-". With a vowel it could be half of a compound.</summary>
    private static bool IsFragment(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 || word.ContainsAny(Vowels)) return false;
        for (int i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetter(word[i]) || (i > 0 && char.IsUpper(word[i]))) return false;
        }
        return true;
    }

    private static bool IsDollar(ReadOnlySpan<char> country) => country is "US" or "A" or "AU" or "C" or "CA" or "HK" or "NZ" or "NT" or "S" or "R" or "U";
}
