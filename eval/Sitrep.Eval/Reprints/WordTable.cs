using System.Text;

namespace Sitrep.Eval.Reprints;

/// <summary>Replaces words by those of a table of two columns, keeping a capital.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<string, string> _other = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _longest;

    /// <param name="bothWays">True: either column may stand in the text.</param>
    public WordTable(string path, bool bothWays)
    {
        foreach (string[] row in File.ReadLines(path).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Where(row => row.Length == 2))
        {
            _other.TryAdd(row[0], row[1]);
            if (bothWays) _other.TryAdd(row[1], row[0]);
        }
        _longest = _other.Keys.Max(CopyText.Words);
    }

    /// <param name="gap">Words left alone between two replacements, at least.</param>
    public string Apply(string text, int gap)
    {
        string[] words = text.Split(' ');
        var changed = new StringBuilder();
        int since = gap;
        for (int i = 0; i < words.Length;)
        {
            int taken = 0;
            for (int length = Math.Min(_longest, words.Length - i); length > 0 && since >= gap && taken == 0; length--)
            {
                (string before, string core, string after) = Split(string.Join(' ', words[i..(i + length)]));
                if (!_other.TryGetValue(core, out string? other)) continue;
                if (char.IsUpper(core[0])) other = char.ToUpperInvariant(other[0]) + other[1..];
                changed.Append(before).Append(other).Append(after).Append(' ');
                taken = length;
            }
            if (taken > 0) since = 0;
            else
            {
                changed.Append(words[i]).Append(' ');
                taken = 1;
                since++;
            }
            i += taken;
        }
        return changed.ToString().TrimEnd();
    }

    private static (string, string, string) Split(string words)
    {
        int from = 0, to = words.Length;
        while (from < to && !char.IsLetterOrDigit(words[from])) from++;
        while (to > from && !char.IsLetterOrDigit(words[to - 1])) to--;
        return (words[..from], words[from..to], words[to..]);
    }
}
