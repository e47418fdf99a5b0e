using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Tests.Pipeline.Extract;

public sealed class PolicingReaderTests
{
    private static readonly Lazy<PolicingReader> Policing = new(Load);

    [Theory]
    [InlineData("Police arrested nine dockers in the harbour.", PoliceActs.Acted | PoliceActs.Arrested)]
    [InlineData("Police fired tear gas at the dockers.", PoliceActs.Acted | PoliceActs.UsedForce)]
    [InlineData("Two dockers were killed when police opened fire.", PoliceActs.Acted | PoliceActs.UsedForce | PoliceActs.Killed)]
    [InlineData("Police failed to protect the dockers.", PoliceActs.Failed)]
    [InlineData("Dockers met in the harbour.", PoliceActs.None)]
    public void What_security_forces_did_is_read_from_the_sentence(string text, PoliceActs expected)
    {
        PoliceActs read = Policing.Value.Read(new Tree(text, Reader.Parse(text).Paragraphs[0].Sentences[0]));
        Assert.Equal(expected, expected == PoliceActs.Failed ? read & PoliceActs.Failed : read);
    }

    private static PolicingReader Load()
    {
        DataFolder data = DataFolder.At(Path.Combine(Repository.Root, "data"));
        Gazetteer gazetteer = Gazetteer.Load(data);
        return new PolicingReader(ReadingLexicon.Load(data, gazetteer, gazetteer.Countries, KnownActors.Load(data)));
    }
}
