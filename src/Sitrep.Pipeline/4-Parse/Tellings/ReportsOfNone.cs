using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Parts "There were no reports of casualties after a bridge collapsed": that it collapsed is told, and is nothing that was reported, or not.</summary>
/// <remarks>A clause behind "after" or "when" says when there were none, so that it hangs on the verb and not on the noun.</remarks>
internal static class ReportsOfNone
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int clause = 3; clause < sentence.Tokens.Length; clause++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[clause] is not { Upos: Upos.Verb, Relation: "advcl" or "acl" } || Array.FindIndex(tokens, 0, clause, token => token.Head == clause && token.Relation is "mark" or "advmod" && token.Lemma is "after" or "when" or "as" or "since") < 0) continue;
            int noun = tokens[clause].Head;
            while (noun >= 0 && tokens[noun] is { Upos: Upos.Noun, Relation: "nmod" }) noun = tokens[noun].Head;
            if (noun < 0 || tokens[noun] is not { Upos: Upos.Noun, Relation: "nsubj", Head: >= 0 and var verb } || verb > noun || tokens[verb].Lemma != "be" || !Trees.Has(tokens, verb, "expl")) continue;
            mended ??= (Token[])tokens.Clone();
            mended[clause] = tokens[clause] with { Head = verb, Relation = "advcl" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
