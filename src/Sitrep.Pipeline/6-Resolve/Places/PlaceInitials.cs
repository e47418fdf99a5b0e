using System.Collections.Immutable;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Places;

/// <summary>Short names that no list has and that are the initials of a country or place the same report speaks of: "SA", "T&amp;T".</summary>
internal static class PlaceInitials
{
    /// <summary>Most capitals of a short name.</summary>
    private const int LettersMax = 6;

    /// <param name="names">The names of one report, in a fixed order.</param>
    /// <param name="ranked">Those that could be placed.</param>
    /// <param name="countries">Weight of each country in the report.</param>
    /// <returns><paramref name="ranked"/> and the short names.</returns>
    public static ImmutableDictionary<string, GazetteerPlace> Add(Gazetteer gazetteer, IEnumerable<string> names, ImmutableDictionary<string, GazetteerPlace> ranked, IReadOnlyDictionary<string, int> countries)
    {
        string[] all = [.. names];
        (string Name, string Capitals)[] open = [.. all.Where(name => !ranked.ContainsKey(name)).Select(name => (name, Capitals(name))).Where(pair => pair.Item2.Length > 0)];
        if (open.Length == 0) return ranked;
        var full = new Dictionary<string, GazetteerPlace>(StringComparer.Ordinal);
        foreach ((string code, _) in countries.OrderByDescending(country => country.Value).ThenBy(country => country.Key, StringComparer.Ordinal))
        {
            if (gazetteer.Countries.NameOf(code) is { } name && Initials(name) is { Length: > 0 } first && gazetteer.Find(name).FirstOrDefault(place => place.Class == PlaceClass.Country) is { } country) full.TryAdd(first, country);
        }
        foreach (string name in all) if (ranked.TryGetValue(name, out GazetteerPlace? place) && Initials(name) is { Length: > 0 } first) full.TryAdd(first, place);
        foreach ((string name, string capitals) in open) if (full.TryGetValue(capitals, out GazetteerPlace? meant)) ranked = ranked.SetItem(name, meant);
        return ranked;
    }

    /// <summary>The capitals of a name that is nothing but capitals, with stops or an ampersand; else empty.</summary>
    private static string Capitals(string name)
    {
        foreach (char c in name) if (!char.IsUpper(c) && c is not ('.' or '&')) return "";
        return Bounded(string.Concat(name.Where(char.IsUpper)));
    }

    private static string Initials(string name) => Bounded(string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsUpper(word[0])).Select(word => word[0])));

    private static string Bounded(string letters) => letters.Length is >= 2 and <= LettersMax ? letters : "";
}
