using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>What the reports say somewhere of each person: office, country and body, so that a bare last name elsewhere keeps them.</summary>
internal sealed class OfficeHolders
{
    private readonly Dictionary<string, List<(string Report, ActorMention Mention)>> _byPerson = new(StringComparer.Ordinal);
    private string[]? _holders;

    public OfficeHolders(IEnumerable<ReadReport> reports, Func<string, string> personKey)
    {
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
    public IReadOnlyList<string> Holders => _holders ??= [.. _byPerson.Where(person => person.Value.Exists(fact => fact.Mention.Body is not null && Office(fact.Mention.Noun, ActorKind.Other) is not null)).Select(person => person.Key).Order(StringComparer.Ordinal)];

    /// <summary>Offices that one person of a body holds, by several words: "head", "leader", "chief"; of a civil body also "secretary general".</summary>
    public static string? Office(string? noun, ActorKind body) => IsHead(noun) ? "head" : noun is "general" or "secretary" && body is not (ActorKind.Military or ActorKind.State or ActorKind.Government) ? "secretary-general" : null;

    private static bool IsHead(string? noun) => noun is "head" or "leader" or "chief" or "boss" or "founder" or "director" or "chairman" or "chairwoman" or "chairperson" or "commander" or "executive";

    /// <summary>True for those who speak for their country by office; experts, medics and politicians speak for themselves.</summary>
    public static bool SpeaksForState(string? noun) => noun is not null and not ("expert" or "analyst" or "scientist" or "seismologist" or "geologist" or "meteorologist" or "forecaster" or "lawyer" or "doctor" or "medic" or "nurse" or "surgeon"
        or "rescuer" or "firefighter" or "volunteer" or "engineer" or "politician" or "lawmaker" or "legislator" or "senator" or "warlord" or "leader" or "activist" or "diver" or "climber" or "founder" or "boss" or "executive");

    /// <summary>True for a rank of an army or a police force.</summary>
    public static bool IsOfficer(string? noun) => noun is "general" or "brigadier" or "colonel" or "major" or "captain" or "lieutenant" or "sergeant" or "admiral" or "marshal";
}
