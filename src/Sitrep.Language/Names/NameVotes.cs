using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Sitrep.Language.Tagging;

namespace Sitrep.Language.Names;

/// <summary>How the capitalised words of a text were taken so far: news gives a name in full once, then in short.</summary>
/// <remarks>One per document, filled in reading order; not safe to share between threads.</remarks>
public sealed class NameVotes
{
    // Texts end; the table of a hostile one must too.
    private const int MostWords = 20_000;

    // How much the rest of the text counts against the sentence itself; best on the dev part of UNER among 0, 0.15, 0.3, 0.5.
    private const float Share = 0.3f;

    private readonly Dictionary<uint, int> _rows = [];
    private readonly List<float> _sums = [];
    private readonly List<int> _counts = [];

    /// <summary>Moves the name scores of a sentence towards what its words were elsewhere in the text, and remembers them.</summary>
    /// <param name="scores">Per word <paramref name="stride"/> values, the first <see cref="NameClasses.Count"/> of them scores.</param>
    internal void Weigh(ReadOnlySpan<WordTraits> words, Span<float> scores, int stride)
    {
        Span<float> own = stackalloc float[NameClasses.Count];
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Form == words[i].Lower) continue;
            Span<float> row = scores.Slice(i * stride, NameClasses.Count);
            row.CopyTo(own);
            ref int at = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, words[i].Form, out bool known);
            if (known)
            {
                TensorPrimitives.MultiplyAdd(CollectionsMarshal.AsSpan(_sums).Slice(at * NameClasses.Count, NameClasses.Count), Share / _counts[at], row, row);
            }
            else
            {
                if (_counts.Count >= MostWords)
                {
                    _rows.Remove(words[i].Form);
                    continue;
                }
                at = _counts.Count;
                _counts.Add(0);
                for (int k = 0; k < NameClasses.Count; k++) _sums.Add(0);
            }
            Span<float> sum = CollectionsMarshal.AsSpan(_sums).Slice(at * NameClasses.Count, NameClasses.Count);
            TensorPrimitives.Add(sum, own, sum);
            _counts[at]++;
        }
    }
}
