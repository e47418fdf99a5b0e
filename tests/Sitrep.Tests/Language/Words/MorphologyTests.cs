using Sitrep.Language.Tokens;
using Sitrep.Language.Words;

namespace Sitrep.Tests.Language.Words;

public sealed class MorphologyTests
{
    [Theory]
    [InlineData("soldiers", Upos.Noun, "NNS", "Number=Plur")]
    [InlineData("troops", Upos.Noun, "NNS", "Number=Ptan")]
    [InlineData("1990s", Upos.Noun, "NNS", "Number=Ptan|NumForm=Combi|NumType=Card")]
    [InlineData("Quito", Upos.Propn, "NNP", "Number=Sing")]
    [InlineData("fled", Upos.Verb, "VBD", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("fleeing", Upos.Verb, "VBG", "Tense=Pres|VerbForm=Part")]
    [InlineData("would", Upos.Aux, "MD", "VerbForm=Fin")]
    [InlineData("heavier", Upos.Adj, "JJR", "Degree=Cmp")]
    [InlineData("third", Upos.Adj, "JJ", "Degree=Pos|NumForm=Word|NumType=Ord")]
    [InlineData("22nd", Upos.Adj, "JJ", "Degree=Pos|NumForm=Combi|NumType=Ord")]
    [InlineData("worst", Upos.Adv, "RBS", "Degree=Sup")]
    [InlineData("1,200", Upos.Num, "CD", "NumForm=Digit|NumType=Card")]
    [InlineData("3.5", Upos.Num, "CD", "NumForm=Digit|NumType=Frac")]
    [InlineData("XIV", Upos.Num, "CD", "NumForm=Roman|NumType=Card")]
    [InlineData("twelve", Upos.Num, "CD", "NumForm=Word|NumType=Card")]
    [InlineData("The", Upos.Det, "DT", "Definite=Def|PronType=Art")]
    [InlineData("no", Upos.Det, "DT", "PronType=Neg")]
    [InlineData("THEM", Upos.Pron, "PRP", "Case=Acc|Number=Plur|Person=3|PronType=Prs")]
    [InlineData("her", Upos.Pron, "PRP$", "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs")]
    [InlineData("n’t", Upos.Part, "RB", "Polarity=Neg")]
    [InlineData("never", Upos.Adv, "RB", "PronType=Neg")]
    [InlineData("Nov.", Upos.Propn, "NNP", "Abbr=Yes|Number=Sing")]
    [InlineData(",", Upos.Punct, ",", "_")]
    public void A_word_shows_its_features(string form, Upos upos, string penn, string expected) => Assert.Equal(expected, Morphology.Of(form, form, upos, penn).ToString());

    [Theory]
    [InlineData("Abbr=Yes|Case=Gen|Definite=Ind|Degree=Cmp|Gender=Fem|Mood=Ind|Number=Plur|NumForm=Word|NumType=Ord|Person=2|Polarity=Neg|Poss=Yes|PronType=Prs|Reflex=Yes|Tense=Past|VerbForm=Fin|Voice=Pass")]
    [InlineData("_")]
    public void The_written_form_is_read_back(string features) => Assert.Equal(features, Morphology.Parse(features).ToString());

    [Theory]
    [InlineData("No=Such")]
    [InlineData("Number")]
    public void An_unknown_feature_is_refused(string features) => Assert.Throws<FormatException>(() => Morphology.Parse(features));

    // form/UPOS/Penn/head counted from 1/relation
    [Theory]
    [InlineData("They/PRON/PRP/3/nsubj:pass were/AUX/VBD/3/aux:pass freed/VERB/VBN/0/root", 3, "Tense=Past|VerbForm=Part|Voice=Pass")]
    [InlineData("They/PRON/PRP/3/nsubj:pass were/AUX/VBD/3/aux:pass freed/VERB/VBN/0/root", 2, "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("They/PRON/PRP/3/nsubj have/AUX/VBP/3/aux left/VERB/VBN/0/root", 3, "Tense=Past|VerbForm=Part")]
    [InlineData("troops/NOUN/NNS/0/root backed/VERB/VBN/1/acl by/ADP/IN/4/case planes/NOUN/NNS/2/obl", 2, "Tense=Past|VerbForm=Part|Voice=Pass")]
    [InlineData("shelled/VERB/VBN/0/root was/AUX/VBD/1/aux:pass and/CCONJ/CC/4/cc looted/VERB/VBN/1/conj", 4, "Tense=Past|VerbForm=Part|Voice=Pass")]
    [InlineData("I/PRON/PRP/2/nsubj saw/VERB/VBD/0/root it/PRON/PRP/2/obj", 2, "Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin")]
    [InlineData("I/PRON/PRP/2/nsubj saw/VERB/VBD/0/root it/PRON/PRP/2/obj", 3, "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs")]
    [InlineData("Chad/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Niger/PROPN/NNP/1/conj agreed/VERB/VBD/0/root", 4, "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("men/NOUN/NNS/0/root who/PRON/WP/3/nsubj fled/VERB/VBD/1/acl:relcl", 3, "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("men/NOUN/NNS/0/root who/PRON/WP/3/nsubj fled/VERB/VBD/1/acl:relcl", 2, "PronType=Rel")]
    [InlineData("Who/PRON/WP/2/nsubj fled/VERB/VBD/0/root", 1, "PronType=Int")]
    [InlineData("Leave/VERB/VB/0/root now/ADV/RB/1/advmod", 1, "Mood=Imp|VerbForm=Fin")]
    [InlineData("to/PART/TO/2/mark leave/VERB/VB/0/root", 2, "VerbForm=Inf")]
    [InlineData("ordered/VERB/VBD/0/root that/SCONJ/IN/4/mark he/PRON/PRP/4/nsubj leave/VERB/VB/1/ccomp", 4, "Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")]
    [InlineData("denied/VERB/VBD/0/root shelling/VERB/VBG/1/xcomp it/PRON/PRP/2/obj", 2, "VerbForm=Ger")]
    [InlineData("are/AUX/VBP/2/aux fighting/VERB/VBG/0/root", 2, "Tense=Pres|VerbForm=Part")]
    public void A_clause_settles_what_a_word_leaves_open(string sentence, int word, string expected)
    {
        Token[] tokens = [.. sentence.Split(' ').Select(Read)];
        Morphology[] features = [.. tokens.Select(token => Morphology.Of(token.Form, token.Lemma, token.Upos, token.Penn))];
        ClauseFeatures.Settle(tokens, features);
        Assert.Equal(expected, features[word - 1].ToString());
    }

    [Fact]
    public void Any_tree_is_settled_in_bounded_steps()
    {
        Token[] tokens = [.. Enumerable.Range(0, 20_000).Select(i => new Token(0, 0, "were", "be", Upos.Verb, i % 2 == 0 ? "VBD" : "VBN", i - 1, i % 3 == 0 ? "conj" : "acl:relcl", NameKind.None, false))];
        var features = new Morphology[tokens.Length];
        ClauseFeatures.Settle(tokens, features);
        Assert.Contains(features, feature => feature.Voice == Voice.Pass);
    }

    private static Token Read(string word)
    {
        string[] cells = word.Split('/');
        string form = cells[0];
        return new Token(0, 0, form, form == "have" ? "have" : form.ToLowerInvariant(), Enum.Parse<Upos>(cells[1], ignoreCase: true), cells[2], int.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture) - 1, cells[4], NameKind.None, false);
    }
}
