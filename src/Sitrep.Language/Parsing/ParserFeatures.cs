using Sitrep.Language.Learning;
using Sitrep.Language.Tagging;

namespace Sitrep.Language.Parsing;

/// <summary>Feature templates after Zhang and Nivre (2011), for the arc-hybrid stack and buffer.</summary>
internal static class ParserFeatures
{
    /// <summary>Features per state at most.</summary>
    public const int FeatureCount = 112;

    private const uint None = 0x5EED;

    public static int Fill(ParserState state, ReadOnlySpan<WordTraits> words, ReadOnlySpan<int> tags, ClauseMarks marks, Span<uint> features)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2);
        int b0 = state.Buffer(0), b1 = state.Buffer(1), b2 = state.Buffer(2);
        uint s0w = Word(words, s0), s1w = Word(words, s1), s2w = Word(words, s2), b0w = Word(words, b0), b1w = Word(words, b1);
        uint s0t = Tag(tags, s0), s1t = Tag(tags, s1), s2t = Tag(tags, s2), b0t = Tag(tags, b0), b1t = Tag(tags, b1), b2t = Tag(tags, b2);
        int next = state.Next;
        int s0l = Child(state.LeftChild, s0), s0r = Child(state.RightChild, s0), s1l = Child(state.LeftChild, s1), s1r = Child(state.RightChild, s1), b0l = Child(state.LeftChild, next);
        int s0l2 = Child(state.LeftChild2, s0), s0r2 = Child(state.RightChild2, s0), s1r2 = Child(state.RightChild2, s1), b0l2 = Child(state.LeftChild2, next);
        uint s0lt = Tag(tags, s0l), s0rt = Tag(tags, s0r), s1lt = Tag(tags, s1l), s1rt = Tag(tags, s1r), b0lt = Tag(tags, b0l);
        uint s0ll = Label(state, s0l), s0rl = Label(state, s0r), s1ll = Label(state, s1l), s1rl = Label(state, s1r), b0ll = Label(state, b0l);
        uint s0vl = Count(state.LeftCount, s0), s0vr = Count(state.RightCount, s0), s1vl = Count(state.LeftCount, s1), s1vr = Count(state.RightCount, s1), b0vl = Count(state.LeftCount, next);
        uint near = s0 < 0 ? 0 : Distance(next - s0), far = s1 < 0 ? 0 : Distance(s0 - s1);
        uint s0x = s0 < 0 ? None : words[s0].Suffix3, b0x = b0 < 0 ? None : words[b0].Suffix3;
        int n = 0;
        // single words
        features[n++] = Hashing.Mix(100, s0w, s0t);
        features[n++] = Hashing.Mix(101, s0w);
        features[n++] = Hashing.Mix(102, s0t);
        features[n++] = Hashing.Mix(103, s1w, s1t);
        features[n++] = Hashing.Mix(104, s1w);
        features[n++] = Hashing.Mix(105, s1t);
        features[n++] = Hashing.Mix(106, b0w, b0t);
        features[n++] = Hashing.Mix(107, b0w);
        features[n++] = Hashing.Mix(108, b0t);
        features[n++] = Hashing.Mix(109, b1w, b1t);
        features[n++] = Hashing.Mix(110, b1w);
        features[n++] = Hashing.Mix(111, b1t);
        features[n++] = Hashing.Mix(112, b2t, b1t);
        features[n++] = Hashing.Mix(113, s2w, s2t);
        features[n++] = Hashing.Mix(114, s2t);
        features[n++] = Hashing.Mix(115, s0x, s0t);
        features[n++] = Hashing.Mix(116, b0x, b0t);
        // pairs
        features[n++] = Hashing.Mix(120, Hashing.Mix(1, s0w, s0t), b0w, b0t);
        features[n++] = Hashing.Mix(121, s0w, s0t, b0t);
        features[n++] = Hashing.Mix(122, s0t, b0w, b0t);
        features[n++] = Hashing.Mix(123, s0w, b0w);
        features[n++] = Hashing.Mix(124, s0t, b0t);
        features[n++] = Hashing.Mix(125, b0t, b1t);
        features[n++] = Hashing.Mix(126, s1w, s0w);
        features[n++] = Hashing.Mix(127, s1t, s0t);
        features[n++] = Hashing.Mix(128, s1w, s0t, s1t);
        features[n++] = Hashing.Mix(129, s1t, s0w, s0t);
        features[n++] = Hashing.Mix(130, s1t, b0t);
        features[n++] = Hashing.Mix(131, s1w, b0w);
        features[n++] = Hashing.Mix(132, s1w, b0t);
        features[n++] = Hashing.Mix(133, s0w, b1t, b0t);
        features[n++] = Hashing.Mix(134, s1t, s0t, near);
        // triples
        features[n++] = Hashing.Mix(140, b0t, b1t, b2t);
        features[n++] = Hashing.Mix(141, s0t, b0t, b1t);
        features[n++] = Hashing.Mix(142, s1t, s0t, b0t);
        features[n++] = Hashing.Mix(143, s2t, s1t, s0t);
        features[n++] = Hashing.Mix(144, s0t, s0lt, b0t);
        features[n++] = Hashing.Mix(145, s0t, s0rt, b0t);
        features[n++] = Hashing.Mix(146, s0t, b0t, b0lt);
        features[n++] = Hashing.Mix(147, s1t, s1rt, s0t);
        features[n++] = Hashing.Mix(148, s1t, s1lt, s0t);
        features[n++] = Hashing.Mix(149, s1t, s0t, s0lt);
        features[n++] = Hashing.Mix(150, s1t, s0t, s0rt);
        features[n++] = Hashing.Mix(151, s0t, s0lt, Tag(tags, s0l2));
        features[n++] = Hashing.Mix(152, s0t, s0rt, Tag(tags, s0r2));
        features[n++] = Hashing.Mix(153, b0t, b0lt, Tag(tags, b0l2));
        features[n++] = Hashing.Mix(154, Hashing.Mix(2, s1t, s0t), b0t, b1t);
        features[n++] = Hashing.Mix(155, s1w, s0t, b0t);
        features[n++] = Hashing.Mix(156, s1t, s0w, b0t);
        features[n++] = Hashing.Mix(157, s1t, s0t, b0w);
        features[n++] = Hashing.Mix(158, s1t, s1rt, Tag(tags, s1r2));
        // distance
        features[n++] = Hashing.Mix(160, s0w, near);
        features[n++] = Hashing.Mix(161, s0t, near);
        features[n++] = Hashing.Mix(162, b0w, near);
        features[n++] = Hashing.Mix(163, b0t, near);
        features[n++] = Hashing.Mix(164, s0t, b0t, near);
        features[n++] = Hashing.Mix(165, s1t, s0t, far);
        features[n++] = Hashing.Mix(166, s1w, s0w, far);
        // children: how many, which labels, which words
        features[n++] = Hashing.Mix(170, s0w, s0vr);
        features[n++] = Hashing.Mix(171, s0t, s0vr);
        features[n++] = Hashing.Mix(172, s0w, s0vl);
        features[n++] = Hashing.Mix(173, s0t, s0vl);
        features[n++] = Hashing.Mix(174, b0w, b0vl);
        features[n++] = Hashing.Mix(175, b0t, b0vl);
        features[n++] = Hashing.Mix(176, s1w, s1vr);
        features[n++] = Hashing.Mix(177, s1t, s1vr, s1vl);
        features[n++] = Hashing.Mix(180, s0w, s0ll, s0rl);
        features[n++] = Hashing.Mix(181, s0t, s0ll, s0rl);
        features[n++] = Hashing.Mix(182, s1w, s1ll, s1rl);
        features[n++] = Hashing.Mix(183, s1t, s1ll, s1rl);
        features[n++] = Hashing.Mix(184, b0w, b0ll);
        features[n++] = Hashing.Mix(185, b0t, b0ll);
        features[n++] = Hashing.Mix(186, s0t, b0t, s0rl);
        features[n++] = Hashing.Mix(187, s1t, s0t, s1rl);
        features[n++] = Hashing.Mix(188, s1t, s0t, s0ll);
        features[n++] = Hashing.Mix(189, Word(words, s0l), s0t);
        features[n++] = Hashing.Mix(190, Word(words, s0r), s0t);
        features[n++] = Hashing.Mix(191, Word(words, s1r), s1t);
        features[n++] = Hashing.Mix(192, Word(words, b0l), b0t);
        features[n++] = Hashing.Mix(193, Word(words, s0l), s1w);
        features[n++] = Hashing.Mix(194, s0ll, Label(state, s0l2), s0t);
        features[n++] = Hashing.Mix(195, s1rl, Label(state, s1r2), s1t);
        features[n++] = Hashing.Mix(196, b0ll, Label(state, b0l2), b0t);
        features[n++] = Hashing.Mix(197, next == state.Words ? 1u : 0u, (uint)Math.Min(state.Depth, 2));
        // what stands between, and whether a verb is still to come: ", the army said ." ends many a sentence of news
        uint between = s0 < 0 ? None : marks.Between(s0 + 1, next), below = s1 < 0 ? None : marks.Between(s1 + 1, s0), ahead = marks.FiniteFrom(next);
        features[n++] = Hashing.Mix(198, s0t, b0t, between);
        features[n++] = Hashing.Mix(199, Hashing.Mix(3, s1t, s0t), b0t, below);
        features[n++] = Hashing.Mix(200, s0w, between, ahead);
        features[n++] = Hashing.Mix(201, s0t, b0t, ahead);
        features[n++] = Hashing.Mix(202, Hashing.Mix(4, s1t, s0t), b0t, ahead);
        features[n++] = Hashing.Mix(203, Hashing.Mix(5, s0t, s0ll, s0rl), b0t, ahead);
        features[n++] = Hashing.Mix(204, Hashing.Mix(6, s2t, s1t, s0t), b0t);
        features[n++] = Hashing.Mix(205, b0w, between, s0t);
        features[n++] = Hashing.Mix(206, s1w, s0t, below);
        return n;
    }

    private static uint Word(ReadOnlySpan<WordTraits> words, int i) => i < 0 ? None : words[i].Lower;

    private static uint Tag(ReadOnlySpan<int> tags, int i) => i < 0 ? None : (uint)tags[i];

    private static int Child(int[] children, int i) => i < 0 ? -1 : children[i];

    private static uint Label(ParserState state, int i) => i < 0 ? None : (uint)state.Labels[i];

    private static uint Count(int[] counts, int i) => i < 0 ? None : (uint)Math.Min(counts[i], 4);

    private static uint Distance(int words) => (uint)(words < 5 ? words : words < 10 ? 5 : 6);
}
