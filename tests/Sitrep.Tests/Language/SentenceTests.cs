using Sitrep.Language;
using Sitrep.Language.Tokens;

namespace Sitrep.Tests.Language;

public sealed class SentenceTests
{
    private static readonly LanguageEngine Engine = LanguageEngine.Load(Path.Combine(Repository.Root, "models"));

    [Theory]
    [InlineData("He left. She stayed.", 2)]
    [InlineData("\"We won.\" The army celebrated.", 2)]
    [InlineData("“Is it over?” he asked.", 1)]
    [InlineData("Gen. Okoye met Dr. Lee on Nov. 3 in St. Paul.", 1)]
    [InlineData("It was backed by the U.S. The minister denied it.", 2)]
    [InlineData("The U.S. Army arrived.", 1)]
    [InlineData("It left the town.The army came.", 2)]
    [InlineData("First paragraph\n\nSecond paragraph", 2)]
    [InlineData("Needs:\n• water\n• tents", 3)]
    [InlineData("It rose 3.5 percent to 4. Nobody knew.", 2)]
    [InlineData("At least 1,400 people died, Gov. Amina Bello said on Sunday. Rescuers kept digging.", 2)]
    [InlineData("GOMA, Congo (Newsdesk) - Rebels entered the city on Monday. Residents fled.", 2)]
    public void Sentences_end_where_a_reader_ends_them(string text, int expected) => Assert.Equal(expected, Engine.Analyze(text, 0, text.Length).Count);

    [Fact]
    public void A_sentence_keeps_its_closing_quote()
    {
        const string text = "He said: “We won.” Then he left.";
        Assert.Equal("”", Engine.Analyze(text, 0, text.Length)[0].Tokens[^1].Form);
    }

    [Fact]
    public void A_text_without_stops_is_cut_into_sentences_of_bounded_length()
    {
        string text = string.Join(' ', Enumerable.Repeat("word", 10_000));
        IReadOnlyList<Sentence> sentences = Engine.Analyze(text, 0, text.Length);
        Assert.All(sentences, sentence => Assert.True(sentence.Tokens.Length <= 250));
        Assert.Equal(10_000, sentences.Sum(sentence => sentence.Tokens.Length));
    }
}
