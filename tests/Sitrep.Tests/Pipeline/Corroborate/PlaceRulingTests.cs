using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Tests.Pipeline.Corroborate;

public sealed class PlaceRulingTests
{
    private static readonly DateTimeOffset At = new(2024, 5, 3, 10, 11, 12, TimeSpan.Zero);

    private static readonly GazetteerPlace North = new(11, "Harbo", 10.5, 20.25, "XA", "Upper", 900, PlaceClass.Settlement, "PPL"), South = new(12, "Harbo", -3.5, 21, "XB", "", 90, PlaceClass.Settlement, "PPL");

    [Theory]
    [InlineData("geo:10.5,20.25;u=4000", "geo:10.5,20.25;u=4000")]
    [InlineData("geo:-10.5,20.25;u=500;country=XA;admin1=Upper%20Lake;geonames=11;name=Har%3Bbo", "geo:-10.5,20.25;u=500;country=XA;admin1=Upper%20Lake;geonames=11;name=Har%3Bbo")]
    [InlineData("geo:10.5,20.25", "geo:10.5,20.25;u=5000")]
    [InlineData("geo:91,20", null)]
    [InlineData("geo:10,181", null)]
    [InlineData("geo:10,20;u=0", null)]
    [InlineData("geo:10,20;u=900000", null)]
    [InlineData("geo:NaN,20", null)]
    [InlineData("10,20", null)]
    [InlineData(null, null)]
    public void A_ruled_place_is_written_as_it_was_read(string? written, string? again) => Assert.Equal(again, RuledPlace.Parse(written)?.ToString());

    [Theory]
    [InlineData("34.45, 40.92", null, "geo:34.45,40.92;u=5000", null)]
    [InlineData("-1.5 29", 20.0, "geo:-1.5,29;u=20000", null)]
    [InlineData("Harbo 12", null, "geo:-3.5,21;u=4000;country=XB;geonames=12;name=Harbo", null)]
    [InlineData("12", null, "geo:-3.5,21;u=4000;country=XB;geonames=12;name=Harbo", null)]
    [InlineData("Harbo", null, null, "Harbo 11 (Upper, XA; 900 people; 10.5, 20.25); Harbo 12 (XB; 90 people; -3.5, 21)")]
    [InlineData("Nowhere", null, null, "the gazetteer has no 'Nowhere'")]
    [InlineData("95, 40", null, null, "no spot on the earth")]
    [InlineData("34, 40", -1.0, null, "radius")]
    public void Where_a_place_is_may_be_said_in_degrees_or_by_an_entry_of_the_gazetteer(string typed, double? radius, string? place, string? wrong)
    {
        PlaceAsked asked = PlaceAsked.Of(typed, radius, name => name is "Harbo" ? [North, South] : [], "Harbo");
        Assert.Equal(place, asked.Place?.ToString());
        if (wrong is null) Assert.Null(asked.Wrong);
        else Assert.Contains(wrong, asked.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_ruling_in_force_places_a_place_and_an_undo_brings_the_same_bytes_back()
    {
        var unplaced = new Place("p1", "Old Mill", [], null, null, null, null, null, PlacePrecision.Town);
        ImmutableArray<Place> places = [unplaced, unplaced with { Id = "p2" }];
        Ruling first = Ruled(1, RulingVerb.Place, "p1", "geo:1,2;u=4000;country=XA"), second = Ruled(2, RulingVerb.Place, "p1", "geo:3,4;u=30000"), undo = Ruled(3, RulingVerb.Undo, "2", null), both = Ruled(4, RulingVerb.Undo, "1", null);

        Assert.Equal(places, new RulingFold([], false).Placed(places));
        Place placed = new RulingFold([first, second], false).Placed(places)[0];
        Assert.Equal(("p1", "Old Mill", 3, 4, PlacePrecision.Area, (string?)null), (placed.Id, placed.Name, placed.Latitude, placed.Longitude, placed.Precision, placed.Country));
        placed = new RulingFold([first, second, undo], false).Placed(places)[0];
        Assert.Equal((1, 2, PlacePrecision.Town, "XA"), (placed.Latitude, placed.Longitude, placed.Precision, placed.Country));
        Assert.Equal(places, new RulingFold([first, second, undo, both], false).Placed(places));
    }

    [Fact]
    public void Only_what_no_gazetteer_knows_is_placed()
    {
        var story = new TestStory();
        story.Place("pharbo", PlacePrecision.Town, null);
        story.Event("r1", EventType.Capture, "pharbo", "2024-05-01", source: "army", actor: "army");
        RulingDraft draft = RulingDraft.Of(story.Fold(), new RulingRequest(RulingVerb.Place, "pharbo", [], "geo:1,2", "ana", "seen"), At);
        Assert.Contains("is in the gazetteer", draft.Wrong, StringComparison.Ordinal);
        draft = RulingDraft.Of(story.Fold(), new RulingRequest(RulingVerb.Place, "e1", [], "geo:1,2", "ana", "seen"), At);
        Assert.Contains("expected the id of a place", draft.Wrong, StringComparison.Ordinal);
    }

    private static Ruling Ruled(long sequence, RulingVerb verb, string target, string? value) => new(sequence, At, "ana", verb, target, "because") { Value = value };
}
