using Sitrep.Language.Learning;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Tagging;

/// <summary>Tags a sentence from left to right with a linear model (Collins 2002; greedy, as in Giesbrecht and Evert 2009).</summary>
internal sealed class Tagger(TagSet tags, LinearScorer first, LinearScorer? second)
{
    /// <summary>Features per word at most; checked by the templates below.</summary>
    public const int FeatureCount = 64;

    public TagSet Tags => tags;

    /// <summary>Writes the class of each word.</summary>
    public void Tag(ReadOnlySpan<WordTraits> words, Span<int> classes)
    {
        Pass(tags, first, words, classes, again: false);
        if (second is not null) Pass(tags, second, words, classes, again: true);
    }

    /// <summary>One pass from left to right.</summary>
    /// <param name="again">The classes of the pass before are there: the words ahead can be asked too.</param>
    public static void Pass(TagSet tags, LinearScorer scorer, ReadOnlySpan<WordTraits> words, Span<int> classes, bool again)
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
            int count = Features(tags, words, classes, i, again, features);
            scorer.AddScores(features[..count], scores);
            classes[i] = LinearScorer.Best(scores);
        }
    }

    /// <summary>Fills the features of word <paramref name="i"/>; the classes before it are known, in a second pass those of the first from it on.</summary>
    public static int Features(TagSet tags, ReadOnlySpan<WordTraits> words, ReadOnlySpan<int> classes, int i, bool again, Span<uint> features)
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
        // "Forces entered the town" against "forces deployed there said": only the clause around can tell the two forms apart.
        if ((word.Tags & (Lexicon.Past | Lexicon.Participle)) != 0 || word.Tags == 0)
        {
            ClauseSoFar left = ClauseSoFar.Before(tags, words, classes, i);
            uint right = FiniteAhead(words, i);
            features[n++] = Hashing.Mix(35, left.Path, word.Tags, word.Suffix2);
            features[n++] = Hashing.Mix(36, left.ShortPath, word.Tags, after.Tags);
            features[n++] = Hashing.Mix(37, left.ShortPath, right, word.Tags);
            features[n++] = Hashing.Mix(38, left.HasFinite, right, word.Suffix2);
            features[n++] = Hashing.Mix(39, left.Path, right, after.Tags);
            features[n++] = Hashing.Mix(40, left.ShortPath, word.Lower);
            if (again)
            {
                ClauseAhead ahead = ClauseAhead.After(tags, classes, i);
                features[n++] = Hashing.Mix(50, left.ShortPath, ahead.Path, word.Tags);
                features[n++] = Hashing.Mix(51, left.HasFinite, ahead.Path, word.Suffix2);
                features[n++] = Hashing.Mix(52, left.Path, ahead.ShortPath, ahead.HasFinite);
                features[n++] = Hashing.Mix(53, word.Lower, ahead.ShortPath);
            }
        }
        if (!again) return n;
        uint own = (uint)classes[i], next = i + 1 < classes.Length ? (uint)classes[i + 1] : 999, next2 = i + 2 < classes.Length ? (uint)classes[i + 2] : 999;
        features[n++] = Hashing.Mix(60, own);
        features[n++] = Hashing.Mix(61, own, word.Lower);
        features[n++] = Hashing.Mix(62, own, tag1, next);
        features[n++] = Hashing.Mix(63, next);
        features[n++] = Hashing.Mix(64, next, next2);
        features[n++] = Hashing.Mix(65, tag1, next);
        features[n++] = Hashing.Mix(66, tag1, next, word.Tags);
        features[n++] = Hashing.Mix(67, word.Lower, next);
        features[n++] = Hashing.Mix(68, word.Suffix3, tag1, next);
        features[n++] = Hashing.Mix(69, next, next2, word.Tags);
        features[n++] = Hashing.Mix(70, word.Shape, next, tag1);
        return n;
    }

    /// <summary>How soon a word comes that is most likely a finite verb: 0 never, 1 before any mark, 2 behind a mark or a clause opener.</summary>
    private static uint FiniteAhead(ReadOnlySpan<WordTraits> words, int i)
    {
        const uint finite = Lexicon.Past | Lexicon.Present | Lexicon.Modal;
        const uint otherWord = (1u << (int)Upos.Noun) | (1u << (int)Upos.Adj) | (1u << (int)Upos.Adv) | (1u << (int)Upos.Propn) | (1u << (int)Upos.Adp);
        const uint opener = (1u << (int)Upos.Sconj) | (1u << (int)Upos.Punct);
        uint behind = 0;
        for (int k = i + 1, end = Math.Min(words.Length, i + 16); k < end; k++)
        {
            uint tags = words[k].Tags;
            if ((tags & opener) != 0 && (tags & ((1u << (int)Upos.Adp) | finite)) == 0) behind = 1;
            else if ((tags & finite) != 0 && (tags & otherWord) == 0) return 1 + behind;
        }
        return 0;
    }
}
