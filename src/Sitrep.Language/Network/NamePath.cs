using Sitrep.Language.Names;

namespace Sitrep.Language.Network;

/// <summary>The best sequence of name classes: inside a name only after a word of the same name (Viterbi 1967).</summary>
internal static class NamePath
{
    /// <summary>Writes the classes of the words that begin at <paramref name="start"/> in the batch.</summary>
    public static void Decode(NetworkRun run, int start, Span<int> classes)
    {
        const int count = NameClasses.Count;
        int words = classes.Length;
        float[] rented = System.Buffers.ArrayPool<float>.Shared.Rent(2 * count);
        byte[] back = System.Buffers.ArrayPool<byte>.Shared.Rent(words * count);
        Span<float> before = rented.AsSpan(0, count), now = rented.AsSpan(count, count);
        for (int i = 0; i < words; i++)
        {
            ReadOnlySpan<float> scores = run.Names(start + i);
            int top = 0;
            for (int k = 1; k < count && i > 0; k++)
            {
                if (before[k] > before[top]) top = k;
            }
            for (int k = 0; k < count; k++)
            {
                if (!NameClasses.IsInside(k))
                {
                    now[k] = scores[k] + (i > 0 ? before[top] : 0);
                    back[(i * count) + k] = (byte)top;
                    continue;
                }
                int begin = k - 1;
                int from = i > 0 && before[begin] > before[k] ? begin : k;
                now[k] = i > 0 ? scores[k] + before[from] : float.NegativeInfinity;
                back[(i * count) + k] = (byte)from;
            }
            Span<float> other = before;
            before = now;
            now = other;
        }
        int best = 0;
        for (int k = 1; k < count; k++)
        {
            if (before[k] > before[best]) best = k;
        }
        for (int i = words - 1; i >= 0; i--)
        {
            classes[i] = best;
            best = back[(i * count) + best];
        }
        System.Buffers.ArrayPool<float>.Shared.Return(rented);
        System.Buffers.ArrayPool<byte>.Shared.Return(back);
    }
}
