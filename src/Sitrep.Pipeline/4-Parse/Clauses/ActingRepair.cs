using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "arrested by mutinying soldiers" and "fell to advancing troops" what soldiers did, where the parser has somebody mutiny them.</summary>
/// <remarks>Nobody mutinies, retreats or flees somebody: before its noun such a form says what he is doing.</remarks>
internal static class ActingRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int acting = 1; acting + 1 < sentence.Tokens.Length; acting++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int who = acting + 1, by = acting - 1;
            if (tokens[acting] is not { Penn: "VBG", Relation: "advcl" or "acl" or "xcomp", Head: >= 0 and var above } || !words.Has(WordSet.Intransitive, tokens[acting].Lemma) || tokens[who] is not { Penn: "NNS", Relation: "obj" } || tokens[who].Head != acting || tokens[by] is not { Relation: "mark", Lemma: "by" or "to" or "from" or "with" or "against" } || tokens[by].Head != acting) continue;
            mended ??= (Token[])tokens.Clone();
            bool agent = tokens[by].Lemma == "by" && Array.Exists(tokens, token => token.Head == above && token.Relation is "aux:pass" or "nsubj:pass");
            for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == acting && at != by && at != who) mended[at] = tokens[at] with { Head = above };
            mended[who] = tokens[who] with { Head = above, Relation = agent ? "obl:agent" : tokens[above].Upos is Upos.Noun or Upos.Propn ? "nmod" : "obl" };
            mended[acting] = tokens[acting] with { Head = who, Relation = "amod" };
            mended[by] = tokens[by] with { Head = who, Relation = "case", Upos = Upos.Adp, Penn = "IN" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
