using System.Collections.Frozen;

namespace Sitrep.Language.Tokens;

/// <summary>Cuts clitics, contracted words and units off a word: "don't" → do n't, "Mali's" → Mali 's, "10am" → 10 am.</summary>
internal static class WordSplitter
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = Affixes("front"), Suffixes = Affixes("back");

    // "over-the-counter", "mid-to-late": what looks like a prefix is a word.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Links =
        "a and in of or the to".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, Contraction>.AlternateLookup<ReadOnlySpan<char>> Contractions =
        WordTable.Rows("contractions.tsv", 3).ToFrozenDictionary(row => row[0], Contraction.Of, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the hyphen at <paramref name="hyphen"/> stays inside the word that starts at <paramref name="start"/>.</summary>
    public static bool KeepsHyphen(string text, int start, int hyphen, int end)
    {
        if (char.IsAsciiDigit(text[hyphen - 1]) && Numbers.KeepsHyphen(text, start, hyphen, end)) return true;
        int next = hyphen + 1, last = Math.Min(end, hyphen + 9);
        while (next < last && char.IsLetter(text[next])) next++;
        ReadOnlySpan<char> after = text.AsSpan(hyphen + 1, next - hyphen - 1);
        if (next < last || next == end)
        {
            if (Suffixes.Contains(after)) return true;
            if (Links.Contains(after) && next < end && text[next] == '-') return false;
        }
        if (hyphen - start > 7 || (start > 0 && text[start - 1] == '-')) return false;
        ReadOnlySpan<char> before = text.AsSpan(start, hyphen - start);
        // "UN-backed" is no word with "un-".
        bool initials = before.Length > 1 && char.IsUpper(before[0]) && char.IsUpper(before[1]) && (before.Length == 2 || (after.Length > 0 && char.IsLower(after[0])));
        return !initials && Prefixes.Contains(before);
    }

    /// <summary>True when <paramref name="rest"/> begins with a clitic and nothing of the word follows it.</summary>
    public static bool IsClitic(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || !Characters.IsApostrophe(rest[0])) return false;
        char one = char.ToLowerInvariant(rest[1]);
        bool endsAt2 = rest.Length == 2 || !char.IsLetterOrDigit(rest[2]);
        if (endsAt2) return one is 's' or 'm' or 'd';
        char two = char.ToLowerInvariant(rest[2]);
        return (rest.Length == 3 || !char.IsLetterOrDigit(rest[3])) && ((one is 'r' or 'v' && two == 'e') || (one == 'l' && two == 'l'));
    }

    /// <summary>True when <paramref name="rest"/>, which follows an apostrophe, begins with a word that has lost its front: "'em", "'n", "'til".</summary>
    public static bool IsClipped(ReadOnlySpan<char> rest)
    {
        int letters = 0;
        while (letters < rest.Length && char.IsLetterOrDigit(rest[letters])) letters++;
        return rest[..letters] is "em" or "n" or "til" or "cuz" or "bout" or "EM" or "N" or "TIL";
    }

    /// <summary>Adds the parts of the word <c>[start, end)</c>.</summary>
    /// <param name="textEnd">Just past the last character that may be looked at.</param>
    public static void Split(string text, int start, int end, int textEnd, Gap gap, List<RawToken> tokens)
    {
        Span<char> plain = stackalloc char[Contraction.LongestWord];
        if (end - start <= Contraction.LongestWord)
        {
            for (int i = start; i < end; i++) plain[i - start] = Characters.Plain(text[i]);
            if (Contractions.TryGetValue(plain[..(end - start)], out Contraction? contraction) && contraction.Fits(text, end, textEnd))
            {
                int from = start;
                foreach (int length in contraction.Lengths)
                {
                    tokens.Add(new RawToken(from, from + length, from == start ? gap : Gap.None));
                    from += length;
                }
                return;
            }
        }
        int cut = Cut(text, start, end);
        if (cut <= start || cut >= end)
        {
            tokens.Add(new RawToken(start, end, gap));
            return;
        }
        int inner = Cut(text, start, cut);    // "wouldn't've"
        if (inner > start && inner < cut)
        {
            tokens.Add(new RawToken(start, inner, gap));
            tokens.Add(new RawToken(inner, cut, Gap.None));
        }
        else
        {
            tokens.Add(new RawToken(start, cut, gap));
        }
        tokens.Add(new RawToken(cut, end, Gap.None));
    }

    /// <summary>Where the last part begins; <paramref name="end"/> when the word is whole.</summary>
    private static int Cut(string text, int start, int end)
    {
        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        if (word.Length < 3) return char.IsAsciiDigit(word[0]) ? start + Numbers.UnitStart(word) : end;
        for (int back = 2; back <= 3 && back < word.Length; back++)
        {
            if (IsClitic(word[^back..])) return back == 2 && Numbers.IsDecade(word[..^2].TrimStart("'’")) ? end : end - back;
        }
        if (Characters.IsApostrophe(word[^2]) && word[^1] is 't' or 'T' && word[^3] is 'n' or 'N' && word.Length > 3) return end - 3;
        return char.IsAsciiDigit(word[0]) ? start + Numbers.UnitStart(word) : end;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Affixes(string place) =>
        WordTable.Rows("affixes.tsv", 2).Where(row => row[1] == place).Select(row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One row of <c>contractions.tsv</c>.</summary>
    /// <param name="Lengths">Of the parts, in characters.</param>
    /// <param name="Before">Words of which one must follow; empty: any may.</param>
    private sealed record Contraction(int[] Lengths, FrozenSet<string> Before)
    {
        public const int LongestWord = 8;

        public static Contraction Of(string[] row) => new([.. row[1].Split(' ').Select(part => part.Length)],
            row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

        public bool Fits(string text, int end, int textEnd)
        {
            if (Before.Count == 0) return true;
            int start = end, last = Math.Min(textEnd, end + 12);
            while (start < last && Characters.IsBlank(text[start])) start++;
            int next = start;
            while (next < last && char.IsAsciiLetter(text[next])) next++;
            // "its all-time high", "its in-house lawyer"
            return start > end && (next == textEnd || !Characters.IsHyphen(text[next])) && Before.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(start, next - start));
        }
    }
}
