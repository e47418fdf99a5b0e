using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>A word that says what a number counts.</summary>
/// <param name="At">Its token.</param>
/// <param name="Last">Last token of what it says: "dead or missing" goes on after the first word.</param>
/// <param name="With">Token of the word that completes it ("away" in "swept away"); -1: none.</param>
internal readonly record struct FoundCount(CountWord Word, int At, int Last, int With);

/// <summary>Reads what is said of those counted: beside them, by a verb, by a noun in front of them. The words are those of <c>data/counts.tsv</c>.</summary>
internal sealed class CountReader(CountList counts, WordSets words)
{
    /// <summary>Words between those counted and what is said of them: "are all still believed to have been".</summary>
    private const int BehindMax = 10;

    /// <summary>Members of a list of counts that share one verb.</summary>
    private const int ListMax = 6;

    /// <summary>"12 people dead", "left 3,000 homeless", "40 are still listed as missing".</summary>
    /// <param name="others">The sentence's further numbers and what they stand with.</param>
    public FoundCount? State(Tree tree, CountedThing thing, FoundQuantity quantity, IReadOnlyList<(FoundQuantity Quantity, CountedThing Thing)> others)
    {
        int head = tree.Head(thing.Seat);
        if (BeforeNumber(tree, thing, quantity) is { } own && !IsOfOther(tree, own.At, thing, quantity, others)) return own;
        if (IsDoneToSecond(tree, thing, quantity, head)) return null;
        if (LeftSo(tree, thing, quantity, head) is { } all) return all;
        foreach (int at in Near(tree, thing, quantity, head))
        {
            if (StateAt(tree, at, thing) is not { } found || IsOfOther(tree, at, thing, quantity, others)) continue;
            // Done by them, or left to the event that it names.
            if (tree[at].Upos == Upos.Verb && (tree.Child(at, "obj") >= 0 || at == head && IsDone(tree, at))) continue;
            return found;
        }
        foreach (int at in Behind(tree, Math.Max(thing.At, quantity.Last)))
        {
            if (tree[at].Upos == Upos.Verb && (IsDone(tree, at) || tree.Child(at, "obj") >= 0)) continue;
            if (StateAt(tree, at, thing) is { } found && !IsOfOther(tree, at, thing, quantity, others)) return found;
        }
        return null;
    }

    // "killed at least seven and wounded dozens", with "wounded" taken for an adjective.
    private FoundCount? BeforeNumber(Tree tree, CountedThing thing, FoundQuantity quantity)
    {
        int left = quantity.First - 1;
        return left > 0 && (tree[left].Upos == Upos.Adj || tree.Is(left, "amod")) && tree[left - 1].Form is "and" or "," ? StateAt(tree, left, thing) : null;
    }

    // "left eight soldiers and 28 rebels dead": said of all whom it left so.
    private FoundCount? LeftSo(Tree tree, CountedThing thing, FoundQuantity quantity, int head)
    {
        if (head < 0 || tree[head].Lemma != "leave" || !tree.Is(thing.Seat, "obj")) return null;
        if (tree.Children(head).FirstOrDefault(child => child > quantity.Last && tree.Is(child, "xcomp"), -1) is >= 0 and var so) return StateAt(tree, so, thing);
        // "left 40 people in X in need of food"
        return tree.Children(head).FirstOrDefault(child => child > quantity.Last && tree.Is(child, "obl") && tree.Preposition(child) == "in" && tree[child].Lemma == "need", -1) is >= 0 and var need ? StateAt(tree, need, thing) : null;
    }

    // "33 insurgents were dead and 354 hostages freed": what was done to the second is told right behind them.
    private bool IsDoneToSecond(Tree tree, CountedThing thing, FoundQuantity quantity, int head) =>
        head >= 0 && head < quantity.First && tree.Is(thing.Seat, "conj")
            && thing.At + 1 < tree.Count && tree[thing.At + 1].Penn == "VBN" && StateAt(tree, thing.At + 1, thing) is null;

    /// <summary>The words that may say how those counted are, nearest first.</summary>
    private static IEnumerable<int> Near(Tree tree, CountedThing thing, FoundQuantity quantity, int head)
    {
        // "3,000 dead and 2,000 missing": what stands right behind the number, before what it was joined to.
        if (thing.IsBare && quantity.Last + 1 < tree.Count) yield return quantity.Last + 1;
        foreach (int child in tree.Children(thing.At)) if (child > quantity.First) yield return child;
        if (head >= 0)
        {
            foreach (int child in tree.Children(head)) if (tree.Is(child, "xcomp")) yield return child;
            yield return head;
        }
        for (int at = quantity.Last + 1; at < Math.Min(tree.Count, quantity.Last + 3); at++) yield return at;
        yield return thing.At;
    }

    /// <summary>True when the word says of another number what it says.</summary>
    private static bool IsOfOther(
        Tree tree, int at, CountedThing thing, FoundQuantity quantity, IReadOnlyList<(FoundQuantity Quantity, CountedThing Thing)> others) =>
        others.Any(other => other.Quantity != quantity && other.Thing.Kind == thing.Kind && IsBeside(tree, at, other.Quantity, other.Thing));

    /// <summary>"25 dead, 80 injured", "killed 12 and injured 40": what stands right beside a number is said of that one, whatever the tree says.</summary>
    private static bool IsBeside(Tree tree, int at, FoundQuantity quantity, CountedThing thing) =>
        at == Math.Max(quantity.Last, thing.At < at ? thing.At : 0) + 1 || tree[at].Upos == Upos.Verb && at + 1 == quantity.First;

    // "were wounded": what is done to them is the verb's affair; "were buried" tells no more than where they are.
    private bool IsDone(Tree tree, int verb) => Slots.IsPassive(tree, verb, words) && !counts.For(tree[verb].Lemma, CountRole.Done).Any(row => !row.With.IsEmpty);

    private FoundCount? StateAt(Tree tree, int at, CountedThing thing)
    {
        if (tree[at].Upos == Upos.Adv || Find(tree, at, tree[at].Form.ToLowerInvariant(), CountRole.State, thing) is not { Word: var word } found) return null;
        // "dead or missing", "killed or injured", "dead and wounded": one number for both is a count of neither.
        int second = at + 2;
        bool other = second < tree.Count && (tree[at + 1].Lemma == "or" || tree[at + 1].Lemma == "and" && (second + 1 >= tree.Count || tree[second + 1].Upos is Upos.Punct or Upos.Adp))
            && Find(tree, second, tree[second].Form.ToLowerInvariant(), CountRole.State, thing) is { } either && either.Word.Measure != word.Measure
            && (tree[at + 1].Lemma == "or" || either.Word.Measure is Measure.Killed or Measure.Injured && word.Measure is Measure.Killed or Measure.Injured);
        return other ? new FoundCount(word with { Measure = Measure.Other }, at, second, -1) : found;
    }

    /// <summary>What a verb does to those counted, or they do: "164 people had been rescued", "3,000 have fallen ill", "houses swept away".</summary>
    /// <param name="others">As for <see cref="State"/>.</param>
    public FoundCount? Verb(Tree tree, CountedThing thing, FoundQuantity quantity, IReadOnlyList<(FoundQuantity Quantity, CountedThing Thing)> others)
    {
        // "killed 40 and displaced thousands": the verb just before the number is its own, whatever the tree says.
        int before = quantity.First - 1;
        if (before >= 0 && tree[before].Upos == Upos.Verb && !Slots.IsPassive(tree, before, words) && Done(tree, before, thing) is { } own) return own;
        return Governing(tree, thing) ?? Participle(tree, thing, quantity, others) ?? VerbBehind(tree, thing, quantity);
    }

    // "164 people had been rescued", "destroyed 1,200 homes, 54 clinics and 30 bridges": a list shares its verb.
    private FoundCount? Governing(Tree tree, CountedThing thing)
    {
        int seat = thing.Seat;
        for (int steps = 0; steps < ListMax && IsJoined(tree, seat); steps++) seat = tree.Head(seat);
        int verb = tree.Head(seat);
        if (verb < 0 || tree[verb].Upos != Upos.Verb) return null;
        bool subject = tree.Is(seat, "nsubj"), passive = Slots.IsPassive(tree, verb, words);
        if (tree[seat].Relation is "obj" or "nsubj:pass" || subject && passive) return Done(tree, verb, thing);
        // "had to leave their homes", "continued to live in tents": what they had to do.
        bool only = words.Has(WordSet.LeadsIn, tree[verb].Lemma);
        if (!subject) return null;
        if (Does(tree, verb, thing) is { } does) return does;
        return only && tree.Child(verb, "xcomp") is >= 0 and var main && Does(tree, main, thing) is { } had ? had with { At = verb } : null;
    }

    private static bool IsJoined(Tree tree, int at) => tree.Is(at, "conj") && tree.Head(at) is >= 0 and var first && tree[first].Upos is Upos.Noun or Upos.Num or Upos.Propn;

    // "houses swept away", "people living in tents"
    private FoundCount? Participle(Tree tree, CountedThing thing, FoundQuantity quantity, IReadOnlyList<(FoundQuantity Quantity, CountedThing Thing)> others)
    {
        foreach (int child in tree.Children(thing.At))
        {
            if (child < thing.At || tree[child].Relation != "acl" || tree[child].Upos != Upos.Verb || IsOfOther(tree, child, thing, quantity, others)) continue;
            if ((tree[child].Penn == "VBG" ? Does(tree, child, thing) : tree[child].Penn == "VBN" ? Done(tree, child, thing) : null) is { } told) return told;
        }
        return null;
    }

    private FoundCount? VerbBehind(Tree tree, CountedThing thing, FoundQuantity quantity)
    {
        foreach (int at in Behind(tree, Math.Max(thing.At, quantity.Last)))
        {
            if (tree[at].Upos != Upos.Verb) continue;
            bool passive = tree[at].Penn == "VBN" && tree[at - 1].Lemma is "be" or "as", theirs = tree.Child(at, "nsubj") < 0 || tree.Child(at, "nsubj") == thing.At;
            if ((passive ? Done(tree, at, thing) : theirs ? Does(tree, at, thing) : null) is { } behind) return behind;
        }
        return null;
    }

    private FoundCount? Done(Tree tree, int at, CountedThing thing) => Find(tree, at, tree[at].Lemma, CountRole.Done, thing);

    private FoundCount? Does(Tree tree, int at, CountedThing thing) => Find(tree, at, tree[at].Lemma, CountRole.Does, thing);

    /// <summary>"25 deaths", "recovered 40 bodies", "3,766 cases".</summary>
    /// <param name="outbreak">The report tells of a disease.</param>
    public FoundCount? Noun(Tree tree, CountedThing thing, bool outbreak)
    {
        foreach (CountWord word in counts.For(tree[thing.At].Lemma, CountRole.Counted))
        {
            if (word.With.Contains(CountList.Outbreak) ? outbreak : Companion(tree, thing.At, word) is not null) return new FoundCount(word, thing.At, thing.At, -1);
        }
        return tree[thing.At].Upos == Upos.Adj
            ? Find(tree, thing.At, tree[thing.At].Form.ToLowerInvariant(), CountRole.State, thing with { Kind = CountedKind.People })
            : null;
    }

    /// <summary>"the whereabouts of 125 others", "no word of more than 1,000 people", "inflicted injuries upon 806 people".</summary>
    public FoundCount? Before(Tree tree, CountedThing thing)
    {
        if (RightBefore(tree, thing) is { } before) return before;
        int head = tree.Head(thing.At);
        if (head < 0 || head > thing.At || !words.Has(WordSet.OfThem, tree.Preposition(thing.At))) return null;
        int noun = tree[head].Upos == Upos.Noun ? head : tree.Is(thing.At, "obl") && tree[head].Upos == Upos.Verb ? tree.Child(head, "obj") : -1;
        return noun >= 0 ? Find(tree, noun, tree[noun].Lemma, CountRole.Of, thing) : null;
    }

    // "confirmed the death of at least 60 prisoners", with "of" taken for a part of "at least": the noun right before it.
    private FoundCount? RightBefore(Tree tree, CountedThing thing)
    {
        int of = thing.Number;
        while (of > 0 && tree[of].Lemma != "of" && tree[of].Upos is Upos.Num or Upos.Adj or Upos.Adp or Upos.Adv) of--;
        if (of <= 0 || tree[of].Lemma != "of" || !tree.IsUnder(of, thing.At) || tree[of - 1].Upos != Upos.Noun || tree.Head(thing.At) == of - 1) return null;
        return Find(tree, of - 1, tree[of - 1].Lemma, CountRole.Of, thing);
    }

    /// <summary>The words that may be said of those counted, over auxiliaries, adverbs and words of saying.</summary>
    private IEnumerable<int> Behind(Tree tree, int last)
    {
        for (int at = last + 1; at < tree.Count && at - last <= BehindMax; at++)
        {
            yield return at;
            if (tree[at].Lemma is "not" or "no" || !IsPassedOver(tree[at])) yield break;
        }
    }

    private bool IsPassedOver(in Token token) =>
        token.Upos is Upos.Aux or Upos.Part || token.Lemma is "as" or "to" || token.Form is "\"" or "“" or "”" or "'" or "‘" || counts.IsTold(token.Lemma);

    private FoundCount? Find(Tree tree, int at, string word, CountRole role, CountedThing thing)
    {
        foreach (CountWord row in counts.For(word, role))
        {
            if ((row.Of == CountedKind.Any || row.Of == thing.Kind) && Companion(tree, at, row) is { } with) return new FoundCount(row, at, at, with);
        }
        return null;
    }

    /// <summary>What the row asks for stands just behind the word, below it, two below ("living in tents in camps"), or above.</summary>
    /// <returns>-1 when it asks for nothing, null when it is not there.</returns>
    private static int? Companion(Tree tree, int at, CountWord row)
    {
        if (row.With.IsEmpty) return -1;
        foreach (string anywhere in row.With)
        {
            if (anywhere[0] != '~') continue;
            for (int beside = 0; beside < tree.Count; beside++) if (anywhere.AsSpan(1).Equals(tree[beside].Lemma, StringComparison.OrdinalIgnoreCase)) return at;
        }
        for (int next = at + 1; next <= Math.Min(at + 2, tree.Count - 1); next++) if (row.With.Contains(tree[next].Lemma)) return next;
        foreach (int child in tree.Children(at))
        {
            if (row.With.Contains(tree[child].Lemma) && tree[child].Upos != Upos.Aux) return child;
            foreach (int below in tree.Children(child)) if (row.With.Contains(tree[below].Lemma)) return below;
        }
        for (int head = tree.Head(at), steps = 0; head >= 0 && steps < 2; head = tree.Head(head), steps++)
        {
            if (row.With.Contains(tree[head].Lemma)) return head;
            // "were reported trapped by the mud": beside it below the same verb.
            if (steps > 0) continue;
            foreach (int beside in tree.Children(head)) if (beside != at && tree[beside].Upos != Upos.Aux && row.With.Contains(tree[beside].Lemma)) return beside;
        }
        return null;
    }
}
