using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Tests.Pipeline.Ingest.Feeds;

public sealed class FeedTests
{
    private const string Full = "<p>Nine people died when the river rose over the weir, officials said on Monday.</p><p>More rain is expected.</p>";

    public static TheoryData<string, string> Formats => new()
    {
        {
            "RSS 2.0", $"""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>World news | Coast Gazette</title><link>https://coastgazette.example/</link><copyright>Coast Gazette</copyright><image><title>Logo</title></image>
            <item><title>Flood</title><link>https://coastgazette.example/a?x=1</link><guid isPermaLink="false">7</guid><dc:creator>A. Writer</dc:creator><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>
            <description>Short.</description><content:encoded><![CDATA[{Full}]]></content:encoded></item></channel></rss>
            """
        },
        {
            "RSS 1.0", $"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Coast Gazette - World</title><link>https://coastgazette.example/</link><dc:rights>Coast Gazette</dc:rights></channel>
            <item rdf:about="https://coastgazette.example/a?x=1"><title>Flood</title><link>https://coastgazette.example/a?x=1</link><dc:creator>A. Writer</dc:creator><dc:date>Mon, 03 May 2021 10:00:00 GMT</dc:date>
            <content:encoded>{System.Net.WebUtility.HtmlEncode(Full)}</content:encoded></item></rdf:RDF>
            """
        },
        {
            "Atom", $"""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Coast Gazette</title><link rel="self" href="https://coastgazette.example/feed"/><link href="https://coastgazette.example/"/><rights>Coast Gazette</rights>
            <entry><id>tag:7</id><title>Flood</title><link rel="alternate" href="/a?x=1"/><author><name>A. Writer</name></author><published>Mon, 03 May 2021 10:00:00 GMT</published>
            <content type="html">{System.Net.WebUtility.HtmlEncode(Full)}</content></entry></feed>
            """
        },
        {
            "JSON Feed", $$"""
            {"version":"https://jsonfeed.org/version/1.1","title":"Coast Gazette","home_page_url":"https://coastgazette.example/","items":[{"id":"7","url":"/a?x=1","title":"Flood",
            "authors":[{"name":"A. Writer"}],"date_published":"Mon, 03 May 2021 10:00:00 GMT","content_html":"{{Full}}"},{"id":"8","content_text":"Two lines of plain text."}]}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Entries_with_their_text_are_reports(string format, string feed)
    {
        Assert.NotEmpty(format);
        RawReport report = Read(feed)[0].Report!;   // the assertions below fail on null
        Assert.Equal(("https://coastgazette.example/a?x=1", Full, Markup.Html), (report.Input, report.Received, report.Markup));
        Assert.Equal(("Flood", "Coast Gazette", "https://coastgazette.example/a?x=1", "Mon, 03 May 2021 10:00:00 GMT", "A. Writer"),
            (report.Supplied.Title, report.Supplied.Outlet, report.Supplied.Url, report.Supplied.Published, report.Supplied.Byline));
    }

    [Fact]
    public void Entry_keeps_its_id_when_the_feed_moves_it_down()
    {
        const string entry = "<item><title>One</title><link>https://a.example/1</link><description>One died.</description></item>", newer = "<item><title>Two</title><link>https://a.example/2</link><description>Two died.</description></item>";
        string before = Read($"<rss><channel>{entry}</channel></rss>")[0].Report!.Id;   // read above all else
        Assert.Equal(before, Read($"<rss><channel>\n{newer}\n{entry}</channel></rss>")[1].Report?.Id);
    }

    [Fact]
    public void Xhtml_content_keeps_its_markup()
    {
        const string feed = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://a.example/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nine <b>people</b> died.</p></div></content></entry></feed>""";
        RawReport? report = Assert.Single(Read(feed)).Report;
        Assert.Equal(Markup.Html, report?.Markup);
        Assert.Contains("<p>Nine <b>people</b> died.</p>", report?.Received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<item><title>T</title><link>https://a.example/1</link></item>", "https://a.example/1!LinkOnly")]
    [InlineData("<item><title>T</title><link>https://a.example/1</link><description>Nine died.</description></item>", "https://a.example/1")]
    [InlineData("<item><description>Nine died.</description></item>", "feed.xml#1")]
    [InlineData("<item><link>file:///etc/passwd</link><description>Nine died.</description></item>", "feed.xml#1")]
    [InlineData("<item><guid>https://a.example/g</guid><description>Nine&nbsp;died &amp; more.</description></item>", "https://a.example/g")]
    public void Every_entry_is_read_or_set_aside(string item, string expected) => Assert.Equal([expected], Names(Read($"<rss><channel>{item}</channel></rss>")));

    [Fact]
    public void Entries_before_a_fault_are_read()
    {
        const string feed = "<rss><channel><item><link>https://a.example/1</link><description>One died.</description></item><item><description>Two <died";
        Assert.Equal(["https://a.example/1", "feed.xml#2!BadXml"], Names(Read(feed)));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><rss><channel><item><description>&b;</description></item></channel></rss>")]
    [InlineData("<?xml version=\"1.0\"?><!-- x --><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><description>&x;</description></item></channel></rss>")]
    public void Entities_of_its_own_are_refused(string feed)
    {
        Problem? problem = Assert.Single(Read(feed)).Problem;
        Assert.Equal((ReasonCode.HostileXml, true), (problem?.Code, problem?.SetAside));
        Assert.Contains("entities", problem?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss><channel><item><description>Nine\u0001 died &#xD800; &#1; &bogus; &amp;</description></item></channel></rss>")]
    [InlineData("<feed><entry><content type=\"xhtml\"><div>Nine\u0001 &#xDC00;<b>died</b></div></content></entry></feed>")]
    [InlineData("<feed><entry><link href=\"http://[::bad\"/><content>Nine died</content></entry></feed>")]
    [InlineData("<rss><channel><item><link>javascript:alert(1)</link><pubDate>not a day</pubDate><description>x</description></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss><!--")]
    [InlineData("<rss>")]
    public void Odd_feeds_are_accounted_for(string feed) => Assert.NotEmpty(Read(feed));

    [Fact(Timeout = 20_000)]
    public async Task Feed_of_traps_takes_no_long_time()
    {
        string[] traps = [$"<!DOCTYPE rss>{string.Concat(Enumerable.Repeat("<!--", 1_000_000))}", $"<rss>{new string('&', 3_000_000)}", $"<rss><channel><item>{string.Concat(Enumerable.Repeat("<a/>", 500_000))}</item></channel></rss>"];
        foreach (string trap in traps) Assert.NotEmpty(await Task.Run(() => Read(trap), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Endless_nesting_is_refused()
    {
        string feed = $"<rss><channel><item><description>{string.Concat(Enumerable.Repeat("<a>", 100_000))}";
        Assert.Equal(["feed.xml!HostileXml"], Names(Read(feed)));
    }

    [Fact]
    public void Old_document_type_without_entities_is_read() => Assert.Equal(["feed.xml#1"],
        Names(Read("<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://a.example/rss.dtd\"><rss version=\"0.91\"><channel><item><description>Nine died.</description></item></channel></rss>")));

    private static Ingested[] Read(string feed) =>
        [.. new InputReader(null).Read(feed.StartsWith('{') ? "feed.json" : "feed.xml", Encoding.UTF8.GetBytes(feed), Origin.Unknown)];

    private static string[] Names(Ingested[] read) => [.. read.Select(one => one.Report?.Input ?? $"{one.Problem?.Input}!{one.Problem?.Code}")];
}
