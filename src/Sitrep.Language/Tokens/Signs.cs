namespace Sitrep.Language.Tokens;

/// <summary>Cuts what is no word: punctuation, rules of signs, emoji.</summary>
internal static class Signs
{
    // Mixed signs that draw a line under or around a text: "*~*~*", "--------+----".
    private const int ShortestRule = 6;

    /// <summary>End of the token of signs at <paramref name="at"/>: runs of one sign are one token ("...", "--", "!!!", "&lt;&lt;"), brackets and double quotes are not.</summary>
    public static int End(string text, int at, int end)
    {
        char c = text[at];
        int next = at + 1;
        if (char.IsHighSurrogate(c)) return PictureEnd(text, at, end);
        if (Characters.IsApostrophe(c)) return next < end && text[next] == c || (c == '\u2018' && next < end && text[next] == '\u2019') ? next + 1 : next;
        if (c is not ('.' or '-' or '!' or '?' or '*' or '=' or '_' or '~' or '+' or '\u2014' or '\u2013' or '<' or '>' or '#' or '$' or '\\' or '/' or '\u2026')) return next < end && text[next] == '\uFE0F' ? next + 1 : next;
        while (next < end && text[next] == c) next++;
        int rule = next;
        while (rule < end && text[rule] is '-' or '=' or '_' or '~' or '*' or '+' or '<' or '>' or '|') rule++;
        if (rule - at >= ShortestRule && c is not ('.' or '!' or '?' or '#' or '$' or '/' or '\\')) return rule;
        if (c is '!' or '?' || (c == '.' && next == at + 1 && next < end && text[next] is '!' or '?'))
        {
            while (next < end && text[next] is '!' or '?') next++;
        }
        else if (c is '-' or '=')
        {
            while (next < end && text[next] is '-' or '=') next++;
            if (next < end && text[next] == '>' && next - at > 1) next++;
        }
        else if (c == '\u2026' && next < end && text[next] == '.')
        {
            next++;
        }
        return next;
    }

    /// <summary>An emoji with what belongs to it: variation selectors, skin tones, joined pictures.</summary>
    private static int PictureEnd(string text, int at, int end)
    {
        int next = at + 2;
        while (next < end)
        {
            char c = text[next];
            if (c is '\uFE0F' or '\u20E3' or '\u200D') next++;
            else if (c == '\uD83C' && next + 1 < end && text[next + 1] is >= '\uDFFB' and <= '\uDFFF') next += 2;
            else if (text[next - 1] == '\u200D' && next + 1 < end && char.IsSurrogatePair(c, text[next + 1])) next += 2;
            else break;
        }
        return next;
    }
}
