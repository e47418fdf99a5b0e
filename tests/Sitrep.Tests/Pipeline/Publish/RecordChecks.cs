using System.Text;
using System.Text.Json;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish;

namespace Sitrep.Tests.Pipeline.Publish;

/// <summary>What holds for every published record, of any input.</summary>
internal static class RecordChecks
{
    public static JsonElement Schema { get; } = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "record.schema.json"))).RootElement;

    public static byte[] Publish(SituationRecord record, PublishFormat format)
    {
        using var output = new MemoryStream();
        PublishStage.Write(record, format, output);
        return output.ToArray();
    }

    public static string PublishText(SituationRecord record, PublishFormat format) => Encoding.UTF8.GetString(Publish(record, format));

    public static JsonElement PublishJson(SituationRecord record) => JsonDocument.Parse(Publish(record, PublishFormat.Json)).RootElement;

    /// <summary>Cuts every span out of the received text, by code points, and compares.</summary>
    /// <param name="receivedText">Received text of a report by its <c>input</c>.</param>
    public static void SpansEqualOriginal(JsonElement record, Func<string, string> receivedText)
    {
        var texts = new Dictionary<string, Rune[]>(StringComparer.Ordinal);
        foreach (JsonElement report in record.GetProperty("reports").EnumerateArray())
        {
            Rune[] points = [.. receivedText(Text(report, "input")).EnumerateRunes()];
            texts.Add(Text(report, "id"), points);
            int last = 0;
            foreach (JsonElement zone in report.GetProperty("zones").EnumerateArray())
            {
                Assert.InRange(zone.GetProperty("start").GetInt32(), last, points.Length);
                last = zone.GetProperty("end").GetInt32();
                Assert.InRange(last, zone.GetProperty("start").GetInt32() + 1, points.Length);
            }
        }
        foreach (JsonElement owner in record.GetProperty("claims").EnumerateArray().Concat(record.GetProperty("photos").EnumerateArray()))
        {
            JsonElement span = owner.GetProperty("span");
            if (span.ValueKind == JsonValueKind.Null) continue;
            Rune[] points = texts[Text(owner, "report")];
            string cut = string.Concat(points[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()].Select(point => point.ToString()));
            Assert.Equal(cut, Text(span, "exact"));
            Assert.NotEqual("", cut);
        }
    }

    /// <summary>Every id that the record names is in the record (rule 1 of the contract).</summary>
    public static void NamesOnlyWhatItHolds(JsonElement record)
    {
        HashSet<string> reports = Ids(record, "reports"), claims = Ids(record, "claims"), events = Ids(record, "events"), actors = Ids(record, "actors"), places = Ids(record, "places"), dispatches = Ids(record, "dispatches");
        foreach (JsonElement claim in record.GetProperty("claims").EnumerateArray())
        {
            Assert.Contains(Text(claim, "report"), reports);
            Assert.Contains(Text(claim, "dispatch"), dispatches);
            if (claim.GetProperty("source").GetString() is { } source) Assert.Contains(source, actors);
            foreach (JsonElement hand in claim.GetProperty("via").EnumerateArray()) Assert.Contains(hand.GetString()!, actors);
        }
        foreach (JsonElement owner in new[] { "events", "figures", "persons" }.SelectMany(list => record.GetProperty(list).EnumerateArray()))
        {
            Assert.NotEqual(0, owner.GetProperty("claims").GetArrayLength());
            foreach (JsonElement claim in owner.GetProperty("claims").EnumerateArray()) Assert.Contains(claim.GetString()!, claims);
            if (owner.TryGetProperty("place", out JsonElement place) && place.GetString() is { } named) Assert.Contains(named, places);
            if (owner.TryGetProperty("roles", out JsonElement roles)) foreach (JsonElement role in roles.EnumerateArray()) Assert.Contains(Text(role, "actor"), actors);
        }
        foreach (JsonElement span in record.GetProperty("control").EnumerateArray().SelectMany(control => control.GetProperty("spans").EnumerateArray()))
        {
            foreach (JsonElement basis in span.GetProperty("basis").EnumerateArray()) Assert.Contains(basis.GetString()!, events);
        }
    }

    private static HashSet<string> Ids(JsonElement record, string list) => [.. record.GetProperty(list).EnumerateArray().Select(item => Text(item, "id"))];

    private static string Text(JsonElement owner, string key) => owner.GetProperty(key).GetString()!;   // the schema says it is a string
}
