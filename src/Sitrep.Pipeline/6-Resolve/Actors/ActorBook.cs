using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Resolve.Disasters;
using Sitrep.Pipeline.Resolve.Places;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>The actors of all reports: one entry for each, whatever it is called.</summary>
/// <remarks>An actor is known by a key: a listed name, a person's name, a state, a state's forces, or, for those without a name,
/// the words used for them within one dispatch, so that a reprint brings no new claimant.</remarks>
public sealed partial class ActorBook
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
        /// <summary>Those of <see cref="Names"/> that are names; the others describe ("the group").</summary>
        public HashSet<string> Proper { get; } = new(StringComparer.Ordinal);
        public List<SideEvidence> SideBasis { get; } = [];
        /// <summary>Whose allies these are; null for all others.</summary>
        public Entry? Owner { get; init; }
        public string Name => Owner is { } owner ? "allies of " + owner.Name : FixedName ?? Names.OrderByDescending(name => Proper.Contains(name.Key)).ThenByDescending(name => name.Value).ThenBy(name => name.Key.Length).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key;

        /// <summary>True for an officer of a force that cannot be told: his word is some side's, and nobody knows whose.</summary>
        public bool IsOfUnknownForce { get; set; }
    }

    private readonly Gazetteer _gazetteer;
    private readonly DisasterKinds _disasters;
    private readonly Dictionary<string, string> _storms = new(StringComparer.Ordinal);
    private readonly Countries _countries;
    private readonly KnownActors _known;
    private readonly ActorGroups _groups;
    private readonly Allegiances _allegiances;
    private readonly StoryCountries _story;
    private readonly Copies _copies;
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _longNames = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _respelt;
    private readonly PersonNames _persons;
    private readonly OfficeHolders _offices;
    private readonly StateOffices _stateOffices;
    private readonly Dictionary<(string Dispatch, string Noun), Entry> _lastDescribed = [];
    private readonly SortedDictionary<string, Entry> _listedBodies = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _armedCounts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _forcesNamed = new(StringComparer.Ordinal);
    private readonly string? _mainGroup;
    private readonly Dictionary<string, SalientActors> _salient = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    internal ActorBook(Gazetteer gazetteer, KnownActors known, ActorGroups groups, Allegiances allegiances, DisasterKinds disasters, StoryCountries story, IReadOnlyList<ReadReport> reports, Copies copies)
    {
        (_gazetteer, _disasters) = (gazetteer, disasters);
        (_countries, _known, _groups, _allegiances, _story, _copies) = (gazetteer.Countries, known, groups, allegiances, story, copies);
        foreach (ReadReport read in reports) foreach (AliasReading alias in read.Reading.Aliases) _aliases.TryAdd(alias.Alias, alias.Name);
        // "National Disaster Management Agency (BNPB)": where only the short name is listed, it explains the long one.
        foreach (ReadReport read in reports) foreach (AliasReading alias in read.Reading.Aliases) if (known.Find(alias.Name).Count == 0 && known.Find(alias.Alias).Count == 1) _longNames.TryAdd(alias.Name, alias.Alias);
        _respelt = Respelt.Names(reports.SelectMany(read => read.Reading.Aliases), name => known.Find(name).Count > 0);
        _persons = new PersonNames(reports.SelectMany(read => read.Reading.Actors));
        _offices = new OfficeHolders(reports, _gazetteer.Words, name => PersonNames.Key(_persons.FullName(name)));
        _stateOffices = new StateOffices(reports, story, gazetteer.Words, LandIn, _persons.FullName);
        foreach (ReadReport read in reports) _salient[read.Report.Id] = new SalientActors(read.Reading, mention => ArmedKey(read.Report.Id, mention), name => NamesOf(read.Report.Id, name) + (_groups.HasCivil(name) ? " group" : ""), name => _known.Find(name) is [var army] && (IsTheForces(army) || army is { Kind: ActorKind.Military, Country.Length: 2 } && army.Side == army.Country) ? army.Country : null, name => _countries.TryByName(name, out string? code) ? code : null);
        foreach (ReadReport read in reports) if (OnlyStorm(read) is { } storm) _storms[read.Report.Id] = storm;
        foreach (SalientActors salient in _salient.Values) foreach (string country in salient.Forces) _forcesNamed[country] = _forcesNamed.GetValueOrDefault(country) + 1;
        _mainGroup = MainGroup();
        foreach (ReadReport read in reports)
        {
            foreach (ActorMention actor in read.Reading.Actors)
            {
                if (actor is { Form: ActorForm.Name, Kind: ActorKind.Government or ActorKind.Militia or ActorKind.Other, Name: { } name } && Known(read.Report.Id, name) is { Kind: ActorKind.Government or ActorKind.Militia, Country: not null } body) _listedBodies[body.Key] = body;
            }
        }
        foreach (ReadReport read in reports) LearnSides(read);
    }

    // The one armed group of the whole story, for reports that name none; null when two share it.
    private string? MainGroup()
    {
        SortedDictionary<string, int> counts = _armedCounts;
        foreach (SalientActors salient in _salient.Values) foreach ((string key, int count) in salient.ArmedCounts) counts[key] = counts.GetValueOrDefault(key) + count;
        if (counts.Count == 0) return null;
        (string main, int most) = counts.MaxBy(entry => entry.Value);
        return most * 4 >= counts.Values.Sum() * 3 ? main : null;
    }

    private string NamesOf(string report, string name) => Known(report, name) is { FixedName: { } listed } ? name + " " + listed : _aliases.TryGetValue(name, out string? full) ? name + " " + full : name;

    /// <summary>The actor that the words name; null when they go back to nobody who can be told.</summary>
    public string? Of(string report, ActorMention mention) => IsNobody(report, mention) ? null : Use(mention is { Form: ActorForm.Common, Noun: { } plane } && _gazetteer.Words.Has(WordSet.Warplane, plane) && _salient[report].OnlyForces is { } flying ? National(report, mention, flying) : EntryOf(report, mention), mention);

    /// <summary>As <see cref="Of"/> for one who was told: "told AFP" is the agency, whatever army has the same letters.</summary>
    public string? Hand(string report, ActorMention mention) =>
        mention.Name is { } name && _known.Find(name).FirstOrDefault(actor => actor.Kind == ActorKind.Media) is { } agency ? Use(Listed(agency), mention) : Of(report, mention);

    /// <summary>As <see cref="Of"/> for one who fights: "Russians" are then Russia's forces, not its people.</summary>
    public string? Fighting(string report, ActorMention mention) =>
        mention is { Form: ActorForm.National, Noun: "national", Country: { } country } ? Use(National(report, mention with { Noun = "force" }, country), mention)
            : !IsNone(mention) && mention is { Form: ActorForm.Common, Noun: { } band } && _gazetteer.Words.Has(WordSet.ArmedGroup, band) && !mention.Words.EndsWith("groups", StringComparison.OrdinalIgnoreCase) && !ActorWords.IsPossessed(mention) && !ActorWords.IsOneOfMany(mention) && (_salient[report].RebelsBefore(mention.Span.Start, _armedCounts) ?? _salient[report].ArmedGroupBefore(mention.Span.Start)) is { } armed ? Use(Named(report, armed), mention)
            : Of(report, mention) is { } fighting && _byId[fighting] is { Side: { Length: 2 } state, FixedName: { } called } && IsMinistry(called) ? Use(Forces(state), mention)
            : Of(report, mention);

    /// <summary>True when "the army" in the mouth of that side may be its own: in a report about that country, or a story that names its forces. A foreign minister who says "the army" speaks of the one that the report is about, "government forces" are those of the country where there is fighting, whoever speaks, and "the troops" behind "X's troops" are X's.</summary>
    public bool MaySpeakOfOwn(string report, string side, ActorMention mention) =>
        !IsGovernments(mention) && !(IsDefinite(mention) && _salient[report].ForcesCalled(mention.Span.Start, mention.Noun) is { } told && told != side) && (!mention.Words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || _story.Main(report) == side || _forcesNamed.ContainsKey(side));

    // The country that the report is about; another's where only that one's forces are named in the story ("a Thai minister said government forces had lost the town").
    private string? Ruled(string report) => _story.Main(report) is not { } main ? null : _forcesNamed.Count == 0 || _forcesNamed.ContainsKey(main) ? main : _forcesNamed.MaxBy(entry => entry.Value).Key;

    private bool IsGovernments(ActorMention mention) => ActorWords.Words(mention.Words).Any(word => _gazetteer.Words.Has(WordSet.OfGovernment, word.ToLowerInvariant()));

    /// <summary>True for a paper, a broadcaster, an agency that speaks for no state.</summary>
    public bool IsNewsroom(string actor) => _byId.TryGetValue(actor, out Entry? entry) && entry is { Kind: ActorKind.Media } && entry.Side is not { Length: 2 };

    // "unconfirmed reports": a paper that nobody signed is no party.
    private bool IsNobody(string report, ActorMention mention) => IsNone(mention) || IsNobody(mention) && (_groups.Of(mention.Noun) == ActorGroup.Document || _salient[report].OnlyForces is null);

    // "no group has claimed it"
    private static bool IsNone(ActorMention mention) => mention.Form == ActorForm.Common && mention.Words.StartsWith("no ", StringComparison.OrdinalIgnoreCase);

    private bool IsNobody(ActorMention mention) => mention is { Form: ActorForm.Common, Body: null } && (_groups.Of(mention.Noun) == ActorGroup.Document || mention.Noun is { } plane && _gazetteer.Words.Has(WordSet.Warplane, plane));

    /// <summary>"Its troops", "his fighters", "our forces": those of the owner, who stands in the same clause or speaks; null when nobody does.</summary>
    public string? Owned(string report, ActorMention mention, string? owner)
    {
        if (owner is null || !_byId.TryGetValue(owner, out Entry? entry)) return null;
        entry = BodyAbove(entry);
        ActorGroup group = _groups.Of(mention.Noun);
        if (mention.Noun is { } allied && _gazetteer.Words.Has(WordSet.AllianceWord, allied)) return Use(Get("allies/" + entry.Key, () => new Entry("allies/" + entry.Key, ActorKind.Military) { Owner = entry }), mention);
        string? country = entry.Side is { Length: 2 } side ? side : entry.Kind == ActorKind.State ? entry.Country : null;
        bool armed = IsArmed(entry) || entry.Kind == ActorKind.Intergovernmental;
        // "his men", "our men": who follows him, or fights for whom he speaks for.
        if (mention.Noun == "man") return Use(entry.Kind == ActorKind.Person ? ForcesOf(entry, ActorKind.Military) : entry, mention);
        // "The self-proclaimed ministry said its forces": no state's.
        if (group is ActorGroup.Military or ActorGroup.Militants && entry is { Kind: ActorKind.Government, Country: null } && country is null) return Use(ForcesOf(entry, ActorKind.RebelGroup), mention);
        if (group is ActorGroup.Military or ActorGroup.Police or ActorGroup.Militants) return armed ? Use(entry, mention) : country is not null && group != ActorGroup.Militants ? Use(National(report, mention, country), mention) : Use(entry.Kind == ActorKind.Person && (ActorWords.IsHis(mention) || ActorWords.IsSpeakers(mention)) ? ForcesOf(entry, mention.Kind) : Unnamed(report, mention, null), mention);
        return country is not null && group is ActorGroup.People or ActorGroup.Government or ActorGroup.Media ? Use(National(report, mention, country!), mention) : Of(report, mention);
    }

    /// <summary>The body that a person belongs to; the entry itself for all others.</summary>
    private Entry BodyAbove(Entry entry)
    {
        for (int steps = 0; steps < 4 && entry.Kind == ActorKind.Person && entry.MemberOf is { } body; steps++) entry = _byId[body];
        return entry;
    }

    private static bool IsArmed(Entry entry) => entry.Kind is ActorKind.RebelGroup or ActorKind.Militia || entry.Kind == ActorKind.Military && (entry.FixedName is { } name ? !IsMinistry(name) : entry.Key.StartsWith("name/", StringComparison.Ordinal));

    // A ministry takes no town: the forces of its state do.
    private static bool IsMinistry(string name) => name.EndsWith(" Ministry", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Ministry of ", StringComparison.Ordinal);

    /// <summary>How forces called after a man end.</summary>
    private const string ForcesOfHim = "'s forces";

    // "His forces" of somebody who holds no office are what others call "forces loyal to X", and speak for him.
    private Entry ForcesOf(Entry leader, ActorKind kind)
    {
        string called = leader.FixedName is { } name ? name[(name.LastIndexOf(' ') + 1)..] + ForcesOfHim : $"forces of the {leader.Name}";
        string key = "name/" + PlaceKeys.Exact(called);
        return Get(key, () => new Entry(key, kind) { FixedName = called, Side = leader.Side ?? leader.Id });
    }

    /// <summary>The actor whose word a claim is: a statement's author rather than the paper.</summary>
    public string? Source(string report, ActorMention mention, Attribution by)
    {
        if (_groups.Of(mention.Noun) == ActorGroup.Document && mention.Name is null && mention.Body is null && mention.Country is null && by.Via is { } hand && EntryOf(report, hand) is var carrier && (carrier?.Side is not null || carrier?.Kind is ActorKind.Intergovernmental or ActorKind.Government or ActorKind.Ngo or ActorKind.Monitor)) return Use(carrier, hand);
        // "The Red Cross has collected 62 bodies, its director said": the director speaks for the Red Cross.
        if (ActorWords.IsPossessed(mention) && !ActorWords.IsSpeakers(mention) && mention.Kind == ActorKind.Person && _groups.Of(mention.Noun) == ActorGroup.Official && _salient[report].OwnerBefore(mention.Span.Start) is { } owner && Named(report, owner) is var body)
        {
            string key = $"in/{_copies.DispatchOf(report, mention.Span)}/{body.Key}/{ActorWords.Described(mention, _gazetteer.Words)}/{mention.Noun}";
            return Use(Get(key, () => new Entry(key, ActorKind.Person) { MemberOf = body.Id, Side = body.Side }), mention);
        }
        // "His fighters said": those of the man named before.
        if (ActorWords.IsHis(mention) && _groups.Of(mention.Noun) is ActorGroup.Military or ActorGroup.Militants && _salient[report].PersonBefore(mention.Span.Start) is { } leader) return Owned(report, mention, Named(report, leader).Id);
        return Of(report, mention);
    }

    /// <summary>Whose word it counts as, and for which side: a spokesman speaks for his body, an unnamed newsroom for itself.</summary>
    public (string Claimant, string? Side) ClaimantOf(string? source, string dispatch)
    {
        if (source is null) return (dispatch, null);
        Entry entry = BodyAbove(_byId[source]);
        return (entry.Id, entry.Side ?? (entry.Kind is ActorKind.Person && entry.FixedName is null && entry.Key.StartsWith("in/", StringComparison.Ordinal) || entry.IsOfUnknownForce ? null : entry.Id));
    }

    public ImmutableArray<Actor> ToActors()
    {
        foreach (Entry entry in _entries.Values.ToArray())
        {
            Entry? up = _used.Contains(entry.Id) ? entry : null;
            for (int steps = 0; steps < 8 && up?.MemberOf is { } body; steps++, up = _byId[body]) _used.Add(body);
        }
        return [.. _entries.Values.Where(entry => _used.Contains(entry.Id)).Select(entry =>
            new Actor(entry.Id, entry.Name, entry.Kind, [.. entry.Names.Keys.Union(Initials(entry), StringComparer.Ordinal).Where(name => name != entry.Name).Order(StringComparer.Ordinal)], entry.MemberOf, entry.Side ?? (entry.Kind == ActorKind.Person ? null : entry.Id), entry.Country) { SideBasis = BasisOf(entry) })
            .OrderBy(actor => actor.Id, StringComparer.Ordinal)];
    }

    /// <summary>The letters by which a listed body is known, whether or not a report used them: who looks for "OCHA" finds it.</summary>
    private IEnumerable<string> Initials(Entry entry) =>
        entry.FixedName is { } listed && _known.Find(listed) is [{ } actor] ? actor.Aliases.Where(alias => alias.Length is > 1 and < 9 && alias.All(char.IsUpper)) : [];

    /// <summary>The key by which an actor is known, and the long name that a report gave for <paramref name="name"/>; for who asks why.</summary>
    internal (string Key, string Name, string? LearntFrom) Explain(string id, string? name) =>
        (_byId[id].Key, _byId[id].Name, name is null ? null : _aliases.GetValueOrDefault(name) ?? _longNames.GetValueOrDefault(name));

    private string? Use(Entry? entry, ActorMention mention)
    {
        if (entry is null) return null;
        string words = ActorWords.Display(mention);
        if (mention is { Form: ActorForm.Common, Noun: { } band } && words == band && _groups.Of(band) == ActorGroup.Militants) words = ActorWords.Several(words);   // "fell into rebel hands"
        entry.Names[words] = entry.Names.GetValueOrDefault(words) + 1;
        if (mention.Form == ActorForm.Name || _disasters.NameIn(mention.Words) is not null) entry.Proper.Add(words);
        _used.Add(entry.Id);
        return entry.Id;
    }

    private Entry? EntryOf(string report, ActorMention mention) => Apart(report, mention) ?? mention.Form switch
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
        if (_respelt.TryGetValue(name, out string? spelling)) name = spelling;
        // "The Taliban government", in a story in which no forces of that state fight it: the state's.
        if (_groups.Of(ActorWords.Single(mention.Words[(mention.Words.LastIndexOf(' ') + 1)..])) == ActorGroup.Government && Known(report, name) is { Kind: ActorKind.RebelGroup or ActorKind.Militia } && _story.Main(report) is { } governed && !_forcesNamed.ContainsKey(governed)) return State(governed);
        if (Known(report, name) is { } listed) return listed;
        if (_longNames.TryGetValue(name, out string? shortName) && Known(report, shortName) is { } explained) return explained;
        if (_countries.TryByName(name, out string? code) || (mention.Kind != ActorKind.Person && _countries.TryByCapital(name, out code))) return State(code);
        if (mention.Kind == ActorKind.Person)
        {
            return Person(name);
        }
        // "the Moroccan Ministry of Interior" is the interior ministry that another telling speaks of.
        if (Ministry(name) is { } ministry && (LandIn(name) ?? mention.Country ?? _story.Main(report)) is { } land) return Agency(ministry, land);
        if (mention.Kind == ActorKind.Other && _persons.IsLastName(name)) return Person(name);
        if (OfRuler(name) is { } ruled) return Forces(ruled);
        if (name.EndsWith(ForcesOfHim, StringComparison.Ordinal) && _persons.IsLastName(name[..^ForcesOfHim.Length])) return BodyAbove(Person(name[..^ForcesOfHim.Length])) is { } led && IsArmed(led) ? led : ForcesOf(Person(name[..^ForcesOfHim.Length]), mention.Kind);
        string key = "name/" + PlaceKeys.Exact(name);
        return Get(key, () => new Entry(key, mention.Kind) { Country = mention.Country, Side = mention.Kind is ActorKind.Military or ActorKind.Government ? mention.Country : null });
    }

    /// <summary>"Gaddafi's forces", where a report speaks of "Libyan leader Gaddafi": the country whose forces they are; null for every other man's.</summary>
    private string? OfRuler(string name)
    {
        const string Own = "'s forces";
        if (!name.EndsWith(Own, StringComparison.Ordinal)) return null;
        foreach ((string report, ActorMention mention) in _persons.NamesakesOf(name[..^Own.Length]).SelectMany(full => _offices.Of(PersonNames.Key(_persons.FullName(full)))))
        {
            string[] words = mention.Words.Split(' ');
            if (words.Length > 2 && words[1] == "leader" && _countries.TryByDemonym(words[0], out string? code)) return code;
            // "President X", of the country that the report is about; but no "former president X".
            if (mention.Noun is not "minister" && IsRuler(mention) && !words.Any(word => _gazetteer.Words.Has(WordSet.NotRuling, word) || word.EndsWith("-elect", StringComparison.Ordinal))) return mention.Country ?? _story.Main(report);
        }
        return null;
    }

    /// <summary>The person, with the body and the side that any report gives.</summary>
    private Entry Person(string name)
    {
        string id = PersonNames.Key(_persons.FullName(name)), key = "person/" + id;
        if (_entries.TryGetValue(key, out Entry? known)) return known;
        IReadOnlyList<(string Report, ActorMention Mention)> facts = _offices.Of(id);
        Entry person = Get(key, () => new Entry(key, ActorKind.Person) { FixedName = _persons.FullName(name), Country = facts.Select(fact => fact.Mention.Country).FirstOrDefault(country => country is not null) });
        // "army spokesman X" says less than "Malian army spokesman X": where several armies are named, it may be any.
        int stated = facts.Select(Statedness).DefaultIfEmpty(0).Max();
        Entry? body = facts.Where(fact => Statedness(fact) == stated).Select(fact => BodyOf(fact.Report, fact.Mention)).OfType<Entry>().Where(entry => entry != person)
            .GroupBy(entry => entry.Key, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => group.First()).FirstOrDefault();
        person.MemberOf = body?.Id;
        if (body is not null && facts.FirstOrDefault(fact => BodyOf(fact.Report, fact.Mention) == body) is { Mention: { } fact1 } told) person.SideBasis.Add(new SideEvidence(SideGround.Member, body.Side ?? body.Id, fact1.Words, told.Report, fact1.Span));
        person.Side = body?.Side ?? body?.Id ?? facts.Where(fact => OfficeHolders.SpeaksForState(fact.Mention.Noun, _gazetteer.Words) && _groups.Of(fact.Mention.Noun) == ActorGroup.Official).Select(fact => fact.Mention.Country).FirstOrDefault(country => country is not null);
        // "Prime Minister X said" in a report from the capital of the country that it is about: whose minister he is goes without saying.
        if (body is null && person.Side is null && facts.All(fact => fact.Mention is { Country: null, Body: null }) && facts.Where(fact => IsRuler(fact.Mention) && _story.IsFiledAtHome(fact.Report)).Select(fact => _story.Main(fact.Report)).Distinct(StringComparer.Ordinal).ToArray() is [{ } home]) person.Side = home;
        person.IsOfUnknownForce = person.Side is null && facts.Any(fact => OfficeHolders.IsOfficer(fact.Mention.Noun, _gazetteer.Words));
        return person;
    }

    private bool IsRuler(ActorMention mention) => mention.Noun is { } noun && _gazetteer.Words.Has(WordSet.RulerTitle, noun);

    // How clearly a description names the body: by name, by its country, by a common noun.
    private int Statedness((string Report, ActorMention Mention) fact) =>
        fact.Mention.Body is not { } body ? 0 : _known.Find(body).Count > 0 ? 3 : fact.Mention.Country is not null || SideInWords(body) is not null ? 2 : 1;

    private Entry? Known(string report, string name)
    {
        IReadOnlyList<KnownActor> hits = _known.Find(name);
        if (hits.Count == 0) return null;
        KnownActor best = hits[0];
        IReadOnlyDictionary<string, int> weights = _story.Of(report);
        if (hits.Count == 1 && IsForeignBody(best, weights)) return AtHome(report, name);
        if (hits.Count > 1)
        {
            best = hits.MaxBy(actor => (weights.GetValueOrDefault(actor.Country) * 2) + (actor.Kind == ActorKind.Media ? 1 : 0))!;
        }
        return Listed(best);
    }

    // "National Emergency Management Agency": many states have one of that name, and the list may have it at another's only.
    private static bool IsForeignBody(KnownActor actor, IReadOnlyDictionary<string, int> weights) =>
        actor is { Kind: ActorKind.Government or ActorKind.Monitor, Country.Length: 2 } && actor.Side == actor.Country && weights.Count > 0 && !weights.ContainsKey(actor.Country) && actor.Name.Split(' ').Length > 2;

    // "… of Nigeria": as the list tells namesakes apart.
    private Entry? AtHome(string report, string name) =>
        _story.Main(report) is { } code && _countries.NameOf(code) is { } land && _known.Find($"{name} of {land}") is [var own, ..] ? Listed(own) : null;

    private Entry Listed(KnownActor actor)
    {
        string key = "known/" + actor.Name;
        if (_entries.TryGetValue(key, out Entry? entry)) return entry;
        if (IsTheForces(actor)) return Forces(actor.Country);
        entry = Get(key, () => new Entry(key, actor.Kind) { FixedName = actor.Name, Country = actor.Country.Length == 2 ? actor.Country : null, Side = SideOf(actor) });
        if (actor.MemberOf.Length > 0 && _known.Find(actor.MemberOf) is [var parent, ..] && parent != actor) entry.MemberOf = Listed(parent).Id;
        // A body of a body of states or of an army speaks for it: UN agencies are one side.
        if (entry.Side is null && entry.MemberOf is { } above && actor.Kind is ActorKind.Intergovernmental or ActorKind.Monitor or ActorKind.Military) entry.Side = _byId[above].Side ?? above;
        return entry;
    }

    // A side is a country's code, or the id of the party; a body that stands alone is its own.
    private string? SideOf(KnownActor actor) =>
        actor.Side.Length == 0 ? null : actor.Side.Length == 2 && _countries.NameOf(actor.Side) is not null ? actor.Side : StableId.Of('a', "known/" + actor.Side);

    /// <summary>The key of an armed group that the words name; null when they name none.</summary>
    private string? ArmedKey(string report, ActorMention mention) =>
        mention.Name is { } name && (Known(report, name) ?? (_aliases.TryGetValue(name, out string? full) ? Known(report, full) : null)) is { Kind: ActorKind.RebelGroup or ActorKind.Militia } known ? known.Key
            : mention is { Form: ActorForm.Name, Kind: ActorKind.RebelGroup } ? "name/" + PlaceKeys.Exact(mention.Name!) : null;

    private Entry Get(string key, Func<Entry> make)
    {
        if (_entries.TryGetValue(key, out Entry? entry)) return entry;
        entry = make();
        _entries.Add(key, entry);
        _byId[entry.Id] = entry;
        return entry;
    }
}
