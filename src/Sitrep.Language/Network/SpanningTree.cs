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
        var work = new float[words + 1][];
        float most = 1;
        for (int i = 0; i < words * stride; i++) most = Math.Max(most, Math.Abs(scores[i]));
        float penalty = 2 * most * (words + 1);
        work[0] = new float[words + 1];
        for (int i = 0; i < words; i++)
        {
            work[i + 1] = scores.Slice(i * stride, words + 1).ToArray();
            work[i + 1][0] -= penalty;
        }
        int[] tree = Edmonds(work, words + 1);
        for (int i = 0; i < words; i++) heads[i] = tree[i + 1] - 1;
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

    /// <summary>Contracts cycles until none is left; node 0 is the root. <paramref name="score"/>[dependent][governor].</summary>
    private static int[] Edmonds(float[][] score, int count)
    {
        int[] best = new int[count];
        for (int node = 1; node < count; node++)
        {
            int top = node == 0 ? 1 : 0;
            for (int k = 0; k < count; k++)
            {
                if (k != node && score[node][k] > score[node][top]) top = k;
            }
            best[node] = top;
        }
        int[]? cycle = Cycle(best, count);
        if (cycle is null) return best;
        bool[] inside = new bool[count];
        foreach (int node in cycle) inside[node] = true;
        // The nodes outside keep their order; the cycle becomes the last one.
        int[] outside = [.. Enumerable.Range(0, count).Where(node => !inside[node])];
        int small = outside.Length + 1;
        var contracted = new float[small][];
        int[] leaves = new int[outside.Length], enters = new int[outside.Length];
        float total = 0;
        foreach (int node in cycle) total += score[node][best[node]];
        contracted[small - 1] = new float[small];
        for (int i = 0; i < outside.Length; i++)
        {
            contracted[i] = new float[small];
            for (int k = 0; k < outside.Length; k++) contracted[i][k] = score[outside[i]][outside[k]];
            (leaves[i], enters[i]) = (cycle[0], cycle[0]);
            foreach (int node in cycle)
            {
                if (score[outside[i]][node] > score[outside[i]][leaves[i]]) leaves[i] = node;
                if (score[node][outside[i]] - score[node][best[node]] > score[enters[i]][outside[i]] - score[enters[i]][best[enters[i]]]) enters[i] = node;
            }
            contracted[i][small - 1] = score[outside[i]][leaves[i]];
            contracted[small - 1][i] = total + score[enters[i]][outside[i]] - score[enters[i]][best[enters[i]]];
        }
        int[] part = Edmonds(contracted, small);
        int[] tree = [.. best];
        for (int i = 1; i < outside.Length; i++) tree[outside[i]] = part[i] == small - 1 ? leaves[i] : outside[part[i]];
        tree[enters[part[small - 1]]] = outside[part[small - 1]];
        return tree;
    }

    private static int[]? Cycle(int[] best, int count)
    {
        int[] seen = new int[count];
        for (int start = 1; start < count; start++)
        {
            int at = start;
            while (at != 0 && seen[at] == 0)
            {
                seen[at] = start;
                at = best[at];
            }
            if (at == 0 || seen[at] != start) continue;
            var cycle = new List<int>();
            for (int node = at; cycle.Count == 0 || node != at; node = best[node]) cycle.Add(node);
            return [.. cycle];
        }
        return null;
    }
}
