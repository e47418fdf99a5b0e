using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse;

/// <summary>Gives "told River Radio that troops were in control" its hearer, where the parser made who is told the subject of what he is told, or hung what he is told on him.</summary>
/// <remarks>"That" opens its clause: a nominal between it and the verb of telling stands outside; and a clause with a subject of its own describes nobody.</remarks>
internal static class HearerRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int that = 2; that + 1 < sentence.Tokens.Length; that++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[that] is not { Form: "that", Relation: "mark" } || tokens[that].Head is not (>= 0 and var clause) || clause < that || tokens[clause].Head is not (>= 0 and var above) || above > that) continue;
            if (tokens[clause].Relation == "ccomp" && words.Has(WordSet.TellsSomebody, tokens[above].Lemma)) mended = Outside(tokens, above, that, clause) ?? mended;
            else if (IsToldOf(tokens, above, clause, words))
            {
                mended ??= (Token[])tokens.Clone();
                mended[clause] = tokens[clause] with { Head = tokens[above].Head, Relation = "ccomp" };
                mended[above] = tokens[above] with { Relation = "iobj" };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>Who stands between the verb and "that" is told; null where nobody there was taken for the subject.</summary>
    private static Token[]? Outside(Token[] tokens, int verb, int that, int clause)
    {
        Token[]? mended = null;
        for (int at = verb + 1; at < that; at++)
        {
            if (tokens[at].Head != clause || tokens[at].Upos is not (Upos.Noun or Upos.Propn or Upos.Pron) || !tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[at] = tokens[at] with { Head = verb, Relation = "iobj" };
        }
        return mended;
    }

    /// <summary>"told state television on Sunday that the army was fighting": the clause, with its own subject, hangs on the noun that is told.</summary>
    private static bool IsToldOf(Token[] tokens, int noun, int clause, WordSets words) =>
        tokens[noun] is { Upos: Upos.Noun or Upos.Propn, Relation: "ccomp" or "obj" or "iobj" or "xcomp" } && tokens[noun].Head is >= 0 and var verb && verb < noun && words.Has(WordSet.TellsSomebody, tokens[verb].Lemma)
        && tokens[clause].Relation is "acl:relcl" or "acl" && Trees.HasSubject(tokens, clause);

}
