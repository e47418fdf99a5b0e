using Sitrep.Language.Network;

namespace Sitrep.Tests.Language.Network;

public sealed class SpanningTreeTests
{
    [Fact]
    public void The_tree_is_the_best_of_all_trees_with_one_root()
    {
        var random = new Random(5);
        for (int round = 0; round < 300; round++)
        {
            int words = 1 + (round % 5), stride = words + 3;
            // Shifted, so that at times all scores are below zero.
            float shift = (round % 3) - 2;
            float[] scores = [.. Enumerable.Range(0, words * stride).Select(_ => (random.NextSingle() * 8) - 4 + (6 * shift))];
            int[] found = new int[words];
            SpanningTree.Decode(scores, stride, found);
            Assert.True(IsTree(found));
            Assert.Equal(Best(scores, stride, words), Total(scores, stride, found), 1e-3);
        }
    }

    [Fact]
    public void Any_scores_give_a_tree_even_equal_ones()
    {
        var random = new Random(6);
        foreach (int words in (int[])[1, 2, 7, 60, 250])
        {
            float[] equal = new float[words * (words + 1)], wild = [.. Enumerable.Range(0, words * (words + 1)).Select(_ => random.Next(3) - 1f)];
            int[] found = new int[words];
            SpanningTree.Decode(equal, words + 1, found);
            Assert.True(IsTree(found));
            SpanningTree.Decode(wild, words + 1, found);
            Assert.True(IsTree(found));
        }
    }

    private static bool IsTree(int[] heads) =>
        heads.Count(head => head < 0) == 1 && Enumerable.Range(0, heads.Length).All(word =>
        {
            int steps = 0;
            for (int at = word; at >= 0; at = heads[at])
            {
                if (heads[at] == at || ++steps > heads.Length) return false;
            }
            return true;
        });

    private static float Total(float[] scores, int stride, int[] heads) => heads.Select((head, i) => scores[(i * stride) + head + 1]).Sum();

    private static float Best(float[] scores, int stride, int words)
    {
        float best = float.MinValue;
        int[] heads = new int[words];
        for (int code = 0; code < Math.Pow(words + 1, words); code++)
        {
            for (int i = 0, rest = code; i < words; i++, rest /= words + 1) heads[i] = (rest % (words + 1)) - 1;
            if (IsTree(heads)) best = Math.Max(best, Total(scores, stride, heads));
        }
        return best;
    }
}
