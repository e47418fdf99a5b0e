using Sitrep.Eval.Scores;
using Sitrep.Eval.Trees;

namespace Sitrep.Tests.Eval.Trees;

public sealed class WordAlignmentTests
{
    // Words are written apart by blanks; words of one token are joined by "+".
    [Theory]
    [InlineData("a dog ran", "a dog ran", "0 1 2")]
    [InlineData("a dog ran", "adog ran", "- 2")]
    [InlineData("ado g", "a dog", "- -")]
    [InlineData("do+n't go", "do n't go", "0 1 2")]
    [InlineData("do n't go", "do+n't go", "0 1 2")]
    [InlineData("do+n't go", "don't go", "- 2")]
    [InlineData("do+n't go", "d on't go", "- - 2")]
    [InlineData("we can+not go", "we can+n+ot go", "0 1 - - 3")]
    public void Words_align_by_place_and_inside_contractions_by_form(string gold, string system, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordAlignment.Align(Tree(gold).Words, Tree(system).Words).Select(g => g < 0 ? "-" : g.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void A_contraction_is_one_token_and_two_words()
    {
        var sheet = new TallySheet();
        TreeScorer.Raw(sheet, Tree("we do+n't go"), Tree("we do n't go"));
        Assert.Equal(new Tally(2, 4, 3), sheet.Total("tokens"));
        Assert.Equal(new Tally(4, 4, 4), sheet.Total("words"));
        Assert.Equal(new Tally(1, 1, 1), sheet.Total("sentences"));
    }

    [Fact]
    public void A_head_that_is_not_aligned_is_wrong_and_the_root_is_right()
    {
        var sheet = new TallySheet();
        // "dogs" is the root on both sides, "big" hangs on it, "redbig" is no gold word.
        TreeScorer.Raw(sheet, Tree("red big dogs", 2, 2, -1), Tree("redbig dogs", 1, -1));
        Assert.Equal(new Tally(1, 2, 3), sheet.Total("uas"));
        sheet = new TallySheet();
        TreeScorer.Raw(sheet, Tree("red big dogs", 1, -1, 1), Tree("red bigdogs", 1, -1));
        Assert.Equal(new Tally(0, 2, 3), sheet.Total("uas"));
    }

    [Fact]
    public void Relations_count_without_their_subtype()
    {
        var sheet = new TallySheet();
        TreeWord gold = new("town", "town", "NOUN", "NN", "Number=Sing", -1, "nsubj:pass"), found = gold with { Relation = "nsubj", Lemma = "Town" };
        TreeScorer.GivenTokens(sheet, "gold_", [gold], [found]);
        Assert.Equal(1, sheet.Total("gold_las").F1);
        Assert.Equal(0, sheet.Total("gold_lemmas").F1);
    }

    [Theory]
    [InlineData("Number=Sing|Person=3", "Number=Sing|Person=3")]
    [InlineData("Person=3|ExtPos=ADV|NumForm=Digit|Number=Sing", "Number=Sing|Person=3")]
    [InlineData("_", "")]
    public void Features_of_one_language_do_not_count(string column, string expected) => Assert.Equal(expected, UniversalFeatures.Of(column));

    private static PlacedTree Tree(string line, params int[] heads)
    {
        var tokens = new List<SurfaceToken>();
        var words = new List<TreeWord>();
        foreach (string token in line.Split(' '))
        {
            string[] parts = token.Split('+');
            tokens.Add(new SurfaceToken(string.Concat(parts), words.Count, parts.Length, parts.Length > 1, true));
            foreach (string part in parts) words.Add(new TreeWord(part, part, "X", "X", "", words.Count < heads.Length ? heads[words.Count] : -1, "dep"));
        }
        return PlacedTree.Of(new TreeDocument("d", "", [new TreeSentence(tokens, words, null)]));
    }
}
