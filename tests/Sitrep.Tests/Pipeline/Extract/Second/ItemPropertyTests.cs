using FsCheck;
using FsCheck.Fluent;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Second;

namespace Sitrep.Tests.Pipeline.Extract.Second;

/// <summary>What holds for any text and whatever a model says of it.</summary>
public sealed class ItemPropertyTests
{
    private static readonly Gen<(string Text, ModelItem Item)> Items =
        from text in ClaimPropertyTests.Texts.Generator
        from figure in Gen.Elements(true, false)
        from type in Gen.Elements("attack", "killing", "other", "killed", "affected", "0", "")
        from stance in Gen.Elements("affirms", "denies", "expects", "7")
        from cuts in Gen.Choose(0, Math.Max(0, text.Length)).ArrayOf(12)
        select (text, new ModelItem(figure ? "figure" : "event", type, Piece(text, 0, cuts[0]), Piece(text, cuts[1], cuts[2]), stance, Piece(text, cuts[3], cuts[4]),
            [Piece(text, cuts[5], cuts[6])], [Piece(text, cuts[7], cuts[8])], Piece(text, cuts[9], cuts[10]), null, false));

    [Fact]
    public void Whatever_is_claimed_lies_in_the_text() => Properties.Hold(Prop.ForAll(Items.ToArbitrary(), one =>
    {
        var whole = new TextSpan(0, one.Text.Length);
        // The first tries everything at once, the second little enough to pass now and then.
        foreach (ModelItem item in (ModelItem[])[one.Item, one.Item with { Source = null, Actors = [], Targets = [], Place = null, Stance = "affirms", Type = one.Item.Kind == "figure" ? "affected" : "other" }])
        {
            if (Reader.Check(one.Text).Of(item, [new FoldedText(one.Text, whole)]).Claim is not { } claim) continue;
            Assert.True(claim.Span.Length > 0 && whole.Contains(claim.Span), $"{claim.Span} of: {one.Text}");
            if (claim.Event is { } happened) Assert.True(claim.Span.Contains(happened.Trigger), $"The event word lies elsewhere in: {one.Text}");
            if (claim.Figure is { } figure) Assert.True(claim.Span.Overlaps(figure.Quantity.Span), $"The number lies elsewhere in: {one.Text}");
            if (claim.By.Source is null) Assert.Equal(SourceKind.Narration, claim.By.Kind);
        }
    }));

    [Fact]
    public void Any_answer_is_read_or_is_none() => Properties.Hold(Prop.ForAll(HostileText.Arbitrary, text =>
    {
        ModelItem.ParseAll(text);
        ModelItem.ParseAll($"[{text}]");
        ModelItem.ParseAll($$"""{"items":[{"kind":"event","quote":"{{text}}","stance":{{text.Length}}}]}""");
    }));

    [Fact]
    public void Half_a_character_is_no_text() => Assert.Null(ModelItem.ParseAll($"[\"{(char)0xD800}\"]"));

    [Fact]
    public void Nesting_without_end_is_no_list() => Assert.Null(ModelItem.ParseAll(new string('[', 100_000) + new string(']', 100_000)));

    private static string Piece(string text, int from, int to) => text[Math.Min(from, to)..Math.Max(from, to)];
}
