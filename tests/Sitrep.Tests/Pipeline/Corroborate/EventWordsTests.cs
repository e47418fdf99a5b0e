using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Tests.Pipeline.Corroborate;

/// <summary>How an event's line names its parties.</summary>
public class EventWordsTests
{
    [Fact]
    public void In_a_fight_each_party_is_named_once()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Clash, "Harbo", "2021-03-04", "army", actor: "army", target: "rebels");
        story.Event("r2", EventType.Clash, "Harbo", "2021-03-04", "observers", actor: "rebels", target: "army");
        string summary = Assert.Single(story.Fold().Events).Summary;
        Assert.Equal(1, summary.Split("Army").Length - 1);
        Assert.Equal(1, summary.Split("Rebels").Length - 1);
    }

    [Fact]
    public void Persons_of_a_body_are_members_of_it()
    {
        var story = new TestStory();
        story.Actor("front", ActorKind.RebelGroup, "front");
        story.Event("r1", EventType.Killing, "Harbo", "2021-03-04", "army", actor: "army", target: "front", count: (Measure.Killed, 4));
        story.Event("r2", EventType.Killing, "Millen", "2021-03-05", "army", actor: "army", target: "rebels", count: (Measure.Killed, 3));
        Assert.Equal(["Army killed 4 members of Front in Harbo", "Army killed 3 Rebels in Millen"], story.Fold().Events.Select(one => one.Summary));
    }

    [Fact]
    public void A_company_that_leaves_gives_up_no_territory()
    {
        var story = new TestStory();
        story.Actor("firm", ActorKind.Company, null);
        story.Event("r1", EventType.Withdrawal, "Harbo", "2021-03-04", "observers", actor: "firm");
        story.Event("r2", EventType.Withdrawal, "Millen", "2021-03-05", "observers", actor: "rebels");
        Assert.Equal(["Other", "Non-violent transfer of territory"], story.Fold().Events.Select(one => one.Codes.Acled[1]));
    }
}
