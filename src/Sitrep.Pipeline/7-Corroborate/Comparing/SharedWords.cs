using System.Collections.Immutable;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Corroborate.Comparing;

/// <summary>Which words two texts have in common, in the same order (longest common subsequence, Wagner and Fischer 1974).</summary>
internal sealed class SharedWords
{
    /// <summary>Words of a text that are aligned; the table grows with the product of both. What comes later counts as in other words.</summary>
    private const int WordsMax = 3000;

    /// <summary>Share of the shorter text's words that stand in the other, from which it is that text reworded.</summary>
    private const double CloseShare = 0.5;

    private readonly ImmutableArray<(TextSpan Span, string Word)> _first, _second;
    private readonly bool[] _inFirst, _inSecond;
    private readonly HashSet<int> _replaced;

    public SharedWords(ImmutableArray<(TextSpan Span, string Word)> first, ImmutableArray<(TextSpan Span, string Word)> second)
    {
        (_first, _second, _inFirst, _inSecond) = (first, second, new bool[first.Length], new bool[second.Length]);
        (int rows, int columns) = (Math.Min(first.Length, WordsMax), Math.Min(second.Length, WordsMax));
        ushort[,] length = new ushort[rows + 1, columns + 1];
        for (int i = rows - 1; i >= 0; i--)
        {
            for (int j = columns - 1; j >= 0; j--) length[i, j] = first[i].Word == second[j].Word ? (ushort)(length[i + 1, j + 1] + 1) : Math.Max(length[i + 1, j], length[i, j + 1]);
        }
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (first[i].Word == second[j].Word) _inFirst[i++] = _inSecond[j++] = true;
            else if (length[i + 1, j] >= length[i, j + 1]) i++;
            else j++;
        }
        _replaced = [.. Gaps(_inFirst)];
        _replaced.IntersectWith(Gaps(_inSecond));
        int shorter = Math.Min(first.Length, second.Length);
        Close = shorter > 0 && _inFirst.Count(shared => shared) >= CloseShare * shorter;
    }

    /// <summary>True when one text is the other in changed words; two newsrooms' own texts are not.</summary>
    public bool Close { get; }

    /// <summary>True when some word of the span stands where the other text has another word.</summary>
    public bool Replaces(TextSpan span, bool first)
    {
        ImmutableArray<(TextSpan Span, string Word)> words = first ? _first : _second;
        bool[] shared = first ? _inFirst : _inSecond;
        int gap = 0;
        for (int i = 0; i < words.Length && words[i].Span.Start < span.End; i++)
        {
            if (shared[i]) gap++;
            else if (words[i].Span.End > span.Start && _replaced.Contains(gap)) return true;
        }
        return false;
    }

    /// <summary>Numbers of shared words after which a text has words of its own.</summary>
    private static IEnumerable<int> Gaps(bool[] shared)
    {
        int gap = 0;
        foreach (bool both in shared)
        {
            if (both) gap++;
            else yield return gap;
        }
    }

    /// <summary>True when every word of the span stands in both texts.</summary>
    public bool InBoth(TextSpan span, bool first)
    {
        ImmutableArray<(TextSpan Span, string Word)> words = first ? _first : _second;
        bool[] shared = first ? _inFirst : _inSecond;
        int low = 0, high = words.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (words[middle].Span.End <= span.Start) low = middle + 1; else high = middle;
        }
        for (; low < words.Length && words[low].Span.Start < span.End; low++) if (!shared[low]) return false;
        return true;
    }
}
