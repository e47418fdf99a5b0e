namespace Sitrep.Language.Network;

/// <summary>The first layer's products of words met before.</summary>
/// <remarks>
/// They depend on the word and its traits alone, and four words of five in news were met a moment ago. What is kept is what would be worked out again, to the bit. One place per hash: a word drives out
/// the one before it. For one thread at a time, and for weights that no longer change.
/// </remarks>
internal sealed class KnownProducts(int columns)
{
    /// <summary>Words kept; a power of two.</summary>
    private const int Places = 4096;

    /// <summary>Most rows of tables a word may have to be kept: one of twenty letters has about fifty.</summary>
    private const int KeyMax = 64;

    private readonly int[] _keys = new int[Places * KeyMax];
    private readonly float[] _products = new float[Places * columns];

    /// <summary>Writes the word's products.</summary>
    /// <returns>False when the word is not known; nothing is written then.</returns>
    public bool TryCopy(WordRows features, int word, Span<float> products)
    {
        Span<int> key = stackalloc int[KeyMax];
        if (Key(features, word, key) is not (>= 0 and var place) || !_keys.AsSpan(place * KeyMax, KeyMax).SequenceEqual(key)) return false;
        _products.AsSpan(place * columns, columns).CopyTo(products);
        return true;
    }

    public void Keep(WordRows features, int word, ReadOnlySpan<float> products)
    {
        Span<int> key = stackalloc int[KeyMax];
        if (Key(features, word, key) is not (>= 0 and var place)) return;
        key.CopyTo(_keys.AsSpan(place * KeyMax));
        products.CopyTo(_products.AsSpan(place * columns));
    }

    /// <summary>The rows that make the word, with their numbers in front, then zeros.</summary>
    /// <returns>The word's place; negative when it has too many rows.</returns>
    private static int Key(WordRows features, int word, Span<int> key)
    {
        ReadOnlySpan<int> pieces = features.Pieces(word), traits = features.Traits(word);
        int length = 2 + pieces.Length + traits.Length;
        if (length > KeyMax) return -1;
        key[0] = features.Words[word] + 1;   // never the zero of an empty place
        key[1] = (pieces.Length << 16) + traits.Length;
        pieces.CopyTo(key[2..]);
        traits.CopyTo(key[(2 + pieces.Length)..]);
        key[length..].Clear();
        ulong hash = 0;
        foreach (int row in key[..length])
        {
            hash = unchecked((hash ^ (uint)row) * 0x9E3779B97F4A7C15);
            hash ^= hash >> 29;
        }
        return (int)(hash >> 40) & (Places - 1);
    }
}
