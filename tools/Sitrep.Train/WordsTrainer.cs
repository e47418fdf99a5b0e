using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>Counts words and tags of the treebanks.</summary>
internal static class WordsTrainer
{
    // A rarer word tells its tags to the tagger in training but not in use: it would learn to trust what it will not have.
    private const int LexiconMin = 5;

    private const int OnlyMin = 30;

    public static TagSet Tags(IReadOnlyList<TreebankSentence> sentences) =>
        new([.. sentences.SelectMany(s => s.Tags).CountBy(tag => tag).Where(pair => pair.Value >= 3).Select(pair => pair.Key).Order(StringComparer.Ordinal)]);

    public static Lexicon Lexicon(IReadOnlyList<TreebankSentence> sentences, TagSet tags)
    {
        var counts = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (TreebankSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Forms.Length; i++)
            {
                string word = string.Concat(sentence.Forms[i].Select(c => char.ToLowerInvariant(Characters.Plain(c))));
                if (word.Length > Sitrep.Language.Tagging.Lexicon.LongestWord) continue;
                if (!counts.TryGetValue(word, out Dictionary<string, int>? ofWord)) counts[word] = ofWord = new(StringComparer.Ordinal);
                ofWord[sentence.Tags[i]] = ofWord.GetValueOrDefault(sentence.Tags[i]) + 1;
            }
        }
        var entries = new List<Lexicon.Entry>();
        foreach ((string word, Dictionary<string, int> ofWord) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            int total = ofWord.Values.Sum();
            if (total < LexiconMin) continue;
            uint mask = 0;
            foreach ((string tag, int count) in ofWord)
            {
                int id = tags.IdOf(tag);
                if (id >= 0 && count * 100 >= total) mask |= (1u << (int)tags.Upos[id]) | Sitrep.Language.Tagging.Lexicon.FormBit(tags.Penn[id]);
            }
            // The two past forms of a regular verb are one word: what was seen as one may be the other.
            const uint past = Sitrep.Language.Tagging.Lexicon.Past | Sitrep.Language.Tagging.Lexicon.Participle;
            if (word.EndsWith("ed", StringComparison.Ordinal) && (mask & past) != 0) mask |= past;
            (string top, int most) = ofWord.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First();
            bool only = total >= OnlyMin && most * 1000L >= total * 997L;
            entries.Add(new Lexicon.Entry(word, mask, only ? tags.IdOf(top) : -1));
        }
        return new Lexicon(entries);
    }
}
