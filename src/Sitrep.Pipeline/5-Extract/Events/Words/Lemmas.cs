using System.Collections.Immutable;

namespace Sitrep.Pipeline.Extract.Events.Words;

/// <summary>Some lemmas, each once, in ordinal order, so that sums over them come out the same in every run.</summary>
public sealed class Lemmas
{
    private readonly ImmutableArray<string> _sorted;

    public Lemmas(IEnumerable<string> lemmas) => _sorted = [.. lemmas.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public int Count => _sorted.Length;

    public IReadOnlyList<string> All => _sorted;

    public bool Contains(string lemma) => _sorted.BinarySearch(lemma, StringComparer.Ordinal) >= 0;

    public bool Overlaps(Lemmas other) => SharedWith(other).Any();

    public IEnumerable<string> SharedWith(Lemmas other)
    {
        for (int i = 0, j = 0; i < _sorted.Length && j < other._sorted.Length;)
        {
            int order = string.CompareOrdinal(_sorted[i], other._sorted[j]);
            if (order == 0)
            {
                yield return _sorted[i++];
                j++;
            }
            else if (order < 0) i++;
            else j++;
        }
    }
}
