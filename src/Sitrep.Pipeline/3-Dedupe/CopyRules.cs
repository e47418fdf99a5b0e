using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>When two texts are one telling, and what the one then is of the other. The numbers are judgement, checked on
/// our own edited copies; none has been swept on a set with known answers.</summary>
internal static class CopyRules
{
    /// <summary>Share of the shorter text's own shingles that must stand in the longer one.</summary>
    // A word changed costs three shingles, so 0.6 allows an edit every 8 words or so. It must stay above what a wire repeats as
    // background from story to story.
    public const double ContainedMin = 0.6;

    /// <summary>Shared own shingles without which <see cref="ContainedMin"/> proves nothing: about two sentences in the same words.</summary>
    public const int SharedOwnMin = 25;

    /// <summary>The share asked of texts too short for <see cref="SharedOwnMin"/>: all but word for word, because short texts are formulas.</summary>
    public const double ShortContainedMin = 0.85;

    /// <summary>Shared own shingles below which only texts equal in every word are one telling: one long sentence.</summary>
    public const int ShortSharedOwnMin = 10;

    /// <summary>Words below which even equal texts say nothing ("This is a developing story."), counted in shingles.</summary>
    public const int EqualTextMin = 4;

    /// <summary>The share asked of a text that is nothing but quotation.</summary>
    public const double AllQuotedMin = 0.95;

    /// <summary>The shorter's length over the longer's: below, the shorter is an excerpt, from there on a reprint.</summary>
    public const double SimilarLengthMin = 0.6;

    /// <summary>The share asked between two versions of one newsroom, <see cref="UpdateDaysMax"/> days apart at most: a new lead often costs
    /// a story its old top.</summary>
    public const double UpdateContainedMin = 0.5;

    /// <summary>Shared own shingles asked between such versions; more than one repeated background paragraph.</summary>
    public const int UpdateSharedOwnMin = 60;

    /// <summary>Days within which a newsroom writes a story through; what shares text later is a new story with old background.</summary>
    public const int UpdateDaysMax = 2;

    /// <summary>Share of the later version's words that must stand in new sentences to call it an update, and how many these must be.</summary>
    public const double UpdateNewMin = 0.12;

    public const int UpdateSentencesMin = 2;

    /// <summary>Share of a sentence's shingles in the earlier version below which it is new: an old one with another figure in it stays above.</summary>
    public const double OldSentenceMin = 0.35;

    /// <summary>The earlier's length over the later's below which a longer, later text of another newsroom is its own telling although
    /// it holds the earlier one whole: most of it is somebody else's work.</summary>
    public const double GrownMin = 0.3;

    /// <summary>Both shares above this: one is a reprint of the other whole, not a source of a sentence in it.</summary>
    public const double NearlyEqualMin = 0.85;

    public static bool IsNearlyEqual(Overlap overlap) => overlap.SharedOwn >= NearlyEqualMin * overlap.OwnInFirst && overlap.SharedOwn >= NearlyEqualMin * overlap.OwnInSecond;

    /// <summary>True when the two are one telling.</summary>
    /// <param name="first">The less original of the two.</param>
    public static bool IsSameTelling(Telling first, Telling second, Overlap overlap)
    {
        if (first.IsVersionOf(second)) return true;
        if (first.Report.Sha256 == second.Report.Sha256 && first.Report.Text == second.Report.Text) return true;
        if (Math.Min(first.Shingles.Count, second.Shingles.Count) < EqualTextMin) return false;
        if (first.Shingles.WholeText == second.Shingles.WholeText) return true;

        if (second.Shingles.Count < GrownMin * first.Shingles.Count && !first.SameNewsroom(second)) return false;

        int ownOfShorter = OwnOfShorter(first, second, overlap);
        if (ownOfShorter == 0)
        {
            return overlap.OwnInFirst == 0 && overlap.OwnInSecond == 0
                && overlap.Shared >= AllQuotedMin * Math.Max(first.Shingles.Count, second.Shingles.Count);
        }
        double contained = (double)overlap.SharedOwn / ownOfShorter;
        if (overlap.SharedOwn >= SharedOwnMin && contained >= ContainedMin) return true;
        if (overlap.SharedOwn >= ShortSharedOwnMin && contained >= ShortContainedMin) return true;
        return overlap.SharedOwn >= UpdateSharedOwnMin && contained >= UpdateContainedMin
            && first.SameNewsroom(second) && DaysApart(first, second) is > 0 and <= UpdateDaysMax;
    }

    /// <summary>What <paramref name="copy"/> is of <paramref name="original"/>, given that they are one telling.</summary>
    public static CopyRelation RelationOf(Telling copy, Telling original)
    {
        if (copy.IsVersionOf(original) && copy.Place.Number > original.Place.Number) return copy.Shingles.WholeText == original.Shingles.WholeText ? CopyRelation.Reprint : CopyRelation.Update;
        bool longer = copy.Shingles.Count > original.Shingles.Count;
        bool similar = IsSimilarLength(copy, original);
        if ((longer && !similar) || ((longer || similar) && IsWrittenThrough(copy, original))) return CopyRelation.Update;
        return similar ? CopyRelation.Reprint : CopyRelation.Excerpt;
    }

    public static bool IsSimilarLength(Telling one, Telling other) =>
        Math.Min(one.Shingles.Count, other.Shingles.Count) >= SimilarLengthMin * Math.Max(one.Shingles.Count, other.Shingles.Count);

    /// <summary>True when the newsroom wrote the story anew on a later day: another beginning, and news in it. An advertisement leaves the beginning alone.</summary>
    private static bool IsWrittenThrough(Telling copy, Telling original)
    {
        if (!copy.SameNewsroom(original) || !(copy.Report.Published > original.Report.Published) || copy.Sentences.Count == 0) return false;
        int words = 0, news = 0, sentences = 0;
        bool opens = false;
        for (int i = 0; i < copy.Sentences.Count; i++)
        {
            words += copy.Sentences[i].Words;
            int shared = 0;
            ReadOnlySpan<uint> runs = copy.RunsOf(i);
            foreach (uint run in runs) shared += original.Shingles.Contains(run) ? 1 : 0;
            if (runs.IsEmpty || shared >= OldSentenceMin * runs.Length) continue;
            opens |= i == 0;
            sentences++;
            news += copy.Sentences[i].Words;
        }
        return opens && sentences >= UpdateSentencesMin && news >= UpdateNewMin * words;
    }

    /// <summary>Share of the shingles of <paramref name="copy"/> that stand in the other, 0 to 1.</summary>
    public static double ShareOf(Telling copy, Overlap overlap) => copy.Shingles.Count == 0 ? 0 : (double)overlap.Shared / copy.Shingles.Count;

    private static int OwnOfShorter(Telling first, Telling second, Overlap overlap) =>
        first.Shingles.Count < second.Shingles.Count ? overlap.OwnInFirst
        : first.Shingles.Count > second.Shingles.Count ? overlap.OwnInSecond
        : Math.Max(overlap.OwnInFirst, overlap.OwnInSecond);

    private static int? DaysApart(Telling first, Telling second) =>
        first.Report.Published is { } one && second.Report.Published is { } other ? Math.Abs(one.DayNumber - other.DayNumber) : null;
}
