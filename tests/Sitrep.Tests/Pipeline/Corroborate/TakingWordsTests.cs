using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Tests.Pipeline.Corroborate;

/// <summary>Small stories of a town that changes hands, as an analyst would sign them.</summary>
public sealed class TakingWordsTests
{
    [Fact]
    public void A_taking_is_corroborated_by_whoever_tells_that_its_loser_left()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "army", target: "rebels");
        story.Event("r2", EventType.Withdrawal, "Harbo", "2020-03-01", "observers", actor: "rebels");
        Event taken = Assert.Single(story.Fold().Events, one => one.Type == EventType.Capture);
        Assert.Equal((Status.Corroborated, "loser-gone"), (taken.Status, taken.StatusRule!.Code));
    }

    [Fact]
    public void The_takers_own_side_corroborates_nothing()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "army", target: "rebels");
        story.Event("r2", EventType.Withdrawal, "Harbo", "2020-03-01", "agency", actor: "rebels");
        Assert.Equal(Status.SingleSource, Assert.Single(story.Fold().Events, one => one.Type == EventType.Capture).Status);
    }

    [Fact]
    public void A_taking_is_contested_while_its_loser_says_that_he_clears_the_town()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "rebels", actor: "rebels", target: "army");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "rebels", target: "army");
        story.Report("r3", "2020-03-03", "Troops were clearing the town.");
        story.Event("r3", EventType.Clash, "Harbo", "2020-03-03", "agency", actor: "army");
        Event taken = Assert.Single(story.Fold().Events, one => one.Type == EventType.Capture);
        Assert.Equal((Status.Contested, "both-inside"), (taken.Status, taken.StatusRule!.Code));
    }

    [Fact]
    public void What_a_source_tells_and_denies_in_one_report_it_has_told()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "rebels", target: "army");
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "rebels", target: "army", stance: Stance.Denies);
        Assert.Equal(Status.SingleSource, Assert.Single(story.Fold().Events).Status);
    }

    [Fact]
    public void Who_admits_a_part_still_denies_the_whole()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "rebels", actor: "rebels", target: "army");
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "rebels", target: "army", stance: Stance.Denies);
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "rebels", target: "army", extent: Extent.Partial);
        var record = story.Fold();
        Assert.Equal(Status.Contested, Assert.Single(record.Events).Status);
        ControlSpan span = Assert.Single(Assert.Single(record.Control).Spans);
        Assert.Equal((ControlState.Contested, "denied-that-day"), (span.State, span.Rule!.Code));
    }

    [Fact]
    public void Who_tells_of_a_base_taken_or_of_soldiers_falling_back_inside_confirms_no_taking_of_the_town()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "rebels", actor: "rebels", target: "army");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "rebels", target: "army", extent: Extent.Partial);
        story.Event("r3", EventType.Withdrawal, "Harbo", "2020-03-01", "army", actor: "army", extent: Extent.Partial);
        var record = story.Fold();
        Assert.Equal(Status.SingleSource, Assert.Single(record.Events, one => one.Type == EventType.Capture).Status);
        ControlSpan span = Assert.Single(Assert.Single(record.Control).Spans);
        Assert.Equal((ControlState.Claimed, "own-word"), (span.State, span.Rule!.Code));
    }

    [Fact]
    public void Who_is_still_told_of_as_there_has_not_left()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "rebels", target: "army");
        story.Event("r2", EventType.Withdrawal, "Harbo", "2020-03-04", "army", actor: "rebels");
        story.Event("r3", EventType.Holding, "Harbo", "2020-03-04", "observers", actor: "rebels");
        story.Report("r4", "2020-03-08", "x");
        ControlSpan last = Assert.Single(story.Fold().Control).Spans[^1];
        Assert.Equal((ControlState.Held, "rebels"), (last.State, last.Holder));
    }

    [Fact]
    public void One_assault_may_be_told_of_a_group_and_of_militants_without_a_name()
    {
        var story = new TestStory();
        story.Actor("local militants", ActorKind.RebelGroup, "local militants");
        story.Event("r1", EventType.Attack, "Harbo", "2020-03-01", "army", actor: "local militants");
        story.Event("r2", EventType.Attack, "Harbo", "2020-03-01", "rebels", actor: "rebels");
        Event attack = Assert.Single(story.Fold().Events);
        Assert.Equal(Status.Corroborated, attack.Status);
    }
}
