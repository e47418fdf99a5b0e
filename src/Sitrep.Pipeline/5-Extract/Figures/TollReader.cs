using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>"the death toll rose to 12", "the number of injured now stands at 40", "a toll of 276".</summary>
/// <remarks>Long subjects ("the death toll from the quake that struck …") lose their verb in the tree, so the words are read in order:
/// only the number that the toll is said to be at, to reach or to consist of is the toll; other numbers of the sentence are not.</remarks>
internal static class TollReader
{
    /// <summary>Words between a toll and its number: a subject clause of about two lines.</summary>
    private const int FarMax = 40;

    /// <summary>Words between a list and what it holds.</summary>
    private const int NearMax = 12;

    public static Measure? Read(Tree tree, FoundQuantity quantity)
    {
        int before = quantity.First - 1;
        // "the list of the missing has 835 names"
        if (before > 0 && tree[before].Lemma is "have" or "hold" or "contain" && quantity.Last + 1 < tree.Count && tree[quantity.Last + 1].Lemma == "name")
        {
            for (int at = before - 1; at >= 0 && before - at < NearMax; at--) if (tree[at].Lemma == "list" && Counted(tree, at) is { } listed) return listed;
        }
        while (before > 0 && (tree[before].Upos == Upos.Adv || tree[before].Lemma is "have" or "least")) before--;
        if (before < 0) return null;
        string link = tree[before].Lemma;
        // "has gone up to 87,725": the preposition stands inside the quantity.
        if (quantity.Mention.Qualifier == Qualifier.AtMost && tree[before].Upos == Upos.Verb && link is "go" or "rise" or "climb" or "jump" or "grow" or "increase" or "soar" or "move" or "shoot" or "creep") link = "to";
        if (link is "of" or ":") return before > 0 && Word(tree, before - 1) is { } measure ? measure : null;
        if (link is not ("to" or "at" or "reach" or "hit" or "exceed" or "surpass" or "pass" or "top" or "be" or "as" or "cross" or "total" or "near" or "approach" or "number")) return null;
        // "the number of X is 12": the linking verb must be the toll's, so no other subject may stand between them.
        for (int at = before; at >= 0 && before - at < FarMax; at--)
        {
            if (tree[at].Form is ";" or "”" or "“" or "\"") return null;
            if (at < before && link == "be" && tree.Is(at, "nsubj") && tree.Head(at) == tree.Head(before) && Word(tree, at) is null) return null;
            if (Word(tree, at) is { } measure) return measure;
        }
        return null;
    }

    /// <summary>What a word like "toll" counts, by the words beside it.</summary>
    private static Measure? Word(Tree tree, int at)
    {
        if (tree[at].Lemma is not ("toll" or "count" or "tally" or "number") || tree[at].Upos == Upos.Verb) return null;
        return Counted(tree, at) ?? (tree[at].Lemma == "toll" ? Measure.Killed : null);
    }

    // By the words behind it: "of the dead", "of people missing".
    private static Measure? Counted(Tree tree, int at)
    {
        for (int near = Math.Max(0, at - 1); near < Math.Min(tree.Count, at + 7); near++)
        {
            if (near > at && tree[near].Upos == Upos.Punct) break;
            switch (tree[near].Lemma)
            {
                case "death" or "dead" or "killed" or "kill" or "die" or "fatality" or "casualty" or "body": return Measure.Killed;
                case "injured" or "injure" or "wounded" or "wound" or "injury": return Measure.Injured;
                case "missing": return Measure.Missing;
                case "displaced" or "displace" or "homeless": return Measure.Displaced;
                case "refugee": return Measure.Refugees;
            }
        }
        return null;
    }
}
