using Sitrep.Model.Text;
using Sitrep.Pipeline.Corroborate.Events.Words;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Events.Words;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Tests.Pipeline.Corroborate.Words;

public sealed class EventWordTests
{
    private static readonly DataFolder Data = DataFolder.At(Path.Combine(Repository.Root, "data"));
    private static readonly Lazy<WordKin> Kin = new(() => WordKin.Load(Data));
    private static readonly Lazy<EventWordGroups> Groups = new(() => EventWordGroups.Load(Data));
    private static readonly Lazy<EventWordReader> Words = new(() => new EventWordReader(FrameList.Load(Data), CueBook.Load(Data)));

    [Theory]
    [InlineData("attack", 'v', "attacker", 'n')]
    [InlineData("die", 'v', "death", 'n')]
    [InlineData("dead", 'a', "die", 'v')]
    [InlineData("capture", 'v', "capture", 'n')]
    [InlineData("open_fire", 'v', "shoot", 'v')]
    public void What_comes_from_one_verb_is_kin(string one, char oneClass, string other, char otherClass) => Assert.True(Kin.Value.Relation(one, oneClass, other, otherClass).Kin);

    [Fact]
    public void Words_of_different_happenings_are_nothing_to_each_other() => Assert.Equal(0, Kin.Value.Relation("marry", 'v', "flood", 'n').Rank);

    [Fact]
    public void What_stands_around_a_word_is_read_off_the_tree()
    {
        EventWord word = Read("r1", "Rebels attacked the garrison in Harbo on Monday.", "attacked").Words[0];
        Assert.Equal(("attack", 'v'), (word.Lemma, word.Class));
        Assert.Equal(["rebel"], word.Doers.All);
        Assert.Contains("garrison", word.Targets.All);
    }

    [Fact]
    public void A_happening_told_twice_in_kindred_words_is_one_and_another_stands_alone()
    {
        WordedReport[] reports =
        [
            Read("r1", "A bomb killed six people in Harbo on Monday. Officials opened a school in Millen.", "killed", "opened"),
            Read("r2", "Six people were killed by a bomb in Harbo on Monday.", "killed"),
        ];
        IReadOnlyDictionary<EventWord, EventWord> found = Groups.Value.Find(reports, _ => "story");
        Assert.Same(found[reports[0].Words[0]], found[reports[1].Words[0]]);
        Assert.Same(reports[0].Words[1], found[reports[0].Words[1]]);
    }

    [Fact]
    public void Words_of_two_stories_are_never_one()
    {
        WordedReport[] reports = [Read("r1", "A bomb killed six people in Harbo on Monday.", "killed"), Read("r2", "A bomb killed six people in Harbo on Monday.", "killed")];
        IReadOnlyDictionary<EventWord, EventWord> found = Groups.Value.Find(reports, report => report);
        Assert.NotSame(found[reports[0].Words[0]], found[reports[1].Words[0]]);
    }

    [Fact]
    public void Groups_are_joined_while_they_are_alike_on_average()
    {
        // 0 and 1 are close; 2 is close to 1 alone, so that on average it stands apart.
        double[,] likeness = { { 0, 0.9, 0.0 }, { 0.9, 0, 0.7 }, { 0.0, 0.7, 0 } };
        Assert.Equal([0, 0, 2], WordLinks.Join(likeness, 0.4));
    }

    [Fact]
    public void A_table_that_asks_for_an_unknown_number_is_refused()
    {
        string folder = Directory.CreateTempSubdirectory("sitrep-pairs").FullName;
        File.WriteAllText(Path.Combine(folder, "event-pairs.tsv"), "tree\tnumber\tat_most\tthen\telse\tvalue\n0\tluck\t0.5\t1\t2\t\n0\t\t\t\t\t1\n0\t\t\t\t\t-1\n");
        Assert.Contains("luck", Assert.Throws<InvalidDataException>(() => PairForest.Load(DataFolder.At(folder))).Message);
        Directory.Delete(folder, true);
    }

    private static WordedReport Read(string id, string text, params string[] words)
    {
        Sitrep.Pipeline.Parse.ParsedReport parsed = Reader.Parse(text);
        TextSpan[][] spans = [.. words.Select(word => text.IndexOf(word, StringComparison.Ordinal)).Zip(words, (at, word) => new[] { new TextSpan(at, at + word.Length) })];
        return Words.Value.Read(parsed with { Report = parsed.Report with { Id = id } }, spans).Report;
    }
}
