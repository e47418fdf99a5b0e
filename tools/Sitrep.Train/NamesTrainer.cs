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

    // Share of capitalised words whose identity is hidden for one epoch, and of words whose hints are: news is full of names never seen.
    private const double HiddenWords = 0.25, HiddenHints = 0.1;

    private const int Folds = 3, FoldEpochs = 5;

    private sealed record Ready(Source Source, NamedSentence Sentence, WordTraits[] Words, Upos[] Tags, uint[] Hints, uint[] Phrases)
    {
        /// <summary>Classes and votes of a first pass that has not seen the document.</summary>
        public int[] Before { get; } = new int[Words.Length];
        public uint[] Votes { get; } = new uint[Words.Length];
    }

    /// <summary>Trains both passes.</summary>
    public static (TrainingModel First, TrainingModel Second) Train(IReadOnlyList<Source> sources, NameBook book, Lexicon lexicon, Tagger tagger, int epochs, int budget, int seed)
    {
        Ready[] examples = [.. sources.SelectMany(source => source.Sentences.Select(sentence =>
        {
            (WordTraits[] words, Upos[] tags) = sentence.Prepare(lexicon, tagger);
            uint[] hints = new uint[words.Length], phrases = new uint[words.Length];
            book.Mark(words, hints, phrases);
            PeoplesAreNoPlaces(sentence.Classes, hints);
            return new Ready(source, sentence, words, tags, hints, phrases);
        }))];
        TrainingModel first = Pass(examples, epochs, seed, again: false);
        Ready[][] documents = [.. examples.GroupBy(example => (example.Source.Name, example.Sentence.Document)).Select(group => group.ToArray())];
        for (int fold = 0; fold < Folds; fold++)
        {
            int at = fold;
            var model = Pass([.. documents.Where((_, i) => i % Folds != at).SelectMany(document => document)], FoldEpochs, seed + fold, again: false).Freeze(budget, NameTagger.ClassCount);
            foreach (Ready[] document in documents.Where((_, i) => i % Folds == at))
            {
                var votes = new NameVotes();
                foreach (Ready example in document)
                {
                    NameTagger.Pass(model, example.Words, example.Tags, new NameTagger.Knowledge(example.Hints, example.Phrases, default), example.Before);
                    // Tweets of a file are no text together.
                    if (example.Source.Every > 1) votes = new NameVotes();
                    votes.Fill(example.Words, example.Votes);
                    votes.Add(example.Words, example.Before);
                }
            }
        }
        return (first, Pass(examples, epochs, seed, again: true));
    }

    /// <summary>The sets do not agree on "Kenyan": some call it a place. Here it is a name of another kind.</summary>
    private static void PeoplesAreNoPlaces(int[] classes, uint[] hints)
    {
        const uint place = (uint)(NameHints.Country | NameHints.City | NameHints.Region);
        for (int i = 0; i < classes.Length; i++)
        {
            bool alone = classes[i] == NameTagger.Begin(NameKind.Location) && (i + 1 == classes.Length || classes[i + 1] != NameTagger.Inside(NameKind.Location));
            if (alone && (hints[i] & (uint)NameHints.People) != 0 && (hints[i] & place) == 0) classes[i] = NameTagger.Begin(NameKind.Other);
        }
    }

    private static TrainingModel Pass(IReadOnlyList<Ready> examples, int epochs, int seed, bool again)
    {
        Ready[] order = [.. examples];
        var model = new TrainingModel();
        var random = new Random(seed);
        uint[] features = new uint[NameTagger.FeatureCount], other = new uint[NameTagger.FeatureCount];
        int[] scores = new int[NameTagger.ClassCount];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            int position = 0;
            foreach (Ready example in order)
            {
                if ((position++ + epoch) % example.Source.Every != 0) continue;
                int[] classes = again ? [.. example.Before] : new int[example.Words.Length];
                WordTraits[] one = [.. example.Words], two = [.. example.Words];
                uint[] hints = [.. example.Hints], phrases = [.. example.Phrases];
                bool hides = Hide(random, one, two, hints, phrases);
                var known = new NameTagger.Knowledge(hints, phrases, again ? example.Votes : default);
                for (int i = 0; i < classes.Length; i++)
                {
                    if (again && NameTagger.IsPlain(one, classes, i)) continue;
                    int count = NameTagger.Features(one, example.Tags, known, classes, i, features);
                    if (hides)
                    {
                        // A feature that differs between the two disguises tells of a hidden word.
                        NameTagger.Features(two, example.Tags, known, classes, i, other);
                        int kept = 0;
                        for (int k = 0; k < count; k++)
                        {
                            if (features[k] == other[k]) features[kept++] = features[k];
                        }
                        count = kept;
                    }
                    Array.Clear(scores);
                    model.AddScores(features.AsSpan(0, count), scores);
                    int before = i > 0 ? classes[i - 1] : 0, best = 0;
                    for (int k = 1; k < scores.Length; k++)
                    {
                        if (scores[k] > scores[best] && NameTagger.Follows(k, before)) best = k;
                    }
                    classes[i] = best;
                    model.Tick();
                    int gold = example.Sentence.Classes[i];
                    // The name's beginning was missed: what is left of it is best begun here.
                    if (gold > 0 && !NameTagger.Follows(gold, before)) gold = NameTagger.Begin(NameTagger.KindOf(gold));
                    if (gold < 0 || gold == best) continue;
                    if (!example.Source.OtherKnown && gold == 0 && NameTagger.KindOf(best) == NameKind.Other) continue;
                    model.Update(features.AsSpan(0, count), gold, best);
                }
            }
        }
        return model;
    }

    /// <summary>Hides some capitalised words behind two disguises, and some hints.</summary>
    private static bool Hide(Random random, WordTraits[] one, WordTraits[] two, uint[] hints, uint[] phrases)
    {
        bool hides = false;
        for (int i = 0; i < one.Length; i++)
        {
            if (one[i].Form == one[i].Lower) continue;
            if (random.NextDouble() < HiddenWords)
            {
                (one[i], two[i]) = (one[i].Disguised(1, 2), one[i].Disguised(3, 4));
                hides = true;
            }
            if (random.NextDouble() < HiddenHints) (hints[i], phrases[i]) = (0, 0);
        }
        return hides;
    }

    /// <summary>Micro F1 of person, location and organisation names on exact spans.</summary>
    public static (double Precision, double Recall, double F1, int Gold) Score(IEnumerable<NamedSentence> sentences, Lexicon lexicon, Tagger tagger, NameTagger names)
    {
        int right = 0, found = 0, gold = 0;
        var votes = new NameVotes();
        string document = "";
        foreach (NamedSentence sentence in sentences)
        {
            (WordTraits[] words, Upos[] tags) = sentence.Prepare(lexicon, tagger);
            int[] classes = new int[words.Length];
            if (sentence.Document != document) (votes, document) = (new NameVotes(), sentence.Document);
            names.Tag(words, tags, votes, classes);
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
