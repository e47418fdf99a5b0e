using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>What the reports say somewhere of each person: office, country and body, so that a bare last name elsewhere keeps them.</summary>
internal sealed class OfficeHolders
{
    private readonly Dictionary<string, List<(string Report, ActorMention Mention)>> _byPerson = new(StringComparer.Ordinal);
    private readonly WordSets _words;
    private string[]? _holders;

    public OfficeHolders(IEnumerable<ReadReport> reports, WordSets words, Func<string, string> personKey)
    {
        _words = words;
        foreach (ReadReport read in reports)
        {
            foreach (ActorMention actor in read.Reading.Actors.Concat(read.Reading.Claims.Select(claim => claim.By.Source).OfType<ActorMention>()))
            {
                if (actor is not { Form: ActorForm.Name, Kind: ActorKind.Person, Name: { } name } || (actor.Body is null && actor.Country is null && actor.Noun is null)) continue;
                string key = personKey(name);
                if (!_byPerson.TryGetValue(key, out var facts)) _byPerson.Add(key, facts = []);
                facts.Add((read.Report.Id, actor));
            }
        }
    }

    /// <summary>Every description of the person, in the order of the reports.</summary>
    public IReadOnlyList<(string Report, ActorMention Mention)> Of(string personKey) => _byPerson.TryGetValue(personKey, out var facts) ? facts : [];

    /// <summary>Everybody who is described as holding an office of a body, see <see cref="Office"/>.</summary>
    public IReadOnlyList<string> Holders => _holders ??= [.. _byPerson.Where(person => person.Value.Exists(fact => fact.Mention.Body is not null && Office(fact.Mention.Noun, ActorKind.Other, _words) is not null)).Select(person => person.Key).Order(StringComparer.Ordinal)];

    /// <summary>Offices that one person of a body holds, by several words: "head", "leader", "chief"; of a civil body also "secretary general".</summary>
    public static string? Office(string? noun, ActorKind body, WordSets words) => noun is not null && words.Has(WordSet.HeadWord, noun) ? "head" : noun is "general" or "secretary" && body is not (ActorKind.Military or ActorKind.State or ActorKind.Government) ? "secretary-general" : null;

    /// <summary>True for those who speak for their country by office; experts, medics and politicians speak for themselves.</summary>
    public static bool SpeaksForState(string? noun, WordSets words) => noun is not null && !words.Has(WordSet.SpeaksForSelf, noun);

    /// <summary>True for a rank of an army or a police force.</summary>
    public static bool IsOfficer(string? noun, WordSets words) => noun is not null && words.Has(WordSet.OfficerRank, noun);
}
