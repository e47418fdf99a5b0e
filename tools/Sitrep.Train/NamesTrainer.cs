using Sitrep.Language.Names;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>Trains the name tagger.</summary>
internal static class NamesTrainer
{
    /// <param name="Every">The set is learnt in one epoch of so many: tweets teach little about news.</param>
    /// <param name="OtherKnown">False: the set does not mark names of other kinds, so its outside words may be such names.</param>
    public sealed record Source(string Name, IReadOnlyList<NamedSentence> Sentences, int Every, bool OtherKnown);

    public static TrainingModel Train(IReadOnlyList<Source> sources, Lexicon lexicon, Tagger tagger, int epochs, int seed)
    {
        var examples = sources.SelectMany(source => source.Sentences.Select(sentence => (source, sentence, ready: sentence.Prepare(lexicon, tagger)))).ToArray();
        var model = new TrainingModel();
        var random = new Random(seed);
        uint[] features = new uint[NameTagger.FeatureCount];
        int[] scores = new int[NameTagger.ClassCount];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(examples);
            int position = 0;
            foreach ((Source source, NamedSentence sentence, (WordTraits[] words, Upos[] tags)) in examples)
            {
                if ((position++ + epoch) % source.Every != 0) continue;
                int[] classes = new int[words.Length];
                for (int i = 0; i < words.Length; i++)
                {
                    int count = NameTagger.Features(words, tags, classes, i, features);
                    Array.Clear(scores);
                    model.AddScores(features.AsSpan(0, count), scores);
                    int best = 0;
                    for (int k = 1; k < scores.Length; k++)
                    {
                        if (scores[k] > scores[best] && NameTagger.Follows(k, i > 0 ? classes[i - 1] : 0)) best = k;
                    }
                    classes[i] = best;
                    model.Tick();
                    int gold = sentence.Classes[i];
                    // The name's beginning was missed: what is left of it is best begun here.
                    if (gold > 0 && !NameTagger.Follows(gold, i > 0 ? classes[i - 1] : 0)) gold = NameTagger.Begin(NameTagger.KindOf(gold));
                    if (gold < 0 || gold == best) continue;
                    if (!source.OtherKnown && gold == 0 && NameTagger.KindOf(best) == NameKind.Other) continue;
                    model.Update(features.AsSpan(0, count), gold, best);
                }
            }
        }
        return model;
    }

    /// <summary>Micro F1 of person, location and organisation names on exact spans.</summary>
    public static (double Precision, double Recall, double F1, int Gold) Score(IEnumerable<NamedSentence> sentences, Lexicon lexicon, Tagger tagger, NameTagger names)
    {
        int right = 0, found = 0, gold = 0;
        foreach (NamedSentence sentence in sentences)
        {
            (WordTraits[] words, Upos[] tags) = sentence.Prepare(lexicon, tagger);
            int[] classes = new int[words.Length];
            names.Tag(words, tags, classes);
            HashSet<(int, int, NameKind)> expected = [.. Spans(sentence.Classes)];
            gold += expected.Count;
            foreach ((int start, int end, NameKind kind) in Spans(classes))
            {
                if (sentence.Ignored.Contains((start, end))) continue;
                found++;
                if (expected.Contains((start, end, kind))) right++;
            }
        }
        double precision = (double)right / Math.Max(1, found), recall = (double)right / Math.Max(1, gold);
        return (precision, recall, 2 * precision * recall / Math.Max(1e-9, precision + recall), gold);
    }

    private static IEnumerable<(int Start, int End, NameKind Kind)> Spans(int[] classes)
    {
        for (int i = 0; i < classes.Length;)
        {
            int start = i++;
            if (classes[start] <= 0) continue;
            NameKind kind = NameTagger.KindOf(classes[start]);
            while (i < classes.Length && NameTagger.IsInside(classes[i]) && NameTagger.KindOf(classes[i]) == kind) i++;
            if (kind is NameKind.Person or NameKind.Location or NameKind.Organisation) yield return (start, i, kind);
        }
    }
}
