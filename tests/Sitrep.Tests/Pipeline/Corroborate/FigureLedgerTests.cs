using Sitrep.Model.Record;

namespace Sitrep.Tests.Pipeline.Corroborate;

public sealed class FigureLedgerTests
{
    [Fact]
    public void A_later_toll_revises_the_earlier_one_of_the_same_story()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: the toll is 40.");
        story.Report("r2", "2020-03-03", "Harbo, Harbo: the toll is 75.");
        story.Report("r3", "2020-03-05", "Harbo, Harbo: the toll is 90.");
        foreach ((string report, long toll) in new[] { ("r1", 40L), ("r2", 75L), ("r3", 90L) }) story.Figure(report, Measure.Killed, toll, "Harbo", "agency");
        SituationRecord record = story.Fold();
        Assert.Equal([Status.Revised, Status.Revised, Status.SingleSource], record.Figures.Select(figure => figure.Status));
        Assert.Equal([null, record.Figures[0].Id, record.Figures[1].Id], record.Figures.Select(figure => figure.Revises));
    }

    [Fact]
    public void Counts_of_the_displaced_that_lie_far_apart_are_of_two_things()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: 26,000 fled.");
        story.Report("r2", "2020-03-01", "Harbo, Harbo: 12,000,000 displaced by the war.");
        story.Figure("r1", Measure.Displaced, 26_000, "Harbo", "agency");
        story.Figure("r2", Measure.Displaced, 12_000_000, "Harbo", "observers");
        Assert.All(story.Fold().Figures, figure => Assert.Equal(Status.SingleSource, figure.Status));
    }

    [Fact]
    public void The_tolls_of_several_countries_are_counted_apart()
    {
        var story = new TestStory();
        story.Place("Yonder", Sitrep.Model.World.PlacePrecision.Country, null);
        foreach ((string report, string day) in new[] { ("r1", "2020-03-01"), ("r2", "2020-03-02"), ("r3", "2020-03-03") }) story.Report(report, day, "The storm struck Harbo, Harbo, Xanadia and Yonder.");
        story.Figure("r1", Measure.Killed, 40, "Xanadia", "agency");
        story.Figure("r1", Measure.Killed, 90, "Yonder", "observers");
        story.Figure("r2", Measure.Killed, 60, "Xanadia", "agency");
        story.Figure("r2", Measure.Killed, 120, "Yonder", "observers");
        story.Figure("r3", Measure.Killed, 700);
        SituationRecord record = story.Fold();
        Assert.Equal([40L, 90L], record.Figures.Where(figure => figure.Status == Status.Revised).Select(figure => figure.Best!.Value).Order());
    }

    [Fact]
    public void A_count_without_a_place_is_not_the_towns_where_the_dead_of_other_towns_are_told()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo, Harbo: the toll is 40.");
        story.Figure("r1", Measure.Killed, 40);
        Assert.NotNull(story.Fold().Figures.Single().Place);
        story.Figure("r1", Measure.Killed, 2, "Millen");
        Assert.Null(story.Fold().Figures.Single(figure => figure.Best == 40).Place);
    }

    [Fact]
    public void An_undated_toll_is_never_the_newest()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: the toll is 40.");
        story.Report("r2", "2020-03-03", "Harbo, Harbo: the toll is 75.");
        story.Report("r3", null, "Harbo, Harbo: the toll is 12.");
        foreach ((string report, long toll) in new[] { ("r1", 40L), ("r2", 75L), ("r3", 12L) }) story.Figure(report, Measure.Killed, toll, "Harbo", "agency");
        SituationRecord record = story.Fold();
        Assert.Null(record.Figures.Single(figure => figure.Best == 12).Revises);
        Assert.NotEqual(Status.Revised, record.Figures.Single(figure => figure.Best == 75).Status);
    }

    [Fact]
    public void Different_numbers_of_two_claimants_on_one_day_are_contested()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: 40 dead.");
        story.Report("r2", "2020-03-01", "Harbo, Harbo: 60 dead.");
        story.Figure("r1", Measure.Killed, 40, "Harbo", "agency");
        story.Figure("r2", Measure.Killed, 60, "Harbo", "observers");
        Assert.All(story.Fold().Figures, figure => Assert.Equal(Status.Contested, figure.Status));
    }

    [Fact]
    public void The_number_that_the_words_say_was_raised_is_revised_on_the_same_day()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: raising the toll from 358 to 400.");
        story.Figure("r1", Measure.Killed, 400, "Harbo", "agency", revises: 358);
        story.Figure("r1", Measure.Killed, 358, "Harbo", "agency");
        SituationRecord record = story.Fold();
        Assert.Equal(record.Figures.Single(figure => figure.Best == 358).Id, record.Figures.Single(figure => figure.Best == 400).Revises);
    }

    [Fact]
    public void A_toll_that_was_lowered_stands_and_the_series_goes_on_from_it()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: the toll is 288.");
        story.Report("r2", "2020-03-02", "Harbo, Harbo: the toll was revised from 288 to 275.");
        story.Report("r3", "2020-03-04", "Harbo, Harbo: the toll is 280.");
        story.Figure("r1", Measure.Killed, 288, "Harbo", "agency");
        story.Figure("r2", Measure.Killed, 275, "Harbo", "agency", revises: 288);
        story.Figure("r2", Measure.Killed, 288, "Harbo", "agency");
        story.Figure("r3", Measure.Killed, 280, "Harbo", "agency");
        SituationRecord record = story.Fold();
        string? Id(long number) => record.Figures.Single(figure => figure.Best == number).Id;
        Assert.Equal(Id(288), record.Figures.Single(figure => figure.Best == 275).Revises);
        Assert.Equal(Id(275), record.Figures.Single(figure => figure.Best == 280).Revises);
        Assert.Equal([288L, 275L, 280L], Assert.Single(record.Series).Points.Select(point => point.Best!.Value));
    }

    [Fact]
    public void Those_detained_in_a_town_are_some_of_those_detained_in_the_country()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: 2,000 detained in Harbo.");
        story.Report("r2", "2020-03-03", "Harbo, Harbo: 5,800 detained across Xanadia.");
        story.Figure("r1", Measure.Detained, 2000, "Harbo", "agency");
        story.Figure("r2", Measure.Detained, 5800, "Xanadia", "agency");
        Assert.All(story.Fold().Figures, figure => Assert.Null(figure.Revises));
    }

    [Fact]
    public void A_whole_and_its_parts_told_in_one_sentence_revise_nothing()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: 80 dead: 45 on one side and 35 on the other.");
        foreach (long count in new[] { 80L, 45L, 35L }) story.Figure("r1", Measure.Killed, count, "Harbo", "agency");
        Assert.All(story.Fold().Figures, figure => Assert.Null(figure.Revises));
    }

    [Fact]
    public void The_same_toll_of_one_story_is_one_figure()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "The toll in Harbo, in Upland, is 1,394. Harbo is cut off.");
        story.Report("r2", "2020-03-02", "Harbo: 1,394 are dead in Upland. Harbo is cut off.");
        story.Figure("r1", Measure.Killed, 1394, "Harbo", "agency");
        story.Figure("r2", Measure.Killed, 1394, "Upland", "observers");
        Assert.Equal(2, Assert.Single(story.Fold().Figures).Claims.Length);
    }

    [Fact]
    public void Counts_without_a_place_are_not_merged_across_stories()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "The toll of Harbo rose. Harbo mourns: 40 dead.");
        story.Report("r2", "2020-03-02", "A landslide buried a school. Millen counts 40 dead and Millen is cut off.");
        story.Figure("r1", Measure.Killed, 40, source: "agency");
        story.Figure("r2", Measure.Killed, 40, source: "agency");
        SituationRecord record = story.Fold();
        Assert.Equal(2, record.Figures.Length);
        Assert.All(record.Figures, figure => Assert.Null(figure.Revises));
    }

    [Fact]
    public void A_count_far_below_the_toll_is_of_a_part_of_it()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: 2,500 dead.");
        story.Report("r2", "2020-03-02", "Harbo, Harbo: 18 dead.");
        story.Figure("r1", Measure.Killed, 2500, source: "agency");
        story.Figure("r2", Measure.Killed, 18, source: "observers");
        Assert.All(story.Fold().Figures, figure => Assert.Null(figure.Revises));
    }

    [Fact]
    public void A_series_has_its_numbers_in_order_and_three_readings_of_them()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: the toll is 40.");
        story.Report("r2", "2020-03-03", "Harbo, Harbo: the toll is 75.");
        story.Report("r3", "2020-03-03", "Harbo, Harbo: the toll is 60.");
        story.Figure("r1", Measure.Killed, 40, "Harbo", "agency");
        story.Figure("r2", Measure.Killed, 75, "Harbo", "agency");
        story.Figure("r3", Measure.Killed, 60, "Harbo", "observers");
        SituationRecord record = story.Fold();
        Series series = Assert.Single(record.Series);
        Assert.Equal([40L, 60L, 75L], series.Points.Select(point => point.Best!.Value));
        Assert.Equal(1, series.Discrepancy);
        Assert.Equal(60, series.Ranges.Single(range => range.Rule == FigureRule.Conservative).Best.Value);
        Assert.Equal(75, series.Ranges.Single(range => range.Rule == FigureRule.Informative).Best.Value);
        Assert.All(record.Figures, figure => Assert.Equal(series.Id, figure.Series));
        Assert.Equal(Standing.Superseded, record.Figures.Single(figure => figure.Best == 40).Standing);
    }

    [Fact]
    public void A_number_that_its_body_denies_having_given_is_denied()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: 40 dead, the agency says.");
        story.Report("r2", "2020-03-02", "Harbo, Harbo: the agency denies having given a toll of 40.");
        story.Figure("r1", Measure.Killed, 40, "Harbo", "agency");
        story.Figure("r2", Measure.Killed, 40, "Harbo", "agency", stance: Stance.Denies);
        Figure figure = Assert.Single(story.Fold().Figures);
        Assert.Equal((Status.Denied, "ascription-denied"), (figure.Status, figure.StatusRule!.Code));
    }

    [Fact]
    public void The_toll_goes_on_from_the_count_of_the_one_event_it_can_be_of()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: a bombing killed 52.");
        story.Report("r2", "2020-03-02", "Harbo, Harbo: the toll is 54.");
        story.Event("r1", EventType.Killing, "Harbo", "2020-03-01", "agency", target: "people", count: (Measure.Killed, 52));
        story.Figure("r2", Measure.Killed, 54, null, "agency");
        SituationRecord record = story.Fold();
        Assert.Equal([52L, 54L], Assert.Single(record.Series).Points.Select(point => point.Best ?? 0));
    }

    [Theory]
    [InlineData(24, null, 1)]
    [InlineData(11, null, 1)]
    [InlineData(24, "2020-03-01", 2)]
    public void A_toll_of_a_town_goes_on_from_the_one_event_there_that_it_can_be_of(long number, string? second, int series)
    {
        var story = new TestStory();
        story.Event("r1", EventType.Killing, "Millen", "2020-03-01", "agency", target: "people", count: (Measure.Killed, 15));
        if (second is not null) story.Event("r1", EventType.Killing, "Millen", "2020-02-28", "agency", target: "people", count: (Measure.Killed, 14));
        story.Figure("r2", Measure.Killed, number, "Millen", "agency", "2020-03-03");
        Assert.Equal(series, story.Fold().Series.Where(one => one.Points.Any(point => point.Best == number || point.Best == 15)).Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public void A_number_that_fell_stands_behind_the_one_it_fell_from()
    {
        var story = new TestStory();
        story.Report("r1", "2020-03-01", "Harbo, Harbo: the missing fell to 165 from 218.");
        story.Figure("r1", Measure.Missing, 165, "Harbo", "agency", revises: 218);
        story.Figure("r1", Measure.Missing, 218, "Harbo", "agency");
        SituationRecord record = story.Fold();
        Assert.Equal([(218L, Status.Revised), (165L, Status.SingleSource)], Assert.Single(record.Series).Points.Select(point => (point.Best ?? 0, record.Figures.Single(figure => figure.Id == point.Figure).Status)));
    }

    [Fact]
    public void Enemies_do_not_revise_each_others_counts()
    {
        var story = new TestStory();
        story.Event("r0", EventType.Attack, "Harbo", "2020-03-01", "observers", actor: "army", target: "rebels");
        story.Report("r1", "2020-03-01", "Harbo, Harbo: 40 dead.");
        story.Report("r2", "2020-03-02", "Harbo, Harbo: 60 dead.");
        story.Figure("r1", Measure.Killed, 40, "Harbo", "army");
        story.Figure("r2", Measure.Killed, 60, "Harbo", "rebels");
        Assert.All(story.Fold().Figures, figure => Assert.Equal((Status.Contested, null), (figure.Status, figure.Revises)));
    }
}
