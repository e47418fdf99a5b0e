using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Tests.Pipeline.Extract.Attributions;

public sealed class AttributionReaderTests
{
    [Theory]
    [InlineData("“We have lost everything we had.” ― Amina Diallo", "Amina Diallo | ― | “We have lost everything we had.”")]
    [InlineData("The governor added:\n\nNo road is open in the valley.", "The governor | added: | No road is open in the valley.")]
    [InlineData("Report: Voters want the dam closed", "Report | : | Voters want the dam closed")]
    public void Words_of_a_paragraph_belong_to_who_signs_or_announces_them(string text, string expected) =>
        Assert.Equal(expected, string.Join(" / ", Read(text).Select(one => $"{Words(text, one.Source)} | {Words(text, one.Cue)} | {Words(text, one.Content)}")));

    private static string Words(string text, IReadOnlyList<TextSpan> spans) => string.Join(';', spans.Select(span => span.Of(text)));

    private static IEnumerable<AttributedSpans> Read(string text)
    {
        DataFolder data = DataFolder.At(Path.Combine(Repository.Root, "data"));
        Gazetteer gazetteer = Gazetteer.Load(data);
        var lexicon = ReadingLexicon.Load(data, gazetteer, gazetteer.Countries, KnownActors.Load(data));
        var dates = new DateFinder(data);
        var quantities = new QuantityFinder(data, dates);
        ReadParagraph[] paragraphs = [.. Reader.Parse(text).Paragraphs.Select(paragraph => new ReadParagraph(paragraph.Span, [.. paragraph.Sentences.Select(sentence => new ReadSentence(text, sentence, lexicon, dates, quantities))]))];
        ReadAttributions[] read = [.. new AttributionReader(lexicon, new ActorFinder(lexicon)).Read(text, paragraphs)];
        return read.SelectMany(one => one.Spans);
    }
}
