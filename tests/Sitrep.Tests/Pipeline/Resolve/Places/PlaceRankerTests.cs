using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Resolve.Places;

namespace Sitrep.Tests.Pipeline.Resolve.Places;

public sealed class PlaceRankerTests
{
    // names: "Name" or "Name<container", parted by |; countries: "LY=3 EG=1"; expected: "country class" of the first name, or "none".
    [Theory]
    [InlineData("Tripoli|Beirut", "LB=3", "LB Settlement")]
    [InlineData("Tripoli|Benghazi|Misrata", "LY=4", "LY Settlement")]
    [InlineData("Tripoli", "", "LY Settlement")]
    [InlineData("Sinjar|Mosul", "IQ=2", "IQ Settlement")]
    [InlineData("Palmyra|Homs", "SY=5", "SY Settlement")]
    [InlineData("Georgia|Tbilisi|Gori", "GE=3 RU=4", "GE Country")]
    [InlineData("Georgia|Atlanta|Savannah", "US=2", "US Admin1")]
    [InlineData("Victoria|Melbourne|Geelong", "AU=3", "AU Admin1")]
    [InlineData("Victoria|Vancouver|Nanaimo", "CA=3", "CA Settlement")]
    [InlineData("San Jose|Alajuela|Cartago", "CR=2", "CR Settlement")]
    [InlineData("San Jose|Oakland|San Francisco", "US=1", "US Settlement")]
    [InlineData("Hyderabad|Karachi|Sukkur", "PK=3", "PK Settlement")]
    [InlineData("Hyderabad|Mumbai|Chennai", "IN=3", "IN Settlement")]
    [InlineData("Valencia|Alicante|Madrid", "ES=2", "ES Settlement")]
    [InlineData("Valencia|Caracas|Maracay", "VE=2", "VE Settlement")]
    [InlineData("London|Toronto|Windsor", "CA=3", "CA Settlement")]
    [InlineData("London<Ontario", "", "CA Settlement")]
    [InlineData("London|Paris|Manchester", "GB=2", "GB Settlement")]
    [InlineData("Paris<Texas", "US=1", "US Settlement")]
    [InlineData("Syria", "SY=4", "SY Country")]
    [InlineData("Mosul", "IQ=2", "IQ Settlement")]
    [InlineData("Aleppo<province", "SY=2", "SY Admin1")]
    [InlineData("Deir Ezzor<province", "SY=2", "SY Admin1")]
    [InlineData("Homs province", "SY=2", "SY Admin1")]
    [InlineData("northern Iraq", "IQ=1", "IQ Country")]
    [InlineData("Qayyara|Mosul|Baghdad", "IQ=3", "IQ Settlement")]
    [InlineData("Mocha|Taiz|Aden", "YE=2", "YE Settlement")]
    [InlineData("Euphrates", "SY=1", " Region")]
    [InlineData("Niger|Niamey", "NE=2", "NE Country")]
    [InlineData("Lebanon|Beirut", "LB=1", "LB Country")]
    [InlineData("Police|Nairobi", "KE=2", "none")]
    [InlineData("Reading|Nairobi", "KE=2", "none")]
    [InlineData("Reading|Oxford|London", "GB=2", "GB Settlement")]
    [InlineData("White House|Nairobi", "KE=3", "none")]
    [InlineData("Washington|Nairobi", "KE=3", "US Settlement")]
    [InlineData("Mexico|Monterrey|Puebla", "MX=3 US=1", "MX Country")]
    [InlineData("Republic of Armenia", "AM=1", "AM Country")]
    [InlineData("Canadian|Ottawa", "CA=1", "CA Country")]
    [InlineData("Kharkov|Kiev", "UA=2", "UA Settlement")]
    [InlineData("California|Baltimore|Annapolis", "US=2", "US Admin1")]
    [InlineData("California<Maryland|Baltimore", "US=2", "US Settlement")]
    [InlineData("Newquay|Truro", "GB=2", "GB Settlement")]
    [InlineData("Bourbon|New Orleans|Baton Rouge|Houma|Lafayette", "US=2", "none")]
    [InlineData("Bourbon|Plymouth|South Bend|Warsaw|Elkhart<Indiana", "US=2", "US Settlement")]
    [InlineData("Qwrtzplk|Nairobi", "KE=2", "none")]
    [InlineData("Konna|Mopti", "ML=4 US=1", "none")]
    public void Names_are_placed_where_the_story_happens(string names, string countries, string expected)
    {
        (string Name, int Count, string? ContainerHint)[] read = [.. names.Split('|').Select(name => name.Split('<')).Select(parts => (parts[0], 1, parts.Length > 1 ? parts[1] : null))];
        Dictionary<string, int> weights = countries.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
        ImmutableDictionary<string, GazetteerPlace> placed = PlaceRanker.Rank(World.Gazetteer, read, weights);
        Assert.Equal(expected, placed.TryGetValue(read[0].Name, out GazetteerPlace? place) ? $"{place.Country} {place.Class}" : "none");
    }

    [Fact]
    public void The_order_of_names_does_not_matter()
    {
        string[] pool = ["Tripoli", "Beirut", "Sinjar", "Paris", "Georgia", "San Jose", "Victoria", "Homs", "Goma", "Nowhere at all"];
        Prop.ForAll(Gen.Shuffle(pool).ToArbitrary(), shuffled =>
        {
            var weights = new Dictionary<string, int> { ["LB"] = 2, ["SY"] = 1 };
            ImmutableDictionary<string, GazetteerPlace> one = PlaceRanker.Rank(World.Gazetteer, [.. pool.Select(name => (name, 1, (string?)null))], weights);
            ImmutableDictionary<string, GazetteerPlace> two = PlaceRanker.Rank(World.Gazetteer, [.. shuffled.Select(name => (name, 1, (string?)null))], weights);
            return one.OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual(two.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_story_without_names_places_nothing() => Assert.Empty(PlaceRanker.Rank(World.Gazetteer, [], new Dictionary<string, int>()));
}
