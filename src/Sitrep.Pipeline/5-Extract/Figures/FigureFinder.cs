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
    private readonly FigurePlaces _where = new(lexicon, places);

    public IEnumerable<FoundFigure> Find(ReadSentence sentence, IReadOnlyList<FoundEvent> events)
    {
        var found = new List<(FoundQuantity Quantity, FoundFigure Figure)>();
        foreach (FoundQuantity quantity in sentence.Quantities)
        {
            if (Read(sentence, quantity, events) is { } figure) found.Add((quantity, figure));
        }
        // "80 dead: 31 soldiers and at least 50 rebels": the parts are counted as the whole is.
        for (int i = 1; i < found.Count; i++)
        {
            if (found[i].Figure.Reading.Measure != Measure.Fighters) continue;
            int whole = found.FindLastIndex(i - 1, entry => entry.Figure.Reading.Measure is not Measure.Fighters and not Measure.Other && HasColon(sentence.Tree, entry.Quantity.Last, found[i].Quantity.First));
            if (whole >= 0) found[i] = (found[i].Quantity, found[i].Figure with { Reading = found[i].Figure.Reading with { Measure = found[whole].Figure.Reading.Measure } });
        }
        // "up from 844": the earlier count is a figure too, of the same thing.
        foreach ((_, FoundFigure figure) in found.ToArray())
        {
            if (figure.Reading.Revises is not { } old || sentence.Quantities.FirstOrDefault(quantity => (quantity.Mention.Best ?? quantity.Mention.Low) == old) is not { } earlier || found.Any(entry => entry.Quantity == earlier)) continue;
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
            // "IOM had registered 3,361 arrivals"
            "arrival" when GovernedBy(tree, counted, "register", "record", "count") => (Measure.Displaced, true),
            _ => null,
        };
        if (byNoun is { Measure: Measure.Killed } && tree[counted].Lemma is "body" or "life" && !GovernedBy(tree, counted, "recover", "find", "claim", "retrieve", "take", "pull", "discover", "cost", "collect", "bury", "count")) byNoun = null;
        // "recovered five bodies on Sunday" is what that day added; without a day it is what has been counted so far.
        if (byNoun is { Measure: Measure.Killed } && tree[counted].Lemma is "body" or "corpse" && tree.Head(counted) is var verb and >= 0 && tree.Children(verb).Any(child => sentence.DateAt(child) is not null)) byNoun = (Measure.Killed, false);

        (Measure Measure, int At)? state = people ? ByAdjective(sentence, counted, quantity) : null;
        if (state is { Measure: not Measure.Killed } living) return Make(sentence, quantity, living.Measure, living.At, counted, stock: true, -1, living.At);
        // "up from 32" is the earlier count; it is no toll of its own.
        if (IsEarlier(tree, quantity)) return null;
        if (TollReader.Read(tree, quantity) is { } toll) return Make(sentence, quantity, toll, number, null, stock: true, -1, number);
        if (state is { } dead) return Make(sentence, quantity, dead.Measure, dead.At, counted, stock: true, -1, dead.At);
        if (people && (ByEvent(sentence, counted, number, quantity, events) ?? -1) is >= 0 and var happened && MeasureOf(events[happened].Reading.Type) is { } measure)
        {
            // "One witness had fled" is a story, not a count.
            if (measure == Measure.Displaced && quantity.Mention.Best == 1) return null;
            return Make(sentence, quantity, measure, counted, counted == number ? null : counted, stock: measure is Measure.Displaced || IsRunning(tree, events[happened].Trigger, measure), happened, events[happened].Trigger);
        }
        if (people && ByVerb(tree, counted, quantity) is { } done) return quantity.Mention.Best == 1 && done.Measure == Measure.Displaced ? null : Make(sentence, quantity, done.Measure, counted, counted == number ? null : counted, stock: false, -1, done.At);
        if (people && IsSheltered(tree, counted)) return Make(sentence, quantity, Measure.Displaced, counted, counted == number ? null : counted, stock: true, -1, counted);
        if (byNoun is { } direct) return counted >= 0 && tree[counted].Lemma == "arrival" ? Unplaced(Make(sentence, quantity, direct.Measure, counted, null, direct.Stock, -1, counted)) : Make(sentence, quantity, direct.Measure, counted, null, direct.Stock, -1, counted);
        if (people && tree[counted].Lemma is "people" or "person" or "resident" or "family" or "civilian" or "household" && GovernedBy(tree, counted, "affect")) return Make(sentence, quantity, Measure.Affected, counted, counted, true, -1, counted);
        if (people && Beside(tree, counted) is { } suffered) return Make(sentence, quantity, suffered.Measure, counted, counted == number ? null : counted, stock: false, -1, suffered.At);
        // Strength of a force: counted, present somewhere, and nothing is done to it.
        if (!GovernedBy(tree, counted, "kill", "die", "wound", "injure", "capture", "detain", "arrest", "surrender", "lose", "slay", "flee") && noun is NounClass.Militants or NounClass.Force && tree[counted].Lemma is not ("force" or "group" or "ally" or "coalition" or "alliance" or "movement" or "faction" or "gang" or "cartel" or "brigade" or "division" or "battalion" or "regiment" or "aircraft" or "jet" or "warplane" or "helicopter")
            && quantity.Mention.Low is >= 10 or null) return Make(sentence, quantity, Measure.Fighters, counted, counted, true, -1, counted);
        return null;
    }

    private FoundFigure Make(ReadSentence sentence, FoundQuantity quantity, Measure measure, int at, int? subjectHead, bool stock, int happened, int clause)
    {
        QuantityMention counted = RisenTo(sentence, quantity);
        ActorMention? subject = OnSide(sentence, quantity) ?? (subjectHead is { } head ? actors.Read(sentence, head) : null);
        PlaceMention? place = _where.Find(sentence, at, clause);
        return new FoundFigure(new FigureReading(measure, counted, subject, place, null, stock, Earlier(sentence, quantity)), clause, happened);
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

    // Where people arrive is not where they are counted as gone from.
    private static FoundFigure Unplaced(FoundFigure figure) => figure with { Reading = figure.Reading with { Place = null } };

    /// <summary>"74,444 people are living in shelters", "sleeping in tents".</summary>
    private static bool IsSheltered(Tree tree, int counted)
    {
        // "a total of 74,444 people": the total stands with the verb.
        int whole = tree.Head(counted) is >= 0 and var over && tree[over].Lemma is "total" or "number" && tree[counted].Relation == "nmod" ? over : counted, verb = tree.Head(whole);
        return verb >= 0 && tree.Is(whole, "nsubj") && tree[verb].Lemma is "live" or "stay" or "shelter" or "sleep" or "camp"
            && tree.Children(verb).Any(child => tree.Preposition(child) is "in" or "at" or "under" && tree[child].Lemma is "shelter" or "camp" or "tent" or "tarpaulin" or "evacuation" or "centre" or "center" or "school" or "mosque" or "church" or "stadium");
    }

    // "has gone up to 87,725" is that number; "up to 87,725" alone is a bound.
    private static QuantityMention RisenTo(ReadSentence sentence, FoundQuantity quantity)
    {
        // "has passed 11,000": more than that.
        if (quantity.Mention is { Qualifier: Qualifier.Exact, Low: not null } && quantity.First > 0 && sentence.Tree[quantity.First - 1] is { Upos: Upos.Verb, Lemma: "pass" or "exceed" or "surpass" or "top" or "cross" }) return quantity.Mention with { Qualifier = Qualifier.AtLeast, Best = null, High = null };
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

    private static int? ByEvent(ReadSentence sentence, int counted, int number, FoundQuantity quantity, IReadOnlyList<FoundEvent> events)
    {
        Tree tree = sentence.Tree;
        int? shared = null;
        for (int i = 0; i < events.Count; i++)
        {
            if (MeasureOf(events[i].Reading.Type) is null) continue;
            // "killed 40 and displaced thousands": the verb before the number is its own, whatever the tree says.
            if (events[i].Trigger == quantity.First - 1 && tree[events[i].Trigger].Upos == Upos.Verb) return i;
            // "25 were killed and 183 wounded"
            if (events[i].Trigger == quantity.Last + 1 && tree[events[i].Trigger].Penn == "VBN" && counted == number) return i;
        }
        for (int i = 0; i < events.Count; i++)
        {
            if (MeasureOf(events[i].Reading.Type) is null) continue;
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

    /// <summary>"80 militants had been killed": what stands right behind those counted, whatever the tree made of it.</summary>
    private static (Measure Measure, int At)? Beside(Tree tree, int counted)
    {
        int at = counted + 1;
        while (at < tree.Count && tree[at].Upos is Upos.Aux or Upos.Adv) at++;
        if (at >= tree.Count || at == counted + 1 || tree[at].Penn != "VBN" || tree[at - 1].Lemma != "be") return null;
        return tree[at].Lemma switch
        {
            "kill" or "slay" or "massacre" or "execute" => (Measure.Killed, at),
            "injure" or "wound" or "hurt" => (Measure.Injured, at),
            "detain" or "arrest" or "capture" => (Measure.Detained, at),
            "displace" or "uproot" => (Measure.Displaced, at),
            _ => null,
        };
    }

    /// <summary>What a casualty verb does to those counted, where no event was read of it.</summary>
    private static (Measure Measure, int At)? ByVerb(Tree tree, int counted, FoundQuantity quantity)
    {
        // "killed 40 and displaced thousands": the verb just before the number is its own, whatever the tree says.
        bool before = quantity.First > 0 && tree[quantity.First - 1].Upos == Upos.Verb;
        int verb = before ? quantity.First - 1 : tree.Head(counted);
        if (verb < 0 || tree[verb].Upos != Upos.Verb) return null;
        bool suffers = before ? tree[verb].Lemma is not ("die" or "perish" or "drown" or "flee") && !Slots.IsPassive(tree, verb) : tree[verb].Lemma is "die" or "perish" or "drown" or "flee" ? tree.Is(counted, "nsubj") : tree[counted].Relation is "obj" or "nsubj:pass" || tree.Is(counted, "nsubj") && Slots.IsPassive(tree, verb);
        Measure? measure = !suffers ? null : tree[verb].Lemma switch
        {
            "kill" or "slay" or "die" or "perish" or "drown" or "massacre" or "execute" => Measure.Killed,
            "injure" or "wound" or "hurt" or "maim" => Measure.Injured,
            "displace" or "uproot" or "evacuate" or "flee" => Measure.Displaced,
            "detain" or "arrest" or "capture" => Measure.Detained,
            _ => null,
        };
        return measure is { } known ? (known, verb) : null;
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

    /// <summary>"have been killed since Friday", "police have detained 754": a count that still runs, not what one event added.</summary>
    private static bool IsRunning(Tree tree, int trigger, Measure measure)
    {
        if (!tree.Children(trigger).Any(child => tree[child] is { Upos: Upos.Aux, Lemma: "have" })) return false;
        if (measure is Measure.Detained or Measure.Surrendered) return true;
        // "since March 2011" is another story.
        if (Enumerable.Range(0, tree.Count).Any(at => tree[at].Form is { Length: 4 } year && year.All(char.IsAsciiDigit))) return false;
        return Enumerable.Range(0, tree.Count).Any(at => tree[at].Lemma == "since" || tree[at].Lemma == "so" && at + 1 < tree.Count && tree[at + 1].Lemma == "far");
    }

    // "up from 832", "from an earlier 844"
    private static long? Earlier(ReadSentence sentence, FoundQuantity quantity)
    {
        Tree tree = sentence.Tree;
        foreach (FoundQuantity other in sentence.Quantities)
        {
            if (other == quantity || (other.Mention.Best ?? other.Mention.Low) is not { } earlier) continue;
            if (IsEarlier(tree, other) && Owner(sentence, other) == quantity) return earlier;
        }
        return null;
    }

    // "from 32 to 40": the number behind; else the last one before that is no earlier count itself.
    private static FoundQuantity? Owner(ReadSentence sentence, FoundQuantity earlier)
    {
        Tree tree = sentence.Tree;
        FoundQuantity? before = sentence.Quantities.LastOrDefault(other => other.Last < earlier.First && !IsEarlier(tree, other)), after = sentence.Quantities.FirstOrDefault(other => other.First > earlier.Last && !IsEarlier(tree, other));
        bool leads = after is not null && Enumerable.Range(earlier.Last + 1, Math.Max(0, after.First - earlier.Last - 1)).Take(3).Any(at => tree[at].Lemma == "to");
        return leads ? after : before ?? after;
    }

    private static bool IsEarlier(Tree tree, FoundQuantity quantity)
    {
        int before = quantity.First - 1;
        while (before > 0 && tree[before].Upos is Upos.Adj or Upos.Det or Upos.Adv && tree[before].Lemma is "earlier" or "previous" or "initial" or "a" or "an" or "the") before--;
        // "raising an earlier toll of 265"
        if (before > 1 && tree[before].Lemma == "of" && tree[before - 1].Lemma is "toll" or "count" or "figure" or "tally" or "estimate" && tree[before - 2].Form is "earlier" or "previous" or "initial" or "first" or "last") return true;
        if (before < 0 || tree[before].Lemma != "from") return false;
        // "up from 32", "raised from 32 to 40", "revised from an earlier 32": a number that changes; "from two attacks", "from 32 countries" is none.
        if (tree[quantity.First - 1].Lemma is "earlier" or "previous" or "initial" || before > 0 && tree[before - 1].Lemma is "up" or "down") return true;
        for (int at = before - 1; at >= 0 && before - at < 12; at--)
        {
            if (tree[at].Lemma is "raise" or "rise" or "revise" or "increase" or "jump" or "climb" or "grow" or "lower" or "fall" or "drop" or "bring" or "push" or "toll" or "soar" or "surge")
                return quantity.Last + 1 >= tree.Count || tree[quantity.Last + 1].Upos is not (Upos.Noun or Upos.Propn or Upos.Adj) || tree[quantity.Last + 1].Lemma is "people" or "dead" or "death";
        }
        return false;
    }

    private static bool GovernedBy(Tree tree, int at, params ReadOnlySpan<string> lemmas)
    {
        for (int head = tree.Head(at), steps = 0; head >= 0 && steps < 2; head = tree.Head(head), steps++) if (lemmas.Contains(tree[head].Lemma)) return true;
        return false;
    }

    private bool IsDemonym(Tree tree, int at) => char.IsUpper(tree[at].Form[0]) && lexicon.Countries.TryByDemonym(tree[at].Form, out _);
}
