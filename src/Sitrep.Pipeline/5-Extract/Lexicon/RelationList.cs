using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Relations;

namespace Sitrep.Pipeline.Extract.Lexicon;

/// <summary>One row of <c>data/relations.tsv</c> for one word.</summary>
/// <param name="With">Lemmas one of which must stand below the word; empty when nothing must.</param>
/// <param name="Turn">What the word makes of the relation below it.</param>
/// <param name="Root">The relation itself, or for a turn what is meant when nothing below says more; null for none.</param>
public sealed record RelationWord(ImmutableArray<string> With, RelationTurn Turn, PloverRoot? Root);

/// <summary>The words of <c>data/relations.tsv</c>: who does what to whom, in the order of the file; the first row that fits is taken.</summary>
public sealed class RelationList
{
    private readonly FrozenDictionary<(string, FramePos), ImmutableArray<RelationWord>> _words;

    private RelationList(FrozenDictionary<(string, FramePos), ImmutableArray<RelationWord>> words) => _words = words;

    /// <summary>Rows for a lemma; empty when it is not listed.</summary>
    public ImmutableArray<RelationWord> For(string lemma, FramePos pos) => _words.TryGetValue((lemma, pos), out ImmutableArray<RelationWord> rows) ? rows : [];

    public static RelationList Load(DataFolder data)
    {
        var groups = data.Rows("relation-groups.tsv", "group", "words").ToDictionary(row => row[0], row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        var words = new Dictionary<(string, FramePos), List<RelationWord>>();
        foreach (string[] row in data.Rows("relations.tsv", "words", "pos", "with", "turn", "root"))
        {
            FramePos pos = Spelling.Parse<FramePos>(row[1]);
            var read = new RelationWord([.. row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Group(groups, word))],
                row[3].Length == 0 ? RelationTurn.None : Spelling.Parse<RelationTurn>(row[3]), row[4].Length == 0 ? null : Spelling.Parse<PloverRoot>(row[4].ToLowerInvariant()));
            foreach (string word in row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Group(groups, word)))
            {
                if (!words.TryGetValue((word, pos), out List<RelationWord>? rows)) words[(word, pos)] = rows = [];
                rows.Add(read);
            }
        }
        return new RelationList(words.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToImmutableArray()));
    }

    private static string[] Group(Dictionary<string, string[]> groups, string word) =>
        word[0] != '@' ? [word] : groups.TryGetValue(word[1..], out string[]? words) ? words : throw new InvalidDataException($"relations.tsv: relation-groups.tsv has no group '{word[1..]}'.");
}
