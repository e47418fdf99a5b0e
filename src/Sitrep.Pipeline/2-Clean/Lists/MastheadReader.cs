using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Clean.Lists;

/// <summary>Reads what stands over a report in text that lost its markup: the outlet's name, its address, its menu.</summary>
internal sealed class MastheadReader
{
    /// <summary>Words in the longest name of an outlet ("Coastal News and Shipping Gazette").</summary>
    private const int LongestName = 6;

    /// <summary>Words behind the dash of "The Herald - World in brief".</summary>
    private const int LongestSection = 5;

    /// <summary>Words in the longest part of a menu.</summary>
    private const int LongestMenuPart = 4;

    private static readonly string[] Dashes = [" - ", " – ", " — ", " | ", " :: ", ": "];
    private static readonly char[] MenuMarks = ['>', '›', '»', '|', '•', '·', '/', '→'];
    private static readonly string[] Connectors = ["of", "the", "and", "&", "for", "in", "on", "de", "del", "la", "le", "el", "al", "du", "des", "das", "der", "y", "e", "et"];

    private readonly NewsroomList _newsrooms;
    private readonly CueList _cues;
    private readonly FrozenSet<string> _last, _first, _any, _dropped;
    private readonly ImmutableArray<string> _issues;

    public MastheadReader(DataFolder data, NewsroomList newsrooms, CueList cues)
    {
        (_newsrooms, _cues) = (newsrooms, cues);
        var words = data.Rows("clean-mastheads.tsv", "word", "at").ToLookup(row => row[1], row => row[0], StringComparer.Ordinal);
        if (words.FirstOrDefault(group => group.Key is not ("last" or "first" or "any" or "dropped" or "issue"))?.Key is { } odd) throw new InvalidDataException($"clean-mastheads.tsv: {odd} is not last, first, any, dropped or issue.");
        _issues = [.. words["issue"]];
        (_last, _first, _any, _dropped) = (Set("last"), Set("first"), Set("any"), Set("dropped"));

        FrozenSet<string> Set(string at) => words[at].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>The outlet's name when the line is one by its words, or null.</returns>
    public string? Name(string line)
    {
        if (line.Length > 90 || line.EndsWith('?') || line.EndsWith('!')) return null;
        string part = line.Trim();
        foreach (string dash in Dashes)
        {
            if (part.IndexOf(dash, StringComparison.Ordinal) is not (> 0 and int at)) continue;
            string section = part[(at + dash.Length)..];
            if (section.Split(' ').Length > LongestSection || dash == ": ") return null;
            part = part[..at].Trim();
        }
        if (_newsrooms.Named(part) is { } known) return known.Name;
        if (_cues.OfLine(part) is not null) return null;   // "World News" is what the page calls the rest
        string[] words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int count = words.Length;
        while (count > 1 && _dropped.Contains(words[count - 1])) count--;
        if (count < words.Length && _newsrooms.Named(string.Join(' ', words[..count])) is { } listed) return listed.Name;
        if (count is < 2 or > LongestName || !words.Take(count).All(IsNamePart)) return null;
        int start = words[0].Equals("the", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        bool named = _last.Contains(words[count - 1]) || _first.Contains(words[start]) || words.Take(count).Any(_any.Contains);
        return named && count > start + (start == 0 ? 1 : 0) ? Cased(words.AsSpan(0, count)) : null;
    }

    /// <summary>"Home &gt; World &gt; Asia", "Latest | Nation | Opinion": short parts and no day.</summary>
    public bool IsMenu(string line)
    {
        if (line.Length > 160 || line.Any(char.IsAsciiDigit)) return false;
        foreach (char mark in MenuMarks)
        {
            string[] parts = line.Split(mark, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2 || parts.Any(part => part.Split(' ').Length > LongestMenuPart)) continue;
            if (parts.Any(part => _newsrooms.Named(part) is { IsAgency: true })) continue;   // "Nairobi | Reuters" signs
            if (parts.Length >= 3 || parts.Any(part => _cues.OfLine(part) is not null)) return true;
        }
        string[] dashed = line.Split(" - ", StringSplitOptions.TrimEntries);
        return dashed.Length >= 3 && dashed.All(part => part.Length > 0 && part.Split(' ').Length <= LongestMenuPart);
    }

    /// <summary>"Situation Report #3": the title of one of many bulletins.</summary>
    public bool IsIssue(string title)
    {
        foreach (string words in _issues) if (title.Contains(words, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>"www.example.org", alone on its line.</summary>
    public static bool IsAddress(string line)
    {
        string bare = line.Trim().TrimEnd('/');
        if (bare.Length is < 4 or > 120 || bare.Contains(' ', StringComparison.Ordinal) || !bare.Contains('.', StringComparison.Ordinal) || bare.EndsWith('.') || bare.Contains('@', StringComparison.Ordinal)) return false;
        if (bare.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        string tail = bare[(bare.LastIndexOf('.') + 1)..];
        return tail.Length is >= 2 and <= 10 && tail.All(char.IsAsciiLetter) && bare.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
    }

    /// <returns>The host of an address line without "www.".</returns>
    public static string? Host(string line)
    {
        string bare = line.Trim();
        if (!Uri.TryCreate(bare.Contains("://", StringComparison.Ordinal) ? bare : "https://" + bare, UriKind.Absolute, out Uri? address)) return null;
        string host = address.Host.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>A short line of capitalised words: a name even when no word of it says so.</summary>
    public static bool IsNameLike(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 4 && words.All(IsNamePart) && line.Length >= 4 && !line.Any(char.IsAsciiDigit);
    }

    /// <summary>"ZAMBEZI HERALD" → "Zambezi Herald"; names that are not all in capitals stay as they are.</summary>
    public static string Cased(ReadOnlySpan<string> words)
    {
        string[] cased = words.ToArray();
        bool shouted = !cased.Any(word => word.Any(char.IsLower));
        for (int i = 0; shouted && i < cased.Length; i++)
        {
            string lower = cased[i].ToLowerInvariant();
            if (i > 0 && Connectors.Contains(lower, StringComparer.Ordinal)) cased[i] = lower;
            else if (lower.AsSpan().ContainsAny('a', 'e', 'i') || lower.AsSpan().ContainsAny('o', 'u', 'y')) cased[i] = char.ToUpperInvariant(lower[0]) + lower[1..];
        }
        return string.Join(' ', cased);
    }

    private static bool IsNamePart(string word) =>
        char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or '.' or '&') || Connectors.Contains(word.ToLowerInvariant(), StringComparer.Ordinal);
}
