using System.Collections.Frozen;

namespace Sitrep.Language.Tokens;

/// <summary>Groups tokens into sentences by rules on full stops, quotes, capitals and line breaks.</summary>
internal static class SentenceSplitter
{
    /// <summary>Longest sentence, in tokens. Real ones stay under 150; lists without stops are cut here so that later rules stay cheap.</summary>
    public const int LongestSentence = 300;

    // Words that begin sentences and hardly ever continue a name: after "U.S." or "a.m." they show that a sentence has ended.
    private static readonly FrozenSet<string> Starters =
        ("The A An In On At It He She They We But And This That These Those His Her Their Its As After Before When While If For From With By "
        + "There Then However Also Meanwhile Earlier Later Since Some Many Most More Both One Two Such Our My You What Who Where Why How No Not So Yet Or To According Officials").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Index just past the last token of each sentence.</summary>
    public static List<int> Ends(string text, List<RawToken> tokens)
    {
        var ends = new List<int>();
        int first = 0;
        for (int i = 0; i < tokens.Count - 1; i++)
        {
            if (i + 1 - first >= LongestSentence || IsBreak(text, tokens, first, i))
            {
                ends.Add(i + 1);
                first = i + 1;
            }
        }
        if (tokens.Count > first) ends.Add(tokens.Count);
        return ends;
    }

    /// <summary>True when a sentence ends after token <paramref name="i"/>.</summary>
    private static bool IsBreak(string text, List<RawToken> tokens, int first, int i)
    {
        RawToken next = tokens[i + 1];
        if (next.Gap == Gap.BlankLine) return true;
        if (next.Gap == Gap.NewLine && IsBullet(text, next)) return true;
        int last = i;
        // Closing quotes and brackets belong to the sentence they close.
        while (last > first && last > i - 3 && IsClosingToken(text, tokens[last]) && tokens[last].Gap == Gap.None) last--;
        ReadOnlySpan<char> end = Of(text, tokens[last]);
        bool closers = last < i;
        if (next.Gap == Gap.None) return false;
        if (next.Gap == Gap.MissingSpace) return !closers && char.IsUpper(text[next.Start]) && tokens[last].End - tokens[last].Start == 1 && PreviousIsWord(text, tokens, first, last);
        if (!closers && next.End - next.Start == 1 && text[next.Start] is '"' or '\u201D' && end[^1] is '.' or '!' or '?' && OpenQuotes(text, tokens, first, i)) return false;

        bool stop = end.Length == 1 && end[0] is '.' or '!' or '?' or '\u2026' || (end.Length > 1 && end[0] is '!' or '?' && end[^1] is '!' or '?');
        bool dots = end.Length > 1 && end[0] == '.' && end[1] == '.';
        if (!stop && !dots)
        {
            if (end.Length < 3 || end[^1] != '.') return false;
            return (closers || Abbreviations.MayEndSentence(end)) && Starters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Of(text, next));
        }
        return Begins(text, tokens, i + 1, dots);
    }

    private static bool PreviousIsWord(string text, List<RawToken> tokens, int first, int stop) =>
        stop > first && tokens[stop - 1].End - tokens[stop - 1].Start > 1 && char.IsLower(text[tokens[stop - 1].End - 1]);

    /// <summary>True when the token can begin a sentence: a capital, a digit or an opening sign before one, a non-Latin letter.</summary>
    private static bool Begins(string text, List<RawToken> tokens, int i, bool afterDots)
    {
        for (int k = i; k < tokens.Count && k < i + 3; k++)
        {
            char c = text[tokens[k].Start];
            if (char.IsDigit(c)) return !afterDots;
            if (char.IsLetter(c)) return !char.IsLower(c);
            if (char.IsSurrogate(c)) return true;
            if (!Characters.IsOpening(c) && c is not ('$' or '\u20AC' or '\u00A3' or '#' or '@' or '-' or '\u2014' or '\u2022' or '*' or '.')) return false;
        }
        return true;
    }

    private static bool OpenQuotes(string text, List<RawToken> tokens, int first, int i)
    {
        int open = 0;
        for (int k = first; k <= i; k++)
        {
            if (tokens[k].End - tokens[k].Start == 1 && text[tokens[k].Start] is '"' or '\u201C' or '\u201D') open++;
        }
        return (open & 1) == 1;
    }

    private static bool IsBullet(string text, RawToken token) => token.End - token.Start == 1 && text[token.Start] is '\u2022' or '*' or '-' or '\u00B7' or '\u25AA' or '\u2013';

    private static bool IsClosingToken(string text, RawToken token) => token.End - token.Start <= 2 && Characters.IsClosing(text[token.Start]) && Characters.IsClosing(text[token.End - 1]);

    private static ReadOnlySpan<char> Of(string text, RawToken token) => text.AsSpan(token.Start, token.End - token.Start);
}
