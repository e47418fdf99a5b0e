using Sitrep.Eval.Scores;

namespace Sitrep.Tests.Eval.Scores;

public sealed class CoreferenceTests
{
    [Fact]
    public void Equal_clusters_score_one()
    {
        (double muc, double b3, double ceaf, double conll) = Coreference.Score([("a", "x"), ("a", "x"), ("b", "y"), ("c", "z")]);
        Assert.Equal((1.0, 1.0, 1.0, 1.0), (muc, b3, ceaf, conll));
    }

    [Fact]
    public void A_cluster_cut_in_two_loses_a_link()
    {
        (double muc, double b3, double ceaf, _) = Coreference.Score([("a", "x"), ("a", "x"), ("a", "y"), ("a", "y")]);
        Assert.Equal(0.8, muc, 9);        // 2 of 3 links recalled, 2 of 2 right
        Assert.Equal(2.0 / 3, b3, 9);     // precision 1, recall 1/2
        Assert.Equal(4.0 / 9, ceaf, 9);   // one pair of 2·2/(4+2), over 1 gold and 2 system clusters
    }

    [Fact]
    public void The_best_match_is_not_always_the_greedy_one() =>
        Assert.Equal(9, Assignment.Best([(0, 0, 5), (0, 1, 4), (1, 0, 5), (1, 1, 0.5), (7, 9, 0)]), 9);

    [Fact]
    public void Rows_without_a_column_of_their_own_are_left_out() => Assert.Equal(3, Assignment.Best([(0, 0, 1), (1, 0, 3), (2, 0, 2)]), 9);

    [Fact]
    public void Classes_that_never_occur_in_gold_cost_precision_only()
    {
        (string, string)[] items = [("a", "a"), ("a", "c"), ("b", "b")];
        Assert.Equal(((2.0 / 3) + 1) / 2, Classes.Macro(items), 9);
        Assert.Equal(((2 * 2.0 / 3) + 1) / 3, Classes.Weighted(items), 9);
        Assert.Equal(2.0 / 3, Classes.Accuracy(items), 9);
    }
}
