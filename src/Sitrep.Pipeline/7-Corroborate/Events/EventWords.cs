using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>The field's codes and one-line summaries for events, from <c>data/codes.tsv</c> and <c>data/summaries.tsv</c>.</summary>
public sealed class EventWords
{
    private readonly ImmutableArray<string[]> _codes;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _patterns;
    private readonly WordSets _words;

    private EventWords(ImmutableArray<string[]> codes, FrozenDictionary<string, ImmutableArray<string>> patterns, WordSets words) => (_codes, _patterns, _words) = (codes, patterns, words);

    public static EventWords Load(DataFolder data) => new(
        data.Rows("codes.tsv", "type", "side", "acled_event", "acled_sub_event", "plover", "mode", "cameo"),
        data.Rows("summaries.tsv", "type", "pattern").GroupBy(row => row[0], StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.Select(row => row[1]).ToImmutableArray(), StringComparer.Ordinal),
        WordSets.Load(data));

    /// <summary>ACLED tells a government's taking of a place from others'; for the rest one row holds.</summary>
    public EventCodes CodesOf(EventType type, ImmutableArray<Role> roles, IReadOnlyDictionary<string, Actor> actors)
    {
        Actor? first = roles.Where(role => role.Kind == RoleKind.Actor).Select(role => actors.GetValueOrDefault(role.Actor)).FirstOrDefault(actor => actor is not null);
        string side = first?.Kind is ActorKind.RebelGroup or ActorKind.Militia ? "other" : "state";
        // A company or a charity that leaves gives up no territory.
        bool civil = first?.Kind is ActorKind.Company or ActorKind.Ngo or ActorKind.Monitor or ActorKind.Media;
        string[][] rows = [.. _codes.Where(row => row[0].Equals(type.ToString(), StringComparison.OrdinalIgnoreCase))];
        string[]? row = (civil ? rows.FirstOrDefault(row => row[1] == "civil") : null) ?? rows.FirstOrDefault(row => row[1].Length == 0 || row[1] == side);
        if (row is null) return new EventCodes([], [], null);
        return new EventCodes(row[2].Length == 0 ? [] : [row[2], row[3]], row[4].Length == 0 ? [] : row[5].Length == 0 ? [row[4]] : [row[4], row[5]], row[6].Length == 0 ? null : row[6]);
    }

    /// <param name="partial">It is told of a part of the place only.</param>
    public string Summary(EventGroup group, bool partial, ImmutableArray<Role> roles, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places, Func<Claim, string> triggerOf)
    {
        string? Name(RoleKind kind)
        {
            string[] names = [.. Parties(kind, roles, actors).Select(actor => actor.Name).Distinct(StringComparer.Ordinal)];
            return names.Length switch { 0 => null, 1 => names[0], 2 => $"{names[0]} and {names[1]}", _ => $"{names[0]}, {names[1]} and others" };
        }
        // What is only denied or expected in words of its own is told in them.
        if (group.Type == EventType.Other && group.Claims[0].Claim.Event!.Lemma is var said && said.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
        {
            string cue = triggerOf(group.Claims[0].Claim);
            if (cue.Length == 0 || cue.EndsWith("ing", StringComparison.Ordinal)) cue = Past(said[..colon]);   // "…, warning that it could break"
            string line = $"{Name(RoleKind.Actor) ?? "A source"} {cue} {said[(colon + 2)..]}";
            return char.ToUpperInvariant(line[0]) + line[1..];
        }
        ResolvedClaim? count = group.Affirming.LastOrDefault(claim => claim.Claim.Figure?.Quantity is not null);
        // "two crew members and the captain": the number stands before those it counts, and before nobody else.
        if (count?.Subject is { } subject && actors.ContainsKey(subject))
        {
            if (roles.FirstOrDefault(role => role.Kind == RoleKind.Target && role.Actor == subject) is { } first) roles = [first, .. roles.Where(role => role != first)];
            else if (roles.Any(role => role.Kind == RoleKind.Target)) count = null;
        }
        QuantityMention? counted = count?.Claim.Figure?.Quantity;
        string? figure = counted?.Words is { Length: > 1 } told && char.IsUpper(told[0]) && char.IsLower(told[1]) ? char.ToLowerInvariant(told[0]) + told[1..] : counted?.Words;
        bool vague = counted?.Qualifier is Qualifier.Dozens or Qualifier.Hundreds or Qualifier.Thousands or Qualifier.TensOfThousands && figure!.EndsWith('s');
        string? place = group.Place is { } id ? places.GetValueOrDefault(id)?.Name : null;
        string? actor = Name(RoleKind.Actor), target = Name(RoleKind.Target), instrument = Name(RoleKind.Instrument);
        string counting = vague ? "{figure} of {target}" : Parties(RoleKind.Target, roles, actors) is [{ } only] && IsBodyOfPersons(only) ? "{figure} members of {target}" : "{figure} {target}";
        // "Two Malian soldiers": a force is not counted, those of it are.
        if (count is { Subject: { } force, Claim.Figure.Subject.Noun: { } noun } && actors.GetValueOrDefault(force)?.Name.Contains(" forces", StringComparison.Ordinal) == true && !_words.Has(WordSet.ForceItself, noun) && target?.IndexOf(" forces", StringComparison.Ordinal) is >= 0 and var cut) target = $"{target[..cut]} {(counted is { Low: 1, High: 1 } || noun.EndsWith('s') ? noun : noun.EndsWith("man", StringComparison.Ordinal) ? noun[..^2] + "en" : noun + "s")}{target[(cut + " forces".Length)..]}";
        string type = group.Type.ToString().ToLowerInvariant();
        ImmutableArray<string> patterns = group.Expected ? [.. _patterns.GetValueOrDefault("expected " + type, []), .. _patterns.GetValueOrDefault(type, [])] : _patterns.GetValueOrDefault(type, []);
        // What a word tells more exactly than its type: "declared a state of emergency" for a declaration.
        string? completed = null;
        if (!group.Expected && group.Claims[0].Claim.Event is { } worded)
        {
            int blank = worded.Lemma.IndexOf(' ', StringComparison.Ordinal);
            string verb = blank > 0 ? worded.Lemma[..blank] : worded.Lemma;
            completed = blank > 0 && _patterns.TryGetValue($"with:{worded.Lemma[(blank + 1)..]}", out ImmutableArray<string> phrases) ? phrases[0] : null;
            patterns = [.. _patterns.GetValueOrDefault($"{type}:{worded.Lemma}", []), .. verb == worded.Lemma ? [] : _patterns.GetValueOrDefault($"{type}:{verb}", []), .. patterns];
        }
        if (partial && !group.Expected) patterns = [.. _patterns.GetValueOrDefault("partial " + type, []), .. patterns];
        foreach (string pattern in patterns)
        {
            string line = pattern.Replace("{figure} {target}", counting, StringComparison.Ordinal);
            bool known = true;
            foreach ((string slot, string? value) in new[] { ("{actor}", actor), ("{target}", target), ("{place}", place), ("{figure}", figure), ("{instrument}", instrument), ("{with}", completed), ("{trigger}", triggerOf(group.Claims[0].Claim)) })
            {
                if (!line.Contains(slot, StringComparison.Ordinal)) continue;
                if (value is null) { known = false; break; }
                line = line.Replace(slot, value, StringComparison.Ordinal);
            }
            if (known) return (char.ToUpperInvariant(line[0]) + line[1..]).Replace(" in Mount ", " on Mount ", StringComparison.Ordinal);
        }
        return string.Join(" ", new[] { Spelt(group.Type), actor is null ? null : $"by {actor}", target is null ? null : $"of {target}" }.OfType<string>());
    }

    private static string Past(string lemma) => lemma is "say" ? "said" : lemma is "tell" ? "told" : lemma[^1] == 'e' ? lemma + "d" : lemma.EndsWith('y') && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal) ? lemma[..^1] + "ied" : lemma + "ed";

    /// <summary>Who is named for a role. In a fight both are on both sides, so who is named as the other side is not named again; nor is a country beside its own forces.</summary>
    private static Actor[] Parties(RoleKind kind, ImmutableArray<Role> roles, IReadOnlyDictionary<string, Actor> actors)
    {
        Actor[] Of(RoleKind role) => [.. roles.Where(one => one.Kind == role).Select(one => actors.GetValueOrDefault(one.Actor)).OfType<Actor>()];
        Actor[] doers = Of(RoleKind.Actor), targets = Of(RoleKind.Target);
        Actor[] own = [.. doers.Except(targets).DefaultIfEmpty(doers.FirstOrDefault()).OfType<Actor>()];
        Actor[] named = kind switch { RoleKind.Actor => own, RoleKind.Target => [.. targets.Except(own)], _ => Of(kind) };
        return [.. named.Where(actor => actor.Kind != ActorKind.State || !named.Any(force => force.Kind is ActorKind.Military or ActorKind.Government && force.Country is { } country && country == actor.Country))];
    }

    /// <summary>"Four members of Hezbollah", but "four rebels".</summary>
    private static bool IsBodyOfPersons(Actor actor) => actor.Kind is ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Military && char.IsUpper(actor.Name[0]) && !actor.Name.EndsWith('s');

    // Only the JSON form shows these: what has neither place nor parties is not published as a line.
    private static string Spelt(EventType type) => type switch
    {
        EventType.Other => "Event",
        EventType.Bombing => "Explosion",
        EventType.Clash => "Fighting",
        EventType.Detention => "Arrests",
        EventType.Displacement => "People displaced",
        EventType.Killing => "Deaths",
        EventType.Injury => "Injuries",
        EventType.Meeting => "Talks",
        EventType.Strike => "Strikes",
        EventType.Holding => "Control",
        _ => type.ToString(),
    };
}
