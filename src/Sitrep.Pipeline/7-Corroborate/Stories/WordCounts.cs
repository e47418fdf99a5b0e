using System.Globalization;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>In how many documents of general English each word stands, so that five reports on one town already know which words are telling.</summary>
public sealed class WordCounts
{
    private readonly Dictionary<string, int> _documents;

    /// <param name="documents">Documents counted.</param>
    /// <param name="counts">Documents that hold a word, by <see cref="StoryWords.Fold"/>ed word.</param>
    public WordCounts(int documents, IEnumerable<KeyValuePair<string, int>> counts) => (Documents, _documents) = (documents, new(counts, StringComparer.Ordinal));

    /// <summary>Documents counted.</summary>
    public int Documents { get; }

    /// <summary>Documents with the word, 0 for words seldom met.</summary>
    public int Of(string word) => _documents.GetValueOrDefault(word);

    /// <exception cref="IOException">The list is missing.</exception>
    /// <exception cref="InvalidDataException">The list is not what it should be.</exception>
    public static WordCounts Load(DataFolder data)
    {
        const string Name = "word-counts.tsv", All = "*";
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string[] row in data.Rows(Name, "word", "documents"))
        {
            if (!int.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out int documents) || documents == 0) throw new InvalidDataException($"{data.PathOf(Name)}: '{row[1]}' beside {row[0]} is no count.");
            counts[row[0]] = documents;
        }
        return counts.Remove(All, out int total) ? new WordCounts(total, counts) : throw new InvalidDataException($"{data.PathOf(Name)}: no row '{All}' with the count of all documents.");
    }
}
