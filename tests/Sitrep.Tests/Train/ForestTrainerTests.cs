using System.Collections.Immutable;
using Sitrep.Pipeline.Corroborate.Events.Words;
using Sitrep.Train.Pairs;

namespace Sitrep.Tests.Train;

public sealed class ForestTrainerTests
{
    [Fact]
    public void It_learns_what_two_numbers_say_only_together()
    {
        float[][] pairs = [.. Enumerable.Range(0, 800).Select(i => new float[] { i % 2, i / 2 % 2, i % 7 })];
        int[] same = [.. pairs.Select(pair => pair[0] > 0 && pair[1] == 0 ? 1 : 0)];
        var forest = new PairForest(new ForestTrainer(60, 3).Train(pairs, same));
        Assert.True(forest.Probability([1, 0, 3]) > 0.8);
        Assert.True(forest.Probability([1, 1, 3]) < 0.2);
        Assert.True(forest.Probability([0, 0, 3]) < 0.2);
    }

    [Fact]
    public void A_second_run_gives_the_same_trees()
    {
        float[][] pairs = [.. Enumerable.Range(0, 300).Select(i => new float[] { i * 37 % 11, i * 53 % 13, i * 17 % 5 })];
        int[] same = [.. Enumerable.Range(0, 300).Select(i => pairs[i][0] + pairs[i][1] > 12 ? 1 : 0)];
        ImmutableArray<ImmutableArray<PairNode>> one = new ForestTrainer(10, 4).Train(pairs, same), two = new ForestTrainer(10, 4).Train(pairs, same);
        Assert.Equal(one.SelectMany(tree => tree), two.SelectMany(tree => tree));
        Assert.True(one.Length > 1);
    }
}
