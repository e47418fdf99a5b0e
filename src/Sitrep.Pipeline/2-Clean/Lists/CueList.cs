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
    private readonly FrozenSet<string> _labels, _noNames, _dateWords;

    public CueList(DataFolder data)
    {
        var lines = new Dictionary<string, ZoneKind>(StringComparer.Ordinal);
        var prefixes = new List<(string Cue, ZoneKind Kind)>();
        var contains = ImmutableArray.CreateBuilder<(string, ZoneKind)>();
        var classes = new Dictionary<string, ZoneKind>(StringComparer.Ordinal);
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var noNames = new HashSet<string>(StringComparer.Ordinal);
        var dateWords = new HashSet<string>(StringComparer.Ordinal);
        ImmutableArray<string>.Builder firstDay = ImmutableArray.CreateBuilder<string>(), lastDay = ImmutableArray.CreateBuilder<string>();
        foreach (string[] row in data.Rows("clean-cues.tsv", "cue", "kind", "match"))
        {
            if (row[1] == "label") labels.Add(row[0]);
            else if (row[1] == "no-name") noNames.Add(row[0]);
            else if (row[1] == "date-word") dateWords.Add(row[0]);
            else if (row[1] == "first-day") firstDay.Add(row[0]);
            else if (row[1] == "last-day") lastDay.Add(row[0]);
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
        (_firstDay, _lastDay) = (firstDay.DrainToImmutable(), lastDay.DrainToImmutable());
        (_labels, _noNames, _dateWords) = (labels.ToFrozenSet(StringComparer.Ordinal), noNames.ToFrozenSet(StringComparer.Ordinal), dateWords.ToFrozenSet(StringComparer.Ordinal));
    }

    public bool IsLabel(string words) => _labels.Contains(Fold(words));

    public bool IsNoName(string words) => _noNames.Contains(Fold(words));

    /// <summary>A weekday, a time zone, "Published": what stands beside a date without meaning more than the date.</summary>
    public bool IsDateWord(string word) => _dateWords.Contains(Fold(word));

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
        if (folded.Length < LongestLine && folded.AsSpan().TrimStart("-–•*>»·▪●[( ") is { Length: > 0 } bare && bare.Length < folded.Length && OfFolded(bare.ToString().TrimEnd(']', ')'), words) is { } bulleted) return bulleted;
        return OfFolded(folded, words);
    }

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
                if (folded.StartsWith(cue, StringComparison.Ordinal) && (folded.Length == cue.Length || !char.IsLetterOrDigit(cue[^1]) || !char.IsLetterOrDigit(folded[cue.Length]))) return marked;
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
