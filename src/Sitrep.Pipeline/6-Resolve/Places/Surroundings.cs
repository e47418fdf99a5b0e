using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Places;

/// <summary>Where a place lies that no list has: in the place its own name begins with, in the one the text puts it in, or by the placed name that stands nearest.</summary>
/// <remarks>A location by what is around it is coded less exactly, as ACLED's geo-precision 2 and UCDP's where_prec 2 do; never from the country alone.</remarks>
internal sealed class Surroundings(Gazetteer gazetteer)
{
    // About two sentences: what is named farther away hardly tells where this is.
    private const int Reach = 300;

    // A town named so often in one report is where the report is.
    private const int OftenNamed = 3;

    // A town inside the name of a building is taken for one from this many people, or beside a place of the report: surnames are names of villages too.
    private const int LargeTown = 100_000;
    private const double BesideKm = 200;

    // Bound for reports that are lists of places.
    private const int AnchorsMax = 60;

    private readonly SortedDictionary<string, SortedDictionary<(int Id, string Name), (int Votes, GazetteerPlace Place)>> _votes = new(StringComparer.Ordinal);

    /// <summary>Adds what one report says about its unplaced names.</summary>
    /// <param name="mentions">In order; the place is null where it could not be told.</param>
    /// <param name="countries">Weight of each country in the report.</param>
    public void Add(IReadOnlyList<(PlaceMention Mention, string Key, GazetteerPlace? Place)> mentions, IReadOnlyDictionary<string, int> countries)
    {
        int main = countries.Values.DefaultIfEmpty(0).Max();
        GazetteerPlace? often = mentions.Select(mention => mention.Place).OfType<GazetteerPlace>().Where(place => !IsWide(place))
            .GroupBy(place => (place.Id, place.Name)).Where(group => group.Count() >= OftenNamed).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault()?.First();
        var placed = new Dictionary<string, GazetteerPlace>(StringComparer.OrdinalIgnoreCase);
        foreach ((PlaceMention mention, _, GazetteerPlace? place) in mentions) if (place is not null && !IsWide(place)) placed.TryAdd(mention.Words, place);
        GazetteerPlace[] anchors = [.. placed.Values.DistinctBy(place => (place.Id, place.Name)).Take(AnchorsMax)];
        for (int i = 0; i < mentions.Count; i++)
        {
            (PlaceMention mention, string key, GazetteerPlace? own) = mentions[i];
            if (own is not null) continue;
            GazetteerPlace? inside = Inside(mention.Words, countries, placed, anchors);
            // "Florida Institute": somewhere in the division, and rather where the report is in it than in its middle.
            if (inside is { Class: PlaceClass.Admin1 } division) inside = Nearest(mentions, i, place => place.Class == PlaceClass.Settlement && place.Country == division.Country && place.Admin1 == division.Name) ?? inside;
            if ((inside ?? Container(mention, mentions, countries) ?? Nearest(mentions, i, place => countries.GetValueOrDefault(place.Country) * 2 >= main) ?? often) is { } place) Vote(key, place);
        }
    }

    /// <summary>Where most mentions of the name put it; null when nothing is said. Capitals are also where things are told, and stand in datelines: they count half.</summary>
    public GazetteerPlace? Of(string key) => _votes.TryGetValue(key, out var votes) ? votes.Values.MaxBy(vote => vote.Place.FeatureCode == "PPLC" ? vote.Votes : vote.Votes * 2).Place : null;

    private void Vote(string key, GazetteerPlace place)
    {
        if (!_votes.TryGetValue(key, out var votes)) _votes.Add(key, votes = []);
        votes[(place.Id, place.Name)] = (votes.GetValueOrDefault((place.Id, place.Name)).Votes + 1, place);
    }

    // "Nairobi Hospital", "Dubai World Trade Centre"
    private GazetteerPlace? Inside(string words, IReadOnlyDictionary<string, int> countries, Dictionary<string, GazetteerPlace> placed, GazetteerPlace[] anchors)
    {
        if (PlaceHint.Strip(gazetteer.Words, words) is { Name: { } core, Division: false } && core.Contains(' ', StringComparison.Ordinal)) words = core;
        for (int end = words.LastIndexOf(' '); end > 0; end = words.LastIndexOf(' ', end - 1))
        {
            string first = words[..end];
            if (placed.TryGetValue(first, out GazetteerPlace? met)) return met;
            if (gazetteer.IsCommonWord(first)) continue;
            ImmutableArray<GazetteerPlace> places = gazetteer.Find(first);
            if (Best(places.Where(place => place.Name.Equals(first, StringComparison.OrdinalIgnoreCase) && place.Class != PlaceClass.Country && (place.Population >= LargeTown || anchors.Any(anchor => Earth.Kilometres(place.Latitude, place.Longitude, anchor.Latitude, anchor.Longitude) <= BesideKm))), countries) is { } place) return place;
        }
        // "University of Nairobi", "Bank of the Republic of Kenya"
        int of = words.LastIndexOf(" of ", StringComparison.Ordinal);
        if (of < 0) return null;
        string last = words[(of + 4)..];
        if (last.StartsWith("the ", StringComparison.Ordinal)) last = last[4..];
        return Best(gazetteer.Find(last).Where(place => place.Name.Equals(last, StringComparison.OrdinalIgnoreCase)), countries);
    }

    private GazetteerPlace? Container(PlaceMention mention, IReadOnlyList<(PlaceMention Mention, string Key, GazetteerPlace? Place)> mentions, IReadOnlyDictionary<string, int> countries)
    {
        if (mention.Hint is not { Length: > 0 } hint || !char.IsUpper(hint[0])) return null;
        foreach ((PlaceMention other, _, GazetteerPlace? place) in mentions) if (place is { Class: not PlaceClass.Country } && other.Words.Equals(hint, StringComparison.OrdinalIgnoreCase)) return place;
        // A country alone does not say where, and a town that bears its name is not meant.
        return gazetteer.Countries.TryByName(hint, out _) ? null : Best(gazetteer.Find(hint).Where(place => place.Class != PlaceClass.Country), countries);
    }

    private static bool IsWide(GazetteerPlace place) => place.Class == PlaceClass.Country || place.FeatureCode == NamedAreas.RegionCode;

    private static GazetteerPlace? Best(IEnumerable<GazetteerPlace> places, IReadOnlyDictionary<string, int> countries) =>
        places.OrderByDescending(place => countries.GetValueOrDefault(place.Country)).ThenByDescending(place => place.Population).ThenBy(place => place.Id).FirstOrDefault();

    private static GazetteerPlace? Nearest(IReadOnlyList<(PlaceMention Mention, string Key, GazetteerPlace? Place)> mentions, int at, Predicate<GazetteerPlace> home)
    {
        int start = mentions[at].Mention.Span.Start, nearest = Reach + 1;
        GazetteerPlace? best = null;
        for (int step = -1; step <= 1; step += 2)
        {
            for (int i = at + step; i >= 0 && i < mentions.Count; i += step)
            {
                int away = Math.Abs(mentions[i].Mention.Span.Start - start);
                if (away >= nearest) break;
                if (mentions[i].Mention is { Beside: true, Near: false } || mentions[i].Place is not { } place || IsWide(place) || !home(place)) continue;
                (nearest, best) = (away, place);
                break;
            }
        }
        return best;
    }
}
