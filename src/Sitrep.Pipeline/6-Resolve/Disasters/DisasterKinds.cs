using System.Collections.Frozen;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Resolve.Disasters;

/// <summary>What kind of disaster a word tells of, from <c>data/disasters.tsv</c>.</summary>
public sealed class DisasterKinds
{
    /// <summary>The kind whose disasters bear names.</summary>
    public const string Named = "storm";

    /// <summary>The origin of epidemics.</summary>
    public const string Illness = "disease";

    /// <summary>The origin of what befalls ships, trains and aircraft.</summary>
    public const string Traffic = "traffic";

    private readonly FrozenDictionary<string, (string Kind, bool Sudden)> _kinds;
    private readonly FrozenDictionary<string, string> _origins;
    private readonly WordSets _words;

    private DisasterKinds(FrozenDictionary<string, (string, bool)> kinds, FrozenDictionary<string, string> origins, WordSets words) => (_kinds, _origins, _words) = (kinds, origins, words);

    public static DisasterKinds Load(DataFolder data) =>
        new(data.Rows("disasters.tsv", "word", "kind", "course", "origin").ToFrozenDictionary(row => row[0], row => (row[1], row[2] == "sudden"), StringComparer.OrdinalIgnoreCase),
            data.Rows("disasters.tsv", "word", "kind", "course", "origin").Where(row => row[3] != "-").GroupBy(row => row[1], StringComparer.Ordinal).ToFrozenDictionary(kind => kind.Key, kind => kind.First()[3], StringComparer.Ordinal),
            WordSets.Load(data));

    /// <summary>What a disaster of the kind comes of; null where it may come of several things.</summary>
    public string? OriginOf(string kind) => _origins.GetValueOrDefault(kind);

    /// <summary>The name that kinds share which one happening may be told by: what derails has crashed.</summary>
    public static string Family(string kind) => kind == "derailment" ? "crash" : kind;

    /// <summary>The word by which the kind is known; null for a noun that names no disaster.</summary>
    public string? Of(string? noun) => noun is not null && _kinds.TryGetValue(noun, out var kind) ? kind.Kind : null;

    /// <summary>The kind of a disaster that was read, and whether it has a day; null when its words tell neither.</summary>
    public (string Kind, bool Sudden)? Of(EventReading told)
    {
        if (told.Type != EventType.Disaster) return null;
        foreach (RoleMention role in told.Roles) if (role.Role == RoleKind.Instrument && role.Actor.Noun is { } noun && (_kinds.TryGetValue(noun, out var kind) || _kinds.TryGetValue($"{noun} {told.Lemma}", out kind))) return kind;
        if (_kinds.TryGetValue(told.Lemma, out var known)) return known;
        // "trigger landslide", "cause flooding": the verb, or what it brought.
        foreach (string word in told.Lemma.Split(' ')) if (_kinds.TryGetValue(word, out known)) return known;
        return null;
    }

    /// <summary>Kinds of all disasters that the words name by a noun: "have died of cholera", "flash floods killed".</summary>
    /// <param name="ambiguous">True for words that may be verbs.</param>
    public IEnumerable<string> KindsIn(string sentence, Func<string, bool> ambiguous)
    {
        foreach (string word in sentence.Split([' ', ',', '.', ';', ':', '"', '\'', '’'], StringSplitOptions.RemoveEmptyEntries))
        {
            string form = word.ToLowerInvariant();
            if (ambiguous(form)) continue;
            if (Of(form) is { } kind || form.EndsWith('s') && Of(form[..^1]) is { } several && (kind = several) is not null) yield return kind;
        }
    }

    /// <summary>The names of all storms that a text tells of by their kind and name ("Tropical Storm Ana"), one for each time it does.</summary>
    public IEnumerable<string> NamesIn(string text)
    {
        string[] words = text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 1 < words.Length; i++)
        {
            // "cyclone Ana", but "the storm Monday" is none.
            if (words[i].Length == 0 || !char.IsUpper(words[i][0]) && !_words.Has(WordSet.NamedStorm, words[i]) || !_kinds.TryGetValue(words[i], out var kind) || kind.Kind != Named || words[i + 1].TrimEnd(',', '.').EndsWith("day", StringComparison.Ordinal)) continue;
            int end = 0;
            while (end < words[i + 1].Length && char.IsLetter(words[i + 1][end])) end++;
            string name = words[i + 1][..end];
            if (name.Length > 2 && char.IsUpper(name[0])) yield return name;
        }
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
