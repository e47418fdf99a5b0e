using System.Collections.Immutable;

namespace Sitrep.Pipeline.Data.Places;

/// <summary>Countries in running words, where the longer name wins: "South Sudan" is no Sudan, "New Mexico" no Mexico, "South Ossetian" nobody's but its own.</summary>
public static class Lands
{
    /// <summary>Words of the longest name that is looked for: "Democratic Republic of the Congo", and a hyphen.</summary>
    private const int WordsMax = 6;

    /// <summary>The country that the word at an index names, alone or in a longer name or word for its people.</summary>
    /// <param name="words">Words and punctuation marks in order; only those near <paramref name="at"/> are looked at.</param>
    /// <returns>The words of the name. The code is null when they are a region that is no country's own; First is -1 when no country is named.</returns>
    public static (int First, int Last, string? Code) At(Gazetteer gazetteer, IReadOnlyList<string> words, int at)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        ArgumentNullException.ThrowIfNull(words);
        Countries countries = gazetteer.Countries;
        bool alone = countries.TryByDemonym(words[at], out string? code) || countries.TryByName(words[at], out code);
        if (countries.StandsInLonger(words[at]) && Longest(words, at, name => countries.TryByDemonym(name, out string? found) || countries.TryByName(name, out found) ? found : null) is { First: >= 0 } longer) return longer;
        if (!alone) return (-1, -1, null);
        // Only a word that is a country's by itself can be cut out of a region's name.
        return Longest(words, at, name => OfArea(gazetteer, name)) is { First: >= 0 } area ? (area.First, area.Last, area.Code!.Length == 2 ? area.Code : null) : (at, at, code);
    }

    /// <summary>The country's name of several words that begins at an index; -1 when none does.</summary>
    public static int LastOf(Countries countries, IReadOnlyList<string> words, int first)
    {
        ArgumentNullException.ThrowIfNull(countries);
        ArgumentNullException.ThrowIfNull(words);
        if (words[first] is "" or "The" || !char.IsUpper(words[first][0]) || !countries.StandsInLonger(words[first])) return -1;
        for (int last = Math.Min(words.Count, first + WordsMax) - 1; last > first; last--) if (IsNameEnd(words[last]) && countries.TryByName(Join(words, first, last), out _)) return last;
        return -1;
    }

    // A state or province of a country is the country's; a region may be anybody's.
    private static string? OfArea(Gazetteer gazetteer, string name)
    {
        (ImmutableArray<GazetteerPlace> places, bool exact) = gazetteer.Match(name);
        if (!exact) return null;
        if (places.Any(place => place.FeatureCode == NamedAreas.RegionCode)) return "";
        return places.Where(place => place.Class == PlaceClass.Admin1 && PlaceKeys.Exact(place.Name) == PlaceKeys.Exact(name)).Select(place => place.Country).FirstOrDefault();
    }

    private static (int First, int Last, string? Code) Longest(IReadOnlyList<string> words, int at, Func<string, string?> codeOf)
    {
        for (int length = Math.Min(WordsMax, words.Count); length > 1; length--)
        {
            for (int first = Math.Max(0, at - length + 1); first <= at && first + length <= words.Count; first++)
            {
                int last = first + length - 1;
                if (IsNameEnd(words[first]) && IsNameEnd(words[last]) && codeOf(Join(words, first, last)) is { } code) return (first, last, code);
            }
        }
        return (-1, -1, null);
    }

    private static bool IsNameEnd(string word) => word.Length > 0 && char.IsUpper(word[0]);

    private static string Join(IReadOnlyList<string> words, int first, int last) => string.Join(' ', words.Skip(first).Take(last - first + 1));
}
