using System.Text.Json;

namespace Sitrep.Tests.EndToEnd;

public sealed class WebTests
{
    [Fact]
    public async Task A_page_whose_text_changed_is_kept_in_both_versions_and_linked()
    {
        using var folder = new TemporaryFolder();
        using var site = new WebServer();
        string store = folder["s.db"], address = $"{site.Root}/2021/05/03/flood";
        site["/2021/05/03/flood"] = Page("Nine people died", "<script>7</script>");
        Answer first = await SitrepProcess.RunAsync(["ingest", address, "--store", store]);
        Assert.Equal((1, 0, 0), SitrepProcess.Counts(first));
        Answer again = await SitrepProcess.RunAsync(["ingest", address, "--store", store]);
        Assert.Equal((0, 1, 0), SitrepProcess.Counts(again));
        Assert.Equal(["/2021/05/03/flood 200", "/2021/05/03/flood 304"], site.TakeAnswers());

        site["/2021/05/03/flood"] = Page("Nine people died", "<script>8</script>");   // another advertisement, the same report
        Assert.Equal((0, 1, 0), SitrepProcess.Counts(await SitrepProcess.RunAsync(["ingest", address, "--store", store])));
        site["/2021/05/03/flood"] = Page("Eleven people died", "<script>9</script>");
        Assert.Equal((1, 0, 0), SitrepProcess.Counts(await SitrepProcess.RunAsync(["ingest", address, "--store", store])));

        JsonElement record = (await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json"])).Json;
        Assert.Equal([address, address], record.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("input").GetString()));
        JsonElement link = Assert.Single(Assert.Single(record.GetProperty("dispatches").EnumerateArray()).GetProperty("links").EnumerateArray());
        Assert.Equal("update", link.GetProperty("relation").GetString());
    }

    [Fact]
    public async Task A_feed_is_followed_once_and_nothing_is_fetched_twice()
    {
        using var folder = new TemporaryFolder();
        using var site = new WebServer();
        string store = folder["s.db"];
        site["/feed"] = "<rss><channel><title>Coast Gazette</title><item><title>Flood</title><link>/1</link><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate></item></channel></rss>";
        site["/1"] = Page("Nine people died", "");
        Assert.Equal((1, 0, 0), SitrepProcess.Counts(await SitrepProcess.RunAsync(["ingest", $"{site.Root}/feed", "--follow", "--store", store])));
        Assert.Equal(["/feed 200", "/1 200"], site.TakeAnswers());
        site["/feed"] = "<rss><channel><title>Coast Gazette</title><item><title>More</title><link>/2</link></item><item><title>Flood</title><link>/1</link></item></channel></rss>";
        site["/2"] = Page("Ten people died in the north", "");
        Assert.Equal((1, 1, 0), SitrepProcess.Counts(await SitrepProcess.RunAsync(["ingest", $"{site.Root}/feed", "--follow", "--store", store])));
        Assert.Equal(["/feed 200", "/2 200"], site.TakeAnswers());
        Assert.Equal((0, 1, 0), SitrepProcess.Counts(await SitrepProcess.RunAsync(["ingest", $"{site.Root}/feed", "--follow", "--store", store])));
        Assert.Equal(["/feed 304"], site.TakeAnswers());
    }

    private static string Page(string lead, string other) =>
        $"<html><head><title>Flood</title></head><body>{other}<article><h1>Flood in the valley</h1><p>{lead} when the river rose over the weir at Kassala, the civil defence said on Monday.</p><p>More rain is expected this week, a spokesman said, and people were told to leave the banks.</p></article></body></html>";
}
