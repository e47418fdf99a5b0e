using Sitrep.Pipeline.Data;

namespace Sitrep.Tests.Pipeline.Data;

public sealed class WordSetsTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "data", "word-sets.tsv");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sitrep-words-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_word_is_in_the_sets_that_name_it()
    {
        WordSets words = Load(File.ReadAllLines(Shipped));
        Assert.True(words.Has(WordSet.Outburst, "anger"));
        Assert.False(words.Has(WordSet.Outburst, "mine"));
        Assert.True(words.Has(WordSet.ClearedThing, "mine"));
    }

    [Fact]
    public void A_word_added_to_a_cell_is_seen() =>
        Assert.True(Load([.. File.ReadLines(Shipped).Select(line => line.Replace("outburst\t", "outburst\tfrenzy ", StringComparison.Ordinal))]).Has(WordSet.Outburst, "frenzy"));

    [Theory]
    [InlineData("outburst", "outbrust")]
    [InlineData("goods", "outburst")]
    public void A_set_that_no_rule_asks_for_or_that_stands_twice_stops_the_start(string set, string instead)
    {
        string[] lines = [.. File.ReadLines(Shipped).Select(line => line.StartsWith(set + "\t", StringComparison.Ordinal) ? instead + line[set.Length..] : line)];
        Assert.Contains($"'{instead}'", Assert.Throws<InvalidDataException>(() => Load(lines)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_set_stops_the_start() =>
        Assert.Contains("Outburst", Assert.Throws<InvalidDataException>(() => Load([.. File.ReadLines(Shipped).Where(line => !line.StartsWith("outburst\t", StringComparison.Ordinal))])).Message, StringComparison.Ordinal);

    private WordSets Load(string[] lines)
    {
        File.WriteAllLines(Path.Combine(_folder.FullName, "word-sets.tsv"), lines);
        return WordSets.Load(DataFolder.At(_folder.FullName));
    }
}
