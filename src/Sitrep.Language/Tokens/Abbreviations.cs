using System.Collections.Frozen;

namespace Sitrep.Language.Tokens;

/// <summary>English abbreviations that keep their full stop, from <c>abbreviations.tsv</c>.</summary>
internal static class Abbreviations
{
    private const int Longest = 8;

    // Words that begin sentences and hardly ever a name: after an abbreviation they show that its stop also ends the sentence.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters =
        ("The A An In On At It He She They We You But And This That These Those His Her Their Its My Our As After Before When While If For From With By "
        + "There Then However Also Since Some Many Most What Who Where Why How Please So Yet Or To").Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Entries =
        WordTable.Rows("abbreviations.tsv", 3).ToFrozenDictionary(row => row[0], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the full stop at <paramref name="stop"/> belongs to the word that starts at <paramref name="start"/>.</summary>
    public static bool KeepsStop(string text, int start, int stop, int end)
    {
        ReadOnlySpan<char> word = text.AsSpan(start, stop - start);
        if (word.Length is 0 or > Longest || (stop + 2 < end && text[stop + 1] == '.' && text[stop + 2] == '.')) return false;
        int next = stop + 1;
        for (int last = Math.Min(end, stop + 4); next < last && Characters.IsBlank(text[next]); next++) { }
        bool number = next < end && char.IsAsciiDigit(text[next]), capital = next < end && char.IsUpper(text[next]);
        if (word.Length == 1 && char.IsUpper(word[0])) return word[0] != 'I' && !IsStarter(text, next, end);
        if (!Entries.TryGetValue(word, out string[]? entry)) return false;
        return entry[1] switch
        {
            "always" => true,
            "lower" => !capital && !(next < end && next > stop + 1 && text[next] == '.'),
            "number" => number,
            "name" => number || (capital && (char.IsUpper(word[0]) || word.Length <= 2) && !IsStarter(text, next, end)),
            "state" => char.IsUpper(word[0]) && !IsStarter(text, next, end) && (number || capital || (start >= 2 && text[start - 2] == ',')),
            _ => !IsStarter(text, next, end),
        };
    }

    /// <summary>True when a sentence may end in this abbreviation (given with its full stop).</summary>
    public static bool MayEndSentence(ReadOnlySpan<char> token) =>
        token.Length > 2 && !(Entries.TryGetValue(token[..^1], out string[]? entry) && entry[2] == "yes");

    /// <summary>True for words that begin sentences and hardly ever a name.</summary>
    public static bool IsStarter(ReadOnlySpan<char> word) => Starters.Contains(word);

    private static bool IsStarter(string text, int at, int end)
    {
        int next = at, last = Math.Min(end, at + Longest);
        while (next < last && char.IsAsciiLetter(text[next])) next++;
        return Starters.Contains(text.AsSpan(at, next - at));
    }
}
