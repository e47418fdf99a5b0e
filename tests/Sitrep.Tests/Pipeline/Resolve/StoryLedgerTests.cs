using Sitrep.Model.Record;

namespace Sitrep.Tests.Pipeline.Resolve;

/// <summary>What a record makes of short stories: one happening or two, and where counts belong.</summary>
public sealed class StoryLedgerTests
{
    [Fact]
    public void A_ship_told_of_on_a_lake_and_at_a_port_of_that_lake_sank_once()
    {
        string[] told = ["Ferry sinks\n\nMarch 4, 2021 (Reuters) - A ferry sank near Mwanza in Tanzania on Tuesday, police in Tanzania said.",
            "Ferry sinks\n\nMarch 5, 2021 (AP) - The ferry sank on Tuesday in Lake Victoria, a minister of Tanzania said."];
        SituationRecord record = StoryTests.Record(told);
        Event wreck = Assert.Single(record.Events, happening => happening.Type == EventType.Disaster);
        Assert.Equal("Mwanza", record.Places.Single(place => place.Id == wreck.Place).Name);
    }

    [Fact]
    public void A_government_and_rebels_who_both_say_they_hold_a_town_are_two_who_hold_it()
    {
        SituationRecord record = StoryTests.Record("Rebels seize Malakal\n\nMarch 4, 2021 (Reuters) - Rebels said on Wednesday they had seized Malakal in South Sudan, but the government said it was still in control of the town.\n\n\"We are now in control of Malakal,\" Paul Petit, the rebels' spokesman, told Reuters.");
        Assert.Equal(2, record.Events.Count(happening => happening is { Type: EventType.Holding, Status: Status.SingleSource }));
    }

    [Fact]
    public void Those_whom_a_war_killed_since_it_began_are_no_towns()
    {
        SituationRecord record = StoryTests.Record("Rebels seize Malakal\n\nMarch 4, 2021 (Reuters) - Rebels seized Malakal in South Sudan on Wednesday. Troops fled Malakal.\n\nThousands of people have been killed since fighting erupted in December.");
        Assert.Null(Assert.Single(record.Figures).Place);
    }
}
