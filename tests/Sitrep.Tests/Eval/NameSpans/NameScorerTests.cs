using Sitrep.Eval.NameSpans;
using Sitrep.Eval.Scores;

namespace Sitrep.Tests.Eval.NameSpans;

public sealed class NameScorerTests
{
    [Theory]
    [InlineData("B-PER I-PER O B-LOC", "PER 0-2; LOC 3-4")]
    [InlineData("I-PER I-PER B-PER", "PER 0-2; PER 2-3")]
    [InlineData("B-PER I-LOC", "PER 0-1; LOC 1-2")]
    [InlineData("O O", "")]
    public void Tags_are_decoded_to_spans(string tags, string expected) =>
        Assert.Equal(expected, string.Join("; ", NamedText.Decode(tags.Split(' ')).Select(name => $"{name.Type} {name.Start}-{name.End}")));

    [Fact]
    public void A_name_counts_when_place_and_type_are_right()
    {
        TallySheet sheet = Score([new(0, 2, "Person"), new(3, 4, "Location")], [new(0, 2, "PER"), new(3, 4, "ORG")]);
        Assert.Equal(new Tally(1, 2, 2), sheet.Total("f1"));
        Assert.Equal(new Tally(2, 2, 2), sheet.Total("f1_blind"));
        Assert.Equal(new Tally(0, 1, 0), sheet.Total("f1_org"));
    }

    [Fact]
    public void Names_of_neighbouring_kinds_count_neither_way_but_dates_do()
    {
        TallySheet sheet = Score([new(0, 1, "NORP"), new(2, 4, "Facility"), new(5, 6, "Date")], [new(0, 1, "LOC"), new(2, 4, "ORG"), new(5, 6, "PER")]);
        Assert.Equal(new Tally(0, 1, 0), sheet.Total("f1"));
    }

    private static TallySheet Score(NameSpan[] gold, NameSpan[] found)
    {
        var sheet = new TallySheet();
        NameScorer.Add(sheet, gold, found);
        return sheet;
    }
}
