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
            // "was attacked by forces loyal to X": they are, and nothing that was done.
            if (tokens[adjective] is { Upos: Upos.Adj, Relation: "xcomp" } && above >= 0 && above < noun && tokens[noun] is { Penn: "NNS" or "NNPS", Relation: "obl:agent" } && tokens[noun].Head == above && adjective + 1 < tokens.Length && tokens[adjective + 1].Form == "to")
            {
                mended ??= (Token[])tokens.Clone();
                mended[adjective] = tokens[adjective] with { Head = noun, Relation = "amod" };
                continue;
            }
            // "fled after troops loyal to X seized Y": the troops did, and nobody fled after them.
            if (tokens[adjective] is { Upos: Upos.Adj, Relation: "xcomp" or "advcl" or "amod" } && adjective + 1 < tokens.Length && tokens[adjective + 1].Form == "to" && tokens[noun] is { Penn: "NNS" or "NNPS", Relation: "obl" } && SubordinateVerb(tokens, noun, adjective) is >= 0 and var seized)
            {
                mended ??= (Token[])tokens.Clone();
                for (int at = 0; at < noun; at++) if (tokens[at] is { Relation: "case", Lemma: "after" or "before" or "as" or "since" or "until" } && tokens[at].Head == noun) mended[at] = tokens[at] with { Head = seized, Relation = "mark", Upos = Upos.Sconj };
                mended[noun] = tokens[noun] with { Head = seized, Relation = "nsubj" };
                mended[adjective] = tokens[adjective] with { Head = noun, Relation = "amod" };
                continue;
            }
            if (tokens[adjective] is not { Upos: Upos.Adj, Relation: "advcl" or "advmod" or "xcomp" or "discourse" or "appos" or "root" } || tokens[adjective].Relation == "root" != above < 0 || tokens[noun] is not { Penn: "NNS" or "NNPS", Relation: "nsubj" } || tokens[noun].Head != adjective || Trees.Has(tokens, adjective, "cop")) continue;
            int verb = Array.FindIndex(tokens, adjective + 1, token => token is { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" } || token.Upos == Upos.Punct && token.Form == ",");
            // "had shelled"
            if (verb < 0) verb = Array.FindIndex(tokens, adjective + 1, token => token is { Upos: Upos.Verb, Penn: "VBN" } && Array.Exists(tokens, aux => aux.Head >= 0 && aux.Relation == "aux" && tokens[aux.Head] == token));
            if (verb < 0 || tokens[verb].Upos != Upos.Verb || Trees.HasSubject(tokens, verb) || above != verb && Trees.IsUnder(tokens, above, verb)) continue;
            if (above < 0 && tokens[verb].Head != adjective) continue;
            mended ??= (Token[])tokens.Clone();
            if (above < 0) for (int at = verb + 1; at < tokens.Length; at++) if (tokens[at].Head == adjective) mended[at] = tokens[at] with { Head = verb };
            // "as forces loyal to X stormed the palace": the clause is the verb's.
            for (int at = 0; at < adjective; at++) if (tokens[at] is { Relation: "mark" } && tokens[at].Head == adjective) mended[at] = tokens[at] with { Head = verb };
            if (above != verb && (above < 0 || tokens[verb].Head != above)) mended[verb] = tokens[verb] with { Head = above, Relation = above < 0 ? "root" : "advcl" };
            mended[noun] = tokens[noun] with { Head = verb, Relation = Trees.Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj" };
            mended[adjective] = tokens[adjective] with { Head = noun, Relation = "amod" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>The verb without a subject behind "after forces loyal to X"; -1 for none.</summary>
    private static int SubordinateVerb(Token[] tokens, int noun, int adjective)
    {
        if (!Array.Exists(tokens, token => token is { Relation: "case", Lemma: "after" or "before" or "as" or "since" or "until" } && token.Head == noun)) return -1;
        int verb = Array.FindIndex(tokens, adjective + 1, token => token is { Upos: Upos.Verb, Penn: "VBD" } || token.Upos == Upos.Punct);
        return verb >= 0 && tokens[verb] is { Upos: Upos.Verb, Relation: "advcl" } && !Trees.HasSubject(tokens, verb) && !Trees.IsUnder(tokens, verb, noun) ? verb : -1;
    }
}
