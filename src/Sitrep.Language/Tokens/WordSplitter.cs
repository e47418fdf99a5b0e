using System.Collections.Frozen;

namespace Sitrep.Language.Tokens;

/// <summary>Cuts clitics, contracted words and units off a word: "don't" → do n't, "Mali's" → Mali 's, "10am" → 10 am.</summary>
internal static class WordSplitter
{
    // Bound prefixes that EWT and GUM leave joined to what follows ("co-founder", "anti-government").
    private static readonly FrozenSet<string> Prefixes =
        "e non re anti co pro pre mid post pan over ex multi cross counter semi sub mini socio neo micro intra inter ultra un vice".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Contracted = new Dictionary<string, int>
    {
        ["cannot"] = 3,
        ["gonna"] = 3,
        ["gotta"] = 3,
        ["wanna"] = 3,
        ["dont"] = 2,
        ["didnt"] = 3,
        ["doesnt"] = 4,
        ["isnt"] = 2,
        ["wasnt"] = 3,
        ["couldnt"] = 5,
        ["wouldnt"] = 5,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the hyphen at <paramref name="hyphen"/> stays inside the word that starts at <paramref name="start"/>.</summary>
    public static bool KeepsHyphen(string text, int start, int hyphen, int end)
    {
        if (hyphen - start > 7) return char.IsAsciiDigit(text[hyphen - 1]) && IsNumber(text, start, hyphen, end);
        return Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(start, hyphen - start))
            || (char.IsAsciiDigit(text[hyphen - 1]) && IsNumber(text, start, hyphen, end));
    }

    /// <summary>Telephone numbers and dates, at least two hyphens: 713-853-3989, 2017-11-09.</summary>
    private static bool IsNumber(string text, int start, int hyphen, int end)
    {
        int hyphens = 0, last = Math.Min(end, start + 20);
        for (int i = start; i < last; i++)
        {
            if (text[i] == '-' && i + 1 < last && char.IsAsciiDigit(text[i + 1])) hyphens++;
            else if (char.IsLetter(text[i])) return false;
            else if (!char.IsAsciiDigit(text[i])) break;
        }
        return hyphens >= 2 && hyphen < last;
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

    /// <summary>Adds the parts of the word <c>[start, end)</c>.</summary>
    public static void Split(string text, int start, int end, Gap gap, List<RawToken> tokens)
    {
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
        if (word.Length < 3) return end;
        for (int back = 2; back <= 3 && back < word.Length; back++)
        {
            if (IsClitic(word[^back..])) return end - back;
        }
        if (Characters.IsApostrophe(word[^2]) && word[^1] is 't' or 'T' && word[^3] is 'n' or 'N' && word.Length > 3) return end - 3;
        if (word.Length <= 8 && Contracted.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int at)) return start + at;
        if (char.IsAsciiDigit(word[0]))
        {
            int digits = word.LastIndexOfAnyInRange('0', '9') + 1;
            ReadOnlySpan<char> unit = word[digits..];
            if (unit is "am" or "pm" or "a.m." or "p.m." or "AM" or "PM" or "km" or "kg" or "mm" or "cm" or "m" or "bn" or "mph" or "ft" or "k" or "min" or "hrs" or "lb" or "lbs"
                && word[..digits].IndexOfAnyExceptInRange('+', '9') < 0) return start + digits;
        }
        return end;
    }
}
