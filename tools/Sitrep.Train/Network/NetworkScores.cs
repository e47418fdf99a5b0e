using System.Globalization;
using Sitrep.Language.Names;
using Sitrep.Language.Network;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Train.Network;

/// <summary>Scores of a network on lessons as they stand: gold tokens.</summary>
internal static class NetworkScores
{
    /// <summary>UPOS, XPOS, UAS and LAS (without subtypes) in per cent.</summary>
    public static string Trees(IReadOnlyList<Lesson> lessons, NetworkWeights weights, TagSet tags, string[] relations)
    {
        string[] bases = [.. relations.Select(relation => relation.IndexOf(':') is var colon and > 0 ? relation[..colon] : relation)];
        var run = new NetworkRun(weights);
        int root = Array.IndexOf(relations, "root");
        int words = 0, upos = 0, xpos = 0, heads = 0, labelled = 0;
        foreach (Lesson lesson in lessons)
        {
            run.Run(lesson.Features, [lesson.Words]);
            int[] foundHeads = new int[lesson.Words], foundRelations = new int[lesson.Words];
            run.Parse(0, lesson.Words, foundHeads, foundRelations, root);
            for (int i = 0; i < lesson.Words; i++)
            {
                words++;
                int tag = Best(run.Tags(i));
                if (lesson.Tags[i] >= 0 && tags.Upos[tag] == tags.Upos[lesson.Tags[i]]) upos++;
                if (lesson.Tags[i] >= 0 && tags.Penn[tag] == tags.Penn[lesson.Tags[i]]) xpos++;
                if (foundHeads[i] != lesson.Heads[i]) continue;
                heads++;
                if (lesson.Relations[i] >= 0 && bases[lesson.Relations[i]] == bases[foundRelations[i]]) labelled++;
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"UPOS {100.0 * upos / words:F2} XPOS {100.0 * xpos / words:F2} UAS {100.0 * heads / words:F2} LAS {100.0 * labelled / words:F2}");
    }

    /// <summary>Micro F1 of person, place and organisation names.</summary>
    public static string Names(IReadOnlyList<(Lesson Lesson, (int, int)[] Ignored)> lessons, NetworkWeights weights)
    {
        var run = new NetworkRun(weights);
        int right = 0, found = 0, gold = 0;
        foreach ((Lesson lesson, (int, int)[] ignored) in lessons)
        {
            run.Run(lesson.Features, [lesson.Words]);
            int[] classes = new int[lesson.Words];
            NamePath.Decode(run, 0, classes);
            HashSet<(int, int, NameKind)> expected = [.. Spans(lesson.Names)];
            gold += expected.Count;
            foreach ((int start, int end, NameKind kind) in Spans(classes))
            {
                if (ignored.Contains((start, end))) continue;
                found++;
                if (expected.Contains((start, end, kind))) right++;
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"P {100.0 * right / Math.Max(1, found):F1} R {100.0 * right / Math.Max(1, gold):F1} F1 {200.0 * right / Math.Max(1, found + gold):F1}");
    }

    private static int Best(ReadOnlySpan<float> scores) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores);

    private static IEnumerable<(int Start, int End, NameKind Kind)> Spans(int[] classes)
    {
        for (int i = 0; i < classes.Length;)
        {
            int start = i++;
            if (classes[start] <= 0) continue;
            NameKind kind = NameClasses.KindOf(classes[start]);
            while (i < classes.Length && NameClasses.IsInside(classes[i]) && NameClasses.KindOf(classes[i]) == kind) i++;
            if (kind is NameKind.Person or NameKind.Location or NameKind.Organisation) yield return (start, i, kind);
        }
    }
}
