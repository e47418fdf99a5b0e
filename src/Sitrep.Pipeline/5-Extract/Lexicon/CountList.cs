using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Lexicon;

/// <summary>How a word of <c>data/counts.tsv</c> stands to those counted.</summary>
public enum CountRole { Counted, State, Done, Does, Of }

/// <summary>What a number counts.</summary>
public enum CountedKind { Any, People, Structure }

/// <summary>One row: a word that makes a number beside it a count of the record.</summary>
/// <param name="With">Lemmas one of which must stand with the word; empty when none must.</param>
/// <param name="Stock">True: a number standing at a moment; false: what one event added.</param>
public sealed record CountWord(string Word, ImmutableArray<string> With, CountedKind Of, Measure Measure, bool Stock);

/// <summary>The words of <c>data/counts.tsv</c>, in file order: the first row that fits is taken.</summary>
public sealed class CountList
{
    /// <summary>What stands in <see cref="CountWord.With"/> of words that count the sick only where a disease is told of ("3,766 cases").</summary>
    public const string Outbreak = "outbreak";

    private readonly FrozenDictionary<(string, CountRole), ImmutableArray<CountWord>> _words;
    private readonly FrozenSet<string> _told;
    private readonly FrozenSet<string> _supposed;
    private readonly FrozenSet<string> _tallies;
    private readonly FrozenSet<string> _recounts;
    private readonly FrozenSet<string> _seats;
    private readonly FrozenSet<string> _sorts;

    private CountList(ImmutableArray<string[]> rows)
    {
        FrozenSet<string> Kind(string kind) => rows.Where(row => row[1] == kind).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);
        (_told, _supposed, _tallies, _recounts, _seats, _sorts) = (Kind("told"), Kind("supposed"), Kind("tally"), Kind("recount"), Kind("seat"), Kind("sort"));
        _words = rows.Where(row => row[4].Length > 0)
            .GroupBy(row => (row[0], Spelling.Parse<CountRole>(row[1])))
            .ToFrozenDictionary(group => group.Key, group => group.Select(row => new CountWord(
                row[0], row[2].Length == 0 ? [] : [.. row[2].Split('|')], Spelling.Parse<CountedKind>(row[3]), Spelling.Parse<Measure>(row[4]), row[5] == "stock")).ToImmutableArray());
    }

    /// <exception cref="InvalidDataException">A row is not what it should be.</exception>
    public static CountList Load(DataFolder data) => new(data.Rows("counts.tsv", "word", "as", "with", "of", "measure", "count"));

    public ImmutableArray<CountWord> For(string lemma, CountRole role) => _words.TryGetValue((lemma, role), out ImmutableArray<CountWord> rows) ? rows : [];

    /// <summary>May stand between those counted and what is said of them: "31 people confirmed dead".</summary>
    public bool IsTold(string lemma) => _told.Contains(lemma) || _supposed.Contains(lemma);

    /// <summary>Says of those counted what nobody knows yet: "feared dead", "believed to have died".</summary>
    public bool IsSupposed(string lemma) => _supposed.Contains(lemma);

    /// <summary>A word that tells of deaths, as a verb, a noun or a state.</summary>
    public bool IsDeath(string lemma, string form) => _words.Any(entry => (entry.Key.Item1 == lemma || entry.Key.Item2 == CountRole.State && entry.Key.Item1 == form) && entry.Value.Any(word => word.Measure == Measure.Killed));

    /// <summary>A noun for a running count: "toll", "tally".</summary>
    public bool IsTally(string lemma) => _tallies.Contains(lemma);

    /// <summary>A verb that may give a number of what was counted before: "the agency had counted 2,010".</summary>
    public bool IsRecount(string lemma) => _recounts.Contains(lemma);

    /// <summary>An adjective that makes a count of its own: "confirmed cases" are some of the cases.</summary>
    public bool IsSort(string word) => _sorts.Contains(word);

    /// <summary>A noun that stands for those counted: "a total of 40 people".</summary>
    public bool IsSeat(string lemma) => _seats.Contains(lemma);
}
