using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Publish;
using Sitrep.Tests.Pipeline.Publish;

namespace Sitrep.Tests.Pipeline.Corroborate;

public sealed class RulingTests
{
    private static readonly DateTimeOffset At = new(2024, 5, 3, 10, 11, 12, TimeSpan.Zero);

    private readonly TestStory _story = new();
    private readonly string _army, _observers;
    private readonly List<Ruling> _rulings = [];

    public RulingTests()
    {
        _army = _story.Event("r1", EventType.Capture, "Harbo", "2024-05-01", source: "army", actor: "army", target: "rebels", said: "2024-05-01");
        _observers = _story.Event("r2", EventType.Capture, "Harbo", "2024-05-01", source: "observers", actor: "army", target: "rebels", said: "2024-05-02");
        _story.Event("r3", EventType.Strike, "Millen", "2024-05-02", source: "observers", actor: "army", target: "rebels", said: "2024-05-02", count: (Measure.Killed, 12));
        _story.Event("r4", EventType.Strike, "Millen", "2024-05-04", source: "agency", actor: "army", target: "rebels", said: "2024-05-04", count: (Measure.Killed, 14));
    }

    [Fact]
    public void A_rejected_claim_counts_no_more_and_stays_visible()
    {
        Assert.Equal(Status.Corroborated, Taking().Status);
        Rule(RulingVerb.Reject, _observers);
        Event taking = Taking();
        Assert.Equal((Status.SingleSource, 1, false), (taking.Status, taking.Independent.Claimants, taking.IsRejected));
        Assert.Equal([_army], taking.Claims);
        Assert.Equal([_observers], taking.RejectedClaims);
        LedgerClaim rejected = Fold().Claims.Single(claim => claim.Claim.Id == _observers);
        Assert.True(rejected.IsRejected);
        Assert.Equal(taking.Id, rejected.About);
        Assert.Equal(ControlState.Claimed, Fold().Control.Single(control => control.Place == "Harbo").Spans[0].State);
    }

    [Fact]
    public void The_founding_claim_can_be_rejected_and_the_event_keeps_its_id()
    {
        string id = Taking().Id;
        Rule(RulingVerb.Reject, _army);
        Assert.Equal(id, Taking().Id);
    }

    [Fact]
    public void A_rejected_event_holds_no_ground_and_stays_in_the_record()
    {
        Rule(RulingVerb.Reject, Taking().Id);
        SituationRecord record = Fold();
        Event taking = record.Events.Single(happening => happening.Type == EventType.Capture);
        Assert.True(taking.IsRejected);
        Assert.Equal(2, taking.Claims.Length);
        Assert.DoesNotContain(record.Control, control => control.Place == "Harbo");
        Assert.All(record.Claims.Where(claim => claim.About == taking.Id), claim => Assert.True(claim.IsRejected));
    }

    [Fact]
    public void Figures_of_a_rejected_event_are_rejected_with_it_and_come_back_with_it()
    {
        string strike = Strikes()[0].Id;
        Rule(RulingVerb.Reject, strike);
        Assert.True(Fold().Figures.Single(figure => figure.Best == 12).IsRejected);
        Rule(RulingVerb.Accept, strike);
        Assert.False(Fold().Figures.Single(figure => figure.Best == 12).IsRejected);
        Assert.False(Strikes()[0].IsRejected);
    }

    [Fact]
    public void A_rejected_figure_leaves_its_event_as_it_was()
    {
        string figure = Fold().Figures.Single(figure => figure.Best == 12).Id;
        Event before = Strikes()[0];
        Rule(RulingVerb.Reject, figure);
        Assert.True(Fold().Figures.Single(one => one.Id == figure).IsRejected);
        Assert.Equal((before.Status, before.Claims.Length), (Strikes()[0].Status, Strikes()[0].Claims.Length));
    }

    [Fact]
    public void Two_events_merged_are_one_with_the_id_of_the_first()
    {
        Event[] strikes = Strikes();
        Assert.Equal(2, strikes.Length);
        Rule(RulingVerb.Merge, strikes[1].Id, strikes[0].Id);
        Event one = Assert.Single(Strikes());
        Assert.Equal(strikes[1].Id, one.Id);
        Assert.Equal(2, one.Claims.Length);
        Assert.Equal(("2024-05-02", "2024-05-04"), (one.When!.Start.ToString("O", null), one.When.End.ToString("O", null)));
    }

    [Fact]
    public void A_merge_holds_when_a_later_report_tells_one_of_the_two_again()
    {
        Event[] strikes = Strikes();
        Rule(RulingVerb.Merge, strikes[0].Id, strikes[1].Id);
        _story.Event("r5", EventType.Strike, "Millen", "2024-05-04", source: "observers", actor: "army", target: "rebels", said: "2024-05-05");
        Assert.Equal(3, Assert.Single(Strikes()).Claims.Length);
    }

    [Fact]
    public void A_ruling_finds_its_event_again_when_a_late_report_has_changed_its_id()
    {
        string before = Strikes()[0].Id;
        Rule(RulingVerb.Reject, before);
        _story.Event("r0", EventType.Strike, "Millen", "2024-05-02", source: "agency", actor: "army", target: "rebels", said: "2024-05-02");
        SituationRecord record = Fold();
        Event[] after = [.. record.Events.Where(happening => happening.Type == EventType.Strike).OrderBy(happening => happening.When!.Start)];
        Assert.NotEqual(before, after[0].Id);
        Assert.True(after[0].IsRejected);
        Assert.Equal(after[0].Id, record.Rulings[0].On);
        Assert.Empty(record.Problems);
    }

    [Fact]
    public void Claims_split_off_make_an_event_of_their_own_and_both_keep_their_ids()
    {
        string whole = Taking().Id;
        Rule(RulingVerb.Split, whole, _observers);
        Event[] takings = [.. Fold().Events.Where(happening => happening.Type == EventType.Capture)];
        Assert.Equal(2, takings.Length);
        Assert.Contains(takings, taking => taking.Id == whole && taking.Claims.SequenceEqual([_army]));
        string own = takings.Single(taking => taking.Id != whole).Id;
        _story.Event("r6", EventType.Meeting, "Millen", "2024-05-06", source: "agency", actor: "army", target: "rebels", said: "2024-05-06");
        Assert.Contains(Fold().Events, happening => happening.Id == own);
    }

    [Fact]
    public void An_undo_brings_back_the_same_bytes_but_for_the_trail_and_can_be_undone()
    {
        byte[] before = RecordChecks.Publish(Fold() with { Rulings = [] }, PublishFormat.Json);
        Rule(RulingVerb.Reject, Taking().Id);
        Rule(RulingVerb.Undo, "1");
        Assert.Equal(before, RecordChecks.Publish(Fold() with { Rulings = [] }, PublishFormat.Json));
        Assert.Equal(2, Fold().Rulings[0].UndoneBy);
        Rule(RulingVerb.Undo, "2");
        Assert.True(Taking().IsRejected);
    }

    [Fact]
    public void A_target_that_vanished_is_a_problem_and_no_silence()
    {
        _rulings.Add(new Ruling(1, At, "ana", RulingVerb.Reject, "e0000000000", "gone") { Claims = ["c0000000000"] });
        _rulings.Add(new Ruling(2, At, "ana", RulingVerb.Grade, "nobody", "gone") { Value = "B" });
        SituationRecord record = Fold();
        Assert.Equal([ReasonCode.RulingWithoutTarget, ReasonCode.RulingWithoutTarget], record.Problems.Select(problem => problem.Code));
        Assert.All(record.Rulings, made => Assert.Null(made.On));
    }

    [Fact]
    public void A_record_without_rulings_is_the_same_as_one_before_there_were_any() =>
        Assert.Equal(RecordChecks.Publish(Fold(), PublishFormat.Json), RecordChecks.Publish(_story.Fold(), PublishFormat.Json));

    [Theory]
    [InlineData(PublishFormat.Markdown)]
    [InlineData(PublishFormat.Html)]
    [InlineData(PublishFormat.Json)]
    public void Every_view_shows_what_was_ruled(PublishFormat format)
    {
        Rule(RulingVerb.Reject, Taking().Id, reason: "wrong year");
        Rule(RulingVerb.Grade, "observers", "b", "right before");
        string page = RecordChecks.PublishText(Fold(), format);
        Assert.Contains("wrong year", page);
        Assert.Contains("right before", page);
        Assert.Contains("ana", page);
    }

    [Fact]
    public void A_record_with_rulings_is_valid_by_the_published_schema()
    {
        Rule(RulingVerb.Reject, _observers);
        Rule(RulingVerb.Merge, Strikes()[0].Id, Strikes()[1].Id);
        Rule(RulingVerb.Grade, "observers", "B");
        Rule(RulingVerb.Comment, Taking().Id);
        Assert.Empty(JsonSchema.Validate(RecordChecks.Schema, RecordChecks.PublishJson(Fold())));
    }

    [Theory]
    [InlineData(RulingVerb.Grade, "observers", "7", "no reliability")]
    [InlineData(RulingVerb.Reject, "observers", null, "not in the record")]
    [InlineData(RulingVerb.Undo, "9", null, "no ruling 9")]
    [InlineData(RulingVerb.Merge, "observers", null, "takes two events")]
    [InlineData(RulingVerb.Comment, "x", null, "not in the record")]
    public void What_cannot_be_ruled_says_why(RulingVerb verb, string target, string? value, string why)
    {
        RulingDraft draft = RulingDraft.Of(Fold(), new RulingRequest(verb, target, [], value, "ana", "because"), At);
        Assert.Null(draft.Ruling);
        Assert.Contains(why, draft.Wrong);
    }

    [Fact]
    public void Nobody_rules_without_name_and_reason()
    {
        Assert.Contains("author", RulingDraft.Of(Fold(), new RulingRequest(RulingVerb.Accept, Taking().Id, [], null, " ", "because"), At).Wrong);
        Assert.Contains("reason", RulingDraft.Of(Fold(), new RulingRequest(RulingVerb.Accept, Taking().Id, [], null, "ana", ""), At).Wrong);
    }

    private SituationRecord Fold() => _story.Fold([.. _rulings]);

    private Event Taking() => Fold().Events.Single(happening => happening.Type == EventType.Capture);

    private Event[] Strikes() => [.. Fold().Events.Where(happening => happening.Type == EventType.Strike).OrderBy(happening => happening.When!.Start)];   // the story dates them

    private void Rule(RulingVerb verb, string target, string? more = null, string reason = "because")
    {
        bool graded = verb == RulingVerb.Grade;
        RulingDraft draft = RulingDraft.Of(Fold(), new RulingRequest(verb, target, more is null || graded ? [] : [more], graded ? more : null, "ana", reason), At);
        Assert.Null(draft.Wrong);
        _rulings.Add(draft.Ruling! with { Sequence = _rulings.Count + 1 });   // nothing wrong, so there is one
    }
}
