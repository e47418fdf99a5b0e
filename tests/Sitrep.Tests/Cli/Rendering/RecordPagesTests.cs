using System.Text;
using Sitrep.Cli;
using Sitrep.Cli.Commands;
using Sitrep.Cli.Rendering;

namespace Sitrep.Tests.Cli.Rendering;

public sealed class RecordPagesTests
{
    [Theory]
    [InlineData("event", "e1")]
    [InlineData("claim", "c1")]
    [InlineData("figure", "f1")]
    [InlineData("report", "r1")]
    [InlineData("report", "wires/one.txt")]
    [InlineData("place", "riverport")]
    [InlineData("actor", "NA")]
    public void Every_page_shows_the_words_in_their_context(string kind, string id)
    {
        string page = Show(kind, id);
        Assert.Contains("army «took the river port» on Sunday", page);
        Assert.Contains("affirms: Northern Army (\"its spokesman\"), said 2024-03-03", page);
        Assert.Contains("wires/one.txt", page);
    }

    [Fact]
    public void A_place_shows_who_held_it() => Assert.Contains("2024-03-03 to 2024-03-03: claimed by Northern Army", Show("place", "p1"));

    [Theory]
    [InlineData("place", "p", "No place 'p'")]
    [InlineData("place", "Riverprot", "did you mean 'Riverport'?")]
    [InlineData("event", "e9", "No event 'e9'")]
    [InlineData("report", "nothing", "expected one of 2 ids")]
    public void What_is_not_there_is_said_with_a_way_on(string kind, string id, string expected)
    {
        Failure failure = Assert.Throws<Failure>(() => Show(kind, id));
        Assert.Contains(expected, failure.Message);
    }

    [Fact]
    public void Words_cannot_act_on_the_terminal()
    {
        using var output = new MemoryStream();
        using var terminal = new Terminal(Stream.Null, output, TextWriter.Null, drawn: false, live: false, color: false);
        var words = new ClaimText(new RecordIndex(SmallRecord.Make()), terminal);
        Assert.Equal("a «b [2J» c", words.InContext("a b\u001b[2J\nc", new(2, 7)));
    }

    [Fact]
    public void Sources_names_the_copy_and_what_it_copies()
    {
        string page = Printed(terminal => SourcesCommand.Write(SmallRecord.Make(), terminal));
        Assert.Contains("reprint of r1  100 %", page);
        Assert.Contains("2 reports, 1 independent telling\n", page);
    }

    private static string Show(string kind, string id) => Printed(terminal => ShowCommand.Show(new RecordPages(SmallRecord.Make(), terminal), kind, id));

    private static string Printed(Action<Terminal> print)
    {
        using var output = new MemoryStream();
        using (var terminal = new Terminal(Stream.Null, output, TextWriter.Null, drawn: false, live: false, color: false)) print(terminal);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
