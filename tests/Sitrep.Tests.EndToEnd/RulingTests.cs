using System.Text.Json;

namespace Sitrep.Tests.EndToEnd;

public sealed class RulingTests
{
    [Fact]
    public async Task A_ruling_survives_the_next_report_is_shown_everywhere_and_can_be_undone()
    {
        string folder = Directory.CreateTempSubdirectory("sitrep-ruling").FullName;
        try
        {
            string store = Path.Combine(folder, "crisis.db");
            string[] files = [.. Directory.GetFiles(Checkout.FirstStory).Order(StringComparer.Ordinal)];
            Assert.Equal(0, (await SitrepProcess.RunAsync(["ingest", .. files[..^1], "--store", store])).Exit);
            JsonElement target = (await Record(store)).GetProperty("events").EnumerateArray().First(happening => happening.GetProperty("type").GetString() == "capture");
            string id = target.GetProperty("id").GetString()!;   // a string by the contract

            Answer ruled = await SitrepProcess.RunAsync(["rule", "reject", id, "--store", store, "--author", "ana", "--reason", "told of another town"]);
            Assert.Equal(0, ruled.Exit);
            Assert.Contains("-> rejected", ruled.Text);
            Assert.Equal(0, (await SitrepProcess.RunAsync(["ingest", files[^1], "--store", store])).Exit);
            JsonElement record = await Record(store);
            JsonElement ruling = Assert.Single(record.GetProperty("rulings").EnumerateArray());
            string on = ruling.GetProperty("on").GetString()!;   // found again, whatever its id is now
            Assert.True(record.GetProperty("events").EnumerateArray().Single(happening => happening.GetProperty("id").GetString() == on).GetProperty("rejected").GetBoolean());
            foreach (string[] view in (string[][])[["report"], ["report", "--format", "html"], ["show", "event", on]]) Assert.Contains("told of another town", (await SitrepProcess.RunAsync([.. view, "--store", store])).Text);
            Assert.DoesNotContain("\"rejected\"", (await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json", "--without-rulings"])).Text);

            Assert.Equal(0, (await SitrepProcess.RunAsync(["rule", "undo", "1", "--store", store, "--author", "ben", "--reason", "it was that town"])).Exit);
            string trail = (await SitrepProcess.RunAsync(["rulings", "--store", store])).Text;
            Assert.Contains("undone by ruling 2", trail);
            Assert.Contains("2 rulings", trail);
            // What was undone leaves no trace but in the trail.
            JsonElement without = (await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json", "--without-rulings"])).Json;
            foreach (string list in (string[])["events", "figures", "claims", "control", "persons"]) Assert.Equal(without.GetProperty(list).GetRawText(), (await Record(store)).GetProperty(list).GetRawText());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("rule", "reject", "e0000000000", "--author", "a", "--reason", "b")]
    [InlineData("rule", "reject", "e0000000000", "--author", "a")]
    [InlineData("rulings")]
    public async Task A_ruling_on_nothing_is_one_line_and_exit_code_2(params string[] args)
    {
        Answer answer = await SitrepProcess.RunAsync([.. args, "--store", "no-such-file.db"]);
        Assert.Equal(2, answer.Exit);
        Assert.Single(answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_changed_is_told_with_words_and_the_exports_name_what_they_leave_out()
    {
        Answer diff = await SitrepProcess.RunAsync(["diff", "2017-11-09", "2017-11-10", Checkout.FirstStory]);
        Assert.Equal(0, diff.Exit);
        Assert.Contains("NEW", diff.Text);
        Assert.Contains("“", diff.Text);
        Assert.Equal("sitrep-changes/1", (await SitrepProcess.RunAsync(["diff", "2017-11-09", "2017-11-10", Checkout.FirstStory, "--format", "json"])).Json.GetProperty("schema").GetString());
        Answer wrong = await SitrepProcess.RunAsync(["diff", "2017-11-10", "2017-11-09", Checkout.FirstStory]);
        Assert.Equal((2, true), (wrong.Exit, wrong.Error.Contains("earlier day first", StringComparison.Ordinal)));
        Answer export = await SitrepProcess.RunAsync(["export", "--format", "acled-csv", Checkout.FirstStory]);
        Assert.Equal(0, export.Exit);
        Assert.StartsWith("event_id_cnty,event_date,", export.Text);
        Assert.Contains("left out: ", export.Error);
    }

    private static async Task<JsonElement> Record(string store) => (await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json"])).Json;
}
