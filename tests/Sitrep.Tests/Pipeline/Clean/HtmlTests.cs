using System.Text;
using AngleSharp.Html.Parser;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Tests.Pipeline.Clean;

public sealed class HtmlTests
{
    private const string Page = """
        <!doctype html><html><head><title>Ferry sinks off coast | Harbour Post</title>
        <meta property="og:site_name" content="Harbour Post"><link rel="canonical" href="https://harbour.example/2021/05/ferry">
        <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-05-03T10:00:00+02:00","author":[{"name":"Ana Souza"}]}</script></head>
        <body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
        <article><h1>Ferry sinks off coast</h1><p class="byline">By Ana Souza</p>
        <figure><img src="x.jpg" alt="boat"><figcaption>Rescue boats off Port Louis, May 2, 2021. (AP Photo/Luc Roi)</figcaption></figure>
        <p>PORT LOUIS (AP) &mdash; A ferry with 90&nbsp;people on board sank on Sunday in heavy <b>seas</b>, the coast
        guard said.</p><p>Caf&eacute; owners on the quay pulled survivors &amp; crew from the water.</p>
        <div class="related-links"><a href="/a">Five ferry disasters of the decade that shook the region</a></div>
        <h2>Search goes on</h2><p>Divers were to resume the search for 14 missing passengers at first light on Monday.</p></article>
        <div id="comments"><div class="comment"><p>Terrible news, my thoughts are with the families of all the passengers.</p></div></div>
        <footer><p>All rights reserved by Harbour Post and its partners.</p></footer></body></html>
        """;

    [Fact]
    public void Page_is_cleaned_to_its_paragraphs()
    {
        Report report = CleanFixture.Clean(Page, Markup.Html);
        CleanFixture.CheckZones(report);
        Assert.Equal(["A ferry with 90 people on board sank on Sunday in heavy seas, the coast guard said.", "Café owners on the quay pulled survivors & crew from the water.", "Divers were to resume the search for 14 missing passengers at first light on Monday."],
            report.Body.Select(span => span.Of(report.Text)));
        Assert.Equal(("Ferry sinks off coast", "Harbour Post", "Associated Press"), (report.Title, report.Outlet, report.Agency));
        Assert.Equal((new DateOnly(2021, 5, 3), DateBasis.Metadata), (report.Published, report.PublishedBasis));
        Assert.Equal(["Ana Souza"], report.Bylines);
        Assert.Equal("Luc Roi", Assert.Single(report.Photos).Photographer);
        Assert.Contains(report.Zones, zone => zone.Kind == ZoneKind.Comment);
    }

    [Fact]
    public void Every_zone_leads_back_to_its_words_in_the_source()
    {
        Report report = CleanFixture.Clean(Page, Markup.Html);
        foreach (Zone zone in report.Zones) CheckSource(report, zone.Span);
    }

    [Theory]
    [InlineData("<p>One &lt two &#8212; three&hellip;</p><p>a<!-- x -->b<script>if (1<2) '</p>'</script>c</p>")]
    [InlineData("<table><tr><td>cell<p>loose</table>text<div>more<br>and<br><br>more")]
    [InlineData("<p>unclosed <b>bold <i>both</b> italic</i> &notanentity; &#xD83D; &#128512; <a href='x>y'>link</a")]
    [InlineData("<svg><title>no</title></svg><template><p>no</p></template><noscript>no</noscript><textarea>yes</textarea><p hidden>no<p>yes")]
    [InlineData("a < b and c > d <![CDATA[ x ]]> <? pi ?> </ bogus> <p\u00a0>end")]
    public void Words_of_odd_markup_are_those_of_the_dom(string source)
    {
        var page = Sitrep.Pipeline.Clean.Html.HtmlReader.Read(source, showHidden: true);
        Assert.All(page.Blocks, block => CheckMapped(source, page.Text, page.Map, block.Span));
    }

    [Fact]
    public void Words_of_a_page_are_those_of_AngleSharps_dom()
    {
        var page = Sitrep.Pipeline.Clean.Html.HtmlReader.Read(Page, showHidden: false);
        Assert.Equal(Squeeze(new HtmlParser().ParseDocument(Page).Body?.TextContent ?? ""), Squeeze(page.Text));
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>x", 100_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<p>word</p>", 300_000)]
    [InlineData("<a href=x>&amp;", 200_000)]
    [InlineData("<!--", 500_000)]
    [InlineData("<p class='", 300_000)]
    [InlineData("<script>", 300_000)]
    [InlineData("</div>&#", 300_000)]
    [InlineData("<li><a>x</a></section>", 100_000)]
    public void Hostile_pages_take_linear_time(string unit, int times)
    {
        var source = new StringBuilder();
        for (int i = 0; i < times; i++) source.Append(unit);
        source.Append("<p>A sentence that stands at the end of the page.</p>");
        // Processor time of the process, not the clock: a machine that is busy with something else proves nothing. Tests beside this one count too.
        TimeSpan before = Environment.CpuUsage.TotalTime;
        CleanFixture.Stage.Clean(CleanFixture.Raw(source.ToString(), Markup.Html));
        Assert.True(Environment.CpuUsage.TotalTime - before < TimeSpan.FromSeconds(20), "Far over what one pass over the page takes, even on a loaded machine.");
    }

    [Theory]
    [InlineData("<div", " a1=\"v\"", "><p>A sentence that stands at the end of the page.</p>")]
    [InlineData("<script>", "var a=1;", "</script><p>A sentence that stands at the end of the page.</p>")]
    [InlineData("<p>", "&amp;&#128512;&notanentity;", "</p>")]
    [InlineData("<p>", "<table><tr><td>x", "")]
    [InlineData("<!-- ", "x <!-- ", "")]
    public void Ten_million_characters_cost_bounded_time_and_memory(string start, string unit, string end)
    {
        const long MostBytes = 4_000_000_000;   // allocated in all; measured at most 2.4 (bench/README.md)
        var source = new StringBuilder(start, 10_000_100);
        while (source.Length < 10_000_000) source.Append(unit);
        RawReport page = CleanFixture.Raw(source.Append(end).ToString(), Markup.Html);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        CleanFixture.Stage.Clean(page);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MostBytes);
        Assert.True(Environment.CpuUsage.TotalTime - before < TimeSpan.FromSeconds(60), "Far over what one pass over the page takes, even on a loaded machine.");
    }

    private static void CheckSource(Report report, TextSpan span) => CheckMapped(report.Received, report.Text, report.Map, span);

    // Tags off, references decoded, white space out: the same words.
    private static void CheckMapped(string received, string clean, OffsetMap map, TextSpan span)
    {
        TextSpan? source = map.ToReceived(span);
        Assert.NotNull(source);
        string slice = source.Value.Of(received);
        if (slice.Contains("<script", StringComparison.Ordinal)) return;
        Assert.Equal(Squeeze(span.Of(clean)), Squeeze(new HtmlParser().ParseDocument($"<body>{slice}").Body?.TextContent ?? ""));
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
