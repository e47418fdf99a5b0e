using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>What an index of copies keeps of one report: keys to find it by and shingles to compare it with.</summary>
/// <param name="Keys">About one for twelve words; reports that share a run of 28 words share one. Each fits 47 bits.</param>
/// <param name="Shingles">The sorted shingles of the body as bytes, four each, little-endian.</param>
/// <param name="WholeText">Hash of all words in order.</param>
public sealed record Sketch(ImmutableArray<long> Keys, byte[] Shingles, long WholeText)
{
    /// <summary>Changes whenever the same report would be sketched differently; an index of another version is made again.</summary>
    public const int Version = 1;

    /// <summary>Reports that a key may bring. A key of more is crowded: a stock phrase, or a story that everybody carries.</summary>
    public const int ReportsOfKeyMax = CandidateIndex.PostingsMax;

    public static Sketch Of(Report report)
    {
        Telling telling = Telling.Of(report);
        return new Sketch(
            [.. CandidateIndex.Keys(telling).Select(key => checked((long)key))],
            MemoryMarshal.AsBytes(telling.Shingles.Sorted).ToArray(), unchecked((long)telling.Shingles.WholeText));
    }

    /// <summary>What the two share; null when it is less than a short sentence.</summary>
    public SharedText? With(string id, Sketch other, string otherId)
    {
        ShingleSet here = Set(), there = other.Set();
        Overlap overlap = here.With(there);
        return CandidateIndex.IsPair(here, there, overlap) ? new SharedText(id, otherId, overlap.Shared, overlap.SharedOwn, overlap.OwnInFirst, overlap.OwnInSecond) : null;
    }

    private ShingleSet Set() => new(MemoryMarshal.Cast<byte, uint>(Shingles).ToArray(), unchecked((ulong)WholeText));
}

/// <summary>Two reports that share text, and how many of their word shingles.</summary>
/// <param name="SharedOwn">Those that are quoted in neither.</param>
/// <param name="OwnInOne">Shingles of the first in its own words.</param>
/// <param name="OwnInOther">The same for the other.</param>
public readonly record struct SharedText(string One, string Other, int Shared, int SharedOwn, int OwnInOne, int OwnInOther);

/// <summary>What an index knows of a set of reports, so that they need not be compared again.</summary>
/// <param name="Pairs">All pairs that share text, but for pairs of crowded reports, of which some may be missing.</param>
/// <param name="Crowded">Reports that share text with too many others to have been compared with all; they are looked up again.</param>
public sealed record SharedTexts(IReadOnlyCollection<SharedText> Pairs, IReadOnlySet<string> Crowded);
