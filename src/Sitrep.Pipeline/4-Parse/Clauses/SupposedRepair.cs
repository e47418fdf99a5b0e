using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "gunmen believed to be bandits raided X" what the gunmen did, where the parser took what they are believed to be for the verb of the sentence.</summary>
internal static class SupposedRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        for (int part = 1; part + 3 < tokens.Length; part++)
        {
            if (tokens[part] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "root" or "ccomp" } || !words.Has(WordSet.Supposed, tokens[part].Lemma) || tokens[part + 1].Form is not ("to" or "of") || Trees.SubjectOf(tokens, part) != part - 1 || Trees.Has(tokens, part, "aux") || Trees.Has(tokens, part, "aux:pass")) continue;
            // "bandits raided", with the raiding for a description of the bandits
            int told = part, verb = Array.FindIndex(tokens, part + 3, token => token is { Upos: Upos.Verb, Penn: "VBD" or "VBN" } && (token.Relation is "xcomp" or "ccomp" && token.Head == told || token.Relation == "acl" && token.Head > told && Trees.IsUnder(tokens, token.Head, told)));
            if (verb < 0 || !Trees.Has(tokens, verb, "obj") || Trees.Has(tokens, verb, "mark") || Trees.Has(tokens, verb, "aux") || Array.FindIndex(tokens, part, verb - part, token => token.Form == ",") >= 0) continue;
            int doer = part - 1;
            Token[] mended = (Token[])tokens.Clone();
            for (int at = 0; at < tokens.Length; at++)
            {
                if (at == verb || at == doer) continue;
                if (tokens[at].Head == part && (at < doer || at > verb)) mended[at] = tokens[at] with { Head = verb };
                else if (tokens[at].Head == verb && at > part && at < verb) mended[at] = tokens[at] with { Head = part, Relation = "xcomp" };
            }
            mended[verb] = tokens[verb] with { Head = tokens[part].Head, Relation = tokens[part].Relation, Penn = "VBD" };
            mended[doer] = tokens[doer] with { Head = verb, Relation = "nsubj" };
            mended[part] = tokens[part] with { Head = doer, Relation = "acl", Penn = "VBN" };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }
}
