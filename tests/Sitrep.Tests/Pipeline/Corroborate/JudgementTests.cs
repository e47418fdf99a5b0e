using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Judgement;

namespace Sitrep.Tests.Pipeline.Corroborate;

public sealed class JudgementTests
{
    [Fact]
    public void Every_rule_is_explained_in_the_manual_under_its_code()
    {
        string manual = File.ReadAllText(Path.Combine(Repository.Root, "docs", "ledger.md"));
        Assert.True(LedgerRules.All.Length > 40);
        Assert.Equal(LedgerRules.All.Length, LedgerRules.All.DistinctBy(rule => rule.Code).Count());
        Assert.All(LedgerRules.All, rule => Assert.Contains($"`{rule.Code}`", manual));
    }

    [Fact]
    public void Bodies_of_one_side_are_several_claimants_and_one_side()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "army", target: "rebels");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", "agency", actor: "army", target: "rebels");
        Event taken = Assert.Single(story.Fold().Events);
        Assert.Equal((2, 2, 2, 1), (taken.Independent.Reports, taken.Independent.Dispatches, taken.Independent.Claimants, taken.Independent.Sides));
        Assert.Equal((Status.SingleSource, "one-side"), (taken.Status, taken.StatusRule!.Code));
        Assert.Equal((4, "own-interest-only"), (taken.Credibility!.Grade, taken.Credibility.Rule.Code));
    }

    [Fact]
    public void A_backer_is_not_independent_of_whom_it_backs()
    {
        var story = new TestStory();
        story.Actor("neighbour", ActorKind.Government, "XB");
        story.Backed("rebels", "XB");
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "rebels", actor: "rebels");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", "neighbour", actor: "rebels");
        Event taken = Assert.Single(story.Fold().Events);
        Assert.Equal((2, 1), (taken.Independent.Claimants, taken.Independent.Sides));
        Assert.Equal("one-side", taken.StatusRule!.Code);
    }

    [Fact]
    public void What_a_source_takes_back_is_retracted()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "rebels", actor: "rebels");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", "rebels", actor: "rebels", stance: Stance.Denies, said: "2020-03-02");
        Event taken = Assert.Single(story.Fold().Events);
        Assert.Equal((Status.Retracted, "taken-back", Standing.Retracted), (taken.Status, taken.StatusRule!.Code, taken.Standing));
        Assert.Equal(5, taken.Credibility!.Grade);
    }

    [Fact]
    public void Sources_that_disagree_get_no_verdict()
    {
        var story = new TestStory();
        Fight(story);
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "rebels", actor: "rebels", target: "army");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "rebels", target: "army", stance: Stance.Denies);
        Event taken = story.Fold().Events.Single(happening => happening.Type == EventType.Capture);
        Assert.Equal((Status.Contested, "disputed"), (taken.Status, taken.StatusRule!.Code));
        Assert.Equal((6, "both-stand"), (taken.Credibility!.Grade, taken.Credibility.Rule.Code));
    }

    [Fact]
    public void A_word_against_ones_own_side_is_told_apart_and_believed()
    {
        var story = new TestStory();
        Fight(story);
        string own = story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "army", target: "rebels");
        string against = story.Event("r2", EventType.Withdrawal, "Millen", "2020-03-02", "army", actor: "army");
        string denied = story.Event("r3", EventType.Withdrawal, "Upland", "2020-03-02", "army", actor: "army", stance: Stance.Denies);
        SituationRecord record = story.Fold();
        LedgerClaim Claim(string id) => record.Claims.Single(claim => claim.Claim.Id == id);
        Assert.Equal((Interest.Own, "own-gain"), (Claim(own).Interest, Claim(own).InterestRule!.Code));
        Assert.Equal((Interest.Against, "admits-loss"), (Claim(against).Interest, Claim(against).InterestRule!.Code));
        Assert.Equal((Interest.Own, "denies-loss"), (Claim(denied).Interest, Claim(denied).InterestRule!.Code));
        Assert.Equal("against-interest", record.Events.Single(happening => happening.Place == "Millen").Credibility!.Rule.Code);
    }

    [Fact]
    public void A_ruling_sets_the_grade_of_a_source_and_of_an_event()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "army");
        string id = Assert.Single(story.Fold().Events).Id;
        SituationRecord record = story.Fold(Graded(1, "observers", "A"), Graded(2, id, "3"), Graded(3, id, "4"));
        Assert.Equal((Reliability.A, 1L), (record.Sources.Single(source => source.Id == "observers").Grade.Grade, record.Sources.Single(source => source.Id == "observers").Grade.Ruling));
        Assert.Equal((4, 3L), (record.Events[0].Credibility!.Grade, record.Events[0].Credibility!.Ruling));
    }

    private static Ruling Graded(long sequence, string target, string grade) => new(sequence, DateTimeOffset.UnixEpoch, "ana", RulingVerb.Grade, target, "known for long") { Value = grade };

    private static void Fight(TestStory story) => story.Event("r0", EventType.Attack, "Upland", "2020-02-20", "observers", actor: "army", target: "rebels");
}
