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
    private const int PostingsMax = 32;

    /// <summary>Reports that one report is compared with in full: those that share most fingerprints.</summary>
    private const int CandidatesMax = 64;

    /// <summary>Common fingerprints asked of a text that has many; one alone is a stock phrase.</summary>
    private const int CommonMin = 2;

    /// <summary>A text with fewer fingerprints than this needs only one in common.</summary>
    private const int ManyFingerprints = 10;

    private readonly Dictionary<ulong, List<int>> _postings = [];

    /// <summary>All pairs that share own words, by later, then earlier.</summary>
    /// <param name="tellings">In order of originality.</param>
    public static List<Pair> Pairs(IReadOnlyList<Telling> tellings)
    {
        var index = new CandidateIndex();
        var pairs = new List<Pair>();
        var common = new Dictionary<int, int>();
        for (int later = 0; later < tellings.Count; later++)
        {
            common.Clear();
            index.CountAndAdd(tellings[later], later, common);
            int needed = tellings[later].Shingles.Fingerprints.Length < ManyFingerprints ? 1 : CommonMin;
            foreach (int earlier in Best(common, tellings, needed))
            {
                Overlap overlap = tellings[later].Shingles.With(tellings[earlier].Shingles);
                if (overlap.Shared > 0 || tellings[later].Shingles.WholeText == tellings[earlier].Shingles.WholeText) pairs.Add(new Pair(later, earlier, overlap));
            }
        }
        return pairs;
    }

    private void CountAndAdd(Telling telling, int number, Dictionary<int, int> common)
    {
        // Equal bytes are the same report even where no word of it is body.
        ulong bytes = StableHash.Empty;
        foreach (char digit in telling.Report.Sha256) bytes = StableHash.Add(bytes, digit);
        Visit(bytes);
        foreach (ulong fingerprint in telling.Shingles.Fingerprints) Visit(fingerprint);

        void Visit(ulong key)
        {
            if (!_postings.TryGetValue(key, out List<int>? postings)) _postings[key] = postings = new List<int>(1);
            foreach (int earlier in postings) common[earlier] = common.GetValueOrDefault(earlier) + 1;
            if (postings.Count < PostingsMax) postings.Add(number);
        }
    }

    private static IEnumerable<int> Best(Dictionary<int, int> common, IReadOnlyList<Telling> tellings, int needed) => common
        .Where(pair => pair.Value >= needed || tellings[pair.Key].Shingles.Fingerprints.Length < ManyFingerprints)
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
        .Take(CandidatesMax)
        .Select(pair => pair.Key).Order();
}
