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
            if (tokens[at].Form != "as" || tokens[at + 1].Form != "well" || tokens[at + 2].Form != "as") continue;
            int second = at + 3;
            while (tokens[second].Head > second) second = tokens[second].Head;
            if (tokens[second].Upos is not (Upos.Noun or Upos.Propn) || tokens[second].Relation is not ("conj" or "obj" or "obl" or "obl:unmarked") || tokens[second].Head is not (>= 0 and var verb) || verb >= at || tokens[verb].Upos != Upos.Verb) continue;
            int first = tokens[at - 1].Form == "," ? at - 2 : at - 1;
            while (first > verb && tokens[first] is { Relation: "flat" or "compound" } && tokens[first].Head > verb) first = tokens[first].Head;
            if (first <= verb || tokens[first].Upos is not (Upos.Noun or Upos.Propn) || !Trees.IsUnder(tokens, first, verb)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[second] = tokens[second] with { Head = first, Relation = "conj" };
            mended[at] = tokens[at] with { Head = second, Relation = "cc" };
            for (int rest = at + 1; rest < at + 3; rest++) mended[rest] = tokens[rest] with { Head = at, Relation = "fixed" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
