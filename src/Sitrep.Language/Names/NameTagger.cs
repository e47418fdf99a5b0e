using Sitrep.Language.Learning;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Names;

/// <summary>Finds names: each word begins one, goes on with one, or stands outside.</summary>
internal sealed class NameTagger(LinearScorer scorer)
{
    /// <summary>Outside; then begin and inside for each kind, in the order of <see cref="NameKind"/>.</summary>
    public const int ClassCount = 9;

    /// <summary>Features per word at most.</summary>
    public const int FeatureCount = 48;

    public static int Begin(NameKind kind) => ((int)kind * 2) - 1;

    public static int Inside(NameKind kind) => (int)kind * 2;

    public static NameKind KindOf(int nameClass) => (NameKind)((nameClass + 1) / 2);

    public static bool IsInside(int nameClass) => nameClass > 0 && nameClass % 2 == 0;

    /// <summary>Inside a name only after a word of the same name.</summary>
    public static bool Follows(int nameClass, int before) => !IsInside(nameClass) || KindOf(nameClass) == KindOf(before);

    /// <summary>Writes the class of each word.</summary>
    public void Tag(ReadOnlySpan<WordTraits> words, ReadOnlySpan<Upos> tags, Span<int> classes)
    {
        Span<uint> features = stackalloc uint[FeatureCount];
        Span<int> scores = stackalloc int[ClassCount];
        for (int i = 0; i < words.Length; i++)
        {
            scores.Clear();
            int count = Features(words, tags, classes, i, features);
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

    /// <summary>Fills the features of word <paramref name="i"/>; the classes before it are known.</summary>
    public static int Features(ReadOnlySpan<WordTraits> words, ReadOnlySpan<Upos> tags, ReadOnlySpan<int> classes, int i, Span<uint> features)
    {
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
        uint kind = WordKinds.Of(word.Lower), kindBefore = WordKinds.Of(before.Lower), kindAfter = WordKinds.Of(after.Lower), kindTail = WordKinds.Of(Tail(words, tags, i));
        features[n++] = Hashing.Mix(236, kind, word.Shape);
        features[n++] = Hashing.Mix(237, kind, last, tagAfter);
        features[n++] = Hashing.Mix(238, kindBefore, kind, word.Shape);
        features[n++] = Hashing.Mix(239, kind, kindAfter, word.Shape);
        features[n++] = Hashing.Mix(240, kindTail, last, word.Shape);
        features[n++] = Hashing.Mix(241, kindBefore, last, tag);
        return n;
    }

    private static WordTraits At(ReadOnlySpan<WordTraits> words, int i) => i >= 0 && i < words.Length ? words[i] : WordTraits.Border;

    /// <summary>The word that stands before the run of proper nouns: "in", "president", "said".</summary>
    private static uint Lead(ReadOnlySpan<WordTraits> words, int i)
    {
        int k = i - 1;
        for (int least = Math.Max(0, i - 5); k >= least && IsCapitalised(words[k]); k--) { }
        return At(words, k).Lower;
    }

    /// <summary>The last word of the run of proper nouns: "Ministry", "Bank", "River" tell the kind of the whole.</summary>
    private static uint Tail(ReadOnlySpan<WordTraits> words, ReadOnlySpan<Upos> tags, int i)
    {
        int k = i;
        for (int most = Math.Min(words.Length - 1, i + 5); k < most && tags[k + 1] == Upos.Propn; k++) { }
        return words[k].Lower;
    }

    private static bool IsCapitalised(WordTraits word) => word.Form != word.Lower;
}
