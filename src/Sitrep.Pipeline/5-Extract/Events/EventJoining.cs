using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>What two words of a sentence tell of one thing: which of them tells it, and what it takes from the other. The steps build on each other in their order.</summary>
internal static class EventJoining
{
    public static void Join(List<FoundEvent> found, Tree tree)
    {
        JoinStrikingNouns(found, tree);
        JoinCarriers(found);
        DropEmptyBlows(found);
        // "completed the capture of X": the verb says who did.
        found.RemoveAll(named => named is { IsNoun: true, Reading.Type: EventType.Capture } && Carries(found, named, EventType.Capture));
        JoinAgreements(found);
        // "broke the siege of X": that it is over, and not that it is laid.
        found.RemoveAll(named => named is { IsNoun: true, Reading.Type: EventType.Siege } && Carries(found, named, EventType.Other));
        // "claimed responsibility for the attack on X": the noun tells it in full.
        found.RemoveAll(claimed => claimed.Frame.Trigger == "claim" && found.Exists(other => other.IsNoun && claimed.Slots["for"].Contains(other.Trigger)));
        JoinHarm(found, tree);
        JoinWhatItWas(found);
    }

    /// <summary>"Air strikes hit the port": the verb only says where; the noun says what it was.</summary>
    private static void JoinStrikingNouns(List<FoundEvent> found, Tree tree)
    {
        for (int i = 0; i < found.Count; i++)
        {
            FoundEvent verb = found[i];
            bool strikes = verb.IsVerb && (verb.Reading.Place is not null || verb.Has(RoleKind.Target)) && (verb.IsBlow || verb.Reading.Type == EventType.Other && verb.Slots["obj"].Any());
            int at = strikes ? found.FindIndex(other => other.IsNoun && other.IsBlow && other.Reading.Place is null && verb.Slots["subj"].Contains(other.Trigger)) : -1;
            if (at < 0) continue;
            EventReading blow = found[at].Reading;
            var itself = tree.Span(found[at].Trigger, found[at].Trigger);
            IEnumerable<RoleMention> roles = verb.Reading.Roles.Where(role => role.Role != RoleKind.Instrument || role.Actor.Span != itself);
            found[i] = verb with { Reading = verb.Reading with { Type = blow.Type, Trigger = blow.Trigger, Lemma = blow.Lemma, Roles = [.. blow.Roles, .. roles], When = verb.Reading.When ?? blow.When } };
            found.RemoveAt(at);
            if (at < i) i--;
        }
    }

    /// <summary>"Troops carried out an attack on X": the noun tells where, the verb who.</summary>
    private static void JoinCarriers(List<FoundEvent> found)
    {
        for (int i = 0; i < found.Count; i++)
        {
            FoundEvent noun = found[i];
            if (!noun.IsNoun || !noun.IsBlow || noun.Has(RoleKind.Actor)) continue;
            if (found.Find(verb => verb.Frame.Trigger != "claim" && IsCarriedBy(noun, verb)) is not { } carrier) continue;
            found[i] = noun with { Reading = noun.Reading with { Roles = [.. carrier.Of(RoleKind.Actor), .. noun.Reading.Roles], When = noun.Reading.When ?? carrier.Reading.When } };
        }
    }

    /// <summary>"The attack on X began": the noun tells it in full. "launched strikes on positions near X", with X hung on the verb: then the noun tells nothing.</summary>
    private static void DropEmptyBlows(List<FoundEvent> found)
    {
        found.RemoveAll(bare => bare.IsNoun && bare.IsBlow && bare.Reading.Place is null && !bare.Has(RoleKind.Target) && found.Exists(verb => verb.Reading.Place is not null && IsCarriedBy(bare, verb)));
        found.RemoveAll(verb => verb.With >= 0 && verb.IsBlow && found.Exists(noun => noun.IsNoun && IsCarriedBy(noun, verb)));
    }

    private static bool IsCarriedBy(FoundEvent noun, FoundEvent verb) => verb.IsVerb && verb.With == noun.Trigger && verb.Reading.Type == noun.Reading.Type;

    private static bool Carries(List<FoundEvent> found, FoundEvent noun, EventType type) => found.Exists(verb => verb.IsVerb && verb.With == noun.Trigger && verb.Reading.Type == type);

    /// <summary>"A deal between X and Y was signed": the noun says between whom, the verb that it was made.</summary>
    private static void JoinAgreements(List<FoundEvent> found)
    {
        foreach (FoundEvent deal in found.Where(named => named is { IsNoun: true, Reading.Type: EventType.Agreement }).ToArray())
        {
            int at = found.FindIndex(other => other.IsVerb && other.With == deal.Trigger);
            if (at < 0) continue;
            EventReading made = found[at].Reading;
            if (made.Type == EventType.Agreement) found[at] = found[at] with { Reading = made with { Roles = [.. made.Roles.Concat(deal.Reading.Roles).DistinctBy(role => role.Actor.Span)] } };
            found.Remove(deal);
        }
    }

    /// <summary>"attacked families who had fled and set the house on fire, killing 35": the attacked did not.</summary>
    private static void JoinHarm(List<FoundEvent> found, Tree tree)
    {
        for (int i = 1; i < found.Count; i++)
        {
            FoundEvent harm = found[i];
            if (harm is not { IsVerb: true, Reading.Type: EventType.Killing or EventType.Injury } || tree[harm.Trigger].Penn != "VBG" || tree.Child(harm.Trigger, "nsubj") >= 0) continue;
            FoundEvent? blow = found.Take(i).LastOrDefault(other => other.IsVerb && other.IsBlow && harm.Of(RoleKind.Actor).Any(doer => other.Of(RoleKind.Target).Any(struck => struck.Actor.Span == doer.Actor.Span)));
            if (blow is not null) found[i] = harm with { Reading = harm.Reading with { Roles = [.. blow.Of(RoleKind.Actor), .. harm.But(RoleKind.Actor)] } };
        }
    }

    /// <summary>"A quake struck the town", "police broke up a protest in the square": the verb tells of it, the noun is what it was.</summary>
    private static void JoinWhatItWas(List<FoundEvent> found)
    {
        foreach (FoundEvent verb in found.Where(told => told is { IsVerb: true, Reading.Type: EventType.Disaster or EventType.Protest }).ToArray())
        {
            FoundEvent? noun = found.Find(other => other.IsNoun && other.Reading.Type == verb.Reading.Type && (other.Trigger == verb.With || verb.Slots["subj"].Concat(verb.Slots["obj"]).Contains(other.Trigger)));
            if (noun is null) continue;
            PlaceMention? place = verb.Reading.Place is { Form: PlaceForm.Name } named ? named : noun.Reading.Place ?? verb.Reading.Place;
            found[found.IndexOf(verb)] = verb with { Reading = verb.Reading with { Place = place, When = verb.Reading.When ?? noun.Reading.When } };
            found.Remove(noun);
        }
    }
}
