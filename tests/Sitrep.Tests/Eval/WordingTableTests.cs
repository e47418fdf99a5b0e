using Sitrep.Eval.Wordings;

namespace Sitrep.Tests.Eval;

public sealed class WordingTableTests
{
    private static readonly WordingTable Table = new(Rows("wordings.tsv"));
    private static readonly TollTable Tolls = new(Rows("toll-wordings.tsv"));

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

    [Fact]
    public void A_toll_holds_what_must_come_out() => Assert.All(Tolls.Facts(200), toll =>
    {
        Assert.All((string?[])[toll.Place, toll.Source, .. toll.Counts.Select(count => count.Who)], part => Assert.True(part is null || toll.Text.Contains(part, StringComparison.OrdinalIgnoreCase), toll.Text));
        Assert.DoesNotContain('{', toll.Text);
        Assert.All(toll.Counts, count => Assert.True(count.Least is not null || count.Most is not null, toll.Text));
    });

    [Fact]
    public void The_same_end_of_a_count_must_be_open()
    {
        Assert.Equal((null, 60), WordedCount.Range("|60"));
        Assert.Equal((20, 30), WordedCount.Range("20|30"));
        Assert.Throws<InvalidDataException>(() => WordedCount.Range("20"));
    }

    private static WordingRows Rows(string table) => WordingRows.Load(Path.Combine(Repository.Root, "eval", "gold", table));
}
