using Sitrep.Eval.Scores;

namespace Sitrep.Tests.Eval.Scores;

public sealed class BCubedTests
{
    [Fact]
    public void Equal_clusters_score_one() => Assert.Equal((1.0, 1.0, 1.0), BCubed.Score([("a", "x"), ("a", "x"), ("b", "y")]));

    [Fact]
    public void One_cluster_of_all_has_full_recall()
    {
        (double precision, double recall, _) = BCubed.Score([("a", "x"), ("a", "x"), ("b", "x"), ("b", "x")]);
        Assert.Equal((0.5, 1.0), (precision, recall));
    }

    [Fact]
    public void Singletons_have_full_precision()
    {
        (double precision, double recall, double f1) = BCubed.Score([("a", "1"), ("a", "2"), ("b", "3"), ("b", "4")]);
        Assert.Equal((1.0, 0.5), (precision, recall));
        Assert.Equal(2.0 / 3, f1, 9);
    }
}
