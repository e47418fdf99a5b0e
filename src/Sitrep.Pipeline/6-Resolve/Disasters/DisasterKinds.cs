using System.Collections.Frozen;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Resolve.Disasters;

/// <summary>What kind of disaster a word tells of, from <c>data/disasters.tsv</c>.</summary>
public sealed class DisasterKinds
{
    /// <summary>The kind whose disasters bear names.</summary>
    public const string Named = "storm";

    private readonly FrozenDictionary<string, (string Kind, bool Sudden)> _kinds;

    private DisasterKinds(FrozenDictionary<string, (string, bool)> kinds) => _kinds = kinds;

    public static DisasterKinds Load(DataFolder data) =>
        new(data.Rows("disasters.tsv", "word", "kind", "course").ToFrozenDictionary(row => row[0], row => (row[1], row[2] == "sudden"), StringComparer.OrdinalIgnoreCase));

    /// <summary>The word by which the kind is known; null for a noun that names no disaster.</summary>
    public string? Of(string? noun) => noun is not null && _kinds.TryGetValue(noun, out var kind) ? kind.Kind : null;

    /// <summary>The kind of a disaster that was read, and whether it has a day; null when its words tell neither.</summary>
    public (string Kind, bool Sudden)? Of(EventReading told)
    {
        if (told.Type != EventType.Disaster) return null;
        foreach (RoleMention role in told.Roles) if (role.Role == RoleKind.Instrument && role.Actor.Noun is { } noun && (_kinds.TryGetValue(noun, out var kind) || _kinds.TryGetValue($"{noun} {told.Lemma}", out kind))) return kind;
        return _kinds.TryGetValue(told.Lemma, out var known) ? known : _kinds.TryGetValue(told.Lemma.Split(' ')[0], out known) ? known : null;
    }

    /// <summary>What a storm is called, from words such as "Tropical Storm Ana" or "Typhoon Ana"; null when they give no name.</summary>
    public string? NameIn(string words)
    {
        string[] parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int noun = Array.FindIndex(parts, part => _kinds.ContainsKey(part));
        // The name follows its noun; before it stand strengths and seas ("Category 5 Atlantic hurricane").
        return noun >= 0 && noun + 1 < parts.Length && char.IsUpper(parts[noun][0]) && char.IsUpper(parts[noun + 1][0]) ? parts[noun + 1] : null;
    }
}
