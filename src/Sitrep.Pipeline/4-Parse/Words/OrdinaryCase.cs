using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using Sitrep.Language;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Gives a text that is all in capitals, as wires were sent, the case that prose has; no character moves.</summary>
/// <remarks>Words that the engine knows as common words become small, all others begin with a capital; short ones it does not know stay initials.
/// A simple form of truecasing (Lita et al. 2003).</remarks>
/// <param name="common">Words that are no names, from <c>data/</c>, for the engine learnt but the commonest.</param>
internal sealed class OrdinaryCase(LanguageEngine engine, Countries countries, FrozenSet<string> common)
{
    /// <summary>Share of capitals among letters from which a text counts as shouted; prose has one in twenty.</summary>
    private const double ShoutedShare = 0.8;

    /// <summary>Letters below which the share says nothing.</summary>
    private const int LettersMin = 60;

    /// <summary>Explained names of one report that are looked for again; keeps the work linear.</summary>
    private const int NamesMax = 24;

    /// <summary>Letters of the longest initials.</summary>
    private const int InitialsMax = 3;

    private static readonly string[] Months = [.. DateTimeFormatInfo.InvariantInfo.MonthNames.Concat(DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames).Where(month => month.Length > 0)];

    public static bool IsShouted(string text)
    {
        int letters = 0, capitals = 0;
        foreach (char c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.IsUpper(c)) capitals++;
        }
        return letters >= LettersMin && capitals >= letters * ShoutedShare;
    }

    public string Restore(string text)
    {
        char[] restored = text.ToCharArray();
        bool opens = true, closes = false;   // the next word opens a sentence; a full stop after the last one would close it
        for (int at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                opens |= text[at] is '!' or '?' or '\n' or '"' or '“' || (text[at] == '.' && closes);
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsLetter(text[end + 1])))) end++;
            ReadOnlySpan<char> word = text.AsSpan(at, end - at);
            // "PERU'S", "DIDN'T", but "O'BRIEN".
            bool clitic = at > 1 && text[at - 1] is '\'' or '’' && char.IsLetter(text[at - 2]) && end - at < 3;
            bool small = clitic || !word.Contains('.') && !IsBracketed(text, at, end) && IsSmall(text, at, end);
            int kept = small ? (opens ? 1 : 0) : IsInitials(text, at, end) ? end - at : 1;
            for (int i = at + kept; i < end; i++) restored[i] = char.ToLowerInvariant(text[i]);
            // "COL.", "U.S.": the full stop is the word's own.
            (at, opens, closes) = (end, false, small || (kept == 1 && word.Length > InitialsMax));
        }
        foreach (string name in Explained(text).Distinct(StringComparer.Ordinal).Take(NamesMax)) Capitalise(text, name, restored);
        return new string(restored);
    }

    /// <summary>Names whose initials follow them in brackets: "PEOPLE'S FRONT (PF)".</summary>
    private static IEnumerable<string> Explained(string text)
    {
        for (int open = text.IndexOfAny(Brackets); open >= 0; open = text.IndexOfAny(Brackets, open + 1))
        {
            int close = open + 1;
            while (close < text.Length && char.IsLetter(text[close])) close++;
            int left = close - open - 2;   // index of the initial looked for
            if (close >= text.Length || text[close] is not (')' or ']') || left is < 1 or > 7) continue;
            int at = open - 1;
            for (int words = 0; words < 12 && at > 0 && left >= 0; words++)
            {
                while (at > 0 && text[at] is ' ' or '"' or '-') at--;
                int end = at;
                while (at >= 0 && (char.IsLetter(text[at]) || text[at] is '\'' or '’')) at--;
                if (end == at) break;
                if (text[at + 1] == text[open + 1 + left]) left--;
                else if (end - at > 3) break;
            }
            if (left < 0) yield return text[(at + 1)..open].Trim();
        }
    }

    private static void Capitalise(string text, string name, char[] restored)
    {
        if (name.Length is 0 or > 120) return;
        for (int found = text.IndexOf(name, StringComparison.Ordinal); found >= 0; found = text.IndexOf(name, found + name.Length, StringComparison.Ordinal))
        {
            for (int i = found; i < found + name.Length; i++)
            {
                bool first = i == 0 || !(char.IsLetter(text[i - 1]) || text[i - 1] is '\'' or '’');
                bool joins = first && Joining.Any(word => string.CompareOrdinal(text, i, word, 0, word.Length) == 0 && i + word.Length < text.Length && !char.IsLetter(text[i + word.Length]));
                if (first && !joins) restored[i] = text[i];
            }
        }
    }

    private static readonly char[] Brackets = ['(', '['];

    private static readonly string[] Joining = ["OF", "THE", "AND", "FOR", "IN", "DE", "LA"];

    private bool IsSmall(string text, int at, int end)
    {
        ReadOnlySpan<char> word = text.AsSpan(at, end - at);
        if (word.Length == 1) return word[0] == 'A';
        string lower = word.ToString().ToLowerInvariant();
        string title = char.ToUpperInvariant(lower[0]) + lower[1..];
        if (InCountry(text, at, at + word.Length)) return false;
        if (Enum.TryParse(title, out DayOfWeek _) || (Array.IndexOf(Months, title) >= 0 && lower is not "may" and not "march")) return false;
        if (engine.KnowsAsCommon(lower)) return true;
        if (countries.TryByName(title, out _) || countries.TryByDemonym(title, out _)) return false;
        if (common.Contains(lower)) return true;
        foreach ((string ending, string instead) in Endings)
        {
            if (lower.Length - ending.Length <= 2 || !lower.EndsWith(ending, StringComparison.Ordinal)) continue;
            string stem = lower[..^ending.Length] + instead;
            if (engine.KnowsAsCommon(stem) || common.Contains(stem)) return true;
        }
        return lower.Length > 7 && Derived.Any(ending => lower.EndsWith(ending, StringComparison.Ordinal));
    }

    // "UNITED STATES", "SRI LANKA": the word before or after makes a country of it.
    private bool InCountry(string text, int at, int end)
    {
        int next = end + 1, after = next, before = at - 1;
        while (after < text.Length && char.IsLetter(text[after])) after++;
        while (before > 0 && char.IsLetter(text[before - 1])) before--;
        return (after > next && countries.TryByName(text[at..after], out _)) || (before < at - 1 && before >= 0 && countries.TryByName(text[before..end], out _));
    }

    /// <summary>Endings that English builds common words with and that few names have.</summary>
    private static readonly string[] Derived = ["tion", "tions", "ment", "ments", "ness", "ity", "ities", "ism", "ize", "izes", "ise", "ate", "ates", "ated", "ating", "able", "ible", "ous", "ive", "ives", "ance", "ances", "ence", "ences", "ing", "ings", "ees", "less", "ful", "ward", "ally"];

    private static readonly (string Ending, string Instead)[] Endings = [("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("ists", "ist"), ("ness", "")];

    private static bool IsBracketed(string text, int at, int end) => at > 0 && text[at - 1] is '(' or '[' && end < text.Length && text[end] is ')' or ']' && end - at < 8;

    private static bool IsMonth(string word) => Array.IndexOf(Months, word[..1] + word[1..].ToLowerInvariant()) >= 0;

    /// <summary>Words inside names that look like initials.</summary>
    private static readonly string[] Particles = ["DE", "EL", "LA", "DEL", "LOS", "LAS", "SAN", "AL", "VAN", "VON", "BIN", "BEN", "ABU", "DA", "DI", "DU", "LE", "DOS"];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");

    // "(FMLN)", "ELN", "U.S.", "M-16"
    private static bool IsInitials(string text, int at, int end)
    {
        if (text.AsSpan(at, end - at).Contains('.')) return true;
        if (Particles.Contains(text[at..end])) return false;
        if (IsMonth(text[at..end])) return false;
        return end - at <= InitialsMax || IsBracketed(text, at, end) || !text.AsSpan(at, end - at).ContainsAny(Vowels);
    }
}
