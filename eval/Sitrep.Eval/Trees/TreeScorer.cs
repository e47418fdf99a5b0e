using Sitrep.Eval.Scores;

namespace Sitrep.Eval.Trees;

/// <summary>Scores an analysis against the gold one by the rules of the CoNLL 2018 shared task.</summary>
internal static class TreeScorer
{
    /// <summary>From raw text: everything is found by the system, so everything has a precision and a recall.</summary>
    public static void Raw(TallySheet sheet, PlacedTree gold, PlacedTree system)
    {
        int[] goldOf = Segments(sheet, gold, system);
        var right = new Right();
        for (int s = 0; s < goldOf.Length; s++)
        {
            if (goldOf[s] < 0) continue;
            (PlacedWord wanted, PlacedWord found) = (gold.Words[goldOf[s]], system.Words[s]);
            right.Add(wanted.Word, found.Word, found.Head < 0 ? wanted.Head < 0 : goldOf[found.Head] == wanted.Head && wanted.Head >= 0);
        }
        foreach ((string metric, int count) in right.Counts) sheet.Add(metric, new Tally(count, system.Words.Count, gold.Words.Count));
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

    /// <summary>Sentences alone.</summary>
    public static Tally Sentences(PlacedTree gold, PlacedTree system) => Spans(gold.Sentences, system.Sentences);

    /// <summary>Tokens and sentences were given: every word has its answer.</summary>
    /// <param name="prefix">Before each metric.</param>
    public static void GivenTokens(TallySheet sheet, string prefix, IReadOnlyList<TreeWord> gold, IReadOnlyList<TreeWord> system)
    {
        var right = new Right();
        for (int i = 0; i < Math.Min(gold.Count, system.Count); i++) right.Add(gold[i], system[i], gold[i].Head == system[i].Head);
        foreach ((string metric, int count) in right.Counts) sheet.Add(prefix + metric, new Tally(count, gold.Count, gold.Count));
    }

    /// <summary>What is right of the words that both sides have.</summary>
    private sealed class Right
    {
        private int _upos, _xpos, _feats, _lemmas, _uas, _las;

        public IEnumerable<(string Metric, int Count)> Counts => [("upos", _upos), ("uas", _uas), ("las", _las), ("xpos", _xpos), ("feats", _feats), ("lemmas", _lemmas)];

        /// <param name="head">True when the heads are the same, or both are the root.</param>
        public void Add(TreeWord wanted, TreeWord found, bool head)
        {
            if (wanted.Upos == found.Upos) _upos++;
            if (wanted.Xpos == found.Xpos) _xpos++;
            if (wanted.Features == found.Features) _feats++;
            if (wanted.Lemma == "_" || wanted.Lemma == found.Lemma) _lemmas++;
            if (!head) return;
            _uas++;
            if (SameRelation(wanted, found)) _las++;
        }
    }

    /// <summary>Relations count up to the colon: subtypes are left out.</summary>
    private static bool SameRelation(TreeWord one, TreeWord other) => Universal(one.Relation).SequenceEqual(Universal(other.Relation));

    private static ReadOnlySpan<char> Universal(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? relation.AsSpan(0, colon) : relation;

    private static Tally Spans(List<(int, int)> gold, List<(int, int)> system) => Tally.Of(system.ToHashSet(), gold.ToHashSet());
}
