using System.Numerics.Tensors;
using Sitrep.Language.Network;

namespace Sitrep.Train.Network;

/// <summary>Lessons from sentences without gold: what two networks of different seeds both find (after tri-training, Zhou and Li 2005).</summary>
internal static class AgreedReadings
{
    /// <summary>Sentences of which less than this share of the heads is agreed on teach no tree.</summary>
    private const double LeastAgreed = 0.7;

    private sealed record Reading(int[] Tags, int[] Heads, int[] Relations, int[] Names);

    /// <param name="sentences">Words of each sentence, and what tags an annotator wrote, where known.</param>
    public static List<Lesson> Of(IReadOnlyList<(WordRows Rows, string?[]? Penn)> sentences, WordNetwork first, WordNetwork second, float weight)
    {
        Reading[] one = Read([.. sentences.Select(s => s.Rows)], first), two = Read([.. sentences.Select(s => s.Rows)], second);
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
            if (agreed >= LeastAgreed * words) lessons.Add(new Lesson(sentences[s].Rows, tags, heads, relations, Agreed(one[s].Names, two[s].Names), true, weight));
        }
        return lessons;
    }

    /// <summary>The same lessons with the names that both networks find in them.</summary>
    public static IEnumerable<Lesson> WithNames(IReadOnlyList<Lesson> lessons, WordNetwork first, WordNetwork second)
    {
        Reading[] one = Read([.. lessons.Select(lesson => lesson.Features)], first), two = Read([.. lessons.Select(lesson => lesson.Features)], second);
        return lessons.Select((lesson, i) => lesson with { Names = Agreed(one[i].Names, two[i].Names) });
    }

    private static int[] Agreed(int[] one, int[] two) => [.. one.Select((name, i) => name == two[i] ? name : -1)];

    private static bool Fits(string found, string? written) => written is null || found == written || (written == "TO" && found == "IN");

    private static Reading[] Read(WordRows[] sentences, WordNetwork network)
    {
        var readings = new Reading[sentences.Length];
        Parallel.For(0, 2, worker =>
        {
            var run = new NetworkRun(network.Weights);
            for (int s = worker; s < sentences.Length; s += 2)
            {
                int words = sentences[s].Count;
                var reading = new Reading(new int[words], new int[words], new int[words], new int[words]);
                run.Run(sentences[s], [words]);
                for (int i = 0; i < words; i++) reading.Tags[i] = TensorPrimitives.IndexOfMax(run.Tags(i));
                run.Parse(0, words, reading.Heads, reading.Relations, network.Root);
                NamePath.Decode(run, 0, reading.Names);
                readings[s] = reading;
            }
        });
        return readings;
    }
}
