using Sitrep.Eval;
using Sitrep.Eval.Data;

namespace Sitrep.Tests.Eval.Data;

public sealed class PublicSetTests
{
    [Fact]
    public void Without_data_every_public_set_is_skipped_with_a_reason()
    {
        var nowhere = new Locations(Path.Combine(Path.GetTempPath(), "no-such-checkout"), datasets: null);
        EvalSet[] sets = [.. PublicSets.All(nowhere)];
        Assert.True(sets.Length >= 9);
        Assert.Equal(sets.Length, sets.Select(set => set.Name).Distinct().Count());
        Assert.All(sets.Select(set => set.Run()), result => Assert.Contains("SITREP_DATASETS", result.Skipped));
    }

    [Fact]
    public void With_empty_folders_every_public_set_is_skipped_with_a_reason()
    {
        string root = Directory.CreateTempSubdirectory("sets").FullName;
        try
        {
            var empty = new Locations(root, datasets: root);
            foreach (EvalSet set in PublicSets.All(empty)) Assert.Contains("no folder", set.Run().Skipped);
            foreach (string name in PublicSets.All(empty).Select(set => set.Run().Skipped!.Split(' ')[2])) Directory.CreateDirectory(Path.Combine(root, name));   // "no folder NAME ..."
            Assert.All(PublicSets.All(empty).Select(set => set.Run()), result => Assert.Contains("nothing to score", result.Skipped));
        }
        finally
        {
            Directory.Delete(root, true);
        }
    }

    [Fact]
    public void Gzipped_files_are_read_as_plain_ones()
    {
        string root = Directory.CreateTempSubdirectory("sets").FullName;
        try
        {
            File.WriteAllText(Path.Combine(root, "a.txt"), "one\ntwo\n");
            using (var file = new System.IO.Compression.GZipStream(File.Create(Path.Combine(root, "b.txt.gz")), System.IO.Compression.CompressionLevel.Fastest)) file.Write("three\n"u8);
            Assert.Equal(["one", "two", "three"], DataFiles.Find(root, ".txt").SelectMany(DataFiles.Lines));
        }
        finally
        {
            Directory.Delete(root, true);
        }
    }
}
