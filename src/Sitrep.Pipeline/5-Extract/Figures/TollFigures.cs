using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>Figures told as tolls: what <see cref="TollReader"/> found, with who counts, of whom, and where.</summary>
internal sealed class TollFigures(ReadingLexicon lexicon, ActorFinder actors, FigureMaker make)
{
    /// <summary>Words of "number of suspected cholera cases".</summary>
    private const int SortMax = 4;

    public FoundFigure? Read(NumberAt number)
    {
        if (IsOfTheLiving(number)) return null;
        Measure? last = number.Before is [.., { Measure: not Measure.Other and var here }] ? here : number.Memory.Measure;
        if (TollReader.Read(number.Tree, number.Quantity, lexicon.Counts, lexicon.Words, last, number.Memory.Outbreak) is not { } toll) return null;
        if (IsCompared(number.Tree, toll.Word)) return null;
        NumberAt counted = number with { Quantity = toll.Quantity };
        if (IsIncludedInToll(number, toll))
        {
            int? subject = number.Thing.IsBare ? null : number.Thing.At;
            return make.Make(counted, toll.Measure, number.Thing.Number, subject, stock: true, -1, toll.At) with { Part = true };
        }
        int at = toll.At == toll.Word ? toll.Word : number.Thing.Number;
        FoundFigure told = OfSort(number.Tree, toll, make.Make(counted, toll.Measure, at, null, stock: true, -1, toll.At));
        told = told with { Counter = Counting(number.Sentence, Giver(number, toll.Word)), CounterCue = number.Tree[toll.Word].Lemma, Earlier = IsOfEarlierCount(number) };
        return told.Reading.Place is null && IsBare(number.Tree, toll.Word)
            ? told with { Reading = told.Reading with { Place = number.Memory.PlaceOf(toll.Measure) } }
            : told;
    }

    /// <summary>True when the number belongs to a toll by the words before it, whatever the report counted before.</summary>
    public bool IsToll(NumberAt number) => TollReader.Read(number.Tree, number.Quantity, lexicon.Counts, lexicon.Words, null) is not null;

    /// <summary>A body or an office that may count; nobody else's "list" or "had" makes a source.</summary>
    public ActorMention? Counting(ReadSentence sentence, int head)
    {
        if (head < 0 || actors.Read(sentence, head) is not { Form: not ActorForm.Pronoun } actor) return null;
        bool named = actor.Form == ActorForm.Name && actor.Kind != ActorKind.Person;
        NounClass noun = lexicon.Nouns.ActorClass(sentence.Tree[head].Lemma);
        return named || noun is NounClass.Body or NounClass.Official or NounClass.Monitor or NounClass.Police or NounClass.Force ? actor : null;
    }

    // "a toll of 8 in addition to 12 injured": the second is no toll.
    private static bool IsOfTheLiving(NumberAt number) =>
        number.Thing.IsBare && HappenedFigures.Behind(number) is >= 0 and var own && number.Events[own].Reading.Type != EventType.Killing;

    // "counted 23 dead, more than the official toll of 16": what somebody else counts, whom the words do not name.
    private static bool IsCompared(Tree tree, int toll)
    {
        int before = toll - 1;
        while (before > 0 && tree[before].Upos is Upos.Adj or Upos.Det or Upos.Noun) before--;
        return before > 0 && tree[before].Lemma == "than";
    }

    // "Included in the toll were 32 children": a part of it.
    private bool IsIncludedInToll(NumberAt number, TollReader.Toll toll) =>
        lexicon.Words.Has(WordSet.Includes, number.Tree[0].Lemma.ToLowerInvariant()) && toll.Word < number.Quantity.First
            && number.Tree[number.Quantity.First - 1].Lemma is "be" or "least";

    /// <summary>"An earlier toll put the dead at 198", "the previous tally, which put the homeless at 216,000".</summary>
    private bool IsOfEarlierCount(NumberAt number)
    {
        for (int at = 1; at < number.Quantity.First; at++)
        {
            if (!lexicon.Words.Has(WordSet.RunningCount, number.Tree[at].Lemma) || !lexicon.Words.Has(WordSet.Former, number.Tree[at - 1].Form.ToLowerInvariant())) continue;
            for (int put = at + 1; put < number.Quantity.First; put++) if (number.Tree[put].Upos == Upos.Verb && lexicon.Words.Has(WordSet.PutsAt, number.Tree[put].Lemma)) return true;
        }
        return false;
    }

    // "The mayor put the toll at six": where those are counted that the sentence before told of.
    private static bool IsBare(Tree tree, int toll) =>
        tree.Children(toll).All(child => child < toll || tree.Preposition(child) == "of" && !tree.Children(child).Any(below => below > child));

    /// <summary>"The number of suspected cases reached 246", "the civilian death toll": of that sort.</summary>
    private FoundFigure OfSort(Tree tree, TollReader.Toll toll, FoundFigure made)
    {
        if (Whose(tree, toll) is >= 0 and var whose)
        {
            string form = tree[whose].Form.ToLowerInvariant() + "s", key = tree[whose].Lemma.ToLowerInvariant();
            var people = new ActorMention(tree.Span(whose, whose), form, ActorForm.Common, null, key, null, ActorKind.Population);
            return made with { Reading = made.Reading with { Subject = people } };
        }
        return toll.Measure == Measure.Affected && Sort(tree, toll.Word) is { } sort ? made with { Reading = made.Reading with { Subject = sort } } : made;
    }

    // "the civilian death toll": of civilians.
    private int Whose(Tree tree, TollReader.Toll toll)
    {
        if (toll.Measure is not (Measure.Killed or Measure.Injured) || toll.Word <= 1) return -1;
        return tree.Children(toll.Word).FirstOrDefault(
            child => child < toll.Word && tree[child].Relation is "amod" or "compound"
                && lexicon.Nouns.ActorClass(tree[child].Lemma) is NounClass.People or NounClass.Force or NounClass.Police,
            -1);
    }

    // "The number of suspected cases": the suspected ones; "of confirmed and probable cases" is of both sorts.
    private ActorMention? Sort(Tree tree, int toll)
    {
        for (int at = toll + 1; at < Math.Min(tree.Count, toll + SortMax); at++)
        {
            if (!lexicon.Counts.IsSort(tree[at].Form.ToLowerInvariant())) continue;
            if (tree[at + 1].Upos == Upos.Cconj) return null;
            for (int noun = at + 1; noun < Math.Min(tree.Count, at + SortMax); noun++)
            {
                if (tree[noun].Lemma is "case" or "infection") return FigureMaker.Sort(tree, at, noun);
            }
        }
        return null;
    }

    /// <summary>"the agency's list", "the toll given by police", "the toll of 530, reported by an agency, …": whose count it is; -1 when the words do not say.</summary>
    private static int Giver(NumberAt number, int word)
    {
        Tree tree = number.Tree;
        foreach (int child in tree.Children(word))
        {
            if (tree[child].Relation == "nmod:poss") return child;
            if (tree.Is(child, "acl") && tree[child].Penn == "VBN" && Agent(tree, child) is >= 0 and var by) return by;
        }
        int given = number.Next + 1;
        return given + 1 < tree.Count && tree[number.Next].Form == "," && tree[given].Penn == "VBN" && tree[given + 1].Form == "by" ? Agent(tree, given) : -1;
    }

    // "by the news agency X", with the name hung beside its noun: the name.
    private static int Agent(Tree tree, int verb)
    {
        int by = -1;
        foreach (int child in tree.Children(verb))
        {
            if (tree.Preposition(child) == "by") by = child;
            else if (by >= 0 && child == by + 1 && tree[child].Relation == "obl:agent" && tree[child].Upos == Upos.Propn) return child;
        }
        return by;
    }
}
