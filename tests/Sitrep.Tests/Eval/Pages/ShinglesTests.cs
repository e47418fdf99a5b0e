using Sitrep.Eval.Pages;

namespace Sitrep.Tests.Eval.Pages;

public sealed class ShinglesTests
{
    [Theory]
    [InlineData("a b c d e", "a b c d e", 1, 1)]
    [InlineData("a b c d e", "a b c d", 1, 0.5)]
    [InlineData("a b c d", "a b c d e f", 1.0 / 3, 1)]
    [InlineData("a b", "a b", 1, 1)]
    [InlineData("a b", "A b", 0, 0)]
    [InlineData("", "", 1, 1)]
    [InlineData("a b c d a b c d", "a b c d", 1, 0.2)]
    public void Pages_are_compared_by_four_words_in_a_row(string wanted, string found, double precision, double recall)
    {
        Shingles.Match match = Shingles.Compare(wanted, found);
        Assert.Equal(precision, match.Precision, 9);
        Assert.Equal(recall, match.Recall, 9);
    }

    [Fact]
    public void Means_leave_out_pages_without_anything_to_find_or_found()
    {
        (double precision, double recall, double f1) = Shingles.Mean([Shingles.Compare("a b c d", ""), Shingles.Compare("a b c d", "a b c d")]);
        Assert.Equal((1.0, 0.5), (precision, recall));
        Assert.Equal(2.0 / 3, f1, 9);
    }

    [Fact]
    public void Words_are_letters_digits_and_connectors() => Assert.Equal(["Élan_2", "à", "3½", "o", "clock"], Shingles.Words("«Élan_2» à 3½ — o'clock."));
}
