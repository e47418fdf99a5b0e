using Sitrep.Eval.Timelines;

namespace Sitrep.Tests.Eval.Timelines;

public sealed class TimelineScorerTests
{
    private static readonly DateOnly First = new(2015, 4, 25);

    [Fact]
    public void An_equal_timeline_scores_one()
    {
        DayTexts gold = Timeline((0, "the quake struck"), (3, "aid arrived"));
        Assert.Equal(1, TimelineScorer.Aligned(gold, gold, 1), 9);
        Assert.Equal(1, TimelineScorer.Aligned(gold, gold, 2), 9);
    }

    [Fact]
    public void The_same_words_a_day_late_count_half()
    {
        Assert.Equal(0.5, TimelineScorer.Aligned(Timeline((0, "the quake struck")), Timeline((1, "the quake struck")), 1), 9);
    }

    [Fact]
    public void Two_found_days_may_go_to_one_gold_day()
    {
        // 3 words on the day, 1 of them a day late (half), of 3 gold and 4 found words.
        Assert.Equal(2 * 3.5 / 7, TimelineScorer.Aligned(Timeline((0, "the quake struck")), Timeline((0, "the quake struck"), (1, "quake")), 1), 9);
    }

    [Fact]
    public void Rouge_counts_each_word_as_often_as_both_have_it() => Assert.Equal(0.5, TimelineScorer.Rouge(["aid aid came"], ["Aid"], 1), 9);

    private static DayTexts Timeline(params (int Day, string Text)[] days)
    {
        var timeline = new DayTexts();
        foreach ((int day, string text) in days) timeline[First.AddDays(day)] = [text];
        return timeline;
    }
}
