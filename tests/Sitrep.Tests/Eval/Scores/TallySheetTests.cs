using Sitrep.Eval.Scores;

namespace Sitrep.Tests.Eval.Scores;

public sealed class TallySheetTests
{
    [Fact]
    public void The_score_is_the_F1_of_all_documents_together()
    {
        Score score = Assert.Single(Sheet(10).Scores("s", 1));
        Assert.Equal(0.5, score.Value, 9);
        Assert.Equal(40, score.Count);
    }

    [Fact]
    public void The_interval_holds_the_score_and_is_the_same_each_time()
    {
        Score score = Assert.Single(Sheet(30).Scores("s", 1));
        (double low, double high) = Assert.NotNull(score.Spread);
        Assert.InRange(score.Value, low, high);
        Assert.True(low < high);
        Assert.Equal(score.Spread, Assert.Single(Sheet(30).Scores("s", 2)).Spread);
    }

    [Fact]
    public void A_few_documents_have_no_interval() => Assert.Null(Assert.Single(Sheet(3).Scores("s", 1)).Spread);

    [Fact]
    public void A_metric_without_gold_is_left_out()
    {
        var sheet = new TallySheet();
        sheet.Add("f1", new Tally(0, 3, 0));
        Assert.Empty(sheet.Scores("s", 1));
    }

    private static TallySheet Sheet(int documents)
    {
        var sheet = new TallySheet();
        for (int i = 0; i < documents; i++)
        {
            sheet.Add("f1", new Tally(i % 2 == 0 ? 1 : 3, 4, 4));
            sheet.EndDocument();
        }
        return sheet;
    }
}
