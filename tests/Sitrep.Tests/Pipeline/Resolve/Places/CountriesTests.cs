using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Tests.Pipeline.Resolve.Places;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("U.S.", "US")]
    [InlineData("America", "US")]
    [InlineData("Britain", "GB")]
    [InlineData("DR Congo", "CD")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("Burma", "MM")]
    [InlineData("the Philippines", "PH")]
    public void Names_and_aliases_lead_to_the_country(string words, string code)
    {
        Assert.True(World.Gazetteer.Countries.TryByName(words, out string? found));
        Assert.Equal(code, found);
    }

    [Theory]
    [InlineData("Syrian", "SY")]
    [InlineData("Britons", "GB")]
    [InlineData("Filipino", "PH")]
    [InlineData("Sudanese", "SD")]
    [InlineData("South Sudanese", "SS")]
    [InlineData("Nigerien", "NE")]
    public void Words_for_a_people_lead_to_the_country(string words, string code)
    {
        Assert.True(World.Gazetteer.Countries.TryByDemonym(words, out string? found));
        Assert.Equal(code, found);
    }

    [Theory]
    [InlineData("Damascus", "SY")]
    [InlineData("Kiev", "UA")]
    [InlineData("Washington", "US")]
    public void Capitals_lead_to_the_country(string words, string code)
    {
        Assert.True(World.Gazetteer.Countries.TryByCapital(words, out string? found));
        Assert.Equal(code, found);
    }

    [Theory]
    [InlineData("us")]
    [InlineData("chad")]
    [InlineData("polish")]
    [InlineData("")]
    public void Common_words_in_small_letters_are_no_country(string words)
    {
        Assert.False(World.Gazetteer.Countries.TryByName(words, out _));
        Assert.False(World.Gazetteer.Countries.TryByDemonym(words, out _));
    }

    [Fact]
    public void Codes_lead_back_to_name_and_people()
    {
        Assert.Equal("Syria", World.Gazetteer.Countries.NameOf("SY"));
        Assert.Equal("Syrian", World.Gazetteer.Countries.DemonymOf("SY"));
        Assert.Null(World.Gazetteer.Countries.NameOf("ZZ"));
    }

    [Fact]
    public void No_name_or_people_stands_for_two_countries()
    {
        string[][] rows = [.. DataFolder.At(Path.Combine(Repository.Root, "data")).Rows("countries.tsv", "code", "name", "aliases", "demonyms", "capital", "latitude", "longitude", "geonames")];
        Assert.True(rows.Length > 200, "The list is shorter than the world.");
        Assert.Empty(Shared(rows, row => $"{row[1]}|{row[2]}"));
        Assert.Empty(Shared(rows, row => row[3]));
    }

    private static IEnumerable<string> Shared(string[][] rows, Func<string[], string> cell) =>
        rows.SelectMany(row => cell(row).Split('|', StringSplitOptions.RemoveEmptyEntries).Select(PlaceKeys.Exact).Distinct()).GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key);
}
