using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Corroborate.Withdrawals;
using Sitrep.Pipeline.Data;

namespace Sitrep.Tests.Pipeline.Corroborate;

/// <summary>What an outlet takes back by another version of its page.</summary>
public sealed class WithdrawalTests
{
    private const string Told = "A bomb killed 12 people at a market in Rome on Friday, police said. The mayor denied that the bridge had been destroyed.";

    private static readonly DataFolder Data = DataFolder.At(Path.Combine(Repository.Root, "data"));
    private static readonly Lazy<SitrepPipeline> Pipeline = new(() => SitrepPipeline.Load(Data, Path.Combine(Repository.Root, "models")));

    [Fact]
    public void A_withdrawn_page_takes_back_what_it_told_and_the_day_before_still_has_it()
    {
        ReadReport[] pages = [Page("one", 3, Told), Page("two", 5, "This article has been withdrawn because its source could not be verified.")];
        Event before = Bombing(Pipeline.Value.Fold(pages, [], new DateOnly(2024, 5, 4)));
        Assert.Equal((Status.SingleSource, Standing.Stands), (before.Status, before.Standing));

        SituationRecord record = Pipeline.Value.Fold(pages, [], asOf: null);
        Event now = Bombing(record);
        Assert.Equal((Status.Retracted, Standing.Retracted, "page-withdrawn"), (now.Status, now.Standing, now.StatusRule?.Code));
        Figure dead = record.Figures.First(figure => figure.Best == 12);
        Assert.Equal((Status.Retracted, "page-withdrawn", (string?)null), (dead.Status, dead.StatusRule?.Code, dead.Series));
        Assert.All(record.Claims.Where(claim => claim.Claim.ReportId == "one"), claim => Assert.Equal(new Withdrawal(WithdrawalKind.Retracted, "two"), claim.Withdrawn));
    }

    [Fact]
    public void What_a_withdrawn_page_told_counts_for_nobody_where_another_tells_it()
    {
        ReadReport other = Read("other", 3, "Twelve people died on Friday when a bomb exploded at a market in Rome, the hospital said.", "https://b.example/x", "Second Outlet");
        ReadReport[] pages = [Page("one", 3, Told), Page("two", 5, "This story has been retracted."), other];
        Event now = Bombing(Pipeline.Value.Fold(pages, [], asOf: null));
        Assert.Equal((Status.SingleSource, 1, 1), (now.Status, now.Independent.Reports, now.Independent.Claimants));
        Assert.True(now.Claims.Length > 1);
    }

    [Fact]
    public void A_corrected_page_takes_back_only_what_it_no_longer_tells()
    {
        ReadReport[] pages = [Page("one", 3, Told), Page("two", 4, "A bomb killed two people at a market in Rome on Friday, police said. Correction: an earlier version of this story gave a wrong number of dead.")];
        SituationRecord record = Pipeline.Value.Fold(pages, [], asOf: null);
        Assert.Equal(Status.SingleSource, Bombing(record).Status);
        Assert.Equal((Status.Retracted, Standing.Retracted), (Dead(record, 12).Status, Dead(record, 12).Standing));
        Assert.Equal(Status.SingleSource, Dead(record, 2).Status);
        Assert.Equal([2L], record.Series.Where(series => series.Points.Any(point => point.Best == 2)).SelectMany(series => series.Ranges).Select(range => range.Best.Value).OfType<long>().Distinct());
    }

    [Fact]
    public void What_a_later_version_leaves_out_is_superseded_and_what_it_keeps_stands()
    {
        ReadReport[] pages = [Page("one", 3, Told + " Gunmen attacked a police station in Naples on Thursday, officials said."), Page("two", 4, Told)];
        SituationRecord record = Pipeline.Value.Fold(pages, [], asOf: null);
        Assert.Equal(Standing.Stands, Bombing(record).Standing);
        Event dropped = record.Events.Single(happening => happening.Type == EventType.Attack);
        Assert.Equal((Status.SingleSource, Standing.Superseded), (dropped.Status, dropped.Standing));
        Assert.Equal(new Withdrawal(WithdrawalKind.Dropped, "two"), record.Claims.Single(claim => claim.About == dropped.Id).Withdrawn);
    }

    [Fact]
    public void Reprints_of_a_withdrawn_page_tell_nothing_else()
    {
        const string text = Told + " Rescuers were still looking for survivors under the roof of the market hall, which fell in on Friday afternoon, and the road to the north stayed closed to all but ambulances.";
        ReadReport[] pages = [Page("one", 3, text), Page("two", 5, "This article has been withdrawn by its editors."), Read("copy", 4, text, "https://b.example/x", "Second Outlet", "2024-05-04")];
        Assert.Equal(Status.Retracted, Bombing(Pipeline.Value.Fold(pages, [], asOf: null)).Status);
    }

    [Theory]
    [InlineData("This article has been withdrawn.", PageNotice.Retracts)]
    [InlineData("This article, first published on 3 May under another title, was removed after a complaint.", PageNotice.Retracts)]
    [InlineData("EDITORS: MANDATORY KILL. Please disregard this report.", PageNotice.Retracts)]
    [InlineData("This story was corrected to say that the bridge was removed in 2019.", PageNotice.Corrects)]
    [InlineData("An earlier version of this story gave a wrong number.", PageNotice.Corrects)]
    [InlineData("The army has withdrawn from the town, this report says.", PageNotice.None)]
    [InlineData("The ministry's report has been withdrawn.", PageNotice.None)]
    [InlineData("This report is about troops. They have been withdrawn.", PageNotice.None)]
    public void What_a_page_says_of_itself_is_told_from_what_it_reports(string text, PageNotice expected) =>
        Assert.Equal(expected, RetractionCues.Load(Data).Of(Pipeline.Value.Read(Raw("r", 3, $"Ten people were killed in Rome on Friday, police said.\n\n{text}", "https://a.example/y", "Outlet")).Report!.Report));

    private static Event Bombing(SituationRecord record) => record.Events.First(happening => happening.Type is EventType.Bombing or EventType.Killing);

    private static Figure Dead(SituationRecord record, long number) => record.Figures.Single(figure => figure.Best == number && figure.Measure == Measure.Killed);

    private static ReadReport Page(string id, int day, string text) => Read(id, day, text, "https://a.example/bomb", "First Outlet");

    private static ReadReport Read(string id, int day, string text, string url, string outlet, string published = "2024-05-03") => Pipeline.Value.Read(Raw(id, day, text, url, outlet, published)).Report ?? throw new InvalidOperationException(text);

    private static RawReport Raw(string id, int day, string text, string url, string outlet, string published = "2024-05-03") =>
        new(id, $"{id}.json", id, Markup.Text, text, new SuppliedMetadata("A bomb in Rome", outlet, url, published, Provenance: new Provenance(Modified: new DateTimeOffset(2024, 5, day, 12, 0, 0, TimeSpan.Zero))));
}
