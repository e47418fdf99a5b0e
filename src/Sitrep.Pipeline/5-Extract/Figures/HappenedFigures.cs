using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>Counts of those whom an event of the sentence struck: "The flood killed 12 people", "25 were killed and 183 wounded".</summary>
internal sealed class HappenedFigures(ReadingLexicon lexicon, FigureMaker make)
{
    /// <summary>The event that the number counts; -1 when it counts none.</summary>
    public int Of(NumberAt number) => number.CountsPeople && Find(number) is { } at && MeasureOf(number.Events[at].Reading.Type) is not null ? at : -1;

    /// <summary>The number as a count of what <see cref="Of"/> found; null when such a number is no count.</summary>
    public FoundFigure? Read(NumberAt number, int happened)
    {
        FoundEvent of = number.Events[happened];
        if (MeasureOf(of.Reading.Type) is not { } measure) return null;
        if (measure == Measure.Displaced && Displacement.IsNone(number, lexicon)) return null;
        if (measure == Measure.Killed && IsOfPastDisease(number.Tree, of.Trigger)) return null;
        if (measure == Measure.Displaced && Displacement.IsAbroad(number.Tree, of.Trigger, lexicon)) measure = Measure.Refugees;
        CountedThing thing = number.Thing;
        // "300 people killed or wounded": neither so many dead nor so many hurt.
        if (Either(number, of.Trigger) is { } either)
        {
            string words = number.Tree.Words(Math.Min(of.Trigger, either), Math.Max(of.Trigger, either));
            FoundFigure both = make.Make(number, Measure.Other, thing.At, null, false, -1, of.Trigger);
            return both with { Reading = both.Reading with { Subject = FigureMaker.Things(number.Tree, Math.Min(of.Trigger, either), Math.Max(of.Trigger, either), thing.IsBare ? words : $"{number.Tree[thing.At].Form} {words}") } };
        }
        bool stock = measure is Measure.Displaced or Measure.Refugees || IsRunning(number.Tree, of.Trigger, measure);
        FoundFigure counted = make.Make(number, measure, thing.At, thing.IsBare ? null : thing.At, stock, happened, of.Trigger);
        bool sheltered = measure == Measure.Displaced && of.With > of.Trigger && number.Tree.Preposition(of.With) is "in" or "at";
        if (!sheltered) return counted;
        // "are sheltering in camps": a count by itself, beside that of all displaced.
        var word = new CountWord(number.Tree[of.Trigger].Lemma, [], CountedKind.People, measure, true);
        ActorMention told = FigureMaker.Told(number.Tree, thing, new FoundCount(word, of.Trigger, of.Trigger, of.With));
        return counted with { Reading = counted.Reading with { Subject = told } };
    }

    /// <summary>The other word of "killed or wounded"; null where there is none.</summary>
    private int? Either(NumberAt number, int trigger)
    {
        Tree tree = number.Tree;
        foreach (int other in (int[])[trigger + 2, trigger - 2])
        {
            if (other < 0 || other >= tree.Count || !AreOfOne(tree, Math.Min(trigger, other)) || tree[other].Penn is not ("VBN" or "VBD" or "JJ")) continue;
            if (lexicon.Frames.For(tree[other].Lemma, FramePos.Verb).Concat(lexicon.Frames.ForForm(tree[other].Form.ToLowerInvariant())).Any(frame => MeasureOf(frame.Type) is { } second && (tree[(trigger + other) / 2].Lemma == "or" || second is Measure.Killed or Measure.Injured))) return other;
        }
        return null;
    }

    /// <summary>"killed or wounded", "killed and wounded" with nobody behind: "were killed and wounded 40 others" tells of two numbers.</summary>
    private static bool AreOfOne(Tree tree, int first)
    {
        int second = first + 2;
        return tree[first + 1].Lemma == "or" || tree[first + 1].Lemma == "and" && tree.Child(first, "obj") < 0 && tree.Child(second, "obj") < 0 && (second + 1 >= tree.Count || tree[second + 1].Upos is Upos.Punct or Upos.Adp);
    }

    public static Measure? MeasureOf(EventType type) => type switch
    {
        EventType.Killing => Measure.Killed,
        EventType.Injury => Measure.Injured,
        EventType.Displacement => Measure.Displaced,
        EventType.Detention or EventType.Abduction => Measure.Detained,
        EventType.Surrender => Measure.Surrendered,
        _ => null,
    };

    /// <summary>The event told by the participle right behind a number, as in "183 wounded"; -1 when there is none.</summary>
    public static int Behind(NumberAt number)
    {
        int next = number.Next;
        while (next + 1 < number.Tree.Count && number.Tree[next].Upos == Upos.Adv) next++;   // "102 currently injured"
        for (int i = 0; i < number.Events.Count; i++)
        {
            int trigger = number.Events[i].Trigger;
            if (trigger != next || !Counts(number.Events[i])) continue;
            // A number that counts a verb is told of those to whom it was done, whatever else the tree hangs on it.
            if (number.Tree[trigger].Penn == "VBN" && number.Tree.Child(trigger, "obj") < 0 || number.Tree.Is(number.Thing.Number, "nummod") && number.Tree.Head(number.Thing.Number) == trigger) return i;
        }
        return -1;
    }

    private static bool Counts(FoundEvent found) => MeasureOf(found.Reading.Type) is not null;

    private int? Find(NumberAt number)
    {
        // "25 were killed and 183 wounded", "25 civilians killed 80 injured": its own word is the one behind it.
        bool own = number.Thing.IsBare || IsOfCounted(number);
        if (own && Behind(number) is >= 0 and var behind) return behind;
        if (RightBefore(number) is >= 0 and var before) return before;
        int counted = own ? number.Thing.Number : number.Thing.At;
        int? shared = null;
        for (int i = 0; i < number.Events.Count; i++)
        {
            if (!Counts(number.Events[i]) || IsOfSome(number.Tree, number.Events[i].Trigger)) continue;
            foreach (int argument in Struck(number.Events[i]))
            {
                if (argument == counted || argument == number.Thing.Number) return i;
                if (SharesVerb(number, counted, argument) && !IsSaidOfOne(number.Tree, number.Events[i].Trigger, argument)) shared ??= i;
            }
        }
        return shared;
    }

    /// <summary>"killed 40 and displaced thousands", "wounded another 40": the verb before the number is its own, whatever the tree says.</summary>
    private static int RightBefore(NumberAt number)
    {
        int verb = number.Quantity.First - 1;
        while (verb > 0 && (number.Tree[verb].Upos == Upos.Det || number.Tree[verb].Lemma is "further" or "additional" or "other")) verb--;
        for (int i = 0; i < number.Events.Count; i++)
        {
            if (number.Events[i].Trigger == verb && number.Tree[verb].Upos == Upos.Verb && Counts(number.Events[i])) return i;
        }
        return -1;
    }

    // Whom it was done to; who surrenders does it himself.
    private static IEnumerable<int> Struck(FoundEvent found)
    {
        foreach ((string slot, Part part) in found.Frame.Slots)
        {
            if (part is not (Part.Target or Part.PlaceOrTarget) && !(found.Reading.Type is EventType.Surrender && part == Part.Actor)) continue;
            foreach (int argument in found.Slots[slot]) yield return argument;
        }
    }

    // "killed 12 soldiers and 3 drivers": one verb for both, where no other stands between them.
    private static bool SharesVerb(NumberAt number, int counted, int argument) =>
        number.Tree.IsUnder(counted, argument) && number.Tree.Is(counted, "conj")
            && !Enumerable.Range(argument + 1, Math.Max(0, number.Quantity.First - argument - 1)).Any(at => number.Tree[at].Upos == Upos.Verb);

    // "Displaced families and 200 doctors": the doctors are not.
    private static bool IsSaidOfOne(Tree tree, int trigger, int argument) => trigger < argument && tree.Head(trigger) == argument;

    // "freed 100 of the 132 who had been taken": what befell the 132 is not told of the 100.
    private static bool IsOfCounted(NumberAt number) =>
        !number.Thing.IsBare && number.Tree[number.Thing.At].Relation == "nmod" && number.All.Any(other =>
            other.Quantity != number.Quantity && other.Quantity.First > number.Quantity.Last && other.Quantity.Last < number.Thing.At
            && number.Tree.IsUnder(other.Quantity.Last, number.Thing.At));

    /// <summary>"2,500 were rescued, at least half of them injured": what befell some is not told of all.</summary>
    private bool IsOfSome(Tree tree, int trigger) =>
        trigger > 2 && tree[trigger - 1].Form is "them" or "whom" && tree[trigger - 2].Form == "of" && lexicon.Words.Has(WordSet.SomeOf, tree[trigger - 3].Lemma);

    // "was declared free from Ebola, which killed 4,000 people": what the sickness did in its day is no part of this toll.
    private bool IsOfPastDisease(Tree tree, int trigger) =>
        tree[trigger] is { Penn: "VBD", Relation: "acl:relcl" } && tree.Head(trigger) is >= 0 and var sickness
            && lexicon.Words.Has(WordSet.Disease, tree[sickness].Form.ToLowerInvariant()) && tree.Preposition(sickness) == "from";

    /// <summary>"have been killed since Friday", "police have detained 754": a count that still runs, not what one event added.</summary>
    private static bool IsRunning(Tree tree, int trigger, Measure measure)
    {
        if (!tree.Children(trigger).Any(child => tree[child] is { Upos: Upos.Aux, Lemma: "have" })) return false;
        if (measure is Measure.Detained or Measure.Surrendered) return true;
        IEnumerable<int> all = Enumerable.Range(0, tree.Count);
        // "since March 2011" is another story.
        if (all.Any(at => tree[at].Form is { Length: 4 } year && year.All(char.IsAsciiDigit))) return false;
        return all.Any(at => tree[at].Lemma == "since" || tree[at].Lemma == "so" && at + 1 < tree.Count && tree[at + 1].Lemma == "far");
    }
}
