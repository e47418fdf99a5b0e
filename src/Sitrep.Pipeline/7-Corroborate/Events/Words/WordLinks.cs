namespace Sitrep.Pipeline.Corroborate.Events.Words;

/// <summary>Joins what is alike on average: agglomeration by average link, the closest first.</summary>
internal static class WordLinks
{
    /// <param name="sums">Likeness of each to each other, symmetric; used up.</param>
    /// <param name="likeMin">Mean likeness two groups must have to be joined.</param>
    /// <returns>For each the lowest number in its group.</returns>
    public static int[] Join(double[,] sums, double likeMin)
    {
        int count = sums.GetLength(0);
        int[] size = new int[count], group = new int[count], version = new int[count];
        Array.Fill(size, 1);
        for (int i = 0; i < count; i++) group[i] = i;
        // Equal likeness is taken in the order of the numbers.
        var queue = new PriorityQueue<(int A, int B, int VersionA, int VersionB), (double, int, int)>();
        for (int i = 0; i < count; i++) for (int j = i + 1; j < count; j++) Offer(i, j);
        while (queue.TryDequeue(out (int A, int B, int VersionA, int VersionB) pair, out _))
        {
            (int a, int b) = (pair.A, pair.B);
            if (size[a] == 0 || size[b] == 0 || version[a] != pair.VersionA || version[b] != pair.VersionB) continue;
            for (int other = 0; other < count; other++)
            {
                if (size[other] == 0 || other == a || other == b) continue;
                sums[a, other] = sums[other, a] = sums[a, other] + sums[b, other];
            }
            size[a] += size[b];
            size[b] = 0;
            version[a]++;
            for (int i = 0; i < count; i++) if (group[i] == b) group[i] = a;
            for (int other = 0; other < count; other++) if (size[other] > 0 && other != a) Offer(Math.Min(a, other), Math.Max(a, other));
        }
        return group;

        void Offer(int a, int b)
        {
            double mean = sums[a, b] / ((double)size[a] * size[b]);
            if (mean > likeMin) queue.Enqueue((a, b, version[a], version[b]), (-mean, a, b));
        }
    }
}
