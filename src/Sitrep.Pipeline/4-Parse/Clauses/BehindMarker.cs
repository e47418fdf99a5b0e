using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "a year after the group seized X" a clause, where the parser read of a group seized; and gives "…, who were escorting a convoy, while in another village six were killed" its village, where the parser hung it on what stands before "while".</summary>
/// <remarks>What stands between a subordinating word and the verb that it opens belongs to that verb's clause.</remarks>
internal static class BehindMarker
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = Opened(sentence.Tokens);
        for (int mark = 1; mark + 2 < sentence.Tokens.Length; mark++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[mark] is not { Relation: "mark", Form: "while" or "when" or "after" or "because" or "although" or "though" or "as" } || tokens[mark].Head is not (> 0 and var verb) || verb <= mark + 1 || tokens[verb].Upos != Upos.Verb) continue;
            for (int at = mark + 1; at < verb; at++)
            {
                if (tokens[at].Head < 0 || tokens[at].Head >= mark || tokens[at].Relation is not ("obl" or "obl:unmarked" or "nmod" or "advmod") || Trees.IsUnder(mended ?? tokens, verb, at)) continue;
                mended ??= (Token[])tokens.Clone();
                mended[at] = tokens[at] with { Head = verb, Relation = tokens[at].Relation == "nmod" ? "obl" : tokens[at].Relation };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"after the group seized control": right behind a noun and with an object of its own, a past form is what the noun did; null where none stands so.</summary>
    private static Token[]? Opened(Token[] tokens)
    {
        for (int verb = 3; verb + 1 < tokens.Length; verb++)
        {
            int noun = verb - 1;
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "acl" } || tokens[verb].Head != noun || tokens[noun] is not { Relation: "obl", Head: >= 0 and var above } || Array.Exists(tokens, token => token.Head == verb && token.Relation is "obl:agent" or "aux" or "aux:pass") || !Trees.Has(tokens, verb, "obj")) continue;
            int mark = Array.FindIndex(tokens, token => token.Head == noun && token is { Relation: "case", Lemma: "after" or "before" or "since" });
            if (mark < 0 || mark > noun) continue;
            var opened = (Token[])tokens.Clone();
            opened[verb] = tokens[verb] with { Penn = "VBD", Head = above, Relation = "advcl" };
            opened[noun] = tokens[noun] with { Head = verb, Relation = "nsubj" };
            opened[mark] = tokens[mark] with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
            return opened;
        }
        return null;
    }
}
