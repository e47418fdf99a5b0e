using Sitrep.Eval.Scores;

namespace Sitrep.Eval.Trees;

/// <summary>Scores an analysis against the gold one by the rules of the CoNLL 2018 shared task.</summary>
internal static class TreeScorer
{
    /// <summary>From raw text: everything is found by the system, so everything has a precision and a recall.</summary>
    public static void Raw(TallySheet sheet, PlacedTree gold, PlacedTree system)
    {
        int[] goldOf = Segments(sheet, gold, system);
        int upos = 0, xpos = 0, lemmas = 0, uas = 0, las = 0;
        for (int s = 0; s < goldOf.Length; s++)
        {
            if (goldOf[s] < 0) continue;
            (PlacedWord right, PlacedWord found) = (gold.Words[goldOf[s]], system.Words[s]);
            bool head = found.Head < 0 ? right.Head < 0 : goldOf[found.Head] == right.Head && right.Head >= 0;
            if (right.Word.Upos == found.Word.Upos) upos++;
            if (right.Word.Xpos == found.Word.Xpos) xpos++;
            if (right.Word.Lemma == "_" || right.Word.Lemma == found.Word.Lemma) lemmas++;
            if (head) uas++;
            if (head && SameRelation(right.Word, found.Word)) las++;
        }
        foreach ((string metric, int count) in ((string, int)[])[("upos", upos), ("xpos", xpos), ("lemmas", lemmas), ("uas", uas), ("las", las)])
        {
            sheet.Add(metric, new Tally(count, system.Words.Count, gold.Words.Count));
        }
    }

    /// <summary>Tokens, sentences and words alone.</summary>
    /// <returns>Per word of <paramref name="system"/> the index of its gold word; -1 where it has none.</returns>
    public static int[] Segments(TallySheet sheet, PlacedTree gold, PlacedTree system)
    {
        int[] goldOf = WordAlignment.Align(gold.Words, system.Words);
        sheet.Add("tokens", Spans(gold.Tokens, system.Tokens));
        sheet.Add("sentences", Spans(gold.Sentences, system.Sentences));
        sheet.Add("words", new Tally(goldOf.Count(word => word >= 0), system.Words.Count, gold.Words.Count));
        return goldOf;
    }

    /// <summary>Tokens and sentences were given: every word has its answer.</summary>
    /// <param name="prefix">Before each metric.</param>
    public static void GivenTokens(TallySheet sheet, string prefix, IReadOnlyList<TreeWord> gold, IReadOnlyList<TreeWord> system)
    {
        int upos = 0, xpos = 0, lemmas = 0, uas = 0, las = 0;
        for (int i = 0; i < gold.Count; i++)
        {
            (TreeWord right, TreeWord found) = (gold[i], system[i]);
            if (right.Upos == found.Upos) upos++;
            if (right.Xpos == found.Xpos) xpos++;
            if (right.Lemma == "_" || right.Lemma == found.Lemma) lemmas++;
            if (right.Head != found.Head) continue;
            uas++;
            if (SameRelation(right, found)) las++;
        }
        foreach ((string metric, int count) in ((string, int)[])[("upos", upos), ("uas", uas), ("las", las), ("xpos", xpos), ("lemmas", lemmas)])
        {
            sheet.Add(prefix + metric, new Tally(count, gold.Count, gold.Count));
        }
    }

    /// <summary>Relations count up to the colon: subtypes are left out.</summary>
    private static bool SameRelation(TreeWord one, TreeWord other) => Universal(one.Relation).SequenceEqual(Universal(other.Relation));

    private static ReadOnlySpan<char> Universal(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? relation.AsSpan(0, colon) : relation;

    private static Tally Spans(List<(int, int)> gold, List<(int, int)> system) => Tally.Of(system.ToHashSet(), gold.ToHashSet());
}
