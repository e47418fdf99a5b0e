using System.Collections.Immutable;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Places;

/// <summary>A name of the story with the entries it may mean, the likeliest first.</summary>
internal sealed class Toponym
{
    private Toponym(string name, int count, PlaceCandidate[] candidates) => (Name, Count, Candidates) = (name, count, candidates);

    public string Name { get; }
    public int Count { get; }
    public PlaceCandidate[] Candidates { get; }

    /// <summary>The country it speaks for in the present pass, and how loudly.</summary>
    public (string Country, double Weight) Vote { get; set; } = ("", 0);

    // A division's own capital mostly has more than this part of its people.
    private const int VillageShare = 100;

    // A town of this size may share the name of an island or a coast; a village hardly means itself.
    private const int PartVillage = 50_000;

    public static Toponym Read(Gazetteer gazetteer, string name, int count, IReadOnlyList<string> hints, int candidatesMax)
    {
        (ImmutableArray<GazetteerPlace> places, bool exact) = gazetteer.Match(name);
        PlaceHint hint = hints.Select(words => PlaceHint.Read(gazetteer, words)).FirstOrDefault(read => !read.IsNone) ?? PlaceHint.None;
        if (!exact && PlaceHint.Strip(gazetteer.Words, name) is { Name: { } core, Division: var division })
        {
            (ImmutableArray<GazetteerPlace> inner, bool innerExact) = gazetteer.Match(core);
            if (innerExact || places.IsEmpty)
            {
                (places, exact) = (inner, innerExact);
                if (division && hint.IsNone) hint = new PlaceHint(null, [], true);
            }
        }
        // "the X district" that no list has: it goes by the name of its town.
        if (hint is { WantsDivision: true, IsDistrict: true } && !places.Any(place => hint.Agrees(place) == true)) hint = PlaceHint.None;
        // A people's name ("Canadian") stands for its country even where a village bears it.
        bool isArea = exact && places.Any(place => place.Class is PlaceClass.Country or PlaceClass.Admin1 || place.FeatureCode == NamedAreas.RegionCode);
        if (!isArea && gazetteer.Countries.TryByDemonym(name, out string? code)) (places, exact) = (gazetteer.Find(gazetteer.Countries.NameOf(code) ?? "").RemoveAll(place => place.Class != PlaceClass.Country), true);
        string fold = PlaceKeys.Fold(name);
        // "SA", "BC": two capitals shorten a country or a division; no village is meant.
        if (name.Length == 2 && name.All(char.IsAsciiLetterUpper)) places = places.RemoveAll(place => place.Class == PlaceClass.Settlement);
        // "Mexico, Canada": a list of countries, not a place in one.
        if (hint.Country is not null && exact && places.Any(place => place.Class == PlaceClass.Country && place.Country != hint.Country) && !hint.Divisions.Any()) hint = PlaceHint.None;
        // "Mexico" and "Kuwait" are the country, not its capital, unless the words around say otherwise.
        HashSet<string> nations = [.. places.Where(place => exact && place.Class == PlaceClass.Country).Select(place => place.Country)];
        // "New Quay" is not Newquay where both are listed.
        if (exact && places.Any(place => IsSpelt(place) && Words(place.Name) == Words(name))) places = places.RemoveAll(place => place.Class == PlaceClass.Settlement && IsSpelt(place) && Words(place.Name) != Words(name));
        // "Luzon" is the island: a village of that name there needs the words around it.
        HashSet<string> parts = [.. places.Where(place => exact && place.FeatureCode == NamedAreas.RegionCode && IsSpelt(place)).Select(place => place.Country)];
        // "Florida" is the state: a village that bears a large division's name needs the words around it.
        long people = exact ? places.Where(place => place.Class == PlaceClass.Admin1 && IsSpelt(place)).Select(place => (long)place.Population).DefaultIfEmpty(0).Max() : 0;
        IEnumerable<PlaceCandidate> candidates = places
            .Select(place => new PlaceCandidate(place, exact, IsOwn(PlaceKeys.Fold(place.Name), fold), hint.Agrees(place), hint.WantsDivision))
            .Where(candidate => candidate.Hinted == true || candidate.Place.Own || candidate.Place.Class != PlaceClass.Settlement || candidate.Place.Population >= people / VillageShare)
            .Where(candidate => candidate.Place.Class == PlaceClass.Country || candidate.Hinted == true || !nations.Contains(candidate.Place.Country))
            .Where(candidate => candidate.Place.Class != PlaceClass.Settlement || candidate.Hinted == true || candidate.Place.Own || candidate.Place.Population >= PartVillage || !parts.Contains(candidate.Place.Country));
        // "in Syria" after the name of a place we know only elsewhere says more about our list than about the text: all stay, none is preferred.
        return new Toponym(name, count, [.. candidates.OrderByDescending(candidate => candidate.Prior).Take(candidatesMax)]);

        bool IsSpelt(GazetteerPlace place) => PlaceKeys.Exact(place.Name) == PlaceKeys.Exact(name);
    }

    private static int Words(string name) => name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Length;

    // "Washington" is the own name of Washington, D.C., as "New York" is of New York City.
    private static bool IsOwn(string own, string asked) =>
        own == asked || (Math.Min(own.Length, asked.Length) >= 4 && (own.StartsWith(asked, StringComparison.Ordinal) || asked.StartsWith(own, StringComparison.Ordinal)));

    /// <summary>Best score first; ties by people, class, id and the gazetteer's order.</summary>
    public void Sort()
    {
        PlaceCandidate[] ordered = [.. Candidates.OrderByDescending(c => c.Score).ThenByDescending(c => c.Place.Population).ThenByDescending(c => c.Place.Class).ThenBy(c => c.Place.Id)];
        ordered.CopyTo(Candidates, 0);
    }
}
