using System.Diagnostics;
using System.Text.Json;

namespace Sitrep.Tests.EndToEnd;

public sealed class SecondReaderTests
{
    private const string Key = "sk-very-secret";

    private const string Text = "Gunmen desecrated the shrine in Gao on Monday, the army said. Rebels killed 12 soldiers near Menaka on Sunday, the army said on Tuesday.";

    private const string Items = """
        {"items":[
          {"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine in Gao on Monday","word":"desecrated","stance":"affirms","source":"the army","actor":["Gunmen"],"place":"Gao","when":"on Monday"},
          {"kind":"event","type":"killing","quote":"Soldiers killed forty villagers","word":"killed","stance":"affirms"}
        ]}
        """;

    [Fact]
    public async Task A_second_reader_adds_claims_that_are_kept_and_told()
    {
        using var folder = new TemporaryFolder();
        using var site = new WebServer();
        File.WriteAllText(folder["a.json"], $$"""{"headline":"Shrine","articleBody":"{{Text}}","datePublished":"2024-05-15"}""");
        site["/v1/chat/completions"] = Completion(Items);
        string store = folder["s.db"];
        string[] reader = ["--reader", $"{site.Root}/v1", "--reader-model", "some-model"];

        Answer plain = await SitrepProcess.RunAsync(["report", folder["a.json"], "--format", "json"]);
        Answer read = await SitrepProcess.RunAsync(["report", folder["a.json"], "--format", "json", .. reader], WithKey);
        Assert.Equal(0, read.Exit);
        Assert.Contains("1 report read, 1 claim added, 1 item refused", read.Error, StringComparison.Ordinal);
        Assert.Contains("5005 ItemNotQuoted: 1", read.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, read.Error + read.Text, StringComparison.Ordinal);
        JsonElement claim = Assert.Single(Claims(read), claim => claim.TryGetProperty("reader", out _));
        Assert.Equal(("some-model", "the army"), (claim.GetProperty("reader").GetString(), claim.GetProperty("sourceWords").GetString()));
        Assert.Equal("Gunmen desecrated the shrine in Gao on Monday", claim.GetProperty("span").GetProperty("exact").GetString());
        Assert.Equal(Claims(plain).Select(one => one.GetRawText()), Claims(read).Where(one => !one.TryGetProperty("reader", out _)).Select(one => one.GetRawText()));
        JsonElement happened = read.Json.GetProperty("events").EnumerateArray().Single(one => one.GetProperty("id").GetString() == claim.GetProperty("about").GetString());
        Assert.Equal("2024-05-13", happened.GetProperty("when").GetProperty("start").GetString());

        // A store gives the same, later without the server and without being asked again.
        Assert.Equal((1, 0, 0), SitrepProcess.Counts(await SitrepProcess.RunAsync(["ingest", folder["a.json"], "--store", store, .. reader], WithKey)));
        site.TakeAnswers();
        Answer kept = await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json"]);
        Assert.Equal(read.Text, kept.Text);
        Assert.Equal(read.Text, (await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json", .. reader], WithKey)).Text);
        Assert.Empty(site.TakeAnswers());

        string id = claim.GetProperty("id").GetString()!;   // the schema says it is a string
        Answer why = await SitrepProcess.RunAsync(["show", "claim", id, "--why", "--store", store]);
        Assert.Contains("found by the second reader some-model", why.Text, StringComparison.Ordinal);
        Assert.Contains("Gao", why.Text, StringComparison.Ordinal);
        Assert.Contains("found by the second reader some-model", (await SitrepProcess.RunAsync(["report", "--store", store])).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, File.ReadAllText(store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_second_reader_fails_is_done_with_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        using var site = new WebServer();   // nothing is at the path: 404
        for (int i = 0; i < 3; i++) File.WriteAllText(folder[$"{i}.txt"], Text.Replace("12", $"1{i}", StringComparison.Ordinal));
        Answer plain = await SitrepProcess.RunAsync(["report", folder.Path]);
        Answer read = await SitrepProcess.RunAsync(["report", folder.Path, "--reader", $"{site.Root}/v1", "--reader-model", "some-model"], WithKey);
        Assert.Equal((0, plain.Text), (read.Exit, read.Text));
        Assert.Contains("not read by the second reader: the server answers 404", read.Error, StringComparison.Ordinal);
        Assert.Contains("0 reports read, 3 not read, 0 claims added", read.Error, StringComparison.Ordinal);
        Assert.Single(site.TakeAnswers());
    }

    private static void WithKey(ProcessStartInfo start) => start.Environment["SITREP_READER_KEY"] = Key;

    private static JsonElement[] Claims(Answer answer) => [.. answer.Json.GetProperty("claims").EnumerateArray()];

    private static string Completion(string content) =>
        $$"""{"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":"{{JsonEncodedText.Encode(content)}}"} }]}""";
}
