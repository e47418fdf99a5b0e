using System.Collections.Frozen;
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

    private ActorGroups(FrozenDictionary<string, ActorGroup> groups, FrozenSet<string> agencies) => (_groups, Agencies) = (groups, agencies);

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
        return new ActorGroups(groups.ToFrozenDictionary(StringComparer.Ordinal), data.Rows("agencies.tsv", "word").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
    }

    public ActorGroup Of(string? noun)
    {
        if (noun is null) return ActorGroup.None;
        if (_groups.TryGetValue(noun, out ActorGroup group)) return group;
        return noun.EndsWith('s') && _groups.TryGetValue(noun[..^1], out group) ? group : ActorGroup.None;
    }
}
