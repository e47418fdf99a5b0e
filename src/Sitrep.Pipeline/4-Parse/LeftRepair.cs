using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse;

/// <summary>Says "dead" in "a battle left eight soldiers and 28 rebels dead" of all whom it left so, where the parser hung it on the last of them.</summary>
internal static class LeftRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int state = 3; state < sentence.Tokens.Length; state++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (!words.Has(WordSet.LeftSo, tokens[state].Form) || tokens[state] is not { Relation: "amod" or "acl" or "acl:relcl", Head: >= 0 and var last } || last >= state) continue;
            if (tokens[last] is not { Relation: "conj", Head: >= 0 and var first } || tokens[first] is not { Relation: "obj", Head: >= 0 and var left } || tokens[left].Lemma != "leave" || left > first) continue;
            mended ??= (Token[])tokens.Clone();
            mended[state] = tokens[state] with { Head = left, Relation = "xcomp" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
