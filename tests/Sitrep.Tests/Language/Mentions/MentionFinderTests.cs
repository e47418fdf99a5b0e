using Sitrep.Language;
using Sitrep.Language.Mentions;
using Sitrep.Language.Tokens;

namespace Sitrep.Tests.Language.Mentions;

public sealed class MentionFinderTests
{
    private static readonly LanguageEngine Engine = LanguageEngine.Load(Path.Combine(Repository.Root, "models"));

    [Theory]
    [InlineData("The nurses left the village.", "Organisation: The nurses | Location: the village")]
    [InlineData("A nurse met two local reporters.", "Person: A nurse | Organisation: local reporters")]
    [InlineData("The two engineers repaired several bridges.", "Organisation: The two engineers | Location: several bridges")]
    [InlineData("He saw them and she thanked us.", "Person: He | Organisation: them | Person: she | Organisation: us")]
    public void Common_nouns_and_pronouns_are_mentions_by_what_they_refer_to(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("The residents of Nairobi fled.", "Organisation: The residents of Nairobi | Location: Nairobi")]
    [InlineData("They reached the city of Lagos.", "Organisation: They | Location: the city of Lagos | Location: Lagos")]
    [InlineData("The villages were flooded in northern Mali.", "Location: The villages | Location: northern Mali | Location: Mali")]
    [InlineData("The talks were held in Nairobi, Kenya.", "Location: Nairobi, Kenya | Location: Nairobi | Location: Kenya")]
    public void A_mention_reaches_as_far_as_its_phrase(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("General Amina Bello arrived in Kano.", "Person: General Amina Bello | Person: Amina Bello | Location: Kano")]
    [InlineData("The United Nations sent doctors and nurses.", "Organisation: The United Nations | Organisation: United Nations | Organisation: doctors and nurses")]
    [InlineData("UNHCR officials arrived in Juba.", "Organisation: UNHCR officials | Organisation: UNHCR | Location: Juba")]
    public void A_name_is_a_mention_alone_and_with_its_phrase(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("Rain fell for a week.")]
    [InlineData("It is likely that it will last.")]
    public void A_sentence_about_nobody_has_no_mention(string text) => Assert.Equal("", Read(text));

    [Fact]
    public void A_tree_that_is_none_still_gives_mentions_within_the_sentence()
    {
        Token[] tokens =
        [
            new(0, 5, "towns", "town", Upos.Noun, "NNS", 1, "nmod", NameKind.None, false),
            new(6, 8, "of", "of", Upos.Adp, "IN", 2, "case", NameKind.None, false),
            new(9, 13, "towns", "town", Upos.Noun, "NNS", 0, "nmod", NameKind.None, false),
        ];
        Assert.All(MentionFinder.Find(new Sentence(0, 13, tokens)), mention => Assert.InRange(mention.End, mention.First + 1, tokens.Length));
    }

    [Fact]
    public void A_chain_of_phrases_is_followed_a_few_steps_only()
    {
        const int Links = 60_000;
        var tokens = new Token[2 * Links];
        for (int i = 0; i < Links; i++)
        {
            tokens[2 * i] = new(10 * i, (10 * i) + 2, "of", "of", Upos.Adp, "IN", (2 * i) + 1, "case", NameKind.None, false);
            tokens[(2 * i) + 1] = new((10 * i) + 3, (10 * i) + 9, "mayors", "mayor", Upos.Noun, "NNS", (2 * i) - 1, i == 0 ? "root" : "nmod", NameKind.None, false);
        }
        IReadOnlyList<EntityMention> found = MentionFinder.Find(new Sentence(0, 10 * Links, tokens));
        Assert.Equal(Links, found.Count);
        Assert.All(found, mention => Assert.InRange(mention.End - mention.First, 1, 9));
    }

    private static string Read(string text) => string.Join(" | ", Engine.Analyze(text, 0, text.Length)
        .SelectMany(sentence => MentionFinder.Find(sentence).Select(mention => $"{mention.Kind}: {text[sentence.Tokens[mention.First].Start..sentence.Tokens[mention.End - 1].End]}")));
}
