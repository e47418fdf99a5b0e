using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Gives "…, who were escorting a convoy, while in another village six were killed" its village, where the parser hung it on what stands before "while".</summary>
/// <remarks>What stands between a subordinating word and the verb that it opens belongs to that verb's clause.</remarks>
internal static class BehindMarker
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
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
}
