using System.Text.Json;
using System.Text.Json.Nodes;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Publish;

namespace Sitrep.Tests.Pipeline.Publish;

public sealed class RecordJsonTests
{
    [Fact]
    public void A_rich_record_is_valid_by_the_published_schema() => Assert.Empty(JsonSchema.Validate(RecordChecks.Schema, RecordChecks.PublishJson(TestRecord.Rich)));

    [Fact]
    public void An_empty_record_is_valid_by_the_published_schema() => Assert.Empty(JsonSchema.Validate(RecordChecks.Schema, RecordChecks.PublishJson(Empty)));

    [Fact]
    public void Every_span_can_be_cut_out_of_the_received_text() => RecordChecks.SpansEqualOriginal(RecordChecks.PublishJson(TestRecord.Rich), TestRecord.Received);

    [Fact]
    public void Every_id_named_is_held() => RecordChecks.NamesOnlyWhatItHolds(RecordChecks.PublishJson(TestRecord.Rich));

    [Fact]
    public void Keys_of_a_claim_stand_in_the_order_of_the_contract()
    {
        JsonElement claim = Claim("c4");
        Assert.Equal(["id", "about", "stance", "source", "sourceWords", "sourceKind", "via", "said", "report", "dispatch", "span", "cue", "words", "claimant", "side", "interest"], claim.EnumerateObject().Select(key => key.Name));
        Assert.Equal("named-person", claim.GetProperty("sourceKind").GetString());
        Assert.True(claim.GetProperty("words").GetBoolean());
    }

    [Fact]
    public void Clean_words_stand_beside_received_ones_that_hold_an_entity()
    {
        JsonElement claim = Claim("c3");
        Assert.Equal("The government denied that Goma had fallen &amp; said", claim.GetProperty("span").GetProperty("exact").GetString());
        Assert.Equal("The government denied that Goma had fallen & said", claim.GetProperty("text").GetString());
    }

    [Fact]
    public void Keys_of_the_record_stand_in_the_order_of_the_contract() => Assert.Equal(
        ["schema", "asOf", "reports", "dispatches", "actors", "places", "events", "figures", "claims", "control", "persons", "photos", "problems", "sources", "series", "stories", "rulings"],
        RecordChecks.PublishJson(TestRecord.Rich).EnumerateObject().Select(key => key.Name));

    [Fact]
    public void Vague_qualifiers_are_spelt_with_spaces()
    {
        JsonElement figure = RecordChecks.PublishJson(TestRecord.Rich).GetProperty("figures")[1];
        Assert.Equal("at least", figure.GetProperty("qualifier").GetString());
        Assert.Equal(JsonValueKind.Null, figure.GetProperty("best").ValueKind);
        Assert.Equal("f1", figure.GetProperty("revises").GetString());
    }

    [Fact]
    public void The_day_of_the_record_is_written_when_it_has_one()
    {
        JsonElement record = RecordChecks.PublishJson(TestRecord.Rich with { AsOf = new DateOnly(2025, 1, 28) });
        Assert.Equal("2025-01-28", record.GetProperty("asOf").GetString());
    }

    [Fact]
    public void A_lone_surrogate_becomes_one_replacement_character()
    {
        Report broken = TestReports.Text("r9", "Half \uD83D a sign", null, null, null, (ZoneKind.Body, "a \uDE00 b 😀 the bridge fell"));
        JsonElement record = RecordChecks.PublishJson(OneClaim(broken, new TextSpan(2, broken.Text.Length)));
        JsonElement span = record.GetProperty("claims")[0].GetProperty("span");
        Assert.Equal("\uFFFD b 😀 the bridge fell", span.GetProperty("exact").GetString());
        Assert.Equal((2, 23), (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()));
        RecordChecks.SpansEqualOriginal(record, _ => broken.Received);
    }

    [Fact]
    public void A_span_that_splits_a_character_is_widened_to_all_of_it()
    {
        Report report = TestReports.Text("r9", null, null, null, null, (ZoneKind.Body, "x😀y"));
        JsonElement record = RecordChecks.PublishJson(OneClaim(report, new TextSpan(2, 4)));
        Assert.Equal("😀y", record.GetProperty("claims")[0].GetProperty("span").GetProperty("exact").GetString());
        RecordChecks.SpansEqualOriginal(record, _ => report.Received);
    }

    [Fact]
    public void A_claim_without_received_words_is_a_bug_and_says_so()
    {
        Report page = TestReports.Html("r9", null, null, null, null, (ZoneKind.Body, "one"), (ZoneKind.Body, "two"));
        SituationRecord record = OneClaim(page, new TextSpan(3, 5));   // the paragraph break, put there by the cleaner
        Assert.Contains("c1", Assert.Throws<InvalidOperationException>(() => RecordChecks.Publish(record, PublishFormat.Json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes() =>
        Assert.Equal(RecordChecks.Publish(TestRecord.Rich, PublishFormat.Json), RecordChecks.Publish(TestRecord.Rich with { }, PublishFormat.Json));

    [Fact]
    public void Lines_end_in_line_feeds_and_nothing_marks_the_byte_order()
    {
        byte[] bytes = RecordChecks.Publish(TestRecord.Rich, PublishFormat.Json);
        Assert.Equal((byte)'{', bytes[0]);
        Assert.Equal((byte)'\n', bytes[^1]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    [Theory]
    [InlineData("claims", "stance", "maybe")]
    [InlineData("events", "status", "sure")]
    [InlineData("reports", "sha256", "abc")]
    [InlineData("figures", "qualifier", "at-least")]
    public void The_schema_refuses_values_the_contract_does_not_know(string list, string key, string value)
    {
        JsonNode record = JsonNode.Parse(RecordChecks.Publish(TestRecord.Rich, PublishFormat.Json))!;   // our own JSON
        record[list]![0]![key] = value;
        Assert.NotEmpty(JsonSchema.Validate(RecordChecks.Schema, JsonDocument.Parse(record.ToJsonString()).RootElement));
    }

    [Fact]
    public void The_schema_refuses_a_record_that_lacks_a_key()
    {
        JsonNode record = JsonNode.Parse(RecordChecks.Publish(TestRecord.Rich, PublishFormat.Json))!;   // our own JSON
        record["claims"]![0]!.AsObject().Remove("span");
        Assert.Contains("$.claims[0]: no span", JsonSchema.Validate(RecordChecks.Schema, JsonDocument.Parse(record.ToJsonString()).RootElement));
    }

    internal static SituationRecord Empty { get; } = new(null, [], [], [], [], [], [], [], [], [], [], []);

    /// <summary>A record of one report, one event and one narrated claim on it.</summary>
    internal static SituationRecord OneClaim(Report report, TextSpan span, string summary = "Something happens")
    {
        var claim = new LedgerClaim(new Claim("c1", report.Id, span, Stance.Affirms, Attribution.Narration, null, null, null), "e1", null, null, [], null, "d1");
        Event happening = TestRecord.Event("e1", EventType.Other, null, null, Status.SingleSource, summary, new Independence(1, 1, 1, 1), ["c1"]);
        return Empty with { Reports = [report], Dispatches = [new Dispatch("d1", null, [report.Id], [])], Events = [happening], Claims = [claim] };
    }

    private static JsonElement Claim(string id) => RecordChecks.PublishJson(TestRecord.Rich).GetProperty("claims").EnumerateArray().Single(claim => claim.GetProperty("id").GetString() == id);
}
