using Sitrep.Language.Network;

namespace Sitrep.Train.Network;

/// <summary>How long and how fast to learn.</summary>
/// <param name="Epochs">Passes over the lessons.</param>
/// <param name="BatchWords">Words per step, about.</param>
/// <param name="Rate">Highest rate of learning; it rises for the first twentieth of the steps and falls to nothing by a cosine.</param>
internal sealed record Schedule(int Epochs, int BatchWords, float Rate, float Decay, Dropout Dropout, int Seed);

/// <summary>Trains a network: batches in an order fixed by the seed, each shared by two workers whose gradients are added in a fixed order.</summary>
internal static class NetworkTrainer
{
    private const int Workers = 2;
    private const float LongestGradient = 1;

    public static NetworkWeights Train(NetworkShape shape, IReadOnlyList<Lesson> lessons, Schedule schedule, Action<int, string, NetworkWeights> afterEpoch, NetworkWeights? start = null)
    {
        var parameters = new NetworkParameters(shape, schedule.Seed, Workers);
        if (start is not null)
        {
            foreach ((Parameter own, Matrix other) in parameters.All.Zip(start.All))
            {
                if (own.Matrix.Values.Length == other.Values.Length) other.Values.CopyTo(own.Matrix.Values, 0);
            }
        }
        int[] frequencies = new int[shape.Words];
        foreach (Lesson lesson in lessons)
        {
            for (int i = 0; i < lesson.Words; i++) frequencies[lesson.Features.Words[i]]++;
        }
        NetworkWorker[] workers = [.. Enumerable.Range(0, Workers).Select(i => new NetworkWorker(parameters, schedule.Dropout, i) { Frequencies = frequencies })];
        Parameter[] all = [.. parameters.All];
        int steps = schedule.Epochs * Math.Max(1, lessons.Sum(lesson => lesson.Words) / schedule.BatchWords), step = 0;
        for (int epoch = 0; epoch < schedule.Epochs; epoch++)
        {
            double tags = 0, arcs = 0, labels = 0, names = 0;
            int words = 0, before = step;
            double norms = 0;
            foreach (List<Lesson> batch in Batches(lessons, schedule.BatchWords, schedule.Seed + epoch))
            {
                step++;
                Parallel.ForEach(all, parameter => parameter.Turn());
                List<Lesson>[] shares = Shares(batch);
                int seed = unchecked((schedule.Seed * 31) + (step * 2));
                Parallel.For(0, Workers, i => workers[i].Run(shares[i], seed + i));
                int count = batch.Sum(lesson => lesson.Words);
                words += count;
                foreach (NetworkWorker worker in workers) (tags, arcs, labels, names) = (tags + worker.TagLoss, arcs + worker.ArcLoss, labels + worker.LabelLoss, names + worker.NameLoss);
                double[] squares = new double[all.Length];
                Parallel.For(0, all.Length, i => squares[i] = all[i].Merge());
                float norm = (float)Math.Sqrt(squares.Sum()) / count, scale = float.IsFinite(norm) ? (norm > LongestGradient ? LongestGradient / norm : 1) / count : 0;
                norms += norm;
                float rate = schedule.Rate * Progress((double)step / steps);
                Parallel.ForEach(all, parameter => parameter.Step(step, rate, scale, schedule.Decay));
            }
            afterEpoch(epoch + 1, FormattableString.Invariant($"loss per word: tags {tags / words:F3} arcs {arcs / words:F3} relations {labels / words:F3} names {names / words:F3}, gradient {norms / (step - before):F2}"), parameters.Weights);
        }
        return parameters.Weights;
    }

    private static float Progress(double done) => done < 0.05 ? (float)(done / 0.05) : (float)(0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, (done - 0.05) / 0.95))));

    private static IEnumerable<List<Lesson>> Batches(IReadOnlyList<Lesson> lessons, int words, int seed)
    {
        Lesson[] order = [.. lessons];
        new Random(seed).Shuffle(order);
        var batch = new List<Lesson>();
        int count = 0;
        foreach (Lesson lesson in order)
        {
            batch.Add(lesson);
            count += lesson.Words;
            if (count < words) continue;
            yield return batch;
            (batch, count) = ([], 0);
        }
        if (batch.Count > 0) yield return batch;
    }

    private static List<Lesson>[] Shares(List<Lesson> batch)
    {
        var shares = new List<Lesson>[Workers];
        int[] words = new int[Workers];
        for (int i = 0; i < Workers; i++) shares[i] = [];
        foreach (Lesson lesson in batch)
        {
            int least = Array.IndexOf(words, words.Min());
            shares[least].Add(lesson);
            words[least] += lesson.Words;
        }
        return shares;
    }
}
