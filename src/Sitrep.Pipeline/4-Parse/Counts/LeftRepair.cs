using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Counts;

/// <summary>Says "dead" in "a battle left eight soldiers and 28 rebels dead" and "a crash left 50 dead" of all whom it left so, where the parser hung it on the last of them.</summary>
internal static class LeftRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int state = 3; state < sentence.Tokens.Length; state++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            // "left more than 200 dead", with the dead hung beside the number
            if (words.Has(WordSet.LeftSo, tokens[state].Form) && tokens[state] is { Relation: "obl" or "obj" or "amod", Head: >= 0 and var above } && tokens[above].Lemma == "leave" && above < state && tokens[state - 1] is { Upos: Upos.Num, Relation: "obl" or "obj" } && tokens[state - 1].Head == above)
            {
                mended ??= (Token[])tokens.Clone();
                mended[state] = tokens[state] with { Relation = "xcomp" };
                mended[state - 1] = tokens[state - 1] with { Relation = "obj" };
                continue;
            }
            if (!words.Has(WordSet.LeftSo, tokens[state].Form) || tokens[state] is not { Relation: "amod" or "acl" or "acl:relcl", Head: >= 0 and var last } || last >= state) continue;
            int first = tokens[last] is { Relation: "conj", Head: >= 0 and var joined } ? joined : last;
            if (tokens[first] is not { Relation: "obj" or "obl", Head: >= 0 and var left } || tokens[left].Lemma != "leave" || left > first || tokens[first].Relation == "obl" && Trees.Has(tokens, first, "case")) continue;
            mended ??= (Token[])tokens.Clone();
            mended[state] = tokens[state] with { Head = left, Relation = "xcomp" };
            mended[first] = tokens[first] with { Relation = "obj" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
