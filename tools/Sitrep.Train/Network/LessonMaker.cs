using Sitrep.Language.Names;
using Sitrep.Language.Network;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Train.Network;

/// <summary>Makes lessons of sentences from the data sets.</summary>
internal sealed class LessonMaker(Lexicon lexicon, TagSet tags, string[] relations, NameBook book, Vocabulary vocabulary, int pieces)
{
    private readonly Dictionary<string, int> _relations = relations.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

    public string[] Relations => relations;

    /// <summary>Words that get a row of their own.</summary>
    public static Vocabulary Words(IEnumerable<string[]> sentences, int least)
    {
        var counts = new SortedDictionary<uint, int>();
        char[] plain = new char[64];
        foreach (string[] sentence in sentences)
        {
            foreach (string form in sentence)
            {
                int length = WordRows.Plain(form, plain);
                uint key = Vocabulary.Key(plain.AsSpan(1, length - 2));
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }
        return new Vocabulary([.. counts.Where(pair => pair.Value >= least).Select(pair => pair.Key)]);
    }

    /// <summary>A tree with its tags.</summary>
    /// <param name="change">Rewrites the forms: capitals, small letters.</param>
    public Lesson OfTree(TreebankSentence sentence, Func<string, string>? change = null)
    {
        string[] forms = change is null ? sentence.Forms : [.. sentence.Forms.Select(change)];
        int[] relations = [.. sentence.Relations.Select(relation => _relations.GetValueOrDefault(relation, _relations.GetValueOrDefault(Base(relation), -1)))];
        return new Lesson(Features(forms), [.. sentence.Tags.Select(tags.IdOf)], [.. sentence.Heads], relations, Lesson.Unknown(forms.Length));
    }

    public Lesson OfTags(TreebankSentence sentence) =>
        new(Features(sentence.Forms), [.. sentence.Tags.Select(tags.IdOf)], Lesson.Unknown(sentence.Forms.Length, -2), Lesson.Unknown(sentence.Forms.Length), Lesson.Unknown(sentence.Forms.Length));

    public Lesson OfNames(NamedSentence sentence, bool otherKnown, float weight) =>
        new(Features(sentence.Forms), Lesson.Unknown(sentence.Forms.Length), Lesson.Unknown(sentence.Forms.Length, -2), Lesson.Unknown(sentence.Forms.Length), sentence.Classes, otherKnown, weight);

    public WordRows Features(string[] forms)
    {
        (string text, RawToken[] tokens) = TreebankSentence.Join(forms);
        var words = new WordTraits[tokens.Length];
        WordTraits.Fill(text, tokens, lexicon, words);
        var features = new WordRows();
        NetworkInput.Add(features, words, text, tokens, book, vocabulary, pieces);
        return features;
    }

    private static string Base(string relation) => relation.IndexOf(':') is var colon and > 0 ? relation[..colon] : relation;
}
