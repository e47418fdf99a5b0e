using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;

namespace Sitrep.Pipeline.Extract;

/// <summary>Short names that a report itself gives: "Allied Democratic Forces (ADF)", "the Tatmadaw (the army)".</summary>
/// <remarks>After Schwartz and Hearst (2003), without their alignment: an acronym is believed when its letters are the initials of the
/// name's last words; any other gloss in brackets right after a name is believed when both are names.</remarks>
public static class AliasFinder
{
    public static IEnumerable<AliasReading> Find(ReadSentence sentence, WordSets words)
    {
        Tree tree = sentence.Tree;
        for (int at = 1; at + 2 < tree.Count; at++)
        {
            if (tree[at].Form is not ("(" or "[") || tree[at + 2].Form is not (")" or "]"))
            {
                if (tree[at].Form is "(" or "[" && Gloss(sentence, at) is { } gloss) yield return gloss;
                continue;
            }
            string alias = tree[at + 1].Form;
            if (alias.Length < 2 || !char.IsUpper(alias[0])) continue;
            if (Name(sentence, at - 1) is not { } name) continue;
            if (string.Equals(name, alias, StringComparison.OrdinalIgnoreCase)) continue;
            bool acronym = alias.All(c => char.IsUpper(c) || c is '.' or '-' || char.IsDigit(c)) || alias.Count(char.IsUpper) >= 2;
            if (acronym ? Spells(alias, name) || sentence.NameAt(at - 1) is { } run && Initials.LastOf(tree, run.First, words) == run.Last : sentence.NameAt(at + 1) is not null && alias.Length > 3) yield return new AliasReading(name, alias);
        }
    }

    // "Long name (short one)", both of them names
    private static AliasReading? Gloss(ReadSentence sentence, int open)
    {
        if (sentence.NameAt(open + 1) is not { } inner || inner.First != open + 1 || inner.Last + 1 >= sentence.Tree.Count) return null;
        if (sentence.Tree[inner.Last + 1].Form is not (")" or "]") || Name(sentence, open - 1) is not { } name) return null;
        return inner.Known is not null ? new AliasReading(inner.Words, name) : null;
    }

    private static string? Name(ReadSentence sentence, int last) => sentence.NameAt(last) is { } run && run.Last == last ? run.Words : null;

    private static bool Spells(string acronym, string name)
    {
        string letters = new([.. acronym.Where(char.IsLetter).Select(char.ToUpperInvariant)]);
        string[] words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        string all = new([.. words.Select(word => char.ToUpperInvariant(word[0]))]);
        string major = new([.. words.Where(word => char.IsUpper(word[0])).Select(word => word[0])]);
        return all.EndsWith(letters, StringComparison.Ordinal) || major.EndsWith(letters, StringComparison.Ordinal) || letters.Length >= 2 && major.StartsWith(letters, StringComparison.Ordinal);
    }
}
