using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>Whom one report speaks of most, and last before a given word: what "the army", "the militants" and "the monitor" go back to.</summary>
internal sealed class SalientActors
{
    private readonly List<(int Start, ActorMention Mention, string Key)> _armed = [];
    private readonly List<ActorMention> _monitors = [];
    private readonly List<ActorMention> _persons = [];
    private readonly List<(int Start, string Noun, string Country)> _forces = [];
    private readonly List<(int Start, string Noun, string Country)> _bodies = [];
    private readonly List<(int Start, ActorMention Mention, string Names)> _named = [];
    private readonly List<ActorMention> _fighters = [], _bands = [];
    private readonly List<(int Start, string Country)> _speakers = [];
    private readonly string? _mainGroup;
    private readonly string? _mainForces;

    /// <param name="forcesOf">Country whose forces are known by a name; null for every other name.</param>
    /// <param name="stateOf">Country that goes by a name; null for every other name.</param>
    public SalientActors(Reading reading, Func<ActorMention, string?> armedKey, Func<string, string> namesOf, Func<string, string?> forcesOf, Func<string, string?> stateOf)
    {
        var forces = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (ActorMention actor in reading.Actors)
        {
            if (actor is { Form: ActorForm.National, Kind: ActorKind.Military, Country: { } country })
            {
                forces[country] = forces.GetValueOrDefault(country) + 1;
                _forces.Add((actor.Span.Start, actor.Noun!, country));
            }
            // "the Malian army", where a list knows it by that name.
            if (actor is { Form: ActorForm.Name, Kind: ActorKind.Military, Name: { } army } && forcesOf(army) is { } home)
            {
                forces[home] = forces.GetValueOrDefault(home) + 1;
                _forces.Add((actor.Span.Start, ActorWords.Single(army[(army.LastIndexOf(' ') + 1)..].ToLowerInvariant()), home));
            }
            if (actor is { Form: ActorForm.National, Kind: ActorKind.Government, Country: { } state, Noun: { } noun }) _bodies.Add((actor.Span.Start, noun, state));
            if (actor is { Form: ActorForm.Common, Kind: ActorKind.RebelGroup or ActorKind.Militia, Noun: { } fighter } && char.IsUpper(actor.Words[0]) && ActorWords.Single(actor.Words.Split(' ')[0].ToLowerInvariant()) == fighter) _fighters.Add(actor);
            if (actor is { Form: ActorForm.Common, Kind: ActorKind.RebelGroup or ActorKind.Militia, Noun: not null }) _bands.Add(actor);
            if (actor is { Form: ActorForm.Name, Kind: ActorKind.Monitor }) _monitors.Add(actor);
            if (actor is { Form: ActorForm.Name, Kind: ActorKind.Person }) _persons.Add(actor);
            if (actor is { Form: ActorForm.Name, Name: { } name, Kind: not (ActorKind.Person or ActorKind.State) }) _named.Add((actor.Span.Start, actor, namesOf(name) + (actor.Noun is { } called ? " " + called : "") + KindWords(actor.Kind)));
            if (actor.Form == ActorForm.Name && armedKey(actor) is { } key) _armed.Add((actor.Span.Start, actor, key));
        }
        foreach (Claim claim in reading.Claims)
        {
            if (claim.By.Source is { } speaker && (speaker.Kind is ActorKind.State or ActorKind.Government or ActorKind.Military ? speaker.Country ?? (speaker.Name is { } land ? stateOf(land) : null) : null) is { } speaks) _speakers.Add((speaker.Span.Start, speaks));
        }
        _mainForces = forces.Count == 0 ? null : forces.MaxBy(entry => entry.Value).Key;
        _mainGroup = _armed.GroupBy(entry => entry.Key, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
    }

    /// <summary>The one country whose forces the report names: whose "warplanes" are; null when it names none or several.</summary>
    public string? OnlyForces => _forces.Select(entry => entry.Country).Distinct(StringComparer.Ordinal).Take(2).ToArray() is [var one] ? one : null;

    /// <summary>Countries of the forces that the report names by their nationality, one for each time it does.</summary>
    public IEnumerable<string> Forces => _forces.Select(entry => entry.Country);

    /// <summary>Country of the forces that "the army" goes back to: the last called by the same noun, else the last named before, but those of the country that the report is about where they are named more often, else those named most; null when none are.</summary>
    /// <param name="main">The country that the report is about.</param>
    public string? ForcesBefore(int at, string? noun, string? main)
    {
        string? last = null, nearest = null;
        foreach ((int start, string word, string country) in _forces)
        {
            if (start >= at) break;
            nearest = country;
            if (word == noun) last = country;
        }
        if (last is not null) return last;
        // Named once and only later, another's air force is not whose "soldiers" were told of before.
        if (nearest is null) return _forces.Count == 1 ? main ?? _mainForces : _mainForces;
        return main is not null && main == _mainForces && Named(main) > Named(nearest) ? main : nearest;

        int Named(string country) => _forces.Count(entry => entry.Country == country);
    }

    /// <summary>Country of the last forces before that are called by the same noun; null when none are.</summary>
    public string? ForcesCalled(int at, string? noun)
    {
        string? last = null;
        foreach ((int start, string word, string country) in _forces) if (start < at && word == noun) last = country;
        return last;
    }

    /// <summary>The armed group that the report is about; when several are named, the main one unless only another stands before.</summary>
    public ActorMention? ArmedGroupBefore(int at)
    {
        ActorMention? last = null;
        foreach ((int start, ActorMention mention, string key) in _armed)
        {
            if (key == _mainGroup) return mention;
            if (start < at) last = mention;
        }
        return last;
    }

    /// <summary>Characters from a sentence that is about "fighters loyal to X" to "the fighters": a paragraph.</summary>
    private const int FightersGapMax = 450;

    /// <summary>"Fighters loyal to X took the town. … The fighters seized the castle": those of the sentence before, whatever group was named beside; null where none opened one with that word.</summary>
    public ActorMention? FightersBefore(int at, string noun) => _fighters.LastOrDefault(fighters => fighters.Span.Start < at && at - fighters.Span.Start <= FightersGapMax && fighters.Noun == noun);

    /// <summary>"X attacked local militiamen. … The militiamen": those of the sentence before, who are no group's that has a name; null where none were told of.</summary>
    public ActorMention? BandBefore(int at, string noun, WordSets sets) =>
        _bands.LastOrDefault(band => band.Span.Start < at && at - band.Span.Start <= FightersGapMax && band.Noun == noun && ActorWords.Words(band.Words).Any(word => sets.Has(WordSet.OwnBand, word.ToLowerInvariant())));

    /// <summary>Of the rebel groups named before the one that the story names most: whom "the group" goes back to when others are told of beside; null when none is.</summary>
    /// <param name="told">How often the story names each armed group.</param>
    public ActorMention? RebelsBefore(int at, IReadOnlyDictionary<string, int> told) =>
        _armed.Where(entry => entry.Start < at && entry.Mention.Kind == ActorKind.RebelGroup).GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .OrderByDescending(group => told.GetValueOrDefault(group.Key)).ThenByDescending(group => group.Last().Start).FirstOrDefault()?.Last().Mention;

    /// <summary>Country of the last body before that is called by the same noun with its nationality; null when there is none.</summary>
    public string? StateBefore(int at, string? noun)
    {
        string? last = null;
        foreach ((int start, string word, string country) in _bodies) if (start < at && word == noun) last = country;
        return last;
    }

    /// <summary>The one state that has spoken before: whose "the ministry" is that speaks next; null when none has, or several.</summary>
    public string? SpeakerBefore(int at) => _speakers.Where(speaker => speaker.Start < at).Select(speaker => speaker.Country).Distinct(StringComparer.Ordinal).Take(2).ToArray() is [var one] ? one : null;

    // What a named body is called when it is spoken of again.
    private static string KindWords(ActorKind kind) => kind switch
    {
        ActorKind.Ngo => " aid charity organisation organization agency group",
        ActorKind.Intergovernmental => " organisation organization agency bloc group",
        ActorKind.Monitor => " monitor monitoring watchdog organisation organization group",
        ActorKind.Militia => " paramilitary militia mercenary armed group",
        ActorKind.RebelGroup => " militant rebel insurgent jihadist armed extremist group movement party",
        ActorKind.Company => " company firm operator group",
        _ => "",
    };

    /// <summary>Every armed group that the report names, each by its first mention.</summary>
    public IEnumerable<ActorMention> ArmedGroups => _armed.DistinctBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Mention);

    /// <summary>How often each armed group is named.</summary>
    public IEnumerable<(string Key, int Count)> ArmedCounts => _armed.GroupBy(entry => entry.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()));

    /// <summary>The last body named before whose names hold the words: "the agency", "the disaster agency", "the charity"; null when there is none.</summary>
    public ActorMention? BodyBefore(int at, ActorMention common, WordSets sets)
    {
        if (common.Noun is not { } noun || common.Words.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || common.Words.StartsWith("an ", StringComparison.OrdinalIgnoreCase)) return null;
        string[] words = ActorWords.Called(common, sets).Split(' ');
        ActorMention? last = null, militia = null;
        foreach ((int start, ActorMention mention, string names) in _named)
        {
            if (start >= at) break;
            if (!words.All(word => names.Contains(word, StringComparison.OrdinalIgnoreCase))) continue;
            // "The group" is seldom a militia that a rebel group is told of beside.
            if (mention.Kind == ActorKind.Militia && noun == "group") militia = mention; else last = mention;
        }
        return last ?? militia;
    }

    /// <summary>Characters between a body and "its director": one sentence.</summary>
    private const int OwnerGapMax = 200;

    /// <summary>The body named last before, in about the same sentence: whose "its director" is; null when none is.</summary>
    public ActorMention? OwnerBefore(int at) => _named.LastOrDefault(entry => entry.Start < at && at - entry.Start <= OwnerGapMax && entry.Mention.Kind is ActorKind.Ngo or ActorKind.Monitor or ActorKind.Intergovernmental or ActorKind.Government or ActorKind.Company or ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Military).Mention;

    public ActorMention? MonitorBefore(int at) => _monitors.LastOrDefault(monitor => monitor.Span.Start < at) ?? _monitors.FirstOrDefault();

    /// <summary>Persons named within so many characters before.</summary>
    public IEnumerable<ActorMention> PersonsBefore(int at, int gap) => _persons.Where(person => person.Span.Start < at && at - person.Span.Start <= gap);

    public ActorMention? PersonBefore(int at) => _persons.LastOrDefault(person => person.Span.Start < at);
}
