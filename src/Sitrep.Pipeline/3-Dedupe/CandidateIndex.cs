namespace Sitrep.Pipeline.Dedupe;

/// <summary>Two tellings that share text; <paramref name="Later"/> comes after <paramref name="Earlier"/> in the order of originality.</summary>
/// <param name="Overlap">First is the later one.</param>
internal readonly record struct Pair(int Later, int Earlier, Overlap Overlap);

/// <summary>Finds the pairs that are worth comparing without comparing all with all.</summary>
/// <remarks>An inverted index of fingerprints. Each fingerprint remembers only its first few reports, those most likely to be originals:
/// a stock phrase costs no more than that, and the hundredth reprint still meets the first.</remarks>
internal sealed class CandidateIndex
{
    /// <summary>Reports remembered for one fingerprint.</summary>
    public const int PostingsMax = 32;

    /// <summary>Shared shingles below which a pair is forgotten: less than a short sentence.</summary>
    private const int SharedMin = 4;

    private readonly Dictionary<ulong, List<int>> _postings = [];

    /// <summary>All pairs that share own words, by later, then earlier.</summary>
    /// <param name="tellings">In order of originality.</param>
    /// <param name="asked">Only pairs of which one end is asked for are compared.</param>
    public static List<Pair> Pairs(IReadOnlyList<Telling> tellings, Predicate<int> asked)
    {
        var index = new CandidateIndex();
        var pairs = new List<Pair>();
        var met = new SortedSet<int>();
        for (int later = 0; later < tellings.Count; later++)
        {
            met.Clear();
            index.Meet(tellings[later], later, met);
            foreach (int earlier in met)
            {
                if (!asked(later) && !asked(earlier)) continue;
                Overlap overlap = tellings[later].Shingles.With(tellings[earlier].Shingles);
                if (IsPair(tellings[later].Shingles, tellings[earlier].Shingles, overlap)) pairs.Add(new Pair(later, earlier, overlap));
            }
        }
        return pairs;
    }

    public static bool IsPair(ShingleSet one, ShingleSet other, Overlap overlap) => overlap.Shared >= SharedMin || one.WholeText == other.WholeText;

    /// <summary>What the index knows a report by. Equal bytes are the same report even where no word of it is body.</summary>
    public static IEnumerable<ulong> Keys(Telling telling)
    {
        ulong bytes = StableHash.Empty;
        foreach (char digit in telling.Report.Sha256) bytes = StableHash.Add(bytes, digit);
        return telling.Fingerprints.Append(StableHash.Mix(bytes) >> (64 - ShingleSet.FingerprintBits)).Distinct();
    }

    private void Meet(Telling telling, int number, SortedSet<int> met)
    {
        foreach (ulong key in Keys(telling))
        {
            if (!_postings.TryGetValue(key, out List<int>? postings)) _postings[key] = postings = new List<int>(1);
            met.UnionWith(postings);
            if (postings.Count < PostingsMax) postings.Add(number);
        }
    }
}
