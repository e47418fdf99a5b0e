using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Sitrep.Tests.Pipeline.Publish;

namespace Sitrep.Tests.Web;

[Collection(nameof(DeskFixture))]
public sealed class ApiTests(DeskFixture desk)
{
    [Fact]
    public async Task Every_operation_answers_what_the_document_says()
    {
        JsonElement document = await desk.JsonAsync("/api/v1/openapi.json");
        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        int seen = 0;
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out JsonElement operation)) continue;
            string? address = await FilledAsync(path.Name);
            if (address is null) continue;
            if (operation.TryGetProperty("parameters", out JsonElement parameters))
            {
                string[] needed = [.. parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query" && parameter.GetProperty("required").GetBoolean())
                    .Select(parameter => $"{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(parameter.GetProperty("example").ToString())}")];
                if (needed.Length > 0) address += $"?{string.Join('&', needed)}";
            }
            using HttpResponseMessage answer = await desk.Client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            JsonElement content = operation.GetProperty("responses").GetProperty("200").GetProperty("content");
            string type = answer.Content.Headers.ContentType!.MediaType!;
            Assert.True(content.TryGetProperty(type, out JsonElement media), $"{address}: {type} is not in the document");
            if (media.TryGetProperty("schema", out JsonElement schema) && type == "application/json")
            {
                JsonElement body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
                IReadOnlyList<string> errors = JsonSchema.Validate(Rooted(document, schema), body);
                Assert.True(errors.Count == 0, $"{address}: {string.Join("; ", errors.Take(5))}");
            }
            seen++;
        }
        Assert.True(seen >= 20, $"Only {seen} operations asked.");
    }

    [Fact]
    public async Task The_record_is_the_same_at_both_addresses_and_on_the_command_line()
    {
        string record = await desk.PageAsync("/api/record");
        Assert.Equal(record, await desk.PageAsync("/api/v1/record"));
        Assert.StartsWith("{\n  \"schema\": \"sitrep-record/1\"", record);
        Assert.Equal("2017-11-09", JsonDocument.Parse(await desk.PageAsync("/api/record?as_of=2017-11-09")).RootElement.GetProperty("asOf").GetString());
    }

    [Fact]
    public async Task Pages_of_a_list_together_are_the_list()
    {
        JsonElement all = await desk.JsonAsync("/api/v1/claims?limit=1000");
        List<string?> ids = [];
        string? next = "";
        while (next is not null)
        {
            JsonElement page = await desk.JsonAsync($"/api/v1/claims?limit=7{(next.Length > 0 ? $"&cursor={next}" : "")}");
            Assert.Equal(all.GetProperty("total").GetInt32(), page.GetProperty("total").GetInt32());
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
            next = page.GetProperty("next").GetString();
        }
        Assert.Equal(all.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()), ids);
    }

    [Fact]
    public async Task A_cursor_of_another_state_is_gone()
    {
        string? next = (await desk.JsonAsync("/api/v1/claims?limit=7")).GetProperty("next").GetString();
        Assert.Equal("cursor-expired", (await desk.JsonAsync($"/api/v1/claims?limit=7&as_of=2017-11-09&cursor={next}", HttpStatusCode.Gone)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Search_finds_what_the_page_finds()
    {
        JsonElement found = await desk.JsonAsync("/api/v1/search?q=observatory&kind=claim");
        Assert.True(found.GetProperty("counts").GetProperty("claim").GetInt32() > 0);
        JsonElement hit = found.GetProperty("hits")[0];
        Assert.Equal("claim", hit.GetProperty("kind").GetString());
        Assert.Equal("Observatory", Assert.Single(hit.GetProperty("snippet").EnumerateArray(), piece => piece.GetProperty("matched").GetBoolean()).GetProperty("text").GetString());
        await desk.JsonAsync("/api/v1/search?q=x&kind=nothing", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_record_is_given_in_the_forms_of_the_field()
    {
        using HttpResponseMessage map = await desk.Client.GetAsync("/api/v1/exports/geojson", TestContext.Current.CancellationToken);
        Assert.Equal("application/geo+json", map.Content.Headers.ContentType!.MediaType);
        Assert.Equal("record.geojson", map.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.True(int.Parse(map.Headers.GetValues("Sitrep-Rows").Single(), System.Globalization.CultureInfo.InvariantCulture) > 5);
        Assert.Contains("FeatureCollection", await map.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("event_id_cnty", (await desk.PageAsync("/api/v1/exports/acled-csv")).TrimStart('\uFEFF'));
        Assert.Contains("<feed", await desk.PageAsync("/api/v1/changes.atom"));
        Assert.Equal("https://jsonfeed.org/version/1.1", (await desk.JsonAsync("/api/v1/changes.json")).GetProperty("version").GetString());
    }

    [Fact]
    public async Task What_changed_between_two_evenings_is_told()
    {
        JsonElement changes = await desk.JsonAsync("/api/v1/diff?from=2017-11-09&as_of=2017-11-10");
        Assert.Equal("2017-11-09", changes.GetProperty("from").GetString());
        Assert.NotEmpty(changes.GetProperty("changes").EnumerateArray());
        Assert.Equal("bad-query", (await desk.JsonAsync("/api/v1/diff?from=2031-01-01", HttpStatusCode.BadRequest)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("bbox=40,34,41,35", true)]
    [InlineData("bbox=0,0,1,1", false)]
    [InlineData("bbox=40.5,34,-179,35", true)]
    [InlineData("datetime=2017-11-08/2017-11-09", true)]
    [InlineData("datetime=2017-11-08T00:00:00Z/..", true)]
    [InlineData("datetime=../1999-01-01", false)]
    [InlineData("on=2017-11-09", true)]
    [InlineData("type=capture", true)]
    [InlineData("type=meeting&status=denied", false)]
    public async Task Events_are_found_by_where_when_and_what(string query, bool any)
    {
        JsonElement found = await desk.JsonAsync($"/api/v1/events?{query}");
        Assert.Equal(any, found.GetProperty("total").GetInt32() > 0);
        Assert.True(found.GetProperty("total").GetInt32() < (await desk.JsonAsync("/api/v1/events")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/api/v1/events?bbox=1,2,3", "bbox")]
    [InlineData("/api/v1/events?datetime=soon", "datetime")]
    [InlineData("/api/v1/events?limit=0", "limit")]
    [InlineData("/api/v1/events?wrong=1", "wrong")]
    [InlineData("/api/v1/events?cursor=abc", "cursor")]
    [InlineData("/api/v1/record?as_of=now", "as_of")]
    public async Task A_bad_query_is_a_problem_that_says_what_was_expected(string path, string name)
    {
        using HttpResponseMessage answer = await desk.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.StartsWith(name, problem.GetProperty("detail").GetString());
        Assert.Contains("xpected", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Earlier_evenings_are_reached_by_the_protocol_of_the_web()
    {
        using HttpResponseMessage now = await desk.Client.GetAsync("/api/v1/events?type=capture", TestContext.Current.CancellationToken);
        Assert.Contains("accept-datetime", now.Headers.Vary);
        string links = string.Join(", ", now.Headers.GetValues("Link"));
        Assert.Contains("</api/v1/events?type=capture>; rel=\"original timegate\"", links);
        string map = System.Text.RegularExpressions.Regex.Match(links, "<([^>]*timemap[^>]*)>").Groups[1].Value;
        string mementos = await desk.PageAsync(map);
        Assert.Contains("rel=\"memento\"; datetime=\"Thu, 09 Nov 2017 23:59:59 GMT\"", mementos);

        using var earlier = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events?type=capture");
        earlier.Headers.Add("Accept-Datetime", "Fri, 10 Nov 2017 12:00:00 GMT");
        using HttpResponseMessage sent = await desk.Client.SendAsync(earlier, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Equal("/api/v1/events?type=capture&as_of=2017-11-09", sent.Headers.Location!.OriginalString);
        using HttpResponseMessage memento = await desk.Client.GetAsync(sent.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("Thu, 09 Nov 2017 23:59:59 GMT", memento.Headers.GetValues("Memento-Datetime").Single());
    }

    [Fact]
    public async Task The_document_is_whole()
    {
        JsonElement document = await desk.JsonAsync("/api/v1/openapi.json");
        HashSet<string> names = new(StringComparer.Ordinal), schemas = [.. document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name)];
        foreach (System.Text.RegularExpressions.Match reference in System.Text.RegularExpressions.Regex.Matches(document.GetRawText(), "\"\\$ref\":\"#/components/schemas/([^\"]+)\"")) Assert.Contains(reference.Groups[1].Value, schemas);
        Assert.All(document.GetProperty("tags").EnumerateArray(), tag => Assert.NotEmpty(tag.GetProperty("description").GetString()!));
        Required(document, "#");
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                string what = $"{operation.Name} {path.Name}";
                Assert.True(names.Add(operation.Value.GetProperty("operationId").GetString()!), $"{what}: its name is another's too.");
                Assert.NotEqual(0, operation.Value.GetProperty("tags").GetArrayLength());
                JsonElement[] parameters = operation.Value.TryGetProperty("parameters", out JsonElement listed) ? [.. listed.EnumerateArray()] : [];
                foreach (System.Text.RegularExpressions.Match part in System.Text.RegularExpressions.Regex.Matches(path.Name, "\\{(\\w+)\\}")) Assert.Contains(parameters, parameter => parameter.GetProperty("name").GetString() == part.Groups[1].Value && parameter.GetProperty("in").GetString() == "path" && parameter.GetProperty("required").GetBoolean());
                Assert.Equal(parameters.Length, parameters.DistinctBy(parameter => parameter.GetProperty("name").GetString()).Count());
                JsonElement answers = operation.Value.GetProperty("responses");
                foreach (JsonProperty answer in answers.EnumerateObject())
                {
                    Assert.NotEqual("", answer.Value.GetProperty("description").GetString());
                    if (answer.Name == "default" || answer.Name[0] is '4' or '5') Assert.True(answer.Value.GetProperty("content").TryGetProperty("application/problem+json", out _), $"{what}: {answer.Name}");
                }
                Assert.True(answers.TryGetProperty("400", out _) && answers.EnumerateObject().Any(answer => answer.Name[0] == '2'), what);
            }
        }
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_too()
    {
        Assert.Equal("not-found", (await desk.JsonAsync("/api/v1/events/e0000000000", HttpStatusCode.NotFound)).GetProperty("code").GetString());
        Assert.Equal("not-found", (await desk.JsonAsync("/api/v2/events", HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_unchanged_answer_is_not_sent_again()
    {
        using HttpResponseMessage first = await desk.Client.GetAsync("/api/v1/events", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using HttpResponseMessage second = await desk.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using HttpResponseMessage other = await desk.Client.GetAsync("/api/v1/events?as_of=2017-11-09", TestContext.Current.CancellationToken);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    // What a schema requires it also describes.
    private static void Required(JsonElement node, string at)
    {
        if (node.ValueKind == JsonValueKind.Array) foreach (JsonElement each in node.EnumerateArray()) Required(each, at);
        if (node.ValueKind != JsonValueKind.Object) return;
        if (node.TryGetProperty("required", out JsonElement required) && required.ValueKind == JsonValueKind.Array && node.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonElement name in required.EnumerateArray()) Assert.True(properties.TryGetProperty(name.GetString()!, out _), $"{at}: {name} is required and not described.");
        }
        foreach (JsonProperty each in node.EnumerateObject()) Required(each.Value, $"{at}/{each.Name}");
    }

    // The document is the root for references; the schema of one answer stands in it.
    private static JsonElement Rooted(JsonElement document, JsonElement schema)
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(schema.GetRawText())!.AsObject();
        root["$defs"] = System.Text.Json.Nodes.JsonNode.Parse(document.GetProperty("components").GetProperty("schemas").GetRawText());
        return JsonDocument.Parse(root.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal)).RootElement;
    }

    /// <returns>Null when the record has no item to ask for.</returns>
    private async Task<string?> FilledAsync(string path)
    {
        if (!path.Contains("{id}", StringComparison.Ordinal)) return path;
        JsonElement list = await desk.JsonAsync($"{path.Replace("/{id}", "", StringComparison.Ordinal)}?limit=1");
        if (list.GetProperty("total").GetInt32() == 0) return null;
        JsonElement item = list.GetProperty("items")[0];
        string key = item.TryGetProperty("id", out _) ? "id" : path.Contains("control", StringComparison.Ordinal) ? "place" : "actor";
        return path.Replace("{id}", item.GetProperty(key).GetString(), StringComparison.Ordinal);
    }
}
