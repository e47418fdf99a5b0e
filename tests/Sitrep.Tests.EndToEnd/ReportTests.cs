using System.Text.Json;

namespace Sitrep.Tests.EndToEnd;

public sealed class ReportTests
{
    [Fact]
    public async Task Every_story_is_read_whole()
    {
        Assert.NotEmpty(Checkout.Stories);
        foreach (string story in Checkout.Stories)
        {
            Answer answer = await SitrepProcess.RunAsync(["report", story, "--format", "json"]);
            Assert.True(answer.Exit == 0, $"{story}: exit {answer.Exit}: {answer.Error}");
            JsonElement record = answer.Json;
            Assert.Equal("sitrep-record/1", record.GetProperty("schema").GetString());
            Assert.True(record.GetProperty("reports").GetArrayLength() >= Directory.GetFiles(story).Length, story);
            Assert.True(record.GetProperty("events").GetArrayLength() > 0, story);
            Assert.True(record.GetProperty("claims").GetArrayLength() > 0, story);
        }
    }

    [Fact]
    public async Task The_first_command_of_the_README_does_what_it_says()
    {
        string command = File.ReadLines(Path.Combine(Checkout.Root, "README.md")).First(line => line.StartsWith("dotnet run", StringComparison.Ordinal));
        using var folder = new TemporaryFolder();
        string[] args = [.. command.Split(" -- ")[1].Split(' ').Select(arg => arg == "out" ? folder["out"] : arg)];
        Answer answer = await SitrepProcess.RunAsync(args);
        Assert.True(answer.Exit == 0, answer.Error);
        foreach (string file in (string[])["report.md", "report.html", "record.json"])
        {
            Assert.True(new FileInfo(Path.Combine(folder["out"], file)).Length > 100, file);
            Assert.Contains(file, answer.Text);
        }
    }

    [Fact]
    public async Task The_copies_that_the_README_shows_are_found()
    {
        string[] shown = [.. File.ReadLines(Path.Combine(Checkout.Root, "README.md")).SkipWhile(line => line != "```text").Skip(1).TakeWhile(line => line != "```")];
        Assert.True(shown.Length >= 3, $"Only {shown.Length} lines of example in the README.");
        string sources = (await SitrepProcess.RunAsync(["sources", Checkout.FirstStory])).Text;
        Assert.All(shown, line => Assert.Contains(line, sources));
    }

    [Fact]
    public async Task Standard_input_is_read()
    {
        byte[] story = await File.ReadAllBytesAsync(Directory.GetFiles(Checkout.FirstStory, "*.txt").Order(StringComparer.Ordinal).First(), TestContext.Current.CancellationToken);
        Answer answer = await SitrepProcess.RunAsync(["report", "-", "--format", "json"], input: story);
        Assert.True(answer.Exit == 0, answer.Error);
        Assert.Equal(1, answer.Json.GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public async Task As_of_a_day_knows_only_what_was_published_by_then()
    {
        JsonElement all = (await SitrepProcess.RunAsync(["report", Checkout.FirstStory, "--format", "json"])).Json;
        string first = all.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("published").GetString()).OfType<string>().Order(StringComparer.Ordinal).First();
        JsonElement then = (await SitrepProcess.RunAsync(["report", Checkout.FirstStory, "--format", "json", "--as-of", first])).Json;
        Assert.Equal(first, then.GetProperty("asOf").GetString());
        Assert.All(then.GetProperty("reports").EnumerateArray(), report => Assert.Equal(first, report.GetProperty("published").GetString()));
        Assert.InRange(then.GetProperty("claims").GetArrayLength(), 1, all.GetProperty("claims").GetArrayLength() - 1);
    }

    [Fact]
    public async Task Something_set_aside_is_named_and_answers_1()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Directory.GetFiles(Checkout.FirstStory, "*.txt").Order(StringComparer.Ordinal).First(), folder["good.txt"]);
        await File.WriteAllTextAsync(folder["empty.txt"], "", TestContext.Current.CancellationToken);
        Answer answer = await SitrepProcess.RunAsync(["report", folder.Path]);
        Assert.Equal(1, answer.Exit);
        Assert.Contains("1002 Empty", answer.Error);
        Assert.Contains("empty.txt", answer.Error);
    }

    [Fact]
    public async Task Nothing_at_the_path_answers_2_in_one_line()
    {
        Answer answer = await SitrepProcess.RunAsync(["report", "no-such-folder"]);
        Assert.Equal(2, answer.Exit);
        Assert.Empty(answer.Output);
        Assert.Contains("no-such-folder", answer.Error);
        Assert.DoesNotContain("   at ", answer.Error);
    }

    [Fact]
    public async Task A_missing_word_list_folder_is_one_line_and_exit_code_2()
    {
        Answer answer = await SitrepProcess.RunAsync(["report", Checkout.FirstStory], start => start.Environment["SITREP_DATA"] = "no-such-data");
        Assert.Equal(2, answer.Exit);
        Assert.Contains("no-such-data", answer.Error);
        Assert.Single(answer.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Doctor_finds_this_build_well()
    {
        Answer answer = await SitrepProcess.RunAsync(["doctor"]);
        Assert.True(answer.Exit == 0, answer.Text);
        Assert.DoesNotContain("problem", answer.Text);
    }

    [Fact]
    public async Task Show_and_sources_open_what_the_report_names()
    {
        JsonElement record = (await SitrepProcess.RunAsync(["report", Checkout.FirstStory, "--format", "json"])).Json;
        foreach ((string kind, string key) in (IEnumerable<(string, string)>)[("event", "events"), ("claim", "claims"), ("place", "places"), ("actor", "actors"), ("report", "reports")])
        {
            string id = record.GetProperty(key)[0].GetProperty("id").GetString()!;   // ids are strings by the contract
            Answer page = await SitrepProcess.RunAsync(["show", kind, id, Checkout.FirstStory]);
            Assert.True(page.Exit == 0, page.Error);
            Assert.Contains(id, page.Text);
        }
        Answer sources = await SitrepProcess.RunAsync(["sources", Checkout.FirstStory]);
        Assert.All(record.GetProperty("dispatches").EnumerateArray(), dispatch => Assert.Contains(dispatch.GetProperty("id").GetString()!, sources.Text));
    }
}
