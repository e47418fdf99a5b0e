using Sitrep.Eval.Stories;

namespace Sitrep.Tests.Eval;

public sealed class NamesTests
{
    [Theory]
    [InlineData("Sudanese army", "Sudanese troops and allies", true)]
    [InlineData("Sudan", "Sudanese army", true)]
    [InlineData("Sudanese army", "Sudanese refugees", false)]
    [InlineData("Sudanese army", "Ethiopian army", false)]
    [InlineData("Iran", "Iraqi army", false)]
    [InlineData("Rapid Support Forces", "RSF", true)]
    [InlineData("United Nations", "U.N.", true)]
    [InlineData("António Guterres", "Guterres", true)]
    [InlineData("António Guterres", "Antonio Guterres", true)]
    [InlineData("Doctors Without Borders", "Doctors Without Borders Sudan", true)]
    [InlineData("Sudan", "Sudan Doctors Network", false)]
    [InlineData("US officials", "American officials", true)]
    [InlineData("United States", "the U.S. military", true)]
    [InlineData("the army", "the rebels", false)]
    public void Names_mean_the_same_or_not(string a, string b, bool expected)
    {
        Assert.Equal(expected, Names.Same(a, b));
        Assert.Equal(expected, Names.Same(b, a));
    }

    [Fact]
    public void A_group_of_the_gold_makes_names_the_same() =>
        Assert.True(new Names([["Doctors Without Borders", "MSF"]]).Match("MSF", ["Doctors Without Borders"]));

    [Theory]
    [InlineData("a doctor at the main hospital", "a doctor", true)]
    [InlineData("a doctor at the main hospital", "the governor", false)]
    [InlineData("Health Ministry (Haitham Ibrahim)", "Haitham Ibrahim", true)]
    public void Sources_match_by_half_of_the_shorter_description(string wanted, string words, bool expected) =>
        Assert.Equal(expected, new Names([]).MatchSource(wanted, [words]));

    [Theory]
    [InlineData("El Fasher", "El-Fasher", true)]
    [InlineData("El Fasher", "town of El Fasher", true)]
    [InlineData("El Fasher", "Fashoda", false)]
    public void Places_match_by_name(string wanted, string name, bool expected) => Assert.Equal(expected, new Names([]).MatchPlace(wanted, [name]));
}
