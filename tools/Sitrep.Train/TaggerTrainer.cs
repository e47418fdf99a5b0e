using Sitrep.Language.Learning;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>A sentence made ready: traits of its words, and gold.</summary>
internal sealed class Example
{
    public Example(TreebankSentence sentence, Lexicon lexicon, TagSet tags, bool shout = false)
    {
        Sentence = sentence;
        (string text, RawToken[] tokens) = sentence.Join();
        Words = new WordTraits[tokens.Length];
        // Headlines and leads in capitals are rare in the treebanks and common in news.
        WordTraits.Fill(shout ? text.ToUpperInvariant() : text, tokens, lexicon, Words);
        Gold = [.. sentence.Tags.Select(tags.IdOf)];
        Tags = [.. Gold.Select(id => Math.Max(0, id))];
    }

    public TreebankSentence Sentence { get; }
    public WordTraits[] Words { get; }
    /// <summary>Class per word; -1 for pairs of tags too rare to learn.</summary>
    public int[] Gold { get; }
    /// <summary>Class per word as the parser sees it.</summary>
    public int[] Tags { get; set; }
}

/// <summary>Trains the tagger: the perceptron sees its own earlier tags, so that it learns to live with its errors.</summary>
internal static class TaggerTrainer
{
    public static TrainingModel Train(IReadOnlyList<Example> examples, TagSet tags, int epochs, int seed)
    {
        var model = new TrainingModel();
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        uint[] features = new uint[Tagger.FeatureCount];
        int[] scores = new int[tags.Count];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int index in order)
            {
                Example example = examples[index];
                int[] classes = new int[example.Words.Length];
                for (int i = 0; i < classes.Length; i++)
                {
                    if (example.Words[i].Only >= 0)
                    {
                        classes[i] = example.Words[i].Only;
                        continue;
                    }
                    int count = Tagger.Features(example.Words, classes, i, features);
                    Array.Clear(scores);
                    model.AddScores(features.AsSpan(0, count), scores);
                    int best = LinearScorer.Best(scores);
                    classes[i] = best;
                    model.Tick();
                    if (example.Gold[i] >= 0 && best != example.Gold[i]) model.Update(features.AsSpan(0, count), example.Gold[i], best);
                }
            }
        }
        return model;
    }

    /// <summary>Tags every example with a tagger that has not seen it: the parser must learn from tags as wrong as those it will get.</summary>
    public static void Jackknife(IReadOnlyList<Example> examples, TagSet tags, int folds, int epochs, int budget, int seed)
    {
        for (int fold = 0; fold < folds; fold++)
        {
            Example[] others = [.. examples.Where((_, i) => i % folds != fold)];
            var tagger = new Tagger(tags, Train(others, tags, epochs, seed + fold).Freeze(budget, tags.Count));
            for (int i = fold; i < examples.Count; i += folds) tagger.Tag(examples[i].Words, examples[i].Tags);
        }
    }
}
