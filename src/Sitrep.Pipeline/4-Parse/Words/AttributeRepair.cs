using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "the dense, disputed forest" one phrase, where the parser took "dense" for a noun and the participle for a verb whose subject is the forest.</summary>
/// <remarks>A verb has its subject before it, unless something is asked or quoted; a participle without an auxiliary, between a comma and a noun without an article, describes that noun.</remarks>
internal static class AttributeRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 3; verb + 1 < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN", Relation: "parataxis" or "conj" or "ccomp" } || tokens[verb - 1].Form != "," || Thing(tokens, verb) is not { } thing) continue;
            int quality = verb - 2;
            if (tokens[quality].Upos is not (Upos.Noun or Upos.Adj) || tokens[quality].Penn is "NNS" || tokens[quality].Head is not (>= 0 and var head) || head >= quality || !Array.Exists(tokens, token => token.Head == quality && token.Relation == "det")) continue;
            mended ??= (Token[])tokens.Clone();
            mended[thing] = tokens[thing] with { Head = head, Relation = tokens[quality].Relation };
            for (int at = 0; at < tokens.Length; at++)
            {
                if (tokens[at].Head == quality && at < quality) mended[at] = tokens[at] with { Head = thing };
                else if (tokens[at].Head == verb && at != thing) mended[at] = tokens[at] with { Head = thing, Relation = tokens[at].Relation == "obl" ? "nmod" : tokens[at].Relation };
            }
            mended[verb - 1] = tokens[verb - 1] with { Head = thing };
            mended[quality] = tokens[quality] with { Upos = Upos.Adj, Penn = "JJ", Head = thing, Relation = "amod" };
            mended[verb] = tokens[verb] with { Head = thing, Relation = "amod" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    // The subject that stands behind the verb, with nothing but what describes it between.
    private static int? Thing(Token[] tokens, int verb)
    {
        int thing = Array.FindIndex(tokens, verb + 1, token => token.Head == verb && token.Relation.StartsWith("nsubj", StringComparison.Ordinal));
        if (thing < 0 || tokens[thing].Upos != Upos.Noun) return null;
        for (int at = verb + 1; at < thing; at++) if (tokens[at].Head != thing || tokens[at].Relation is not ("amod" or "compound")) return null;
        return Array.Exists(tokens, token => token.Head == verb && (token.Relation is "obj" or "ccomp" or "xcomp" || token.Relation.StartsWith("aux", StringComparison.Ordinal))) ? null : thing;
    }
}
