using Sitrep.Language;
using Sitrep.Language.Tokens;

namespace Sitrep.Tests.Language;

/// <summary>Loads the shipped models.</summary>
public sealed class LanguageEngineTests
{
    private static readonly LanguageEngine Engine = LanguageEngine.Load(Path.Combine(Repository.Root, "models"));

    [Theory]
    [InlineData("On Tuesday the army captured the town.", "captured", "Tuesday:obl army:nsubj town:obj")]
    [InlineData("Three soldiers were killed by gunmen.", "killed", "soldiers:nsubj:pass were:aux:pass gunmen:obl:agent")]
    [InlineData("The ministry denied that rebels had left the city.", "denied", "ministry:nsubj left:ccomp")]
    [InlineData("The government said rebels attacked the town.", "said", "government:nsubj attacked:ccomp")]
    public void A_plain_sentence_has_the_expected_tree(string text, string verb, string expected)
    {
        Token[] tokens = Assert.Single(Engine.Analyze(text, 0, text.Length)).Tokens;
        int head = Array.FindIndex(tokens, token => token.Form == verb);
        Assert.Equal(-1, tokens[head].Head);
        Assert.Equal(expected, string.Join(' ', tokens.Where(token => token.Head == head && token.Upos != Upos.Punct).Select(token => $"{token.Form}:{token.Relation}")));
    }

    [Theory]
    [InlineData("were killed", "be kill")]
    [InlineData("She ran", "she run")]
    [InlineData("The cities", "the city")]
    [InlineData("He has left", "he have leave")]
    [InlineData("They were hoping", "they be hope")]
    [InlineData("They stopped shelling", "they stop shell")]
    public void Lemmas_are_dictionary_forms(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Engine.Analyze(text + " .", 0, text.Length).SelectMany(s => s.Tokens).Select(token => token.Lemma)));

    [Fact]
    public void Names_of_people_places_and_bodies_are_found()
    {
        const string text = "Maria Lopez of the World Health Organization arrived in Peru on Monday.";
        Token[] tokens = Assert.Single(Engine.Analyze(text, 0, text.Length)).Tokens;
        Assert.Equal(NameKind.Person, tokens.Single(token => token.Form == "Lopez").Name);
        Assert.Equal(NameKind.Organisation, tokens.Single(token => token.Form == "Health").Name);
        Assert.Equal(NameKind.Location, tokens.Single(token => token.Form == "Peru").Name);
        Assert.True(tokens[0].NameStart);
        Assert.False(tokens[1].NameStart);
    }

    [Fact]
    public void Stretches_are_read_together_as_each_alone()
    {
        const string text = "The army left the town.  - , Residents saw the trucks go, the mayor said.";
        (int Start, int End)[] stretches = [(0, 23), (23, 25), (29, text.Length), (0, text.Length)];
        Sentence?[] together = Engine.AnalyzeEach(text, stretches);
        Assert.Null(together[1]);
        Assert.Equal(stretches.Select(stretch => Engine.AnalyzeAsOne(text, stretch.Start, stretch.End)?.Tokens ?? []), together.Select(sentence => sentence?.Tokens ?? []));
    }

    [Fact]
    public void Only_the_given_range_is_read()
    {
        const string text = "Before. The flood came. After.";
        Sentence sentence = Assert.Single(Engine.Analyze(text, 8, 23));
        Assert.Equal("The flood came.", text[sentence.Start..sentence.End]);
    }

    [Fact]
    public void Analysis_of_random_text_is_well_formed()
    {
        const string alphabet = "aeS t.,!?'’“”\"-–—()[]\u00A0\n\t1290$%&@#/:;•…xX\uD83D\uDE00\uD800\uDC00\u0301\u200B_*é字";
        var random = new Random(7);
        for (int round = 0; round < 300; round++)
        {
            char[] characters = new char[random.Next(0, 200)];
            for (int i = 0; i < characters.Length; i++) characters[i] = alphabet[random.Next(alphabet.Length)];
            CheckWellFormed(new string(characters));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \u00A0\n\n ")]
    [InlineData("\uD800")]
    [InlineData(".........")]
    [InlineData("THE GOVERNMENT DENIED ALL REPORTS OF FIGHTING NEAR THE BORDER")]
    [InlineData("'''''''''''\"\"\"\"\"((((((((")]
    public void Odd_text_is_well_formed(string text) => CheckWellFormed(text);

    [Fact]
    public void Hostile_text_takes_linear_time()
    {
        string[] units = ["word ", "a.", "'", "\"", "-", "(", ".", "x-", "don't", "a@b.", "1,", "U.S.", "\u200B", "A. "];
        TimeSpan before = Environment.CpuUsage.TotalTime;   // not the clock: a busy machine proves nothing; the tests beside it count in
        foreach (string unit in units)
        {
            string text = string.Concat(Enumerable.Repeat(unit, 20_000));
            CheckWellFormed(text);
        }
        TimeSpan took = Environment.CpuUsage.TotalTime - before;
        Assert.True(took.TotalSeconds < 240, $"Took {took}.");
    }

    [Fact]
    public void Two_threads_get_the_same_result()
    {
        const string text = "The president's spokesman, Ali Hassan, said on Friday that at least 40 people had been killed in floods near Dhaka. “We can't cope,” he added.";
        string expected = Describe(text);
        string[] found = new string[8];
        Parallel.For(0, found.Length, i => found[i] = Describe(text));
        Assert.All(found, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void A_changed_model_is_refused_with_both_hashes()
    {
        string folder = Directory.CreateTempSubdirectory("sitrep-models").FullName;
        try
        {
            foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "models"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            using (FileStream model = File.OpenWrite(Path.Combine(folder, "en-network.bin")))
            {
                model.Seek(100, SeekOrigin.Begin);
                model.Write([1, 2, 3, 4]);
            }
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => LanguageEngine.Load(folder));
            Assert.Contains("en-network.bin", error.Message, StringComparison.Ordinal);
            Assert.Contains("expects", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Describe(string text) =>
        string.Join('\n', Engine.Analyze(text, 0, text.Length).SelectMany(s => s.Tokens).Select(token => token.ToString()));

    private static void CheckWellFormed(string text)
    {
        bool[] covered = new bool[text.Length];
        int at = 0;
        foreach (Sentence sentence in Engine.Analyze(text, 0, text.Length))
        {
            Token[] tokens = sentence.Tokens;
            Assert.NotEmpty(tokens);
            Assert.Equal((tokens[0].Start, tokens[^1].End), (sentence.Start, sentence.End));
            Assert.Single(tokens, token => token.Head == -1);
            for (int i = 0; i < tokens.Length; i++)
            {
                Assert.True(tokens[i].Start >= at && tokens[i].End > tokens[i].Start && tokens[i].End <= text.Length);
                at = tokens[i].End;
                covered.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start).Fill(true);
                Assert.Equal(text[tokens[i].Start..tokens[i].End], tokens[i].Form);
                Assert.Equal(tokens[i].Head == -1, tokens[i].Relation == "root");
                int steps = 0;
                for (int k = i; k != -1; k = tokens[k].Head) Assert.True(steps++ <= tokens.Length, "The tree has a cycle.");
            }
        }
        for (int i = 0; i < text.Length; i++) Assert.Equal(!Characters.IsBlank(text[i]), covered[i]);
    }
}
