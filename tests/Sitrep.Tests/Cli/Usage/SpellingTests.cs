using FsCheck;
using FsCheck.Fluent;
using Sitrep.Cli.Usage;

namespace Sitrep.Tests.Cli.Usage;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("reprot", "report")]
    [InlineData("sorces", "sources")]
    [InlineData("docter", "doctor")]
    [InlineData("publish", null)]
    [InlineData("", null)]
    public void Closest_is_the_name_that_was_probably_meant(string word, string? expected) =>
        Assert.Equal(expected, Spelling.Closest(word, ["report", "ingest", "show", "sources", "doctor"]));

    [Fact]
    public void Distance_is_symmetric_and_zero_only_for_equal_words() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string?, string?>((a, b) => Spelling.Distance(a ?? "", b ?? "") == Spelling.Distance(b ?? "", a ?? "")
            && (Spelling.Distance(a ?? "", b ?? "") == 0) == ((a ?? "") == (b ?? ""))));
}
