using Sitrep.Model.Reports;
using Sitrep.Pipeline.Dedupe;
using static Sitrep.Tests.Pipeline.Dedupe.Stories;

namespace Sitrep.Tests.Pipeline.Dedupe;

public sealed class VersionTests
{
    private static readonly Report First = Page("r5", Quake, 18), Later = Page("r2", [.. Quake[..3], QuakeElsewhere[0]], 20), Latest = Page("r9", QuakeElsewhere, 21);

    [Fact]
    public void Later_versions_of_one_address_are_updates_whatever_they_share()
    {
        foreach (Report[] order in (Report[][])[[First, Later, Latest], [Latest, First, Later]])
        {
            Dispatch dispatch = Assert.Single(DedupeStage.Group(order));
            Assert.Equal(["r5", "r2", "r9"], dispatch.Reports.AsEnumerable().OrderBy(id => id == "r5" ? 0 : id == "r2" ? 1 : 2));
            Assert.Equal("r5", dispatch.Reports[0]);
            Assert.Equal([("r2", "r5", CopyRelation.Update), ("r9", "r2", CopyRelation.Update)], dispatch.Links.Select(link => (link.Report, link.Of, link.Relation)));
        }
    }

    [Fact]
    public void Same_text_fetched_again_is_no_update()
    {
        Dispatch dispatch = Assert.Single(DedupeStage.Group([First, Page("r1", Quake, 20)]));
        Assert.Equal(("r1", "r5", CopyRelation.Reprint), dispatch.Links.Select(link => (link.Report, link.Of, link.Relation)).Single());
    }

    [Fact]
    public void Other_addresses_are_other_stories() =>
        Assert.Equal(2, DedupeStage.Group([First, Page("r2", Strike, 20) with { Url = "https://a.example/other" }]).Length);

    [Fact]
    public void Front_page_of_a_site_is_no_item() =>
        Assert.Equal(2, DedupeStage.Group([First with { Url = "https://a.example/" }, Page("r2", Strike, 20) with { Url = "https://a.example" }]).Length);

    [Fact]
    public void Item_that_evolved_from_another_is_its_update()
    {
        Report before = First with { Url = "urn:a:1" }, after = Page("r2", Strike, 20) with { Url = "urn:a:2", Provenance = new Provenance(null, At(20), "urn:a:1", null) };
        Assert.Equal([("r2", "r5", CopyRelation.Update)], Assert.Single(DedupeStage.Group([after, before])).Links.Select(link => (link.Report, link.Of, link.Relation)));
    }

    [Fact]
    public void Copy_elsewhere_stays_a_copy_beside_the_versions()
    {
        Report copy = Report("r1", Quake, "The Courier", null, "2023-03-19");
        Dispatch dispatch = Assert.Single(DedupeStage.Group([copy, Later, First]));
        Assert.Equal([("r1", "r5", CopyRelation.Reprint), ("r2", "r5", CopyRelation.Update)], dispatch.Links.Select(link => (link.Report, link.Of, link.Relation)));
    }

    [Fact]
    public void Later_version_is_known_from_the_day_it_was_made()
    {
        Versions versions = Versions.Of([Latest, First]);
        Assert.Equal(new DateOnly(2023, 3, 18), versions.KnownOn(First));
        Assert.Equal(new DateOnly(2023, 3, 21), versions.KnownOn(Latest));
        Assert.Equal(new DateOnly(2023, 3, 18), Versions.Of([Latest]).KnownOn(Latest));
    }

    private static Report Page(string id, IEnumerable<string> paragraphs, int fetched) =>
        Report(id, paragraphs, "Coast Gazette", null, "2023-03-18") with { Url = "https://a.example/quake", Provenance = new Provenance(At(fetched)) };

    private static DateTimeOffset At(int day) => new(2023, 3, day, 12, 0, 0, TimeSpan.Zero);
}
