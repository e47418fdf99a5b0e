using System.Collections.Frozen;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Clean.Lists;

/// <summary>A body that writes or carries news.</summary>
/// <param name="IsAgency">True when others print what it writes: a wire, or a state's agency.</param>
internal sealed record Newsroom(string Name, string Kind, string Country, bool IsAgency);

/// <summary>Newsrooms by name and by domain, from <c>newsrooms.tsv</c>.</summary>
internal sealed class NewsroomList
{
    /// <summary>Characters in the longest name ("Cuban News Agency …"), for scans of running text.</summary>
    private const int LongestName = 60;

    /// <summary>Words in the longest name of an agency that is looked for in running text.</summary>
    private const int LongestAgency = 4;

    private readonly FrozenDictionary<string, Newsroom> _names, _domains;

    public NewsroomList(DataFolder data)
    {
        var names = new Dictionary<string, Newsroom>(StringComparer.Ordinal);
        var domains = new Dictionary<string, Newsroom>(StringComparer.Ordinal);
        var aliases = new List<(string Alias, Newsroom Room)>();
        foreach (string[] row in data.Rows("newsrooms.tsv", "name", "kind", "country", "aliases", "domains"))
        {
            var room = new Newsroom(row[0], row[1], row[2], row[1] is "wire" or "state-media");
            names.TryAdd(Key(row[0]), room);
            foreach (string alias in row[3].Split('|', StringSplitOptions.RemoveEmptyEntries)) aliases.Add((Key(alias), room));
            foreach (string domain in row[4].Split('|', StringSplitOptions.RemoveEmptyEntries)) domains.TryAdd(domain, room);
        }
        foreach ((string alias, Newsroom room) in aliases) names.TryAdd(alias, room);   // a name beats another's alias
        (_names, _domains) = (names.ToFrozenDictionary(StringComparer.Ordinal), domains.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <returns>Null when no newsroom has this name.</returns>
    public Newsroom? Named(string words) => words.Length is 0 or > LongestName ? null : _names.GetValueOrDefault(Key(words)) ?? (Seated(words) is { } bare ? _names.GetValueOrDefault(Key(bare)) : null);

    /// <summary>"Harbour Post (Nairobi)", as collections of many papers have it: the name before the town; null for all else.</summary>
    private static string? Seated(string words) => words[^1] == ')' && words.IndexOf(" (", StringComparison.Ordinal) is > 0 and var open && char.IsUpper(words[open + 2]) ? words[..open] : null;

    /// <summary>The first agency that is named in some words.</summary>
    /// <param name="within">Characters from <paramref name="from"/> on within which its name begins.</param>
    public (string Name, int Start, int End)? Agency(string words, int from = 0, int within = 400)
    {
        int last = (int)Math.Min(words.Length, (long)from + within);
        for (int start = from; start < last; start++)
        {
            if (!char.IsUpper(words[start]) || (start > 0 && char.IsLetterOrDigit(words[start - 1]))) continue;
            int end = start;
            (string Name, int Start, int End)? best = null;
            for (int count = 0; count < LongestAgency && end < words.Length && end - start <= LongestName; count++)
            {
                while (end < words.Length && end - start <= LongestName && (char.IsLetterOrDigit(words[end]) || words[end] is '-' or '\'' or '’')) end++;
                if (Named(words[start..end]) is { IsAgency: true } room) best = (room.Name, start, end);
                if (end < words.Length && words[end] == ' ') end++;
                else break;
            }
            if (best is not null) return best;
        }
        return null;
    }

    /// <returns>The newsroom whose domain the address is on, or null.</returns>
    public Newsroom? At(string? url)
    {
        if (url is null || !Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url, UriKind.Absolute, out Uri? address)) return null;
        string host = address.Host.ToLowerInvariant();
        while (host.Contains('.', StringComparison.Ordinal))
        {
            if (_domains.TryGetValue(host, out Newsroom? room)) return room;
            host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }
        return null;
    }

    // Short names in capitals (APP, AIM, TIME) are words in small letters, so case counts for up to four letters.
    private static string Key(string words)
    {
        string trimmed = words.Trim().Replace('’', '\'').Replace('‑', '-');
        return trimmed.Length <= 4 ? trimmed : trimmed.ToLowerInvariant();
    }
}
