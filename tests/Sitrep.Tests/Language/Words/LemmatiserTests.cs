using Sitrep.Language;
using Sitrep.Language.Tokens;
using Sitrep.Language.Words;

namespace Sitrep.Tests.Language.Words;

/// <summary>Reads the word model.</summary>
public sealed class LemmatiserTests
{
    private static readonly Lemmatiser Lemmatiser = Load();

    [Theory]
    [InlineData("evacuated", Upos.Verb, "VBN", "evacuate")]
    [InlineData("shelled", Upos.Verb, "VBD", "shell")]
    [InlineData("withdrew", Upos.Verb, "VBD", "withdraw")]
    [InlineData("mobilised", Upos.Verb, "VBN", "mobilise")]
    [InlineData("travelled", Upos.Verb, "VBD", "travel")]
    [InlineData("controlled", Upos.Verb, "VBD", "control")]
    [InlineData("patrolling", Upos.Verb, "VBG", "patrol")]
    [InlineData("enrolled", Upos.Verb, "VBN", "enrol")]
    [InlineData("blockaded", Upos.Verb, "VBD", "blockade")]
    [InlineData("rioting", Upos.Verb, "VBG", "riot")]
    [InlineData("dying", Upos.Verb, "VBG", "die")]
    [InlineData("KILLED", Upos.Verb, "VBD", "kill")]
    [InlineData("casualties", Upos.Noun, "NNS", "casualty")]
    [InlineData("Gunmen", Upos.Noun, "NNS", "gunman")]
    [InlineData("crises", Upos.Noun, "NNS", "crisis")]
    [InlineData("headquarters", Upos.Noun, "NNS", "headquarters")]
    [InlineData("better", Upos.Adj, "JJR", "good")]
    [InlineData("better", Upos.Adv, "RBR", "well")]
    [InlineData("deadliest", Upos.Adj, "JJS", "deadly")]
    [InlineData("n’t", Upos.Part, "RB", "not")]
    [InlineData("nt", Upos.Part, "RB", "not")]
    [InlineData("'s", Upos.Aux, "VBZ", "be")]
    [InlineData("’s", Upos.Part, "POS", "'s")]
    [InlineData("ca", Upos.Aux, "MD", "can")]
    [InlineData("them", Upos.Pron, "PRP", "they")]
    [InlineData("me", Upos.Pron, "PRP", "I")]
    [InlineData("1,200,000.5", Upos.Num, "CD", "1200000.5")]
    [InlineData("1,20", Upos.Num, "CD", "1,20")]
    [InlineData("Twelve", Upos.Num, "CD", "twelve")]
    [InlineData("”", Upos.Punct, "''", "\"")]
    public void Lemmas_are_the_forms_of_the_dictionary(string form, Upos upos, string penn, string expected) => Assert.Equal(expected, Lemmatiser.Lemma(form, upos, penn));

    [Theory]
    [InlineData("Sudanese", Upos.Adj, "JJ", "Sudanese")]
    [InlineData("FILIPINO", Upos.Adj, "JJ", "Filipino")]
    [InlineData("Foreign", Upos.Adj, "NNP", "Foreign")]
    [InlineData("Officials", Upos.Noun, "NNS", "official")]
    [InlineData("UNHCR", Upos.Propn, "NNP", "UNHCR")]
    [InlineData("QUITO", Upos.Propn, "NNP", "Quito")]
    public void Names_and_words_made_of_names_keep_their_capital(string form, Upos upos, string penn, string expected) => Assert.Equal(expected, Lemmatiser.Lemma(form, upos, penn));

    [Fact]
    public void Any_word_with_any_tags_has_a_lemma()
    {
        foreach (string form in (string[])["", "s", "'", "ies", "\uD83D", "İ", "ß", "x,", ",", "1,", "1,234,", new string('e', 24), new string('d', 40)])
        {
            foreach (Upos upos in Enum.GetValues<Upos>())
            {
                foreach (string penn in (string[])["NN", "NNS", "VBD", "VBG", "JJR", "CD", "none"]) Assert.True(form.Length == 0 || Lemmatiser.Lemma(form, upos, penn).Length > 0);
            }
        }
    }

    private static Lemmatiser Load() => LanguageEngine.Load(Path.Combine(Repository.Root, "models")).Lemmatiser;
}
