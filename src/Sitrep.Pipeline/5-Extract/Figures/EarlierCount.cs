using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>What a count grew from: "up from 32", "from an earlier 844", "rose by 40 to 1,948".</summary>
internal static class EarlierCount
{
    /// <summary>Words between a verb of change and the number it started from.</summary>
    private const int ChangeMax = 12;

    /// <summary>The number that <paramref name="quantity"/> is said to have replaced; null when none is told.</summary>
    public static long? Of(ReadSentence sentence, FoundQuantity quantity, WordSets words)
    {
        Tree tree = sentence.Tree;
        foreach (FoundQuantity other in sentence.Quantities)
        {
            if (other == quantity || NumberAt.ValueOf(other) is not { } number) continue;
            if (Is(tree, other, words) && Owner(sentence, other, words) == quantity || IsRevisedFrom(tree, other, quantity, words)) return number;
            if (IsRise(tree, other, words) && LeadsTo(tree, other, quantity) && NumberAt.ValueOf(quantity) is { } total && total > number) return total - number;
        }
        return null;
    }

    /// <summary>"was first put at 288, which the government revised to 275", "is 275 and not 288".</summary>
    private static bool IsRevisedFrom(Tree tree, FoundQuantity earlier, FoundQuantity quantity, WordSets words)
    {
        if (earlier.First == quantity.Last + 3 && tree[quantity.Last + 1].Form is "and" or "," && tree[quantity.Last + 2].Form == "not") return true;
        int to = quantity.First - 1;
        if (earlier.Last >= to || tree[to].Lemma != "to" || !words.Has(WordSet.Revises, tree[to - 1].Lemma)) return false;
        for (int at = earlier.First - 1; at >= 0 && earlier.First - at < ChangeMax; at--) if (words.Has(WordSet.AtFirst, tree[at].Form)) return true;
        return false;
    }

    // "rose by 40 to 1,948"
    private static bool LeadsTo(Tree tree, FoundQuantity rise, FoundQuantity quantity) => rise.Last + 2 == quantity.First && tree[quantity.First - 1].Lemma == "to";

    // "from 32 to 40": the number behind; else the last one before that is no earlier count itself.
    private static FoundQuantity? Owner(ReadSentence sentence, FoundQuantity earlier, WordSets words)
    {
        Tree tree = sentence.Tree;
        FoundQuantity? before = sentence.Quantities.LastOrDefault(other => other.Last < earlier.First && !Is(tree, other, words));
        FoundQuantity? after = sentence.Quantities.FirstOrDefault(other => other.First > earlier.Last && !Is(tree, other, words));
        if (after is null) return before;
        bool leads = Enumerable.Range(earlier.Last + 1, Math.Max(0, after.First - earlier.Last - 1)).Take(3).Any(at => tree[at].Lemma == "to");
        return leads ? after : before ?? after;
    }

    /// <summary>"up from 32": the number is what was counted before.</summary>
    public static bool Is(Tree tree, FoundQuantity quantity, WordSets words)
    {
        int before = quantity.First - 1;
        while (before > 0 && tree[before].Upos is Upos.Adj or Upos.Det or Upos.Adv && (tree[before].Lemma is "a" or "an" or "the" || words.Has(WordSet.Former, tree[before].Lemma))) before--;
        if (IsOfEarlierToll(tree, before, words)) return true;
        // "nine people, fewer than the 14 it had reported"
        if (before > 0 && tree[before].Form == "than" && tree[quantity.First - 1].Lemma == "the" && words.Has(WordSet.Compared, tree[before - 1].Form.ToLowerInvariant())) return true;
        if (before < 0 || tree[before].Lemma != "from") return false;
        if (words.Has(WordSet.Former, tree[quantity.First - 1].Lemma) || before > 0 && tree[before - 1].Lemma is "up" or "down") return true;
        return IsOfChange(tree, before, words) && IsOfNothingElse(tree, quantity.Last + 1, words);
    }

    // "raising an earlier toll of 265"
    private static bool IsOfEarlierToll(Tree tree, int of, WordSets words) =>
        of > 1 && tree[of].Lemma == "of" && words.Has(WordSet.RunningCount, tree[of - 1].Lemma)
            && words.Has(WordSet.Former, tree[of - 2].Form);

    // "raised from 32 to 40", "the toll went from 32": a number that changes.
    private static bool IsOfChange(Tree tree, int from, WordSets words)
    {
        for (int at = from - 1; at >= 0 && from - at < ChangeMax; at--) if (words.Has(WordSet.CountChange, tree[at].Lemma) || tree[at].Lemma == "toll") return true;
        return false;
    }

    // "from two attacks", "from 32 countries" are no earlier counts.
    private static bool IsOfNothingElse(Tree tree, int behind, WordSets words) =>
        behind >= tree.Count || tree[behind].Upos is not (Upos.Noun or Upos.Propn or Upos.Adj) || tree[behind].Lemma == "people" || words.Has(WordSet.TollOfDead, tree[behind].Lemma);

    /// <summary>"an earlier toll of 41", "up from 20 dead": the number is told as one of the dead.</summary>
    public static bool IsToll(ReadSentence sentence, long number, WordSets words) =>
        sentence.Quantities.Any(other => NumberAt.ValueOf(other) == number && IsToll(sentence.Tree, other, words));

    private static bool IsToll(Tree tree, FoundQuantity number, WordSets words) =>
        number.First > 1 && tree[number.First - 1].Lemma == "of" && tree[number.First - 2].Lemma == "toll"
            || number.Last + 1 < tree.Count && words.Has(WordSet.TollOfDead, tree[number.Last + 1].Lemma);

    /// <summary>"rose by 40": the number is what was added.</summary>
    public static bool IsRise(Tree tree, FoundQuantity quantity, WordSets words)
    {
        int by = quantity.First - 1;
        if (by < 1 || tree[by].Lemma != "by") return false;
        for (int at = by - 1; at >= 0 && by - at <= 2; at--) if (words.Has(WordSet.CountChange, tree[at].Lemma)) return true;
        return false;
    }

    /// <summary>"has gone up to 87,725" is that number, "has passed 11,000" more than that; "up to 87,725" alone is a bound.</summary>
    public static QuantityMention RisenTo(ReadSentence sentence, FoundQuantity quantity, WordSets words)
    {
        QuantityMention mention = quantity.Mention;
        if (quantity.First == 0) return mention;
        ref readonly Token before = ref sentence.Tree[quantity.First - 1];
        if (mention is { Qualifier: Qualifier.Exact, Low: not null } && before.Upos == Upos.Verb && words.Has(WordSet.Passes, before.Lemma))
            return mention with { Qualifier = Qualifier.AtLeast, Best = null, High = null };
        bool bound = mention is { Qualifier: Qualifier.AtMost, High: not null };
        bool rises = bound && (words.Has(WordSet.CountChange, before.Lemma) || words.Has(WordSet.CountRise, before.Lemma));
        return rises ? mention with { Qualifier = Qualifier.Exact, Low = mention.High, Best = mention.High } : mention;
    }
}
