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

    public static Toponym Read(Gazetteer gazetteer, string name, int count, IReadOnlyList<string> hints, int candidatesMax)
    {
        (ImmutableArray<GazetteerPlace> places, bool exact) = gazetteer.Match(name);
        PlaceHint hint = hints.Select(words => PlaceHint.Read(gazetteer, words)).FirstOrDefault(read => !read.IsNone) ?? PlaceHint.None;
        if (!exact && PlaceHint.Strip(name) is { Name: { } core, Division: var division })
        {
            (ImmutableArray<GazetteerPlace> inner, bool innerExact) = gazetteer.Match(core);
            if (innerExact || places.IsEmpty)
            {
                (places, exact) = (inner, innerExact);
                if (division && hint.IsNone) hint = new PlaceHint(null, [], true);
            }
        }
        if (!exact && gazetteer.Countries.TryByDemonym(name, out string? code)) (places, exact) = (gazetteer.Find(gazetteer.Countries.NameOf(code) ?? "").RemoveAll(place => place.Class != PlaceClass.Country), true);
        string fold = PlaceKeys.Fold(name);
        IEnumerable<PlaceCandidate> candidates = places.Select(place => new PlaceCandidate(place, exact, PlaceKeys.Fold(place.Name) == fold, hint.Agrees(place)));
        // "in Syria" after the name of a place we know only elsewhere says more about our list than about the text: all stay, none is preferred.
        return new Toponym(name, count, [.. candidates.OrderByDescending(candidate => candidate.Prior).Take(candidatesMax)]);
    }

    /// <summary>Best score first; ties by people, class, id and the gazetteer's order.</summary>
    public void Sort()
    {
        PlaceCandidate[] ordered = [.. Candidates.OrderByDescending(c => c.Score).ThenByDescending(c => c.Place.Population).ThenByDescending(c => c.Place.Class).ThenBy(c => c.Place.Id)];
        ordered.CopyTo(Candidates, 0);
    }
}
