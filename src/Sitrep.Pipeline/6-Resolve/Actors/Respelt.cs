using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>One body whose name newsrooms spell or translate in two ways: "Arakan Army (AA)" and "Arakkha Army (AA)".</summary>
/// <remarks>The letters that both explain say that they are one, where the names have as many words, each with the same first letter, and at least half of them the same; or where one has
/// the other's words in another order, or a part of them ("Union of Forces for Democracy and Development", "Forces for Development and Democracy").</remarks>
internal static class Respelt
{
    /// <summary>Each other spelling, and the one that stands for all: the listed one, else the most frequent.</summary>
    public static IReadOnlyDictionary<string, string> Names(IEnumerable<AliasReading> aliases, Func<string, bool> isListed)
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (IGrouping<string, AliasReading> letters in aliases.GroupBy(alias => alias.Alias, StringComparer.Ordinal))
        {
            string[] spellings = [.. letters.GroupBy(alias => alias.Name, StringComparer.Ordinal).OrderByDescending(group => isListed(group.Key)).ThenByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];
            for (int i = 1; i < spellings.Length; i++)
            {
                string? same = spellings.Take(i).FirstOrDefault(first => !names.ContainsKey(first) && AreOne(first, spellings[i]));
                if (same is not null && !isListed(spellings[i])) names.TryAdd(spellings[i], same);
            }
        }
        return names;
    }

    private static bool AreOne(string one, string other)
    {
        string[] first = one.Split(' '), second = other.Split(' ');
        if (HasSameWords(first, second)) return true;
        if (first.Length < 2 || first.Length != second.Length) return false;
        int same = 0;
        for (int i = 0; i < first.Length; i++)
        {
            if (first[i].Length == 0 || second[i].Length == 0 || char.ToUpperInvariant(first[i][0]) != char.ToUpperInvariant(second[i][0])) return false;
            if (string.Equals(first[i], second[i], StringComparison.OrdinalIgnoreCase)) same++;
        }
        return 2 * same >= first.Length;
    }

    /// <summary>Words with a capital of the shorter name, for it to stand for the longer one.</summary>
    private const int LeastShared = 2;

    private static bool HasSameWords(string[] one, string[] other)
    {
        HashSet<string> first = [.. one.Where(IsTelling)], second = [.. other.Where(IsTelling)];
        (HashSet<string> few, HashSet<string> many) = first.Count < second.Count ? (first, second) : (second, first);
        return few.Count >= LeastShared && 2 * few.Count > many.Count && few.IsSubsetOf(many);

        static bool IsTelling(string word) => word.Length > 0 && char.IsUpper(word[0]);
    }
}
