using Sitrep.Pipeline.Data;
using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>An event reading and the tokens it was read from.</summary>
/// <param name="Trigger">Token of the event word.</param>
/// <param name="Slots">Arguments, for who reads on (figures, fates).</param>
/// <param name="Others">Further places that it is told of in the same breath: "captured A, B and C".</param>
/// <param name="Emptied">True when an argument says that there was none: "no civilians were killed", "has no control".</param>
/// <param name="With">Token of the dependent that completes the event word; -1: none.</param>
public sealed record FoundEvent(EventReading Reading, int Trigger, Slots Slots, Frame Frame, ImmutableArray<PlaceMention> Others, bool Emptied, int With)
{
    /// <summary>True when it is told by the same verb as the event before it, left out: "lost A to B and C to D".</summary>
    public bool Again { get; init; }
}

/// <summary>Finds event words and fills their frames.</summary>
public sealed partial class EventFinder(ReadingLexicon lexicon, ActorFinder actors, PlaceFinder places)
{
    private static readonly string[] PlaceSlots = ["in", "at", "near", "around", "outside", "inside", "across", "throughout", "within", "along", "on", "over", "off", "to", "from"];

    private readonly EventDays _days = new(lexicon);

    private IEnumerable<FoundEvent> All(ReadSentence sentence)
    {
        for (int at = 0; at < sentence.Tree.Count; at++)
        {
            if (Presence(sentence, at) is { } present) { yield return present; continue; }
            if (sentence.NameAt(at) is not null && sentence.Tree[at].Upos == Upos.Propn || sentence.DateAt(at) is not null) continue;
            if (Read(sentence, at) is not { } found) continue;
            yield return found;
            if (Gapped(sentence, found) is { } again) yield return again;
        }
    }

    /// <summary>"Special units were already in X", "X is ours": what is said of somebody or of a place by "be".</summary>
    private FoundEvent? Presence(ReadSentence sentence, int said)
    {
        Tree tree = sentence.Tree;
        if (tree.Child(said, "cop") < 0 || tree.Child(said, "nsubj") is not (>= 0 and var subject) || !(tree[said].Form is "ours" || tree.Preposition(said) is "in" or "inside")) return null;
        foreach (Frame frame in lexicon.Frames.For("be", FramePos.Verb))
        {
            int with = frame.With.Contains(tree[said].Form) ? said : tree.Children(said).FirstOrDefault(child => child < said && tree.Is(child, "advmod") && frame.With.Contains(tree[child].Lemma), -1);
            if (with < 0) continue;
            var slots = Slots.OfPredicate(tree, said, subject, lexicon.Words);
            if (!frame.Needs.All(need => slots[need.Slot].Any(argument => Meets(sentence, argument, need.Need)))) continue;
            if (Fill(sentence, said, frame, slots, with) is { } reading) return new FoundEvent(reading, said, slots, frame, [], slots["subj"].Any(argument => IsNone(tree, argument)), with);
        }
        return null;
    }

    private FoundEvent? Read(ReadSentence sentence, int trigger)
    {
        Tree tree = sentence.Tree;
        ref readonly Token token = ref tree[trigger];
        FramePos pos;
        // "Fighting continued": a gerund that stands where a noun stands.
        bool gerund = token is { Upos: Upos.Verb, Penn: "VBG" } && (tree.Is(trigger, "nsubj") || tree.Is(trigger, "csubj") || tree.Is(trigger, "obj") || tree.Is(trigger, "obl") || tree.Is(trigger, "nmod"));
        // "in the most bizarre killing yet": with an article and no object, whatever the tree made of it.
        gerund |= token is { Upos: Upos.Verb, Penn: "VBG" } && trigger > 0 && tree[trigger - 1].Upos is Upos.Noun or Upos.Adj && tree.Child(trigger, "obj") < 0 && tree.Children(trigger).Any(child => child < trigger && tree.Is(child, "compound") && tree.Children(child).Any(article => tree.Is(article, "det")));
        if (gerund && !lexicon.Frames.For(token.Form.ToLowerInvariant(), FramePos.Noun).IsEmpty) pos = FramePos.Noun;
        else if (token.Upos == Upos.Verb) pos = FramePos.Verb;
        else if (token.Upos == Upos.Noun) pos = FramePos.Noun;
        else if (token.Upos == Upos.Adj) pos = FramePos.Adj;
        else return null;
        // "captured weapons", "besieged town": a description, not an event told here.
        if (pos == FramePos.Verb && (tree.Is(trigger, "amod") || tree.Is(trigger, "compound"))) return null;
        if (pos == FramePos.Noun && tree.Is(trigger, "compound")) return null;
        // "as a super typhoon", "the equivalent of a hurricane": how strong it was.
        if (pos == FramePos.Noun && lexicon.Nouns.ActorClass(token.Lemma) == NounClass.Disaster && (tree.Preposition(trigger) is "as" or "like" || tree.Preposition(trigger) == "of" && tree.Head(trigger) >= 0 && lexicon.Words.Has(WordSet.DisasterMeasure, tree[tree.Head(trigger)].Lemma))) return null;
        // "forces fighting X", "troops holding Y": says who they are.
        bool description = pos == FramePos.Verb && token.Penn == "VBG" && tree[trigger].Relation == "acl";
        ImmutableArray<Frame> frames = lexicon.Frames.For(pos == FramePos.Noun && token.Penn == "VBG" ? token.Form.ToLowerInvariant() : token.Lemma.ToLowerInvariant(), pos);
        if (frames.IsEmpty && pos == FramePos.Verb) frames = lexicon.Frames.ForForm(token.Form.ToLowerInvariant());
        foreach (Frame frame in frames)
        {
            int with = -1;
            if (!frame.With.IsEmpty && (with = Companion(tree, trigger, frame)) < 0) continue;
            Slots slots = Slots.Around(tree, trigger, with, lexicon.Words);
            if (description && frame.Type is EventType.Clash or EventType.Holding or EventType.Siege or EventType.Movement) continue;
            if (!frame.Needs.All(need => slots[need.Slot].Any(argument => Meets(sentence, argument, need.Need) || frame.Type == EventType.Withdrawal && need.Need == SlotNeed.Force && IsCivil(sentence, argument)))) continue;
            if (IsFigurative(tree, trigger, frame, slots)) return null;
            // "an explosion at the volcano threw up ash": no bomb.
            if (frame.Trigger is "explosion" or "explode" or "blast" && (IsVolcanic(tree) || frame.Type is EventType.Bombing or EventType.Disaster && (frame.Type == EventType.Disaster) != IsAccident(tree, trigger))) continue;
            // "fired tear gas to disperse protesters": the shots tell of it, and not that the police will protest.
            if (frame.Trigger == "disperse" && pos == FramePos.Verb && tree.Children(trigger).Any(child => tree.Is(child, "mark") && tree[child].Penn == "TO") && tree.Is(trigger, "advcl")) return null;
            // "will clear the city of mines": nobody is driven out of it.
            if (frame.Trigger == "clear" && IsOfThings(tree, trigger)) continue;
            // "withdrew that report", "pulled the offer": nobody left.
            if (frame.Type == EventType.Withdrawal && slots["obj"].Any(argument => tree[argument].Upos == Upos.Noun && lexicon.Nouns.ActorClass(tree[argument].Lemma) is NounClass.None or NounClass.Document && places.Read(sentence, argument) is null && Counted(tree, argument) == argument && !lexicon.Words.Has(WordSet.Kit, tree[argument].Lemma))) continue;
            EventReading? reading = Fill(sentence, trigger, frame, slots, with);
            if (reading is null) continue;
            // "60 were killed and others wounded", "left one dead and several others injured": nobody is left to do it, so it befell them.
            if (frame is { Type: EventType.Injury, Pos: FramePos.Verb } && tree[trigger].Penn is "VBN" or "VBD" && !slots["obj"].Any() && slots["subj"].All(subject => tree.Is(subject, "nsubj") && subject == trigger - 1) && reading.Roles.Length > 0 && reading.Roles.All(role => role.Role == RoleKind.Actor)) reading = reading with { Roles = [.. reading.Roles.Select(role => role with { Role = RoleKind.Target })] };
            // "explosions were heard near the airport": whose and of what nobody says.
            if (frame is { Type: EventType.Bombing, Pos: FramePos.Noun } && tree.Is(trigger, "nsubj") && tree.Head(trigger) is >= 0 and var sensed && lexicon.Words.Has(WordSet.Sensed, tree[sensed].Lemma) && Slots.IsPassive(tree, sensed)) reading = reading with { Type = EventType.Other };
            bool emptied = with >= 0 && IsNone(tree, with) || frame.Slots.Any(slot => slot.Slot is "subj" or "obj" or "of" or "between" && slots[slot.Slot].Any(argument => IsNone(tree, argument) && !(tree.Head(trigger) == argument && tree[trigger].Relation == "acl")));   // "no fighters left": negated on the way up
            ImmutableArray<PlaceMention> told = Joined(sentence, frame, slots);
            if (reading.Place is null && !told.IsEmpty) reading = reading with { Place = told[0] };
            else if (reading.Place is { Form: PlaceForm.Common } && !told.IsEmpty) reading = reading with { Place = told[0], Extent = reading.Extent ?? (frame.Type is EventType.Capture or EventType.Holding or EventType.Withdrawal ? Extent.Partial : null) };
            return new FoundEvent(reading, trigger, slots, frame, [.. told.Where(other => other.Words != reading.Place?.Words)], emptied, with);
        }
        return null;
    }

    /// <summary>The named places of the slot that gives the event's place, when there are several: "the towns of A and B", "the palace and the A airport".</summary>
    private ImmutableArray<PlaceMention> Joined(ReadSentence sentence, Frame frame, Slots slots)
    {
        if (!IsLocal(frame.Type)) return [];
        Tree tree = sentence.Tree;
        var found = new List<PlaceMention>();
        foreach (string slot in frame.Slots.Where(named => named.Part is Part.Place or Part.PlaceOrTarget).Select(named => named.Slot).Concat(["in", "at", "near"]))
        {
            // "in X district, in the province of Y": one place told twice, not two.
            foreach (int argument in slots[slot]) if (found.Count == 0 || tree.Is(argument, "conj")) Add(argument, 0);
            if (found.Count > 1) return [.. found.DistinctBy(place => place.Words)];
            if (found.Count > 0 && frame.Slots.Any(named => named.Slot == slot)) return [.. found];
            found.Clear();
        }
        return [];

        void Add(int argument, int depth)
        {
            if (depth > 8) return;
            if (places.Read(sentence, argument) is { Mention: { Form: PlaceForm.Name } place }) found.Add(place);
            foreach (int child in tree.Children(argument))
            {
                // "X, capital of Y": what it is called, whatever the tree joined it by.
                if (tree.Is(child, "conj") && tree[child].Upos == Upos.Noun && tree.Child(child, "cc") < 0 && tree.Child(child, "det") < 0 && tree.Extent(child).First is > 0 and var opens && (tree[opens].Form == "," || tree[opens - 1].Form == ",") && lexicon.Nouns.PlaceClass(tree[child].Lemma) == NounClass.Settlement) continue;
                if (tree.Is(child, "conj") && !tree.Children(child).Any(verb => tree.Is(verb, "nsubj")) || tree[child].Relation == "nmod" && tree.Preposition(child) == "of" && places.Read(sentence, argument) is { } whole && places.Read(sentence, child)?.Mention.Words == whole.Mention.Words) Add(child, depth + 1);
            }
        }
    }

    private bool IsVolcanic(Tree tree)
    {
        for (int at = 0; at < tree.Count; at++) if (lexicon.Words.Has(WordSet.Volcanic, tree[at].Lemma) || tree[at].Lemma == "ash" && at + 1 < tree.Count && tree[at + 1].Lemma is "plume" or "column" or "cloud") return true;
        return false;
    }

    /// <summary>"a gas explosion", "an explosion at a coal mine", "a boiler exploded": what goes off by itself, where nobody with arms is told of.</summary>
    private bool IsAccident(Tree tree, int trigger)
    {
        bool matter = Matter(trigger) || tree.Children(trigger).Any(child => child != trigger && tree[child].Upos is Upos.Noun or Upos.Propn && Holds(child));
        // "a burst gas pipe caused an explosion"
        if (!matter && tree.Is(trigger, "obj") && tree.Head(trigger) is >= 0 and var verb && tree.Child(verb, "nsubj") is >= 0 and var cause) matter = Holds(cause);
        // "caused by an explosion in a boiler", with the boiler hung on the verb.
        for (int at = trigger + 2; !matter && at < Math.Min(tree.Count, trigger + 5) && tree[trigger + 1].Lemma is "in" or "at" or "of"; at++) matter = tree[at].Upos == Upos.Noun && Matter(at);
        return matter && !Enumerable.Range(0, tree.Count).Any(at => at != trigger && tree[at].Upos is Upos.Noun or Upos.Verb && (tree[at].Lemma is "attack" or "attacker" or "explosive" or "detonate" || tree[at].Lemma.StartsWith("bomb", StringComparison.Ordinal) || lexicon.Nouns.ActorClass(tree[at].Lemma) is NounClass.Militants or NounClass.Force || lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Weapon && tree[at].Lemma is not ("explosion" or "blast" or "fire" or "mine")));

        bool Holds(int noun) => Matter(noun) || tree.Children(noun).Any(child => tree[child].Relation is "compound" or "amod" or "conj" && Matter(child));
        // A mine may be laid as well as dug.
        bool Matter(int at) => lexicon.Words.Has(WordSet.AccidentMatter, tree[at].Lemma.ToLowerInvariant()) && (tree[at].Lemma != "mine" || tree.Is(at, "nmod") && tree.Preposition(at) is "at" or "in" && tree.Head(at) == trigger || tree.Is(at, "obl") || at > 0 && lexicon.Words.Has(WordSet.AccidentMatter, tree[at - 1].Lemma));
    }

    private static bool IsLocal(EventType type) => type is EventType.Capture or EventType.Withdrawal or EventType.Siege or EventType.Clash or EventType.Strike or EventType.Bombing or EventType.Attack
        or EventType.Holding or EventType.Disaster or EventType.Displacement or EventType.Protest or EventType.Killing;

    private static bool IsNone(Tree tree, int at) =>
        tree[at].Lemma.ToLowerInvariant() is "nobody" or "none" or "nothing" || tree.Children(at).Any(child => tree.Is(child, "det") && tree[child].Lemma.ToLowerInvariant() is "no" or "neither");

    /// <summary>The dependent (or the word just after) that the frame asks for; for nouns also the preposition before.</summary>
    private static int Companion(Tree tree, int trigger, Frame frame)
    {
        foreach (int child in tree.Children(trigger))
        {
            // "announced strikes despite the ceasefire": no ceasefire was announced.
            if (tree.Is(child, "obl") && tree.Preposition(child) is "despite" or "after" or "before" or "during" or "since" or "until" or "without" or "amid") continue;
            if (frame.With.Contains(tree[child].Lemma.ToLowerInvariant()) && !tree.Is(child, "conj")) return child;
            if (!tree.Is(child, "obj") && !tree.Is(child, "obl") && !tree.Is(child, "xcomp")) continue;
            foreach (int conjunct in tree.Children(child)) if ((tree.Is(conjunct, "conj") || (tree.Is(conjunct, "nmod") && tree.Preposition(conjunct) == "of")) && frame.With.Contains(tree[conjunct].Lemma.ToLowerInvariant())) return conjunct;
        }
        int next = trigger + 1;
        return frame.Pos == FramePos.Verb && next < tree.Count && frame.With.Contains(tree[next].Lemma.ToLowerInvariant()) ? next : -1;
    }

    // "MSF has withdrawn from the camp": who bears no arms leaves too.
    private bool IsCivil(ReadSentence sentence, int argument) => actors.Read(sentence, argument) is { Form: ActorForm.Name, Kind: ActorKind.Company or ActorKind.Ngo or ActorKind.Monitor };

    private EventReading? Fill(ReadSentence sentence, int trigger, Frame frame, Slots slots, int with)
    {
        Tree tree = sentence.Tree;
        var roles = ImmutableArray.CreateBuilder<RoleMention>();
        PlaceMention? place = null;
        NounClass placeClass = NounClass.None;
        Extent? extent = null;
        foreach ((string slot, Part part) in frame.Slots)
        {
            foreach (int slotToken in slots[slot])
            {
                int argument = BeforeGap(tree, trigger, slotToken, slot);
                // "it was captured by X": what can be captured and was named before is the town.
                if (part is Part.Place && IsIt(tree, argument))
                {
                    place ??= SiteBefore(sentence, argument) ?? new PlaceMention(tree.Span(argument, argument), "town", PlaceForm.Common, false);
                    continue;
                }
                if (part is Part.Place or Part.PlaceOrTarget && places.Read(sentence, argument) is { } found)
                {
                    // "stormed a gas plant", "two radio stations were attacked": which ones is not told, so it is what was struck and not where.
                    if (part == Part.PlaceOrTarget && found is { Class: NounClass.Facility, Mention.Form: PlaceForm.Common } && found.Mention.Words.EndsWith("(indefinite)", StringComparison.Ordinal) && IsStruck(frame.Type))
                    {
                        roles.Add(new RoleMention(RoleKind.Target, Thing(tree, argument)));
                        continue;
                    }
                    if (place is null || (place.Form == PlaceForm.Common && found.Mention.Form == PlaceForm.Name)) (place, placeClass, extent) = (slot == "subj" && found.Mention.Near && tree.Preposition(argument).Length > 0 ? found.Mention with { Near = false } : found.Mention, found.Class, found.Extent ?? extent);   // "around X, a town that fell": X did
                    continue;
                }
                // "the last of the army's outposts in X": the outposts.
                if (part == Part.Place && place is null && Counted(tree, argument) is var whole && whole != argument && places.Read(sentence, whole) is { } some) (place, placeClass, extent) = (some.Mention, some.Class, some.Extent ?? extent);
                if (part == Part.Place) continue;
                // "destroyed by an earthquake the day before"
                if (sentence.DateAt(argument) is not null) continue;
                // "abandoned the base after it was attacked": the base was.
                if (part == Part.PlaceOrTarget && IsIt(tree, argument) && IsSite(sentence, argument)) continue;
                bool thing = tree[argument].Upos == Upos.Noun && lexicon.Nouns.ActorClass(tree[argument].Lemma) is NounClass.Disaster or NounClass.Weapon or NounClass.Object or NounClass.None;
                // "killed with a knife", but not "attacked with his brother".
                if (part == Part.Instrument && slot == "with" && lexicon.Nouns.ActorClass(tree[argument].Lemma) != NounClass.Weapon) continue;
                // "MV Aurora capsized", "a missile hit the Aurora": the ship, by its name.
                if (RoleOf(part) is RoleKind.Instrument or RoleKind.Target && sentence.NameAt(argument) is { IsVessel: true } ship)
                {
                    roles.Add(new RoleMention(RoleOf(part), new ActorMention(tree.Span(ship.First, ship.Last), ship.Words, ActorForm.Name, ship.Words, "ship", null, ActorKind.Other)));
                    continue;
                }
                // "Ana made landfall": the storm, by its name.
                if (part == Part.Instrument && sentence.NameAt(argument) is { Kind: NameKind.Other, Known: null, IsToponym: false } storm && (tree[argument].Upos == Upos.Propn || IsNamedDisaster(tree, argument)))
                {
                    roles.Add(new RoleMention(RoleKind.Instrument, Storm(tree, storm)));
                    continue;
                }
                if (part == Part.Instrument && thing)
                {
                    roles.Add(new RoleMention(RoleKind.Instrument, Thing(tree, frame.Type == EventType.Disaster ? Counted(tree, argument) : argument)));   // "hundreds of aftershocks": the aftershocks
                    continue;
                }
                if (slot == "mod" && OfNation(tree, argument) is { } nation)
                {
                    roles.Add(new RoleMention(RoleOf(part), nation));
                    continue;
                }
                int before = roles.Count;
                // "the hospital was hit, killing a nurse": a building does not kill.
                if (part == Part.Actor && frame.Type is EventType.Killing or EventType.Injury && tree[argument].Upos == Upos.Noun && lexicon.Nouns.PlaceClass(tree[argument].Lemma) == NounClass.Facility) continue;
                foreach (ActorMention actor in actors.ReadAll(sentence, argument)) roles.Add(new RoleMention(RoleOf(part), actor));
                // "NATO planes struck": NATO did.
                if (part == Part.Actor && roles.Count == before && tree[argument].Lemma == "plane")
                {
                    foreach (int child in tree.Children(argument)) if (roles.Count == before && (tree.Is(child, "compound") || tree.Is(child, "amod") || tree[child].Relation == "nmod:poss") && (OfNation(tree, child) ?? actors.Read(sentence, child)) is { Form: not ActorForm.Pronoun } owner) roles.Add(new RoleMention(RoleKind.Actor, owner));
                }
                // "killed by fire from X", "hit by shelling by X": whose fire it was.
                if (part == Part.Actor && roles.Count == before && FiredBy(sentence, argument) is { } gunner) roles.Add(new RoleMention(RoleKind.Actor, gunner));
                // "blew up a bus", "attacked the pipeline": a thing that is struck.
                if (RoleOf(part) != RoleKind.Target || !IsStruck(frame.Type)) continue;
                // "shot down a drone": what is brought down is a target, whatever it was sent to do.
                if (roles.Count == before && (lexicon.Nouns.ActorClass(tree[argument].Lemma) == NounClass.Object || frame is { Pos: FramePos.Verb, Type: EventType.Strike or EventType.Other } && slot == "obj" && lexicon.Nouns.ActorClass(tree[argument].Lemma) == NounClass.Weapon)) roles.Add(new RoleMention(RoleKind.Target, Thing(tree, argument)));
                foreach (int child in tree.Children(argument)) if (tree.Is(child, "conj") && tree[child].Upos == Upos.Noun && lexicon.Nouns.ActorClass(tree[child].Lemma) == NounClass.Object) roles.Add(new RoleMention(RoleKind.Target, Thing(tree, child)));
            }
        }
        // "seized a cargo ship": what completes the verb is what was taken.
        if (with >= 0 && frame.Pos == FramePos.Verb && (IsStruck(frame.Type) || frame.Type == EventType.Detention) && (tree.Is(with, "obj") || tree.Is(with, "nsubj")) && lexicon.Nouns.ActorClass(tree[with].Lemma) == NounClass.Object && frame.Slots.Any(named => named is ("obj", Part.Target))) roles.Add(new RoleMention(RoleKind.Target, Thing(tree, with)));
        foreach (string slot in PlaceSlots)
        {
            if (place is { Form: PlaceForm.Name } || frame.Slots.Any(named => named.Slot == slot)) continue;
            if (slot is "to" or "from" or "on" or "over" or "off" && place is not null) continue;
            foreach (int argument in slots[slot])
            {
                if (places.Read(sentence, argument) is not { } found) continue;
                if (slot is "to" or "from" && (found.Mention.Form != PlaceForm.Name || frame.Type is not (EventType.Movement or EventType.Displacement or EventType.Withdrawal))) continue;
                // "seized three districts in X": somewhere in it.
                // "captured a provincial capital in X", where X is a country: one town of it.
                bool ofLand = placeClass == NounClass.Settlement && place?.Words.EndsWith("(indefinite)", StringComparison.Ordinal) == true && lexicon.Countries.TryByName(found.Mention.Words, out _);
                if (place is { Form: PlaceForm.Common } && (ofLand || placeClass is NounClass.Region or NounClass.Area || placeClass is NounClass.Settlement or NounClass.Facility && found.Class == NounClass.Region && place.Words.EndsWith("(indefinite)", StringComparison.Ordinal)) && found.Mention.Form == PlaceForm.Name && frame.Type is EventType.Capture or EventType.Holding or EventType.Withdrawal) extent ??= Extent.Partial;
                // "the town in Mali" is the town, not Mali; "a base in Gao" is best told as Gao.
                if (place is null || (place.Form == PlaceForm.Common && (placeClass != NounClass.Settlement || place.Words.EndsWith("(indefinite)", StringComparison.Ordinal)) && found.Mention.Form == PlaceForm.Name)) place = found.Mention;
            }
        }
        // "abducted from his home in X", "a bomb in a bar in X": where the thing is that stands with it.
        if (place is null && (IsLocal(frame.Type) || frame.Type is EventType.Abduction or EventType.Injury or EventType.Detention))
        {
            foreach ((string slot, int argument) in slots.All)
            {
                if (slot is "subj" or "with" or "to" or "for" or "accord to" or "according to" || place is not null) continue;   // "according to sources at X": where they are
                foreach (int child in tree.Children(argument)) if (place is null && tree[child].Relation == "nmod" && tree.Preposition(child) is "in" or "at" or "near" or "outside" or "on" or "off" && places.Read(sentence, child) is { Mention: { Form: PlaceForm.Name } there }) place = there;
            }
        }
        // "were fighting for control of X"
        if (place is null && frame.Type is EventType.Clash or EventType.Attack)
        {
            for (int control = trigger + 1; control < tree.Count && place is null; control++)
            {
                if (tree[control].Lemma != "control" || tree.Preposition(control) != "for" || !tree.IsUnder(control, trigger) && !tree.IsUnder(trigger, tree.Head(control))) continue;
                foreach (int child in tree.Children(control)) if (tree.Preposition(child) == "of" && places.Read(sentence, child) is { } fought) place = fought.Mention;
            }
        }
        // "In X, thousands had been cut off while besieged by rebels": what goes on at the same time goes on there.
        if (place is null && frame.Pos == FramePos.Verb && IsLocal(frame.Type) && tree.Is(trigger, "advcl") && tree.Children(trigger).Any(child => tree.Is(child, "mark") && tree[child].Lemma is "while" or "as" or "when") && tree.Child(trigger, "nsubj") < 0)
        {
            foreach (int child in tree.Children(tree.Head(trigger))) if (place is null && tree.Is(child, "obl") && tree.Preposition(child) is "in" or "at" && places.Read(sentence, child) is { Mention: { Form: PlaceForm.Name } meanwhile }) place = meanwhile;
        }
        // "Officers in X said they seized power", "X's officers": where who did it is, when nothing else tells.
        if (place is null)
        {
            foreach (int doer in slots["subj"])
            {
                foreach (int child in tree.Children(doer)) if (place is null && tree[child].Relation == "nmod" && tree.Preposition(child) is "in" && places.Read(sentence, child) is { Mention: { Form: PlaceForm.Name } home }) place = home;
            }
            if (place is null && with >= 0 && tree[with].Lemma == "power" && roles.FirstOrDefault(role => role.Role == RoleKind.Actor)?.Actor is { Country: { } code } taker && lexicon.Countries.NameOf(code) is { } land) place = new PlaceMention(taker.Span, land, PlaceForm.Name, false);
        }
        // "crossed into X to help capture the town", "crossed the border and attacked Y": the border was crossed on the way there.
        if (frame.Type == EventType.Movement && place is { Form: PlaceForm.Name } entered && lexicon.Countries.TryByName(entered.Words, out _) && Goal(sentence, trigger) is { } goal) place = goal with { Near = true };
        // "retook the headquarters of the broadcaster in X": where it stands, however deep the words hang.
        if (place is { Form: PlaceForm.Common } && placeClass == NounClass.Facility)
        {
            foreach (int building in slots["obj"].Concat(slots["of"]).Concat(slots["over"]))
            {
                for (int at = building + 1; at < tree.Count && place is { Form: PlaceForm.Common }; at++)
                {
                    if (tree.IsUnder(at, building) && tree.Is(at, "nmod") && tree.Preposition(at) is "in" && places.Read(sentence, at) is { Mention: { Form: PlaceForm.Name } town }) place = town;
                }
            }
        }
        // Who takes an airport or a palace has not taken the town that it stands in; a name that no gazetteer has is that of the facility itself ("the X oil field", and not "the post at X").
        if (place is { Form: PlaceForm.Name } named && placeClass == NounClass.Facility && (named.Hint is not { } site || lexicon.Nouns.PlaceClass(site) != NounClass.Facility || lexicon.Gazetteer.Match(named.Words) is { Exact: true, Places.IsEmpty: false }) && frame.Type is EventType.Capture or EventType.Holding or EventType.Withdrawal) extent ??= Extent.Partial;
        // "the sinking of the ferry", "the ferry disaster": the ferry is told of, as by the verb.
        bool befell = frame is { Type: EventType.Disaster, Pos: FramePos.Noun } && roles.Any(role => role.Role == RoleKind.Instrument && role.Actor.Noun is { } noun && lexicon.Nouns.ActorClass(noun.Split(' ')[^1]) == NounClass.Object);
        if (frame is { Type: EventType.Disaster, Pos: FramePos.Noun } && !befell) roles.Insert(0, new RoleMention(RoleKind.Instrument, Thing(tree, trigger)));
        string lemma = with >= 0 ? frame.Trigger + " " + tree[with].Lemma.ToLowerInvariant() : befell && lexicon.Frames.ForForm(frame.Trigger) is [{ Trigger: var verb }, ..] ? verb : frame.Trigger;
        // "an attempted coup", "attempted a coup": the attempt is what happened.
        if (frame is { Type: EventType.Other, Pos: FramePos.Noun, Trigger: "coup" } && (tree.Children(trigger).Any(child => tree.Is(child, "amod") && lexicon.Words.Has(WordSet.Attempted, tree[child].Form.ToLowerInvariant())) || tree.Is(trigger, "obj") && tree.Head(trigger) is >= 0 and var tried && lexicon.Words.Has(WordSet.Attempted, tree[tried].Lemma))) lemma = "attempted " + lemma;
        // "carried out an attack": the noun names the event, the verb only carries it.
        int naming = with >= 0 && tree[with].Upos == Upos.Noun && !lexicon.Frames.For(tree[with].Lemma.ToLowerInvariant(), FramePos.Noun).IsEmpty ? with : trigger;
        // "Troops were clearing the town": what is under way is not done.
        bool going = frame.Type == EventType.Capture && frame.Pos == FramePos.Verb && tree[trigger].Penn == "VBG" && tree.Children(trigger).Any(child => tree.Is(child, "aux") && tree[child].Lemma == "be");
        // "troops on both sides occupy the hill": they are there.
        bool staying = frame is { Type: EventType.Capture, Pos: FramePos.Verb, Trigger: "occupy" } && (tree[trigger].Penn is "VBP" or "VBZ" || tree[trigger].Penn == "VB" && !tree.Children(trigger).Any(child => tree.Is(child, "aux") || tree.Is(child, "mark")));
        return new EventReading(
            staying ? EventType.Holding : going ? frame.Trigger is "clear" or "secure" or "free" ? EventType.Clash : EventType.Attack : frame.Type, tree.Span(naming, naming), lemma, [.. roles.Distinct()], place, _days.Of(sentence, trigger, frame.Type, with), extent, Factuality.IsBackground(tree, trigger) || EventDays.IsRemembered(sentence, trigger));
    }

    /// <summary>The town that the aim of a movement, or the verb joined to it, names.</summary>
    private PlaceMention? Goal(ReadSentence sentence, int trigger)
    {
        Tree tree = sentence.Tree;
        foreach (int clause in tree.Children(trigger))
        {
            bool aim = (tree.Is(clause, "advcl") || tree.Is(clause, "xcomp")) && tree.Children(clause).Any(child => tree.Is(child, "mark") && tree[child].Penn == "TO");
            bool joined = tree.Is(clause, "conj") && tree[clause].Upos == Upos.Verb && tree.Child(clause, "nsubj") < 0;
            if (clause < trigger || !aim && !joined) continue;
            (int first, int last) = tree.Extent(clause);
            for (int at = Math.Max(first, trigger + 1); at <= last; at++)
            {
                if (sentence.NameAt(at) is { } name && (name.First != at || lexicon.Countries.TryByName(name.Words, out _))) continue;
                if (places.Read(sentence, at) is { Mention: { Form: PlaceForm.Name } named } && !lexicon.Countries.TryByName(named.Words, out _) && !lexicon.Gazetteer.Find(named.Words).IsEmpty) return named;
                if (places.Read(sentence, at) is { Class: NounClass.Settlement, Mention: { Form: PlaceForm.Common } common }) return common;
            }
        }
        return null;
    }

    /// <summary>"lost A to B and C to D": what stands with the verb is B; D belongs to a clause whose verb is left out.</summary>
    private static int BeforeGap(Tree tree, int trigger, int argument, string preposition)
    {
        for (int at = trigger + 1; at < argument; at++)
        {
            if (tree[at].Upos != Upos.Adp || tree[at].Lemma != preposition || tree.Head(at) is not (> 0 and var nearer) || nearer >= argument || nearer < at) continue;
            if (HasAnd(tree, nearer, argument)) return nearer;
        }
        return argument;
    }

    private static bool HasAnd(Tree tree, int from, int to)
    {
        for (int at = from; at < to; at++) if (tree[at].Form is "and") return true;
        return false;
    }

    // "under Russian control": that nation's forces.
    private ActorMention? OfNation(Tree tree, int argument) =>
        tree[argument].Upos == Upos.Adj && lexicon.Countries.TryByDemonym(tree[argument].Form, out _) && Lands.At(lexicon.Gazetteer, tree.Forms, argument) is { Code: { } code } land
            ? new ActorMention(tree.Span(land.First, land.Last), tree.Words(land.First, land.Last) + " forces", ActorForm.National, null, "force", code, ActorKind.Military) : null;

    private ActorMention Thing(Tree tree, int at)
    {
        int first = at;
        foreach (int child in tree.Children(at)) if (child < first && (tree.Is(child, "compound") || tree.Is(child, "amod") || tree.Is(child, "nummod"))) first = tree.Extent(child).First;
        // "a dam structure", "an apartment building": the noun alone says too little.
        string noun = tree[at].Lemma.ToLowerInvariant();
        if (at > first && tree[at - 1].Upos == Upos.Noun && tree.Is(at - 1, "compound") && lexicon.Nouns.ActorClass(noun) == NounClass.Object) noun = $"{tree[at - 1].Lemma.ToLowerInvariant()} {noun}";
        return new ActorMention(tree.Span(first, at), tree.Words(first, at), ActorForm.Common, null, noun, null, ActorKind.Other);
    }

    // The noun that the name stands with, else that of all such names.
    private ActorMention Storm(Tree tree, NameRun name)
    {
        string noun = "storm";
        for (int at = name.First; at <= name.Last; at++) if (lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Disaster) noun = lexicon.Nouns.Single(tree[at].Lemma);
        return new ActorMention(tree.Span(name.First, name.Last), name.First == name.Last ? "Storm " + name.Words : name.Words, ActorForm.Common, null, noun, null, ActorKind.Other);
    }

    private static bool IsStruck(EventType type) => type is EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Other;

    private static RoleKind RoleOf(Part part) => part switch
    {
        Part.Actor => RoleKind.Actor,
        Part.Target or Part.PlaceOrTarget => RoleKind.Target,
        Part.With => RoleKind.With,
        Part.Instrument => RoleKind.Instrument,
        Part.From => RoleKind.From,
        _ => RoleKind.To,
    };
}
