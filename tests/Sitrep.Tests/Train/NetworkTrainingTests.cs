using Sitrep.Language.Names;
using Sitrep.Language.Network;
using Sitrep.Train.Network;

namespace Sitrep.Tests.Train;

public sealed class NetworkTrainingTests
{
    private static readonly NetworkShape Shape = new(4, 64, 8, 16, 16, 16, 2, 16, 16, 16, 5, 4, NameClasses.Count);
    private static readonly Dropout None = new(0, 0, 0, 0, 0);

    [Fact]
    public void Gradients_are_those_of_the_loss()
    {
        var parameters = new NetworkParameters(Shape, seed: 3, workers: 1);
        var worker = new NetworkWorker(parameters, None, 0) { Frequencies = new int[Shape.Words] };
        Lesson[] lessons = [Lesson("the river rose", 1), Lesson("nobody answered the radio", 2)];
        Loss(parameters, worker, lessons);
        var random = new Random(9);
        foreach (Parameter parameter in parameters.All)
        {
            float[] gradient = [.. parameter.Gradients[0]];
            for (int trial = 0; trial < 12; trial++)
            {
                int at = random.Next(gradient.Length);
                float before = parameter.Matrix.Values[at];
                const float step = 2e-3f;
                parameter.Matrix.Values[at] = before + step;
                double above = Loss(parameters, worker, lessons);
                parameter.Matrix.Values[at] = before - step;
                double below = Loss(parameters, worker, lessons);
                parameter.Matrix.Values[at] = before;
                double expected = (above - below) / (2 * step);
                Assert.True(Math.Abs(expected - gradient[at]) < 0.02 + (0.05 * Math.Abs(expected)), $"{parameter.Matrix.Name}[{at}]: {gradient[at]}, by differences {expected}");
            }
        }
    }

    [Fact]
    public void Training_learns_its_lessons_and_is_repeatable()
    {
        Lesson[] lessons = [Lesson("the river rose", 1), Lesson("nobody answered the radio", 2), Lesson("talks failed", 3)];
        var schedule = new Schedule(60, 9, 0.02f, 0, None, 7);
        NetworkWeights first = NetworkTrainer.Train(Shape, lessons, schedule, (_, _, _) => { }), second = NetworkTrainer.Train(Shape, lessons, schedule, (_, _, _) => { });
        Assert.All(first.All.Zip(second.All), pair => Assert.True(pair.First.Values.AsSpan().SequenceEqual(pair.Second.Values)));
        var run = new NetworkRun(first);
        foreach (Lesson lesson in lessons)
        {
            run.Run(lesson.Features, [lesson.Words]);
            int[] heads = new int[lesson.Words], relations = new int[lesson.Words];
            run.Parse(0, lesson.Words, heads, relations, root: 0);
            Assert.Equal(lesson.Heads, heads);
            Assert.Equal(lesson.Tags, Enumerable.Range(0, lesson.Words).Select(i => run.Tags(i).IndexOf(run.Tags(i).ToArray().Max())));
        }
    }

    private static double Loss(NetworkParameters parameters, NetworkWorker worker, Lesson[] lessons)
    {
        foreach (Parameter parameter in parameters.All)
        {
            Array.Clear(parameter.Gradients[0]);
            parameter.Turn();
        }
        worker.Run(lessons, seed: 1);
        return worker.TagLoss + worker.ArcLoss + worker.LabelLoss + worker.NameLoss;
    }

    /// <summary>A sentence whose second word governs the others.</summary>
    private static Lesson Lesson(string text, int seed)
    {
        string[] words = text.Split(' ');
        var rows = new WordRows();
        var vocabulary = new Vocabulary([3, 5, 7]);
        foreach (string word in words)
        {
            rows.Add(word, vocabulary, Shape.Pieces);
            rows.AddTrait(word.Length % Shape.Traits);
        }
        int[] heads = [.. words.Select((_, i) => i == 1 ? -1 : 1)];
        return new Lesson(rows, [.. words.Select((word, i) => (word.Length + i) % Shape.Tags)], heads, [.. words.Select((_, i) => i == 1 ? 0 : 1 + (i % 3))], [.. words.Select((_, i) => i == 2 ? NameClasses.Begin(Sitrep.Language.Tokens.NameKind.Person) : 0)], true, seed == 2 ? 0.5f : 1);
    }
}
