using System.Text;
using Sitrep.Cli;

namespace Sitrep.Tests.Cli;

public sealed class CommandLineTests
{
    private static readonly string[] Commands = ["report", "ingest", "show", "sources", "compare", "gazetteer", "doctor"];

    [Fact]
    public void Help_of_every_command_has_examples_and_exit_codes()
    {
        foreach (string command in Commands)
        {
            (int exit, string output, string error) = Run(command, "--help");
            Assert.Equal(0, exit);
            Assert.Contains($"sitrep {command}", output);
            Assert.Contains("Examples:", output);
            Assert.Contains("Exit codes:", output);
            Assert.Empty(error);
        }
    }

    [Fact]
    public void Nothing_at_all_is_answered_with_the_first_steps()
    {
        (int exit, string output, _) = Run();
        Assert.Equal(0, exit);
        Assert.All(Commands, command => Assert.Contains(command, output));
    }

    [Fact]
    public void Version_is_printed()
    {
        (int exit, string output, _) = Run("--version");
        Assert.Equal(0, exit);
        Assert.NotEmpty(output.Trim());
    }

    [Theory]
    [InlineData("reprot x", "did you mean 'report'?")]
    [InlineData("report --formt json x", "did you mean '--format'?")]
    [InlineData("ingest x --stroe y", "did you mean '--store'?")]
    [InlineData("--hlp", "did you mean '--help'?")]
    [InlineData("report --as-of yesterday x", "'yesterday' is not a day; expected year-month-day")]
    [InlineData("report --as-of 2024-02-30 x", "'2024-02-30' is not a day")]
    [InlineData("report --format xml x", "'xml'")]
    [InlineData("show evnt e1 x", "'evnt'")]
    [InlineData("sources x --gazetteer nowhere.db", "sitrep: Gazetteer nowhere.db: is not there")]
    [InlineData("gazetteer import nowhere.csv --gazetteer own.db", "sitrep: Places nowhere.csv: cannot be read")]
    [InlineData("show event", "'sitrep show --help'")]
    [InlineData("show figure f1 x --why", "--why explains claims and events only")]
    [InlineData("ingest", "'sitrep ingest --help'")]
    [InlineData("compare one.txt", "'sitrep compare --help'")]
    public void Bad_usage_is_one_line_that_helps_and_exit_code_2(string line, string expected)
    {
        (int exit, string output, string error) = Run(line.Split(' '));
        Assert.Equal(2, exit);
        Assert.Contains(expected, error);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.Empty(output);
    }

    [Fact]
    public void Two_tellings_are_held_beside_each_other()
    {
        string folder = Directory.CreateTempSubdirectory("sitrep-compare").FullName;
        (string one, string other) = (Path.Combine(folder, "one.txt"), Path.Combine(folder, "other.txt"));
        File.WriteAllText(one, "KHARTOUM, 12 May 2023\n\nAn airstrike killed 12 people in Khartoum on Friday, doctors said. The army carried out the attack, residents said.\n");
        File.WriteAllText(other, "KHARTOUM, 12 May 2023\n\nShelling in Khartoum killed at least 20 people on Friday, a medical union said. It blamed fighters of a militia for the attack.\n");
        (int exit, string output, string error) = Run("compare", one, other, "--gazetteer", "none");
        Assert.Equal("", error);
        Assert.Equal(0, exit);
        Assert.Contains("cause: DIFFERS", output);
        Assert.Contains("killed: DIFFERS", output);
        Assert.Contains("place: agrees", output);
        Assert.Contains("«Shelling»", output);
        Directory.Delete(folder, true);
    }

    internal static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        int exit;
        using (var terminal = new Terminal(Stream.Null, output, error, drawn: false, live: false, color: false)) exit = CommandLine.Run(args, terminal);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
