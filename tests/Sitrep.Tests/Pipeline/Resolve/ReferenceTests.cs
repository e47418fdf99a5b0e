using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;

namespace Sitrep.Tests.Pipeline.Resolve;

/// <summary>Whom and which place the words of a later sentence go back to, read from words to record.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_town_is_not_where_somebody_only_speaks()
    {
        SituationRecord record = Record("Tuareg rebels seized Douentza on Monday. The bishops condemned it in a statement from Rome. The rebels killed two nurses in the town. Violence in Mali has grown.");
        Assert.Equal("Douentza", PlaceOf(record, EventType.Killing));
    }

    [Theory]
    [InlineData("The government in Rome condemned it.")]
    [InlineData("The US State Department in Washington called for calm.")]
    public void The_army_is_that_of_the_country_where_something_happened(string between)
    {
        SituationRecord record = Record($"Boko Haram attacked Gwoza on Monday. {between} The army retook the town on Tuesday.");
        Assert.Equal("NG", DoerOf(record, EventType.Capture).Country);
    }

    [Fact]
    public void The_militiamen_are_those_who_were_attacked_and_not_the_group_that_has_a_name()
    {
        SituationRecord record = Record("Boko Haram attacked village militiamen near Gwoza on Monday. The militiamen then entered Pulka.");
        Assert.EndsWith("militiamen", DoerOf(record, EventType.Movement).Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_was_attacked_is_none_that_has_a_name()
    {
        SituationRecord record = Record("Boko Haram attacked a village vigilante group near Gwoza on Monday.");
        Role[] roles = [.. record.Events.Single(happening => happening.Type == EventType.Attack).Roles];
        Assert.NotEqual(roles.Single(role => role.Kind == RoleKind.Actor).Actor, roles.Single(role => role.Kind == RoleKind.Target).Actor);
    }

    [Fact]
    public void The_coalition_is_the_one_that_was_named() =>
        Assert.Equal("Saudi-led coalition", DoerOf(Record("The Saudi-led coalition bombed Saada on Monday. The coalition killed two nurses in Marib on Tuesday."), EventType.Killing).Name);

    [Fact]
    public void A_town_that_is_retaken_from_a_group_is_taken_twice()
    {
        SituationRecord record = Record("Al-Shabaab seized Jowhar on Monday. The Somali army retook the town hours later.");
        Assert.Equal(2, record.Events.Count(happening => happening.Type == EventType.Capture));
    }

    [Fact]
    public void Forces_abroad_do_not_say_where_the_story_is() =>
        Assert.Equal("ML", Record("French jets bombed Gao on Monday.").Places.Single(place => place.Name == "Gao").Country);

    [Fact]
    public void A_district_that_no_list_has_goes_by_its_town() =>
        Assert.Equal("BF", Record("Gunmen attacked a bus in the Djibo district on Monday. Violence in Burkina Faso has grown.").Places.Single(place => place.Name.StartsWith("Djibo", StringComparison.Ordinal)).Country);

    [Theory]
    [InlineData("Venezuelan", "VE")]
    [InlineData("Spanish", "ES")]
    public void A_town_lies_in_the_land_of_the_people_named_before_it(string people, string country) =>
        Assert.Equal(country, Record($"Gunmen attacked a clinic in the {people} city of Barcelona on Monday.").Places.Single(place => place.Name == "Barcelona").Country);

    private static string PlaceOf(SituationRecord record, EventType type) => record.Places.Single(place => place.Id == record.Events.Single(happening => happening.Type == type).Place).Name;

    private static Actor DoerOf(SituationRecord record, EventType type)
    {
        string doer = record.Events.Single(happening => happening.Type == type).Roles.Single(role => role.Kind == RoleKind.Actor).Actor;
        return record.Actors.Single(actor => actor.Id == doer);
    }

    private static SituationRecord Record(string text) =>
        StoryTests.Pipeline.Value.Fold([StoryTests.Pipeline.Value.Read(new RawReport("r0", "r0.txt", "00", Markup.Text, "Report\n\nMay 12, 2017 (Reuters) - " + text, SuppliedMetadata.None)).Report!], [], asOf: null);   // a plain text is read
}
