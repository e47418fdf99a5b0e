using System.Collections.Frozen;

namespace Sitrep.Language.Tokens;

/// <summary>How figures are written: telephone numbers and dates keep their hyphens, units are words of their own.</summary>
internal static class Numbers
{
    // Longest telephone number with its separators; longer runs are tables.
    private const int Longest = 24;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units =
        ("am pm AM PM a.m. p.m. A.M. P.M. k K m M bn tn mm cm km km² m² kg mg ml g lb lbs oz ft yd mi mph kph Hz kHz MHz GHz W kW MW GW kWh MWh GWh V kV "
        + "B KB MB GB TB kb mb gb tb f F C p x hp min hr hrs mins sec secs yr yrs pc º").Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the hyphen of a telephone number, a postal code or a date: 713-853-3989, 555-0123, 12345-6789, 2017-11-09, 11/9-11.</summary>
    /// <remarks>A range stays three words: 2001-2004, 20-30.</remarks>
    public static bool KeepsHyphen(string text, int start, int hyphen, int end)
    {
        int hyphens = 0, slashes = 0, digits = 0, group = 0, first = 0, i = start, last = Math.Min(end, start + Longest);
        if (text[i] == '+') i++;
        for (; i < last; i++)
        {
            char c = text[i];
            if (char.IsAsciiDigit(c)) (digits, group) = (digits + 1, group + 1);
            else if (c is '-' or '/' && i + 1 < last && char.IsAsciiDigit(text[i + 1]))
            {
                if (c == '/') slashes++;
                else if (hyphens++ == 0) first = group;
                group = 0;
            }
            else if (char.IsLetter(c)) return false;
            else break;
        }
        if (i == start + Longest || i <= hyphen) return false;
        if (hyphens >= 2) return digits >= 6;
        if (hyphens == 0 || (start > 0 && text[start - 1] is '$' or '£' or '€')) return false;
        return slashes > 0 || text[start] == '+' || (group == 4 && first is 1 or 3 or 5 && text.AsSpan(i - 2, 2) is not "00");
    }

    /// <summary>Where the unit of a figure begins ("10am", "25km", "30people"); the length of the word when it has none.</summary>
    public static int UnitStart(ReadOnlySpan<char> word)
    {
        int digits = 0;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] is '.' or ',' or ':' or '/' or '+')) digits++;
        if (digits == 0 || digits >= word.Length || !char.IsAsciiDigit(word[digits - 1])) return word.Length;
        ReadOnlySpan<char> unit = word[digits..];
        if (unit is "C" or "F" or "B" or "V" or "W" && digits > 3) return word.Length;
        if (Units.Contains(unit)) return digits;
        // A word of four letters or more after a figure has lost its blank.
        foreach (char c in unit)
        {
            if (!char.IsAsciiLetterLower(c)) return word.Length;
        }
        return unit.Length >= 4 ? digits : word.Length;
    }

    /// <summary>True for the tens of years: the word before "'s" in "the 1960's", "the '60's".</summary>
    public static bool IsDecade(ReadOnlySpan<char> word) =>
        word.Length is 2 or 4 && word[^1] == '0' && word.IndexOfAnyExceptInRange('0', '9') < 0;
}
