using Sitrep.Language.Learning;

namespace Sitrep.Language.Tagging;

/// <summary>Tags a sentence from left to right with a linear model (Collins 2002; greedy, as in Giesbrecht and Evert 2009).</summary>
internal sealed class Tagger(TagSet tags, LinearScorer scorer)
{
    /// <summary>Features per word at most; checked by the templates below.</summary>
    public const int FeatureCount = 40;

    public TagSet Tags => tags;

    /// <summary>Writes the class of each word.</summary>
    public void Tag(ReadOnlySpan<WordTraits> words, Span<int> classes)
    {
        Span<uint> features = stackalloc uint[FeatureCount];
        Span<int> scores = stackalloc int[tags.Count];
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Only >= 0)
            {
                classes[i] = words[i].Only;
                continue;
            }
            scores.Clear();
            int count = Features(words, classes, i, features);
            scorer.AddScores(features[..count], scores);
            classes[i] = LinearScorer.Best(scores);
        }
    }

    /// <summary>Fills the features of word <paramref name="i"/>; the classes before it are known.</summary>
    public static int Features(ReadOnlySpan<WordTraits> words, ReadOnlySpan<int> classes, int i, Span<uint> features)
    {
        WordTraits word = words[i];
        WordTraits before = i > 0 ? words[i - 1] : WordTraits.Border, after = i + 1 < words.Length ? words[i + 1] : WordTraits.Border;
        WordTraits before2 = i > 1 ? words[i - 2] : WordTraits.Border, after2 = i + 2 < words.Length ? words[i + 2] : WordTraits.Border;
        uint tag1 = i > 0 ? (uint)classes[i - 1] : 999, tag2 = i > 1 ? (uint)classes[i - 2] : 999;
        uint first = i == 0 ? 1u : 0u;
        int n = 0;
        features[n++] = Hashing.Mix(0, word.Form);
        features[n++] = Hashing.Mix(1, word.Lower);
        features[n++] = Hashing.Mix(2, word.Suffix1, word.Shape);
        features[n++] = Hashing.Mix(3, word.Suffix2);
        features[n++] = Hashing.Mix(4, word.Suffix3);
        features[n++] = Hashing.Mix(5, word.Suffix4);
        features[n++] = Hashing.Mix(6, word.Prefix2);
        features[n++] = Hashing.Mix(7, word.Prefix3);
        features[n++] = Hashing.Mix(8, word.Shape, first);
        features[n++] = Hashing.Mix(9, word.Tags);
        features[n++] = Hashing.Mix(10, word.Tags, word.Shape, first);
        features[n++] = Hashing.Mix(11, tag1);
        features[n++] = Hashing.Mix(12, tag1, tag2);
        features[n++] = Hashing.Mix(13, tag1, word.Lower);
        features[n++] = Hashing.Mix(14, tag1, word.Tags);
        features[n++] = Hashing.Mix(15, before.Lower);
        features[n++] = Hashing.Mix(16, after.Lower);
        features[n++] = Hashing.Mix(17, before2.Lower);
        features[n++] = Hashing.Mix(18, after2.Lower);
        features[n++] = Hashing.Mix(19, before.Lower, word.Lower);
        features[n++] = Hashing.Mix(20, word.Lower, after.Lower);
        features[n++] = Hashing.Mix(21, before.Lower, after.Lower);
        features[n++] = Hashing.Mix(22, after.Tags);
        features[n++] = Hashing.Mix(23, after.Tags, word.Tags);
        features[n++] = Hashing.Mix(24, after.Suffix3);
        features[n++] = Hashing.Mix(25, after.Shape, word.Shape);
        features[n++] = Hashing.Mix(26, before.Shape, word.Shape);
        features[n++] = Hashing.Mix(27, tag1, word.Tags, after.Tags);
        features[n++] = Hashing.Mix(28, tag1, word.Suffix2, after.Tags);
        features[n++] = Hashing.Mix(29, after.Tags, after2.Tags, word.Tags);
        features[n++] = Hashing.Mix(30, tag1, tag2, word.Tags);
        features[n++] = Hashing.Mix(31, word.Suffix3, word.Shape, first);
        features[n++] = Hashing.Mix(32, before.Suffix3);
        features[n++] = Hashing.Mix(33, word.Lower, after.Tags);
        features[n++] = Hashing.Mix(34, 0);
        return n;
    }
}
