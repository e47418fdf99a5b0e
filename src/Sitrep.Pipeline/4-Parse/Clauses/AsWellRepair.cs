using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Joins "captured X as well as Y" to X, where the parser joined Y to the verb or made it a circumstance.</summary>
internal static class AsWellRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int at = 1; at + 3 < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[at].Form != "as" || tokens[at + 1].Form != "well" || tokens[at + 2].Form != "as" || tokens[at].Head is not (>= 0 and var second) || second < at + 3 || tokens[second].Upos is not (Upos.Noun or Upos.Propn) || tokens[second].Head is not (>= 0 and var verb)) continue;
            if (tokens[verb].Upos != Upos.Verb || verb > at || tokens[second].Relation is not ("conj" or "obj" or "obl" or "obl:unmarked")) continue;
            int first = tokens[at - 1].Form == "," ? at - 2 : at - 1;
            while (first > verb && tokens[first] is { Relation: "flat" or "compound" } && tokens[first].Head > verb) first = tokens[first].Head;
            if (first <= verb || first > at || tokens[first].Upos is not (Upos.Noun or Upos.Propn) || !Trees.IsUnder(tokens, first, verb)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[second] = tokens[second] with { Head = first, Relation = "conj" };
            mended[at] = tokens[at] with { Relation = "cc" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
