namespace Sitrep.Store;

/// <summary>A set of keys that may say yes to a key it does not hold, and never no to one it holds (Bloom 1970, with one hash): what is in no index need not be looked for there.</summary>
/// <remarks>Sixteen to eight bits a key, so at most one lookup in eight is for nothing. A million reports take some 50 MB.</remarks>
internal sealed class KeyFilter
{
    private const int BitsPerKeyMin = 8;

    private readonly ulong[] _bits;
    private readonly int _shift;
    private long _keys;

    /// <param name="keys">Keys that it will hold at first.</param>
    public KeyFilter(long keys)
    {
        int log = 20;
        while (1L << log < keys * BitsPerKeyMin * 2) log++;
        _bits = new ulong[1 << (log - 6)];
        _shift = 64 - log;
    }

    /// <summary>Too full to be of use: a larger one is due.</summary>
    public bool IsFull => _keys * BitsPerKeyMin > (long)_bits.Length * 64;

    public void Add(long key)
    {
        ulong at = At(key);
        _bits[at >> 6] |= 1UL << (int)(at & 63);
        _keys++;
    }

    public bool MayHold(long key)
    {
        ulong at = At(key);
        return (_bits[at >> 6] & (1UL << (int)(at & 63))) != 0;
    }

    // Fibonacci hashing (Knuth, The Art of Computer Programming 6.4): the keys are hashes already, but of 47 bits.
    private ulong At(long key) => unchecked((ulong)key * 0x9E3779B97F4A7C15) >> _shift;
}
