using Sitrep.Language.Learning;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Names;

/// <summary>Finds names: each word begins one, goes on with one, or stands outside.</summary>
internal sealed class NameTagger(NameBook book, LinearScorer first, LinearScorer? second)
{
    /// <summary>Outside; then begin and inside for each kind, in the order of <see cref="NameKind"/>.</summary>
    public const int ClassCount = 9;

    /// <summary>Features per word at most.</summary>
    public const int FeatureCount = 80;

    public NameBook Book => book;

    public static int Begin(NameKind kind) => ((int)kind * 2) - 1;

    public static int Inside(NameKind kind) => (int)kind * 2;

    public static NameKind KindOf(int nameClass) => (NameKind)((nameClass + 1) / 2);

    public static bool IsInside(int nameClass) => nameClass > 0 && nameClass % 2 == 0;

    /// <summary>Inside a name only after a word of the same name.</summary>
    public static bool Follows(int nameClass, int before) => !IsInside(nameClass) || KindOf(nameClass) == KindOf(before);

    /// <summary>Writes the class of each word, and adds them to the votes.</summary>
    public void Tag(ReadOnlySpan<WordTraits> words, ReadOnlySpan<Upos> tags, NameVotes votes, Span<int> classes)
    {
        int length = words.Length;
        Span<uint> rows = length <= 256 ? stackalloc uint[3 * length] : new uint[3 * length];
        Span<uint> hints = rows[..length], phrases = rows[length..(2 * length)], seen = rows[(2 * length)..];
        book.Mark(words, hints, phrases);
        Pass(first, words, tags, new Knowledge(hints, phrases, default), classes);
        if (second is null) return;
        votes.Fill(words, seen);
        Pass(second, words, tags, new Knowledge(hints, phrases, seen), classes);
        votes.Add(words, classes);
    }

    /// <summary>What is known besides the words.</summary>
    /// <param name="hints">Of the name book, per word.</param>
    /// <param name="phrases">Of the phrase that the word stands in.</param>
    /// <param name="votes">Of the text before; empty in the first pass.</param>
    public readonly ref struct Knowledge(ReadOnlySpan<uint> hints, ReadOnlySpan<uint> phrases, ReadOnlySpan<uint> votes)
    {
        public readonly ReadOnlySpan<uint> Hints = hints, Phrases = phrases, Votes = votes;
    }

    /// <summary>One pass from left to right; a second one finds the classes of the first in <paramref name="classes"/>.</summary>
    public static void Pass(LinearScorer scorer, ReadOnlySpan<WordTraits> words, ReadOnlySpan<Upos> tags, Knowledge known, Span<int> classes)
    {
        Span<uint> features = stackalloc uint[FeatureCount];
        Span<int> scores = stackalloc int[ClassCount];
        for (int i = 0; i < words.Length; i++)
        {
            if (!known.Votes.IsEmpty && IsPlain(words, classes, i)) continue;
            scores.Clear();
            int count = Features(words, tags, known, classes, i, features);
            scorer.AddScores(features[..count], scores);
            int before = i > 0 ? classes[i - 1] : 0;
            int best = 0;
            for (int k = 1; k < ClassCount; k++)
            {
                if (scores[k] > scores[best] && Follows(k, before)) best = k;
            }
            classes[i] = best;
        }
    }

    /// <summary>True for words that a second pass need not look at: small, and no name near.</summary>
    public static bool IsPlain(ReadOnlySpan<WordTraits> words, ReadOnlySpan<int> classes, int i) =>
        classes[i] == 0 && !IsCapitalised(words[i]) && (i == 0 || classes[i - 1] == 0) && (i + 1 >= classes.Length || classes[i + 1] == 0);

    /// <summary>Fills the features of word <paramref name="i"/>; the classes before it are known, in a second pass those of the first from it on.</summary>
    public static int Features(ReadOnlySpan<WordTraits> words, ReadOnlySpan<Upos> tags, Knowledge known, ReadOnlySpan<int> classes, int i, Span<uint> features)
    {
        ReadOnlySpan<uint> hints = known.Hints;
        WordTraits word = words[i];
        WordTraits before = At(words, i - 1), before2 = At(words, i - 2), after = At(words, i + 1), after2 = At(words, i + 2);
        uint tag = (uint)tags[i], tagBefore = i > 0 ? (uint)tags[i - 1] : 99, tagAfter = i + 1 < tags.Length ? (uint)tags[i + 1] : 99;
        uint last = i > 0 ? (uint)classes[i - 1] : 98, last2 = i > 1 ? (uint)classes[i - 2] : 98;
        uint first = i == 0 ? 1u : 0u;
        int n = 0;
        features[n++] = Hashing.Mix(200, word.Form);
        features[n++] = Hashing.Mix(201, word.Lower);
        features[n++] = Hashing.Mix(202, word.Lower, tag);
        features[n++] = Hashing.Mix(203, word.Suffix2, word.Shape);
        features[n++] = Hashing.Mix(204, word.Suffix3, word.Shape);
        features[n++] = Hashing.Mix(205, word.Suffix4, tag);
        features[n++] = Hashing.Mix(206, word.Prefix2, word.Shape);
        features[n++] = Hashing.Mix(207, word.Prefix3, word.Shape);
        features[n++] = Hashing.Mix(208, word.Shape, first);
        features[n++] = Hashing.Mix(209, word.Shape, tag);
        features[n++] = Hashing.Mix(210, word.Tags, tag, word.Shape);
        features[n++] = Hashing.Mix(211, tag, tagBefore);
        features[n++] = Hashing.Mix(212, tag, tagAfter);
        features[n++] = Hashing.Mix(213, tagBefore, tag, tagAfter);
        features[n++] = Hashing.Mix(214, last);
        features[n++] = Hashing.Mix(215, last, last2);
        features[n++] = Hashing.Mix(216, last, word.Lower);
        features[n++] = Hashing.Mix(217, last, tag, word.Shape);
        features[n++] = Hashing.Mix(218, last, before.Lower);
        features[n++] = Hashing.Mix(219, before.Lower, word.Shape);
        features[n++] = Hashing.Mix(220, before2.Lower, word.Shape);
        features[n++] = Hashing.Mix(221, after.Lower, word.Shape);
        features[n++] = Hashing.Mix(222, after2.Lower, word.Shape);
        features[n++] = Hashing.Mix(223, before.Lower, before2.Lower);
        features[n++] = Hashing.Mix(224, before.Lower, after.Lower);
        features[n++] = Hashing.Mix(225, before.Lower, word.Lower);
        features[n++] = Hashing.Mix(226, word.Lower, after.Lower);
        features[n++] = Hashing.Mix(227, before.Shape, word.Shape, after.Shape);
        features[n++] = Hashing.Mix(228, last, after.Shape, word.Shape);
        features[n++] = Hashing.Mix(229, before.Suffix3, word.Shape);
        features[n++] = Hashing.Mix(230, after.Suffix3, word.Shape);
        features[n++] = Hashing.Mix(231, last, after.Lower);
        features[n++] = Hashing.Mix(232, Lead(words, i), word.Shape);
        features[n++] = Hashing.Mix(233, Tail(words, tags, i), last);
        features[n++] = Hashing.Mix(234, Tail(words, tags, i), word.Shape);
        features[n++] = Hashing.Mix(235, 0);
        uint hint = hints[i], hintBefore = At(hints, i - 1), hintAfter = At(hints, i + 1), hintTail = hints[TailAt(words, tags, i)], phrase = known.Phrases[i];
        features[n++] = Hashing.Mix(236, hint, word.Shape);
        features[n++] = Hashing.Mix(237, hint, last, tagAfter);
        features[n++] = Hashing.Mix(238, hintBefore, hint, word.Shape);
        features[n++] = Hashing.Mix(239, hint, hintAfter, word.Shape);
        features[n++] = Hashing.Mix(240, hintTail, last, word.Shape);
        features[n++] = Hashing.Mix(241, hintBefore, last, tag);
        features[n++] = Hashing.Mix(242, hint, last);
        features[n++] = Hashing.Mix(243, hint, tag, tagBefore);
        features[n++] = Hashing.Mix(244, hint, before.Lower);
        features[n++] = Hashing.Mix(245, hint, after.Lower);
        features[n++] = Hashing.Mix(246, phrase);
        features[n++] = Hashing.Mix(247, phrase, last);
        features[n++] = Hashing.Mix(248, Hashing.Mix(3, hintBefore, hint), hintAfter, last);
        uint lead = Lead(words, i), follow = Follow(words, i);
        features[n++] = Hashing.Mix(249, follow, word.Shape);
        features[n++] = Hashing.Mix(250, follow, last, hint);
        features[n++] = Hashing.Mix(251, lead, hint);
        features[n++] = Hashing.Mix(252, lead, follow, last);
        features[n++] = Hashing.Mix(253, RunOf(words, i), last, tag);
        features[n++] = Hashing.Mix(254, word.Form, last);
        if (known.Votes.IsEmpty) return n;
        uint own = (uint)classes[i], next = i + 1 < classes.Length ? (uint)classes[i + 1] : 98, next2 = i + 2 < classes.Length ? (uint)classes[i + 2] : 98;
        uint vote = known.Votes[i], voteBefore = At(known.Votes, i - 1), voteAfter = At(known.Votes, i + 1);
        (int begin, int end) = SpanAt(classes, i);
        uint length = (uint)Math.Min(end - begin, 4), place = i == begin ? 0u : i + 1 == end ? 2u : 1u;
        features[n++] = Hashing.Mix(260, own);
        features[n++] = Hashing.Mix(261, own, last);
        features[n++] = Hashing.Mix(262, own, next, last);
        features[n++] = Hashing.Mix(263, own, word.Lower);
        features[n++] = Hashing.Mix(264, own, word.Shape, next);
        features[n++] = Hashing.Mix(265, vote);
        features[n++] = Hashing.Mix(266, vote, own);
        features[n++] = Hashing.Mix(267, vote, last, word.Shape);
        features[n++] = Hashing.Mix(268, Hashing.Mix(3, voteBefore, vote), voteAfter, last);
        features[n++] = Hashing.Mix(269, own, length, place);
        features[n++] = Hashing.Mix(270, own, words[end - 1].Lower, place);
        features[n++] = Hashing.Mix(271, own, words[begin].Lower, place);
        features[n++] = Hashing.Mix(272, own, next, next2);
        features[n++] = Hashing.Mix(273, own, vote, hint);
        features[n++] = Hashing.Mix(274, own, hints[end - 1], vote);
        return n;
    }

    private static WordTraits At(ReadOnlySpan<WordTraits> words, int i) => i >= 0 && i < words.Length ? words[i] : WordTraits.Border;

    /// <summary>The name of the first pass from word <paramref name="i"/> on, together with what now stands before it.</summary>
    private static (int Begin, int End) SpanAt(ReadOnlySpan<int> classes, int i)
    {
        int begin = i, end = i + 1;
        if (classes[i] == 0) return (begin, end);
        while (begin > 0 && IsInside(classes[begin]) && KindOf(classes[begin - 1]) == KindOf(classes[begin])) begin--;
        while (end < classes.Length && IsInside(classes[end]) && KindOf(classes[end]) == KindOf(classes[i])) end++;
        return (begin, end);
    }

    private static uint At(ReadOnlySpan<uint> hints, int i) => i >= 0 && i < hints.Length ? hints[i] : 0;

    /// <summary>The word that stands behind the run of capitals: "said", "province".</summary>
    private static uint Follow(ReadOnlySpan<WordTraits> words, int i)
    {
        int k = i + 1;
        for (int most = Math.Min(words.Length, i + 6); k < most && IsCapitalised(words[k]); k++) { }
        return At(words, k).Lower;
    }

    /// <summary>How many capitalised words stand before and behind, three of each at most, and whether the sentence begins with them.</summary>
    private static uint RunOf(ReadOnlySpan<WordTraits> words, int i)
    {
        uint before = 0, behind = 0;
        for (int k = i - 1; k >= 0 && before < 3 && IsCapitalised(words[k]); k--) before++;
        for (int k = i + 1; k < words.Length && behind < 3 && IsCapitalised(words[k]); k++) behind++;
        return (before * 8) + (behind * 2) + (i == before ? 1u : 0u);
    }

    /// <summary>The word that stands before the run of proper nouns: "in", "president", "said".</summary>
    private static uint Lead(ReadOnlySpan<WordTraits> words, int i)
    {
        int k = i - 1;
        for (int least = Math.Max(0, i - 5); k >= least && IsCapitalised(words[k]); k--) { }
        return At(words, k).Lower;
    }

    /// <summary>The last word of the run of proper nouns: "Ministry", "Bank", "River" tell the kind of the whole.</summary>
    private static uint Tail(ReadOnlySpan<WordTraits> words, ReadOnlySpan<Upos> tags, int i) => words[TailAt(words, tags, i)].Lower;

    private static int TailAt(ReadOnlySpan<WordTraits> words, ReadOnlySpan<Upos> tags, int i)
    {
        int k = i;
        for (int most = Math.Min(words.Length - 1, i + 5); k < most && tags[k + 1] == Upos.Propn; k++) { }
        return k;
    }

    private static bool IsCapitalised(WordTraits word) => word.Form != word.Lower;
}
