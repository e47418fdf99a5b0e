using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Resolve.Places;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>Who "the president" or "the defence minister" is: offices that one person of a state or a town holds at a time.</summary>
/// <remarks>Told by name in one report and by office in the next, one source must not count as two. Where two who hold the office come into question, it stays open.</remarks>
internal sealed class StateOffices
{
    private readonly StoryCountries _story;
    private readonly WordSets _words;
    private readonly Func<string, string?> _land;
    private readonly Dictionary<string, List<(int Start, string Office, string Name, string? Country)>> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Country, string Office), SortedSet<string>> _holders = [];
    private readonly Dictionary<string, (int Start, string Words)[]> _places = new(StringComparer.Ordinal);

    /// <param name="land">Country that a word names, or names the people of; null for other words.</param>
    /// <param name="fullName">The full name of a person who may be named in short.</param>
    public StateOffices(IEnumerable<ReadReport> reports, StoryCountries story, WordSets words, Func<string, string?> land, Func<string, string> fullName)
    {
        (_story, _words, _land) = (story, words, land);
        foreach (ReadReport read in reports)
        {
            _places[read.Report.Id] = [.. read.Reading.Places.Where(place => place.Form == PlaceForm.Name).Select(place => (place.Span.Start, place.Words))];
            foreach (ActorMention actor in read.Reading.Actors.Concat(read.Reading.Claims.Select(claim => claim.By.Source).OfType<ActorMention>()).OrderBy(actor => actor.Span.Start))
            {
                if (actor is not { Form: ActorForm.Name, Kind: ActorKind.Person, Name: { } name } || OfficeOf(actor) is not { } office) continue;
                string holder = fullName(name);
                string? country = CountryOf(actor) ?? (story.IsFiledAtHome(read.Report.Id) ? story.Main(read.Report.Id) : null);
                if (!_named.TryGetValue(read.Report.Id, out var named)) _named.Add(read.Report.Id, named = []);
                named.Add((actor.Span.Start, office, holder, country));
                if (country is null) continue;
                if (!_holders.TryGetValue((country, office), out SortedSet<string>? holders)) _holders.Add((country, office), holders = new SortedSet<string>(StringComparer.Ordinal));
                holders.Add(holder);
            }
        }
    }

    /// <summary>The name of who holds the office that the words tell: named with it before in the report, else the one holder in the country that is told of; null when nobody can be told.</summary>
    public string? HolderOf(string report, ActorMention mention)
    {
        if (mention.Form == ActorForm.Name || OfficeOf(mention) is not { } office) return null;
        string? country = CountryOf(mention);
        if (_named.TryGetValue(report, out var named) && named.LastOrDefault(one => one.Start < mention.Span.Start && one.Office == office && (country is null || one.Country is null || one.Country == country)) is { Name: { } before } holder)
        {
            // "In X, Mayor A said … . In Y six died, the mayor said": that of Y, who is not named.
            bool moved = _words.Has(WordSet.TownOffice, office) && _places[report].Any(place => place.Start > holder.Start && place.Start < mention.Span.Start && !_places[report].Any(known => known.Start < holder.Start && known.Words == place.Words));
            return moved ? null : before;
        }
        if (!_words.Has(WordSet.RulerTitle, office[(office.LastIndexOf(' ') + 1)..])) return null;   // every town has a mayor
        return (country ?? _story.Main(report)) is { } land && _holders.TryGetValue((land, office), out SortedSet<string>? holders) && holders.Count == 1 ? holders.Min : null;
    }

    private string? CountryOf(ActorMention mention) => mention.Country ?? (mention.Body is { } body ? _land(body) : null);

    /// <summary>"vice president", "defence minister": the office by one name; null for an office that several hold, or held, and for all other words.</summary>
    private string? OfficeOf(ActorMention mention)
    {
        if (mention.Noun is not { } noun || mention.Body is { } body && _land(body) is null && !IsLand(body)) return null;
        string words = (mention.Name is { } name ? mention.Words.Replace(name, " ", StringComparison.Ordinal) : mention.Words).ToLowerInvariant();
        if (words.StartsWith("a ", StringComparison.Ordinal) || words.StartsWith("an ", StringComparison.Ordinal)) return null;
        string[] parts = [.. ActorWords.Words(words).Select(word => word.Trim(',')).Where(word => word.Length > 0)];
        int at = Array.LastIndexOf(parts, noun);
        if (at < 0 || !_words.Has(WordSet.RulerTitle, noun) && !_words.Has(WordSet.TownOffice, noun)) return null;
        if (parts.Any(word => _words.Has(WordSet.PastOffice, word))) return null;
        // "the president of the council" holds another office; "the minister of defence" is the defence minister.
        string[] behind = parts[(at + 1)..];
        string of = noun == "minister" && behind is ["of" or "for", .. var task] ? string.Join(' ', task.SkipWhile(word => word == "the").TakeWhile(word => _land(word) is null && word.All(char.IsLetter) && word is not ("of" or "in"))) : "";
        string[] before = [.. parts[..at].Reverse().TakeWhile(IsOfOffice).Reverse()];
        string office = Spelled(string.Join(' ', [.. of.Length > 0 ? [of] : (string[])[], .. before, noun]));
        return office switch { "minister" => null, "premier" => "prime minister", _ => office };
    }

    // "the country's vice president", "acting president": whose and how, not which.
    private bool IsOfOffice(string word) => !_words.Has(WordSet.OfficeManner, word) && !word.EndsWith("'s", StringComparison.Ordinal) && !word.EndsWith("’s", StringComparison.Ordinal) && _land(word) is null;

    private bool IsLand(string body)
    {
        string land = body.ToLowerInvariant();
        return land == "state" || _words.Has(WordSet.LandWord, land.StartsWith("the ", StringComparison.Ordinal) ? land[4..] : land);
    }

    private static string Spelled(string office) => office.Replace("defense", "defence", StringComparison.Ordinal).Replace("foreign affairs", "foreign", StringComparison.Ordinal);
}
