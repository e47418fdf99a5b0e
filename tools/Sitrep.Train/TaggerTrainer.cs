using Sitrep.Language.Learning;
using Sitrep.Language.Tagging;

namespace Sitrep.Train;

/// <summary>Trains the tagger: the perceptron sees its own earlier tags, so that it learns to live with its errors.</summary>
internal sealed class TaggerTrainer(TagSet tags, int budget, int seed)
{
    private const int Folds = 3, FoldEpochs = 3;

    /// <summary>Trains both passes, and leaves in every example the tags of taggers that have not seen its sentence:
    /// the second pass, and the parser, must learn from tags as wrong as those they will get.</summary>
    /// <param name="examples">Sentences with trees.</param>
    /// <param name="more">What has tags alone; sentences made from one of <paramref name="examples"/> stay in its fold.</param>
    public (TrainingModel First, TrainingModel Second) Train(IReadOnlyList<Example> examples, IReadOnlyList<Example> more, int epochs)
    {
        var foldOf = new Dictionary<TreebankSentence, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < examples.Count; i++) foldOf[examples[i].Origin] = i % Folds;
        for (int i = 0; i < more.Count; i++) foldOf.TryAdd(more[i].Origin, i % Folds);
        Example[] all = [.. examples, .. more];
        TrainingModel first = Pass(all, epochs, seed, again: false);
        foreach ((int fold, Example[] others, Example[] held) in Split(all, foldOf))
        {
            SparseModel model = Pass(others, FoldEpochs, seed + fold, again: false).Freeze(budget, tags.Count);
            foreach (Example example in held) Tagger.Pass(tags, model, example.Words, example.Tags, again: false);
        }
        TrainingModel second = Pass(all, epochs, seed, again: true);
        var tagged = new List<(Example, int[])>();
        foreach ((int fold, Example[] others, Example[] held) in Split(all, foldOf))
        {
            SparseModel model = Pass(others, FoldEpochs, seed + fold, again: true).Freeze(budget, tags.Count);
            foreach (Example example in held)
            {
                int[] classes = [.. example.Tags];
                Tagger.Pass(tags, model, example.Words, classes, again: true);
                tagged.Add((example, classes));
            }
        }
        foreach ((Example example, int[] classes) in tagged) example.Tags = classes;
        return (first, second);
    }

    private static IEnumerable<(int Fold, Example[] Others, Example[] Held)> Split(Example[] all, Dictionary<TreebankSentence, int> foldOf)
    {
        for (int fold = 0; fold < Folds; fold++)
        {
            int at = fold;
            ILookup<bool, Example> parts = all.ToLookup(example => foldOf[example.Origin] == at);
            yield return (fold, [.. parts[false]], [.. parts[true]]);
        }
    }

    public TrainingModel Pass(Example[] examples, int epochs, int shuffle, bool again)
    {
        var model = new TrainingModel();
        var random = new Random(shuffle);
        int[] order = [.. Enumerable.Range(0, examples.Length)];
        uint[] features = new uint[Tagger.FeatureCount];
        int[] scores = new int[tags.Count];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int index in order)
            {
                Example example = examples[index];
                int[] classes = again ? [.. example.Tags] : new int[example.Words.Length];
                for (int i = 0; i < classes.Length; i++)
                {
                    if (example.Words[i].Only >= 0)
                    {
                        classes[i] = example.Words[i].Only;
                        continue;
                    }
                    int count = Tagger.Features(tags, example.Words, classes, i, again, features);
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
}
