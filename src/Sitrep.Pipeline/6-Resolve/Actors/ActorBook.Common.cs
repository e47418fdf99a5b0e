using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Actors;

// Whom a common noun goes back to: "the army", "the ministry", "the rebels", "the monitor".
public sealed partial class ActorBook
{
    private Entry Common(string report, ActorMention mention)
    {
        // "aid groups", "rights groups": several, none of which was named.
        bool several = mention.Noun == "group" && mention.Words.EndsWith("groups", StringComparison.OrdinalIgnoreCase);
        // "The organisation said": the body named right before.
        if (mention.Noun is { } body && _groups.Of(body) is not ActorGroup.Militants && _gazetteer.Words.Has(WordSet.ArmedGroup, body) && IsDefinite(mention) && ActorWords.Described(mention, _gazetteer.Words).Length == 0 && _salient[report].OwnerBefore(mention.Span.Start) is { } last) return Named(report, last);
        if (ActorWords.IsPossessed(mention) || several || _groups.IsCivil(mention)) return Unnamed(report, mention, null);
        return (_groups.Of(mention.Noun) switch
        {
            ActorGroup.Media => _allegiances.IsStateMedia(mention) && _story.Main(report) is { } owner ? National(report, mention, owner) : null,
            ActorGroup.Military => Irregulars(report, mention, _story.Main(report)) ?? Army(report, mention),
            ActorGroup.Police => _story.Main(report) is { } home ? National(report, mention, home) : null,
            ActorGroup.Government => OfState(report, mention),
            ActorGroup.Militants => Militants(report, mention),
            ActorGroup.Monitor => _salient[report].MonitorBefore(mention.Span.Start) is { } monitor ? Named(report, monitor) : null,
            ActorGroup.Document => BodyOf(report, mention),
            _ => null,
        }) ?? Unnamed(report, mention, null);
    }

    /// <summary>"paramilitary forces", "militia troops": the militia that was named before, or the only one of that country; null where none is told of, for a state may have paramilitaries of its own.</summary>
    private Entry? Irregulars(string report, ActorMention mention, string? code)
    {
        if (!ActorWords.Words(mention.Words).Any(word => _gazetteer.Words.Has(WordSet.MilitiaWord, word.ToLowerInvariant()))) return null;
        if (_salient[report].ArmedGroupBefore(mention.Span.Start) is { } told && Named(report, told) is { Kind: ActorKind.Militia or ActorKind.RebelGroup } armed && (code is null || (armed.Country ?? armed.Side) == code)) return armed;
        return code is null ? null : Only(called => called.Kind == ActorKind.Militia && called.Country == code);
    }

    private Entry? Army(string report, ActorMention mention)
    {
        SalientActors salient = _salient[report];
        int at = mention.Span.Start;
        // "coalition forces" are the coalition's, and no state's army.
        if (ActorWords.IsOfCoalition(mention) && salient.BodyBefore(at, mention with { Noun = "coalition", Words = "the coalition" }, _gazetteer.Words) is { Kind: ActorKind.Military } allied) return Named(report, allied);
        if (ActorWords.IsOfCoalition(mention)) return Unnamed(report, mention with { Noun = "coalition" }, null);
        bool guard = mention.Noun == "guard" && ActorWords.Called(mention, _gazetteer.Words) == "guard";
        // "snipers shot at people": whose they were nobody says.
        if (mention.Noun is { } shooter && _gazetteer.Words.Has(WordSet.Perpetrator, shooter)) return null;
        if (guard || mention.Noun is { } called && (called == "peacekeeper" || _gazetteer.Words.Has(WordSet.AllianceWord, called) || _gazetteer.Words.Has(WordSet.Warplane, called)) || IsOfUnnamedSide(mention)) return null;
        if (IsGovernments(mention) && Ruled(report) is { } ruled) return National(report, mention, ruled);
        // "the army", where no state's forces are told of and one that has the word in its name is.
        if (mention.Noun is "army" && !salient.Forces.Any() && salient.BodyBefore(at, mention, _gazetteer.Words) is { Kind: ActorKind.Military or ActorKind.RebelGroup } army) return Named(report, army);
        // "UN troops took X. … The troops": no state's, where none is told of.
        if (IsDefinite(mention) && !salient.Forces.Any() && salient.BodyBefore(at, mention, _gazetteer.Words) is { Kind: ActorKind.Intergovernmental } sent) return Named(report, sent);
        string? main = _story.Main(report);
        // "dozens of soldiers fled": not those of another state whose army was spoken of, but those of the country where the forces fight.
        bool atHome = !IsDefinite(mention) && main is not null && _forcesNamed.ContainsKey(main) && salient.ForcesCalled(at, mention.Noun) is null;
        return (atHome ? main : salient.ForcesBefore(at, mention.Noun, main) ?? main) is { } code ? National(report, mention, code) : null;
    }

    /// <summary>"allied forces", "a rival army", "pro-government forces", "the two forces": beside or against a state's, and not its own.</summary>
    private static bool IsOfUnnamedSide(ActorMention mention) =>
        mention.Words.Contains("allied", StringComparison.OrdinalIgnoreCase) || mention.Words.Contains("-backed", StringComparison.Ordinal) || mention.Words.Contains("rival", StringComparison.OrdinalIgnoreCase)
        || mention.Words.Split(' ').Any(word => word.StartsWith("anti-", StringComparison.OrdinalIgnoreCase) || word.StartsWith("pro-", StringComparison.OrdinalIgnoreCase))
        || mention.Words.StartsWith("the two ", StringComparison.OrdinalIgnoreCase) || mention.Words.StartsWith("both ", StringComparison.OrdinalIgnoreCase);

    private Entry? OfState(string report, ActorMention mention)
    {
        SalientActors salient = _salient[report];
        int at = mention.Span.Start;
        if (ActorWords.Agency(mention, _groups.Agencies) is { } agency) return Agency(agency, salient.StateBefore(at, mention.Noun) ?? _story.Main(report));
        if (mention.Noun is "ministry" && ActorWords.IsApart(mention, _gazetteer.Words)) return Unnamed(report, mention, null);   // the rebels' own
        // "A ministry statement said", after one ministry was named: that one.
        if (mention.Noun is "ministry" && ActorWords.Called(mention, _gazetteer.Words) == "ministry" && salient.BodyBefore(at, mention, _gazetteer.Words) is { } ministry) return Named(report, ministry);
        // "Defence Minister X told …, the ministry said", of a minister of another country than the one told of: his.
        if (mention.Noun is "ministry" && salient.StateBefore(at, mention.Noun) is null && MinisterBefore(report, mention) is { } minister) return National(report, mention, minister);
        if (mention.Noun == "government" && (salient.StateBefore(at, mention.Noun) ?? _story.Main(report)) is { } land && IsOfDivision(mention, land)) return Unnamed(report, mention, land);
        if (!ActorWords.IsApart(mention, _gazetteer.Words) && mention.Noun is { } noun && _gazetteer.Words.Has(WordSet.StateBody, noun)) return (salient.StateBefore(at, noun) ?? (noun == "ministry" ? salient.SpeakerBefore(at) : null) ?? _story.Main(report)) is { } governed ? National(report, mention, governed) : null;
        if (salient.BodyBefore(at, mention, _gazetteer.Words) is { } named) return Named(report, named);
        // "the disaster agency", of which the country has one that is listed.
        return ActorWords.Called(mention, _gazetteer.Words).Contains(' ', StringComparison.Ordinal) && _story.Main(report) is { } here && National(report, mention, here) is var national && _listedBodies.ContainsKey(national.Key) ? national : null;
    }

    /// <summary>"the Punjab government", in a story of Pakistan: one of its states, and not the country's.</summary>
    private bool IsOfDivision(ActorMention mention, string land)
    {
        string[] words = mention.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int at = Array.FindIndex(words, word => word.Equals(mention.Noun, StringComparison.OrdinalIgnoreCase)), first = at;
        while (first > 0 && char.IsUpper(words[first - 1][0]) && words[first - 1] != "The") first--;
        string name = string.Join(' ', words.Skip(first).Take(at - first));
        return name.Length > 0 && !_countries.TryByCapital(name, out _) && _gazetteer.Find(name).Any(place => place.Class == PlaceClass.Admin1 && place.Country == land);
    }

    /// <summary>Characters between a minister and his ministry: a sentence or two.</summary>
    private const int MinisterGapMax = 300;

    /// <summary>Country of the minister of the same task, or where the ministry's is not told of any, who is named right before; null when none is.</summary>
    private string? MinisterBefore(string report, ActorMention mention)
    {
        string called = ActorWords.Called(mention, _gazetteer.Words);
        ActorMention? minister = _salient[report].PersonsBefore(mention.Span.Start, MinisterGapMax).LastOrDefault(person => person is { Noun: "minister", Name: not null } && IsOfTask(person));
        return minister is { Name: { } name } && Person(name) is { Side: { Length: 2 } side } ? side : null;

        bool IsOfTask(ActorMention person) => called == "ministry" || person.Words.Replace("Defense", "Defence", StringComparison.Ordinal).Contains(called[..called.IndexOf(' ', StringComparison.Ordinal)], StringComparison.OrdinalIgnoreCase);
    }

    private Entry? Militants(string report, ActorMention mention)
    {
        SalientActors salient = _salient[report];
        int at = mention.Span.Start;
        if (mention.Noun is not ("fighter" or "militant") && salient.BodyBefore(at, mention, _gazetteer.Words) is { } named) return Named(report, named);
        // "The bomber", "the gunman": whoever he was, he is not the group that the report goes on to name.
        if (mention.Noun is not { } noun || _gazetteer.Words.Has(WordSet.Perpetrator, noun) && mention.Words.EndsWith(noun, StringComparison.OrdinalIgnoreCase)) return null;
        if (!IsDefinite(mention) && !_gazetteer.Words.Has(WordSet.SelfSaid, noun) && _allegiances.AgainstState(mention) != "rebel") return null;
        if (IsDefinite(mention) && (salient.FightersBefore(at, noun) ?? salient.BandBefore(at, noun, _gazetteer.Words)) is { } told) return Unnamed(report, told, null);
        if (salient.ArmedGroupBefore(at) is { } group) return Named(report, group);
        bool ofStory = _gazetteer.Words.Has(WordSet.SelfSaid, noun) && !_gazetteer.Words.Has(WordSet.OfAnyGroup, noun) || noun is "group" or "paramilitary";
        return ofStory && _mainGroup is not null && _entries.TryGetValue(_mainGroup, out Entry? main) && (main.Country is not { } home || _story.Of(report).ContainsKey(home)) ? main : null;
    }

    private static bool IsDefinite(ActorMention mention) => mention.Words.StartsWith("the ", StringComparison.OrdinalIgnoreCase);
}
