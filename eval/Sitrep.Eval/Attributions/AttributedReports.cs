using Sitrep.Model.Reports;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Quantities;
using Sitrep.Pipeline.Parse;

namespace Sitrep.Eval.Attributions;

/// <summary>The attributions that stage 5 reads a report with, as spans.</summary>
internal sealed class AttributedReports
{
    private readonly AttributionReader _reader = new(Product.Lexicon, new ActorFinder(Product.Lexicon));
    private static readonly DateFinder Dates = new(Product.Data);
    private static readonly QuantityFinder Quantities = new(Product.Data, Dates);

    public IReadOnlyList<AttributionSpans> Read(Report report)
    {
        ParsedReport parsed = Product.Parse.Parse(report);
        ReadParagraph[] paragraphs = [.. parsed.Paragraphs.Select(paragraph => new ReadParagraph(paragraph.Span, [.. paragraph.Sentences.Select(sentence => new ReadSentence(report.Text, sentence, Product.Lexicon, Dates, Quantities))]))];
        NameVote.Settle([.. paragraphs.SelectMany(paragraph => paragraph.Sentences)], Product.Lexicon);
        // Read to the end first: a quotation may be given to a speaker of an earlier paragraph.
        ReadAttributions[] read = [.. _reader.Read(report.Text, paragraphs)];
        return [.. read.SelectMany(one => one.Spans).Select(spans => new AttributionSpans(spans.Source, spans.Cue, spans.Content))];
    }
}
