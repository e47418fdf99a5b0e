using System.Collections.Immutable;
using Sitrep.Pipeline.Corroborate.Events.Words;

namespace Sitrep.Train.Pairs;

/// <summary>Grows small decision trees one after another, each on what those before it leave unexplained: gradient boosting of log loss with second derivatives (Friedman 2001; Chen and Guestrin 2016).</summary>
/// <param name="trees">How many.</param>
/// <param name="depth">Questions on the way to a leaf.</param>
internal sealed class ForestTrainer(int trees, int depth)
{
    /// <summary>Share of each tree's answer that is believed.</summary>
    private const double Rate = 0.1;

    /// <summary>Values of a number that are told apart.</summary>
    private const int BinsMax = 32;

    /// <summary>Pull of the leaves towards zero, least weight of a leaf, and least gain of a question.</summary>
    private const double Shrinkage = 5, WeightMin = 3, GainMin = 4;

    private sealed class Growing
    {
        public int Feature = -1, Then, Else;
        public float AtMost;
        public float Value;
    }

    /// <param name="pairs">Numbers of each pair.</param>
    /// <param name="same">1 where they are one, else 0.</param>
    public ImmutableArray<ImmutableArray<PairNode>> Train(IReadOnlyList<float[]> pairs, IReadOnlyList<int> same)
    {
        int count = pairs.Count, features = pairs[0].Length;
        float[][] cuts = new float[features][];
        byte[][] bins = new byte[features][];
        Parallel.For(0, features, f => (cuts[f], bins[f]) = Bin([.. pairs.Select(pair => pair[f])]));
        double share = same.Sum() / (double)count;
        float bias = (float)Math.Log(share / (1 - share));
        double[] odds = new double[count], slope = new double[count], curve = new double[count];
        Array.Fill(odds, bias);
        var forest = ImmutableArray.CreateBuilder<ImmutableArray<PairNode>>();
        forest.Add([new PairNode(-1, 0, 0, 0, bias)]);
        for (int t = 0; t < trees; t++)
        {
            for (int i = 0; i < count; i++)
            {
                double likely = 1 / (1 + Math.Exp(-odds[i]));
                (slope[i], curve[i]) = (likely - same[i], likely * (1 - likely));
            }
            (List<Growing> tree, int[] leaf) = Grow(cuts, bins, slope, curve);
            for (int i = 0; i < count; i++) odds[i] += tree[leaf[i]].Value;
            forest.Add([.. tree.Select(node => new PairNode(node.Feature, node.AtMost, node.Then, node.Else, node.Value))]);
        }
        return forest.ToImmutable();
    }

    private (List<Growing> Tree, int[] Leaf) Grow(float[][] cuts, byte[][] bins, double[] slope, double[] curve)
    {
        var tree = new List<Growing> { new() };
        int[] at = new int[slope.Length];
        List<int> open = [0];
        for (int level = 0; level < depth && open.Count > 0; level++)
        {
            (double Gain, int Cut)[][] best = new (double, int)[bins.Length][];
            Parallel.For(0, bins.Length, f => best[f] = Best(open, tree.Count, at, bins[f], cuts[f].Length + 1, slope, curve));
            var next = new List<int>();
            for (int o = 0; o < open.Count; o++)
            {
                // The first of equals, so that a second run gives the same trees.
                int feature = Enumerable.Range(0, bins.Length).MaxBy(f => best[f][o].Gain);
                if (best[feature][o].Gain < GainMin) continue;
                Growing node = tree[open[o]];
                (node.Feature, node.AtMost, node.Then, node.Else) = (feature, cuts[feature][best[feature][o].Cut], tree.Count, tree.Count + 1);
                tree.AddRange([new Growing(), new Growing()]);
                next.AddRange([node.Then, node.Else]);
            }
            for (int i = 0; i < at.Length; i++)
            {
                if (tree[at[i]] is { Feature: >= 0 } node) at[i] = bins[node.Feature][i] <= cuts[node.Feature].AsSpan().BinarySearch(node.AtMost) ? node.Then : node.Else;
            }
            open = next;
        }
        double[] slopes = new double[tree.Count], curves = new double[tree.Count];
        for (int i = 0; i < at.Length; i++)
        {
            slopes[at[i]] += slope[i];
            curves[at[i]] += curve[i];
        }
        for (int n = 0; n < tree.Count; n++) if (tree[n].Feature < 0) tree[n].Value = (float)(-Rate * slopes[n] / (curves[n] + Shrinkage));
        return (tree, at);
    }

    /// <summary>The best question on one number for each open node.</summary>
    private static (double Gain, int Cut)[] Best(List<int> open, int nodes, int[] at, byte[] bin, int binCount, double[] slope, double[] curve)
    {
        var best = new (double Gain, int Cut)[open.Count];
        if (binCount < 2) return best;
        int[] place = new int[nodes];
        Array.Fill(place, -1);
        for (int o = 0; o < open.Count; o++) place[open[o]] = o;
        double[,] slopes = new double[open.Count, binCount], curves = new double[open.Count, binCount];
        for (int i = 0; i < at.Length; i++)
        {
            int o = place[at[i]];
            if (o < 0) continue;
            slopes[o, bin[i]] += slope[i];
            curves[o, bin[i]] += curve[i];
        }
        for (int o = 0; o < open.Count; o++)
        {
            double allSlope = 0, allCurve = 0, leftSlope = 0, leftCurve = 0;
            for (int b = 0; b < binCount; b++) (allSlope, allCurve) = (allSlope + slopes[o, b], allCurve + curves[o, b]);
            for (int b = 0; b + 1 < binCount; b++)
            {
                (leftSlope, leftCurve) = (leftSlope + slopes[o, b], leftCurve + curves[o, b]);
                double rightSlope = allSlope - leftSlope, rightCurve = allCurve - leftCurve;
                if (leftCurve < WeightMin || rightCurve < WeightMin) continue;
                double gain = (leftSlope * leftSlope / (leftCurve + Shrinkage)) + (rightSlope * rightSlope / (rightCurve + Shrinkage)) - (allSlope * allSlope / (allCurve + Shrinkage));
                if (gain > best[o].Gain) best[o] = (gain, b);
            }
        }
        return best;
    }

    private static (float[] Cuts, byte[] Bins) Bin(float[] values)
    {
        float[] distinct = [.. values.Distinct().Order()];
        float[] cuts = distinct.Length <= BinsMax
            ? [.. distinct.Zip(distinct.Skip(1), (low, high) => (low + high) / 2)]
            : [.. Enumerable.Range(1, BinsMax - 1).Select(i => distinct[i * distinct.Length / BinsMax]).Distinct()];
        return (cuts, [.. values.Select(value => Array.BinarySearch(cuts, value) is var at && at < 0 ? (byte)~at : (byte)at)]);
    }
}
