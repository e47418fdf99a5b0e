using Sitrep.Eval.Data;
using Sitrep.Model.Text;

namespace Sitrep.Tests.Eval.Data;

public sealed class DetokeniserTests
{
    [Theory]
    [InlineData("The mayor 's office did n't answer .", "The mayor's office didn't answer.")]
    [InlineData("\" We left , \" she said ( twice ) .", "\"We left,\" she said (twice).")]
    [InlineData("`` Yes '' -LRB- sic -RRB-", "\"Yes\" (sic)")]
    public void Tokens_become_running_text(string tokens, string expected) => Assert.Equal(expected, Detokeniser.Join(tokens.Split(' ')));

    [Fact]
    public void Every_token_stands_at_its_place()
    {
        var text = new Detokeniser();
        text.Add(["One", "."]);
        TextSpan[] spans = text.Add(["Two", "'s", "three"]);
        Assert.Equal(["Two", "'s", "three"], spans.Select(span => span.Of(text.Text)));
        Assert.Equal("One. Two's three", text.Text);
    }
}
