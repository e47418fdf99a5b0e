using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Counts;

/// <summary>"At least 18 soldiers, 61 rebels and 19 civilians have died": the first of those counted is one of the subjects, where the parser took "at least 18 soldiers" for a setting.</summary>
internal static class CountListRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int second = 3; second < tokens.Length; second++)
        {
            if (First(tokens, second) is not (>= 0 and var first)) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[first] = tokens[first] with { Relation = tokens[second].Relation };
            for (int at = second; at < tokens.Length; at++)
            {
                if (at == second || tokens[at].Head == second && tokens[at].Relation == "conj") mended[at] = tokens[at] with { Head = first, Relation = "conj" };
            }
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }

    /// <summary>The counted noun right before the comma that the counted subject stands behind; -1 when this is no such list.</summary>
    private static int First(Token[] tokens, int second)
    {
        if (tokens[second].Relation is not ("nsubj" or "nsubj:pass") || tokens[second].Head < second || !IsCounted(tokens, second) || !Trees.Has(tokens, second, "conj")) return -1;
        int start = Array.FindIndex(tokens, token => token.Head == second);
        if (start < 2 || start > second || tokens[start - 1].Form != "," && tokens[start].Form != ",") return -1;
        int first = tokens[start].Form == "," ? start - 1 : start - 2;
        bool setting = tokens[first] is { Upos: Upos.Noun, Relation: "obl" } && tokens[first].Head == tokens[second].Head && IsCounted(tokens, first);
        return setting && !Trees.Has(tokens, first, "case") ? first : -1;
    }

    private static bool IsCounted(Token[] tokens, int noun) => Trees.Has(tokens, noun, "nummod");
}
