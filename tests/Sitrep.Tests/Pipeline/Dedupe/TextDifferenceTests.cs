using Sitrep.Pipeline.Dedupe;
using static Sitrep.Tests.Pipeline.Dedupe.Stories;

namespace Sitrep.Tests.Pipeline.Dedupe;

public sealed class TextDifferenceTests
{
    private static readonly string[] Sentences =
    [
        "A strong earthquake shook the northern coast before dawn.", "Rescue teams with dogs were digging through a collapsed hotel.",
        "Hospitals had taken in ninety injured people by noon.", "Power was restored in the evening to two of the towns.",
    ];

    [Fact]
    public void Equal_bodies_have_only_kept_sentences() => Check(Sentences, Sentences, "Kept Kept Kept Kept");

    [Fact]
    public void Cut_sentences_stand_where_they_were_and_added_ones_where_they_are() =>
        Check(Sentences, [Sentences[0], "The president flew to the stricken towns at once.", Sentences[2]], "Kept Added Cut Kept Cut");

    [Fact]
    public void A_sentence_at_another_place_was_moved() => Check(Sentences, [Sentences[3], Sentences[0], Sentences[1], Sentences[2]], "Moved Kept Kept Kept");

    [Fact]
    public void Marks_and_spelling_are_no_difference() =>
        Check(["The organisation’s centre was – as ever – closed."], ["The organization's center was - as ever - closed."], "Kept");

    [Fact]
    public void A_changed_sentence_shows_the_words_of_both()
    {
        SentenceDifference changed = Assert.Single(Of([Sentences[2]], ["Hospitals had taken in 112 injured people by noon."]).Sentences);
        Assert.Equal(SentenceChange.Changed, changed.Change);
        Assert.Equal("Hospitals had taken in|-ninety|+112|injured people by noon.",
            string.Join('|', changed.Runs.Select(run => (run.InEarlier, run.InLater) switch { (true, false) => "-", (false, true) => "+", _ => "" } + run.Words)));
    }

    [Fact]
    public void Nothing_against_nothing_is_no_difference() => Check([], [], "");

    private static TextDifference Of(string[] earlier, string[] later) => TextDifference.Of(Report("r1", earlier), Report("r2", later));

    private static void Check(string[] earlier, string[] later, string expected) =>
        Assert.Equal(expected, string.Join(' ', Of(earlier, later).Sentences.Select(sentence => sentence.Change)));
}
