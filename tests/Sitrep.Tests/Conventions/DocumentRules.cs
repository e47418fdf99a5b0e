using System.CommandLine;
using Sitrep.Cli;
using Sitrep.Model.Reports;

namespace Sitrep.Tests.Conventions;

/// <summary>What the documents say exists, and what exists is in the documents.</summary>
public sealed class DocumentRules
{
    [Fact]
    public void Every_reason_code_is_documented()
    {
        string page = Sources.Read("docs/codes.md");
        ReasonCode[] codes = Enum.GetValues<ReasonCode>();
        Assert.True(codes.Length > 5);
        Assert.All(codes, code => Assert.Contains($"| {(int)code} | `{code}` |", page));
    }

    [Fact]
    public void Every_command_and_option_is_documented()
    {
        string page = Sources.Read("docs/cli.md");
        using var terminal = new Terminal(Stream.Null, Stream.Null, TextWriter.Null, drawn: false, live: false, color: false);
        RootCommand root = CommandLine.Build(terminal);
        Assert.True(root.Subcommands.Count >= 5);
        foreach (Command command in root.Subcommands)
        {
            int start = page.IndexOf($"## sitrep {command.Name}", StringComparison.Ordinal);
            Assert.True(start >= 0, $"docs/cli.md has no section for {command.Name}.");
            int end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
            string section = end < 0 ? page[start..] : page[start..end];
            Assert.All(command.Options.Where(option => !option.Hidden), option => Assert.Contains($"`{option.Name}", section));
            Assert.All(command.Arguments, argument => Assert.Contains(argument.Name, section));
        }
    }

    [Fact]
    public void Commands_in_the_documents_exist()
    {
        using var terminal = new Terminal(Stream.Null, Stream.Null, TextWriter.Null, drawn: false, live: false, color: false);
        HashSet<string> known = [.. CommandLine.Build(terminal).Subcommands.Select(command => command.Name)];
        int seen = 0;
        foreach (string line in Fenced("README.md").Concat(Fenced("docs/cli.md")))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int at = Array.IndexOf(words, "sitrep");
            if (at < 0) at = line.Contains("src/Sitrep.Cli", StringComparison.Ordinal) ? Array.IndexOf(words, "--") : -1;
            if (at < 0 || at + 1 >= words.Length || words[at + 1].StartsWith('-')) continue;
            Assert.True(known.Contains(words[at + 1]), $"'{line}' names no command of sitrep.");
            seen++;
        }
        Assert.True(seen >= 5, $"Only {seen} command lines found.");
    }

    [Fact]
    public void Paths_in_the_documents_exist()
    {
        int seen = 0;
        foreach (string page in (string[])["README.md", "ARCHITECTURE.md"])
        {
            foreach (string path in Quoted(Sources.Read(page)).Where(LooksLikePath))
            {
                string full = Path.Combine(Repository.Root, path.TrimEnd('/'));
                Assert.True(File.Exists(full) || Directory.Exists(full), $"{page} names {path}, which is not there.");
                seen++;
            }
        }
        Assert.True(seen > 10, $"Only {seen} paths found.");
    }

    [Fact]
    public void Every_data_file_has_its_origin_written_down()
    {
        string data = Path.Combine(Repository.Root, "data");
        string[] files = [.. Directory.GetFiles(data, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(data, path).Replace('\\', '/')).Where(path => !path.EndsWith(".md", StringComparison.Ordinal))];
        Assert.SkipUnless(files.Length > 0, "No word lists yet.");
        string provenance = Sources.Read("data/PROVENANCE.md");
        Assert.All(files, file => Assert.Contains(file, provenance));
    }

    [Fact]
    public void Invariants_name_tests_that_exist()
    {
        string code = string.Concat(Sources.Files("*.cs").Where(path => path.StartsWith("tests/", StringComparison.Ordinal)).Select(Sources.Read));
        string[] tests = [.. Quoted(Sources.Read("ARCHITECTURE.md")).Where(LooksLikeTest)];
        Assert.True(tests.Length >= 5, $"Only {tests.Length} test names found.");
        Assert.All(tests, test => Assert.Contains($" {test}(", code));
    }

    private static bool LooksLikeTest(string word) =>
        word.Contains('_', StringComparison.Ordinal) && char.IsAsciiLetterUpper(word[0]) && word.Any(char.IsAsciiLetterLower) && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool LooksLikePath(string word) =>
        word.Contains('/', StringComparison.Ordinal) && !word.Contains(' ', StringComparison.Ordinal) && !word.StartsWith('/') && !word.StartsWith("..", StringComparison.Ordinal)
        && !word.Contains("://", StringComparison.Ordinal) && !word.Any("*<>{}|".Contains) && !word.Contains("/bin/", StringComparison.Ordinal)   // what a build leaves is not in the checkout
        && (word.Split('/')[0] is "src" or "tests" or "eval" or "bench" or "data" or "models" or "tools" or "docs" or "samples" or ".ci");

    private static IEnumerable<string> Quoted(string page)
    {
        foreach (string line in page.Split('\n'))
        {
            string[] parts = line.Split('`');
            for (int i = 1; i < parts.Length; i += 2) yield return parts[i];
        }
        for (int at = page.IndexOf("](", StringComparison.Ordinal); at >= 0; at = page.IndexOf("](", at + 1, StringComparison.Ordinal))
        {
            int end = page.IndexOf(')', at);
            if (end > 0) yield return page[(at + 2)..end].Split('#')[0];
        }
    }

    private static IEnumerable<string> Fenced(string page)
    {
        bool inside = false;
        foreach (string line in Sources.Read(page).Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = !inside;
            else if (inside) yield return line.Split(" #")[0].Trim();
        }
    }
}
