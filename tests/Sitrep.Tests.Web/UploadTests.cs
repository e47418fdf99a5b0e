using System.Net;
using System.Text.Json;

namespace Sitrep.Tests.Web;

public sealed class UploadTests
{
    private const string Story = "KHARTOUM, May 3, 2023 (Reuters) - Fighters captured the town of Rabak in Sudan on Tuesday, residents said. At least 20 people were killed in Rabak, a doctor said.";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pasted_report_is_read_and_found_and_told_live()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync();
        Assert.Contains("holds no report", await EmptyPageAsync(desk));
        using HttpResponseMessage live = await desk.Client.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal("text/event-stream", live.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await live.Content.ReadAsStreamAsync(Cancel));

        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(desk, ("text", Story), ("name", "rabak.txt"))).StatusCode);
        await UntilAsync(lines, "event: found");
        Assert.Contains("\"input\":\"rabak.txt\"", await lines.ReadLineAsync(Cancel));
        await UntilAsync(lines, "event: record");

        JsonElement reports = JsonDocument.Parse(await desk.Client.GetStringAsync("/api/v1/reports", Cancel)).RootElement;
        Assert.Equal("rabak.txt", Assert.Single(reports.GetProperty("items").EnumerateArray()).GetProperty("input").GetString());
        Assert.Contains("Rabak", await desk.Client.GetStringAsync("/search?q=rabak", Cancel));
        Assert.Contains("rabak.txt", await desk.Client.GetStringAsync("/upload", Cancel));

        // The same again is known.
        await SendAsync(desk, ("text", Story), ("name", "rabak.txt"));
        await UntilAsync(lines, "event: record");
        Assert.Equal(1, JsonDocument.Parse(await desk.Client.GetStringAsync("/api/v1/reports", Cancel)).RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_program_adds_reports_by_json()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync();
        string body = $$"""{"reports":[{"name":"rabak.txt","text":"{{Story}}"},{"text":"<p>KHARTOUM (Reuters) - Fighters left the town of Kosti on May 4, 2023, residents said.</p>"}]}""";
        using HttpResponseMessage sent = await desk.Client.PostAsync("/api/v1/reports", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        string[] inputs = [];
        for (int i = 0; i < 900 && inputs.Length < 2; i++)
        {
            await Task.Delay(100, Cancel);
            inputs = [.. JsonDocument.Parse(await desk.Client.GetStringAsync("/api/v1/reports", Cancel)).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("input").GetString()!)];
        }
        Assert.Contains("rabak.txt", inputs);
        Assert.Contains(inputs, input => input.StartsWith("pasted-", StringComparison.Ordinal) && input.EndsWith(".html", StringComparison.Ordinal));
        using HttpResponseMessage none = await desk.Client.PostAsync("/api/v1/reports", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        using HttpResponseMessage form = await desk.Client.PostAsync("/api/v1/reports", new FormUrlEncodedContent([]), Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
    }

    [Fact]
    public async Task Files_keep_their_names_and_lose_their_paths()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await desk.TokenAsync("/upload")), "__RequestVerificationToken" },
            { new StringContent(Story), "files", "../../etc/one.txt" },
            { new StringContent(Story.Replace("Rabak", "Kosti", StringComparison.Ordinal)), "files", "one.txt" },
            { new StringContent("\0\u0001\u0002 nothing"), "files", "broken.txt" },
        };
        using HttpResponseMessage sent = await desk.Client.PostAsync("/upload", form, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        string[] inputs = [];
        for (int i = 0; i < 900 && inputs.Length < 2; i++)
        {
            await Task.Delay(100, Cancel);
            inputs = [.. JsonDocument.Parse(await desk.Client.GetStringAsync("/api/v1/reports", Cancel)).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("input").GetString()!)];
        }
        Assert.Equal(["one-2.txt", "one.txt"], inputs.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("addresses", "ftp://example.org/x", "addresses")]
    [InlineData("addresses", "not an address", "addresses")]
    [InlineData("text", "   ", "expected")]
    public async Task What_cannot_be_read_is_said_at_once(string field, string value, string told)
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync();
        using HttpResponseMessage answer = await SendAsync(desk, (field, value));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Strangers_cannot_send_the_server_into_its_own_network()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync(keys: true);
        await desk.SignInAsync(desk.Keys["ana"]);
        using HttpResponseMessage answer = await SendAsync(desk, ("addresses", "http://169.254.169.254/latest/meta-data"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("private network", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task What_comes_into_a_watched_folder_is_read()
    {
        string inbox = Directory.CreateTempSubdirectory("sitrep-inbox").FullName;
        try
        {
            await using OpenDesk desk = await OpenDesk.OpenAsync(watched: [inbox]);
            await File.WriteAllTextAsync(Path.Combine(inbox, "came.txt"), Story, Cancel);
            int total = 0;
            for (int i = 0; i < 900 && total == 0; i++)
            {
                await Task.Delay(100, Cancel);
                total = JsonDocument.Parse(await desk.Client.GetStringAsync("/api/v1/reports", Cancel)).RootElement.GetProperty("total").GetInt32();
            }
            Assert.Equal(1, total);
        }
        finally
        {
            Directory.Delete(inbox, recursive: true);
        }
    }

    [Fact]
    public async Task Watching_takes_no_thread_from_those_that_answer()
    {
        string inbox = Directory.CreateTempSubdirectory("sitrep-inbox").FullName;
        try
        {
            // As many desks as the pool has threads: each watch on a thread of the pool would leave none to read and to answer with.
            ThreadPool.GetMinThreads(out int threads, out _);
            List<OpenDesk> desks = [];
            for (int i = 0; i <= threads; i++) desks.Add(await OpenDesk.OpenAsync(watched: [inbox]));
            long from = TimeProvider.System.GetTimestamp();
            foreach (OpenDesk desk in desks) (await desk.Client.GetAsync("/api/v1/reports", Cancel)).EnsureSuccessStatusCode();
            Assert.True(TimeProvider.System.GetElapsedTime(from) < TimeSpan.FromMinutes(3), "A desk that has nothing to read did not answer.");
            foreach (OpenDesk desk in desks) await desk.DisposeAsync();
        }
        finally
        {
            Directory.Delete(inbox, recursive: true);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(OpenDesk desk, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await desk.TokenAsync("/upload")), "__RequestVerificationToken" } };
        foreach ((string name, string value) in fields) form.Add(new StringContent(value), name);
        return await desk.Client.PostAsync("/upload", form, Cancel);
    }

    private static async Task<string> EmptyPageAsync(OpenDesk desk)
    {
        (await desk.Client.GetAsync("/api/record", Cancel)).EnsureSuccessStatusCode();
        return await desk.Client.GetStringAsync("/", Cancel);
    }

    private static async Task UntilAsync(StreamReader lines, string wanted)
    {
        while (await lines.ReadLineAsync(Cancel) is { } line) if (line == wanted) return;
        Assert.Fail($"The stream ended before {wanted}.");
    }
}
