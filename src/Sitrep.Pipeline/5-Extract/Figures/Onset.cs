using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Dates;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>Does a number count from the beginning of a whole war or crisis?</summary>
internal static class Onset
{
    /// <summary>"Thousands have been killed since fighting erupted in December", "three weeks of fighting have left 1,000 dead"; not "since Friday", "since the siege of the town began last week", which count what the report is about.</summary>
    /// <param name="at">Token whose clause the number belongs to.</param>
    public static bool IsSince(ReadSentence sentence, int at, WordSets words)
    {
        Tree tree = sentence.Tree;
        for (int own = at, steps = 0; own >= 0 && steps < tree.Count; own = tree.Head(own), steps++) if (tree.Child(own, "nsubj") is >= 0 and var spell && IsSpell(tree, spell, words)) return true;
        for (int since = Math.Max(at, 0) + 1; since < tree.Count; since++)
        {
            if (tree[since].Form != "since" || tree.Head(since) is not (> 0 and var onset) || onset < since || !IsOfSame(tree, at, onset)) continue;
            int last = tree.Extent(onset).Last;
            FoundDate? date = sentence.Dates.FirstOrDefault(date => date.First > since && date.First <= last);
            return date is null or { Mention.Value: ['X' or '1' or '2', _, _, _] or [_, _, _, _, '-', not 'W', _] } && IsOfConflict(tree, since + 1, last, words);
        }
        return false;
    }

    // "weeks of fighting", "a year of war"
    private static bool IsSpell(Tree tree, int noun, WordSets words) =>
        tree[noun].Lemma is not "hour" and not "day" && words.Has(WordSet.TimeUnit, tree[noun].Lemma) && tree.Children(noun).Any(child => tree.Preposition(child) == "of" && IsOfConflict(tree, child, child, words));

    private static bool IsOfConflict(Tree tree, int first, int last, WordSets words) =>
        Enumerable.Range(first, last - first + 1).Any(word => words.Has(WordSet.Conflict, tree[word].Lemma.ToLowerInvariant()) || words.Has(WordSet.Conflict, tree[word].Form.ToLowerInvariant()));

    // The same verb, one joined to it, or one that hangs on it.
    private static bool IsOfSame(Tree tree, int at, int onset)
    {
        int above = tree.Head(onset);
        while (above >= 0 && tree[above].Relation is "conj" or "advmod" or "amod") above = tree.Head(above);
        for (int own = at, steps = 0; own >= 0 && steps < tree.Count; own = tree.Head(own), steps++) if (own == above) return true;
        return false;
    }
}
