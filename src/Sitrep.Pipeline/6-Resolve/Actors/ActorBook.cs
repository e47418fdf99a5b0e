using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Resolve.Places;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>The actors of all reports: one entry for each, whatever it is called.</summary>
/// <remarks>An actor is known by a key: a listed name, a person's name, a state, a state's forces, or, for those without a name,
/// the words used for them within one dispatch, so that a reprint brings no new claimant.</remarks>
public sealed class ActorBook
{
    private sealed class Entry(string key, ActorKind kind)
    {
        public string Key => key;
        public string Id { get; } = StableId.Of('a', key);
        public ActorKind Kind { get; set; } = kind;
        public string? FixedName { get; init; }
        public string? Country { get; init; }
        public string? Side { get; set; }
        public string? MemberOf { get; set; }
        public SortedDictionary<string, int> Names { get; } = new(StringComparer.Ordinal);
        public string Name => FixedName ?? Names.OrderByDescending(name => name.Value).ThenBy(name => name.Key.Length).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key;
    }

    private readonly Countries _countries;
    private readonly KnownActors _known;
    private readonly ActorGroups _groups;
    private readonly StoryCountries _story;
    private readonly Dictionary<string, string> _dispatchOf;
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _longNames = new(StringComparer.Ordinal);
    private readonly PersonNames _persons;
    private readonly Dictionary<string, SalientActors> _salient = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    internal ActorBook(Countries countries, KnownActors known, ActorGroups groups, StoryCountries story, IReadOnlyList<ReadReport> reports, Dictionary<string, string> dispatchOf)
    {
        (_countries, _known, _groups, _story, _dispatchOf) = (countries, known, groups, story, dispatchOf);
        foreach (ReadReport read in reports) foreach (AliasReading alias in read.Reading.Aliases) _aliases.TryAdd(alias.Alias, alias.Name);
        // "National Disaster Management Agency (BNPB)": where only the short name is listed, it explains the long one.
        foreach (ReadReport read in reports) foreach (AliasReading alias in read.Reading.Aliases) if (known.Find(alias.Name).Count == 0 && known.Find(alias.Alias).Count == 1) _longNames.TryAdd(alias.Name, alias.Alias);
        _persons = new PersonNames(reports.SelectMany(read => read.Reading.Actors));
        foreach (ReadReport read in reports) _salient[read.Report.Id] = new SalientActors(read.Reading, mention => ArmedKey(read.Report.Id, mention));
    }

    /// <summary>The actor that the words name; null when they go back to nobody who can be told.</summary>
    public string? Of(string report, ActorMention mention) => Use(EntryOf(report, mention), mention);

    /// <summary>"Our forces": those of the speaker's side; null when it is unknown.</summary>
    public string? Own(string report, ActorMention mention, string? side) => side switch
    {
        null => null,
        { Length: 2 } when _groups.Of(mention.Noun) is ActorGroup.Military or ActorGroup.Police => Use(National(report, mention, side), mention with { Words = mention.Noun! }),
        _ => _byId.ContainsKey(side) ? side : null,
    };

    /// <summary>The actor whose word a claim is: a statement's author rather than the paper.</summary>
    public string? Source(string report, ActorMention mention, Attribution by)
    {
        if (_groups.Of(mention.Noun) == ActorGroup.Document && mention.Name is null && mention.Body is null && mention.Country is null && by.Via is { } hand && EntryOf(report, hand) is { Side: not null } carrier) return Use(carrier, hand);
        return Of(report, mention);
    }

    /// <summary>Whose word it counts as, and for which side: a spokesman speaks for his body, an unnamed newsroom for itself.</summary>
    public (string Claimant, string? Side) ClaimantOf(string? source, string dispatch)
    {
        if (source is null) return (dispatch, null);
        Entry entry = _byId[source];
        for (int steps = 0; steps < 4 && entry.Kind == ActorKind.Person && entry.MemberOf is { } body; steps++) entry = _byId[body];
        return (entry.Id, entry.Side ?? (entry.Kind is ActorKind.Person && entry.FixedName is null && entry.Key.StartsWith("in/", StringComparison.Ordinal) ? null : entry.Id));
    }

    public ImmutableArray<Actor> ToActors()
    {
        foreach (Entry entry in _entries.Values.ToArray()) if (_used.Contains(entry.Id) && entry.MemberOf is { } body) _used.Add(body);
        return [.. _entries.Values.Where(entry => _used.Contains(entry.Id)).Select(entry =>
            new Actor(entry.Id, entry.Name, entry.Kind, [.. entry.Names.Keys.Where(name => name != entry.Name)], entry.MemberOf, entry.Side ?? (entry.Kind == ActorKind.Person ? null : entry.Id), entry.Country))
            .OrderBy(actor => actor.Id, StringComparer.Ordinal)];
    }

    private string? Use(Entry? entry, ActorMention mention)
    {
        if (entry is null) return null;
        string words = Display(mention);
        entry.Names[words] = entry.Names.GetValueOrDefault(words) + 1;
        _used.Add(entry.Id);
        return entry.Id;
    }

    private static string Display(ActorMention mention)
    {
        if (mention.Name is { } name) return name;
        string words = mention.Words;
        foreach (string article in (string[])["the ", "a ", "an ", "The ", "A ", "An "]) if (words.StartsWith(article, StringComparison.Ordinal)) return words[article.Length..];
        return words;
    }

    private Entry? EntryOf(string report, ActorMention mention) => mention.Form switch
    {
        ActorForm.Name => Named(report, mention),
        ActorForm.National => National(report, mention, mention.Country!),
        ActorForm.Common => Common(report, mention),
        _ => mention.Kind == ActorKind.Person && _salient[report].PersonBefore(mention.Span.Start) is { } person ? Named(report, person) : null,
    };

    private Entry Named(string report, ActorMention mention)
    {
        string name = mention.Name!;
        if (_aliases.TryGetValue(name, out string? longName) && _known.Find(name).Count != 1) name = longName;
        if (Known(report, name) is { } listed) return listed;
        if (_longNames.TryGetValue(name, out string? shortName) && Known(report, shortName) is { } explained) return explained;
        if (_countries.TryByName(name, out string? code) || (mention.Kind != ActorKind.Person && _countries.TryByCapital(name, out code))) return State(code);
        if (mention.Kind == ActorKind.Person)
        {
            string full = _persons.FullName(name);
            Entry person = Get("person/" + PersonNames.Key(full), () => new Entry("person/" + PersonNames.Key(full), ActorKind.Person) { Country = mention.Country });
            person.MemberOf ??= BodyOf(report, mention)?.Id;
            person.Side ??= BodyOf(report, mention)?.Side ?? (mention.Country is { } state && _groups.Of(mention.Noun) == ActorGroup.Official ? state : null);
            return person;
        }
        string key = "name/" + PlaceKeys.Exact(name);
        return Get(key, () => new Entry(key, mention.Kind) { Country = mention.Country, Side = mention.Kind is ActorKind.Military or ActorKind.Government ? mention.Country : null });
    }

    private Entry? Known(string report, string name)
    {
        IReadOnlyList<KnownActor> hits = _known.Find(name);
        if (hits.Count == 0) return null;
        KnownActor best = hits[0];
        if (hits.Count > 1)
        {
            IReadOnlyDictionary<string, int> weights = _story.Of(report);
            best = hits.MaxBy(actor => (weights.GetValueOrDefault(actor.Country) * 2) + (actor.Kind == ActorKind.Media ? 1 : 0))!;
        }
        return Listed(best);
    }

    private Entry Listed(KnownActor actor)
    {
        string key = "known/" + actor.Name;
        if (_entries.TryGetValue(key, out Entry? entry)) return entry;
        entry = Get(key, () => new Entry(key, actor.Kind) { FixedName = actor.Name, Country = actor.Country.Length == 2 ? actor.Country : null, Side = SideOf(actor) });
        if (actor.MemberOf.Length > 0 && _known.Find(actor.MemberOf) is [var parent, ..] && parent != actor) entry.MemberOf = Listed(parent).Id;
        return entry;
    }

    // A side is a country's code, or the id of the party; a body that stands alone is its own.
    private string? SideOf(KnownActor actor) =>
        actor.Side.Length == 0 ? null : actor.Side.Length == 2 && _countries.NameOf(actor.Side) is not null ? actor.Side : StableId.Of('a', "known/" + actor.Side);

    private Entry State(string code) => Get("state/" + code, () => new Entry("state/" + code, ActorKind.State) { FixedName = _countries.NameOf(code) ?? code, Country = code, Side = code });

    private Entry National(string report, ActorMention mention, string code)
    {
        ActorGroup group = _groups.Of(mention.Noun);
        switch (group)
        {
            case ActorGroup.Government when mention.Noun is "government" or "state" or "regime" or "authority" or "administration" or "cabinet" or "presidency" or "junta":
                return State(code);
            case ActorGroup.Official:
            case ActorGroup.Witness:
            case ActorGroup.None:
                return Unnamed(report, mention, code);
            case ActorGroup.Document:
                return Unnamed(report, mention, code) is var paper && BodyOf(report, mention) is { } author ? author : paper;
            default:
                bool people = group == ActorGroup.People;
                string key = $"nation/{code}/{group}{(group == ActorGroup.Government ? "/" + Called(mention) : "")}";
                string name = $"{_countries.DemonymOf(code) ?? code} {Called(mention)}";
                return Get(key, () => new Entry(key, mention.Kind == ActorKind.Other ? KindOf(group) : mention.Kind)
                {
                    FixedName = group switch { ActorGroup.Military => $"{_countries.DemonymOf(code) ?? code} forces", ActorGroup.Police => $"{_countries.DemonymOf(code) ?? code} police", ActorGroup.Media => $"{_countries.DemonymOf(code) ?? code} state media", ActorGroup.Militants => null, _ => name },
                    Country = code,
                    Side = people || group is ActorGroup.Militants or ActorGroup.Monitor ? null : code,
                });
        }
    }

    // "defence ministry", "disaster agency": ministries of one state are told apart by the word before.
    private static string Called(ActorMention mention)
    {
        string[] words = mention.Words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        int at = Array.FindIndex(words, word => word.StartsWith(mention.Noun!, StringComparison.OrdinalIgnoreCase) || (mention.Noun!.EndsWith('y') && word.StartsWith(mention.Noun[..^1], StringComparison.OrdinalIgnoreCase)));
        return at > 0 && char.IsLower(words[at - 1][0]) && words[at - 1] is not ("the" or "a" or "an" or "its" or "their" or "senior" or "local") ? $"{words[at - 1].Replace("defense", "defence")} {mention.Noun}" : mention.Noun!;
    }

    private static ActorKind KindOf(ActorGroup group) => group switch
    {
        ActorGroup.Military or ActorGroup.Police => ActorKind.Military,
        ActorGroup.Militants => ActorKind.Militia,
        ActorGroup.Government => ActorKind.Government,
        ActorGroup.Media => ActorKind.Media,
        ActorGroup.Monitor => ActorKind.Monitor,
        ActorGroup.People => ActorKind.Population,
        _ => ActorKind.Other,
    };

    private Entry? Common(string report, ActorMention mention)
    {
        bool definite = mention.Words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || mention.Words.StartsWith("its ", StringComparison.OrdinalIgnoreCase) || mention.Words.StartsWith("their ", StringComparison.OrdinalIgnoreCase);
        SalientActors salient = _salient[report];
        switch (_groups.Of(mention.Noun))
        {
            case ActorGroup.Military when mention.Noun is not ("coalition" or "alliance" or "ally" or "peacekeeper" or "aircraft" or "jet" or "warplane" or "guard"):
                if (mention.Words.Contains("allied", StringComparison.OrdinalIgnoreCase) || mention.Words.Contains("-backed", StringComparison.Ordinal) || mention.Words.StartsWith("anti-", StringComparison.OrdinalIgnoreCase) || mention.Words.StartsWith("pro-", StringComparison.OrdinalIgnoreCase) || mention.Words.Contains("rival", StringComparison.OrdinalIgnoreCase)) return Unnamed(report, mention, null);
                return salient.ForcesBefore(mention.Span.Start, mention.Noun) is { } code ? National(report, mention, code) : _story.Main(report) is { } main ? National(report, mention, main) : Unnamed(report, mention, null);
            case ActorGroup.Police when _story.Main(report) is { } police:
                return National(report, mention, police);
            case ActorGroup.Government when mention.Noun is "government" or "authority" or "regime" or "state" or "administration" or "cabinet" or "ministry" or "parliament" or "court" or "presidency" or "junta" or "municipality":
                return (salient.StateBefore(mention.Span.Start, mention.Noun) ?? _story.Main(report)) is { } governed ? National(report, mention, governed) : Unnamed(report, mention, null);
            case ActorGroup.Militants when definite || mention.Noun is "militant" or "jihadist" or "insurgent" or "rebel" or "extremist" or "jihadi" or "islamist" or "terrorist":
                return salient.ArmedGroupBefore(mention.Span.Start) is { } group ? Named(report, group) : Unnamed(report, mention, null);
            case ActorGroup.Monitor when salient.MonitorBefore(mention.Span.Start) is { } monitor:
                return Named(report, monitor);
            case ActorGroup.Document when BodyOf(report, mention) is { } author:
                return author;
            default:
                return Unnamed(report, mention, null);
        }
    }

    /// <summary>Somebody without a name: one entry for each description within a dispatch.</summary>
    private Entry Unnamed(string report, ActorMention mention, string? country)
    {
        string noun = mention.Noun ?? "somebody";
        ActorGroup group = _groups.Of(noun);
        string dispatch = _dispatchOf[report];
        string key = $"in/{dispatch}/{country}/{(group is ActorGroup.Official ? noun : group is ActorGroup.People or ActorGroup.Witness ? "people/" + noun : noun)}";
        Entry? body = BodyOf(report, mention);
        Entry entry = Get(key, () => new Entry(key, mention.Kind) { Country = country });
        if (group is ActorGroup.Official or ActorGroup.Document)
        {
            entry.MemberOf ??= body?.Id;
            entry.Side ??= body?.Side ?? SideInWords(mention.Body) ?? country;
        }
        return entry;
    }

    // "a commander in the pro-Syrian government military alliance" speaks for that side.
    private string? SideInWords(string? words)
    {
        if (words is null) return null;
        foreach (string word in words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (_countries.TryByDemonym(word, out string? code) || _countries.TryByName(word, out code)) return code;
        }
        return null;
    }

    private Entry? BodyOf(string report, ActorMention mention)
    {
        if (mention.Body is not { } body || FindBody(report, mention, body) is not { } entry) return null;
        entry.Names.TryAdd(body, 0);   // named only through its people so far
        return entry;
    }

    private Entry? FindBody(string report, ActorMention mention, string body)
    {
        if (Known(report, body) is { } known) return known;
        string noun = body[(body.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        string? country = mention.Country ?? SideInWords(body);
        if (_groups.Of(noun) is ActorGroup.None) return _countries.TryByName(body, out string? code) ? State(code) : char.IsUpper(body[0]) ? Named(report, mention with { Name = body, Form = ActorForm.Name, Kind = ActorKind.Other, Body = null, Noun = null }) : null;
        ActorMention common = mention with { Words = "the " + noun, Form = country is null ? ActorForm.Common : ActorForm.National, Name = null, Noun = noun, Country = country, Kind = ActorKind.Other, Body = null };
        return noun is "alliance" or "coalition" or "ally" ? null : EntryOf(report, common);
    }

    /// <summary>The key of an armed group that the words name; null when they name none.</summary>
    private string? ArmedKey(string report, ActorMention mention) =>
        mention.Name is { } name && (Known(report, name) ?? (_aliases.TryGetValue(name, out string? full) ? Known(report, full) : null)) is { Kind: ActorKind.RebelGroup or ActorKind.Militia } known ? known.Key
            : mention is { Form: ActorForm.Name, Kind: ActorKind.RebelGroup } ? "name/" + mention.Name : null;

    private Entry Get(string key, Func<Entry> make)
    {
        if (_entries.TryGetValue(key, out Entry? entry)) return entry;
        entry = make();
        _entries.Add(key, entry);
        _byId[entry.Id] = entry;
        return entry;
    }
}
