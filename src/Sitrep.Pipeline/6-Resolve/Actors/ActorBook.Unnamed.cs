using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Resolve.Disasters;

namespace Sitrep.Pipeline.Resolve.Actors;

// Who has no name: somebody known by what he is called within one dispatch, by his body, or by the disaster that it is.
public sealed partial class ActorBook
{
    /// <summary>Those whom the words describe, where they are not the ones named before.</summary>
    internal string? Others(string report, ActorMention mention) => Use(Unnamed(report, mention, mention.Country), mention);

    /// <summary>Somebody without a name: one entry for each description within a dispatch.</summary>
    private Entry Unnamed(string report, ActorMention mention, string? country)
    {
        string noun = mention.Noun ?? "somebody";
        ActorGroup group = _groups.Of(noun);
        // "A leader of theirs said the leaders had been arrested": one is not several.
        if (group == ActorGroup.Official && mention.Words.EndsWith(noun + "s", StringComparison.OrdinalIgnoreCase)) noun += "s";
        string dispatch = _copies.DispatchOf(report, mention.Span);   // somebody in a copied sentence is whoever its first telling means
        Entry? body = BodyOf(report, mention);
        if (group == ActorGroup.Official && _stateOffices.HolderOf(report, mention) is { } named) return Person(named);
        if (group == ActorGroup.Official && body is not null && Holder(mention, body) is { } holder) return holder;
        // Officials of another body or kind are other people: "a tourism official", "a home ministry official".
        if (group == ActorGroup.None && _disasters.Of(noun) is { } disaster) return Disaster(report, mention, disaster);
        string described = group == ActorGroup.Official ? string.Join('/', (string[])[ActorWords.Described(mention, _gazetteer.Words), body?.Key ?? ""]) : "";
        bool bare = described == "/" && country is null;
        if (bare && _lastDescribed.TryGetValue((dispatch, noun), out Entry? before)) return before;
        // Quakes and floods stand in events as what did it; each is one thing, however it is called.
        string key = group == ActorGroup.None && mention is { Kind: ActorKind.Other, Form: ActorForm.Common } ? "thing/" + noun : $"in/{dispatch}/{country}/{(group is ActorGroup.Official ? noun + "/" + described : group is ActorGroup.People or ActorGroup.Witness ? "people/" + noun : noun)}";
        // "Rebels said": a band is one, whatever it was read as where it speaks.
        ActorKind kind = group == ActorGroup.Militants && mention.Kind == ActorKind.Other ? ActorKind.RebelGroup : mention.Kind;
        Entry entry = Get(key, () => new Entry(key, kind) { Country = country, FixedName = key.StartsWith("thing/", StringComparison.Ordinal) ? noun : null });
        if (group == ActorGroup.Official) _lastDescribed[(dispatch, noun)] = entry;
        if (group is ActorGroup.Official or ActorGroup.Document)
        {
            // "a rebel spokesman": whoever the rebels are, he is one of them, and no side's that fights them.
            if (body is null && group == ActorGroup.Official && BandOf(report, mention) is { } band) (entry.MemberOf, entry.Side) = (band.Id, band.Side ?? band.Id);
            entry.MemberOf ??= body?.Id;
            entry.Side ??= body?.Side ?? SideInWords(mention.Body) ?? country;
        }
        return entry;
    }

    /// <summary>The fighters for whom an official without a name speaks: the rebels of "a rebel spokesman"; null for all others.</summary>
    private Entry? BandOf(string report, ActorMention mention)
    {
        if (mention.Body is not { Length: > 0 } words || !char.IsLower(words[0])) return null;
        string? noun = words.Split(' ').Select(ActorWords.Single).FirstOrDefault(word => _gazetteer.Words.Has(WordSet.SelfSaid, word));
        if (noun is null) return null;
        ActorMention fighters = mention with { Words = $"the {noun}s", Form = ActorForm.Common, Name = null, Noun = noun, Country = null, Kind = ActorKind.RebelGroup, Body = null };
        return Use(Common(report, fighters), fighters) is { } id ? _byId[id] : null;
    }

    // A named storm is one thing under its name; "the typhoon" is it where the report names no other.
    private Entry Disaster(string report, ActorMention mention, string kind)
    {
        string? name = _disasters.NameIn(mention.Words) ?? (kind == DisasterKinds.Named ? _storms.GetValueOrDefault(report) : null);
        string key = name is null ? "thing/" + kind : $"thing/{kind}/{PlaceKeys.Exact(name)}";
        return Get(key, () => new Entry(key, mention.Kind) { FixedName = name is not null ? null : kind == DisasterKinds.Named ? mention.Noun : kind });
    }

    // The one storm that a report names; none where it names several.
    private string? OnlyStorm(ReadReport read) => read.Report.Zones.Where(zone => zone.Kind == ZoneKind.Body).SelectMany(zone => _disasters.NamesIn(zone.Span.Of(read.Report.Text))).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToArray() is [var one] ? one : null;

    // "the leader of the X group": who is named as its head elsewhere.
    private Entry? Holder(ActorMention mention, Entry body)
    {
        // "killed rebel leaders": several.
        if (mention.Noun is { } held && mention.Words.Split(' ').Contains(held + "s", StringComparer.OrdinalIgnoreCase)) return null;
        if (OfficeHolders.Office(mention.Noun, body.Kind, _gazetteer.Words) is not { } office || mention.Words.Contains("former ", StringComparison.OrdinalIgnoreCase)) return null;
        Entry? found = null;
        foreach (string key in _offices.Holders)
        {
            if (!_offices.Of(key).Any(fact => OfficeHolders.Office(fact.Mention.Noun, body.Kind, _gazetteer.Words) == office && fact.Mention.Body is not null && BodyOf(fact.Report, fact.Mention) == body)) continue;
            if (found is not null) return null;
            found = Person(_offices.Of(key)[0].Mention.Name!);
        }
        return found;
    }

    // "a commander in the pro-Ukrainian alliance" speaks for that side.
    private string? SideInWords(string? words)
    {
        if (words is null) return null;
        string[] names = [.. words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word)];
        for (int at = 0; at < names.Length; at++) if (Lands.At(_gazetteer, names, at) is { Code: { } code }) return code;
        return null;
    }

    // A body may be known by nothing but what its people are called after.
    private Entry? BodyOf(string report, ActorMention mention)
    {
        Entry? entry = BodyEntry(report, mention);
        if (entry is { FixedName: null, Owner: null, Names.Count: 0 }) entry.Names.Add(ActorWords.BeforeComplement(mention.Body!), 0);
        return entry;
    }

    private Entry? BodyEntry(string report, ActorMention mention)
    {
        if (mention.Body is not { } body) return null;
        if (Known(report, body) is { } known) return known;
        string bare = ActorWords.BeforeComplement(body);
        string noun = ActorWords.Single(bare[(bare.LastIndexOf(' ') + 1)..].ToLowerInvariant());
        string? country = mention.Country ?? SideInWords(body);
        ActorGroup group = _groups.Of(noun);
        // "the office of the president" belongs to nobody else; following it would lead in circles.
        if (group is ActorGroup.Official or ActorGroup.Witness or ActorGroup.People or ActorGroup.Document) return null;
        if (group is ActorGroup.None) return _countries.TryByName(body, out string? code) ? State(code) : char.IsUpper(body[0]) ? Named(report, mention with { Name = body, Form = ActorForm.Name, Kind = ActorKind.Other, Body = null, Noun = null }) : null;
        string called = bare.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? bare : "the " + bare;
        ActorMention common = mention with { Words = called, Form = country is null ? ActorForm.Common : ActorForm.National, Name = null, Noun = noun, Country = country, Kind = ActorKind.Other, Body = null };
        if (_gazetteer.Words.Has(WordSet.AllianceWord, noun)) return null;
        // "a source in the group" without a name for the group belongs to nobody who can be told.
        return EntryOf(report, common) is { } entry && !entry.Key.StartsWith("in/", StringComparison.Ordinal) ? entry : null;
    }
}
