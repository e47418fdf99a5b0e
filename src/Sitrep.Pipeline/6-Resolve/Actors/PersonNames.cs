using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>Short names of persons → the full name met in the same reports: "Assad" → "Bashar al-Assad".</summary>
internal sealed class PersonNames
{
    private readonly Dictionary<string, SortedSet<string>> _byLast = new(StringComparer.Ordinal);

    public PersonNames(IEnumerable<ActorMention> actors)
    {
        foreach (ActorMention actor in actors)
        {
            if (actor is not { Kind: ActorKind.Person, Name: { } name } || !name.Contains(' ', StringComparison.Ordinal)) continue;
            string last = Last(name);
            if (!_byLast.TryGetValue(last, out SortedSet<string>? names)) _byLast.Add(last, names = new SortedSet<string>(StringComparer.Ordinal));
            names.Add(name);
        }
    }

    /// <returns>The one full name that ends in <paramref name="name"/>; the name itself when there is none or more than one person.</returns>
    public string FullName(string name)
    {
        if (!_byLast.TryGetValue(Last(name), out SortedSet<string>? names)) return name;
        string key = Key(name);
        string[] fits = [.. names.Where(full => Key(full).EndsWith(key, StringComparison.Ordinal) || Key(full) == key)];
        string[] people = [.. fits.Select(Key).Distinct(StringComparer.Ordinal)];
        if (people.Length == 0) return name;
        string longest = fits.MaxBy(full => full.Length)!;
        return people.All(person => Key(longest).EndsWith(person, StringComparison.Ordinal)) ? longest : name;
    }

    /// <summary>Case, accents, hyphens and the Arabic article do not tell persons apart.</summary>
    public static string Key(string name) => string.Concat(name.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("al" or "el" or "Al" or "El")).Select(PlaceKeys.Exact));

    private static string Last(string name) => Key(name[(name.LastIndexOf(' ') + 1)..]);
}
