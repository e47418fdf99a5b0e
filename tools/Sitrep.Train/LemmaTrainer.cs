using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;
using Sitrep.Language.Words;

namespace Sitrep.Train;

/// <summary>Learns the lemmatiser: for each tag and ending the edit and the capitals that most words show, where they differ from those of the shorter ending.</summary>
internal static class LemmaTrainer
{
    // Words that must share a longer ending before it overrules the shorter one.
    private const int EndingMin = 2;

    public static Lemmatiser Train(IReadOnlyList<TreebankSentence> sentences, TagSet tags)
    {
        var edits = new Votes();
        var casings = new Votes();
        foreach (TreebankSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Forms.Length; i++)
            {
                int id = tags.IdOf(sentence.Tags[i]);
                string form = string.Concat(sentence.Forms[i].Select(Characters.Plain)), gold = sentence.Lemmas[i], word = form.ToLowerInvariant();
                if (id < 0 || gold == "_" || form.Length > Lemmatiser.LongestWord || tags.Penn[id] is "GW" or "AFX" or "ADD") continue;
                Upos upos = tags.Upos[id];
                if (upos is Upos.Punct or Upos.Sym or Upos.X || (upos == Upos.Num && form.Any(char.IsAsciiDigit))) continue;
                string rule = Lemmatiser.RuleFor(word, gold.ToLowerInvariant());
                // A slip of the pen teaches its own spelling alone.
                bool slip = sentence.Misc[i].Contains("CorrectForm", StringComparison.Ordinal) || rule[0] > '7';
                edits.Add(word, 0, upos, tags.Penn[id], rule, slip);
                if (CasingOf(form, rule, gold) is { } casing) casings.Add(word, (int)Capitals.ShapeOf(form), upos, tags.Penn[id], casing.ToString(), slip);
            }
        }
        foreach ((string form, string lemma, string tag) in Inflections.Of(sentences))
        {
            int id = tags.IdOf(tag);
            if (id >= 0 && !edits.Knows(form, 0, tags.Upos[id], tags.Penn[id])) edits.Add(form, 0, tags.Upos[id], tags.Penn[id], Lemmatiser.RuleFor(form, lemma), slip: true);
        }
        var rules = new List<string>();
        EndingRules byEnding = edits.Choose(rule =>
        {
            if (!rules.Contains(rule)) rules.Add(rule);
            return (ushort)rules.IndexOf(rule);
        }, (rule, length) => rule[0] - '0' <= length);
        return new Lemmatiser([.. rules], byEnding, casings.Choose(name => (ushort)Enum.Parse<Casing>(name), (_, _) => true));
    }

    /// <summary>How the lemma got its capitals; null when no way leads to it.</summary>
    private static Casing? CasingOf(string form, string rule, string gold)
    {
        int kept = form.Length - (rule[0] - '0');
        foreach (Casing casing in (Casing[])[Casing.Lower, Casing.AsWritten, Casing.Title, Casing.Upper])
        {
            Span<char> lemma = (form[..kept].ToLowerInvariant() + rule[2..]).ToCharArray();
            Capitals.Apply(casing, lemma, form, kept);
            if (lemma.SequenceEqual(gold)) return casing;
        }
        return null;
    }

    /// <summary>What the words with an ending and a tag show: words as often as they occur, endings once a word.</summary>
    private sealed class Votes
    {
        private readonly Dictionary<(string Word, int Kind, Upos Upos, string Penn), Dictionary<string, int>> _words = [];
        private readonly HashSet<(string Word, int Kind, Upos Upos, string Penn)> _regular = [];

        public void Add(string word, int kind, Upos upos, string penn, string choice, bool slip)
        {
            if (!_words.TryGetValue((word, kind, upos, penn), out Dictionary<string, int>? counts)) _words[(word, kind, upos, penn)] = counts = new(StringComparer.Ordinal);
            counts[choice] = counts.GetValueOrDefault(choice) + 1;
            if (!slip) _regular.Add((word, kind, upos, penn));
        }

        public bool Knows(string word, int kind, Upos upos, string penn) => _words.ContainsKey((word, kind, upos, penn));

        /// <param name="fits">False when an ending is too short for a choice.</param>
        public EndingRules Choose(Func<string, ushort> idOf, Func<string, int, bool> fits)
        {
            var kept = new Dictionary<uint, ushort>();
            var inherited = new Dictionary<uint, string>();
            var words = _words.OrderBy(pair => pair.Key.Word, StringComparer.Ordinal).ThenBy(pair => (pair.Key.Kind, pair.Key.Upos)).ThenBy(pair => pair.Key.Penn, StringComparer.Ordinal).ToList();
            for (int length = 0; length <= EndingRules.Longest; length++)
            {
                var votes = new SortedDictionary<uint, (uint Shorter, Dictionary<string, int> Counts)>();
                foreach (((string word, int kind, Upos upos, string penn), Dictionary<string, int> counts) in words)
                {
                    if (word.Length < length || !_regular.Contains((word, kind, upos, penn))) continue;
                    string choice = Most(counts);
                    if (length > 0 && !fits(choice, length)) continue;
                    uint key = EndingRules.Key(word, length, kind, upos, penn);
                    if (!votes.TryGetValue(key, out var entry)) votes[key] = entry = (length == 0 ? 0 : EndingRules.Key(word, length - 1, kind, upos, penn), new(StringComparer.Ordinal));
                    entry.Counts[choice] = entry.Counts.GetValueOrDefault(choice) + 1;
                }
                foreach ((uint key, (uint shorter, Dictionary<string, int> counts)) in votes)
                {
                    string choice = Most(counts);
                    string? above = inherited.GetValueOrDefault(shorter);
                    if (above is not null && counts[choice] < EndingMin) choice = above;
                    inherited[key] = choice;
                    if (choice != above) kept[key] = idOf(choice);
                }
            }
            foreach (((string word, int kind, Upos upos, string penn), Dictionary<string, int> counts) in words)
            {
                string? above = null;
                for (int length = Math.Min(EndingRules.Longest, word.Length); length >= 0 && above is null; length--) above = inherited.GetValueOrDefault(EndingRules.Key(word, length, kind, upos, penn));
                if (Most(counts) is var choice && choice != above) kept[EndingRules.Key(word, EndingRules.Longest + 1, kind, upos, penn)] = idOf(choice);
            }
            return new EndingRules(kept);
        }

        private static string Most(Dictionary<string, int> counts) => counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
    }
}
