using System.Text.Json;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.Changes;
using Sitrep.Tests.Pipeline.Corroborate;

namespace Sitrep.Tests.Pipeline.Publish.Changes;

public sealed class RecordDifferenceTests
{
    private readonly TestStory _story = new();
    private SituationRecord _before;

    public RecordDifferenceTests()
    {
        _story.Event("r1", EventType.Capture, "Harbo", "2024-05-01", source: "army", actor: "army", target: "rebels", said: "2024-05-01");
        _story.Figure("r1", Measure.Killed, 12, "Harbo", source: "army");
        _before = _story.Fold();
    }

    [Fact]
    public void Nothing_changes_between_a_record_and_itself() => Assert.Empty(RecordDifference.Of(_before, _before).Changes);

    [Fact]
    public void What_another_side_affirms_is_confirmed()
    {
        _story.Event("r2", EventType.Capture, "Harbo", "2024-05-01", source: "observers", actor: "army", target: "rebels", said: "2024-05-02");
        Check("confirmed Event single source>corroborated", "confirmed Control claimed by Army>held by Army");
    }

    [Fact]
    public void What_somebody_denies_is_disputed_and_the_denial_is_its_words()
    {
        string denial = _story.Event("r2", EventType.Capture, "Harbo", "2024-05-01", source: "rebels", actor: "army", target: "rebels", said: "2024-05-02", stance: Stance.Denies);
        Check("disputed Event single source>contested", "disputed Control claimed by Army>contested; claimed by Army");
        Assert.Equal([denial], After().Changes.First(change => change.Thing == ChangedThing.Event).Claims);
    }

    [Fact]
    public void A_place_taken_back_is_reversed()
    {
        _story.Event("r2", EventType.Capture, "Harbo", "2024-05-05", source: "observers", actor: "rebels", target: "army", said: "2024-05-05");
        Check("reversed Event “Army took Harbo from Rebels” (1 May 2024)>single source", "reversed Control claimed by Army>held by Rebels");
    }

    [Fact]
    public void A_later_count_is_a_revision_and_no_news()
    {
        _story.Figure("r2", Measure.Killed, 15, "Harbo", source: "army", said: "2024-05-03");
        _story.Figure("r3", Measure.Killed, 19, "Harbo", source: "army", said: "2024-05-04");
        Check("revised Figure 12 (by 1 May 2024)>19");
    }

    [Fact]
    public void An_event_that_a_late_report_founds_anew_is_not_new()
    {
        string before = Assert.Single(_before.Events).Id;
        _story.Event("r0", EventType.Capture, "Harbo", "2024-05-01", source: "agency", actor: "army", target: "rebels", said: "2024-04-30");
        RecordChanges changes = After();
        Assert.DoesNotContain(changes.Changes, change => change.Kind is ChangeKind.New or ChangeKind.Retracted && change.Thing == ChangedThing.Event);
        Assert.All(changes.Changes.Where(change => change.Thing == ChangedThing.Event), change => Assert.Equal(before, change.Earlier));
    }

    [Fact]
    public void What_is_only_expected_is_told_as_such()
    {
        _story.Event("r2", EventType.Meeting, "Millen", null, source: "agency", actor: "army", target: "rebels", said: "2024-05-02", stance: Stance.Expects);
        Check("expected Event >expected");
    }

    [Fact]
    public void What_an_analyst_rejects_is_retracted()
    {
        var reject = new Ruling(1, DateTimeOffset.UnixEpoch, "ana", RulingVerb.Reject, _before.Events[0].Id, "wrong town");
        RecordChanges changes = RecordDifference.Of(_before, _story.Fold(reject));
        Assert.Contains(changes.Changes, change => change is { Kind: ChangeKind.Retracted, Thing: ChangedThing.Event, After: "rejected by an analyst" });
    }

    [Fact]
    public void Two_events_ruled_one_are_merged_and_neither_is_retracted()
    {
        _story.Event("r2", EventType.Strike, "Millen", "2024-05-02", source: "observers", actor: "army", target: "rebels", said: "2024-05-02");
        _story.Event("r3", EventType.Strike, "Millen", "2024-05-05", source: "observers", actor: "army", target: "rebels", said: "2024-05-05");
        _before = _story.Fold();
        Event[] strikes = [.. _before.Events.Where(happening => happening.Type == EventType.Strike)];
        var merge = new Ruling(1, DateTimeOffset.UnixEpoch, "ana", RulingVerb.Merge, strikes[0].Id, "one raid") { Other = strikes[1].Id, Claims = strikes[0].Claims, OtherClaims = strikes[1].Claims };
        RecordChanges changes = RecordDifference.Of(_before, _story.Fold(merge));
        RecordChange merged = Assert.Single(changes.Changes, change => change.Kind == ChangeKind.Merged);
        Assert.Equal((strikes[1].Id, strikes[0].Id), (merged.Id, merged.Earlier));
        Assert.DoesNotContain(changes.Changes, change => change.Kind == ChangeKind.Retracted);
    }

    [Theory]
    [InlineData(ChangesFormat.Text)]
    [InlineData(ChangesFormat.Markdown)]
    public void Every_line_of_a_page_of_changes_has_words(ChangesFormat format)
    {
        _story.Report("r2", "2024-05-02", "Observers said the army had taken Harbo.");
        _story.Event("r2", EventType.Capture, "Harbo", "2024-05-01", source: "observers", actor: "army", target: "rebels", said: "2024-05-02");
        string page = Publish(format);
        Assert.Contains("Observers said the army had taken Harbo.", page);
        Assert.Contains("corroborated", page);
    }

    [Fact]
    public void The_JSON_form_names_kind_thing_and_words()
    {
        _story.Report("r2", "2024-05-02", "Observers said the army had taken Harbo.");
        _story.Event("r2", EventType.Capture, "Harbo", "2024-05-01", source: "observers", actor: "army", target: "rebels", said: "2024-05-02");
        JsonElement root = JsonDocument.Parse(Publish(ChangesFormat.Json)).RootElement;
        Assert.Equal("sitrep-changes/1", root.GetProperty("schema").GetString());
        JsonElement change = root.GetProperty("changes").EnumerateArray().First(one => one.GetProperty("thing").GetString() == "event");
        Assert.Equal("Observers said the army had taken Harbo.", change.GetProperty("claims")[0].GetProperty("span").GetProperty("exact").GetString());
    }

    private RecordChanges After() => RecordDifference.Of(_before, _story.Fold());

    private void Check(params string[] expected) => Assert.Equal(
        expected.Order(StringComparer.Ordinal),
        After().Changes.Select(change => $"{change.Kind.ToString().ToLowerInvariant()} {change.Thing} {change.Before}>{change.After}").Order(StringComparer.Ordinal));

    private string Publish(ChangesFormat format)
    {
        using var output = new MemoryStream();
        ChangesDocument.Write(_before, _story.Fold(), format, output);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }
}
