using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>Numbers whose noun says by itself what they count: "25 deaths", "12 bodies", "40 suspected cases".</summary>
internal sealed class NounFigures(ReadingLexicon lexicon, CountReader counts, FigureMaker make)
{
    public FoundFigure? Read(NumberAt number)
    {
        if (counts.Noun(number.Tree, number.Thing, number.Memory.Outbreak) is not { Word: var word } || IsWhoItIsFor(number)) return null;
        Tree tree = number.Tree;
        int noun = number.Thing.At;
        bool more = IsMore(number);
        bool stock = word.Stock && !more && !WasAddedThatDay(number);
        FoundFigure counted = make.Make(number, word.Measure, noun, word.Measure == Measure.Other ? noun : null, stock, -1, noun);
        if (word.Measure == Measure.Affected && SortOf(number) is >= 0 and var sort)
            counted = counted with { Reading = counted.Reading with { Subject = FigureMaker.Sort(tree, sort, noun) } };
        if (more || IsSorted(tree, noun)) counted = counted with { Part = true };
        // Where people arrive is not where they are counted as gone from.
        return tree[noun].Lemma == "arrival" ? counted with { Reading = counted.Reading with { Place = null } } : counted;
    }

    /// <summary>"food for 35,000 refugees", "the needs of up to 100,000 refugees": how many something is for, and not how many there are.</summary>
    private bool IsWhoItIsFor(NumberAt number)
    {
        Tree tree = number.Tree;
        int seat = number.Thing.Seat, before = number.Quantity.First - 1;
        // "for one confirmed case the outcome is unknown", "excluding one case"
        if (number.Quantity.Mention.Best == 1 && (before >= 0 && tree[before].Form == "excluding" || tree.Preposition(seat) is "for" or "excluding" or "except" or "besides")) return true;
        if (before > 0 && tree[before].Lemma is "for" or "of" && lexicon.Words.Has(WordSet.MeantFor, tree[before - 1].Lemma)) return true;
        return tree.Head(seat) is >= 0 and var thing && thing < seat && tree.Preposition(seat) is "for" or "of" && lexicon.Words.Has(WordSet.MeantFor, tree[thing].Lemma);
    }

    /// <summary>"12 new deaths", "another 36 bodies": beside those counted before.</summary>
    private bool IsMore(NumberAt number)
    {
        Tree tree = number.Tree;
        int noun = number.Thing.At, before = number.Quantity.First - 1;
        return before >= 0 && lexicon.Words.Has(WordSet.InAddition, tree[before].Lemma) || IsOfLastHours(number)
            || tree.Children(noun).Any(child => child < noun && tree[child].Upos == Upos.Adj && (tree[child].Lemma is "new" or "fresh" || lexicon.Words.Has(WordSet.InAddition, tree[child].Lemma)));
    }

    /// <summary>"During the previous 24 hours, there were 36 deaths": what those hours added.</summary>
    private bool IsOfLastHours(NumberAt number) =>
        number.Sentence.Dates.Any(date => (date.Mention.Value.StartsWith("PT", StringComparison.Ordinal) || date.Mention.Value == "P1D") && IsLast(number.Tree, date));

    // "the previous 24 hours", with the word before or in the date.
    private bool IsLast(Tree tree, FoundDate date)
    {
        for (int at = Math.Max(0, date.First - 1); at <= date.Last; at++) if (lexicon.Words.Has(WordSet.JustPast, tree[at].Lemma)) return true;
        return false;
    }

    /// <summary>"recovered five bodies on Sunday" is what that day added; without a day it is what has been counted so far.</summary>
    private static bool WasAddedThatDay(NumberAt number)
    {
        Tree tree = number.Tree;
        int verb = tree.Head(number.Thing.At);
        if (tree[number.Thing.At].Lemma is not ("body" or "corpse") || verb < 0) return false;
        return tree[verb].Penn == "VBG" || tree.Children(verb).Any(child => number.Sentence.DateAt(child) is not null)
            || number.Sentence.Dates.Any(date => date.Last < number.Quantity.First && date.Mention.Value.StartsWith("XXXX-WXX", StringComparison.Ordinal)
                && tree.Preposition(date.First) is "on" && Opens(tree, date.First));
    }

    // "In a third wreck on Friday, officials said …": a day before the first verb holds for all of the sentence.
    private static bool Opens(Tree tree, int at)
    {
        for (int before = 0; before < at; before++) if (tree[before].Upos is Upos.Verb or Upos.Aux) return false;
        return true;
    }

    /// <summary>"40 suspected cases": the word for the sort; -1 for none, and for "confirmed and probable cases", which are of both.</summary>
    private int SortOf(NumberAt number)
    {
        Tree tree = number.Tree;
        int noun = number.Thing.At;
        // "15 confirmed and 23 probable cases": what stands right behind the number is of it.
        if (number.Next < noun && CountedThing.SortAt(tree, number.Next, lexicon) is >= 0 and var own && own + 2 < noun && tree[own + 2].Upos == Upos.Num) return own;
        int sort = tree.Children(noun).FirstOrDefault(child => child > number.Quantity.Last && child < noun && IsSort(child), -1);
        return sort >= 0 && sort + 2 < noun && tree[sort + 1].Upos == Upos.Cconj && IsSort(sort + 2) ? -1 : sort;

        bool IsSort(int at) => lexicon.Counts.IsSort(tree[at].Form.ToLowerInvariant());
    }

    /// <summary>"234 bodies could not be identified": what was done with some of those found.</summary>
    private bool IsSorted(Tree tree, int bodies)
    {
        if (!lexicon.Words.Has(WordSet.Corpse, tree[bodies].Lemma)) return false;
        // "With 187 bodies yet to be identified"
        if (tree.Children(bodies).Any(child => child > bodies && tree[child] is { Relation: "acl", Penn: "VBN" } && lexicon.Words.Has(WordSet.DoneToBodies, tree[child].Lemma))) return true;
        int verb = tree.Head(bodies);
        // "On Monday 75 bodies were buried", with the day's preposition hung on the bodies.
        bool subject = tree.Is(bodies, "nsubj") || tree.Is(bodies, "obl") && verb > bodies && Slots.IsPassive(tree, verb, lexicon.Words);
        return verb >= 0 && tree[verb].Upos == Upos.Verb && (subject || tree.Is(bodies, "obj"))
            && lexicon.Words.Has(WordSet.DoneToBodies, tree[verb].Lemma);
    }
}
