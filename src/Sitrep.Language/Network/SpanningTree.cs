using System.Buffers;
using System.Numerics.Tensors;

namespace Sitrep.Language.Network;

/// <summary>The best tree over arc scores, with one root: Chu and Liu 1965, Edmonds 1967.</summary>
internal static class SpanningTree
{
    /// <summary>Finds the heads.</summary>
    /// <param name="scores">Row per dependent, <paramref name="stride"/> apart; column 0 the root, column j + 1 word j as governor. Higher is better.</param>
    /// <param name="heads">Written: governor per word, -1 for the root.</param>
    public static void Decode(ReadOnlySpan<float> scores, int stride, Span<int> heads)
    {
        int words = heads.Length;
        int roots = 0;
        for (int i = 0; i < words; i++)
        {
            heads[i] = Best(scores.Slice(i * stride, words + 1), i);
            if (heads[i] < 0) roots++;
        }
        if (roots == 1 && !HasCycle(heads)) return;
        // A penalty that no other arcs can outweigh leaves the best tree with a single root.
        int nodes = words + 1;
        float[] work = ArrayPool<float>.Shared.Rent(nodes * nodes);
        int[] tree = ArrayPool<int>.Shared.Rent(nodes);
        float most = Math.Max(1, Math.Abs(TensorPrimitives.MaxMagnitude(scores[..(words * stride)])));
        float penalty = 2 * most * nodes;
        work.AsSpan(0, nodes).Clear();
        for (int i = 0; i < words; i++)
        {
            Span<float> row = work.AsSpan((i + 1) * nodes, nodes);
            scores.Slice(i * stride, nodes).CopyTo(row);
            row[0] -= penalty;
        }
        Edmonds(work, nodes, tree);
        for (int i = 0; i < words; i++) heads[i] = tree[i + 1] - 1;
        ArrayPool<float>.Shared.Return(work);
        ArrayPool<int>.Shared.Return(tree);
    }

    private static int Best(ReadOnlySpan<float> row, int self)
    {
        int best = self == 0 && row.Length > 2 ? 2 : 0;
        for (int k = 0; k < row.Length; k++)
        {
            if (k != self + 1 && row[k] > row[best]) best = k;
        }
        return best - 1;
    }

    private static bool HasCycle(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 512 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        for (int i = 0; i < heads.Length; i++)
        {
            for (int at = i; at >= 0 && seen[at] != i + 1; at = heads[at])
            {
                if (seen[at] != 0) goto next;
                seen[at] = i + 1;
                if (heads[at] >= 0 && seen[heads[at]] == i + 1) return true;
            }
        next:;
        }
        return false;
    }

    /// <summary>Contracts cycles until none is left; node 0 is the root.</summary>
    /// <param name="score">Row per dependent, column per governor.</param>
    /// <param name="tree">Written: governor of each node.</param>
    private static void Edmonds(ReadOnlySpan<float> score, int count, Span<int> tree)
    {
        tree[0] = 0;
        for (int node = 1; node < count; node++) tree[node] = Best(score.Slice(node * count, count), node - 1) + 1;
        int[] rented = ArrayPool<int>.Shared.Rent(5 * count);
        Span<int> cycle = rented.AsSpan(0, count), outside = rented.AsSpan(count, count), leaves = rented.AsSpan(2 * count, count), enters = rented.AsSpan(3 * count, count), part = rented.AsSpan(4 * count, count);
        int length = Cycle(tree[..count], cycle, outside);
        if (length > 0)
        {
            cycle = cycle[..length];
            // The nodes outside keep their order; the cycle becomes the last one.
            int others = 0;
            for (int node = 0; node < count; node++)
            {
                if (!cycle.Contains(node)) outside[others++] = node;
            }
            int small = others + 1;
            float[] contracted = ArrayPool<float>.Shared.Rent(small * small);
            contracted.AsSpan(0, small * small).Clear();
            float total = 0;
            foreach (int node in cycle) total += score[(node * count) + tree[node]];
            for (int i = 0; i < others; i++)
            {
                int node = outside[i];
                for (int k = 0; k < others; k++) contracted[(i * small) + k] = score[(node * count) + outside[k]];
                (leaves[i], enters[i]) = (cycle[0], cycle[0]);
                foreach (int at in cycle)
                {
                    if (score[(node * count) + at] > score[(node * count) + leaves[i]]) leaves[i] = at;
                    if (Gain(score, count, tree, at, node) > Gain(score, count, tree, enters[i], node)) enters[i] = at;
                }
                contracted[(i * small) + others] = score[(node * count) + leaves[i]];
                contracted[(others * small) + i] = total + Gain(score, count, tree, enters[i], node);
            }
            Edmonds(contracted.AsSpan(0, small * small), small, part);
            for (int i = 1; i < others; i++) tree[outside[i]] = part[i] == others ? leaves[i] : outside[part[i]];
            tree[enters[part[others]]] = outside[part[others]];
            ArrayPool<float>.Shared.Return(contracted);
        }
        ArrayPool<int>.Shared.Return(rented);
    }

    /// <summary>What entering the cycle at a node from a governor outside gains over its arc in the cycle.</summary>
    private static float Gain(ReadOnlySpan<float> score, int count, ReadOnlySpan<int> tree, int node, int governor) => score[(node * count) + governor] - score[(node * count) + tree[node]];

    /// <summary>Writes the nodes of the first cycle.</summary>
    /// <returns>Their number; 0: there is none.</returns>
    private static int Cycle(ReadOnlySpan<int> tree, Span<int> cycle, Span<int> seen)
    {
        seen[..tree.Length].Clear();
        for (int start = 1; start < tree.Length; start++)
        {
            int at = start;
            while (at != 0 && seen[at] == 0)
            {
                seen[at] = start;
                at = tree[at];
            }
            if (at == 0 || seen[at] != start) continue;
            int length = 0;
            for (int node = at; length == 0 || node != at; node = tree[node]) cycle[length++] = node;
            return length;
        }
        return 0;
    }
}
