using Sitrep.Language.Tokens;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Relations;
using Sitrep.Pipeline.Parse;

namespace Sitrep.Tests.Pipeline.Extract;

public sealed class RelationReaderTests
{
    private static readonly Lazy<RelationReader> Relations = new(Load);

    [Theory]
    [InlineData("Norway", "Chile", "Norway condemned Chile over the arrests.", PloverRoot.Accuse)]
    [InlineData("Norway", "Chile", "Norway agreed to send medicine to Chile.", PloverRoot.Agree)]
    [InlineData("Norway", "Chile", "Norway sent medicine to Chile.", PloverRoot.Aid)]
    [InlineData("Norway", "Chile", "Norway suspended aid to Chile.", PloverRoot.Sanction)]
    [InlineData("Norway", "Chile", "Norway lifted its sanctions against Chile.", PloverRoot.Retreat)]
    [InlineData("Norway", "Chile", "Norway refused to meet envoys from Chile.", PloverRoot.Reject)]
    [InlineData("Norway", "Chile", "Norway threatened to bomb ports in Chile.", PloverRoot.Threaten)]
    [InlineData("Norway", "Chile", "Norway urged Chile to free the sailors.", PloverRoot.Request)]
    [InlineData("Norway", "Chile", "Norway held talks with Chile on fishing.", PloverRoot.Consult)]
    [InlineData("Police", "students", "Police arrested dozens of students.", PloverRoot.Coerce)]
    [InlineData("army", "village", "The army shelled the village on Monday.", PloverRoot.Assault)]
    [InlineData("Norway", "Chile", "Norway praised Chile for its patience.", PloverRoot.Support)]
    public void A_word_and_what_governs_it_give_the_code(string source, string target, string text, PloverRoot expected)
    {
        ParsedReport parsed = Reader.Parse(text);
        Sentence sentence = parsed.Paragraphs[0].Sentences[0];
        TextSpan Of(string words) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);
        Assert.Equal(expected, Relations.Value.Between(new Tree(text, sentence), Of(source), Of(target)));
    }

    private static RelationReader Load()
    {
        DataFolder data = DataFolder.At(Path.Combine(Repository.Root, "data"));
        Gazetteer gazetteer = Gazetteer.Load(data);
        return new RelationReader(ReadingLexicon.Load(data, gazetteer, gazetteer.Countries, KnownActors.Load(data)));
    }
}
