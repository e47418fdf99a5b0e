using Sitrep.Pipeline.Dedupe;

namespace Sitrep.Tests.Pipeline.Dedupe;

public sealed class QuotationsTests
{
    [Theory]
    [InlineData("He said \"go\" and left.", "        ____          ")]
    [InlineData("He said “go” and left.", "        ____          ")]
    [InlineData("‘Go home,’ she said.", "__________          ")]
    [InlineData("It is the '90s, don't ask.", "                          ")]
    [InlineData("The troops' advance ended.", "                          ")]
    [InlineData("“No end here", "____________")]
    [InlineData("«Non», dit-il.", "_____         ")]
    public void Marks_are_found_and_apostrophes_are_not(string paragraph, string expected) =>
        Assert.Equal(expected, string.Concat(Quotations.Mark(paragraph).Select(inside => inside ? '_' : ' ')));
}
