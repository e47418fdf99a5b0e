using System.Collections.Frozen;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Lexicon;

/// <summary>What a common noun can name.</summary>
public enum NounClass
{
    None, Force, Police, Militants, Official, Body, Monitor, Media, Document, Witness, People, Captive,
    Settlement, Area, Facility, Region, Country, Disaster, Weapon, Object, Ill,
}

/// <summary>The nouns of <c>data/nouns.tsv</c>.</summary>
public sealed class NounList
{
    private readonly FrozenDictionary<string, (NounClass Class, ActorKind Kind)> _actors;
    private readonly FrozenDictionary<string, NounClass> _places;

    private NounList(FrozenDictionary<string, (NounClass, ActorKind)> actors, FrozenDictionary<string, NounClass> places) => (_actors, _places) = (actors, places);

    public static NounList Load(DataFolder data)
    {
        var actors = new Dictionary<string, (NounClass, ActorKind)>(StringComparer.Ordinal);
        var places = new Dictionary<string, NounClass>(StringComparer.Ordinal);
        foreach (string[] row in data.Rows("nouns.tsv", "noun", "class", "kind"))
        {
            NounClass kind = Spelling.Parse<NounClass>(row[1]);
            if (kind is >= NounClass.Settlement and <= NounClass.Country) places[row[0]] = kind;
            else actors[row[0]] = (kind, row[2].Length == 0 ? Sitrep.Model.World.ActorKind.Other : Spelling.Parse<ActorKind>(row[2]));
        }
        return new NounList(actors.ToFrozenDictionary(StringComparer.Ordinal), places.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>What the lemma names when it acts or speaks; <see cref="NounClass.None"/> when it is not in the list.</summary>
    public NounClass ActorClass(string lemma) => _actors.TryGetValue(Key(lemma), out var entry) ? entry.Class : NounClass.None;

    public ActorKind KindOf(string lemma) => _actors.TryGetValue(Key(lemma), out var entry) ? entry.Kind : Sitrep.Model.World.ActorKind.Other;

    /// <summary>What the lemma names when it is where something happens; <see cref="NounClass.None"/> when it is not in the list.</summary>
    public NounClass PlaceClass(string lemma) => _places.GetValueOrDefault(Key(lemma));

    /// <summary>The listed singular of the lemma, in lower case: "Gunmen" → "gunman"; other words only in lower case.</summary>
    public string Single(string lemma) => Key(lemma);

    // A tagger calls capitalised nouns names and leaves their number on ("Forces", "Troops").
    private string Key(string lemma)
    {
        string lower = lemma.ToLowerInvariant();
        if (_actors.ContainsKey(lower) || _places.ContainsKey(lower) || lower.Length < 4) return lower;
        if (lower.EndsWith("men", StringComparison.Ordinal) && _actors.ContainsKey(lower[..^3] + "man")) return lower[..^3] + "man";
        if (lower[^1] != 's') return lower;
        string single = lower[..^1];
        if (_actors.ContainsKey(single) || _places.ContainsKey(single)) return single;
        return lower.EndsWith("ies", StringComparison.Ordinal) ? lower[..^3] + "y" : lower;
    }
}
