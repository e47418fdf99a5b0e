using System.Collections.Frozen;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>What a common noun stands for once its nationality is known, from <c>data/nouns.tsv</c>.</summary>
public enum ActorGroup
{
    /// <summary>Not a group: an office, a witness, a paper.</summary>
    None,
    /// <summary>A state's forces.</summary>
    Military,
    /// <summary>A state's police.</summary>
    Police,
    /// <summary>Irregulars.</summary>
    Militants,
    /// <summary>A government and its bodies.</summary>
    Government,
    /// <summary>A monitor.</summary>
    Monitor,
    /// <summary>Outlets.</summary>
    Media,
    /// <summary>People.</summary>
    People,
    /// <summary>A statement or another paper.</summary>
    Document,
    /// <summary>Somebody in an office.</summary>
    Official,
    /// <summary>Somebody on the spot.</summary>
    Witness,
}

/// <summary>Groups by noun.</summary>
public sealed class ActorGroups
{
    private readonly FrozenDictionary<string, ActorGroup> _groups;

    private readonly WordSets _words;

    private ActorGroups(FrozenDictionary<string, ActorGroup> groups, FrozenSet<string> agencies, WordSets words) => (_groups, Agencies, _words) = (groups, agencies, words);

    /// <summary>Words before "authority" that tell one agency of a state from its government.</summary>
    public FrozenSet<string> Agencies { get; }

    public static ActorGroups Load(DataFolder data)
    {
        var groups = new Dictionary<string, ActorGroup>(StringComparer.Ordinal);
        foreach (string[] row in data.Rows("nouns.tsv", "noun", "class", "kind"))
        {
            ActorGroup? group = row[1] switch
            {
                "force" => ActorGroup.Military,
                "police" => ActorGroup.Police,
                "militants" => ActorGroup.Militants,
                "body" => ActorGroup.Government,
                "monitor" => ActorGroup.Monitor,
                "media" => ActorGroup.Media,
                "people" or "captive" => ActorGroup.People,
                "document" => ActorGroup.Document,
                "official" => ActorGroup.Official,
                "witness" => ActorGroup.Witness,
                _ => null,
            };
            if (group is { } known) groups.TryAdd(row[0], known);
        }
        return new ActorGroups(groups.ToFrozenDictionary(StringComparer.Ordinal), data.Rows("agencies.tsv", "word").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal), WordSets.Load(data));
    }

    /// <summary>"a human rights group", "an aid organisation": one that bears no arms.</summary>
    public bool IsCivil(ActorMention mention) => Of(mention.Noun) == ActorGroup.Militants && HasCivil(mention.Words);

    /// <summary>"Civil Rights Congress", "Support Network": a name that says so.</summary>
    public bool HasCivil(string name) => name.Split(' ').Any(word => _words.Has(WordSet.CivilGroup, word.ToLowerInvariant()));

    public ActorGroup Of(string? noun)
    {
        if (noun is null) return ActorGroup.None;
        if (_groups.TryGetValue(noun, out ActorGroup group)) return group;
        return noun.EndsWith('s') && _groups.TryGetValue(noun[..^1], out group) ? group : ActorGroup.None;
    }
}
