using Sitrep.Model.Record;

namespace Sitrep.Tests.Pipeline.Corroborate;

public sealed class ControlLedgerTests
{
    [Fact]
    public void A_taking_told_only_by_the_taker_is_claimed() =>
        Assert.Equal(ControlState.Claimed, On(Taken("rebels", "rebels"), "2020-03-01").State);

    [Fact]
    public void A_taking_told_by_others_is_held() =>
        Assert.Equal((ControlState.Held, "rebels"), (On(Taken("rebels", "observers"), "2020-03-01").State, On(Taken("rebels", "observers"), "2020-03-01").Holder));

    [Fact]
    public void A_denied_taking_is_contested_until_somebody_affirms_it_later()
    {
        TestStory story = Taken("army", "army");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "army", stance: Stance.Denies, said: "2020-03-01");
        Assert.Equal(ControlState.Contested, On(story, "2020-03-01").State);
        story.Event("r3", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "army", said: "2020-03-03");
        Assert.Equal(ControlState.Contested, On(story, "2020-03-02").State);
        Assert.Equal(ControlState.Held, On(story, "2020-03-03").State);
    }

    [Fact]
    public void Takings_by_two_enemies_on_one_day_are_contested()
    {
        TestStory story = Taken("rebels", "rebels");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "army");
        Assert.Equal(ControlState.Contested, On(story, "2020-03-01").State);
    }

    [Fact]
    public void A_taking_that_only_the_taker_tells_is_contested_by_a_holder_who_says_that_it_holds()
    {
        TestStory story = Taken("army", "army");
        story.Event("r2", EventType.Clash, "Millen", "2020-02-27", "observers", actor: "army", target: "rebels");
        story.Event("r3", EventType.Holding, "Harbo", "2020-03-02", "rebels", actor: "rebels", said: "2020-03-02");
        story.Event("r4", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "army", said: "2020-03-02");
        Assert.Equal(ControlState.Claimed, On(story, "2020-03-01").State);
        Assert.Equal((ControlState.Contested, "rival-words"), (On(story, "2020-03-02").State, On(story, "2020-03-02").Rule!.Code));
    }

    [Fact]
    public void A_withdrawal_that_the_enemy_denies_leaves_the_holder_in_dispute()
    {
        TestStory story = Taken("rebels", "observers");
        story.Event("r2", EventType.Withdrawal, "Harbo", "2020-03-04", "rebels", actor: "rebels", said: "2020-03-04");
        story.Event("r3", EventType.Withdrawal, "Harbo", "2020-03-04", "army", actor: "rebels", stance: Stance.Denies, said: "2020-03-04");
        Assert.Equal((ControlState.Contested, "rebels"), (On(story, "2020-03-04").State, On(story, "2020-03-04").Holder));
    }

    [Fact]
    public void Who_disputed_a_taking_and_then_leaves_has_settled_it()
    {
        TestStory story = Taken("army", "army");
        story.Event("r2", EventType.Clash, "Millen", "2020-02-27", "observers", actor: "army", target: "rebels");
        story.Event("r3", EventType.Capture, "Harbo", "2020-03-01", "rebels", actor: "army", stance: Stance.Denies, said: "2020-03-01");
        story.Event("r4", EventType.Withdrawal, "Harbo", "2020-03-03", "rebels", actor: "rebels");
        Assert.Equal((ControlState.Contested, "army"), (On(story, "2020-03-02").State, On(story, "2020-03-02").Holder));
        Assert.Equal((ControlState.Held, "army"), (On(story, "2020-03-03").State, On(story, "2020-03-03").Holder));
    }

    [Fact]
    public void A_retaken_town_passes_to_the_new_holder()
    {
        TestStory story = Taken("rebels", "observers");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-08", "observers", actor: "army");
        Assert.Equal("rebels", On(story, "2020-03-07").Holder);
        Assert.Equal((ControlState.Held, "army"), (On(story, "2020-03-08").State, On(story, "2020-03-08").Holder));
    }

    [Fact]
    public void A_loss_that_the_loser_admits_is_agreed()
    {
        TestStory story = Taken("rebels", "rebels");
        story.Event("r0", EventType.Attack, "Millen", "2020-02-20", "observers", actor: "army", target: "rebels");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "rebels", target: "army");
        Assert.Equal((ControlState.Held, "admitted"), (On(story, "2020-03-01").State, On(story, "2020-03-01").Rule!.Code));
    }

    [Theory]
    [InlineData("observers", ControlState.Held, "loser-gone")]
    [InlineData("rebels", ControlState.Claimed, "own-word")]
    public void A_taking_that_only_the_taker_tells_is_settled_when_others_say_that_the_loser_has_left(string source, ControlState expected, string rule)
    {
        TestStory story = Taken("rebels", "rebels");
        story.Event("r0", EventType.Attack, "Millen", "2020-02-20", "observers", actor: "army", target: "rebels");
        story.Event("r2", EventType.Withdrawal, "Harbo", "2020-03-02", source, actor: "army");
        Assert.Equal((expected, rule), (On(story, "2020-03-02").State, On(story, "2020-03-02").Rule!.Code));
    }

    [Fact]
    public void Takings_are_listed_with_how_long_they_lasted()
    {
        TestStory story = Taken("rebels", "observers");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-02", "observers", actor: "army", target: "rebels");
        story.Event("r3", EventType.Capture, "Harbo", "2020-03-11", "observers", actor: "rebels", target: "army");
        SituationRecord record = story.Fold();
        Control harbo = record.Control.Single(control => control.Place == "Harbo");
        Assert.Equal([(ControlChangeKind.Taken, 1), (ControlChangeKind.Taken, 9), (ControlChangeKind.Retaken, null)], harbo.Changes.Select(change => (change.Kind, change.Lasted)));
        Assert.All(harbo.Changes, change => Assert.False(change.Provisional));
        // A taking that lasted no longer than a day is an armed clash to ACLED.
        Assert.Equal("Armed clash", record.Events.Single(happening => happening.Id == harbo.Changes[0].Event).Codes.Acled[1]);
        Assert.NotEqual("Armed clash", record.Events.Single(happening => happening.Id == harbo.Changes[1].Event).Codes.Acled[1]);
    }

    [Fact]
    public void A_taking_of_yesterday_has_a_provisional_code()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "army");
        Assert.True(Assert.Single(story.Fold().Events).Codes.Provisional);
    }

    [Fact]
    public void A_siege_stands_beside_who_holds_the_place()
    {
        TestStory story = Taken("army", "observers");
        story.Event("r2", EventType.Siege, "Harbo", "2020-03-05", "observers", actor: "rebels", target: "army");
        Control harbo = story.Fold().Control.Single(control => control.Place == "Harbo");
        Assert.Equal((ControlState.Held, "army"), (harbo.Spans[^1].State, harbo.Spans[^1].Holder));
        Assert.Equal("rebels", Assert.Single(Assert.Single(harbo.Sieges).By));
    }

    [Fact]
    public void What_was_taken_briefly_is_not_held_from_then_on()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "rebels", said: "2020-03-20", brief: true);
        Assert.Equal((ControlState.Held, "rebels"), (On(story, "2020-03-01").State, On(story, "2020-03-01").Holder));
        Assert.Equal((ControlState.Unknown, "held-briefly"), (On(story, "2020-03-02").State, On(story, "2020-03-02").Rule!.Code));
    }

    [Fact]
    public void Who_leaves_a_town_that_he_took_back_in_between_leaves_it_twice()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Withdrawal, "Harbo", "2020-03-01", "observers", actor: "army");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-02", "observers", actor: "army");
        story.Event("r3", EventType.Withdrawal, "Harbo", "2020-03-02", "army", actor: "army");
        Event[] left = [.. story.Fold().Events.Where(happening => happening.Type == EventType.Withdrawal)];
        Assert.Equal(2, left.Length);
        Assert.Contains(left[1].Apart, apart => apart.Reason.Contains("changed hands", StringComparison.Ordinal));
    }

    private static TestStory Taken(string by, string source)
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", source, actor: by);
        story.Event("r9", EventType.Meeting, "Millen", "2020-03-20", "observers", actor: "army", target: "rebels");   // the record goes on
        return story;
    }

    private static ControlSpan On(TestStory story, string day)
    {
        DateOnly date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        return story.Fold().Control.Single(control => control.Place == "Harbo").Spans.Single(span => span.From <= date && date <= span.To);
    }
}
