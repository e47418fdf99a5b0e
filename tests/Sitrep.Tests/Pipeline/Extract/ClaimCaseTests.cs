namespace Sitrep.Tests.Pipeline.Extract;

/// <summary>Cases under tests/cases/extract, read by the shipped models and lists: who says that what happened.</summary>
/// <remarks><c>open.txt</c> holds what should be read and is not yet: each expected line must be met by one line of the reading with at least these
/// parts, and no line may have the part after <c>not</c>. Such a case is skipped while it is wrong; once right it moves to the file of its kind.</remarks>
public sealed class ClaimCaseTests
{
    private const string Open = "open";
    private static readonly GoldenFile Golden = new("extract");

    public static TheoryData<string, int, string> Cases => Rows(file => file != Open);

    public static TheoryData<string, int, string> OpenCases => Rows(file => file == Open);

    [Fact]
    public void There_are_dozens_of_cases() => Assert.True(Cases.Count >= 60, $"Only {Cases.Count} cases.");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Claims_are_as_written_down(string file, int number, string input)
    {
        Assert.NotEmpty(input);
        Golden.Check(file, number, ClaimTable.Of(Reader.Read(Golden.Read(file, number).Input)));
    }

    [Theory]
    [MemberData(nameof(OpenCases))]
    public void Claims_we_know_to_miss(string file, int number, string input)
    {
        Assert.NotEmpty(input);
        (string why, string text, string expected) = Golden.Read(file, number);
        Assert.True(why.Length > 0, "An open case says what is wrong.");
        string[][] found = [.. ClaimTable.Of(Reader.Read(text)).Split('\n').Select(Parts)];
        foreach (string line in expected.Split('\n'))
        {
            bool met = line.StartsWith("not ", StringComparison.Ordinal)
                ? !found.Any(parts => parts.Contains(line["not ".Length..]))
                : found.Any(parts => Parts(line).All(parts.Contains));
            if (!met) Assert.Skip($"{why} Wanted: {line}");
        }
    }

    private static string[] Parts(string line) => line.Split([": ", ", "], StringSplitOptions.None);

    private static TheoryData<string, int, string> Rows(Func<string, bool> wanted)
    {
        var rows = new TheoryData<string, int, string>();
        foreach ((string file, int number) in Golden.Cases.Where(one => wanted(one.File)))
        {
            string input = Golden.Read(file, number).Input.ReplaceLineEndings(" ");
            rows.Add(file, number, input[..Math.Min(60, input.Length)]);
        }
        return rows;
    }
}
