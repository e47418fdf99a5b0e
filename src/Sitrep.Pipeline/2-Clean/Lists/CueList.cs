using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Clean.Lists;

/// <summary>Words that mark page furniture, from <c>clean-cues.tsv</c>.</summary>
internal sealed class CueList
{
    /// <summary>Longer lines are paragraphs; only their beginning is compared.</summary>
    private const int LongestLine = 280;

    /// <summary>Words in the longest class cue.</summary>
    private const int LongestClass = 4;

    private readonly FrozenDictionary<string, ZoneKind> _lines;
    private readonly ImmutableArray<(string Cue, ZoneKind Kind)> _contains;
    private readonly FrozenDictionary<string, ZoneKind>.AlternateLookup<ReadOnlySpan<char>> _classes;
    private readonly FrozenDictionary<string, ImmutableArray<(string Cue, ZoneKind Kind)>> _prefixes;   // by first three letters
    private readonly ImmutableArray<string> _firstDay, _lastDay;   // parts of words before a day of publication, of a change
    private readonly ImmutableArray<string> _bylineLeads, _standing, _sections;
    private readonly FrozenSet<string> _labels, _noNames, _dateWords, _nameParts, _writers, _dayLabels, _tallies;

    public CueList(DataFolder data)
    {
        var lines = new Dictionary<string, ZoneKind>(StringComparer.Ordinal);
        var prefixes = new List<(string Cue, ZoneKind Kind)>();
        var contains = ImmutableArray.CreateBuilder<(string, ZoneKind)>();
        var classes = new Dictionary<string, ZoneKind>(StringComparer.Ordinal);
        string[] others = ["label", "no-name", "date-word", "first-day", "last-day", "byline-lead", "name-part", "writer", "day-label", "standing", "tally", "section"];
        Dictionary<string, List<string>> words = others.ToDictionary(kind => kind, _ => new List<string>(), StringComparer.Ordinal);   // that mark no zone
        foreach (string[] row in data.Rows("clean-cues.tsv", "cue", "kind", "match"))
        {
            if (words.TryGetValue(row[1], out List<string>? of)) of.Add(row[0]);
            else
            {
                if (!Enum.TryParse(row[1], ignoreCase: true, out ZoneKind kind)) throw new InvalidDataException($"clean-cues.tsv: kind {row[1]} of cue \"{row[0]}\" is no zone kind.");
                switch (row[2])
                {
                    case "line": lines.TryAdd(row[0], kind); break;
                    case "prefix": prefixes.Add((row[0], kind)); break;
                    case "contains": contains.Add((row[0], kind)); break;
                    case "class": classes.TryAdd(row[0], kind); break;
                    default: throw new InvalidDataException($"clean-cues.tsv: match {row[2]} of cue \"{row[0]}\" is not line, prefix, contains or class.");
                }
            }
        }
        _lines = lines.ToFrozenDictionary(StringComparer.Ordinal);
        _prefixes = prefixes.GroupBy(one => Key(one.Cue), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(one => one.Cue.Length).ThenBy(one => one.Cue, StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
        _contains = contains.DrainToImmutable();
        _classes = classes.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        (_firstDay, _lastDay) = ([.. words["first-day"]], [.. words["last-day"]]);
        _bylineLeads = [.. words["byline-lead"].Select(lead => lead[^1] == ':' ? lead : lead + ' ')];
        (_standing, _sections) = ([.. words["standing"]], [.. words["section"].OrderByDescending(section => section.Length)]);
        (_labels, _noNames, _dateWords) = (Set("label"), Set("no-name"), Set("date-word"));
        (_nameParts, _writers, _dayLabels, _tallies) = (Set("name-part"), Set("writer"), Set("day-label"), Set("tally"));

        FrozenSet<string> Set(string kind) => words[kind].ToFrozenSet(StringComparer.Ordinal);
    }

    public bool IsLabel(string words) => _labels.Contains(Fold(words));

    public bool IsNoName(string words) => _noNames.Contains(Fold(words));

    /// <summary>A weekday, a time zone, "Published": what stands beside a date without meaning more than the date.</summary>
    public bool IsDateWord(string word) => _dateWords.Contains(Fold(word));

    /// <summary>Length of the words that a byline begins with, and of the blank behind them: "By ", "Author: "; 0 when there are none.</summary>
    public int BylineLead(string words)
    {
        foreach (string lead in _bylineLeads) if (words.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) return lead[^1] == ':' && lead.Length < words.Length && words[lead.Length] == ' ' ? lead.Length + 1 : lead.Length;
        return 0;
    }

    /// <summary>"bin", "von": small words inside a person's name.</summary>
    public bool IsNamePart(string word) => _nameParts.Contains(word.ToLowerInvariant());

    /// <summary>"correspondent": what a newsroom calls its people before their names.</summary>
    public bool IsWriter(string word) => _writers.Contains(word);

    /// <summary>"Published on:" before a day.</summary>
    public bool IsDayLabel(string words) => _dayLabels.Contains(words.TrimEnd(':', ' ').ToLowerInvariant());

    /// <summary>"As of …": before a day up to which something is counted.</summary>
    public bool TellsStanding(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> told = before.TrimEnd();
        foreach (string words in _standing) if (told.EndsWith(words, StringComparison.OrdinalIgnoreCase) && (told.Length == words.Length || !char.IsLetter(told[told.Length - words.Length - 1]))) return true;
        return false;
    }

    /// <summary>"The Situation Cyclone X made landfall …", "Key Developments • On Saturday …": where the words begin behind a heading that lost its line; 0 where there is none.</summary>
    public int SectionEnd(string words)
    {
        foreach (string section in _sections)
        {
            if (words.Length < section.Length + 2 || !char.IsUpper(words[0]) || !words.StartsWith(section, StringComparison.OrdinalIgnoreCase)) continue;
            int end = section.Length;
            while (end < words.Length && words[end] is ':' or ' ' or '\u00A0' or '•' or '▪' or '●' or '–' or '-') end++;
            bool apart = end > section.Length + 1 || words[section.Length] == ' ';
            if (apart && end < words.Length && (char.IsUpper(words[end]) || char.IsAsciiDigit(words[end]) || words[end] is '"' or '“')) return end;
        }
        return 0;
    }

    /// <summary>"Deaths": in the label of a key figure.</summary>
    public bool IsTally(string word) => _tallies.Contains(word.ToLowerInvariant());

    /// <summary>"Updated on": of the words before a date, the last that tells what day it is tells that of a change.</summary>
    public bool TellsChange(string label)
    {
        string lower = label.ToLowerInvariant();
        return Last(_lastDay) > Last(_firstDay);

        int Last(ImmutableArray<string> parts)
        {
            int last = -1;
            foreach (string part in parts) last = Math.Max(last, lower.LastIndexOf(part, StringComparison.Ordinal));
            return last;
        }
    }

    /// <returns>The kind a line's words mark, or null.</returns>
    public ZoneKind? OfLine(string words)
    {
        if (words.Length > LongestLine * 4) return null;
        string folded = Fold(words);
        // A list of links that lost its markup is numbered: "1. Skip to content".
        if (folded.StartsWith("0. ", StringComparison.Ordinal) && OfFolded(folded[3..], words) is { } numbered) return numbered;
        if (folded.Length < LongestLine && folded.AsSpan().TrimStart("-–•*>»·▪●[( ") is { Length: > 0 } bare && bare.Length < folded.Length && OfFolded(bare.ToString().TrimEnd(']', ')'), words) is { } bulleted) return bulleted;
        return OfFolded(folded, words);
    }

    // "media captionThe town on Friday": the label and the caption were two elements of the page.
    private static bool IsRunIn(string words, string cue) => cue.Contains(' ', StringComparison.Ordinal) && words.Length > cue.Length && words.StartsWith(cue, StringComparison.OrdinalIgnoreCase) && char.IsLower(words[cue.Length - 1]) && char.IsUpper(words[cue.Length]);

    private ZoneKind? OfFolded(string folded, string words)
    {
        if (folded.Length == 0) return ZoneKind.Boilerplate;
        if (_lines.TryGetValue(folded, out ZoneKind kind)) return kind;
        if (words.Length > LongestLine) return null;
        if (words[0] is '"' or '“' or '‘' or '\'') return null;   // a quotation speaks, it does not steer
        if (_prefixes.TryGetValue(Key(folded), out var cues))
        {
            foreach ((string cue, ZoneKind marked) in cues)
            {
                if (folded.StartsWith(cue, StringComparison.Ordinal) && (folded.Length == cue.Length || !char.IsLetterOrDigit(cue[^1]) || !char.IsLetterOrDigit(folded[cue.Length]) || IsRunIn(words, cue))) return marked;
            }
        }
        foreach ((string cue, ZoneKind marked) in _contains) if (HasWord(folded, cue)) return marked;
        return null;
    }

    /// <summary>"adblock" begins a word; a "roadblock" is none.</summary>
    private static bool HasWord(string folded, string cue)
    {
        for (int at = folded.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(cue, at + 1, StringComparison.Ordinal)) if (at == 0 || !char.IsLetter(folded[at - 1])) return true;
        return false;
    }

    /// <param name="hints">As in <c>HtmlElement.Hints</c>.</param>
    /// <returns>The kind of the longest class cue, or null.</returns>
    public ZoneKind? OfClass(string hints)
    {
        ZoneKind? best = null;
        int longest = 0;
        for (int start = 1; start < hints.Length; start = hints.IndexOf('-', start) + 1)
        {
            int end = start;
            for (int words = 0; words < LongestClass && end < hints.Length; words++)
            {
                end = hints.IndexOf('-', end);
                if (end - start > longest && _classes.TryGetValue(hints.AsSpan(start, end - start), out ZoneKind kind)) (best, longest) = (kind, end - start);
                end++;
            }
        }
        return best;
    }

    private static string Key(string folded) => folded.Length <= 3 ? folded : folded[..3];

    /// <summary>Lower case, straight quotes, single spaces, rows of digits as 0, no closing punctuation.</summary>
    internal static string Fold(string words)
    {
        var folded = new StringBuilder(Math.Min(words.Length, LongestLine) + 1);
        foreach (char c in words.AsSpan(0, Math.Min(words.Length, LongestLine + 20)))
        {
            char last = folded.Length == 0 ? ' ' : folded[^1];
            if (char.IsWhiteSpace(c))
            {
                if (last != ' ') folded.Append(' ');
            }
            else if (char.IsAsciiDigit(c))
            {
                if (last != '0') folded.Append('0');
            }
            else if (c is '’' or '‘') folded.Append('\'');
            else folded.Append(char.ToLowerInvariant(c));
        }
        int end = folded.Length;
        while (end > 0 && folded[end - 1] is ' ' or '.' or '!' or '…' or '»' or '›' or '→' or '>' or '|' or '+' or '▼' or '▶') end--;
        string whole = folded.ToString(0, end);
        return whole.EndsWith(':') && !whole[..^1].Contains(':', StringComparison.Ordinal) && whole.Length < 24 ? whole[..^1] : whole;
    }
}
