using Sitrep.Language.Parsing;
using Sitrep.Language.Tagging;

namespace Sitrep.Train;

/// <summary>Trains the parser with a dynamic oracle and exploration (Goldberg and Nivre 2013).</summary>
internal static class ParserTrainer
{
    /// <summary>Share of wrong steps that are followed, once the model is worth following.</summary>
    private const double Explore = 0.9;

    public static Transitions Relations(IReadOnlyList<TreebankSentence> sentences) =>
        new([.. sentences.SelectMany(s => s.Relations).CountBy(r => r).Where(pair => pair.Value >= 20).Select(pair => pair.Key).Order(StringComparer.Ordinal)]);

    /// <summary>Index of a relation, of its base where the subtype is too rare.</summary>
    public static int IdOf(Transitions transitions, string relation)
    {
        int id = Array.IndexOf(transitions.Relations, relation);
        if (id >= 0) return id;
        int colon = relation.IndexOf(':');
        id = colon > 0 ? Array.IndexOf(transitions.Relations, relation[..colon]) : -1;
        return id >= 0 ? id : Array.IndexOf(transitions.Relations, "dep");
    }

    public static TrainingModel Train(IReadOnlyList<Example> examples, Transitions transitions, ClauseRole[] roles, int epochs, int seed, Action<int, TrainingModel> afterEpoch)
    {
        var model = new TrainingModel();
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        GoldTree[] trees = [.. examples.Select(example => new GoldTree(example.Sentence, transitions))];
        uint[] features = new uint[ParserFeatures.FeatureCount];
        int[] scores = new int[transitions.Count];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int index in order)
            {
                Example example = examples[index];
                GoldTree gold = trees[index];
                var state = new ParserState(example.Words.Length);
                var marks = new ClauseMarks(roles, example.Tags);
                while (!state.IsDone)
                {
                    Array.Clear(scores);
                    int count = ParserFeatures.Fill(state, example.Words, example.Tags, marks, features);
                    model.AddScores(features.AsSpan(0, count), scores);
                    int predicted = transitions.Best(state, scores);
                    int right = gold.BestRight(state, transitions, scores, predicted);
                    model.Tick();
                    if (predicted != right) model.Update(features.AsSpan(0, count), right, predicted);
                    transitions.Apply(state, epoch > 0 && random.NextDouble() < Explore ? predicted : right);
                }
            }
            afterEpoch(epoch, model);
        }
        return model;
    }

    /// <summary>A gold tree that answers which transitions lose the fewest gold arcs in any state.</summary>
    private sealed class GoldTree
    {
        private readonly int[] _heads;
        private readonly int[] _labels;
        private readonly int[][] _children;

        public GoldTree(TreebankSentence sentence, Transitions transitions)
        {
            int words = sentence.Heads.Length;
            _heads = [.. sentence.Heads.Select(head => head == -1 ? words : head)];
            _labels = [.. sentence.Relations.Select(relation => IdOf(transitions, relation))];
            _children = [.. Enumerable.Range(0, words).Select(head => Enumerable.Range(0, words).Where(child => _heads[child] == head).ToArray())];
        }

        /// <summary>The cheapest transition; among equals the predicted one, then the one the model likes most.</summary>
        public int BestRight(ParserState state, Transitions transitions, ReadOnlySpan<int> scores, int predicted)
        {
            int s0 = state.Stack(0), s1 = state.Stack(1), next = state.Next;
            int left = state.CanLeft ? Transitions.Left(next == state.Words ? transitions.Root : Usable(transitions, _labels[s0])) : -1;
            int right = state.CanRight ? transitions.Right(Usable(transitions, _labels[s0])) : -1;
            int leftCost = left < 0 ? int.MaxValue : LeftCost(s0, s1, next);
            int rightCost = right < 0 ? int.MaxValue : RightCost(s0, next);
            int shiftCost = state.CanShift ? ShiftCost(state, s0, next) : int.MaxValue;
            int least = Math.Min(shiftCost, Math.Min(leftCost, rightCost));
            int best = -1;
            foreach ((int transition, int cost) in (ReadOnlySpan<(int, int)>)[(Transitions.Shift, shiftCost), (left, leftCost), (right, rightCost)])
            {
                if (cost != least) continue;
                if (transition == predicted) return predicted;
                if (best < 0 || scores[transition] > scores[best]) best = transition;
            }
            return best;
        }

        // "root" is the relation of the root alone; a lost root word takes the commonest loose one.
        private static int Usable(Transitions transitions, int label) => label == transitions.Root ? IdOf(transitions, "parataxis") : label;

        private int LeftCost(int s0, int s1, int next)
        {
            int cost = _heads[s0] != next && (_heads[s0] == s1 || _heads[s0] > next) ? 1 : 0;
            return cost + ChildrenFrom(s0, next);
        }

        private int RightCost(int s0, int next) => (_heads[s0] >= next ? 1 : 0) + ChildrenFrom(s0, next);

        private int ShiftCost(ParserState state, int s0, int next)
        {
            int cost = _heads[next] != s0 && state.IsOnStack(_heads[next]) ? 1 : 0;
            foreach (int child in _children[next])
            {
                if (child >= next) break;
                if (state.IsOnStack(child)) cost++;
            }
            return cost;
        }

        private int ChildrenFrom(int word, int next)
        {
            int count = 0;
            for (int i = _children[word].Length - 1; i >= 0 && _children[word][i] >= next; i--) count++;
            return count;
        }
    }
}
