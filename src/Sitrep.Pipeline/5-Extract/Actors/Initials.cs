using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Actors;

/// <summary>Names that are followed by their own initials: "Front for the Valley and the Hills (FVH)".</summary>
/// <remarks>After Schwartz and Hearst (2003): the letters in the brackets are looked for at the heads of the words before, and a name whose words
/// give all of them in order, and no others, is believed whatever small words join them.</remarks>
internal static class Initials
{
    /// <summary>Tokens of a name; longer ones are not shortened in the same breath.</summary>
    private const int TokensMax = 14;

    /// <summary>Last token of the name that begins here and whose initials follow in brackets; -1 when there is none.</summary>
    public static int LastOf(Tree tree, int first, WordSets words)
    {
        if (!IsCapital(tree[first].Form)) return -1;
        int open = first + 1;
        while (open < tree.Count && open <= first + TokensMax && tree[open].Form is not ("(" or "["))
        {
            if (!IsCapital(tree[open].Form) && !IsJoiner(tree[open].Form, words)) return -1;
            open++;
        }
        if (open < first + 2 || open + 2 >= tree.Count || tree[open].Form is not ("(" or "[")) return -1;
        int close = open + 1;
        while (close < tree.Count && close < open + 4 && tree[close].Form is not (")" or "]")) close++;
        if (close >= tree.Count || tree[close].Form is not (")" or "]")) return -1;
        string letters = string.Concat(tree.Words(open + 1, close - 1).Where(char.IsLetter));
        return letters.Length > 1 && letters.All(char.IsUpper) && IsCapital(tree[open - 1].Form) && Spells(letters, tree, first, open - 1) ? open - 1 : -1;
    }

    private static bool Spells(string letters, Tree tree, int first, int last)
    {
        int at = 0;
        for (int token = first; token <= last; token++)
        {
            string form = tree[token].Form;
            bool capital = IsCapital(form);
            if (at < letters.Length && char.ToUpperInvariant(form[0]) == letters[at] && (capital || form.Length > 1)) at++;
            else if (capital) return false;
        }
        return at == letters.Length;
    }

    private static bool IsCapital(string form) => form.Length > 0 && char.IsUpper(form[0]);

    private static bool IsJoiner(string form, WordSets words) => words.Has(WordSet.Unlettered, form) || form is "-" or "–" or "&" or "'s" or "’s" or "'" or "’";
}
