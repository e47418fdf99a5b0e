using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Extract.Figures.Where;

/// <summary>Is a number that of all, so that no place named for a part is its place?</summary>
internal static class GrandTotal
{
    /// <summary>Words between a number and the "in all" behind it.</summary>
    private const int TotalMax = 8;

    /// <summary>"22 in all", "12,000 people had fled in total": of all places, and not of one that another number of the sentence has.</summary>
    public static bool Is(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        if (!sentence.Quantities.Any(other => other.Last < at || other.First > at)) return false;
        int next = sentence.Quantities.FirstOrDefault(other => other.First > at)?.First ?? tree.Count;
        for (int word = at + 1; word < next && word - at <= TotalMax && tree[word].Form is not (";" or ":" or "(" or "\"" or "“" or "”"); word++)
        {
            if (tree[word].Form is "altogether" || IsInAll(tree, word)) return true;
        }
        return false;
    }

    // "in all", "in total"; "in all provinces", "in all of X" go on.
    private static bool IsInAll(Tree tree, int at)
    {
        if (tree[at].Form != "in" || at + 1 >= tree.Count || tree[at + 1].Form is not ("all" or "total")) return false;
        return at + 2 >= tree.Count || tree[at + 2].Upos is not (Upos.Noun or Upos.Adj or Upos.Num or Upos.Det) && tree[at + 2].Form != "of";
    }

    /// <summary>"Out of the 2,189 dead, 1,832 were in X": the whole is of no part's place.</summary>
    public static bool IsOutOf(Tree tree, int at)
    {
        // "known dead": what the number was read from may hang below those counted.
        for (int steps = 0; steps < 3 && at >= 0; at = tree.Head(at), steps++)
        {
            if (tree.Preposition(at) is "out of" or "from" && tree[tree.Extent(at).First].Form is "Out" or "out") return true;
        }
        return false;
    }
}
