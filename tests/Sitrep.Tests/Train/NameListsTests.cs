using Sitrep.Language;
using Sitrep.Language.Learning;
using Sitrep.Language.Names;
using Sitrep.Language.Network;
using Sitrep.Train;

namespace Sitrep.Tests.Train;

public sealed class NameListsTests
{
    private static readonly string Lists = Path.Combine(Repository.Root, "tools", "Sitrep.Train", "lists");

    [Fact]
    public void The_shipped_network_holds_the_names_that_a_training_would_read_today()
    {
        var now = new NameLists(Path.Combine(Repository.Root, "data"), Lists);
        string models = Path.Combine(Repository.Root, "models");
        using BinaryReader reader = ModelFile.Open(models, LanguageEngine.NetworkFileName, ModelFile.ReadManifest(models));
        NameBook shipped = WordNetwork.Read(reader).Book;
        Assert.Equal(Bytes(shipped), Bytes(now.Book));
    }

    [Fact]
    public void Taking_the_names_over_writes_a_row_for_each_line_of_the_word_lists()
    {
        string folder = Directory.CreateTempSubdirectory("sitrep-names-").FullName;
        NameLists.Freeze(Path.Combine(Repository.Root, "data"), folder);
        string[] rows = File.ReadAllLines(Path.Combine(folder, "known-names.tsv"));
        Directory.Delete(folder, recursive: true);
        Assert.StartsWith("#", rows[0], StringComparison.Ordinal);
        Assert.All(rows.Skip(1), row => Assert.True(row.Split('\t') is [var hint, { Length: > 0 }] && Enum.TryParse<NameHints>(hint, out _), row));
    }

    private static byte[] Bytes(NameBook book)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) book.Write(writer);
        return stream.ToArray();
    }
}
