using System.Runtime.InteropServices;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>What two shingle sets have in common.</summary>
/// <param name="Shared">Shingles in both.</param>
/// <param name="SharedOwn">Those of them that are quoted in neither: written, not cited.</param>
/// <param name="OwnInFirst">Shingles of the first in its own words, without those that the second shows to be a quotation.</param>
/// <param name="OwnInSecond">The same for the second.</param>
internal readonly record struct Overlap(int Shared, int SharedOwn, int OwnInFirst, int OwnInSecond);

/// <summary>The distinct runs of five words of one body, as a sorted list of hashes.</summary>
/// <remarks>The lowest bit of a hash is given up to say whether the run is a quotation.</remarks>
internal sealed class ShingleSet
{
    /// <summary>Words in one shingle.</summary>
    // Five is where agreement by chance dies out in news (Clough et al. 2002, METER: runs of 5 and more mark derived text);
    // longer ones lose too much to a copy editor who changes a word in each sentence.
    public const int Width = 5;

    /// <summary>A shingle is a quotation when fewer words than this stand outside quotation marks.</summary>
    private const int OwnWordsMin = 3;

    /// <summary>Shingles in one winnowing window: any run of words common to two bodies that is at least
    /// <c>WindowShingles + Width - 1</c> words long gives a common fingerprint (Schleimer, Wilkerson and Aiken 2003).</summary>
    private const int WindowShingles = 8;

    private const ulong QuotedBit = 1;

    private readonly ulong[] _sorted;

    private ShingleSet(ulong[] sorted, ulong[] fingerprints, ulong wholeText) => (_sorted, Fingerprints, WholeText) = (sorted, fingerprints, wholeText);

    /// <summary>Distinct shingles.</summary>
    public int Count => _sorted.Length;

    /// <summary>The chosen few by which candidates are found; distinct, ascending.</summary>
    public ulong[] Fingerprints { get; }

    /// <summary>Hash of all words in order; equal for equal bodies, also for those too short for one shingle.</summary>
    public ulong WholeText { get; }

    public static ShingleSet Of(Report report)
    {
        BodyWords words = BodyWords.Of(report);
        ulong[] hashes = [.. words.Hashes];
        var runs = new ulong[Math.Max(0, hashes.Length - Width + 1)];
        var flagged = new Dictionary<ulong, bool>(runs.Length);
        for (int i = 0; i < runs.Length; i++)
        {
            runs[i] = StableHash.OfRun(hashes.AsSpan(i, Width)) & ~QuotedBit;
            int own = 0;
            for (int word = i; word < i + Width; word++) own += words.Quoted[word] ? 0 : 1;
            // Said once outside quotation marks, it is the report's own.
            CollectionsMarshal.GetValueRefOrAddDefault(flagged, runs[i], out _) |= own >= OwnWordsMin;
        }
        ulong[] sorted = [.. flagged.Select(pair => pair.Key | (pair.Value ? 0 : QuotedBit))];
        Array.Sort(sorted);
        return new ShingleSet(sorted, Winnow(runs), StableHash.OfRun(hashes));
    }

    /// <summary>Compares the two in one pass over both.</summary>
    public Overlap With(ShingleSet other)
    {
        int shared = 0, sharedOwn = 0, ownHere = 0, ownThere = 0;
        int i = 0, j = 0;
        while (i < _sorted.Length || j < other._sorted.Length)
        {
            ulong here = i < _sorted.Length ? _sorted[i] : ulong.MaxValue;
            ulong there = j < other._sorted.Length ? other._sorted[j] : ulong.MaxValue;
            ulong keyHere = here & ~QuotedBit, keyThere = there & ~QuotedBit;
            if (i < _sorted.Length && j < other._sorted.Length && keyHere == keyThere)
            {
                shared++;
                if (((here | there) & QuotedBit) == 0) { sharedOwn++; ownHere++; ownThere++; }
                i++;
                j++;
            }
            else if (j >= other._sorted.Length || (i < _sorted.Length && keyHere < keyThere))
            {
                ownHere += (here & QuotedBit) == 0 ? 1 : 0;
                i++;
            }
            else
            {
                ownThere += (there & QuotedBit) == 0 ? 1 : 0;
                j++;
            }
        }
        return new Overlap(shared, sharedOwn, ownHere, ownThere);
    }

    /// <summary>Positions, in the sorted list, of the shingles that <paramref name="other"/> has too; quotations are left out.</summary>
    public void MarkOwnSharedWith(ShingleSet other, Span<bool> marks)
    {
        for (int i = 0, j = 0; i < _sorted.Length && j < other._sorted.Length;)
        {
            ulong here = _sorted[i] & ~QuotedBit, there = other._sorted[j] & ~QuotedBit;
            if (here == there)
            {
                marks[i] |= ((_sorted[i] | other._sorted[j]) & QuotedBit) == 0;
                i++;
                j++;
            }
            else if (here < there) i++;
            else j++;
        }
    }

    // Each window gives its smallest hash, the rightmost of equals; a monotone queue makes it one pass.
    private static ulong[] Winnow(ReadOnlySpan<ulong> runs)
    {
        var chosen = new SortedSet<ulong>();
        var queue = new LinkedList<int>();
        for (int i = 0; i < runs.Length; i++)
        {
            while (queue.Last is { } last && runs[last.Value] >= runs[i]) queue.RemoveLast();
            queue.AddLast(i);
            if (queue.First!.Value <= i - WindowShingles) queue.RemoveFirst();   // never empty: i was just added
            if (i >= WindowShingles - 1 || i == runs.Length - 1) chosen.Add(runs[queue.First!.Value]);
        }
        return [.. chosen];
    }
}
