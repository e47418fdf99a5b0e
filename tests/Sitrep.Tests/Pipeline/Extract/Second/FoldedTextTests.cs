using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Second;

namespace Sitrep.Tests.Pipeline.Extract.Second;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("The “army”\n said\u00a0so.", "\"army\" said so", "“army”\n said\u00a0so")]
    [InlineData("It’s over", "It's  over", "It’s over")]
    [InlineData("Café closed", "Café", "Café")]
    [InlineData("Cafés closed", "Café", null)]
    [InlineData("unarmed men, armed men", "armed men", "armed men")]
    [InlineData("17 died", "7 died", null)]
    [InlineData("The army", "the army", null)]
    [InlineData("The army", "", null)]
    [InlineData("The army", " ", null)]
    [InlineData("", "army", null)]
    public void Words_are_found_whatever_their_marks_and_white_space(string text, string words, string? expected) =>
        Assert.Equal(expected, new FoldedText(text, new TextSpan(0, text.Length)).Find(words)?.Of(text));

    [Fact]
    public void Words_are_looked_for_in_the_span_only()
    {
        var folded = new FoldedText("one two one", new TextSpan(4, 11));
        Assert.Equal(new TextSpan(8, 11), folded.Find("one"));
        Assert.Null(folded.Find("one two"));
    }

    [Theory]
    [InlineData("aa bb\n\ncc dd\n\nee", 100, "aa bb|cc dd|ee")]
    [InlineData("aa bb\n\ncc dd\n\nee", 12, "aa bb|cc dd / ee")]
    [InlineData("aa bb cc dd", 6, "aa bb / cc dd")]
    [InlineData("aaaaaaaaaa", 4, "aaaa / aaaa / aa")]
    [InlineData("", 4, "")]
    public void Parts_end_where_paragraphs_end_or_else_between_words(string text, int length, string expected)
    {
        var paragraphs = new List<TextSpan>();
        foreach (Range range in text.AsSpan().Split("\n\n"))
        {
            (int start, int size) = range.GetOffsetAndLength(text.Length);
            paragraphs.Add(new TextSpan(start, start + size));
        }
        Assert.Equal(expected, string.Join(" / ", ReportParts.Of(text, paragraphs, length).Select(part => string.Join('|', part.Select(stretch => stretch.Of(text).Trim())))));
    }
}
