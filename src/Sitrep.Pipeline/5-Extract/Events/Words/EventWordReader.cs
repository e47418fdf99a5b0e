using Sitrep.Language.Tokens;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Parse;

namespace Sitrep.Pipeline.Extract.Events.Words;

/// <summary>Describes words that name a happening by what stands around them on the tree. Which words do so, somebody else says.</summary>
public sealed class EventWordReader(FrameList frames, CueBook cues)
{
    /// <summary>Letters of a lemma that says something about its report.</summary>
    private const int LettersMin = 3;

    /// <param name="mentions">Each the stretches of one mention, in the clean text.</param>
    /// <returns>One word for each mention, in their order; null where no word of a sentence stands there.</returns>
    public (WordedReport Report, IReadOnlyList<EventWord?> Found) Read(ParsedReport parsed, IReadOnlyList<IReadOnlyList<TextSpan>> mentions)
    {
        Sentence[] sentences = [.. parsed.Paragraphs.SelectMany(paragraph => paragraph.Sentences)];
        var trees = new Dictionary<int, (Tree Tree, SentenceWords Around)>();
        var found = new EventWord?[mentions.Count];
        for (int i = 0; i < mentions.Count; i++)
        {
            for (int s = 0; s < sentences.Length && found[i] is null; s++)
            {
                if (!mentions[i].Any(span => span.Start < sentences[s].End && sentences[s].Start < span.End)) continue;
                int[] tokens = [.. Enumerable.Range(0, sentences[s].Tokens.Length).Where(t => mentions[i].Any(span => span.Start < sentences[s].Tokens[t].End && sentences[s].Tokens[t].Start < span.End))];
                if (tokens.Length == 0) continue;
                if (!trees.TryGetValue(s, out (Tree Tree, SentenceWords Around) read)) trees[s] = read = (new Tree(parsed.Report.Text, sentences[s]), Around(sentences[s]));
                found[i] = Word(parsed.Report.Id, s, read.Tree, tokens, read.Around);
            }
        }
        IEnumerable<Token> all = sentences.SelectMany(sentence => sentence.Tokens);
        var counts = all.Where(token => token.Form.Length >= LettersMin).CountBy(token => Fold(token.Lemma), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var names = new Lemmas(all.Where(token => token.Name != NameKind.None).Select(token => Fold(token.Lemma)));
        return (new WordedReport(parsed.Report.Id, counts, names, [.. found.OfType<EventWord>()]), found);
    }

    private EventWord Word(string report, int number, Tree tree, int[] tokens, SentenceWords around)
    {
        int head = tokens.FirstOrDefault(token => !tokens.Contains(tree.Head(token)), tokens[0]);
        string lemma = Fold(tree[head].Lemma);
        char kind = tree[head].Upos switch { Upos.Verb or Upos.Aux => 'v', Upos.Noun or Upos.Propn => 'n', Upos.Adj => 'a', _ => 'x' };
        int particle = tree.Child(head, "compound");
        string? phrase = tokens.Length > 1 ? string.Join('_', tokens.Select(token => Fold(tree[token].Lemma))) : particle >= 0 && tree[particle].Relation == "compound:prt" ? $"{lemma}_{Fold(tree[particle].Lemma)}" : null;
        var parts = new PartCollector(tree, tokens);
        parts.Read(head);
        FramePos form = kind switch { 'v' => FramePos.Verb, 'n' => FramePos.Noun, _ => FramePos.Adj };
        bool reports = cues.For(lemma, kind == 'n' ? CueForm.Noun : CueForm.Verb) is { Kind: CueKind.Speech or CueKind.Hearsay };
        return new EventWord(
            report, number, tree.Span(tokens[0], tokens[^1]), tree.Words(tokens[0], tokens[^1]).ToLowerInvariant(), lemma, kind, phrase, frames.For(lemma, form) is [var frame, ..] ? frame.Type : null,
            new Lemmas(parts.Doers), new Lemmas(parts.Targets), new Lemmas(parts.Others), tree.Head(head) is var up and >= 0 ? Fold(tree[up].Lemma) : null, parts.Negated, reports, around);
    }

    private static SentenceWords Around(Sentence sentence) => new(
        new Lemmas(sentence.Tokens.Where(token => token.Upos is Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj or Upos.Num).Select(token => Fold(token.Lemma))),
        new Lemmas(sentence.Tokens.Where(token => token.Name != NameKind.None).Select(token => Fold(token.Lemma))),
        new Lemmas(sentence.Tokens.Where(token => token.Name == NameKind.Location).Select(token => Fold(token.Lemma))),
        new Lemmas(sentence.Tokens.Where(token => token.Upos == Upos.Num || char.IsDigit(token.Form[0])).Select(token => Fold(token.Lemma))));

    internal static string Fold(string lemma) => lemma.ToLowerInvariant();
}
