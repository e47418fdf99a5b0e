using System.Collections.Immutable;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Resolve.Places;

namespace Sitrep.Tests.Pipeline.Resolve.Places;

public sealed class PlaceInitialsTests
{
    [Theory]
    [InlineData("PNG", "PG", "PG")]
    [InlineData("B&H", "BA", "BA")]
    [InlineData("B.F.", "BF ML", "BF")]
    [InlineData("XQ", "BF", "none")]
    public void Capitals_stand_for_a_country_that_the_report_names(string name, string countries, string expected)
    {
        Dictionary<string, int> weights = countries.Split(' ').ToDictionary(code => code, _ => 3);
        ImmutableDictionary<string, GazetteerPlace> placed = PlaceInitials.Add(World.Gazetteer, [name], ImmutableDictionary<string, GazetteerPlace>.Empty, weights);
        Assert.Equal(expected, placed.TryGetValue(name, out GazetteerPlace? place) ? place.Country : "none");
    }
}
