using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>"the death toll rose to 12", "the number of injured now stands at 40", "a toll of 276".</summary>
/// <remarks>Long subjects ("the death toll from the quake that struck …") lose their verb in the tree, so the words are read in order:
/// only the number that the toll is said to be at, to reach or to consist of is the toll; other numbers of the sentence are not.</remarks>
internal static class TollReader
{
    /// <summary>Words between a toll and its number: a subject clause of about two lines.</summary>
    private const int FarMax = 40;

    /// <summary>A toll's number.</summary>
    /// <param name="At">Token whose clause it belongs to.</param>
    /// <param name="Word">Token of the word for the count.</param>
    public readonly record struct Toll(Measure Measure, FoundQuantity Quantity, int At, int Word);

    /// <param name="last">What the report counted last: "The number did not exceed 46" is of that; null: nothing.</param>
    public static Toll? Read(Tree tree, FoundQuantity quantity, CountList counts, WordSets words, Measure? last, bool outbreak = false)
    {
        int before = quantity.First - 1;
        while (before > 0 && (tree[before].Upos == Upos.Adv || tree[before].Lemma is "least" || tree[before] is { Lemma: "have", Upos: Upos.Aux })) before--;
        // "has crossed the 500 mark"
        if (before > 0 && tree[before].Lemma == "the" && quantity.Last + 1 < tree.Count && tree[quantity.Last + 1].Lemma is "mark" or "level" or "threshold") before--;
        if (before < 0) return null;
        string link = tree[before].Lemma;
        // "could rise further as 33 others remain in danger": another clause.
        if (link == "as" && (tree[before].Upos == Upos.Sconj || tree.Is(before, "mark"))) return null;
        // "has gone up to 87,725": the preposition stands inside the quantity.
        if (quantity.Mention.Qualifier == Qualifier.AtMost && tree[before].Upos == Upos.Verb && words.Has(WordSet.CountRise, link)) link = "to";
        if (link is "of" or ":") return before > 0 && Word(tree, before - 1, null, counts, outbreak) is { } measure ? new Toll(measure, quantity, quantity.Last, before - 1) : null;
        if (!words.Has(WordSet.CountLink, link)) return null;
        // "In total 166 rebels were killed": no toll that totals them.
        if (link == "total" && tree[before].Upos != Upos.Verb) return null;
        if (link == "have" && !HasList(tree, before)) return null;
        // "the number of X is 12": the linking verb must be the toll's, so no other subject may stand between them.
        for (int at = before; at >= 0 && before - at < FarMax; at--)
        {
            if (tree[at].Form is ";" or "”" or "“" or "\"") return null;
            if (at < before && link == "be" && tree.Is(at, "nsubj") && tree.Head(at) == tree.Head(before) && Word(tree, at, null, counts) is null) return null;
            if (Word(tree, at, IsBare(tree, at, counts) ? last : null, counts, outbreak) is not { } measure) continue;
            // "Refugees saw bombs that hit two tractors": what reached two is not the refugees.
            if (tree.Is(at, "nsubj") && OfThemselves(tree, at, counts) is not null && Enumerable.Range(at + 1, Math.Max(0, before - at - 1)).Any(other => tree.Is(other, "nsubj"))) continue;
            // "did not exceed 46": no more than that is affirmed.
            bool bounded = link is "exceed" or "surpass" or "pass" or "top" && Factuality.IsNegated(tree, before);
            QuantityMention mention = quantity.Mention;
            if (bounded) quantity = quantity with { Mention = mention with { Qualifier = Qualifier.AtMost, Low = null, Best = null, High = mention.High ?? mention.Best ?? mention.Low } };
            // "has passed 1,400": more than that.
            if (!bounded && mention.Qualifier == Qualifier.Exact && link is "exceed" or "surpass" or "pass" or "top" or "past" or "cross") quantity = quantity with { Mention = mention with { Qualifier = Qualifier.AtLeast, Best = null, High = null } };
            return new Toll(measure, quantity, bounded || IsAcross(tree, quantity, at) ? at : Forward(tree, before, quantity) ?? quantity.Last, at);
        }
        return null;
    }

    /// <summary>"raised the toll of the quake that struck on Friday to 40": the number hangs in a clause about what was counted, which it is no part of.</summary>
    private static bool IsAcross(Tree tree, FoundQuantity quantity, int word)
    {
        for (int at = quantity.Last, steps = 0; at >= 0 && steps < tree.Count; at = tree.Head(at), steps++) if (tree[at].Relation == "acl:relcl") return at > word && tree.IsUnder(at, tree.Head(word) is >= 0 and var above ? above : word);
        return false;
    }

    /// <summary>"could rise to 500", "is expected to reach 200": the verb whose clause looks ahead; null where the toll has got there.</summary>
    private static int? Forward(Tree tree, int link, FoundQuantity quantity)
    {
        int verb = tree[link].Upos == Upos.Verb ? link : -1;
        for (int at = quantity.Last, steps = 0; verb < 0 && at >= 0 && steps < 4; at = tree.Head(at), steps++) if (tree[at].Upos == Upos.Verb) verb = at;
        return verb >= 0 && verb < quantity.First && (Factuality.HasModal(tree, verb) || tree.Children(verb).Any(child => tree.Is(child, "mark") && tree[child].Penn == "TO")) ? verb : null;
    }

    // "the list of the missing has 835 names"
    private static bool HasList(Tree tree, int verb)
    {
        for (int at = verb - 1; at >= 0 && verb - at < FarMax; at--) if (tree[at].Lemma == "list") return true;
        return false;
    }

    // "the number" of nothing told here
    private static bool IsBare(Tree tree, int at, CountList counts) => counts.IsTally(tree[at].Lemma) && !(at + 1 < tree.Count && tree[at + 1].Lemma is "of" or "who" or "that") && tree.Children(at).All(child => tree.Is(child, "det") || tree.Is(child, "amod"));

    /// <summary>"Deaths could reach 300", "the dead amount to 40": those counted are the subject, and the number is how many; null for all else.</summary>
    private static Measure? OfThemselves(Tree tree, int at, CountList counts)
    {
        bool several = tree[at].Penn == "NNS" || tree[at].Penn is "JJ" or "NN" && tree.Children(at).Any(child => tree.Is(child, "det") && tree[child].Lemma is "the") && tree[at].Lemma is "dead" or "missing" or "wounded" or "injured" or "displaced";
        bool put = tree.Is(at, "obj") && tree.Head(at) is >= 0 and var verb && tree[verb].Lemma is "put" or "place" or "estimate";   // "put rebel deaths at 1,800"
        if (!several || !tree.Is(at, "nsubj") && !put || tree.Children(at).Any(child => tree.Is(child, "nummod"))) return null;
        foreach (CountWord row in counts.For(tree[at].Lemma, CountRole.Counted)) if (row.With.IsEmpty && row.Measure != Measure.Other) return row.Measure;
        return null;
    }

    /// <summary>What a word like "toll" counts, by the words beside it.</summary>
    private static Measure? Word(Tree tree, int at, Measure? last, CountList counts, bool outbreak = false)
    {
        if (OfThemselves(tree, at, counts) is { } counted) return counted;
        if (tree[at].Lemma is not ("toll" or "count" or "tally" or "number" or "list" or "total") || tree[at].Upos == Upos.Verb) return null;
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
                case "affected" or "affect": return Measure.Affected;
                case "case" or "infection" when outbreak && near > at: return Measure.Affected;
            }
        }
        return tree[at].Lemma == "toll" ? Measure.Killed : last;
    }
}
