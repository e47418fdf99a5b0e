using Sitrep.Model.Record;
using Sitrep.Pipeline.Resolve.Actors;

namespace Sitrep.Tests.Pipeline.Resolve.Actors;

public sealed class RespeltTests
{
    [Theory]
    [InlineData("Lake Defence Army", "Lakes Defence Army", true)]
    [InlineData("Union of Forces for Peace and Renewal", "Union of Forces for Renewal and Peace", true)]
    [InlineData("Union of Forces for Peace and Renewal", "Forces for Renewal and Peace", true)]
    [InlineData("Union of Forces for Peace and Renewal", "United Farmers", false)]
    [InlineData("Lake Defence Army", "Land Defenders' Alliance", false)]
    public void Names_behind_the_same_letters_are_one_where_their_words_are(string first, string second, bool one)
    {
        IReadOnlyDictionary<string, string> names = Respelt.Names([Alias(first), Alias(first), Alias(second)], _ => false);
        Assert.Equal(one ? first : null, names.GetValueOrDefault(second));
    }

    private static AliasReading Alias(string name) => new(name, "LDA");
}
