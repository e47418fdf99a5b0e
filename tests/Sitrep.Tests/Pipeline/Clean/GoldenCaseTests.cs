using Sitrep.Model.Reports;

namespace Sitrep.Tests.Pipeline.Clean;

/// <summary>Cases under tests/cases/clean: the input, a line of dashes, the expected zones. UPDATE_EXPECT=1 writes them anew.</summary>
public sealed class GoldenCaseTests
{
    private const string Border = "\n--------\n";

    private static string Folder => Path.Combine(Repository.Root, "tests", "cases", "clean");

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).Select(name => name ?? "")];

    [Fact]
    public void There_are_a_dozen_cases_at_least() => Assert.True(Cases.Count >= 12);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Zones_are_as_written_down(string name)
    {
        string path = Path.Combine(Folder, name + ".txt");
        string[] parts = File.ReadAllText(path).Split(Border);
        Report report = CleanFixture.Clean(parts[0], parts[0].StartsWith('<') ? Markup.Html : Markup.Text);
        CleanFixture.CheckZones(report);
        string table = CleanFixture.Table(report);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1") File.WriteAllText(path, parts[0] + Border + table);
        else Assert.Equal(parts.Length > 1 ? parts[1] : "", table);
    }
}
