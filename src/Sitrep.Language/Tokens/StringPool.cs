using Sitrep.Language.Learning;

namespace Sitrep.Language.Tokens;

/// <summary>One string for words that come again. A fixed number of slots: a new word takes the place of an old one.</summary>
/// <remarks>Threads may share it: a slot is read and written whole, and a lost write costs one string.</remarks>
internal sealed class StringPool
{
    private const int Slots = 1 << 16, LongestWord = 40;

    private readonly string?[] _slots = new string?[Slots];

    public string Get(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return word.ToString();
        uint hash = Hashing.Mix(11, Hashing.Word(word, lower: false));
        ref string? slot = ref _slots[hash & (Slots - 1)];
        if (slot is { } found && word.SequenceEqual(found)) return found;
        return slot = word.ToString();
    }
}
