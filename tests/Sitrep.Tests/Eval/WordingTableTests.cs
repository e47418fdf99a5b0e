using Sitrep.Eval.Wordings;

namespace Sitrep.Tests.Eval;

public sealed class WordingTableTests
{
    private static readonly WordingTable Table = WordingTable.Load(Path.Combine(Repository.Root, "eval", "gold", "wordings.tsv"));

    [Fact]
    public void The_sentences_are_always_the_same_and_none_stands_twice()
    {
        string[] first = [.. Table.Facts(200).Select(fact => fact.Text)];
        Assert.Equal(first, Table.Facts(200).Select(fact => fact.Text));
        Assert.Equal(200, first.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_sentence_holds_what_must_come_out() =>
        Assert.All(Table.Facts(200), fact => Assert.All((string?[])[fact.Actor, fact.Place, fact.Day, fact.Source], part => Assert.True(part is null || fact.Text.Contains(part, StringComparison.OrdinalIgnoreCase), fact.Text)));
}
