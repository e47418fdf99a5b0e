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

    /// <summary>Words from a number to the toll that stands behind it: "to 122 the confirmed death toll".</summary>
    private const int TurnedMax = 5;

    /// <summary>Words of the longest label of a key figure: "Number of people confirmed dead".</summary>
    private const int LabelMax = 6;

    /// <summary>A toll's number.</summary>
    /// <param name="At">Token whose clause it belongs to.</param>
    /// <param name="Word">Token of the word for the count.</param>
    public readonly record struct Toll(Measure Measure, FoundQuantity Quantity, int At, int Word);

    /// <param name="last">What the report counted last: "The number did not exceed 46" is of that; null: nothing.</param>
    public static Toll? Read(Tree tree, FoundQuantity quantity, CountList counts, WordSets words, Measure? last, bool outbreak = false)
    {
        var tolls = new TollWords(tree, counts, words, outbreak);
        if (Link(tree, quantity, words) is not { At: var before, Lemma: var link }) return null;
        if (link == ":" && Labelled(tree, before - 1, counts) is { } labelled) return new Toll(labelled, quantity, quantity.Last, before - 1);
        if (link is "of" or ":") return before > 0 && tolls.Measure(before - 1, null) is { } measure ? new Toll(measure, quantity, quantity.Last, before - 1) : null;
        if (!words.Has(WordSet.CountLink, link) || !IsLink(tree, before, link)) return null;
        // "taking to 122 the number of those killed"
        if (link == "to" && before > 0 && tree[before - 1].Upos == Upos.Verb && (tree[before - 1].Lemma is "take" or "lift" || words.Has(WordSet.CountChange, tree[before - 1].Lemma)))
        {
            for (int at = quantity.Last + 1; at < Math.Min(tree.Count, quantity.Last + TurnedMax); at++)
            {
                if (tree[at].Upos is not (Upos.Det or Upos.Adj or Upos.Noun)) break;
                if (tolls.Measure(at, null) is { } turned) return new Toll(turned, quantity, quantity.Last, at);
            }
        }
        // "the number of X is 12": the linking verb must be the toll's, so no other subject may stand between them.
        for (int at = before; at >= 0 && before - at < FarMax; at--)
        {
            if (tree[at].Form is ";" or "”" or "“" or "\"") return null;
            if (link == "be" && at < before && tree.Is(at, "nsubj") && tree.Head(at) == tree.Head(before) && tolls.Measure(at, null) is null) return null;
            if (tolls.Measure(at, tolls.IsBare(at) ? last : null) is not { } of || tolls.IsSubjectOfOther(at, before)) continue;
            bool bounded = words.Has(WordSet.Passes, link) && Factuality.IsNegated(tree, before);
            FoundQuantity passed = Passed(quantity, bounded, words.Has(WordSet.Passes, link));
            int clause = bounded || IsAcross(tree, quantity, at) ? at : Forward(tree, before, quantity) ?? quantity.Last;
            return new Toll(of, passed, clause, at);
        }
        return null;
    }

    /// <summary>"Deaths: 12", "People affected: 774,000": a line of key figures, which has nothing but its label before the colon.</summary>
    private static Measure? Labelled(Tree tree, int label, CountList counts)
    {
        if (label is < 0 or >= LabelMax) return null;
        for (int at = label; at >= 0; at--)
        {
            if (tree[at].Upos == Upos.Punct) return null;
            CountWord? word = counts.For(tree[at].Lemma.ToLowerInvariant(), CountRole.Counted).Concat(counts.For(tree[at].Form.ToLowerInvariant(), CountRole.State)).FirstOrDefault(row => row.With.IsEmpty && row.Measure != Measure.Other);
            if (word is not null) return word.Measure;
        }
        return null;
    }

    /// <summary>The word between a toll and the number, over "now", "at least" and "has": "to", "reached", "of"; null when there is none.</summary>
    private static (int At, string Lemma)? Link(Tree tree, FoundQuantity quantity, WordSets words)
    {
        int at = quantity.First - 1;
        while (at > 0 && (tree[at].Upos == Upos.Adv || tree[at].Lemma is "least" || tree[at] is { Lemma: "have", Upos: Upos.Aux })) at--;
        // "has crossed the 500 mark"
        if (at > 0 && tree[at].Lemma == "the" && quantity.Last + 1 < tree.Count && words.Has(WordSet.CountMark, tree[quantity.Last + 1].Lemma)) at--;
        if (at < 0) return null;
        // "could rise further as 33 others remain in danger": another clause.
        if (tree[at].Lemma == "as" && (tree[at].Upos == Upos.Sconj || tree.Is(at, "mark"))) return null;
        // "has gone up to 87,725": the preposition stands inside the quantity.
        bool to = quantity.Mention.Qualifier == Qualifier.AtMost && tree[at].Upos == Upos.Verb && words.Has(WordSet.CountRise, tree[at].Lemma);
        return (at, to ? "to" : tree[at].Lemma);
    }

    // "In total 166 rebels were killed" is no toll that totals them, and only a list "has" so many names.
    private static bool IsLink(Tree tree, int at, string link) =>
        link switch { "total" => tree[at].Upos == Upos.Verb, "have" => HasList(tree, at), _ => true };

    // "the list of the missing has 835 names"
    private static bool HasList(Tree tree, int verb)
    {
        for (int at = verb - 1; at >= 0 && verb - at < FarMax; at--) if (tree[at].Lemma == "list") return true;
        return false;
    }

    /// <summary>"did not exceed 46": no more than that is affirmed; "has passed 1,400": more than that.</summary>
    private static FoundQuantity Passed(FoundQuantity quantity, bool bounded, bool passes)
    {
        QuantityMention mention = quantity.Mention;
        if (bounded) mention = mention with { Qualifier = Qualifier.AtMost, Low = null, Best = null, High = mention.High ?? mention.Best ?? mention.Low };
        else if (passes && mention.Qualifier == Qualifier.Exact) mention = mention with { Qualifier = Qualifier.AtLeast, Best = null, High = null };
        return quantity with { Mention = mention };
    }

    /// <summary>"raised the toll of the quake that struck on Friday to 40": the number hangs in a clause about what was counted, which it is no part of.</summary>
    private static bool IsAcross(Tree tree, FoundQuantity quantity, int word)
    {
        for (int at = quantity.Last, steps = 0; at >= 0 && steps < tree.Count; at = tree.Head(at), steps++)
        {
            if (tree[at].Relation == "acl:relcl") return at > word && tree.IsUnder(at, tree.Head(word) is >= 0 and var above ? above : word);
        }
        return false;
    }

    /// <summary>"could rise to 500", "is expected to reach 200": the verb whose clause looks ahead; null where the toll has got there.</summary>
    private static int? Forward(Tree tree, int link, FoundQuantity quantity)
    {
        int verb = tree[link].Upos == Upos.Verb ? link : -1;
        for (int at = quantity.Last, steps = 0; verb < 0 && at >= 0 && steps < 4; at = tree.Head(at), steps++) if (tree[at].Upos == Upos.Verb) verb = at;
        if (verb < 0 || verb >= quantity.First) return null;
        return Factuality.HasModal(tree, verb) || tree.Children(verb).Any(child => tree.Is(child, "mark") && tree[child].Penn == "TO") ? verb : null;
    }
}
