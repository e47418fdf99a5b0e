using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>Counts words, tags and lemmas of the treebanks.</summary>
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

    /// <summary>For each ending and tag the commonest edit, where it differs from what the shorter ending says.</summary>
    public static Lemmatiser Lemmas(IReadOnlyList<TreebankSentence> sentences, TagSet tags)
    {
        var votes = new SortedDictionary<int, Dictionary<uint, (uint Shorter, Dictionary<string, int> Rules)>>();
        foreach (TreebankSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Forms.Length; i++)
            {
                int id = tags.IdOf(sentence.Tags[i]);
                if (id < 0 || sentence.Lemmas[i] == "_" || tags.Penn[id] is "GW" or "AFX" or "ADD" or "FW") continue;
                bool name = tags.Upos[id] == Upos.Propn;
                string word = string.Concat(sentence.Forms[i].Select(c => name ? Characters.Plain(c) : char.ToLowerInvariant(Characters.Plain(c))));
                string lemma = name ? sentence.Lemmas[i] : sentence.Lemmas[i].ToLowerInvariant();
                if (word.Length > 24 || sentence.Misc[i].Contains("CorrectForm", StringComparison.Ordinal)) continue;
                string rule = Lemmatiser.RuleFor(word, lemma);
                uint shorter = 0;
                for (int length = 0; length <= word.Length + 1; length++)
                {
                    if (length > 5 && length <= word.Length) continue;
                    uint key = Lemmatiser.Key(word, length, tags.Upos[id], tags.Penn[id]);
                    int level = length > word.Length ? 99 : length;
                    if (!votes.TryGetValue(level, out var ofLevel)) votes[level] = ofLevel = [];
                    if (!ofLevel.TryGetValue(key, out var entry)) ofLevel[key] = entry = (shorter, new(StringComparer.Ordinal));
                    entry.Rules[rule] = entry.Rules.GetValueOrDefault(rule) + 1;
                    shorter = key;
                }
            }
        }
        var rules = new List<string>();
        var ids = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var chosen = new Dictionary<uint, string>();
        var kept = new Dictionary<uint, ushort>();
        foreach ((int level, var ofLevel) in votes)
        {
            foreach ((uint key, (uint shorter, Dictionary<string, int> counts)) in ofLevel.OrderBy(pair => pair.Key))
            {
                (string rule, int count) = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First();
                string? inherited = chosen.GetValueOrDefault(shorter);
                // An ending seen once proves nothing, unless it is the word itself.
                if (inherited is not null && level is > 1 and < 99 && count < 2) rule = inherited;
                chosen[key] = rule;
                if (rule == inherited) continue;
                if (!ids.TryGetValue(rule, out ushort id))
                {
                    ids[rule] = id = (ushort)rules.Count;
                    rules.Add(rule);
                }
                kept[key] = id;
            }
        }
        return new Lemmatiser([.. rules], kept);
    }
}
