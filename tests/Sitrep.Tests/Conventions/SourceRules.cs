namespace Sitrep.Tests.Conventions;

/// <summary>Rules of the house that a reader of the code can rely on.</summary>
public sealed class SourceRules
{
    /// <summary>Lines of one file; longer ones tell more than one story.</summary>
    private const int LinesMax = 500;

    private static readonly string[] Stages = ["Ingest", "Clean", "Dedupe", "Parse", "Extract", "Resolve", "Corroborate", "Publish"];
    private static readonly string[] Drawers = ["Manager", "Helper", "Helpers", "Util", "Utils"];
    private static readonly string[] Declarations = ["class ", "record ", "struct ", "interface ", "enum "];

    private static readonly string[] Code = [.. Sources.Files("*.cs")];

    [Fact]
    public void The_rules_see_the_code() => Assert.True(Code.Length > 60, $"Only {Code.Length} files found; the path is wrong.");

    [Fact]
    public void Namespaces_follow_folders_without_the_stage_number()
    {
        int seen = 0;
        foreach (string path in Code.Where(path => path.StartsWith("src/", StringComparison.Ordinal)))
        {
            string text = Sources.Read(path);
            if (!text.Contains("namespace ", StringComparison.Ordinal) && (Path.GetFileName(path) == "Program.cs" || text.Contains("[assembly: ", StringComparison.Ordinal))) continue;
            string folder = Path.GetDirectoryName(path)!["src/".Length..];   // every path here has a folder below src
            string expected = string.Join('.', folder.Split('/', '\\').Select(part => part.Length > 2 && char.IsAsciiDigit(part[0]) && part[1] == '-' ? part[2..] : part));
            Assert.True(text.Contains($"namespace {expected};", StringComparison.Ordinal), $"{path}: expected namespace {expected}");
            seen++;
        }
        Assert.True(seen > 40, $"Only {seen} files looked at.");
    }

    [Fact]
    public void No_type_is_a_drawer()
    {
        foreach (string path in Code)
        {
            foreach (string line in Sources.Read(path).Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith('/') && !line.StartsWith('"')))
            {
                foreach (string name in TypeNames(line)) Assert.False(Drawers.Any(drawer => name.EndsWith(drawer, StringComparison.Ordinal)), $"{path}: {name} says nothing; name it for what it does.");
            }
        }
    }

    [Fact]
    public void No_file_is_longer_than_a_reader()
    {
        foreach (string path in Code)
        {
            int lines = File.ReadLines(Path.Combine(Repository.Root, path)).Count();
            Assert.True(lines <= LinesMax, $"{path} has {lines} lines; split it by concern.");
        }
    }

    [Fact]
    public void Stages_use_only_stages_before_them()
    {
        int seen = 0;
        for (int stage = 0; stage < Stages.Length; stage++)
        {
            string folder = $"src/Sitrep.Pipeline/{stage + 1}-{Stages[stage]}/";
            foreach (string path in Code.Where(path => path.StartsWith(folder, StringComparison.Ordinal)))
            {
                string text = Sources.Read(path);
                foreach (string later in Stages.Skip(stage + 1)) Assert.False(text.Contains($"Sitrep.Pipeline.{later}", StringComparison.Ordinal), $"{path} uses {later}, a later stage.");
                seen++;
            }
        }
        Assert.True(seen > 8, $"Only {seen} files looked at.");
    }

    [Fact]
    public void Libraries_never_print()
    {
        string[] libraries = [.. Code.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && !path.StartsWith("src/Sitrep.Cli/", StringComparison.Ordinal))];
        Assert.True(libraries.Length > 20);
        Assert.All(libraries, path => Assert.DoesNotContain("Console.", Sources.Read(path)));
    }

    [Fact]
    public void Patterns_are_bounded_in_time()
    {
        foreach (string path in Code.Where(path => path.StartsWith("src/", StringComparison.Ordinal)))
        {
            string text = Sources.Read(path);
            for (int at = text.IndexOf("[GeneratedRegex(", StringComparison.Ordinal); at >= 0; at = text.IndexOf("[GeneratedRegex(", at + 1, StringComparison.Ordinal))
            {
                int partial = text.IndexOf("partial", at, StringComparison.Ordinal);
                Assert.True(partial > 0 && text[at..partial].Contains("matchTimeoutMilliseconds", StringComparison.Ordinal), $"{path}: a pattern without a time limit.");
            }
        }
    }

    private static IEnumerable<string> TypeNames(string line)
    {
        foreach (string declaration in Declarations)
        {
            int at = line.IndexOf(declaration, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && line[at - 1] != ' ')) continue;
            string rest = line[(at + declaration.Length)..];
            yield return string.Concat(rest.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        }
    }
}
