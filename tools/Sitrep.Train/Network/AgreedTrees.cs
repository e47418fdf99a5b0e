using Sitrep.Language.Network;

namespace Sitrep.Train.Network;

/// <summary>Lessons from sentences without gold: what two networks of different seeds both find (tri-training, Zhou and Li 2005).</summary>
internal static class AgreedTrees
{
    /// <summary>Sentences of which less than this share of the heads is agreed on teach nothing.</summary>
    private const double LeastAgreed = 0.7;

    /// <param name="sentences">Words of each sentence, and what tags an annotator wrote, where known.</param>
    public static List<Lesson> Of(IReadOnlyList<(WordRows Features, string?[]? Penn)> sentences, WordNetwork first, WordNetwork second, float weight)
    {
        (int[] Tags, int[] Heads, int[] Relations)[] one = Analyse(sentences, first), two = Analyse(sentences, second);
        var lessons = new List<Lesson>();
        for (int s = 0; s < sentences.Count; s++)
        {
            int words = one[s].Heads.Length;
            int[] tags = Lesson.Unknown(words), heads = Lesson.Unknown(words, -2), relations = Lesson.Unknown(words);
            int agreed = 0;
            for (int i = 0; i < words; i++)
            {
                if (one[s].Tags[i] == two[s].Tags[i] && Fits(first.Tags.Penn[one[s].Tags[i]], sentences[s].Penn?[i])) tags[i] = one[s].Tags[i];
                if (one[s].Heads[i] != two[s].Heads[i]) continue;
                agreed++;
                heads[i] = one[s].Heads[i];
                if (one[s].Relations[i] == two[s].Relations[i]) relations[i] = one[s].Relations[i];
            }
            if (agreed >= LeastAgreed * words) lessons.Add(new Lesson(sentences[s].Features, tags, heads, relations, Lesson.Unknown(words), true, weight));
        }
        return lessons;
    }

    private static bool Fits(string found, string? written) => written is null || found == written || (written == "TO" && found == "IN");

    private static (int[] Tags, int[] Heads, int[] Relations)[] Analyse(IReadOnlyList<(WordRows Features, string?[]? Penn)> sentences, WordNetwork network)
    {
        var results = new (int[], int[], int[])[sentences.Count];
        Parallel.For(0, 2, worker =>
        {
            var run = new NetworkRun(network.Weights);
            for (int s = worker; s < sentences.Count; s += 2)
            {
                int words = sentences[s].Features.Count;
                int[] tags = new int[words], heads = new int[words], relations = new int[words];
                run.Run(sentences[s].Features, [words]);
                for (int i = 0; i < words; i++) tags[i] = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(run.Tags(i));
                run.Parse(0, words, heads, relations);
                results[s] = (tags, heads, relations);
            }
        });
        return results;
    }
}
