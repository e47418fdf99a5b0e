using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sitrep.Language;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>Scores after the CoNLL 2018 rules: F1 of aligned words; LAS without subtypes, punctuation counted.</summary>
internal static class Scores
{
    /// <summary>Tags and trees on gold tokens and sentences, in per cent.</summary>
    public static string OnGoldTokens(IEnumerable<TreebankSentence> sentences, LanguageEngine engine)
    {
        int words = 0, upos = 0, penn = 0, heads = 0, labelled = 0, full = 0, lemmas = 0;
        foreach (TreebankSentence gold in sentences)
        {
            (string text, RawToken[] raw) = gold.Join();
            Sentence found = engine.Analyze(text, raw, new NameVotes());
            for (int i = 0; i < raw.Length; i++)
            {
                Token token = found.Tokens[i];
                words++;
                string tag = gold.Tags[i];
                if (tag.AsSpan(0, tag.IndexOf('/')).Equals(token.Upos.ToString(), StringComparison.OrdinalIgnoreCase)) upos++;
                if (tag.EndsWith("/" + token.Penn, StringComparison.Ordinal)) penn++;
                if (gold.Lemmas[i].Equals(token.Lemma, StringComparison.OrdinalIgnoreCase)) lemmas++;
                if (gold.Heads[i] != token.Head) continue;
                heads++;
                if (Base(gold.Relations[i]) == Base(token.Relation)) labelled++;
                if (gold.Relations[i] == token.Relation) full++;
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"{words} words: UPOS {100.0 * upos / words:F2} XPOS {100.0 * penn / words:F2} lemma {100.0 * lemmas / words:F2} UAS {100.0 * heads / words:F2} LAS {100.0 * labelled / words:F2} (with subtypes {100.0 * full / words:F2})");
    }

    /// <summary>Raw text in: sentence texts of a document joined by one space.</summary>
    public static string OnRawText(IEnumerable<TreebankSentence> sentences, LanguageEngine engine)
    {
        int goldWords = 0, foundWords = 0, aligned = 0, upos = 0, heads = 0, labelled = 0, goldSentences = 0, foundSentences = 0, rightSentences = 0;
        var clock = new Stopwatch();
        foreach (IGrouping<string, TreebankSentence> document in sentences.GroupBy(s => s.Document))
        {
            var text = new StringBuilder();
            var gold = new Dictionary<(int, int), (string Tag, (int, int)? Head, string Relation)>();
            var goldEnds = new HashSet<(int, int)>();
            foreach (TreebankSentence sentence in document)
            {
                if (text.Length > 0) text.Append(' ');
                var spans = new List<(int, int)>();
                for (int i = 0; i < sentence.Forms.Length; i++)
                {
                    spans.Add((text.Length, text.Length + sentence.Forms[i].Length));
                    text.Append(sentence.Forms[i]);
                    if (sentence.SpaceAfter[i] && i + 1 < sentence.Forms.Length) text.Append(' ');
                }
                for (int i = 0; i < spans.Count; i++) gold[spans[i]] = (sentence.Tags[i], sentence.Heads[i] < 0 ? null : spans[sentence.Heads[i]], sentence.Relations[i]);
                goldEnds.Add((spans[0].Item1, spans[^1].Item2));
            }
            string all = text.ToString();
            clock.Start();
            IReadOnlyList<Sentence> found = engine.Analyze(all, 0, all.Length);
            clock.Stop();
            goldWords += gold.Count;
            goldSentences += goldEnds.Count;
            foundSentences += found.Count;
            rightSentences += found.Count(s => goldEnds.Contains((s.Start, s.End)));
            foreach (Sentence sentence in found)
            {
                foundWords += sentence.Tokens.Length;
                foreach (Token token in sentence.Tokens)
                {
                    if (!gold.TryGetValue((token.Start, token.End), out var expected)) continue;
                    aligned++;
                    if (expected.Tag.AsSpan(0, expected.Tag.IndexOf('/')).Equals(token.Upos.ToString(), StringComparison.OrdinalIgnoreCase)) upos++;
                    (int, int)? head = token.Head < 0 ? null : (sentence.Tokens[token.Head].Start, sentence.Tokens[token.Head].End);
                    if (head != expected.Head) continue;
                    heads++;
                    if (Base(expected.Relation) == Base(token.Relation)) labelled++;
                }
            }
        }
        double F(int right, int a, int b) => 200.0 * right / (a + b);
        return string.Create(CultureInfo.InvariantCulture, $"words {F(aligned, goldWords, foundWords):F2} sentences {F(rightSentences, goldSentences, foundSentences):F2} UPOS {F(upos, goldWords, foundWords):F2} UAS {F(heads, goldWords, foundWords):F2} LAS {F(labelled, goldWords, foundWords):F2}; {foundWords / clock.Elapsed.TotalSeconds:F0} words/s");
    }

    private static string Base(string relation) => relation.IndexOf(':') is var colon and > 0 ? relation[..colon] : relation;
}
