using System.Net;
using System.Net.Http.Headers;
using Sitrep.Store;
using Sitrep.Web.Safety;
using Sitrep.Web.Serving;

namespace Sitrep.Tests.Web;

public sealed class SafetyTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_key_nobody_comes_in()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync(keys: true);
        using HttpResponseMessage page = await desk.Client.GetAsync("/places?as_of=2020-01-01", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("/sign-in?next=%2Fplaces%3Fas_of%3D2020-01-01", page.Headers.Location!.OriginalString);
        foreach (string path in (string[])["/api/record", "/api/v1/openapi.json", "/live"])
        {
            using HttpResponseMessage answer = await desk.Client.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        }
        using HttpResponseMessage style = await desk.Client.GetAsync("/assets/desk.css", Cancel);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    [Fact]
    public async Task A_key_lets_a_program_in_and_a_wrong_one_does_not()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync(keys: true);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(desk, HttpMethod.Get, "/api/record", desk.Keys["rosa"]));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(desk, HttpMethod.Get, "/api/record", desk.Keys["rosa"] + "x"));
        Assert.DoesNotContain(desk.Keys["rosa"], File.ReadAllText(desk.KeyPath!));
        using RecordStore store = RecordStore.Open(Path.Combine(desk.Folder, "desk.db"));
        Assert.Contains(store.LoadAudit(10), entry => entry.Act == "refused");
    }

    [Fact]
    public async Task A_reader_looks_and_an_analyst_adds()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync(keys: true);
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(desk, HttpMethod.Post, "/upload", desk.Keys["rosa"], Report()));
        Assert.Equal(HttpStatusCode.SeeOther, await AskAsync(desk, HttpMethod.Post, "/upload", desk.Keys["ana"], Report()));
        using RecordStore store = RecordStore.Open(Path.Combine(desk.Folder, "desk.db"));
        Assert.Contains(store.LoadAudit(10), entry => entry is { Author: "ana", Act: "upload" });
        Assert.Contains(store.LoadAudit(10), entry => entry is { Author: "rosa", Act: "refused" });
    }

    [Fact]
    public async Task Signing_in_opens_the_pages_and_signing_out_closes_them()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync(keys: true);
        using HttpResponseMessage wrong = await desk.SignInAsync("sitrep_wrong");
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        using HttpResponseMessage right = await desk.SignInAsync(desk.Keys["ana"]);
        Assert.Equal("/upload", right.Headers.Location!.OriginalString);
        Assert.Contains("httponly", right.Headers.GetValues("Set-Cookie").First(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", right.Headers.GetValues("Set-Cookie").First(), StringComparison.OrdinalIgnoreCase);
        string token = await desk.TokenAsync("/upload");
        using HttpResponseMessage out_ = await desk.Client.PostAsync("/sign-out", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }), Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, out_.StatusCode);
        using HttpResponseMessage after = await desk.Client.GetAsync("/upload", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_leads_nowhere_else(string next)
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync(keys: true);
        Assert.Contains("name=\"next\" value=\"/\"", await desk.Client.GetStringAsync($"/sign-in?next={Uri.EscapeDataString(next)}", Cancel));
    }

    [Fact]
    public async Task Another_site_and_a_form_of_nobody_are_refused()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = Report() };
        foreign.Headers.Add("Origin", "https://evil.example");
        using HttpResponseMessage refused = await desk.Client.SendAsync(foreign, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using HttpResponseMessage forged = await desk.Client.PostAsync("/upload", Report(), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.SeeOther)]
    [InlineData("Origin", "self", HttpStatusCode.SeeOther)]
    public async Task Where_a_form_comes_from_decides(string header, string value, HttpStatusCode expected)
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync();
        using MultipartFormDataContent form = Report();
        form.Add(new StringContent(await desk.TokenAsync("/upload")), "__RequestVerificationToken");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = form };
        request.Headers.Add(header, value == "self" ? desk.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) : value);
        using HttpResponseMessage answer = await desk.Client.SendAsync(request, Cancel);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_browser_is_refused_with_a_page()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync(keys: true);
        await desk.SignInAsync(desk.Keys["rosa"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = Report() };
        request.Headers.Accept.ParseAdd("text/html");
        using HttpResponseMessage answer = await desk.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("<h1>Only analysts change the record</h1>", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_desk_of_one_machine_answers_to_its_own_names_only()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync();
        using var led = new HttpRequestMessage(HttpMethod.Get, "/api/record");
        led.Headers.Host = "evil.example";
        using HttpResponseMessage answer = await desk.Client.SendAsync(led, Cancel);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_desk_that_others_can_reach_does_not_open_without_keys()
    {
        var options = new DeskOptions(Path.Combine(Path.GetTempPath(), "never.db")) { Host = IPAddress.Any };
        await Assert.ThrowsAsync<ArgumentException>(() => Desk.OpenAsync(options, () => DeskFixture.Pipeline.Value, TimeProvider.System, CancellationToken.None));
    }

    [Fact]
    public async Task Keys_cannot_be_tried_for_long()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync(keys: true);
        HttpStatusCode last = HttpStatusCode.OK;
        for (int i = 0; i < 12; i++)
        {
            using HttpResponseMessage answer = await desk.SignInAsync($"sitrep_{i}");
            last = answer.StatusCode;
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public void A_key_file_says_what_is_wrong_with_it()
    {
        string path = Path.GetTempFileName();
        try
        {
            Assert.Contains("no key", Assert.Throws<InvalidDataException>(() => KeyFile.Load(path)).Message);
            KeyFile.Add(path, "ana", Role.Analyst);
            Assert.Contains("already", Assert.Throws<InvalidDataException>(() => KeyFile.Add(path, "ana", Role.Reader)).Message);
            File.AppendAllText(path, "boss\tbo\tbeef\n");
            Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => KeyFile.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static MultipartFormDataContent Report() => new() { { new StringContent("KHARTOUM, May 3, 2023 (Reuters) - Fighters shelled the city of Omdurman on Tuesday, residents said."), "text" } };

    private static async Task<HttpStatusCode> AskAsync(OpenDesk desk, HttpMethod method, string path, string key, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using HttpResponseMessage answer = await desk.Client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
