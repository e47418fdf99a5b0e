using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>States and their bodies: "Ethiopian troops", "Mali's junta", "the Indonesian disaster agency".</summary>
public sealed partial class ActorBook
{
    // "Sudanese Armed Forces" and "the Sudanese army" are one.
    private bool IsTheForces(KnownActor actor) => actor is { Kind: ActorKind.Military, Country.Length: 2 } && actor.Side == actor.Country && actor.Aliases.Prepend(actor.Name).Any(name => IsForcesOf(name, actor.Country));

    private bool IsForcesOf(string name, string country)
    {
        if (name.StartsWith("Armed Forces of ", StringComparison.Ordinal)) return _countries.TryByName(name["Armed Forces of ".Length..], out string? of) && of == country;
        foreach (string ending in (string[])[" armed forces", " army", " military", " national army"])
        {
            if (!name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
            string nation = name[..^ending.Length];
            if ((_countries.TryByDemonym(nation, out string? code) || _countries.TryByName(nation, out code)) && code == country) return true;
        }
        return false;
    }

    private Entry Forces(string code)
    {
        string key = $"nation/{code}/{ActorGroup.Military}";
        return Get(key, () => new Entry(key, ActorKind.Military) { FixedName = $"{_countries.DemonymOf(code) ?? code} forces", Country = code, Side = code });
    }

    private Entry State(string code) => Get("state/" + code, () => new Entry("state/" + code, ActorKind.State) { FixedName = _countries.NameOf(code) ?? code, Country = code, Side = code });

    private Entry National(string report, ActorMention mention, string code)
    {
        ActorGroup group = _groups.Of(mention.Noun);
        if (_groups.IsCivil(mention)) return Unnamed(report, mention, code);
        switch (group)
        {
            case ActorGroup.Government when mention.Noun == "junta" && Junta(code) is { } listed:
                return listed;
            case ActorGroup.Government when ActorWords.Agency(mention, _groups.Agencies) is { } agency:
                return Agency(agency, code);
            case ActorGroup.Government when ActorWords.IsApart(mention, _gazetteer.Words):
                return Unnamed(report, mention, code);
            case ActorGroup.Government when _gazetteer.Words.Has(WordSet.GovernmentWord, mention.Noun!):
                return State(code);
            case ActorGroup.Government when mention.Noun == "ministry" && Ministry(mention.Words) is { } task:
                return Agency(task, code);
            case ActorGroup.Government when _salient[report].BodyBefore(mention.Span.Start, mention, _gazetteer.Words) is { } named && Named(report, named) is { Kind: ActorKind.Government or ActorKind.Other } body && (body.Country ?? code) == code:
                return body;
            case ActorGroup.Government when Only(called => called.Kind == ActorKind.Government && called.Country == code && ActorWords.Called(mention, _gazetteer.Words) is var words && words.Contains(' ', StringComparison.Ordinal) && words.Split(' ').All(word => called.Name.Contains(word, StringComparison.OrdinalIgnoreCase))) is { } one:
                return one;
            case ActorGroup.Military when mention.Noun == "guard":
                return Guard(mention, code);
            case ActorGroup.Military:
                return Irregulars(report, mention, code) ?? Forces(code);
            case ActorGroup.Militants when _gazetteer.Words.Has(WordSet.SelfSaid, mention.Noun!) && TheRebelsOf(report, code) is { } rebels:
                return rebels;
            case ActorGroup.Militants when (mention.Noun is "group" or "mercenary" || _gazetteer.Words.Has(WordSet.MilitiaWord, mention.Noun!)) && _salient[report].ArmedGroupBefore(mention.Span.Start) is { } main && Named(report, main) is var armed && (armed.Country ?? armed.Side) == code:
                return armed;
            case ActorGroup.Militants when _gazetteer.Words.Has(WordSet.MilitiaWord, mention.Noun!) && Only(called => called.Kind == ActorKind.Militia && called.Country == code) is { } militia:
                return militia;
            case ActorGroup.Official:
            case ActorGroup.Witness:
            case ActorGroup.None:
                return Unnamed(report, mention, code);
            case ActorGroup.Document:
                return Unnamed(report, mention, code) is var paper && BodyOf(report, mention) is { } author ? author : paper;
            default:
                bool people = group == ActorGroup.People;
                string called = ActorWords.Called(mention, _gazetteer.Words);
                string key = $"nation/{code}/{group}{(group == ActorGroup.Government || mention.Noun is "junta" or "national" ? "/" + called : "")}";
                string name = $"{_countries.DemonymOf(code) ?? code} {(people ? ActorWords.Several(called) : called)}";
                return Get(key, () => new Entry(key, mention.Kind == ActorKind.Other ? KindOf(group) : mention.Kind)
                {
                    FixedName = mention.Noun == "national" ? null : group switch { ActorGroup.Police => $"{_countries.DemonymOf(code) ?? code} police", ActorGroup.Media => $"{_countries.DemonymOf(code) ?? code} state media", ActorGroup.Militants => null, _ => name },
                    Country = code,
                    Side = people || mention.Noun == "junta" || group is ActorGroup.Militants or ActorGroup.Monitor ? null : code,
                });
        }
    }

    private string? Ministry(string words) => ActorWords.Ministry(words, word => LandIn(word) is not null, _gazetteer.Words);

    /// <summary>Country that a word of the name is, or is the people of; null when none is.</summary>
    private string? LandIn(string words)
    {
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string bare = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
            if (_countries.TryByDemonym(bare, out string? code) || _countries.TryByName(bare, out code)) return code;
        }
        return null;
    }

    // "Spanish civil defence authorities": a body of the state with a name of its own.
    private Entry Agency(string called, string? code)
    {
        string key = $"nation/{code}/{ActorGroup.Government}/{called}";
        return Get(key, () => new Entry(key, ActorKind.Government) { FixedName = code is not null && _countries.DemonymOf(code) is { } nation ? $"{nation} {called}" : called, Country = code, Side = code });
    }

    // The one body of the story that fits; null when several do.
    private Entry? Only(Func<Entry, bool> fits) => _listedBodies.Values.Where(fits).Take(2).ToArray() is [var one] ? one : null;

    // A junta is listed by its country: "Myanmar junta".
    private Entry? Junta(string code)
    {
        foreach (string? nation in (string?[])[_countries.NameOf(code), _countries.DemonymOf(code)])
        {
            if (nation is not null && _known.Find(nation + " junta") is [var listed, ..]) return Listed(listed);
        }
        return null;
    }

    // "presidential guard", "coast guard": forces of a state that may act against its army.
    private Entry Guard(ActorMention mention, string code)
    {
        string called = ActorWords.Called(mention, _gazetteer.Words), key = $"nation/{code}/{called}";
        return Get(key, () => new Entry(key, ActorKind.Military) { FixedName = $"{_countries.DemonymOf(code) ?? code} {called}", Country = code, Side = code });
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
}
