namespace Sitrep.Eval.Trees;

/// <summary>Which words of two analyses of one text are the same, by the rules of the CoNLL 2018 shared task (Zeman et al. 2018, conll18_ud_eval.py).</summary>
/// <remarks>Words align by their place; where either side has a multiword token, by the longest common subsequence of lower-cased forms in the stretch it covers.</remarks>
internal static class WordAlignment
{
    /// <returns>Per word of <paramref name="system"/> the index of its gold word; -1 where it has none.</returns>
    public static int[] Align(IReadOnlyList<PlacedWord> gold, IReadOnlyList<PlacedWord> system)
    {
        int[] goldOf = new int[system.Count];
        Array.Fill(goldOf, -1);
        int g = 0, s = 0;
        while (g < gold.Count && s < system.Count)
        {
            if (gold[g].Multiword || system[s].Multiword)
            {
                (int fromGold, int fromSystem) = (g, s);
                Stretch(gold, system, ref fromGold, ref fromSystem, out g, out s);
                CommonForms(gold, system, fromGold, g, fromSystem, s, goldOf);
            }
            else if (gold[g].Start == system[s].Start && gold[g].End == system[s].End)
            {
                goldOf[s++] = g++;
            }
            else if (gold[g].Start <= system[s].Start)
            {
                g++;
            }
            else
            {
                s++;
            }
        }
        return goldOf;
    }

    /// <summary>The smallest stretch around a multiword token in which no token of either side is cut.</summary>
    private static void Stretch(IReadOnlyList<PlacedWord> gold, IReadOnlyList<PlacedWord> system, ref int fromGold, ref int fromSystem, out int toGold, out int toSystem)
    {
        int end;
        if (gold[fromGold].Multiword)
        {
            end = gold[fromGold].End;
            if (!system[fromSystem].Multiword && system[fromSystem].Start < gold[fromGold].Start) fromSystem++;
        }
        else
        {
            end = system[fromSystem].End;
            if (!gold[fromGold].Multiword && gold[fromGold].Start < system[fromSystem].Start) fromGold++;
        }
        (int g, int s) = (fromGold, fromSystem);
        while (!IsBeyond(gold, g, end) || !IsBeyond(system, s, end))
        {
            if (g < gold.Count && (s >= system.Count || gold[g].Start <= system[s].Start)) end = Extended(gold[g++], end);
            else end = Extended(system[s++], end);
        }
        (toGold, toSystem) = (g, s);
    }

    private static bool IsBeyond(IReadOnlyList<PlacedWord> words, int i, int end) =>
        i >= words.Count || (words[i].Multiword ? words[i].Start >= end : words[i].End > end);

    private static int Extended(PlacedWord word, int end) => word.Multiword && word.End > end ? word.End : end;

    private static void CommonForms(IReadOnlyList<PlacedWord> gold, IReadOnlyList<PlacedWord> system, int g0, int g1, int s0, int s1, int[] goldOf)
    {
        int[,] longest = new int[g1 - g0 + 1, s1 - s0 + 1];   // [from gold word, from system word]
        for (int g = g1 - g0 - 1; g >= 0; g--)
        {
            for (int s = s1 - s0 - 1; s >= 0; s--)
            {
                longest[g, s] = Same(gold[g0 + g], system[s0 + s]) ? 1 + longest[g + 1, s + 1] : Math.Max(longest[g + 1, s], longest[g, s + 1]);
            }
        }
        for (int g = 0, s = 0; g < g1 - g0 && s < s1 - s0;)
        {
            if (Same(gold[g0 + g], system[s0 + s])) goldOf[s0 + s++] = g0 + g++;
            else if (longest[g, s] == longest[g + 1, s]) g++;
            else s++;
        }
    }

    private static bool Same(PlacedWord one, PlacedWord other) => string.Equals(one.Word.Form, other.Word.Form, StringComparison.OrdinalIgnoreCase);
}
