using Sitrep.Eval.Attributions;
using Sitrep.Eval.Scores;
using Sitrep.Model.Text;

namespace Sitrep.Tests.Eval.Attributions;

public sealed class AttributionScorerTests
{
    private const string Text = "The mayor said that the bridge was closed.";

    [Fact]
    public void Annotations_are_read_with_all_their_pieces()
    {
        AttributionSpans one = Assert.Single(AttributionSpans.Read("T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 19;24 30\tthat bridge\nT9\tDiscuss 0 3\tThe\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n", Text));
        Assert.Equal("The mayor", Assert.Single(one.Source).Of(Text));
        Assert.Equal(["that", "bridge"], one.Content.Select(piece => piece.Of(Text)));
    }

    [Fact]
    public void Tokens_spans_and_relations_are_counted_by_themselves()
    {
        var sheet = new TallySheet();
        AttributionSpans gold = new([Span("The mayor")], [Span("said")], [Span("that the bridge was closed")]), found = new([Span("mayor")], [Span("said")], [Span("the bridge was closed")]);
        AttributionScorer.Add(sheet, Text, [gold], [found]);
        Assert.Equal(new Tally(1, 1, 2), sheet.Total("source"));
        Assert.Equal(new Tally(4, 4, 5), sheet.Total("content"));
        Assert.Equal(new Tally(1, 1, 1), sheet.Total("cue_exact"));
        Assert.Equal(new Tally(0, 1, 1), sheet.Total("source_exact"));
        Assert.Equal(new Tally(1, 1, 1), sheet.Total("relation"));
    }

    [Fact]
    public void Another_speaker_is_another_relation()
    {
        var sheet = new TallySheet();
        AttributionSpans gold = new([Span("The mayor")], [Span("said")], [Span("the bridge")]);
        AttributionScorer.Add(sheet, Text, [gold], [gold with { Source = [Span("bridge")] }, gold with { Source = [] }]);
        Assert.Equal(0, sheet.Total("relation").Right);
    }

    private static TextSpan Span(string words)
    {
        int at = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
