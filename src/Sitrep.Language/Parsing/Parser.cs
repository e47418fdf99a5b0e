using Sitrep.Language.Learning;
using Sitrep.Language.Tagging;

namespace Sitrep.Language.Parsing;

/// <summary>Greedy arc-hybrid dependency parser: two transitions per word, always one tree with one root.</summary>
internal sealed class Parser(Transitions transitions, ClauseRole[] roles, LinearScorer scorer)
{
    public Transitions Transitions => transitions;

    /// <summary>Parses one tagged sentence.</summary>
    public ParserState Parse(ReadOnlySpan<WordTraits> words, ReadOnlySpan<int> tags)
    {
        var state = new ParserState(words.Length);
        Span<uint> features = stackalloc uint[ParserFeatures.FeatureCount];
        Span<int> scores = stackalloc int[transitions.Count];
        var marks = new ClauseMarks(roles, tags);
        while (!state.IsDone)
        {
            scores.Clear();
            int count = ParserFeatures.Fill(state, words, tags, marks, features);
            scorer.AddScores(features[..count], scores);
            transitions.Apply(state, transitions.Best(state, scores));
        }
        return state;
    }
}
