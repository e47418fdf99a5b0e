using FsCheck;
using FsCheck.Fluent;
using Sitrep.Model.Record;
using Sitrep.Model.Text;

namespace Sitrep.Tests.Pipeline.Extract;

/// <summary>What holds for the claims of any text.</summary>
public sealed class ClaimPropertyTests
{
    private static readonly string[] Words =
    [
        "rebels", "the army", "said", "denied", "captured", "killed", "12", "people", "in", "Goma", "the town", ",", "\"", "“", "”", "that", "will", "not", "no", "according to", "after",
        "on Monday", "(", ")", "SDF", "Syrian Democratic Forces", "they", "he", "death toll", "rose to", ".", "\n\n", "and", "from", "unclear", "whether", "\ud83d\ude00", "é", "\u200b",
    ];

    internal static readonly Arbitrary<string> Texts = (
        from words in Gen.Elements(Words).ArrayOf()
        from separators in Gen.Elements(" ", " ", "").ArrayOf(words.Length)
        select string.Concat(words.Zip(separators, (word, separator) => word + separator))).ToArbitrary();

    [Fact]
    public void Claims_of_any_text_lie_in_it_and_are_read_alike_twice() => Properties.Hold(Prop.ForAll(Texts, Check));

    [Fact]
    public void Ids_of_claims_differ_within_a_report()
    {
        Reading reading = Reader.Read("The army captured Goma. The army captured Goma.\n\nThe army captured Goma and killed 12 people, and the army captured Goma.");
        Assert.True(reading.Claims.Length >= 3);
        Assert.Equal(reading.Claims.Length, reading.Claims.Select(claim => claim.Id).Distinct(StringComparer.Ordinal).Count());
    }

    private static void Check(string text)
    {
        Reading reading = Reader.Read(text);
        Assert.All(reading.Claims, claim =>
        {
            Assert.True(claim.Span.Length > 0 && claim.Span.End <= text.Length, $"{claim.Span} of: {text}");
            Assert.True(claim.Event is not null || claim.Figure is not null || claim.Fate is not null, $"Nothing is claimed in: {text}");
            if (claim.Event is { } happened) Assert.True(claim.Span.Contains(happened.Trigger), $"The event word lies elsewhere in: {text}");
            // Somebody's quotation whose speaker stays open is not the report's own word.
            if (claim.By.Source is null && claim.By.Kind != SourceKind.Narration) Assert.Equal((SourceKind.Eyewitness, true), (claim.By.Kind, claim.By.Cue is not null));
        });
        IEnumerable<TextSpan> mentions = reading.Places.Select(place => place.Span).Concat(reading.Actors.Select(actor => actor.Span));
        Assert.All(mentions, span => Assert.True(span.End <= text.Length, $"{span} of: {text}"));
        Assert.Equal(ClaimTable.Of(reading), ClaimTable.Of(Reader.Read(text)));
    }
}
