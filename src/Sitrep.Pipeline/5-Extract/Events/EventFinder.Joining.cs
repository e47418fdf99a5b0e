using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

// What two words of a sentence tell of one thing: which of them tells it, and what it takes from the other.
public sealed partial class EventFinder
{
    /// <summary>The events of a sentence in the order of their words.</summary>
    public List<FoundEvent> Find(ReadSentence sentence)
    {
        List<FoundEvent> found = [.. All(sentence)];
        // "Air strikes hit the port": the verb only says where; the noun says what it was.
        for (int i = 0; i < found.Count; i++)
        {
            FoundEvent striking = found[i];
            int noun = striking.Frame.Pos != FramePos.Verb || striking.Reading.Place is null && !striking.Reading.Roles.Any(role => role.Role == RoleKind.Target) || !(IsBlow(striking.Reading.Type) || striking.Reading.Type == EventType.Other && striking.Slots["obj"].Any()) ? -1 : found.FindIndex(other => other.Frame.Pos == FramePos.Noun && IsBlow(other.Reading.Type) && other.Reading.Place is null && striking.Slots["subj"].Contains(other.Trigger));
            if (noun < 0) continue;
            EventReading blow = found[noun].Reading;
            found[i] = striking with { Reading = striking.Reading with { Type = blow.Type, Trigger = blow.Trigger, Lemma = blow.Lemma, Roles = [.. blow.Roles, .. striking.Reading.Roles.Where(role => role.Role != RoleKind.Instrument || role.Actor.Span != sentence.Tree.Span(found[noun].Trigger, found[noun].Trigger))], When = striking.Reading.When ?? blow.When } };
            found.RemoveAt(noun);
            if (noun < i) i--;
        }
        // "Troops carried out an attack on X": the noun tells where, the verb who.
        for (int i = 0; i < found.Count; i++)
        {
            FoundEvent noun = found[i];
            if (noun.Frame.Pos != FramePos.Noun || !IsBlow(noun.Reading.Type) || noun.Reading.Roles.Any(role => role.Role == RoleKind.Actor)) continue;
            if (found.Find(other => other.Frame is { Pos: FramePos.Verb, Trigger: not "claim" } && other.With == noun.Trigger && other.Reading.Type == noun.Reading.Type) is { } carrying) found[i] = noun with { Reading = noun.Reading with { Roles = [.. carrying.Reading.Roles.Where(role => role.Role == RoleKind.Actor), .. noun.Reading.Roles], When = noun.Reading.When ?? carrying.Reading.When } };
        }
        // "claimed responsibility for the attack on X": the noun tells it in full.
        // "The attack on X began": so does it here.
        // "launched strikes on positions near X", with X hung on the verb: then the noun tells nothing.
        found.RemoveAll(bare => bare.Frame.Pos == FramePos.Noun && IsBlow(bare.Reading.Type) && bare.Reading.Place is null && bare.Reading.Roles.All(role => role.Role != RoleKind.Target) && found.Exists(carrying => carrying.Frame.Pos == FramePos.Verb && carrying.With == bare.Trigger && carrying.Reading.Type == bare.Reading.Type && carrying.Reading.Place is not null));
        found.RemoveAll(carrying => carrying.Frame.Pos == FramePos.Verb && carrying.With >= 0 && IsBlow(carrying.Reading.Type) && found.Exists(other => other.Frame.Pos == FramePos.Noun && other.Trigger == carrying.With && other.Reading.Type == carrying.Reading.Type));
        // "completed the capture of X": the verb says who did.
        found.RemoveAll(named => named is { Frame.Pos: FramePos.Noun, Reading.Type: EventType.Capture } && found.Exists(other => other.Frame.Pos == FramePos.Verb && other.With == named.Trigger && other.Reading.Type == EventType.Capture));
        // "A deal between X and Y was signed": the noun says between whom, the verb that it was made.
        foreach (FoundEvent deal in found.Where(named => named is { Frame.Pos: FramePos.Noun, Reading.Type: EventType.Agreement }).ToArray())
        {
            int made = found.FindIndex(other => other.Frame.Pos == FramePos.Verb && other.With == deal.Trigger);
            if (made < 0) continue;
            if (found[made].Reading.Type == EventType.Agreement) found[made] = found[made] with { Reading = found[made].Reading with { Roles = [.. found[made].Reading.Roles.Concat(deal.Reading.Roles).DistinctBy(role => role.Actor.Span)] } };
            found.Remove(deal);
        }
        // "broke the siege of X": that it is over, and not that it is laid.
        found.RemoveAll(named => named is { Frame.Pos: FramePos.Noun, Reading.Type: EventType.Siege } && found.Exists(other => other.Frame.Pos == FramePos.Verb && other.With == named.Trigger && other.Reading.Type == EventType.Other));
        found.RemoveAll(claimed => claimed.Frame is { Trigger: "claim" } && found.Exists(other => other.Frame.Pos == FramePos.Noun && claimed.Slots["for"].Contains(other.Trigger)));
        // "attacked families who had fled and set the house on fire, killing 35": the attacked did not.
        for (int i = 1; i < found.Count; i++)
        {
            FoundEvent harm = found[i];
            if (harm.Reading.Type is not (EventType.Killing or EventType.Injury) || harm.Frame.Pos != FramePos.Verb || sentence.Tree[harm.Trigger].Penn != "VBG" || sentence.Tree.Child(harm.Trigger, "nsubj") >= 0) continue;
            if (found.Take(i).LastOrDefault(other => IsBlow(other.Reading.Type) && other.Frame.Pos == FramePos.Verb && harm.Reading.Roles.Any(role => role.Role == RoleKind.Actor && other.Reading.Roles.Any(struck => struck.Role == RoleKind.Target && struck.Actor.Span == role.Actor.Span))) is not { } blow) continue;
            found[i] = harm with { Reading = harm.Reading with { Roles = [.. blow.Reading.Roles.Where(role => role.Role == RoleKind.Actor), .. harm.Reading.Roles.Where(role => role.Role != RoleKind.Actor)] } };
        }
        // "A quake struck the town", "police broke up a protest in the square": the verb tells of it, the noun is what it was.
        foreach (FoundEvent verb in found.Where(told => told.Frame.Pos == FramePos.Verb && told.Reading.Type is EventType.Disaster or EventType.Protest).ToArray())
        {
            if (found.FirstOrDefault(other => other.Frame.Pos == FramePos.Noun && other.Reading.Type == verb.Reading.Type && (other.Trigger == verb.With || verb.Slots["subj"].Concat(verb.Slots["obj"]).Contains(other.Trigger))) is not { } noun) continue;
            int at = found.IndexOf(verb);
            found[at] = verb with { Reading = verb.Reading with { Place = verb.Reading.Place is { Form: PlaceForm.Name } ? verb.Reading.Place : noun.Reading.Place ?? verb.Reading.Place, When = verb.Reading.When ?? noun.Reading.When } };
            found.Remove(noun);
        }
        return found;
    }

    /// <summary>"lost A to B in July and C to D in October": the second event, whose verb is left out.</summary>
    private FoundEvent? Gapped(ReadSentence sentence, FoundEvent found)
    {
        Tree tree = sentence.Tree;
        if (found.Frame.Pos != FramePos.Verb || found.Slots["obj"].FirstOrDefault(-1) is not (>= 0 and var direct) || direct < found.Trigger) return null;
        for (int and = direct + 1; and + 3 < tree.Count; and++)
        {
            if (tree[and].Form != "and" || sentence.NameAt(and + 1) is not { } name || name.First != and + 1 || name.Last + 1 >= tree.Count) continue;
            int joint = name.Last + 1;
            if (tree[joint].Upos != Upos.Adp || tree.Head(joint) is not (>= 0 and var second) || second < joint) continue;
            string preposition = tree[joint].Lemma;
            Part? part = frame(preposition), own = frame("obj");
            if (part is null || own is not (Part.Place or Part.PlaceOrTarget) || !Enumerable.Range(direct, and - direct).Any(at => tree[at].Upos == Upos.Adp && tree[at].Lemma == preposition) || places.Read(sentence, name.Last) is not { } place) continue;
            RoleMention[] roles = [.. found.Reading.Roles.Where(role => role.Role != RoleOf(part.Value)), .. actors.ReadAll(sentence, second).Select(actor => new RoleMention(RoleOf(part.Value), actor))];
            return found with { Again = true, Others = [], Reading = found.Reading with { Place = place.Mention, Roles = [.. roles], When = sentence.Dates.FirstOrDefault(date => date.First > joint)?.Mention } };
        }
        return null;

        Part? frame(string slot) => found.Frame.Slots.Where(named => named.Slot == slot).Select(named => (Part?)named.Part).FirstOrDefault();
    }

    private static bool IsBlow(EventType type) => type is EventType.Strike or EventType.Bombing or EventType.Attack;
}
