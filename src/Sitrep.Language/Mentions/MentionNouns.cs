using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Mentions;

/// <summary>What a common noun refers to, as <c>mention-nouns.tsv</c> says.</summary>
internal enum MentionNoun : byte { None, Person, Group, Collection, Country, Place, Part }

/// <summary>The table of <c>mention-nouns.tsv</c>.</summary>
internal static class MentionNouns
{
    private static readonly FrozenDictionary<string, MentionNoun>.AlternateLookup<ReadOnlySpan<char>> Classes =
        WordTable.Rows("mention-nouns.tsv", 2).ToFrozenDictionary(row => row[0], row => Enum.Parse<MentionNoun>(row[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static MentionNoun Of(in Token token) => Of(token.Lemma) is var byLemma and not MentionNoun.None ? byLemma : Of(token.Form);

    // A noun in capitals is tagged as a name, and the lemma of a name keeps its number: "Forces", "Authorities".
    private static MentionNoun Of(ReadOnlySpan<char> word)
    {
        if (Classes.TryGetValue(word, out MentionNoun found)) return found;
        return word.Length > 3 && word[^1] is 's' or 'S' && Classes.TryGetValue(word[..^1], out found) ? found : MentionNoun.None;
    }
}
