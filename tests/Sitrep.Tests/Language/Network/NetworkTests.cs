using Sitrep.Language.Names;
using Sitrep.Language.Network;

namespace Sitrep.Tests.Language.Network;

public sealed class NetworkTests
{
    private static readonly NetworkShape Shape = new(50, 64, 20, 16, 16, 16, 2, 16, 16, 16, 5, 4, NameClasses.Count);

    [Fact]
    public void A_network_read_back_from_its_file_finds_the_same()
    {
        NetworkWeights weights = Random(1);
        var file = new MemoryStream();
        using (var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true)) NetworkFile.Write(writer, weights);
        file.Position = 0;
        using var reader = new BinaryReader(file);
        NetworkWeights read = NetworkFile.Read(reader);
        Assert.Equal(Shape, read.Shape);
        foreach ((Matrix before, Matrix after) in weights.All.Zip(read.All))
        {
            Assert.All(before.Values.Zip(after.Values), pair => Assert.Equal(pair.First, pair.Second, 0.02));
        }
    }

    [Fact]
    public void A_sentence_is_read_alike_alone_and_in_a_batch()
    {
        NetworkWeights weights = Random(2);
        string[][] sentences = [["Rescuers", "reached", "the", "village"], ["Talks", "failed"], ["Nobody", "answered", "the", "radio", "."]];
        var alone = new List<string>();
        foreach (string[] sentence in sentences)
        {
            var run = new NetworkRun(weights);
            run.Run(Features([sentence]), [sentence.Length]);
            alone.Add(Result(run, 0, sentence.Length));
        }
        var batch = new NetworkRun(weights);
        batch.Run(Features(sentences), [4, 6, 11]);
        Assert.Equal(alone, [Result(batch, 0, 4), Result(batch, 4, 6), Result(batch, 6, 11)]);
    }

    [Fact]
    public void Words_met_before_are_read_to_the_same_bits()
    {
        NetworkWeights weights = Random(3);
        string[] sentence = ["Rescuers", "reached", "the", "village", "and", "the", new string('x', 90)];
        var plain = new NetworkRun(weights);
        plain.Run(Features([sentence]), [sentence.Length]);
        foreach (Matrix products in weights.Products) products.Pack();   // from here on weights do not change, and words are kept
        var keeping = new NetworkRun(weights);
        for (int pass = 0; pass < 3; pass++)
        {
            keeping.Run(Features([["Talks", "failed"], sentence]), [2, 2 + sentence.Length]);
            for (int word = 0; word < sentence.Length; word++) Assert.Equal(plain.Tags(word), keeping.Tags(2 + word));
        }
    }

    [Fact]
    public void Impossible_sizes_are_refused()
    {
        using var reader = new BinaryReader(new MemoryStream(Enumerable.Repeat((byte)0x7F, 200).ToArray()));
        Assert.Throws<InvalidDataException>(() => NetworkFile.Read(reader));
    }

    private static string Result(NetworkRun run, int start, int end)
    {
        int[] heads = new int[end - start], relations = new int[end - start], names = new int[end - start];
        run.Parse(start, end, heads, relations, root: 2);
        NamePath.Decode(run, start, names);
        for (int i = 0; i < names.Length; i++) Assert.True(NameClasses.Follows(names[i], i > 0 ? names[i - 1] : 0));
        return string.Join(' ', [.. heads, .. relations, .. names, .. Enumerable.Range(start, end - start).Select(i => run.Tags(i).IndexOf(run.Tags(i).ToArray().Max()))]);
    }

    private static WordRows Features(string[][] sentences)
    {
        var features = new WordRows();
        var vocabulary = new Vocabulary([3, 5, 7]);
        foreach (string word in sentences.SelectMany(sentence => sentence))
        {
            features.Add(word, vocabulary, Shape.Pieces);
            features.AddTrait(word.Length % Shape.Traits);
        }
        return features;
    }

    private static NetworkWeights Random(int seed)
    {
        var random = new Random(seed);
        var weights = new NetworkWeights(Shape);
        foreach (Matrix matrix in weights.All)
        {
            for (int i = 0; i < matrix.Values.Length; i++) matrix.Values[i] = (random.NextSingle() - 0.5f) * 1.5f;
        }
        return weights;
    }
}
