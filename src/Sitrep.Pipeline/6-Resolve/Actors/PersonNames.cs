using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>Short and differently spelt names of persons → the full name met in the same reports: "Burhan" → "Abdel Fattah al-Burhan".</summary>
internal sealed class PersonNames
{
    // A skeleton shorter than this has lost what tells names apart ("Ali", "Olli").
    private const int SkeletonMin = 3;

    // Of shorter names a vowel more is another name ("Hassan", "Hassani").
    private const int LongName = 8;

    private static readonly (string From, string To)[] Pairs =
        [("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ck", "k"), ("tch", "ch"), ("sch", "sh"), ("dj", "j")];

    private readonly Dictionary<string, SortedSet<string>> _byLast = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _byFirst = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastNames = new(StringComparer.Ordinal);

    public PersonNames(IEnumerable<ActorMention> actors)
    {
        foreach (ActorMention actor in actors)
        {
            if (actor is not { Kind: ActorKind.Person, Name: { } name } || Parts(name) is not { Length: > 1 } parts) continue;
            _lastNames[parts[^1]] = _lastNames.GetValueOrDefault(parts[^1]) + 1;
            _times[name] = _times.GetValueOrDefault(name) + 1;
            Add(_byLast, parts[^1], name);
            Add(_byFirst, parts[0], name);
        }
    }

    /// <summary>True when the reports give a person this last name in full somewhere.</summary>
    public bool IsLastName(string name) => Parts(name) is [var only] && _byLast.ContainsKey(only);

    /// <summary>Every full name with this last name.</summary>
    public IEnumerable<string> NamesakesOf(string last) => Parts(last) is [var only] && _byLast.TryGetValue(only, out SortedSet<string>? names) ? names : [];

    /// <summary>How often a person is named in full with this last name.</summary>
    public int CountOfLastName(string name) => Parts(name) is [var only] ? _lastNames.GetValueOrDefault(only) : 0;

    /// <returns>The one full name that <paramref name="name"/> shortens or respells; the name itself when there is none or more than one person.</returns>
    public string FullName(string name)
    {
        string[] parts = Parts(name);
        if (parts.Length == 0) return name;
        // "Alrawi" for "al-Rawi": the article written together with the name.
        if (parts[^1].StartsWith("al", StringComparison.Ordinal) && parts[^1].Length >= "al".Length + SkeletonMin && _byLast.TryGetValue(parts[^1][2..], out SortedSet<string>? apart)
            && Only(apart.Where(full => HasArticle(full) && Shortens([.. parts[..^1], parts[^1][2..]], Parts(full)))) is { } joined) return joined;
        if (_byLast.TryGetValue(parts[^1], out SortedSet<string>? names) && Only(names.Where(full => Shortens(parts, Parts(full)))) is { } person) return person;
        // Where many people bear one name only, the first one serves: "Sutopo" for "Sutopo Purwo Nugroho".
        return parts.Length == 1 && !_byLast.ContainsKey(parts[0]) && _byFirst.TryGetValue(parts[0], out names) && Only(names) is { } called ? called : name;
    }

    private static bool HasArticle(string name) => name.Contains(" al-", StringComparison.OrdinalIgnoreCase) || name.Contains(" el-", StringComparison.OrdinalIgnoreCase) || name.Contains(" al ", StringComparison.OrdinalIgnoreCase);

    /// <summary>One key for all spellings: case, accents, hyphens, the Arabic article and romanisation do not tell persons apart.</summary>
    public static string Key(string name) => string.Join(' ', Parts(name));

    // The longest, in its most frequent spelling, when all others shorten it: one person, not namesakes.
    private string? Only(IEnumerable<string> fits)
    {
        string[] people = [.. fits];
        if (people.Length == 0) return null;
        string longest = people.MaxBy(full => (Parts(full).Length, _times[full], full.Length))!;
        string[] parts = Parts(longest);
        return people.All(other => Shortens(Parts(other), parts)) ? longest : null;
    }

    // Same last name, and each other word stands in the longer name in order, perhaps as an initial.
    private static bool Shortens(string[] name, string[] full)
    {
        if (name.Length > full.Length || name[^1] != full[^1]) return false;
        int at = 0;
        for (int word = 0; word < name.Length - 1; word++)
        {
            while (at < full.Length - 1 && !(IsSame(full[at], name[word]) || (name[word].Length == 1 && full[at].StartsWith(name[word], StringComparison.Ordinal)))) at++;
            if (at++ >= full.Length - 1) return false;
        }
        return true;
    }

    /// <summary>"Hamidullah" and "Hamdullah": one vowel more or less in a long name before the same last name.</summary>
    private static bool IsSame(string one, string other)
    {
        if (one == other) return true;
        (string longer, string shorter) = one.Length > other.Length ? (one, other) : (other, one);
        if (longer.Length < LongName || longer.Length != shorter.Length + 1) return false;
        int at = 0;
        while (at < shorter.Length && longer[at] == shorter[at]) at++;
        return longer[at] is 'a' or 'i' or 'u' && longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
    }

    private static string[] Parts(string name) => [.. name.Split([' ', '-', '.', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("al" or "el" or "Al" or "El")).Select(Skeleton).Where(part => part.Length > 0)];

    /// <summary>What the romanisations of one name have in common: Serhiy and Sergiy, Cherevatyi and Cherevaty, Basoum and Bazoum.</summary>
    private static string Skeleton(string word)
    {
        string exact = PlaceKeys.Exact(word), folded = exact;
        foreach ((string from, string to) in Pairs) folded = folded.Replace(from, to, StringComparison.Ordinal);
        var skeleton = new System.Text.StringBuilder(folded.Length);
        for (int i = 0; i < folded.Length; i++)
        {
            char c = folded[i] switch { 'q' => 'k', 'c' when i + 1 == folded.Length || folded[i + 1] != 'h' => 'k', 'z' => 's', 'y' or 'j' or 'e' => 'i', 'w' => 'v', 'o' => 'u', 'g' => 'h', var other => other };
            if (skeleton.Length == 0 || skeleton[^1] != c) skeleton.Append(c);
        }
        while (skeleton.Length > SkeletonMin && skeleton[^1] == 'i') skeleton.Length--;
        return skeleton.Length < SkeletonMin ? exact : skeleton.ToString();
    }

    private static void Add(Dictionary<string, SortedSet<string>> index, string key, string name)
    {
        if (!index.TryGetValue(key, out SortedSet<string>? names)) index.Add(key, names = new SortedSet<string>(StringComparer.Ordinal));
        names.Add(name);
    }
}
