using Sitrep.Model.Record;
using Sitrep.Pipeline.Parse;

namespace Sitrep.Tests.Pipeline.Parse;

public sealed class OrdinaryCaseTests
{
    [Fact]
    public void A_wire_in_capitals_is_read_as_prose()
    {
        const string text = "LIMA, 12 MAR -- TERRORISTS KILLED A JUDGE IN AYACUCHO ON TUESDAY. THE PEOPLE'S DEFENCE FRONT (PDF) DENIED THAT IT HAD ORDERED THE MURDER OF THE JUDGE.";
        ParsedReport parsed = Reader.Parse(text);
        Assert.Equal(text, parsed.Report.Text.ToUpperInvariant());
        Assert.StartsWith("Lima, 12 Mar", parsed.Report.Text, StringComparison.Ordinal);
        Assert.Contains("killed a judge in Ayacucho on Tuesday", parsed.Report.Text, StringComparison.Ordinal);
        Assert.Contains("People's Defence Front (PDF) denied", parsed.Report.Text, StringComparison.Ordinal);
        Assert.Contains(Reader.Read(text).Claims, claim => claim.Event is { Type: EventType.Killing, Place.Words: "Ayacucho" });
    }

    [Fact]
    public void Words_that_are_seldom_told_keep_no_capital()
    {
        const string text = "UNIDENTIFIED ASSAILANTS KIDNAPPED THE RECTOR OF A COLLEGE IN ABUJA AND SABOTAGED TWO TRANSFORMERS AT DAWN TODAY, POLICE SAID.";
        Assert.Equal("Unidentified assailants kidnapped the rector of a college in Abuja and sabotaged two transformers at dawn today, police said.", Reader.Parse(text).Report.Text);
    }

    [Fact]
    public void Prose_keeps_its_case()
    {
        const string text = "The army shelled Gao on Monday, and the UN condemned the attack in a statement from New York.";
        Assert.Equal(text, Reader.Parse(text).Report.Text);
    }
}
