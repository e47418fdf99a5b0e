namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>Tells running text from titles, labels and lists by its form.</summary>
internal sealed class Prose(DatelineReader datelines)
{
    /// <summary>A line of this many words is a paragraph even when its full stop is missing.</summary>
    private const int Surely = 26;

    /// <summary>Words of a paragraph that lost its last full stop and has another one inside, and letters of the word before that.</summary>
    private const int TwoSentences = 12, LongWord = 4;

    /// <param name="unpunctuated">As told by <see cref="IsUnpunctuated"/>.</param>
    public bool Is(Block block, bool unpunctuated)
    {
        if (block.Heading > 0) return false;
        if (block.Main && block.Count >= 12) return true;
        if (block.Count >= Surely) return true;
        if (block.EndsSentence) return block.Count >= 4 || (block.Count >= 2 && block.Words[0] is '"' or '“' or '‘');
        if (block.Words[^1] is '"' or '”' or ',' or ';' && block.Count >= 8) return true;
        if (block.Count >= TwoSentences && HasFullStop(block.Words)) return true;
        return (unpunctuated && block.Count >= 6) || (block.Count >= 7 && HasDateline(block));
    }

    // Behind a long word, so that "U.S. House" and "Mt. Hagen" are none.
    private static bool HasFullStop(string words)
    {
        for (int stop = words.IndexOf(". ", StringComparison.Ordinal); stop > 0; stop = words.IndexOf(". ", stop + 1, StringComparison.Ordinal))
        {
            int letters = 0;
            while (letters < stop && char.IsLower(words[stop - 1 - letters])) letters++;
            if (letters >= LongWord && stop + 2 < words.Length && (char.IsUpper(words[stop + 2]) || char.IsAsciiDigit(words[stop + 2]))) return true;
        }
        return false;
    }

    /// <summary>True when a dateline that is more than a name before a dash opens the paragraph.</summary>
    public bool HasDateline(Block block) => datelines.Read(block.Words) is { Weak: false };

    /// <summary>Tickers and posts leave the full stop out; then its absence says nothing.</summary>
    public static bool IsUnpunctuated(List<Block> blocks)
    {
        int with = 0, without = 0;
        foreach (Block block in blocks)
        {
            if (block.Kind is not null || block.Count < 6 || block.Heading > 0) continue;
            if (block.EndsSentence) with++; else without++;
        }
        return without >= 3 && without > with * 2;
    }
}
