using Sitrep.Language.Tokens;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Quantities;
using Sitrep.Pipeline.Parse;

namespace Sitrep.Eval.Attributions;

/// <summary>The attributions that stage 5 reads a report with, as spans.</summary>
internal sealed class AttributionReader
{
    private readonly AttributionFinder _finder = new(Product.Lexicon, new ActorFinder(Product.Lexicon));
    private readonly DateFinder _dates = new(Product.Data);
    private readonly QuantityFinder _quantities = new(Product.Data);

    public IReadOnlyList<AttributionSpans> Read(Report report)
    {
        ParsedReport parsed = Product.Parse.Parse(report);
        ReadSentence[][] paragraphs = [.. parsed.Paragraphs.Select(paragraph => paragraph.Sentences.Select(sentence => new ReadSentence(report.Text, sentence, Product.Lexicon, _dates, _quantities)).ToArray())];
        NameVote.Settle([.. paragraphs.SelectMany(sentences => sentences)], Product.Lexicon);
        var memory = new SpeakerMemory();
        var found = new List<AttributionSpans>();
        for (int i = 0; i < paragraphs.Length; i++)
        {
            List<TextSpan> quotes = QuoteMarks.Find(report.Text, parsed.Paragraphs[i].Span);
            List<FoundAttribution>[] attributions = [.. paragraphs[i].Select(sentence => _finder.Find(sentence, quotes, memory))];
            for (int k = 0; k < attributions.Length; k++) found.AddRange(attributions[k].Select(one => Spans(paragraphs[i][k].Tree, one)));
            found.AddRange(Carried(paragraphs[i], attributions, quotes));
        }
        return found;
    }

    private static AttributionSpans Spans(Tree tree, FoundAttribution found)
    {
        TextSpan[] cue = found.Cue < 0 ? [] : tree[found.Cue].Lemma is "accord" or "according" && found.Cue + 1 < tree.Count && tree[found.Cue + 1].Form == "to" ? [tree.Span(found.Cue, found.Cue + 1)] : [tree.Span(found.Cue, found.Cue)];
        return new AttributionSpans(Source(tree, found), cue, Runs(tree, found.Content));
    }

    /// <summary>The words in this sentence: a pronoun stands for a mention elsewhere.</summary>
    private static TextSpan[] Source(Tree tree, FoundAttribution found)
    {
        if (found.By.Source is not { } source) return [];
        if (source.Span.Start >= tree.Sentence.Start && source.Span.End <= tree.Sentence.End) return [source.Span];
        int subject = found.Cue < 0 ? -1 : tree.Child(found.Cue, "nsubj");
        return subject < 0 ? [] : [tree.Span(subject, subject)];
    }

    /// <summary>Runs of content, without punctuation at their ends other than quotation marks.</summary>
    private static TextSpan[] Runs(Tree tree, bool[] content)
    {
        var runs = new List<TextSpan>();
        for (int i = 0; i < content.Length; i++)
        {
            if (!content[i]) continue;
            int first = i;
            while (i + 1 < content.Length && content[i + 1]) i++;
            int last = i;
            while (last > first && IsTrimmed(tree, last)) last--;
            while (first < last && IsTrimmed(tree, first)) first++;
            if (!IsTrimmed(tree, first)) runs.Add(tree.Span(first, last));
        }
        return [.. runs];
    }

    private static bool IsTrimmed(Tree tree, int at) => tree[at].Upos == Upos.Punct && tree[at].Form is "," or "." or ";" or ":" or "-" or "–" or "—";

    /// <summary>Sentences inside quotation marks without a cue of their own, as stage 5 carries the speaker over to them; what was carried goes with the neighbour's source and cue.</summary>
    private static IEnumerable<AttributionSpans> Carried(ReadSentence[] sentences, List<FoundAttribution>[] attributions, List<TextSpan> quotes)
    {
        for (int i = 0; i < sentences.Length; i++)
        {
            if (attributions[i].Count > 0 || quotes.Count == 0) continue;
            Tree tree = sentences[i].Tree;
            bool[] quoted = AttributionFinder.Quoted(tree, quotes);
            int[] words = [.. Enumerable.Range(0, tree.Count).Where(at => tree[at].Upos != Upos.Punct)];
            if (words.Length == 0 || words.Count(at => quoted[at]) * 2 < words.Length) continue;
            int speaker = Enumerable.Range(1, sentences.Length).SelectMany(step => (int[])[i - step, i + step]).FirstOrDefault(at => at >= 0 && at < attributions.Length && attributions[at].Count > 0, -1);
            if (speaker < 0) continue;
            yield return Spans(tree, AttributionFinder.CarryOver(sentences[i], attributions[speaker][^1].By with { Source = null }));
        }
    }
}
