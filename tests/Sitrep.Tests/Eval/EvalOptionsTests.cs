using Sitrep.Eval;
using Sitrep.Eval.Scores;
using Sitrep.Eval.Stories;

namespace Sitrep.Tests.Eval;

public sealed class EvalOptionsTests
{
    [Fact]
    public void Stories_are_given_by_folder_and_gold_file()
    {
        EvalOptions options = Assert.IsType<EvalOptions>(EvalOptions.Parse(["sample-palu", "--story", "flood", "flood.json", "--verbose", "--story", "coup", "coup.json"]));
        Assert.Equal(["sample-palu"], options.Sets);
        Assert.Equal([("flood", "flood.json"), ("coup", "coup.json")], options.Stories);
        Assert.True(options.Verbose);
    }

    [Fact]
    public void A_story_without_its_gold_file_is_not_understood() => Assert.Null(EvalOptions.Parse(["--story", "flood"]));

    [Fact]
    public void A_story_that_is_not_there_is_skipped_by_name()
    {
        EvalSet set = StorySets.At("no-such-folder", "flood.json");
        Assert.Equal("story-flood", set.Name);
        SetResult result = set.Run();
        Assert.Empty(result.Scores);
    }
}
