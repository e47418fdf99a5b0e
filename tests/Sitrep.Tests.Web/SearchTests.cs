using Sitrep.Store.Search;

namespace Sitrep.Tests.Web;

public sealed class SearchTests
{
    private static readonly SearchItem[] Items =
    [
        new("report", "r1", "Floods cut the road to Beira", "Rescuers reached the city by boat, and the road stayed closed."),
        new("report", "r2", "Beira waits", "Nobody was rescued on Friday in the flooded districts of Búzi."),
        new("place", "p1", "Búzi", "Sofala, MZ"),
    ];

    [Theory]
    [InlineData("flood", "r1 r2")]             // by stem, the title first
    [InlineData("buzi", "p1 r2")]              // without accents
    [InlineData("\"by boat\"", "r1")]
    [InlineData("\"boat by\"", "")]
    [InlineData("beira -rescuing", "r1")]      // "rescued" has the same stem
    [InlineData("beira -boat", "r2")]
    [InlineData("resc", "r1 r2")]              // somebody who is still typing
    [InlineData("beira road", "r1")]
    [InlineData("", "")]
    [InlineData("- \" ' * ( NEAR/", "")]
    [InlineData("title:beira OR boat", "")]    // no operators: words are words
    public void Words_are_found_or_nothing(string typed, string ids)
    {
        using var index = new SearchIndex(Items);
        Assert.Equal(ids, string.Join(' ', index.Find(typed, null, 10).Select(hit => hit.Id).Order(StringComparer.Ordinal)));
        Assert.Equal(ids.Length == 0 ? 0 : ids.Split(' ').Length, index.Count(typed).Values.Sum());
    }

    [Fact]
    public void A_kind_narrows_and_matches_are_marked()
    {
        using var index = new SearchIndex(Items);
        Assert.Equal("p1", Assert.Single(index.Find("buzi", "place", 10)).Id);
        SearchHit hit = Assert.Single(index.Find("boat", null, 10));
        Assert.Equal("boat", Assert.Single(hit.Snippet, piece => piece.Matched).Text);
    }
}
