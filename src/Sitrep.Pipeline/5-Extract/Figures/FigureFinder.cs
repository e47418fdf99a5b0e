using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>A figure and where it was read.</summary>
/// <param name="At">Token whose clause it belongs to: attribution and factuality are read there.</param>
/// <param name="Event">Index of the event it counts in the list it was found with; -1 when none.</param>
public sealed record FoundFigure(FigureReading Reading, int At, int Event)
{
    /// <summary>True when it counts some of those counted before it in the sentence.</summary>
    public bool Part { get; init; }

    /// <summary>Who counts, where the words of the count say so ("the agency's list", "the agency had counted"); null where only the sentence's source may.</summary>
    public ActorMention? Counter { get; init; }

    /// <summary>The word that makes <see cref="Counter"/> the source; empty without one.</summary>
    public string CounterCue { get; init; } = "";
}

/// <summary>Tells which quantities are figures of the record, and what they count.</summary>
public sealed partial class FigureFinder(ReadingLexicon lexicon, ActorFinder actors, PlaceFinder places)
{
    /// <summary>Words between a count and the next one of a list that leaves out what is counted.</summary>
    private const int ElidedMax = 16;

    /// <summary>Fewest houses, bridges or boats that are a count; "two dams collapsed" is an event.</summary>
    private const int StructuresMin = 3;

    /// <summary>Words before the comma of "Of those who died in the storm, 11 …".</summary>
    private const int OfThoseMax = 12;

    /// <summary>Words between a count and that of a part of it.</summary>
    private const int PartMax = 20;

    /// <summary>Words of "number of suspected cholera cases".</summary>
    private const int SortMax = 4;

    /// <summary>Words between what is said of those counted and the word that completes it, for both to be told as they stand.</summary>
    private const int TogetherMax = 4;

    private readonly FigurePlaces _where = new(lexicon, places);
    private readonly CountReader _counts = new(lexicon.Counts);

    /// <summary>The figures of a sentence.</summary>
    /// <param name="memory">What the report counted before.</param>
    public IEnumerable<FoundFigure> Find(ReadSentence sentence, IReadOnlyList<FoundEvent> events, FigureMemory memory)
    {
        var found = new List<(FoundQuantity Quantity, FoundFigure Figure)>();
        foreach (FoundQuantity quantity in sentence.Quantities)
        {
            if (((IsBehindIncluded(sentence.Tree, quantity) ? PartOf(sentence, quantity, found) : null) ?? Read(sentence, quantity, events, memory, found.Count > 0 ? found[^1].Figure : null) ?? Elided(sentence, quantity, found, memory) ?? PartOf(sentence, quantity, found)) is { } figure) found.Add((quantity, figure));
        }
        // "80 dead: 31 soldiers and at least 50 rebels": the parts are counted as the whole is.
        for (int i = 1; i < found.Count; i++)
        {
            if (found[i].Figure.Reading.Measure != Measure.Fighters) continue;
            int whole = found.FindLastIndex(i - 1, entry => entry.Figure.Reading.Measure is not Measure.Fighters and not Measure.Other && HasColon(sentence.Tree, entry.Quantity.Last, found[i].Quantity.First));
            if (whole >= 0) found[i] = (found[i].Quantity, found[i].Figure with { Reading = found[i].Figure.Reading with { Measure = found[whole].Figure.Reading.Measure } });
        }
        // "killing 77 and injuring 588, revising an earlier toll of 41": a toll was of the dead.
        for (int i = 1; i < found.Count; i++)
        {
            FoundFigure other = found[i].Figure;
            if (other.Reading is not { Revises: { } earlier, Measure: not Measure.Killed } || !EarlierCount.IsToll(sentence, earlier)) continue;
            int dead = found.FindLastIndex(i - 1, entry => entry.Figure.Reading.Measure == Measure.Killed);
            if (dead < 0) continue;
            found[i] = (found[i].Quantity, other with { Reading = other.Reading with { Revises = null } });
            found[dead] = (found[dead].Quantity, found[dead].Figure with { Reading = found[dead].Figure.Reading with { Revises = earlier } });
        }
        // "up from 844": the earlier count is a figure too, of the same thing.
        foreach ((_, FoundFigure figure) in found.ToArray())
        {
            if (figure.Reading.Revises is not { } old || sentence.Quantities.FirstOrDefault(quantity => (quantity.Mention.Best ?? quantity.Mention.Low) == old) is not { } earlier || found.Any(entry => entry.Quantity == earlier)) continue;
            found.Add((earlier, figure with { Reading = figure.Reading with { Quantity = earlier.Mention, Revises = null }, Event = -1 }));
        }
        return found.Select((entry, i) => entry.Figure.Part || IsIncluded(sentence.Tree, entry.Quantity) && found.Take(i).Any(whole => whole.Figure.Reading.Measure == entry.Figure.Reading.Measure) ? entry.Figure with { Reading = entry.Figure.Reading with { Part = true } } : entry.Figure);
    }

    // "injuring 37, 12 airmen included"
    private static bool IsBehindIncluded(Tree tree, FoundQuantity quantity) =>
        quantity.First > 0 && tree[quantity.First - 1].Form == "," && quantity.Last + 2 < tree.Count && tree[quantity.Last + 1].Upos == Upos.Noun && tree[quantity.Last + 2].Form == "included";

    // "of which 60 were children"; "of whom 24 recovered" tells something else of them.
    private static bool IsOfWhich(Tree tree, FoundQuantity quantity) =>
        quantity.First > 1 && tree[quantity.First - 1].Form is "which" or "whom" && tree[quantity.First - 2].Form == "of" && quantity.Last + 2 < tree.Count && tree[quantity.Last + 1].Lemma == "be" && tree[quantity.Last + 2].Upos == Upos.Noun;

    private static bool IsIncluded(Tree tree, FoundQuantity quantity)
    {
        int before = quantity.First - 1;
        return IsBehindIncluded(tree, quantity) || IsOfWhich(tree, quantity) || before >= 0 && tree[before].Lemma is "include" or "including" || before > 1 && tree[before].Form is "them" or "whom" && tree[before - 1].Lemma == "among";
    }

    private FoundFigure? Read(ReadSentence sentence, FoundQuantity quantity, IReadOnlyList<FoundEvent> events, FigureMemory memory, FoundFigure? before)
    {
        Tree tree = sentence.Tree;
        CountedThing thing = CountedThing.Of(sentence, quantity, lexicon);
        if (thing.Kind == CountedKind.Structure && quantity.Mention.Best < StructuresMin) return null;
        // "48,000 people out of the total 245,000": who all of them are.
        if (IsOutOfTotal(tree, quantity)) return null;
        bool people = thing.Kind == CountedKind.People;
        (FoundQuantity, CountedThing)[] all = [.. sentence.Quantities.Select(other => (other, CountedThing.Of(sentence, other, lexicon)))];
        FoundCount? state = thing.Kind == CountedKind.Any ? null : _counts.State(tree, thing, quantity, all);
        // "the toll was 242, with at least 142 injured": what stands behind the comma is told of others.
        if (state is { Word.Measure: not Measure.Killed } apart && apart.At > quantity.Last && (HasComma(tree, quantity.Last, apart.At) || thing.IsBare && sentence.Quantities.Any(other => other.First > quantity.Last && other.First < apart.At)) && TollReader.Read(tree, quantity, lexicon.Counts, lexicon.Words, null) is not null) state = null;
        // "killed 30 people trapped inside", "killing 30 who were seeking shelter": what was done to them, not how they fared before.
        if (people && !(state?.At < quantity.First) && DoneTo(tree, thing) is { } harm) (state, events) = (state?.Word.Measure == Measure.Killed ? state : null, [.. events.Select(found => tree.IsUnder(found.Trigger, thing.At) && MeasureOf(found.Reading.Type) is { } other && other != harm ? found with { Reading = found.Reading with { Type = EventType.Other } } : found)]);
        if (state is { Word.Measure: not Measure.Killed } living) return Make(sentence, quantity, thing, living, living.At);
        // "up from 32" is the earlier count, "rose by 40" what was added; neither is a toll of its own.
        if (EarlierCount.Is(tree, quantity, lexicon.Words) || EarlierCount.IsRise(tree, quantity, lexicon.Words)) return null;
        // "a toll of 8 in addition to 12 injured"
        bool livingEvent = thing.IsBare && Behind(tree, quantity, events) is >= 0 and var own && events[own].Reading.Type != EventType.Killing;
        if (!livingEvent && TollReader.Read(tree, quantity, lexicon.Counts, lexicon.Words, before?.Reading.Measure is { } here and not Measure.Other ? here : memory.Measure, memory.Outbreak) is { } toll)
        {
            // "Included in the toll were 32 children": a part of it.
            if (tree[0].Lemma.ToLowerInvariant() is "include" or "among" or "included" && toll.Word < quantity.First && tree[quantity.First - 1].Lemma is "be" or "least") return Make(sentence, toll.Quantity, toll.Measure, thing.Number, thing.IsBare ? null : thing.At, stock: true, -1, toll.At) with { Part = true };
            FoundFigure told = OfSort(tree, toll, Make(sentence, toll.Quantity, toll.Measure, toll.At == toll.Word ? toll.Word : thing.Number, null, stock: true, -1, toll.At)) with { Counter = Counting(sentence, Giver(tree, toll.Word)), CounterCue = tree[toll.Word].Lemma };
            return told.Reading.Place is null && tree.Children(toll.Word).All(child => child < toll.Word || tree.Preposition(child) == "of" && !tree.Children(child).Any(below => below > child)) ? told with { Reading = told.Reading with { Place = memory.PlaceOf(toll.Measure) } } : told;
        }
        if (state is { } dead) return Make(sentence, quantity, thing, dead, dead.At);
        if (people && (ByEvent(sentence, IsOfCounted(sentence, thing, quantity) ? thing.Number : thing.At, thing.Number, quantity, events) ?? -1) is >= 0 and var happened && MeasureOf(events[happened].Reading.Type) is { } measure)
        {
            if (measure == Measure.Displaced && IsNoDisplacement(tree, thing, quantity)) return null;
            // "was declared free from Ebola, which killed 4,000 people": what the sickness did in its day is no part of this toll.
            if (measure == Measure.Killed && IsOfPastDisease(tree, events[happened].Trigger)) return null;
            if (measure == Measure.Displaced && IsAbroad(tree, events[happened].Trigger)) measure = Measure.Refugees;
            FoundFigure counted = Make(sentence, quantity, measure, thing.At, thing.IsBare ? null : thing.At, stock: measure is Measure.Displaced or Measure.Refugees || IsRunning(tree, events[happened].Trigger, measure), happened, events[happened].Trigger);
            int with = events[happened].With, trigger = events[happened].Trigger;
            return measure == Measure.Displaced && with > trigger && tree.Preposition(with) is "in" or "at" ? counted with { Reading = counted.Reading with { Subject = Told(tree, thing, new FoundCount(new CountWord(tree[trigger].Lemma, [], CountedKind.People, measure, true), trigger, trigger, with)) } } : counted;
        }
        if (thing.Kind != CountedKind.Any && _counts.Verb(tree, thing, quantity, all) is { } done) return done.Word.Measure != Measure.Displaced ? Make(sentence, quantity, thing, done, thing.At) : IsNoDisplacement(tree, thing, quantity) ? null : Make(sentence, quantity, thing, IsAbroad(tree, done.At) ? done with { Word = done.Word with { Measure = Measure.Refugees } } : done, thing.At);
        if (_counts.Noun(tree, thing, memory.Outbreak) is { } direct)
        {
            // "recovered five bodies on Sunday" is what that day added; without a day it is what has been counted so far.
            bool added = tree[thing.At].Lemma is "body" or "corpse" && tree.Head(thing.At) is var verb and >= 0 && (tree[verb].Penn == "VBG" || tree.Children(verb).Any(child => sentence.DateAt(child) is not null) || sentence.Dates.Any(date => date.Last < quantity.First && date.Mention.Value.StartsWith("XXXX-WXX", StringComparison.Ordinal) && tree.Preposition(date.First) is "on" && Opens(tree, date.First)));
            int sort = direct.Word.Measure == Measure.Affected ? tree.Children(thing.At).FirstOrDefault(child => child > quantity.Last && child < thing.At && lexicon.Counts.IsSort(tree[child].Form.ToLowerInvariant()), -1) : -1;
            // "confirmed and probable cases" are of both sorts, "12 new deaths" are some of all.
            if (sort >= 0 && sort + 2 < thing.At && tree[sort + 1].Upos == Upos.Cconj && lexicon.Counts.IsSort(tree[sort + 2].Form.ToLowerInvariant())) sort = -1;
            bool more = tree.Children(thing.At).Any(child => child < thing.At && tree[child].Lemma is "new" or "additional" or "further" or "fresh" && tree[child].Upos == Upos.Adj);
            // "Another 36 bodies": beside those counted before.
            more |= quantity.First > 0 && tree[quantity.First - 1].Lemma is "another" or "further";
            added |= more;
            // "234 bodies could not be identified": what was done with some of those found.
            bool sorted = tree[thing.At].Lemma is "body" or "corpse" or "remains" && IsSorted(tree, thing.At);
            FoundFigure counted = Make(sentence, quantity, direct.Word.Measure, thing.At, direct.Word.Measure == Measure.Other ? thing.At : null, direct.Word.Stock && !added, -1, thing.At);
            if (sort >= 0) counted = counted with { Reading = counted.Reading with { Subject = Sort(tree, sort, thing.At) } };
            if (more || sorted) counted = counted with { Part = true };
            // Where people arrive is not where they are counted as gone from.
            return tree[thing.At].Lemma == "arrival" ? counted with { Reading = counted.Reading with { Place = null } } : counted;
        }
        if (people && _counts.Before(tree, thing) is { } noun) return Make(sentence, quantity, thing, noun, thing.At) with { At = noun.Word.Measure is Measure.Killed or Measure.Injured ? noun.At : Math.Max(tree.Head(noun.At), 0) };   // "no word of them" denies the word, "confirmed the death of two" confirms the death
        if (memory.Again(tree, thing, quantity, lexicon.Counts, before) is { } again) return new FoundFigure(again.Reading with { Quantity = quantity.Mention, Revises = null, When = sentence.Dates.FirstOrDefault()?.Mention }, tree.Head(thing.At), -1) { Counter = Counting(sentence, SubjectOf(tree, tree.Head(thing.At))), CounterCue = tree[tree.Head(thing.At)].Lemma };
        // Strength of a force: counted, present somewhere, and nothing is done to it. "2,500 troops to be sent" are none yet.
        if (!tree.Children(thing.At).Any(child => child > thing.At && tree[child].Relation == "acl" && tree.Children(child).Any(mark => tree.Is(mark, "mark") && tree[mark].Penn == "TO")) && !GovernedBy(tree, thing.At, WordSet.DoneToFighters) && !GovernedBy(tree, thing.At, WordSet.DoneByHelpers) && thing.Noun is NounClass.Militants or NounClass.Force && !lexicon.Words.Has(WordSet.Units, tree[thing.At].Lemma)
            && quantity.Mention.Low is >= 10 or null) return Make(sentence, quantity, Measure.Fighters, thing.At, thing.At, true, -1, thing.At);
        return null;
    }

    /// <summary>"fled to neighbouring countries", "fled abroad": refugees, and not among those displaced at home.</summary>
    private bool IsAbroad(Tree tree, int trigger)
    {
        foreach (int child in tree.Children(trigger))
        {
            if (child < trigger) continue;
            if (tree[child].Lemma == "abroad") return true;
            if (tree.Is(child, "obl") && tree[child].Lemma is "country" or "state" or "nation" && tree.Preposition(child) is "to" or "into" && tree.Children(child).Any(which => tree.Is(which, "amod") && lexicon.Words.Has(WordSet.Abroad, tree[which].Form.ToLowerInvariant()))) return true;
            if (tree.Is(child, "obl") && tree[child].Lemma is "border" && tree.Preposition(child) is "across" or "over") return true;
        }
        return false;
    }

    /// <summary>"The number of suspected cases reached 246": of that sort.</summary>
    private FoundFigure OfSort(Tree tree, TollReader.Toll toll, FoundFigure made)
    {
        // "the civilian death toll": of civilians.
        if (toll.Measure is Measure.Killed or Measure.Injured && toll.Word > 1 && tree.Children(toll.Word).FirstOrDefault(child => child < toll.Word && tree[child].Relation is "amod" or "compound" && lexicon.Nouns.ActorClass(tree[child].Lemma) is NounClass.People or NounClass.Force or NounClass.Police, -1) is >= 0 and var whose)
            return made with { Reading = made.Reading with { Subject = new ActorMention(tree.Span(whose, whose), tree[whose].Form.ToLowerInvariant() + "s", ActorForm.Common, null, tree[whose].Lemma.ToLowerInvariant(), null, Model.World.ActorKind.Population) } };
        if (toll.Measure != Measure.Affected) return made;
        for (int at = toll.Word + 1; at < Math.Min(tree.Count, toll.Word + SortMax); at++)
        {
            if (!lexicon.Counts.IsSort(tree[at].Form.ToLowerInvariant())) continue;
            if (tree[at + 1].Upos == Upos.Cconj) return made;   // of both sorts
            for (int noun = at + 1; noun < Math.Min(tree.Count, at + SortMax); noun++) if (tree[noun].Lemma is "case" or "infection") return made with { Reading = made.Reading with { Subject = Sort(tree, at, noun) } };
        }
        return made;
    }

    private bool IsOfPastDisease(Tree tree, int trigger) =>
        tree[trigger] is { Penn: "VBD" } && tree[trigger].Relation == "acl:relcl" && tree.Head(trigger) is >= 0 and var sickness && lexicon.Words.Has(WordSet.Disease, tree[sickness].Form.ToLowerInvariant()) && tree.Preposition(sickness) == "from";

    // What is done with the dead once they were found.
    private bool IsSorted(Tree tree, int bodies)
    {
        int verb = tree.Head(bodies);
        return verb >= 0 && tree[verb].Upos == Upos.Verb && (tree.Is(bodies, "nsubj") || tree.Is(bodies, "obj")) && lexicon.Words.Has(WordSet.DoneToBodies, tree[verb].Lemma);
    }

    // "freed 100 of the 132 who had been taken": what befell the 132 is not told of the 100.
    private static bool IsOfCounted(ReadSentence sentence, CountedThing thing, FoundQuantity quantity) =>
        !thing.IsBare && sentence.Tree[thing.At].Relation == "nmod" && sentence.Quantities.Any(other => other != quantity && other.First > quantity.Last && other.Last < thing.At && sentence.Tree.IsUnder(other.Last, thing.At));

    // "One witness had fled" is a story, not a count, and who flees a prison is no displaced person.
    private bool IsNoDisplacement(Tree tree, CountedThing thing, FoundQuantity quantity) =>
        quantity.Mention.Best == 1 || lexicon.Nouns.ActorClass(tree[thing.At].Lemma) == NounClass.Captive;

    /// <summary>The harm that the verb right above those counted does to them; null when it does none.</summary>
    private Measure? DoneTo(Tree tree, CountedThing thing)
    {
        int verb = tree.Head(thing.Seat);
        // "60 who had sought refuge were killed": the same, told by the passive.
        bool befell = verb > thing.Seat && tree[thing.Seat].Relation == "nsubj:pass" && tree.Children(thing.Seat).Any(child => child > thing.Seat && tree[child].Relation is "acl:relcl");
        if (befell && tree[verb].Upos == Upos.Verb) return lexicon.Counts.For(tree[verb].Lemma, CountRole.Done).FirstOrDefault(row => row.With.IsEmpty && row.Measure is Measure.Killed or Measure.Injured)?.Measure;
        if (verb < 0 || verb > thing.Seat || !tree.Is(thing.Seat, "obj") || tree[verb].Upos != Upos.Verb) return null;
        return lexicon.Counts.For(tree[verb].Lemma, CountRole.Done).FirstOrDefault(row => row.With.IsEmpty && row.Measure is Measure.Killed or Measure.Injured)?.Measure;
    }

    private static bool HasComma(Tree tree, int from, int to)
    {
        for (int at = from + 1; at < to; at++) if (tree[at].Form is "," or ";") return true;
        return false;
    }

    // "about 680 are missing; village heads still speak of 5,000": a subject before a verb that the parser hung elsewhere.
    private static int SubjectOf(Tree tree, int verb)
    {
        if (tree.Child(verb, "nsubj") is >= 0 and var own) return own;
        for (int at = verb - 1; at >= 0 && tree[at].Form is not (";" or "," or "." or ":"); at--) if (tree[at].Upos == Upos.Verb || tree.Is(at, "conj") && tree[at].Upos == Upos.Noun && tree.Head(at) < at && tree.Preposition(at).Length == 0 && tree[Math.Max(0, tree.Extent(at).First - 1)].Form == ";") return tree[at].Upos == Upos.Verb ? -1 : at;
        return -1;
    }

    /// <summary>"the agency's list", "the toll given by police": whose count it is; -1 when the words do not say.</summary>
    private static int Giver(Tree tree, int word)
    {
        foreach (int child in tree.Children(word))
        {
            if (tree[child].Relation == "nmod:poss") return child;
            if (!tree.Is(child, "acl") || tree[child].Penn != "VBN") continue;
            foreach (int by in tree.Children(child)) if (tree.Preposition(by) == "by") return by;
        }
        return -1;
    }

    /// <summary>A body or an office that may count; nobody else's "list" or "had" makes a source.</summary>
    private ActorMention? Counting(ReadSentence sentence, int head) =>
        head >= 0 && actors.Read(sentence, head) is { Form: not ActorForm.Pronoun } actor && (actor.Form == ActorForm.Name && actor.Kind != Model.World.ActorKind.Person || lexicon.Nouns.ActorClass(sentence.Tree[head].Lemma) is NounClass.Body or NounClass.Official or NounClass.Monitor or NounClass.Police or NounClass.Force) ? actor : null;

    private FoundFigure Make(ReadSentence sentence, FoundQuantity quantity, CountedThing thing, FoundCount count, int at)
    {
        FoundFigure made = Make(sentence, quantity, count.Word.Measure, at, thing.IsBare && count.Word.Measure != Measure.Other ? null : thing.At, count.Word.Stock, -1, count.At);
        // "living in shelters" are some of the displaced, and a count by themselves.
        return count.Word.Measure == Measure.Other || count.Word.Measure == Measure.Displaced && count.With > count.At ? made with { Reading = made.Reading with { Subject = Told(sentence.Tree, thing, count) } } : made;
    }

    /// <summary>"houses destroyed", "people rescued": what a number of no measure of its own counts.</summary>
    private static ActorMention Told(Tree tree, CountedThing thing, FoundCount count)
    {
        string said = count.With > count.Last + TogetherMax || count.With > thing.At && thing.At > count.At ? $"{tree.Words(count.At, count.Last)} {tree[count.With].Form}" : tree.Words(count.At, Math.Max(count.Last, count.With));
        string words = thing.IsBare ? said : $"{tree[thing.At].Form} {said}";
        return new ActorMention(tree.Span(Math.Min(thing.At, count.At), Math.Max(thing.At, count.Last)), words, ActorForm.Common, null, words.ToLowerInvariant(), null, Model.World.ActorKind.Other);
    }

    /// <summary>"In a third wreck on Friday, officials said …": a day before the first verb holds for all of the sentence.</summary>
    private static bool Opens(Tree tree, int at)
    {
        for (int before = 0; before < at; before++) if (tree[before].Upos is Upos.Verb or Upos.Aux) return false;
        return true;
    }

    private static bool IsOutOfTotal(Tree tree, FoundQuantity quantity)
    {
        int total = quantity.First - 1;
        if (total > 0 && tree[total].Lemma == "of") total--;
        if (total < 2 || tree[total].Lemma != "total") return false;
        int of = tree[total - 1].Upos == Upos.Det ? total - 2 : total - 1;
        return of > 0 && tree[of].Lemma == "of" && tree[of - 1].Lemma == "out";
    }

    /// <summary>"confirmed cases": which of those counted.</summary>
    private static ActorMention Sort(Tree tree, int sort, int noun) =>
        new(tree.Span(sort, noun), $"{tree[sort].Form} {tree[noun].Form}", ActorForm.Common, null, $"{tree[sort].Form} {tree[noun].Form}".ToLowerInvariant(), null, Model.World.ActorKind.Other);

    private FoundFigure Make(ReadSentence sentence, FoundQuantity quantity, Measure measure, int at, int? subjectHead, bool stock, int happened, int clause)
    {
        QuantityMention counted = EarlierCount.RisenTo(sentence, quantity, lexicon.Words);
        ActorMention? subject = OnSide(sentence, quantity) ?? (subjectHead is { } head ? actors.Read(sentence, head) : null);
        PlaceMention? place = _where.Find(sentence, at, clause);
        // "37 of the injured are in danger", "nine of them died": some of them, whatever the number of all.
        bool ofTheirs = subjectHead is { } counts && counts > quantity.Last && sentence.Tree.Children(counts).Any(child => sentence.Tree[child].Relation == "nmod:poss" && sentence.Tree[child].Upos == Upos.Pron && sentence.Tree[child].Lemma is "its" or "their" or "our" or "they" or "it" or "we");
        return new FoundFigure(new FigureReading(measure, counted, subject, place, null, stock, EarlierCount.Of(sentence, quantity, lexicon.Words)), clause >= 0 ? clause : at, happened) { Part = ofTheirs || quantity.Last + 2 < sentence.Tree.Count && sentence.Tree[quantity.Last + 1].Form == "of" && (sentence.Tree[quantity.Last + 2].Form is "the" or "those" or "them" or "whom") && measure is not Measure.Fighters };   // the root is under no clause
    }

    /// <summary>"31 on the government side": whom the count is of, when the words behind it name a side.</summary>
    private ActorMention? OnSide(ReadSentence sentence, FoundQuantity quantity)
    {
        Tree tree = sentence.Tree;
        if (quantity.Last + 2 >= tree.Count || tree[quantity.Last + 1].Lemma != "on") return null;
        for (int at = quantity.Last + 2; at < Math.Min(tree.Count, quantity.Last + 6); at++)
        {
            if (tree[at].Lemma == "side" && at > quantity.Last + 2) return actors.Read(sentence, at - 1);
            if (tree[at].Upos is not (Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn)) return null;
        }
        return null;
    }

    private static int? ByEvent(ReadSentence sentence, int counted, int number, FoundQuantity quantity, IReadOnlyList<FoundEvent> events)
    {
        Tree tree = sentence.Tree;
        int? shared = null;
        // "wounded another 40"
        int verb = quantity.First - 1;
        while (verb > 0 && (tree[verb].Upos == Upos.Det || tree[verb].Lemma is "further" or "additional" or "other")) verb--;
        // "25 were killed and 183 wounded", "25 civilians killed 80 injured": its own word is the one behind it.
        if (counted == number && Behind(tree, quantity, events) is >= 0 and var behind) return behind;
        // "killed 40 and displaced thousands": the verb before the number is its own, whatever the tree says.
        for (int i = 0; i < events.Count; i++) if (events[i].Trigger == verb && tree[verb].Upos == Upos.Verb && MeasureOf(events[i].Reading.Type) is not null) return i;
        for (int i = 0; i < events.Count; i++)
        {
            if (MeasureOf(events[i].Reading.Type) is null || IsOfSome(tree, events[i].Trigger)) continue;
            foreach ((string slot, Part part) in events[i].Frame.Slots)
            {
                if (part is not (Part.Target or Part.PlaceOrTarget) && !(events[i].Reading.Type is EventType.Surrender && part == Part.Actor)) continue;
                foreach (int argument in events[i].Slots[slot])
                {
                    if (argument == counted || argument == number) return i;
                    if (tree.IsUnder(counted, argument) && tree.Is(counted, "conj") && !HasVerbBetween(tree, argument, quantity.First)) shared ??= i;
                }
            }
        }
        return shared;
    }

    /// <summary>"2,500 were rescued, at least half of them injured": what befell some is not told of all.</summary>
    private static bool IsOfSome(Tree tree, int trigger) =>
        trigger > 2 && tree[trigger - 1].Form is "them" or "whom" && tree[trigger - 2].Form == "of" && tree[trigger - 3].Lemma is "half" or "third" or "quarter" or "most" or "some" or "many" or "several" or "majority" or "fifth";

    /// <summary>The event told by the participle right behind a number, as in "183 wounded"; -1 when there is none.</summary>
    private static int Behind(Tree tree, FoundQuantity quantity, IReadOnlyList<FoundEvent> events)
    {
        for (int i = 0; i < events.Count; i++)
        {
            int trigger = events[i].Trigger;
            if (trigger == quantity.Last + 1 && tree[trigger].Penn == "VBN" && tree.Child(trigger, "obj") < 0 && MeasureOf(events[i].Reading.Type) is not null) return i;
        }
        return -1;
    }

    private static bool HasVerbBetween(Tree tree, int from, int to)
    {
        for (int at = from + 1; at < to; at++) if (tree[at].Upos == Upos.Verb) return true;
        return false;
    }

    private static bool HasColon(Tree tree, int from, int to)
    {
        for (int at = from + 1; at < to; at++) if (tree[at].Form is ":" or "—" or "–") return true;
        return false;
    }

    /// <summary>"have been killed since Friday", "police have detained 754": a count that still runs, not what one event added.</summary>
    private static bool IsRunning(Tree tree, int trigger, Measure measure)
    {
        if (!tree.Children(trigger).Any(child => tree[child] is { Upos: Upos.Aux, Lemma: "have" })) return false;
        if (measure is Measure.Detained or Measure.Surrendered) return true;
        // "since March 2011" is another story.
        if (Enumerable.Range(0, tree.Count).Any(at => tree[at].Form is { Length: 4 } year && year.All(char.IsAsciiDigit))) return false;
        return Enumerable.Range(0, tree.Count).Any(at => tree[at].Lemma == "since" || tree[at].Lemma == "so" && at + 1 < tree.Count && tree[at + 1].Lemma == "far");
    }

    private static Measure? MeasureOf(EventType type) => type switch
    {
        EventType.Killing => Measure.Killed,
        EventType.Injury => Measure.Injured,
        EventType.Displacement => Measure.Displaced,
        EventType.Detention or EventType.Abduction => Measure.Detained,
        EventType.Surrender => Measure.Surrendered,
        _ => null,
    };

    private bool GovernedBy(Tree tree, int at, WordSet verbs)
    {
        for (int head = tree.Head(at), steps = 0; head >= 0 && steps < 2; head = tree.Head(head), steps++) if (lexicon.Words.Has(verbs, tree[head].Lemma)) return true;
        return false;
    }
}
