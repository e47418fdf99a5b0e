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
            if (other == quantity || (other.Mention.Best ?? other.Mention.Low) is not { } number) continue;
            if (Is(tree, other, words) && Owner(sentence, other, words) == quantity) return number;
            if (IsRevisedFrom(tree, other, quantity)) return number;
            if (IsRise(tree, other, words) && other.Last + 2 == quantity.First && tree[quantity.First - 1].Lemma == "to" && (quantity.Mention.Best ?? quantity.Mention.Low) is { } total && total > number) return total - number;
        }
        return null;
    }

    /// <summary>"was first put at 288, which the government revised to 275", "is 275 and not 288".</summary>
    private static bool IsRevisedFrom(Tree tree, FoundQuantity earlier, FoundQuantity quantity)
    {
        if (earlier.First == quantity.Last + 3 && tree[quantity.Last + 1].Form is "and" or "," && tree[quantity.Last + 2].Form == "not") return true;
        int to = quantity.First - 1;
        if (earlier.Last >= to || tree[to].Lemma != "to" || tree[to - 1].Lemma is not ("revise" or "lower" or "reduce" or "raise" or "correct" or "cut")) return false;
        for (int at = earlier.First - 1; at >= 0 && earlier.First - at < ChangeMax; at--) if (tree[at].Form is "earlier" or "previously" or "initially" or "first" or "originally") return true;
        return false;
    }

    // "from 32 to 40": the number behind; else the last one before that is no earlier count itself.
    private static FoundQuantity? Owner(ReadSentence sentence, FoundQuantity earlier, WordSets words)
    {
        Tree tree = sentence.Tree;
        FoundQuantity? before = sentence.Quantities.LastOrDefault(other => other.Last < earlier.First && !Is(tree, other, words)), after = sentence.Quantities.FirstOrDefault(other => other.First > earlier.Last && !Is(tree, other, words));
        bool leads = after is not null && Enumerable.Range(earlier.Last + 1, Math.Max(0, after.First - earlier.Last - 1)).Take(3).Any(at => tree[at].Lemma == "to");
        return leads ? after : before ?? after;
    }

    /// <summary>"up from 32": the number is what was counted before.</summary>
    public static bool Is(Tree tree, FoundQuantity quantity, WordSets words)
    {
        int before = quantity.First - 1;
        while (before > 0 && tree[before].Upos is Upos.Adj or Upos.Det or Upos.Adv && tree[before].Lemma is "earlier" or "previous" or "initial" or "a" or "an" or "the") before--;
        // "raising an earlier toll of 265"
        if (before > 1 && tree[before].Lemma == "of" && tree[before - 1].Lemma is "toll" or "count" or "figure" or "tally" or "estimate" && tree[before - 2].Form is "earlier" or "previous" or "initial" or "first" or "last") return true;
        if (before < 0 || tree[before].Lemma != "from") return false;
        // "up from 32", "raised from 32 to 40", "revised from an earlier 32": a number that changes; "from two attacks", "from 32 countries" is none.
        if (tree[quantity.First - 1].Lemma is "earlier" or "previous" or "initial" || before > 0 && tree[before - 1].Lemma is "up" or "down") return true;
        for (int at = before - 1; at >= 0 && before - at < ChangeMax; at--)
        {
            if (words.Has(WordSet.CountChange, tree[at].Lemma) || tree[at].Lemma == "toll")
                return quantity.Last + 1 >= tree.Count || tree[quantity.Last + 1].Upos is not (Upos.Noun or Upos.Propn or Upos.Adj) || tree[quantity.Last + 1].Lemma is "people" or "dead" or "death";
        }
        return false;
    }

    /// <summary>"an earlier toll of 41", "up from 20 dead": the number is told as one of the dead.</summary>
    public static bool IsToll(ReadSentence sentence, long number) =>
        sentence.Quantities.Any(other => (other.Mention.Best ?? other.Mention.Low) == number
            && (other.First > 1 && sentence.Tree[other.First - 1].Lemma == "of" && sentence.Tree[other.First - 2].Lemma == "toll" || other.Last + 1 < sentence.Tree.Count && sentence.Tree[other.Last + 1].Form is "dead" or "killed" or "deaths"));

    /// <summary>"rose by 40": the number is what was added.</summary>
    public static bool IsRise(Tree tree, FoundQuantity quantity, WordSets words)
    {
        int by = quantity.First - 1;
        if (by < 1 || tree[by].Lemma != "by") return false;
        for (int at = by - 1; at >= 0 && by - at <= 2; at--) if (words.Has(WordSet.CountChange, tree[at].Lemma)) return true;
        return false;
    }

    /// <summary>"has gone up to 87,725" is that number; "up to 87,725" alone is a bound.</summary>
    public static QuantityMention RisenTo(ReadSentence sentence, FoundQuantity quantity, WordSets words)
    {
        // "has passed 11,000": more than that.
        if (quantity.Mention is { Qualifier: Qualifier.Exact, Low: not null } && quantity.First > 0 && sentence.Tree[quantity.First - 1] is { Upos: Upos.Verb, Lemma: "pass" or "exceed" or "surpass" or "top" or "cross" }) return quantity.Mention with { Qualifier = Qualifier.AtLeast, Best = null, High = null };
        bool rises = quantity.Mention is { Qualifier: Qualifier.AtMost, High: not null } && quantity.First > 0
            && (words.Has(WordSet.CountChange, sentence.Tree[quantity.First - 1].Lemma) || sentence.Tree[quantity.First - 1].Lemma is "go" or "move" or "creep" or "shoot" or "come");
        return rises ? quantity.Mention with { Qualifier = Qualifier.Exact, Low = quantity.Mention.High, Best = quantity.Mention.High } : quantity.Mention;
    }
}
