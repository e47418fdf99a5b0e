using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Tests.Pipeline.Corroborate;

public sealed class EventLedgerTests
{
    [Fact]
    public void Takings_by_enemies_on_one_day_are_two_events_that_contradict_each_other()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "rebels", actor: "rebels");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", "army", actor: "army");
        SituationRecord record = story.Fold();
        Assert.Equal(2, record.Events.Length);
        Assert.All(record.Events, taking => Assert.Equal([record.Events.Single(other => other != taking).Id], taking.Contradicts));
        Assert.All(record.Events, taking => Assert.Empty(taking.Supersedes));
    }

    [Fact]
    public void A_later_taking_by_the_enemy_supersedes_the_earlier_one()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", actor: "rebels");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-09", actor: "army");
        SituationRecord record = story.Fold();
        Assert.Empty(record.Events[0].Supersedes);
        Assert.Equal([record.Events[0].Id], record.Events[1].Supersedes);
        Assert.Empty(record.Events[1].Contradicts);
    }

    [Fact]
    public void A_denied_loss_is_of_the_enemys_taking_and_stands_against_it()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Clash, "Harbo", "2020-03-01", actor: "rebels", target: "army");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-05", "observers", actor: "rebels");
        string denied = story.Event("r3", EventType.Capture, "Harbo", source: "army", stance: Stance.Denies, said: "2020-03-05");
        SituationRecord record = story.Fold();
        Event taking = record.Events.Single(happening => happening.Type == EventType.Capture && !happening.Roles.IsEmpty);
        Assert.Equal(Status.Contested, taking.Status);
        Assert.Contains(denied, record.Events.Where(happening => happening == taking || taking.Contradicts.Contains(happening.Id)).SelectMany(happening => happening.Claims));
    }

    [Theory]
    [InlineData(false, Status.Contested)]
    [InlineData(true, Status.Corroborated)]
    public void A_denied_holding_stands_against_the_taking_until_the_denier_has_left(bool left, Status expected)
    {
        var story = new TestStory();
        story.Event("r1", EventType.Clash, "Harbo", "2020-03-01", actor: "rebels", target: "army");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-05", "observers", actor: "rebels");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-05", "rebels", actor: "rebels");
        story.Event("r3", EventType.Holding, "Harbo", source: "army", actor: "rebels", stance: Stance.Denies, said: "2020-03-05");
        if (left) story.Event("r4", EventType.Withdrawal, "Harbo", "2020-03-05", "army", actor: "army", said: "2020-03-05");
        Event taking = story.Fold().Events.Single(happening => happening.Type == EventType.Capture);
        Assert.Equal((expected, !left), (taking.Status, taking.Contradicts.Length > 0));
    }

    [Fact]
    public void A_denied_holding_is_answered_when_the_denier_owns_to_the_taking()
    {
        var story = new TestStory();
        story.Event("r0", EventType.Attack, "Millen", "2020-02-20", "observers", actor: "army", target: "rebels");
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "rebels", actor: "rebels");
        story.Event("r2", EventType.Holding, "Harbo", null, "army", actor: "rebels", stance: Stance.Denies, said: "2020-03-02");
        story.Event("r3", EventType.Capture, "Harbo", null, "army", actor: "rebels", said: "2020-03-04");
        Assert.Equal(Status.Corroborated, Assert.Single(story.Fold().Events, told => told.Type == EventType.Capture).Status);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void A_taking_told_again_weeks_later_without_a_day_is_the_dated_one_unless_the_town_was_lost_between(bool lost, int takings)
    {
        var story = new TestStory();
        story.Event("r0", EventType.Attack, "Millen", "2020-02-20", "observers", actor: "army", target: "rebels");
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", "observers", actor: "rebels");
        if (lost) story.Event("r2", EventType.Capture, "Harbo", "2020-03-08", "observers", actor: "army");
        story.Event("r3", EventType.Capture, "Harbo", null, "observers", actor: "rebels", said: "2020-03-19");
        Assert.Equal(takings, story.Fold().Events.Count(told => told.Type == EventType.Capture && told.Roles.Any(role => role.Actor == "rebels")));
    }

    [Fact]
    public void Nobody_denies_his_own_gain()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-05", "observers", actor: "rebels");
        story.Event("r2", EventType.Capture, "Harbo", source: "rebels", stance: Stance.Denies, said: "2020-03-05");
        Assert.Equal(Status.SingleSource, story.Fold().Events.Single(happening => happening.Type == EventType.Capture && !happening.Roles.IsEmpty).Status);
    }

    [Fact]
    public void Allies_that_fight_one_enemy_take_a_town_together()
    {
        var story = new TestStory();
        story.Actor("militia", ActorKind.Militia, "militia");
        story.Event("r1", EventType.Attack, "Harbo", "2020-02-20", actor: "militia", target: "rebels");
        story.Event("r1", EventType.Attack, "Harbo", "2020-02-20", actor: "army", target: "rebels");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-01", actor: "army");
        story.Event("r3", EventType.Capture, "Harbo", "2020-03-01", actor: "militia");
        Assert.Single(story.Fold().Events, happening => happening.Type == EventType.Capture);
    }

    [Fact]
    public void A_holding_that_is_told_again_has_lasted_until_then_but_one_told_long_after_is_told_anew()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Holding, "Harbo", "2020-03-01", actor: "rebels");
        story.Event("r2", EventType.Holding, "Harbo", said: "2020-03-03", actor: "rebels");
        story.Event("r3", EventType.Holding, "Harbo", said: "2020-03-09", actor: "rebels");
        Assert.Equal([("2020-03-01", "2020-03-03"), ("2020-03-09", "2020-03-09")], story.Fold().Events.Select(holding => ($"{holding.When!.Start:yyyy-MM-dd}", $"{holding.When.End:yyyy-MM-dd}")));
    }

    [Fact]
    public void An_attack_told_again_a_week_later_by_its_place_and_number_is_the_same()
    {
        var story = new TestStory();
        foreach ((string report, string day) in new[] { ("r1", "2020-03-01"), ("r2", "2020-03-08"), ("r3", "2020-03-09") }) story.Report(report, day, "Harbo, Harbo and Harbo: an attack.");
        story.Event("r1", EventType.Killing, "Harbo", "2020-03-01", target: "people", count: (Measure.Killed, 52));
        story.Event("r2", EventType.Killing, "Harbo", target: "people", count: (Measure.Killed, 52));
        story.Event("r3", EventType.Killing, "Harbo", target: "people", count: (Measure.Killed, 15));
        Assert.Equal([2, 1], story.Fold().Events.Select(killing => killing.Claims.Length));
    }

    [Fact]
    public void Who_denies_having_done_it_denies_not_that_it_was_done()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Bombing, "Harbo", "2020-03-01", "observers");
        story.Event("r2", EventType.Bombing, "Harbo", "2020-03-01", "rebels", actor: "rebels", stance: Stance.Denies);
        Assert.Equal([Status.SingleSource, Status.Denied], story.Fold().Events.Select(bombing => bombing.Status).Order());
        story.Event("r3", EventType.Bombing, "Harbo", "2020-03-01", "army", actor: "rebels");
        Assert.Contains(story.Fold().Events, bombing => bombing.Status == Status.Contested);
    }

    [Fact]
    public void Two_parties_that_leave_one_town_leave_it_each_for_itself()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Withdrawal, "Harbo", "2020-03-01", "observers", actor: "rebels");
        story.Event("r1", EventType.Withdrawal, "Harbo", "2020-03-01", "army", target: "army");
        Assert.Equal(2, story.Fold().Events.Length);
    }

    [Fact]
    public void One_report_that_tells_of_two_things_struck_tells_of_two_attacks()
    {
        var story = new TestStory();
        story.Actor("mosque", ActorKind.Other, null);
        story.Actor("station", ActorKind.Other, null);
        story.Report("r1", "2020-03-01", "xy");
        story.Event("r1", EventType.Attack, "Harbo", "2020-03-01", target: "mosque");
        story.Event("r1", EventType.Attack, "Harbo", "2020-03-01", target: "mosque");
        Assert.Single(story.Fold().Events);
    }

    [Fact]
    public void A_ceasefire_that_is_denied_by_no_more_than_its_word_is_the_one_told_in_the_same_report()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Ceasefire, null, "2020-03-01", actor: "army", target: "rebels");
        story.Event("r1", EventType.Ceasefire, null, source: "rebels", said: "2020-03-01", stance: Stance.Denies);
        story.Event("r2", EventType.Ceasefire, null, source: "observers", said: "2020-03-01", stance: Stance.Denies);
        Event truce = Assert.Single(story.Fold().Events);
        Assert.Equal((Status.Contested, 2), (truce.Status, truce.Claims.Length));
    }

    [Fact]
    public void What_befell_one_named_person_on_a_day_is_one_event_wherever_it_was()
    {
        var story = new TestStory();
        story.Actor("omar Sadek", ActorKind.Person, null);
        story.Event("r1", EventType.Detention, null, "2020-03-01", actor: "army", target: "omar Sadek");
        story.Event("r2", EventType.Detention, null, "2020-03-01", target: "omar Sadek");
        story.Event("r3", EventType.Detention, null, "2020-03-09", target: "omar Sadek");
        Assert.Equal([2, 1], story.Fold().Events.Select(detention => detention.Claims.Length));
    }

    [Fact]
    public void A_fall_without_taker_and_day_joins_neither_of_two_enemies_takings()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", actor: "rebels");
        story.Event("r2", EventType.Capture, "Harbo", "2020-03-04", actor: "army");
        string fall = story.Event("r3", EventType.Capture, "Harbo", said: "2020-03-05");
        Assert.Equal([fall], story.Fold().Events.Single(happening => happening.Claims.Contains(fall)).Claims);
    }

    [Fact]
    public void A_blast_here_and_an_attack_there_on_one_day_are_one_event_called_by_the_word_that_says_more()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Attack, "Harbo", "2020-03-01");
        story.Event("r2", EventType.Bombing, "Harbo", "2020-03-01");
        story.Event("r3", EventType.Bombing, "Harbo", "2020-03-02");
        Event blast = Assert.Single(story.Fold().Events);
        Assert.Equal(EventType.Bombing, blast.Type);
        Assert.Equal(3, blast.Claims.Length);
        Assert.Equal(["same place, same day", "same place, 1 day apart"], blast.Joined.Select(joined => joined.Reason));
    }

    [Fact]
    public void Twins_in_one_town_on_two_days_stay_two_and_each_says_why()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Bombing, "Harbo", "2020-03-01");
        story.Event("r2", EventType.Bombing, "Harbo", "2020-03-05");
        SituationRecord record = story.Fold();
        Assert.Equal(2, record.Events.Length);
        Assert.All(record.Events, blast => Assert.Equal((record.Events.Single(other => other.Id != blast.Id).Id, "4 days apart, though same place"), (blast.Apart.Single().Event, blast.Apart.Single().Reason)));
    }

    [Fact]
    public void A_strike_and_an_attack_told_in_one_sentence_are_two()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Strike, "Harbo", "2020-03-01");
        story.Event("r1", EventType.Attack, "Harbo", "2020-03-01");
        Assert.Equal(2, story.Fold().Events.Length);
    }

    [Fact]
    public void A_quarter_and_its_town_tell_of_one_event_when_the_count_is_the_same_and_of_two_when_it_is_not()
    {
        foreach ((long count, int events) in ((long, int)[])[(12, 1), (14, 2)])
        {
            var story = new TestStory();
            story.Place("Old Harbo", PlacePrecision.Area, "Upland", 1.05);
            story.Event("r1", EventType.Killing, "Harbo", "2020-03-01", target: "people", count: (Measure.Killed, 12));
            story.Event("r2", EventType.Killing, "Old Harbo", "2020-03-01", target: "people", count: (Measure.Killed, count));
            Assert.Equal(events, story.Fold().Events.Length);
        }
    }

    [Fact]
    public void The_deaths_in_a_blast_are_an_event_of_their_own_and_one_incident_with_it()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Bombing, "Harbo", "2020-03-01");
        story.Event("r1", EventType.Killing, null, "2020-03-01", target: "people", count: (Measure.Killed, 12));
        story.Event("r2", EventType.Bombing, "Millen", "2020-03-01");
        SituationRecord record = story.Fold();
        Event[] one = [.. record.Events.Where(happened => happened.Incident is not null)];
        Assert.Equal([EventType.Bombing, EventType.Killing], one.Select(happened => happened.Type).Order());
        Assert.Single(one.Select(happened => happened.Incident).Distinct());
        Assert.All(one, happened => Assert.Equal("Harbo", happened.Place));
    }

    [Fact]
    public void People_killed_in_two_places_are_two_events()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Killing, "Harbo", "2020-03-01", target: "people", count: (Measure.Killed, 12));
        story.Event("r2", EventType.Killing, "Millen", "2020-03-01", target: "people", count: (Measure.Killed, 12));
        Assert.Equal(2, story.Fold().Events.Length);
    }

    [Fact]
    public void A_disaster_told_weeks_later_without_a_day_is_the_dated_one()
    {
        var story = new TestStory();
        story.Event("r1", EventType.Disaster, "Harbo", said: "2020-03-14");
        story.Event("r2", EventType.Disaster, "Harbo", "2020-03-10");
        story.Event("r3", EventType.Disaster, "Harbo", said: "2020-03-29");
        Event flood = Assert.Single(story.Fold().Events);
        Assert.Equal(Interval.Day(new DateOnly(2020, 3, 10)), flood.When);
        Assert.Equal(3, flood.Claims.Length);
    }

    [Fact]
    public void The_order_of_claims_does_not_matter()
    {
        static SituationRecord Told(bool reversed)
        {
            var story = new TestStory();
            foreach (string report in reversed ? new[] { "r3", "r2", "r1" } : ["r1", "r2", "r3"]) story.Report(report, "2020-03-01", "Harbo fell.");
            story.Event("r1", EventType.Capture, "Harbo", "2020-03-01", actor: "rebels");
            story.Event("r2", EventType.Capture, "Harbo", "2020-03-02", actor: "rebels");
            story.Event("r3", EventType.Clash, "Harbo", "2020-03-02");
            return story.Fold();
        }
        Assert.Equal(Told(false).Events.Select(happening => (happening.Id, happening.Summary, happening.When)), Told(true).Events.Select(happening => (happening.Id, happening.Summary, happening.When)));
    }

    [Fact]
    public void A_year_of_fights_at_one_place_folds_in_near_linear_time()
    {
        // Judging a claim against an event allocates, so bytes count comparisons, and no clock is asked.
        static long Allocated(int days)
        {
            var story = new TestStory();
            for (int day = 0; day < days; day++) story.Event($"r{day}", EventType.Attack, "Harbo", new DateOnly(2015, 1, 1).AddDays(day * 3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), actor: "rebels", target: "army");
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(days, story.Fold().Events.Length);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Allocated(10);
        // Ten times as much is ten times the work; all with all would be a hundred.
        Assert.True(Allocated(3000) < 20 * Allocated(300));
    }
}
