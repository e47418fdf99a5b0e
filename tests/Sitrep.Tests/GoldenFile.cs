namespace Sitrep.Tests;

/// <summary>A file of cases under tests/cases: input, a line of dashes, the expected lines; cases are parted by a line of equals signs.</summary>
/// <remarks>Lines starting with <c>#</c> before an input say why the case is there. UPDATE_EXPECT=1 writes the expected lines anew; nothing else does.</remarks>
internal sealed class GoldenFile(string folder)
{
    private const string Between = "\n========\n", Border = "\n--------\n";
    private static readonly Lock Writing = new();

    private string Root => Path.Combine(Repository.Root, "tests", "cases", folder);

    /// <summary>File name and number of each case, in order.</summary>
    public IEnumerable<(string File, int Number)> Cases => Directory.GetFiles(Root, "*.txt").Order(StringComparer.Ordinal)
        .SelectMany(path => Enumerable.Range(0, File.ReadAllText(path).Split(Between).Length).Select(number => (Path.GetFileNameWithoutExtension(path), number)));

    /// <summary>The remark, the input and the expected lines of one case.</summary>
    public (string Why, string Input, string Expected) Read(string file, int number)
    {
        string[] parts = File.ReadAllText(PathOf(file)).Split(Between)[number].Trim('\n').Split(Border.TrimEnd('\n'));
        string[] lines = parts[0].Split('\n');
        int input = Array.FindIndex(lines, line => !line.StartsWith('#'));
        return (string.Join(' ', lines[..input].Select(line => line.TrimStart('#').Trim())), string.Join('\n', lines[input..]), parts.Length > 1 ? parts[1].Trim('\n') : "");
    }

    /// <summary>Compares, or with UPDATE_EXPECT=1 writes down.</summary>
    public void Check(string file, int number, string actual)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1") Write(file, number, actual);
        else Assert.Equal(Read(file, number).Expected, actual);
    }

    private void Write(string file, int number, string actual)
    {
        lock (Writing)
        {
            string[] cases = File.ReadAllText(PathOf(file)).TrimEnd('\n').Split(Between);
            cases[number] = cases[number].Split(Border.TrimEnd('\n'))[0].TrimEnd('\n') + Border + actual;
            File.WriteAllText(PathOf(file), string.Join(Between, cases.Select(one => one.TrimEnd('\n'))) + "\n");
        }
    }

    private string PathOf(string file) => Path.Combine(Root, file + ".txt");
}
