using Sitrep.Model.Reports;

namespace Sitrep.Tests.Pipeline.Clean;

public sealed class PageTests
{
    private const string First = "A ferry with 90 people on board sank on Sunday in heavy seas off the northern harbour, the coast guard said in a statement.";
    private const string Second = "Divers were to resume the search for 14 missing passengers at first light on Monday, weather permitting, the harbour master said.";

    [Fact]
    public void Cross_heads_are_kept_with_the_report()
    {
        Report report = Read($"<article><h1>Ferry sinks off coast</h1><p>{First}</p><h2>Search goes on</h2><p>{Second}</p></article>");
        Assert.Equal(["Ferry sinks off coast", "Search goes on"], Words(report, ZoneKind.Headline));
        Assert.Equal([First, Second], Words(report, ZoneKind.Body));
        Assert.Equal("Ferry sinks off coast", report.Title);
    }

    [Fact]
    public void Standfirst_between_title_and_text_opens_the_body() =>
        Assert.Equal(["At least 14 people are missing after a ferry sank near the harbour.", First, Second],
            Words(Read($"<h1>Ferry sinks off coast</h1><div class=\"teaser-text\"><p>At least 14 people are missing after a ferry sank near the harbour.</p></div><div class=\"article-body\"><p>{First}</p><p>{Second}</p></div>"), ZoneKind.Body));

    [Fact]
    public void Lists_of_linked_titles_with_their_first_words_are_other_stories()
    {
        string list = string.Concat(Enumerable.Range(1, 4).Select(n => $"<li><a href=\"/{n}\">Story number {n} of this list of ours</a> The ministry said on Friday that the bridge would stay closed for repairs until the spring.</li>"));
        Assert.Equal([First, Second], Words(Read($"<div><h1>Ferry sinks off coast</h1><p>{First}</p><p>{Second}</p><ul>{list}</ul></div>"), ZoneKind.Body));
    }

    [Theory]
    [InlineData("<link rel=\"canonical\" href=\"https://harbour.example/2021/05/02/ferry\"><meta property=\"article:published_time\" content=\"2021-05-03T03:10:00Z\">", "", "2021-05-02")]
    [InlineData("<meta property=\"article:published_time\" content=\"2021-05-03T03:10:00Z\">", "<p class=\"meta\">May 2, 2021</p>", "2021-05-02")]
    [InlineData("<meta property=\"article:published_time\" content=\"2021-05-03T03:10:00+02:00\">", "<p class=\"meta\">May 2, 2021</p>", "2021-05-03")]
    [InlineData("<meta name=\"date\" content=\"2021-06-01\">", "<p class=\"meta\">3 May 2021</p>", "2021-05-03")]
    [InlineData("<meta name=\"date\" content=\"2021-06-01\">", "", "2021-06-01")]
    [InlineData("", "<p class=\"meta\">Updated 5 May 2021, published 3 May 2021</p>", "2021-05-03")]
    [InlineData("<script>var page = {\"publishedAt\":\"2021-05-03T10:00:00+02:00\"};</script>", "", "2021-05-03")]
    public void Pages_are_dated_on_the_newsrooms_clock(string head, string line, string expected)
    {
        Report report = CleanFixture.Clean($"<html><head>{head}</head><body><article><h1>Ferry sinks off coast</h1>{line}<p>{First}</p><p>{Second}</p></article></body></html>", Markup.Html);
        Assert.Equal(expected, report.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("A nurse told AFP that the hospital was full.", "AFP")]
    [InlineData("A nurse told the Reuters news agency that the hospital was full.", null)]
    [InlineData("A nurse told Reuters in late May that the hospital was full.", null)]
    [InlineData("A nurse told Reuters that the hospital was full, and a doctor told The Guardian that it was not.", null)]
    [InlineData("A nurse told AFP that the hospital was full. Nine died, according to AFP.", null)]
    public void Copy_that_quotes_an_agency_is_not_its_own(string words, string? agency) =>
        Assert.Equal(agency, CleanFixture.Clean($"Quake kills 12\n\n{words}\n\nThe town was cut off.").Agency);

    [Fact]
    public void Who_has_a_reporter_of_its_own_in_the_story_wrote_it() =>
        Assert.Null(CleanFixture.Clean("BBC News\n3 May 2021\nQuake kills 12 in the hills\n\nA nurse told AFP that the hospital was full.\n\nThe BBC's Ana Souza in Lima says that the town was cut off.").Agency);

    private static Report Read(string body)
    {
        Report report = CleanFixture.Clean($"<html><body>{body}</body></html>", Markup.Html);
        CleanFixture.CheckZones(report);
        return report;
    }

    private static IEnumerable<string> Words(Report report, ZoneKind kind) => report.Zones.Where(zone => zone.Kind == kind).Select(zone => zone.Span.Of(report.Text));
}
