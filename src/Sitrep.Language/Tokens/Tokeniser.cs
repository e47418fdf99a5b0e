namespace Sitrep.Language.Tokens;

/// <summary>Cuts text into the words of Universal Dependencies English (EWT, GUM): clitics and hyphenated compounds are split.</summary>
/// <remarks>Hand-written scanner, one pass, linear. Every visible character lies in exactly one token.</remarks>
internal static class Tokeniser
{
    public static List<RawToken> Scan(string text, int start, int end)
    {
        var tokens = new List<RawToken>((end - start) / 5 + 4);
        Scan(text, start, end, tokens);
        return tokens;
    }

    /// <summary>Writes the tokens into a list that is used again.</summary>
    public static void Scan(string text, int start, int end, List<RawToken> tokens)
    {
        tokens.Clear();
        int at = start;
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
            if (at > from && tokens.Count > 0) gap = lines switch { 0 => Gap.Space, 1 => Gap.NewLine, _ => Gap.BlankLine };
            int chunkEnd = at;
            while (chunkEnd < end && !Characters.IsBlank(text[chunkEnd])) chunkEnd++;
            Chunk(text, at, chunkEnd, end, gap, tokens);
            at = chunkEnd;
        }
    }

    /// <summary>Cuts one run of visible characters.</summary>
    private static void Chunk(string text, int at, int chunkEnd, int textEnd, Gap gap, List<RawToken> tokens)
    {
        int address = AddressEnd(text, at, chunkEnd);
        if (address > at)
        {
            tokens.Add(new RawToken(at, address, gap));
            (at, gap) = (address, Gap.None);
        }
        bool missingSpace = false;
        while (at < chunkEnd)
        {
            int next;
            char c = text[at];
            Gap here = missingSpace ? Gap.MissingSpace : gap;
            if (StartsWord(text, at, chunkEnd))
            {
                next = WordEnd(text, at, chunkEnd, textEnd);
                WordSplitter.Split(text, at, next, here, tokens);
            }
            else
            {
                next = at + 1;
                // Runs of one sign are one token: "...", "--", "!!!", "*****"; brackets and double quotes are not.
                if (c is '.' or '-' or '!' or '?' or '*' or '=' or '_' or '~' or '+' or '\u2014' or '\u2013')
                {
                    while (next < chunkEnd && (text[next] == c || (c is '!' or '?' && text[next] is '!' or '?'))) next++;
                }
                else if (c is '\'' or '`' && next < chunkEnd && text[next] == c)
                {
                    next++;
                }
                tokens.Add(new RawToken(at, next, here));
            }
            missingSpace = next < chunkEnd && tokens[^1].End == next && tokens[^1].End - tokens[^1].Start == 1
                && text[next - 1] is '.' or '!' or '?' && next - at == 1 && char.IsLetter(text[next]) && at > 0 && char.IsLetter(text[at - 1]);
            gap = Gap.None;
            at = next;
        }
    }

    private static bool StartsWord(string text, int at, int end)
    {
        char c = text[at];
        if (Characters.IsWord(c) && c != '_') return true;
        if (at + 1 >= end) return false;
        char next = text[at + 1];
        if (c is '@' or '#') return char.IsLetter(next) || next == '_';
        if (Characters.IsApostrophe(c))
        {
            if (char.IsAsciiDigit(next)) return at + 2 < end && char.IsAsciiDigit(text[at + 2]) && (at + 3 >= end || !char.IsAsciiDigit(text[at + 3]));
            return WordSplitter.IsClitic(text.AsSpan(at, Math.Min(end - at, 4)));
        }
        return c is '.' or ',' && char.IsAsciiDigit(next) && (at == 0 || !Characters.IsWord(text[at - 1]));
    }

    /// <summary>End of the word that starts at <paramref name="at"/>, clitics included, hyphenated parts not.</summary>
    private static int WordEnd(string text, int at, int end, int textEnd)
    {
        int i = at + 1;
        bool sawStop = text[at] == '.';
        while (i < end)
        {
            char c = text[i];
            if (Characters.IsWord(c)) { i++; continue; }
            char before = text[i - 1];
            char after = i + 1 < end ? text[i + 1] : ' ';
            bool digits = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
            if (c is ',' or ':' or '/' && digits) { i++; continue; }
            if (c == '.')
            {
                if (digits) { i++; continue; }
                // Dotted letters: "U.S.", "a.m.", "Ph.D."; also file and host names in lower case: "example.org".
                if (char.IsLetter(after) && (OneLetter(text, at, i) || (sawStop && i - LastStop(text, at, i) <= 3))) { sawStop = true; i++; continue; }
                if (char.IsAsciiLetterLower(after) && char.IsLetterOrDigit(before) && !sawStop && LooksLikeHost(text, i, end)) { i++; continue; }
                if (sawStop && OneLetter(text, LastStop(text, at, i) + 1, i)) { i++; break; }
                if (Abbreviations.KeepsStop(text.AsSpan(at, i - at), NameOrNumberFollows(text, i + 1, textEnd))) i++;
                break;
            }
            if (Characters.IsApostrophe(c) && char.IsLetterOrDigit(before) && char.IsLetter(after)) { i++; continue; }
            if (c == '&' && char.IsUpper(before) && char.IsUpper(after)) { i++; continue; }
            if (c == '-' && char.IsLetterOrDigit(after) && WordSplitter.KeepsHyphen(text, at, i, end)) { i++; continue; }
            break;
        }
        return i;
    }

    private static bool OneLetter(string text, int from, int to) => to - from == 1 && char.IsLetter(text[from]);

    private static int LastStop(string text, int from, int to)
    {
        for (int i = to - 1, least = Math.Max(from, to - 4); i >= least; i--)
        {
            if (text[i] == '.') return i;
        }
        return from - 1;
    }

    private static bool LooksLikeHost(string text, int stop, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(stop + 1, Math.Min(end - stop - 1, 6));
        int letters = 0;
        while (letters < rest.Length && char.IsAsciiLetterLower(rest[letters])) letters++;
        return rest[..letters] is "com" or "org" or "net" or "gov" or "edu" or "co" or "info" or "doc" or "pdf" or "html" or "htm" or "jpg" or "int" or "tv";
    }

    private static bool NameOrNumberFollows(string text, int at, int end)
    {
        for (int i = at, last = Math.Min(end, at + 3); i < last; i++)
        {
            if (!Characters.IsBlank(text[i])) return char.IsUpper(text[i]) || char.IsAsciiDigit(text[i]);
        }
        return false;
    }

    /// <summary>End of a web or mail address at <paramref name="at"/>; <paramref name="at"/> itself when there is none.</summary>
    private static int AddressEnd(string text, int at, int end)
    {
        ReadOnlySpan<char> chunk = text.AsSpan(at, end - at);
        bool web = chunk.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        if (!web)
        {
            int sign = chunk.IndexOf('@');
            if (sign < 1 || !char.IsLetterOrDigit(chunk[0]) || chunk[sign..].IndexOf('.') < 2) return at;
        }
        int length = chunk.Length;
        while (length > 1 && (Characters.IsClosing(chunk[length - 1]) || chunk[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '>')) length--;
        return at + length;
    }
}
