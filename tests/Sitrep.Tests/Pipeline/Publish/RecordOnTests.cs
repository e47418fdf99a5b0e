using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish;
using Sitrep.Tests.Pipeline.Corroborate;

namespace Sitrep.Tests.Pipeline.Publish;

public sealed class RecordOnTests
{
    private readonly SituationRecord _record;

    public RecordOnTests()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2024-05-01", source: "observers", actor: "army", target: "rebels", said: "2024-05-01");
        story.Event("r2", EventType.Strike, "Millen", "2024-05-03", source: "observers", actor: "army", target: "rebels", said: "2024-05-03");
        story.Event("r3", EventType.Capture, "Harbo", "2024-05-05", source: "observers", actor: "rebels", target: "army", said: "2024-05-05");
        story.Event("r3", EventType.Meeting, "Millen", null, source: "agency", actor: "army", target: "rebels", said: "2024-05-05", stance: Stance.Expects);
        story.Figure("r1", Measure.Killed, 12, "Harbo", source: "observers", said: "2024-05-01");
        story.Figure("r3", Measure.Killed, 19, "Harbo", source: "observers", said: "2024-05-05");
        _record = story.Fold();
    }

    [Theory]
    [InlineData("2024-05-01", "Army", 12)]
    [InlineData("2024-05-03", "Army", 12)]
    [InlineData("2024-05-05", "Rebels", 19)]
    public void A_day_has_its_holder_and_the_toll_that_stood_then(string day, string holder, long toll)
    {
        SituationRecord on = RecordOn.Of(_record, TestReports.Day(day));
        ControlSpan span = Assert.Single(Assert.Single(on.Control).Spans);
        Assert.Equal(holder, on.Actors.Single(actor => actor.Id == span.Holder).Name);
        Assert.Equal(toll, Assert.Single(on.Figures).Best);
        Assert.Equal(span.From, span.To);
    }

    [Fact]
    public void Events_of_other_days_are_left_out_unless_the_state_rests_on_them()
    {
        SituationRecord on = RecordOn.Of(_record, new DateOnly(2024, 5, 3));
        Assert.Equal([EventType.Capture, EventType.Strike], on.Events.Select(happening => happening.Type).Order());
        Assert.All(on.Claims, claim => Assert.Contains(on.Events.Select(one => one.Id).Concat(on.Figures.Select(one => one.Id)), id => id == claim.About));
    }

    [Theory]
    [InlineData("2024-05-01")]
    [InlineData("2024-05-04")]
    [InlineData("2024-06-01")]
    public void The_narrowed_record_keeps_the_contract(string day)
    {
        System.Text.Json.JsonElement record = RecordChecks.PublishJson(RecordOn.Of(_record, TestReports.Day(day)));
        Assert.Empty(JsonSchema.Validate(RecordChecks.Schema, record));
        RecordChecks.NamesOnlyWhatItHolds(record);
        Assert.Equal(day, record.GetProperty("on").GetString());
    }

    [Fact]
    public void The_report_of_a_day_says_which_day() => Assert.Contains("The state on 3 May 2024", RecordChecks.PublishText(RecordOn.Of(_record, new DateOnly(2024, 5, 3)), PublishFormat.Markdown));
}
