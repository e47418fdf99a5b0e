using FsCheck.Fluent;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Parse;
using Sitrep.Tests.Pipeline.Extract;

namespace Sitrep.Tests.Pipeline.Parse;

/// <summary>What holds for the trees of any text, repaired or not.</summary>
public sealed class ParseStageTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("One sentence.", 1)]
    [InlineData("One paragraph.\n\nAnother one.", 2)]
    public void Paragraphs_are_parsed_one_by_one(string text, int paragraphs)
    {
        ParsedReport parsed = Reader.Parse(text);
        Assert.Equal(paragraphs, parsed.Paragraphs.Length);
        Assert.All(parsed.Paragraphs, paragraph => Assert.All(paragraph.Sentences, sentence => Assert.InRange(sentence.End, paragraph.Span.Start, paragraph.Span.End)));
    }

    [Theory]
    [InlineData("Rebels took the town, said")]
    [InlineData("said, said, said, said the army said, officials said.")]
    [InlineData(", he said.")]
    [InlineData("\"\", the army said, \"\" said the army.")]
    [InlineData("The army said, while officials, said the army, said, after forces said.")]
    [InlineData("After before since until as forces seized seized seized.")]
    [InlineData("Forces, troops, fighters entered entered the town by the army the town.")]
    [InlineData("— — — said X. \u201D said Y, adding")]
    public void Odd_sentences_are_trees(string text) => CheckTrees(text);

    [Fact]
    public void Any_text_gives_trees() => Properties.Hold(Prop.ForAll(HostileText.Arbitrary, CheckTrees));

    [Fact]
    public void Words_of_reporting_in_any_order_give_trees()
    {
        string[] words = ["the army", "said", ",", "\"", "rebels", "seized", "the town", "after", "while", "told", "officials", ".", "on Friday", "that", "who", "—"];
        uint state = 20240515;
        for (int round = 0; round < 300; round++)
        {
            var picked = new List<string>();
            for (int i = 0; i < 4 + round % 20; i++)
            {
                state = unchecked(state * 1664525 + 1013904223);
                picked.Add(words[state >> 16 & 15]);
            }
            CheckTrees(string.Join(' ', picked));
        }
    }

    private static void CheckTrees(string text)
    {
        foreach (Sentence sentence in Reader.Parse(text).Paragraphs.SelectMany(paragraph => paragraph.Sentences))
        {
            Token[] tokens = sentence.Tokens;
            Assert.Equal(1, tokens.Count(token => token.Head < 0));
            Assert.Equal((tokens[0].Start, tokens[^1].End), (sentence.Start, sentence.End));
            for (int at = 0; at < tokens.Length; at++)
            {
                Assert.True(tokens[at].Start < tokens[at].End && tokens[at].End <= text.Length, $"{at} of: {text}");
                if (at > 0) Assert.True(tokens[at].Start >= tokens[at - 1].Start, $"Order at {at} of: {text}");
                int steps = 0;
                for (int up = at; up >= 0; up = tokens[up].Head) Assert.True(steps++ <= tokens.Length, $"A circle at {tokens[at].Form} in: {text}");
            }
        }
    }
}
