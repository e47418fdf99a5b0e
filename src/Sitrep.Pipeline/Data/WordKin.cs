using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sitrep.Pipeline.Data;

/// <summary>How two words are related as names of happenings. All false: nothing is known to join them.</summary>
/// <param name="Kin">Derived from one verb: attack and attacker, die and death.</param>
/// <param name="Synonym">They share a concept; 1 when it is the first of both, less the further down their lists it stands; 0 when they share none.</param>
/// <param name="Derived">A derived word of one shares a concept with the other.</param>
/// <param name="Broader">One stands for a kind, a cause or a consequence of the other.</param>
/// <param name="Sister">Both are kinds of one thing.</param>
/// <param name="Unknown">At least one of them is in no list.</param>
public readonly record struct WordRelation(bool Kin, double Synonym, bool Derived, bool Broader, bool Sister, bool Unknown)
{
    /// <summary>0 for none, 1 sisters, 1.5 broader, 2 synonyms, 3 kin.</summary>
    public double Rank => Kin ? 3 : Synonym > 0 || Derived ? 2 : Broader ? 1.5 : Sister ? 1 : 0;
}

/// <summary>Which words may name one happening: <c>data/word-kin.tsv</c>, cut from WordNet, and our own rows beside it.</summary>
public sealed class WordKin
{
    private readonly FrozenDictionary<(string, char), Row> _rows;

    private WordKin(FrozenDictionary<(string, char), Row> rows) => _rows = rows;

    private sealed record Row(ImmutableArray<string> Verbs, ImmutableArray<string> Senses, ImmutableArray<string> Derived, ImmutableArray<string> Broader);

    /// <exception cref="IOException">A list is missing.</exception>
    /// <exception cref="InvalidDataException">A list is not what it should be.</exception>
    public static WordKin Load(DataFolder data)
    {
        var rows = new Dictionary<(string, char), Row>();
        foreach (string[] row in data.Rows("word-kin.tsv", "word", "class", "verbs", "senses", "derived", "broader")) rows[(row[0], row[1][0])] = new Row(Cells(row[2]), Cells(row[3]), Cells(row[4]), Cells(row[5]));
        foreach (string[] row in data.Rows("word-kin-own.tsv", "word", "class", "verbs"))
        {
            Row known = rows.GetValueOrDefault((row[0], row[1][0]), new Row([], [], [], []));
            ImmutableArray<string> verbs = Cells(row[2]);
            rows[(row[0], row[1][0])] = known with
            {
                Verbs = [.. known.Verbs.Union(verbs, StringComparer.Ordinal)],
                Derived = [.. known.Derived.Union(verbs.SelectMany(verb => rows.TryGetValue((verb, 'v'), out Row? other) ? other.Senses : []), StringComparer.Ordinal)],
            };
        }
        return new WordKin(rows.ToFrozenDictionary());
    }

    /// <param name="one">A lemma in small letters, or a phrase of lemmas with _ between them.</param>
    /// <param name="oneClass">v, n, a; any other letter is in no list.</param>
    /// <param name="other">See <paramref name="one"/>.</param>
    /// <param name="otherClass">See <paramref name="oneClass"/>.</param>
    public WordRelation Relation(string one, char oneClass, string other, char otherClass)
    {
        Row? a = _rows.GetValueOrDefault((one, oneClass)), b = _rows.GetValueOrDefault((other, otherClass));
        bool kin = a is not null && b is not null && a.Verbs.Any(b.Verbs.Contains) || a?.Verbs.Contains(other) == true || b?.Verbs.Contains(one) == true;
        if (a is null || b is null) return new WordRelation(kin, 0, false, false, false, true);
        double synonym = 0;
        for (int i = 0; i < a.Senses.Length; i++)
        {
            int j = b.Senses.IndexOf(a.Senses[i]);
            if (j >= 0) synonym = Math.Max(synonym, 1 / (1 + Math.Min(i, j) + (Math.Max(i, j) * 0.5)));
        }
        bool derived = a.Derived.Any(id => b.Senses.Contains(id) || b.Derived.Contains(id)) || b.Derived.Any(a.Senses.Contains);
        bool broader = a.Broader.Any(id => b.Senses.Contains(id) || b.Derived.Contains(id)) || b.Broader.Any(id => a.Senses.Contains(id) || a.Derived.Contains(id));
        return new WordRelation(kin, synonym, derived, broader, a.Broader.Any(b.Broader.Contains), false);
    }

    private static ImmutableArray<string> Cells(string cell) => [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
