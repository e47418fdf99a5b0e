namespace Sitrep.Pipeline.Dedupe;

/// <summary>64-bit hashes that are the same in every run, on every machine and in every version of the runtime.</summary>
/// <remarks>Words: FNV-1a (Fowler, Noll, Vo; RFC 9923). Runs of words: the words' hashes folded one into the next, then the
/// finaliser of SplitMix64 (Steele, Lea and Flood 2014), because winnowing takes minima and FNV alone is weak in its upper bits.</remarks>
internal static class StableHash
{
    private const ulong Prime = 0x0000_0100_0000_01B3;

    /// <summary>Hash of no bytes at all; where every word starts.</summary>
    public const ulong Empty = 0xCBF2_9CE4_8422_2325;

    /// <summary>Takes in one character: its low byte and, when there is one, its high byte, so that ASCII has the published values.</summary>
    public static ulong Add(ulong hash, char letter)
    {
        unchecked
        {
            hash = (hash ^ (byte)letter) * Prime;
            return letter > '\u00FF' ? (hash ^ (byte)(letter >> 8)) * Prime : hash;
        }
    }

    /// <summary>Hash of a run of hashes; the order counts.</summary>
    public static ulong OfRun(ReadOnlySpan<ulong> hashes)
    {
        ulong run = Empty;
        foreach (ulong hash in hashes) run = Mix(unchecked(run + hash));
        return run;
    }

    /// <summary>Spreads every bit of <paramref name="value"/> over all 64.</summary>
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            return value ^ (value >> 31);
        }
    }
}
