namespace Sitrep.Pipeline.Dedupe;

/// <summary>What two shingle sets have in common.</summary>
/// <param name="Shared">Shingles in both.</param>
/// <param name="SharedOwn">Those of them that are quoted in neither: written, not cited.</param>
/// <param name="OwnInFirst">Shingles of the first in its own words, without those that the second shows to be a quotation.</param>
/// <param name="OwnInSecond">The same for the second.</param>
internal readonly record struct Overlap(int Shared, int SharedOwn, int OwnInFirst, int OwnInSecond);

/// <summary>The distinct runs of a few words of one body, as a sorted list of hashes.</summary>
/// <remarks>The lowest bit of a hash is given up to say whether the run is a quotation. 31 bits are left: two bodies of 300 words have
/// one run in common by chance once in twenty thousand times.</remarks>
internal sealed class ShingleSet
{
    /// <summary>Words in one shingle.</summary>
    // Three: a copy editor who changes one word in eight leaves more than half of the shingles, and independent stories on one event
    // have a tenth in common. With five, a third is left (eval set "reprints", kind "rewritten").
    public const int Width = 3;

    /// <summary>A shingle is a quotation when fewer words than this stand outside quotation marks.</summary>
    private const int OwnWordsMin = 2;

    /// <summary>Shingles in one winnowing window: any run of words common to two bodies that is at least
    /// <c>WindowShingles + FingerprintWidth - 1</c> words long gives a common fingerprint (Schleimer, Wilkerson and Aiken 2003).</summary>
    // Two sentences in a row are certain to be found, one with an edit likely; one word in twelve is kept, which is what the index costs.
    private const int WindowShingles = 24;

    /// <summary>Words of which a fingerprint is made: more than of a shingle, because common runs of three words bring reports that have nothing else
    /// in common, the more of them the larger the store.</summary>
    private const int FingerprintWidth = 5;

    /// <summary>Bits of a fingerprint: few enough for short keys, enough that a million reports have hardly a false one.</summary>
    public const int FingerprintBits = 47;

    private const uint QuotedBit = 1;

    private readonly uint[] _sorted;

    public ShingleSet(uint[] sorted, ulong wholeText) => (_sorted, WholeText) = (sorted, wholeText);

    /// <summary>Distinct shingles.</summary>
    public int Count => _sorted.Length;

    /// <summary>Hash of all words in order; equal for equal bodies, also for those too short for one shingle.</summary>
    public ulong WholeText { get; }

    /// <summary>All hashes, ascending, with their quotation bits: what a store keeps.</summary>
    public ReadOnlySpan<uint> Sorted => _sorted;

    public static ShingleSet Of(BodyWords words)
    {
        uint[] sorted = Runs(words);
        Array.Sort(sorted);
        // Of equal runs the unquoted sorts first and stays: said once outside quotation marks, it is the report's own.
        int distinct = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (distinct == 0 || (sorted[distinct - 1] | QuotedBit) != (sorted[i] | QuotedBit)) sorted[distinct++] = sorted[i];
        }
        return new ShingleSet(sorted[..distinct], StableHash.OfRun(words.Hashes));
    }

    /// <summary>The run that begins at each word, in order of the text, with its quotation bit.</summary>
    public static uint[] Runs(BodyWords words)
    {
        ReadOnlySpan<ulong> hashes = words.Hashes;
        ReadOnlySpan<bool> quoted = words.Quoted;
        var runs = new uint[Math.Max(0, hashes.Length - Width + 1)];
        for (int i = 0; i < runs.Length; i++)
        {
            int own = 0;
            foreach (bool inside in quoted.Slice(i, Width)) own += inside ? 0 : 1;
            uint run = (uint)(StableHash.OfRun(hashes.Slice(i, Width)) >> 32) & ~QuotedBit;
            runs[i] = own >= OwnWordsMin ? run : run | QuotedBit;
        }
        return runs;
    }

    public static bool IsQuoted(uint run) => (run & QuotedBit) != 0;

    /// <summary>True when the run stands here, quoted or not.</summary>
    public bool Contains(uint run)
    {
        int at = Array.BinarySearch(_sorted, run & ~QuotedBit);
        return at >= 0 || (~at < _sorted.Length && (_sorted[~at] & ~QuotedBit) == (run & ~QuotedBit));
    }

    /// <summary>Compares the two in one pass over both.</summary>
    public Overlap With(ShingleSet other)
    {
        int shared = 0, sharedOwn = 0, ownHere = 0, ownThere = 0;
        int i = 0, j = 0;
        while (i < _sorted.Length || j < other._sorted.Length)
        {
            ulong here = i < _sorted.Length ? _sorted[i] & ~QuotedBit : ulong.MaxValue, there = j < other._sorted.Length ? other._sorted[j] & ~QuotedBit : ulong.MaxValue;
            if (here == there)
            {
                shared++;
                if (!IsQuoted(_sorted[i] | other._sorted[j])) { sharedOwn++; ownHere++; ownThere++; }
                i++;
                j++;
            }
            else if (here < there) ownHere += IsQuoted(_sorted[i++]) ? 0 : 1;
            else ownThere += IsQuoted(other._sorted[j++]) ? 0 : 1;
        }
        return new Overlap(shared, sharedOwn, ownHere, ownThere);
    }

    /// <summary>The chosen few by which candidates are found; distinct, ascending, at most <see cref="FingerprintBits"/> bits.</summary>
    // Each window gives its smallest hash, the rightmost of equals. Windows that overlap mostly agree, so the smallest is looked for
    // afresh only when it has left the window.
    public static ulong[] Fingerprints(BodyWords words)
    {
        ReadOnlySpan<ulong> hashes = words.Hashes;
        int width = Math.Min(FingerprintWidth, Math.Max(Width, hashes.Length));
        var runs = new ulong[Math.Max(0, hashes.Length - width + 1)];
        for (int i = 0; i < runs.Length; i++) runs[i] = StableHash.OfRun(hashes.Slice(i, width)) >> (64 - FingerprintBits);
        if (runs.Length == 0) return [];
        var chosen = new List<ulong>(runs.Length / 8);
        int smallest = -1;
        for (int end = Math.Min(WindowShingles, runs.Length) - 1; end < runs.Length; end++)
        {
            int start = Math.Max(0, end - WindowShingles + 1);
            if (smallest >= start)
            {
                if (runs[end] > runs[smallest]) continue;
                smallest = end;
            }
            else
            {
                smallest = start;
                for (int i = start + 1; i <= end; i++)
                {
                    if (runs[i] <= runs[smallest]) smallest = i;
                }
            }
            chosen.Add(runs[smallest]);
        }
        chosen.Sort();
        return [.. chosen.Distinct()];
    }
}
