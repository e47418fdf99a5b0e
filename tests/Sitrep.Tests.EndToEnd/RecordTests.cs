using System.Text;
using System.Text.Json;

namespace Sitrep.Tests.EndToEnd;

public sealed class RecordTests
{
    [Fact]
    public async Task Same_input_gives_the_same_bytes_in_any_culture_and_time_zone()
    {
        foreach (string format in (string[])["json", "markdown", "html"])
        {
            byte[] plain = (await SitrepProcess.RunAsync(["report", Checkout.FirstStory, "--format", format])).Output;
            byte[] turkish = (await SitrepProcess.RunAsync(["report", Checkout.FirstStory, "--format", format], start =>
            {
                start.Environment["LANG"] = "tr_TR.UTF-8";
                start.Environment["LC_ALL"] = "tr_TR.UTF-8";
                start.Environment["TZ"] = "Pacific/Kiritimati";
            })).Output;
            byte[] alone = (await SitrepProcess.RunAsync(["report", Checkout.FirstStory, "--format", format], start =>
            {
                start.Environment["LC_ALL"] = "uk_UA.UTF-8";
                start.Environment["TZ"] = "Pacific/Pago_Pago";
                start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
            })).Output;
            Assert.True(plain.Length > 100);
            Assert.True(plain.AsSpan().SequenceEqual(turkish), $"{format} differs under tr_TR.");
            Assert.True(plain.AsSpan().SequenceEqual(alone), $"{format} differs on one core under uk_UA.");
        }
    }

    [Fact]
    public async Task The_order_of_the_inputs_does_not_matter()
    {
        string[] files = [.. Directory.GetFiles(Checkout.FirstStory).Order(StringComparer.Ordinal)];
        byte[] forwards = (await SitrepProcess.RunAsync(["report", "--format", "json", .. files])).Output;
        byte[] backwards = (await SitrepProcess.RunAsync(["report", "--format", "json", .. files.Reverse()])).Output;
        Assert.Equal(Encoding.UTF8.GetString(forwards), Encoding.UTF8.GetString(backwards));
    }

    [Fact]
    public async Task Exact_equals_the_original_at_its_span()
    {
        int seen = 0;
        foreach (string story in Checkout.Stories)
        {
            JsonElement record = (await SitrepProcess.RunAsync(["report", story, "--format", "json"])).Json;
            Dictionary<string, string[]> originals = record.GetProperty("reports").EnumerateArray()
                .ToDictionary(report => report.GetProperty("id").GetString()!, report => Originals(story, report.GetProperty("input").GetString()!));   // strings by the contract
            foreach (JsonElement holder in record.GetProperty("claims").EnumerateArray().Concat(record.GetProperty("photos").EnumerateArray()))
            {
                JsonElement span = holder.GetProperty("span");
                string exact = span.GetProperty("exact").GetString()!;
                Assert.NotEmpty(exact);
                Assert.True(
                    originals[holder.GetProperty("report").GetString()!].Any(text => Cut(text, span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()) == exact),
                    $"{story}: {holder.GetRawText()}");
                seen++;
            }
        }
        Assert.True(seen > 30, $"Only {seen} spans seen.");
    }

    [Fact]
    public async Task Everything_in_the_record_rests_on_claims_of_the_record()
    {
        foreach (string story in Checkout.Stories)
        {
            JsonElement record = (await SitrepProcess.RunAsync(["report", story, "--format", "json"])).Json;
            HashSet<string> Ids(string key) => [.. record.GetProperty(key).EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];
            HashSet<string> claims = Ids("claims"), events = Ids("events"), places = Ids("places"), actors = Ids("actors"), reports = Ids("reports"), dispatches = Ids("dispatches");
            HashSet<string> subjects = [.. events, .. Ids("figures"), .. actors];
            foreach (string key in (string[])["events", "figures", "persons"])
            {
                foreach (JsonElement one in record.GetProperty(key).EnumerateArray())
                {
                    Assert.True(one.GetProperty("claims").GetArrayLength() > 0, $"{story}: {one.GetRawText()} rests on nothing.");
                    Assert.All(one.GetProperty("claims").EnumerateArray(), claim => Assert.Contains(claim.GetString()!, claims));
                }
            }
            foreach (JsonElement one in record.GetProperty("events").EnumerateArray())
            {
                if (one.GetProperty("place").GetString() is { } place) Assert.Contains(place, places);
                Assert.All(one.GetProperty("roles").EnumerateArray(), role => Assert.Contains(role.GetProperty("actor").GetString()!, actors));
            }
            foreach (JsonElement claim in record.GetProperty("claims").EnumerateArray())
            {
                Assert.Contains(claim.GetProperty("about").GetString()!, subjects);
                Assert.Contains(claim.GetProperty("report").GetString()!, reports);
                Assert.Contains(claim.GetProperty("dispatch").GetString()!, dispatches);
                if (claim.GetProperty("source").GetString() is { } source) Assert.Contains(source, actors);
            }
            Assert.All(record.GetProperty("control").EnumerateArray().SelectMany(control => control.GetProperty("spans").EnumerateArray()).SelectMany(span => span.GetProperty("basis").EnumerateArray()),
                basis => Assert.Contains(basis.GetString()!, events));
        }
    }

    /// <summary>The texts a span of the report may count in: the file, or for JSON every string in it (one of them is the text field).</summary>
    private static string[] Originals(string story, string input)
    {
        int hash = input.IndexOf('#', StringComparison.Ordinal);
        string text = File.ReadAllText(Path.Combine(story, hash < 0 ? input : input[..hash]));
        if (hash >= 0) return [.. text.Split('\n').Where(line => line.Trim().Length > 0).SelectMany(line => Strings(line))];
        return input.EndsWith(".json", StringComparison.Ordinal) ? [.. Strings(text)] : [text];
    }

    private static List<string> Strings(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        var strings = new List<string>();
        var open = new Stack<JsonElement>([document.RootElement]);
        while (open.TryPop(out JsonElement element))
        {
            if (element.ValueKind == JsonValueKind.String) strings.Add(element.GetString()!);   // a string is not null
            else if (element.ValueKind == JsonValueKind.Array) foreach (JsonElement item in element.EnumerateArray()) open.Push(item);
            else if (element.ValueKind == JsonValueKind.Object) foreach (JsonProperty property in element.EnumerateObject()) open.Push(property.Value);
        }
        return strings;
    }

    private static string? Cut(string text, int start, int end)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        return end <= runes.Length ? string.Concat(runes[start..end]) : null;
    }
}
