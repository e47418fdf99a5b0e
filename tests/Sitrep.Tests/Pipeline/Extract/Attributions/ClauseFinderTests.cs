using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Tests.Pipeline.Extract.Attributions;

public sealed class ClauseFinderTests
{
    private static readonly ClauseFinder Finder = new(CueBook.Load(DataFolder.At(Path.Combine(Repository.Root, "data"))), WordSets.Load(DataFolder.At(Path.Combine(Repository.Root, "data"))));

    [Theory]
    [InlineData("The governor said that the bridge had collapsed.", "The governor | said | that the bridge had collapsed")]
    [InlineData("The bridge had collapsed, the governor said.", "the governor | said | The bridge had collapsed")]
    [InlineData("The bridge collapsed, according to the governor.", "the governor | according to | The bridge collapsed")]
    [InlineData("The minister criticised the rebels for shelling the town.", "The minister | criticised | the rebels for shelling the town")]
    [InlineData("The ministry declined to comment.", "The ministry | declined | to comment")]
    [InlineData("The mayor has repeatedly denied that the dam was unsafe.", "The mayor | has repeatedly denied | that the dam was unsafe")]
    [InlineData("Lawmakers have not said when they would take up the bill.", "Lawmakers | have not said | when they would take up the bill")]
    [InlineData("The mayor launched a fierce attack on the ministry.", "The mayor | launched a fierce attack on | the ministry")]
    [InlineData("The talks are expected to resume on Monday.", " | are expected | The talks to resume on Monday")]
    [InlineData("The mayor said Monday that the bridge was safe.", "The mayor | said Monday | that the bridge was safe")]
    [InlineData("The ministry did not immediately respond to requests for comment.", "The ministry | did not immediately respond to | requests for comment")]
    [InlineData("The mayor said the bridge was safe, though she added that the road was closed.", "The mayor | said | the bridge was safe")]
    public void The_outermost_attribution_has_source_cue_and_content(string text, string expected)
    {
        Assert.Equal(expected, Outermost(text));
    }

    private static string Outermost(string text)
    {
        var tree = new Tree(text, Reader.Parse(text).Paragraphs[0].Sentences[0]);
        CuedClause clause = SpokenWords.Outermost(Finder.Find(tree, new bool[tree.Count])).First();
        return $"{Words(tree, clause.SourceWords)} | {Words(tree, clause.CueWords)} | {Words(tree, clause.Content)}";
    }

    private static string Words(Tree tree, bool[] set) => string.Join(' ', Enumerable.Range(0, tree.Count).Where(at => set[at]).Select(at => tree[at].Form));
}
