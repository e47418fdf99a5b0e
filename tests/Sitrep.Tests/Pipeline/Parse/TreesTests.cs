using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Parse;

namespace Sitrep.Tests.Pipeline.Parse;

public sealed class TreesTests
{
    [Theory]
    [InlineData(true, 1, -1, 1)]
    [InlineData(true, -1, -1)]
    [InlineData(false, 1, 0, -1)]
    [InlineData(false, -1, 2, 3, 1)]
    public void A_circle_is_no_tree(bool tree, params int[] heads) =>
        Assert.Equal(tree, Trees.IsTree([.. heads.Select(head => default(Token) with { Head = head })]));
}
