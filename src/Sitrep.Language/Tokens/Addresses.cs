using System.Buffers;
using System.Collections.Frozen;

namespace Sitrep.Language.Tokens;

/// <summary>Finds what is one word however many signs it holds: web and mail addresses, host, file and newsgroup names.</summary>
/// <remarks>One object per chunk: it remembers where it looked in vain, which keeps the scan linear.</remarks>
internal struct Addresses
{
    private static readonly string[] Schemes = ["http://", "https://", "ftp://", "www.", "mailto:", "doi:"];

    // Endings of hosts and files that are no English words, so that "the town.It" stays two words.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings =
        ("com org net gov edu mil info biz tv uk eu de fr ca au ru ua "
        + "html htm pdf doc docx xls xlsx ppt pptx txt csv jpg jpeg png gif zip exe mp3 mp4 avi php asp url").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NewsHierarchies =
        "alt comp humanities misc news rec sci soc talk".Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> WebEnds = SearchValues.Create("<>\"“”|");

    private int _noneBefore;

    /// <summary>End of the address at <paramref name="at"/>; <paramref name="at"/> itself when there is none.</summary>
    /// <param name="at">Where a word may start.</param>
    /// <param name="end">End of the run of visible characters.</param>
    public int End(string text, int at, int end)
    {
        if (text[at] == '.') return FileEnding(text, at, end);
        ReadOnlySpan<char> rest = text.AsSpan(at, end - at);
        foreach (string scheme in Schemes)
        {
            if (rest.Length > scheme.Length && rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return WebEnd(text, at, end);
        }
        if (at < _noneBefore) return at;
        int stop = at;
        while (stop < end && IsAddressSign(text[stop])) stop++;
        _noneBefore = stop;
        int last = stop;
        while (last > at && !char.IsAsciiLetterOrDigit(text[last - 1])) last--;
        ReadOnlySpan<char> name = text.AsSpan(at, last - at);
        if (IsMail(name)) return last;
        if (!IsHostOrFile(name)) return at;
        return last + 1 < end && text[last] == '/' && char.IsAsciiLetterOrDigit(text[last + 1]) ? WebEnd(text, at, end) : last;
    }

    private static bool IsAddressSign(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '#' or '~' or '@';

    /// <summary>A local part and a host, also with the dots that archives put for letters: "na...@example.org".</summary>
    private static bool IsMail(ReadOnlySpan<char> name)
    {
        int sign = name.IndexOf('@');
        return sign > 0 && sign + 1 < name.Length && name[(sign + 1)..].IndexOfAny('@', '%', '+') < 0 && char.IsAsciiLetterOrDigit(name[sign + 1])
            && (char.IsAsciiLetterOrDigit(name[sign - 1]) || name[sign - 1] == '_' || name[..sign].EndsWith("...", StringComparison.Ordinal));
    }

    private static bool IsHostOrFile(ReadOnlySpan<char> name)
    {
        int dot = name.LastIndexOf('.');
        if (dot < 1 || name.Contains("..", StringComparison.Ordinal) || name.IndexOfAny('@', '%', '+') >= 0) return false;
        ReadOnlySpan<char> ending = name[(dot + 1)..];
        // "Office.Com", but not "the office.Com": a sentence may start after the stop.
        bool capital = ending.Length > 1 && char.IsAsciiLetterUpper(ending[0]) && !char.IsAsciiLetterUpper(ending[1]);
        if (char.IsAsciiLetterOrDigit(name[dot - 1]) && Endings.Contains(ending) && (!capital || char.IsAsciiLetterUpper(name[0]))) return true;
        int labels = 1, length = 0;
        foreach (char c in name)
        {
            if (c == '.')
            {
                if (length < 2) return false;
                (labels, length) = (labels + 1, 0);
            }
            else
            {
                if (!char.IsAsciiLetterLower(c) && c != '-') return false;
                length++;
            }
        }
        return length >= 1 && (labels >= 3 || NewsHierarchies.Contains(name[..dot]));
    }

    /// <summary>A bare file ending: the ".pdf" of "Annex (final).pdf".</summary>
    private static int FileEnding(string text, int at, int end)
    {
        int last = at + 1;
        while (last < end && last < at + 6 && char.IsAsciiLetterOrDigit(text[last])) last++;
        return Endings.Contains(text.AsSpan(at + 1, last - at - 1)) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) ? last : at;
    }

    private static int WebEnd(string text, int at, int end)
    {
        int stop = text.AsSpan(at, end - at).IndexOfAny(WebEnds);
        stop = stop < 0 ? end : at + stop;
        int brackets = text.AsSpan(at, stop - at).Count('(') - text.AsSpan(at, stop - at).Count(')');
        if (text.AsSpan(at, stop - at).EndsWith("...", StringComparison.Ordinal)) return stop;
        for (; stop > at + 1; stop--)
        {
            char c = text[stop - 1];
            if (c == ')')
            {
                if (brackets >= 0) break;
                brackets++;
            }
            else if (c is not ('.' or ',' or ';' or ':' or '!' or '?' or ']' or '}' or '*') && !Characters.IsApostrophe(c))
            {
                break;
            }
        }
        return stop;
    }
}
