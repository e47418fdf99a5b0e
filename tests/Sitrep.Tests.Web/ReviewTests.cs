using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sitrep.Tests.Web;

public sealed class ReviewTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rejected_event_leaves_the_counts_stays_in_sight_and_comes_back()
    {
        await using OpenDesk desk = await StoryAsync();
        (string id, int before) = await FirstAsync(desk);

        using HttpResponseMessage without = await RuleAsync(desk, ("verb", "reject"), ("target", id));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Contains("a reason is needed", await without.Content.ReadAsStringAsync(Cancel));

        using HttpResponseMessage ruled = await RuleAsync(desk, ("verb", "reject"), ("target", id), ("reason", "names the wrong town"));
        Assert.Equal(HttpStatusCode.SeeOther, ruled.StatusCode);
        Assert.Equal(before - 1, (await FirstAsync(desk)).Count);
        Assert.Contains("rejected by an analyst", await desk.Client.GetStringAsync($"/events/{id}", Cancel));
        string trail = await desk.Client.GetStringAsync("/review", Cancel);
        Assert.Contains("names the wrong town", trail);
        Assert.Contains("<strong><bdi>local</bdi></strong> rejected", trail);

        using HttpResponseMessage undone = await RuleAsync(desk, ("verb", "undo"), ("target", "1"), ("reason", "was the right one"));
        Assert.Equal("/review#ruling-2", undone.Headers.Location!.OriginalString);
        Assert.Equal(before, (await FirstAsync(desk)).Count);
        Assert.Contains("undone by ruling 2", await desk.Client.GetStringAsync("/review", Cancel));
    }

    [Fact]
    public async Task Every_case_of_the_queue_can_be_ruled_on()
    {
        await using OpenDesk desk = await StoryAsync();
        string page = await desk.Client.GetStringAsync("/review", Cancel);
        string[] cases = page.Split("<li class=\"case\"")[1..];
        Assert.NotEmpty(cases);
        foreach (string one in cases)
        {
            Assert.Contains("name=\"reason\" required", one);
            Assert.Matches("name=\"verb\" value=\"(merge|accept|split|comment)\"", one);
        }
        Match merge = Regex.Match(page, "data-kind=\"merge\".*?name=\"target\" value=\"(e[0-9a-f]+)\"><input type=\"hidden\" name=\"more\" value=\"(e[0-9a-f]+)\"", RegexOptions.Singleline);
        if (!merge.Success) return;
        using HttpResponseMessage merged = await RuleAsync(desk, ("verb", "merge"), ("target", merge.Groups[1].Value), ("more", merge.Groups[2].Value), ("reason", "one, told twice"));
        Assert.Equal(HttpStatusCode.SeeOther, merged.StatusCode);
        Assert.DoesNotContain($"name=\"target\" value=\"{merge.Groups[1].Value}\"><input type=\"hidden\" name=\"more\"", await desk.Client.GetStringAsync("/review", Cancel));
    }

    [Fact]
    public async Task An_unplaced_place_is_put_on_the_map_by_its_entry_or_a_spot_and_taken_off_again()
    {
        string folder = Directory.CreateTempSubdirectory("sitrep-placing").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "wire.txt"), "KHARTOUM, May 3, 2023 (Reuters) - Fighters captured the town of Zelmabad on Tuesday, residents said.", Cancel);
            await using OpenDesk desk = await OpenDesk.OpenAsync(inputs: [folder]);
            JsonElement place = await PlaceAsync(desk);
            Assert.Equal(JsonValueKind.Null, place.GetProperty("lat").ValueKind);
            string id = place.GetProperty("id").GetString()!;

            Match way = Regex.Match(await desk.Client.GetStringAsync("/review", Cancel), "href=\"(/review/place[^\"]*)\"");
            Assert.True(way.Success, "The queue does not lead to placing it.");
            Assert.Contains("Fighters captured the town of Zelmabad", await desk.Client.GetStringAsync(WebUtility.HtmlDecode(way.Groups[1].Value), Cancel));
            string choice = await desk.Client.GetStringAsync($"/review/place?target={id}&name=Rabak", Cancel);
            string entry = WebUtility.HtmlDecode(Regex.Match(choice, "type=\"radio\" name=\"value\" value=\"(geo:[^\"]+)\"").Groups[1].Value);
            Assert.Contains("name=Rabak", entry);

            using HttpResponseMessage ruled = await RuleAsync(desk, ("verb", "place"), ("target", id), ("value", entry), ("reason", "is called so there"));
            Assert.Equal(HttpStatusCode.SeeOther, ruled.StatusCode);
            Assert.InRange((await PlaceAsync(desk)).GetProperty("lat").GetDouble(), 13, 14);
            Assert.Contains("is called so there", await desk.Client.GetStringAsync($"/places/{id}", Cancel));
            Assert.DoesNotContain("data-kind=\"place\"", await desk.Client.GetStringAsync("/review", Cancel));
            Assert.Contains("Zelmabad", await desk.Client.GetStringAsync("/api/v1/exports/geojson", Cancel));

            using HttpResponseMessage spot = await RuleAsync(desk, ("verb", "place"), ("target", id), ("value", ""), ("spot", "12.5, 30.25"), ("radius", "30"), ("reason", "on the map of the 9th"));
            Assert.Equal(HttpStatusCode.SeeOther, spot.StatusCode);
            Assert.Equal((12.5, "area"), ((await PlaceAsync(desk)).GetProperty("lat").GetDouble(), (await PlaceAsync(desk)).GetProperty("precision").GetString()));
            using HttpResponseMessage nowhere = await RuleAsync(desk, ("verb", "place"), ("target", id), ("spot", "north of the river"), ("reason", "x"));
            Assert.Equal(HttpStatusCode.BadRequest, nowhere.StatusCode);
            Assert.Contains("expected LATITUDE,LONGITUDE", await nowhere.Content.ReadAsStringAsync(Cancel));

            foreach (string number in (string[])["2", "1"]) (await RuleAsync(desk, ("verb", "undo"), ("target", number), ("reason", "was wrong"))).Dispose();
            Assert.Equal(place.GetProperty("lat").GetRawText(), (await PlaceAsync(desk)).GetProperty("lat").GetRawText());

            JsonElement found = JsonDocument.Parse(await desk.Client.GetStringAsync("/api/v1/gazetteer?name=Rabak", Cancel)).RootElement.GetProperty("items")[0];
            string asked = $$"""{"verb":"place","target":"{{id}}","value":"{{found.GetProperty("value").GetString()}}","radius":12,"reason":"by program"}""";
            using HttpResponseMessage sent = await desk.Client.PostAsync("/api/v1/rulings", new StringContent(asked, Encoding.UTF8, "application/json"), Cancel);
            Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
            Assert.NotEqual(JsonValueKind.Null, (await PlaceAsync(desk)).GetProperty("lat").ValueKind);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonElement> PlaceAsync(OpenDesk desk) =>
        JsonDocument.Parse(await desk.Client.GetStringAsync("/api/v1/places", Cancel)).RootElement.GetProperty("items").EnumerateArray().Single(place => place.GetProperty("name").GetString() == "Zelmabad");

    [Fact]
    public async Task Programs_rule_with_a_key_and_readers_do_not()
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync(keys: true, inputs: [Path.Combine(Repository.Root, "samples", "albu-kamal")]);
        JsonElement events = JsonDocument.Parse(await AskAsync(desk, "ana", HttpMethod.Get, "/api/v1/events?limit=1", null, HttpStatusCode.OK)).RootElement;
        string id = events.GetProperty("items")[0].GetProperty("id").GetString()!;
        string body = $$"""{"verb":"grade","target":"{{id}}","value":"2","reason":"seen by two of ours"}""";
        await AskAsync(desk, "rosa", HttpMethod.Post, "/api/v1/rulings", body, HttpStatusCode.Forbidden);
        Assert.Equal("""{"sequence":1}""", await AskAsync(desk, "ana", HttpMethod.Post, "/api/v1/rulings", body, HttpStatusCode.Created));
        JsonElement rulings = JsonDocument.Parse(await AskAsync(desk, "rosa", HttpMethod.Get, "/api/v1/rulings", null, HttpStatusCode.OK)).RootElement;
        Assert.Equal("ana", rulings.GetProperty("items")[0].GetProperty("author").GetString());
        Assert.DoesNotContain("<form method=\"post\" action=\"/review\"", await AskAsync(desk, "rosa", HttpMethod.Get, $"/events/{id}", null, HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("""{"verb":"grade","target":"a0","reason":"x","value":"Z"}""", "bad-query")]
    [InlineData("""{"verb":"destroy","target":"e0","reason":"x"}""", "bad-query")]
    [InlineData("""{"verb":"reject","target":"e0"}""", "bad-body")]
    [InlineData("""{"verb":"reject","target":"e0","reason":"x","by":"me"}""", "bad-body")]
    [InlineData("not json", "bad-body")]
    public async Task A_ruling_that_cannot_be_made_says_why(string body, string code)
    {
        await using OpenDesk desk = await OpenDesk.OpenAsync();
        using HttpResponseMessage answer = await desk.Client.PostAsync("/api/v1/rulings", new StringContent(body, Encoding.UTF8, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(JsonOptions, Cancel)).GetProperty("code").GetString());
    }

    private static readonly JsonSerializerOptions JsonOptions = new() { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };

    private static async Task<OpenDesk> StoryAsync()
    {
        OpenDesk desk = await OpenDesk.OpenAsync(inputs: [Path.Combine(Repository.Root, "samples", "palma")]);
        (await desk.Client.GetAsync("/api/record", Cancel)).EnsureSuccessStatusCode();
        return desk;
    }

    private static async Task<(string Id, int Count)> FirstAsync(OpenDesk desk)
    {
        string page = await desk.Client.GetStringAsync("/", Cancel);
        return (Regex.Match(page, "<li id=\"ev-(e[0-9a-f]+)\"").Groups[1].Value, int.Parse(Regex.Match(page, "<title>\\(([0-9]+)\\)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<HttpResponseMessage> RuleAsync(OpenDesk desk, params (string Name, string Value)[] fields)
    {
        Dictionary<string, string> form = fields.ToDictionary(field => field.Name, field => field.Value);
        form["__RequestVerificationToken"] = await desk.TokenAsync("/upload");
        form["back"] = "/review";
        return await desk.Client.PostAsync("/review", new FormUrlEncodedContent(form), Cancel);
    }

    private static async Task<string> AskAsync(OpenDesk desk, string who, HttpMethod method, string path, string? body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", desk.Keys[who]);
        using HttpResponseMessage answer = await desk.Client.SendAsync(request, Cancel);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == expected, $"{method} {path} by {who}: {answer.StatusCode}\n{text}");
        return text;
    }
}
