using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>A figure and where it was read.</summary>
/// <param name="At">Token whose clause it belongs to: attribution and factuality are read there.</param>
/// <param name="Event">Index of the event it counts in the list it was found with; -1 when none.</param>
public sealed record FoundFigure(FigureReading Reading, int At, int Event);

/// <summary>Tells which quantities are figures of the record, and what they count.</summary>
public sealed class FigureFinder(ReadingLexicon lexicon, ActorFinder actors, PlaceFinder places)
{
    public IEnumerable<FoundFigure> Find(ReadSentence sentence, IReadOnlyList<FoundEvent> events)
    {
        var found = new List<(FoundQuantity Quantity, FoundFigure Figure)>();
        foreach (FoundQuantity quantity in sentence.Quantities)
        {
            if (Read(sentence, quantity, events) is { } figure) found.Add((quantity, figure));
        }
        // "up from 844": the earlier count is a figure too, of the same thing.
        foreach ((_, FoundFigure figure) in found.ToArray())
        {
            if (figure.Reading.Revises is not { } old || sentence.Quantities.FirstOrDefault(quantity => quantity.Mention.Best == old) is not { } earlier || found.Any(entry => entry.Quantity == earlier)) continue;
            found.Add((earlier, figure with { Reading = figure.Reading with { Quantity = earlier.Mention, Revises = null }, Event = -1 }));
        }
        return found.Select(entry => entry.Figure);
    }

    private FoundFigure? Read(ReadSentence sentence, FoundQuantity quantity, IReadOnlyList<FoundEvent> events)
    {
        Tree tree = sentence.Tree;
        int number = TopOf(tree, quantity.First, quantity.Last);
        int counted = Counted(sentence, number, quantity);
        NounClass noun = lexicon.Nouns.ActorClass(tree[counted].Lemma);
        bool people = counted == number || noun is NounClass.People or NounClass.Captive or NounClass.Force or NounClass.Militants or NounClass.Police or NounClass.Official or NounClass.Witness or NounClass.Media || sentence.NameAt(counted) is not null || IsDemonym(tree, counted);

        (Measure Measure, bool Stock)? byNoun = tree[counted].Lemma switch
        {
            "death" or "fatality" or "dead" or "body" or "corpse" or "life" or "killing" => (Measure.Killed, true),
            "injury" or "injured" or "wounded" => (Measure.Injured, true),
            "refugee" or "evacuee" => (Measure.Refugees, true),
            "missing" => (Measure.Missing, true),
            "displaced" => (Measure.Displaced, true),
            _ => null,
        };
        if (byNoun is { Measure: Measure.Killed } && tree[counted].Lemma is "body" or "life" && !GovernedBy(tree, counted, "recover", "find", "claim", "retrieve", "take", "pull", "discover", "cost")) byNoun = null;

        if (Toll(sentence, number) is { } toll) return Make(sentence, quantity, toll.Measure, toll.At, null, stock: true, -1, toll.At);
        if (people && ByAdjective(sentence, counted, quantity) is { } state) return Make(sentence, quantity, state.Measure, state.At, counted, stock: true, -1, state.At);
        if (people && ByEvent(sentence, counted, number, events) is { } happened)
        {
            Measure? measure = MeasureOf(events[happened].Reading.Type);
            if (measure is { } known) return Make(sentence, quantity, known, counted, counted == number ? null : counted, stock: known is Measure.Displaced, happened, events[happened].Trigger);
        }
        if (byNoun is { } direct) return Make(sentence, quantity, direct.Measure, counted, null, direct.Stock, -1, counted);
        if (people && tree[counted].Lemma is "people" or "person" or "resident" or "family" or "civilian" or "household" && GovernedBy(tree, counted, "affect")) return Make(sentence, quantity, Measure.Affected, counted, counted, true, -1, counted);
        // Strength of a force: counted, present somewhere, and no event is done to it.
        if (noun is NounClass.Militants or NounClass.Force && tree[counted].Lemma is not ("force" or "group" or "ally" or "coalition" or "alliance" or "movement" or "faction" or "gang" or "cartel" or "brigade" or "division" or "battalion" or "regiment" or "aircraft" or "jet" or "warplane" or "helicopter")
            && quantity.Mention.Low is >= 10 or null) return Make(sentence, quantity, Measure.Fighters, counted, counted, true, -1, counted);
        return null;
    }

    private FoundFigure Make(ReadSentence sentence, FoundQuantity quantity, Measure measure, int at, int? subjectHead, bool stock, int happened, int clause)
    {
        QuantityMention counted = RisenTo(sentence, quantity);
        ActorMention? subject = subjectHead is { } head ? actors.Read(sentence, head) : null;
        PlaceMention? place = PlaceNear(sentence, at, clause);
        return new FoundFigure(new FigureReading(measure, counted, subject, place, null, stock, Earlier(sentence, quantity)), clause, happened);
    }

    // "has gone up to 87,725" is that number; "up to 87,725" alone is a bound.
    private static QuantityMention RisenTo(ReadSentence sentence, FoundQuantity quantity)
    {
        bool rises = quantity.Mention is { Qualifier: Qualifier.AtMost, High: not null } && quantity.First > 0
            && sentence.Tree[quantity.First - 1].Lemma is "go" or "rise" or "climb" or "jump" or "move" or "revise" or "push" or "bring" or "creep" or "shoot" or "come";
        return rises ? quantity.Mention with { Qualifier = Qualifier.Exact, Low = quantity.Mention.High, Best = quantity.Mention.High } : quantity.Mention;
    }

    /// <summary>The number's own token: the one whose head lies outside the quantity.</summary>
    private static int TopOf(Tree tree, int first, int last)
    {
        for (int at = last; at >= first; at--) if (tree.Head(at) < first || tree.Head(at) > last) if (tree[at].Upos is Upos.Num or Upos.Noun) return at;
        return last;
    }

    // "120,000 people", "dozens of fighters", "12 killed"
    private static int Counted(ReadSentence sentence, int number, FoundQuantity quantity)
    {
        Tree tree = sentence.Tree;
        int head = tree.Head(number);
        if (head >= 0 && (tree.Is(number, "nummod") || tree.Is(number, "amod") || tree.Is(number, "det") || tree.Is(number, "compound")) && tree[head].Upos is Upos.Noun or Upos.Propn or Upos.Adj) return head;
        foreach (int child in tree.Children(number)) if (tree[child].Relation == "nmod" && tree.Preposition(child) == "of" && child > quantity.Last) return child;
        // The tree may have lost it: the next noun, over adjectives only.
        for (int at = quantity.Last + 1; at < tree.Count && at <= quantity.Last + 4; at++)
        {
            if (tree[at].Upos == Upos.Noun) return at;
            if (tree[at].Upos is not (Upos.Adj or Upos.Propn or Upos.Adp) || tree[at].Lemma is not "of" && tree[at].Upos == Upos.Adp) break;
        }
        return number;
    }

    /// <summary>"the death toll rose to 12", "putting the toll at 12", "12 dead" under a toll noun.</summary>
    private static (Measure Measure, int At)? Toll(ReadSentence sentence, int number)
    {
        Tree tree = sentence.Tree;
        int at = number;
        for (int steps = 0; steps < 4 && at >= 0; steps++, at = tree.Head(at))
        {
            if (TollWord(tree, at) is { } own) return (own, at);
            foreach (int child in tree.Children(at))
            {
                if ((tree.Is(child, "nsubj") || tree.Is(child, "obj") || tree.Is(child, "compound")) && TollWord(tree, child) is { } measure) return (measure, at);
            }
            if (steps > 0 && tree[at].Upos == Upos.Verb) break;
        }
        return TollBefore(sentence, number);
    }

    // Long subjects ("the death toll from the quake that struck …") lose their verb in the tree; the words still stand in order.
    private static (Measure Measure, int At)? TollBefore(ReadSentence sentence, int number)
    {
        Tree tree = sentence.Tree;
        FoundQuantity? quantity = sentence.Quantities.FirstOrDefault(found => found.First <= number && number <= found.Last);
        int before = (quantity?.First ?? number) - 1;
        if (before < 0 || tree[before].Lemma is not ("to" or "at" or "reach" or "hit" or "exceed" or "pass" or "top" or "be" or "as" or "by")) return null;
        for (int at = before; at >= 0 && before - at < 40; at--)
        {
            if (tree[at].Form is ";" or "”" or "\"") return null;
            if (TollWord(tree, at) is { } measure) return (measure, number);
        }
        return null;
    }

    private static Measure? TollWord(Tree tree, int at)
    {
        if (tree[at].Lemma is not ("toll" or "count" or "tally" or "number")) return null;
        int from = Math.Max(0, at - 1);
        for (int near = from; near < Math.Min(tree.Count, at + 7); near++)
        {
            if (near != at && tree[near].Upos == Upos.Punct && near > at) break;
            switch (tree[near].Lemma)
            {
                case "death" or "dead" or "killed" or "kill" or "die" or "fatality" or "casualty" or "body": return Measure.Killed;
                case "injured" or "injure" or "wounded" or "wound" or "injury": return Measure.Injured;
                case "missing": return Measure.Missing;
                case "displaced" or "displace": return Measure.Displaced;
                case "refugee": return Measure.Refugees;
            }
        }
        return tree[at].Lemma == "toll" ? Measure.Killed : null;
    }

    /// <summary>"12 people dead", "left 3,000 homeless", "40 are missing".</summary>
    private static (Measure Measure, int At)? ByAdjective(ReadSentence sentence, int counted, FoundQuantity quantity)
    {
        Tree tree = sentence.Tree;
        int head = tree.Head(counted);
        IEnumerable<int> near = tree.Children(counted).Where(child => child > quantity.First);
        if (head >= 0) near = near.Concat(tree.Children(head).Where(child => tree.Is(child, "xcomp"))).Append(head);
        near = near.Concat(Enumerable.Range(quantity.Last + 1, Math.Max(0, Math.Min(2, tree.Count - quantity.Last - 1)))).Append(counted);
        foreach (int at in near)
        {
            if (tree[at].Upos is Upos.Verb && tree[at].Lemma is not ("injure" or "wound" or "displace" or "miss" or "trap")) continue;
            if (tree[at].Upos is Upos.Verb && Slots.IsPassive(tree, at) && at == head) continue;   // left to the event it names
            Measure? measure = tree[at].Form.ToLowerInvariant() switch
            {
                "dead" => Measure.Killed,
                "missing" or "unaccounted" => Measure.Missing,
                "homeless" => Measure.Displaced,
                "displaced" => Measure.Displaced,
                "injured" or "wounded" or "hurt" => Measure.Injured,
                "trapped" or "stranded" => Measure.Affected,
                _ => null,
            };
            if (measure is { } found) return (found, at);
        }
        return null;
    }

    private static int? ByEvent(ReadSentence sentence, int counted, int number, IReadOnlyList<FoundEvent> events)
    {
        Tree tree = sentence.Tree;
        for (int i = 0; i < events.Count; i++)
        {
            if (MeasureOf(events[i].Reading.Type) is null) continue;
            foreach ((string slot, Part part) in events[i].Frame.Slots)
            {
                if (part is not (Part.Target or Part.PlaceOrTarget) && !(events[i].Reading.Type is EventType.Surrender && part == Part.Actor)) continue;
                foreach (int argument in events[i].Slots[slot]) if (argument == counted || argument == number || tree.IsUnder(counted, argument) && tree.Is(counted, "conj")) return i;
            }
        }
        return null;
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

    private PlaceMention? PlaceNear(ReadSentence sentence, int at, int clause)
    {
        Tree tree = sentence.Tree;
        foreach (int from in new[] { at, clause })
        {
            foreach (int child in tree.Children(from))
            {
                if ((tree[child].Relation == "nmod" || tree.Is(child, "obl")) && tree.Preposition(child) is "in" or "around" or "near" or "at" or "from" or "across" or "inside" or "outside"
                    && places.Read(sentence, child) is { } place) return place.Mention;
            }
        }
        return null;
    }

    // "up from 832", "from an earlier 844"
    private static long? Earlier(ReadSentence sentence, FoundQuantity quantity)
    {
        Tree tree = sentence.Tree;
        foreach (FoundQuantity other in sentence.Quantities)
        {
            if (other == quantity || other.Mention.Best is null) continue;
            int before = other.First - 1;
            if (before >= 0 && tree[before].Lemma == "from" && (before > 0 && tree[before - 1].Lemma is "up" or "down" || other.First < quantity.First)) return other.Mention.Best;
        }
        return null;
    }

    private static bool GovernedBy(Tree tree, int at, params ReadOnlySpan<string> lemmas)
    {
        for (int head = tree.Head(at), steps = 0; head >= 0 && steps < 2; head = tree.Head(head), steps++) if (lemmas.Contains(tree[head].Lemma)) return true;
        return false;
    }

    private bool IsDemonym(Tree tree, int at) => char.IsUpper(tree[at].Form[0]) && lexicon.Countries.TryByDemonym(tree[at].Form, out _);
}
