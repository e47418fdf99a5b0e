using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Tests.Pipeline.Resolve.Places;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Deir ez-Zor", "SY", 35.34, 40.14)]
    [InlineData("Deir Ezzor", "SY", 35.34, 40.14)]
    [InlineData("Raqa", "SY", 35.95, 39.01)]
    [InlineData("Al-Qa'im", "IQ", 34.39, 40.99)]
    [InlineData("Qayyara", "IQ", 35.80, 43.29)]
    [InlineData("Kiev", "UA", 50.45, 30.52)]
    [InlineData("Kyiv", "UA", 50.45, 30.52)]
    [InlineData("Bakhmut", "UA", 48.59, 38.00)]
    [InlineData("Avdiivka", "UA", 48.14, 37.74)]
    [InlineData("Al-Fashir", "SD", 13.63, 25.35)]
    [InlineData("Port-au-Prince", "HT", 18.54, -72.34)]
    [InlineData("Kahramanmaras", "TR", 37.58, 36.93)]
    [InlineData("Derna", "LY", 32.77, 22.64)]
    [InlineData("Mekelle", "ET", 13.50, 39.48)]
    [InlineData("Hodeidah", "YE", 14.80, 42.95)]
    [InlineData("Khan Younis", "PS", 31.34, 34.31)]
    [InlineData("Stepanakert", "AZ", 39.82, 46.75)]
    [InlineData("Marawi", "PH", 8.00, 124.28)]
    [InlineData("Palu", "ID", -0.91, 119.87)]
    [InlineData("Beira", "MZ", -19.84, 34.84)]
    public void Towns_in_the_news_are_found_where_they_lie(string name, string country, double latitude, double longitude)
    {
        Assert.Contains(World.Gazetteer.Find(name), place => place.Class == PlaceClass.Settlement && place.Country == country && Earth.Kilometres(place.Latitude, place.Longitude, latitude, longitude) < 5);
    }

    [Theory]
    [InlineData("Syria", PlaceClass.Country)]
    [InlineData("Tigray", PlaceClass.Admin1)]
    [InlineData("Nineveh Governorate", PlaceClass.Admin1)]
    [InlineData("Euphrates", PlaceClass.Region)]
    [InlineData("Lake Toba", PlaceClass.Region)]
    [InlineData("Horn of Africa", PlaceClass.Region)]
    [InlineData("Boone County", PlaceClass.Region)]
    public void Countries_divisions_and_regions_are_found_too(string name, PlaceClass kind) => Assert.Contains(World.Gazetteer.Find(name), place => place.Class == kind);

    [Fact]
    public void Exact_matches_leave_folded_ones_out() => Assert.All(World.Gazetteer.Find("Tripoli"), place => Assert.NotEqual("IN", place.Country));

    [Fact]
    public void Larger_places_come_first()
    {
        ImmutableArray<GazetteerPlace> places = World.Gazetteer.Find("Victoria");
        Assert.True(places.Length > 5);
        Assert.Equal(places.OrderByDescending(place => place.Population).ThenBy(place => place.Id).Select(place => place.Population), places.Select(place => place.Population));
    }

    [Fact]
    public void An_unknown_name_has_no_entries() => Assert.Empty(World.Gazetteer.Find("Qwrtzplk"));

    [Fact]
    public void Any_text_can_be_looked_up()
    {
        Prop.ForAll<string>(text => World.Gazetteer.Find(text ?? "").All(place => place.Name.Length > 0 && Math.Abs(place.Latitude) <= 90 && Math.Abs(place.Longitude) <= 180))
            .QuickCheckThrowOnFailure();
    }
}
