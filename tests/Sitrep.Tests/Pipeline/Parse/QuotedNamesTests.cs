using System.Collections.Frozen;
using Sitrep.Pipeline.Parse.Words;

namespace Sitrep.Tests.Pipeline.Parse;

public sealed class QuotedNamesTests
{
    private static readonly QuotedNames Names = new(FrozenSet.Create("agency", "movement"));

    [Theory]
    [InlineData("the agency \"Nord\" reported", "the agency  Nord  reported")]
    [InlineData("the head of “Falke Group”, Ivan Petrov", "the head of  Falke Group , Ivan Petrov")]
    [InlineData("the \"Northern Front\" movement said", "the  Northern Front  movement said")]
    public void The_marks_of_a_name_become_blanks(string text, string expected) => Assert.Equal(expected, Names.Bare(text));

    [Theory]
    [InlineData("he said \"Never\" and left")]
    [InlineData("\"Gao has fallen,\" he said")]
    [InlineData("the \"terrorist\" movement")]
    [InlineData("a statement of \"Full Support, At Once\" was read")]
    [InlineData("the agency \"Nord")]
    public void What_is_said_keeps_its_marks(string text) => Assert.Same(text, Names.Bare(text));
}
