using System.Buffers;
using System.Collections.Frozen;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Takes the marks off names that are written in quotation marks (the agency "Nord", the head of "Falke"): nobody is quoted there, and the parser takes them for the ends of a quotation.</summary>
/// <param name="nouns">Nouns that such a name stands behind: "agency", "movement", "ship".</param>
internal sealed class QuotedNames(FrozenSet<string> nouns)
{
    /// <summary>Longest name in characters, and in words.</summary>
    private const int LengthMax = 40, WordsMax = 4;

    private static readonly SearchValues<char> Openers = SearchValues.Create('"', '“', '«', '„');

    // What may stand before a name and hardly before what somebody says.
    private static readonly FrozenSet<string> Joints = FrozenSet.Create(StringComparer.Ordinal, "the", "a", "an", "of", "by", "from", "and", "with", "in", "at", "for");

    /// <returns>The text at the same length, with a blank for each such mark; the text itself where there is none.</returns>
    public string Bare(string text)
    {
        char[]? bare = null;
        for (int open = Next(text, 0); open >= 0; open = Next(text, open + 1))
        {
            if (Close(text, open) is not (> 0 and var close) || !IsName(text.AsSpan(open + 1, close - open - 1)) || !MayFollow(text, open)) continue;
            bare ??= text.ToCharArray();
            (bare[open], bare[close]) = (' ', ' ');
            open = close;
        }
        return bare is null ? text : new string(bare);
    }

    private static int Next(string text, int from) => from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny(Openers) is >= 0 and var at ? from + at : -1;

    private static int Close(string text, int open)
    {
        char mark = text[open] switch { '«' => '»', '"' => '"', _ => '”' };
        int length = text.AsSpan(open + 1, Math.Min(LengthMax, text.Length - open - 1)).IndexOf(mark);
        return length > 0 ? open + 1 + length : -1;
    }

    // Capitals all along, and no mark of a sentence.
    private static bool IsName(ReadOnlySpan<char> words)
    {
        int count = 0;
        foreach (Range word in words.Split(' '))
        {
            ReadOnlySpan<char> one = words[word];
            if (one.IsEmpty || !char.IsUpper(one[0]) || one.ContainsAnyExcept(NameCharacters) || ++count > WordsMax) return false;
        }
        return true;
    }

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create([.. Enumerable.Range(0, 0x250).Select(code => (char)code).Where(c => char.IsLetterOrDigit(c) || c is '-' or '\'' or '’')]);

    private bool MayFollow(string text, int open)
    {
        if (open < 2 || text[open - 1] != ' ') return false;
        int end = open - 1, start = end;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        string before = text[start..end];
        return before.Length > 0 && char.IsLower(before[0]) && (Joints.Contains(before) || nouns.Contains(before));
    }
}
