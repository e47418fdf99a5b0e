using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Lexicon;

/// <summary>Where a qualifying word stands: the places of <c>data/qualifiers.tsv</c>.</summary>
public enum QualifierPlace { Beside, Of, Gerund, Adjective, Predicate, Bare, Ending, Outcome }

/// <summary>The words of <c>data/qualifiers.tsv</c>: what beside an event word keeps it from having happened.</summary>
public sealed class QualifierList
{
    private readonly FrozenDictionary<(string, QualifierPlace), Stance> _single;
    private readonly ImmutableArray<(string[] Words, QualifierPlace Place, Stance Effect)> _before;

    private QualifierList(FrozenDictionary<(string, QualifierPlace), Stance> single, ImmutableArray<(string[], QualifierPlace, Stance)> before) => (_single, _before) = (single, before);

    public static QualifierList Load(DataFolder data)
    {
        (string Words, QualifierPlace Place, Stance Effect)[] rows = [.. data.Rows("qualifiers.tsv", "words", "where", "effect").Select(row => (row[0], Spelling.Parse<QualifierPlace>(row[1]), Spelling.Parse<Stance>(row[2])))];
        return new QualifierList(rows.ToFrozenDictionary(row => (row.Words, row.Place), row => row.Effect),
            [.. rows.Where(row => row.Place is QualifierPlace.Beside or QualifierPlace.Of or QualifierPlace.Gerund).Select(row => (row.Words.Split(' '), row.Place, row.Effect)).OrderByDescending(row => row.Item1.Length)]);
    }

    /// <summary>What an adjective before a noun, or a word said of it, does; null when it is not listed.</summary>
    public Stance? For(in Token token, QualifierPlace place) =>
        _single.TryGetValue((token.Form.ToLowerInvariant(), place), out Stance effect) || _single.TryGetValue((token.Lemma, place), out effect) ? effect : null;

    /// <summary>What the words that end right before a token do.</summary>
    /// <returns>Null when none stand there; else also their first token.</returns>
    public (Stance Effect, int First)? Before(Tree tree, int at, QualifierPlace place)
    {
        foreach ((string[] words, QualifierPlace listed, Stance effect) in _before)
        {
            if (listed != place || words.Length > at) continue;
            int same = 0;
            while (same < words.Length && Is(tree[at - 1 - same], words[^(same + 1)])) same++;
            if (same == words.Length) return (effect, at - words.Length);
        }
        return null;

        static bool Is(in Token token, string word) => token.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase) || token.Form.Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
