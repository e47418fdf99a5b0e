using System.Xml.Linq;

namespace Sitrep.Tests.Conventions;

/// <summary>A project may reference only what stands left of it, and only the packages it fences off.</summary>
public sealed class ProjectRules
{
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new(StringComparer.Ordinal)
    {
        ["Sitrep.Model"] = ([], []),
        ["Sitrep.Language"] = (["Sitrep.Model"], ["System.Numerics.Tensors"]),
        ["Sitrep.Pipeline"] = (["Sitrep.Model", "Sitrep.Language"], ["AngleSharp"]),
        ["Sitrep.Store"] = (["Sitrep.Model", "Sitrep.Pipeline"], ["CsvHelper", "Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.core", "SQLitePCLRaw.provider.e_sqlite3"]),
        ["Sitrep.Web"] = (["Sitrep.Model", "Sitrep.Pipeline", "Sitrep.Store"], []),
        ["Sitrep.Cli"] = (["Sitrep.Model", "Sitrep.Language", "Sitrep.Pipeline", "Sitrep.Store", "Sitrep.Web", "Sitrep.ScaleOut"], ["System.CommandLine", "Spectre.Console"]),
    };

    [Fact]
    public void References_point_left_and_packages_stay_behind_their_fence()
    {
        foreach ((string name, (string[] projects, string[] packages)) in Allowed)
        {
            XDocument project = XDocument.Load(Path.Combine(Repository.Root, "src", name, $"{name}.csproj"));
            Assert.All(Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)), reference => Assert.Contains(reference, projects));
            Assert.All(Includes(project, "PackageReference"), package => Assert.Contains(package, packages));
        }
        Assert.True(Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Length >= Allowed.Count);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "Sitrep.slnx"));
        string[] projects = [.. Sources.Files("*.csproj")];
        Assert.True(projects.Length >= 10, $"Only {projects.Length} projects found; the path is wrong.");
        Assert.All(projects, path => Assert.Contains(path, solution));
    }

    private static IEnumerable<string> Includes(XDocument project, string item) =>
        project.Descendants(item).Select(element => element.Attribute("Include")?.Value.Replace('\\', '/')).OfType<string>();
}
