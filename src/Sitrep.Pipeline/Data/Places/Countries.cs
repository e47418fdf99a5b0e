using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Sitrep.Pipeline.Data.Places;

/// <summary>Countries by name, people and capital. Codes are ISO 3166-1 alpha-2, and XK for Kosovo.</summary>
/// <remarks>Look-ups ignore accents and punctuation but not the case of "us": names and demonyms start with a capital letter.</remarks>
public sealed class Countries
{
    internal static readonly string[] Columns = ["code", "name", "aliases", "demonyms", "capital", "latitude", "longitude", "geonames"];

    private readonly FrozenDictionary<string, string> _byName, _byDemonym, _byCapital, _names, _demonyms, _capitals;
    private readonly FrozenSet<string> _parts;

    private Countries(IReadOnlyList<string[]> rows)
    {
        _byName = Index(rows, row => [row[1], .. Values(row[2])]);
        _byDemonym = Index(rows, row => Values(row[3]));
        _parts = rows.SelectMany(row => (string[])[row[1], .. Values(row[2]), .. Values(row[3])]).Select(name => name.Split([' ', '-'])).Where(parts => parts.Length > 1).SelectMany(parts => parts.Select(PlaceKeys.Exact)).ToFrozenSet(StringComparer.Ordinal);
        _byCapital = Index(rows, row => Values(row[4]));
        _capitals = rows.Where(row => row[4].Length > 0).ToFrozenDictionary(row => row[0], row => Values(row[4])[0], StringComparer.Ordinal);
        _names = rows.ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        _demonyms = rows.Where(row => row[3].Length > 0).ToFrozenDictionary(row => row[0], row => Values(row[3])[0], StringComparer.Ordinal);
    }

    public static Countries Load(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new Countries(data.Rows("countries.tsv", Columns));
    }

    /// <summary>By a name or an alias: "Syria", "U.S.", "Ivory Coast", "the Philippines".</summary>
    public bool TryByName(string words, [NotNullWhen(true)] out string? code) => TryGet(_byName, words, out code) || (words.StartsWith("the ", StringComparison.Ordinal) && TryGet(_byName, words[4..], out code));

    /// <summary>By the adjective or the noun for its people: "Syrian", "Britons", "Filipino".</summary>
    public bool TryByDemonym(string words, [NotNullWhen(true)] out string? code) => TryGet(_byDemonym, words, out code);

    /// <summary>By its capital, which often stands for the government: "Damascus", "Kyiv". Some capitals have namesakes (Victoria, San Jose).</summary>
    public bool TryByCapital(string words, [NotNullWhen(true)] out string? code) => TryGet(_byCapital, words, out code);

    /// <summary>True for a word of some name of several words: "South", "Republic", "Guinea".</summary>
    internal bool StandsInLonger(string word) => word.Length > 1 && _parts.Contains(PlaceKeys.Exact(word));

    /// <summary>The usual English name; null for an unknown code.</summary>
    public string? NameOf(string code) => _names.GetValueOrDefault(code);

    /// <summary>The capital's usual name; null for an unknown code and for territories without one.</summary>
    public string? CapitalOf(string code) => _capitals.GetValueOrDefault(code);

    /// <summary>The adjective ("Syrian"); null for an unknown code and for the few territories without one.</summary>
    public string? DemonymOf(string code) => _demonyms.GetValueOrDefault(code);

    private static bool TryGet(FrozenDictionary<string, string> index, string words, [NotNullWhen(true)] out string? code)
    {
        ArgumentNullException.ThrowIfNull(words);
        code = null;
        return words.Length > 0 && !char.IsLower(words[0]) && index.TryGetValue(PlaceKeys.Exact(words), out code);
    }

    // The first row in the file's order wins; a test keeps the list free of such pairs.
    private static FrozenDictionary<string, string> Index(IReadOnlyList<string[]> rows, Func<string[], string[]> wordsOf)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] row in rows) foreach (string words in wordsOf(row)) index.TryAdd(PlaceKeys.Exact(words), row[0]);
        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string[] Values(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
