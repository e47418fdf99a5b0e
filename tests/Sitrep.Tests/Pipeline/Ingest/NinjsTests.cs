using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Tests.Pipeline.Ingest;

public sealed class NinjsTests
{
    [Fact]
    public void First_generation_gives_text_rights_version_and_captions()
    {
        RawReport report = Read("""
            {"uri":"urn:news:7","type":"text","pubstatus":"usable","version":"2","versioncreated":"2021-05-03T10:00:00Z","firstcreated":"2021-05-02T09:00:00Z","byline":"By A. Writer","headline":"Flood",
             "copyrightholder":"Coast Agency","copyrightnotice":"(c) Coast Agency","usageterms":"No archiving.","evolvedfrom":"urn:news:6","body_html":"<p>Nine people died.</p>",
             "associations":{"main":{"uri":"urn:pic:1","type":"picture","description_caption":"The river <weir> on Monday.","byline":"P. Hotographer","copyrightholder":"Coast Agency"},"clip":{"type":"video","description_text":"A film."}}}
            """);
        Assert.Equal(("Flood", "Coast Agency", "urn:news:7", "2021-05-02T09:00:00Z", "By A. Writer"), (report.Supplied.Title, report.Supplied.Outlet, report.Supplied.Url, report.Supplied.Published, report.Supplied.Byline));
        Assert.Equal(new Provenance(null, new DateTimeOffset(2021, 5, 3, 10, 0, 0, TimeSpan.Zero), "urn:news:6", "(c) Coast Agency No archiving."), report.Supplied.Provenance);
        Assert.Equal("<p>Nine people died.</p>\n<figure><img><figcaption>The river &lt;weir&gt; on Monday. (Photo: P. Hotographer/Coast Agency)</figcaption></figure>", report.Received);
    }

    [Fact]
    public void Second_generation_chooses_the_main_variants()
    {
        RawReport report = Read("""
            {"uri":"https://a.example/7","contentcreated":"2021-05-02T09:00:00Z","headlines":[{"role":"short","value":"Flood"},{"role":"main","value":"Flood kills nine"}],
             "bodies":[{"role":"short","contenttype":"text/plain","value":"Nine died."},{"role":"main","contenttype":"text/plain","value":"Nine people died.\n\nMore rain is expected."}],
             "associations":[{"name":"p","uri":"urn:p","type":"picture","descriptions":[{"role":"caption","value":"The river."}]}]}
            """);
        Assert.Equal("Flood kills nine", report.Supplied.Title);
        Assert.Equal("<p>Nine people died.</p>\n<p>More rain is expected.</p>\n<figure><img><figcaption>The river.</figcaption></figure>", report.Received);
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("withheld")]
    public void What_may_not_be_used_is_set_aside(string status) =>
        Assert.Equal(ReasonCode.Withdrawn, Assert.Single(All($$"""{"uri":"urn:7","pubstatus":"{{status}}","body_text":"Nine died."}""")).Problem?.Code);

    [Fact]
    public void Package_gives_each_text_it_holds() => Assert.Equal(["a.json#1", "a.json#2"], All("""
        {"uri":"urn:7","type":"composite","pubstatus":"usable","associations":{"a":{"uri":"urn:8","type":"text","body_text":"One died."},"b":{"uri":"urn:9","type":"text","body_text":"Two died."},"c":{"type":"picture"}}}
        """).Select(one => one.Report?.Input));

    private static RawReport Read(string json) => Assert.Single(All(json)).Report!;   // fails above when there is none

    private static Ingested[] All(string json) => [.. new InputReader(null).Read("a.json", Encoding.UTF8.GetBytes(json), Origin.Unknown)];
}
