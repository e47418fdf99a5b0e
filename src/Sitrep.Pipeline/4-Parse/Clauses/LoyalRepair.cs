using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Gives "Forces loyal to X stormed the palace" its subject, where the parser made a clause of "Forces loyal to X".</summary>
/// <remarks>An adjective without "be" behind it is no predicate: it describes the noun right before.</remarks>
internal static class LoyalRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int adjective = 1; adjective < sentence.Tokens.Length; adjective++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int noun = adjective - 1;
            int above = tokens[adjective].Head;
            if (tokens[adjective] is not { Upos: Upos.Adj, Relation: "advcl" or "root" } || tokens[adjective].Relation == "root" != above < 0 || tokens[noun] is not { Penn: "NNS" or "NNPS", Relation: "nsubj" } || tokens[noun].Head != adjective || Trees.Has(tokens, adjective, "cop")) continue;
            int verb = Array.FindIndex(tokens, adjective + 1, token => token is { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" } || token.Upos == Upos.Punct && token.Form == ",");
            if (verb < 0 || tokens[verb].Upos != Upos.Verb || Trees.HasSubject(tokens, verb) || above != verb && Trees.IsUnder(tokens, above, verb)) continue;
            if (above < 0 && tokens[verb].Head != adjective) continue;
            mended ??= (Token[])tokens.Clone();
            if (above < 0) for (int at = verb + 1; at < tokens.Length; at++) if (tokens[at].Head == adjective) mended[at] = tokens[at] with { Head = verb };
            // "as forces loyal to X stormed the palace": the clause is the verb's.
            for (int at = 0; at < adjective; at++) if (tokens[at] is { Relation: "mark" } && tokens[at].Head == adjective) mended[at] = tokens[at] with { Head = verb };
            if (above != verb) mended[verb] = tokens[verb] with { Head = above, Relation = above < 0 ? "root" : "advcl" };
            mended[noun] = tokens[noun] with { Head = verb, Relation = Trees.Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj" };
            mended[adjective] = tokens[adjective] with { Head = noun, Relation = "amod" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
