using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse;

/// <summary>Makes those counted in "Up to 90 people, including 60 children, died" the ones who died, where the parser took "up to" for a preposition before them.</summary>
/// <remarks>Before a number "up to" says how high it may be; what is counted stands as it would without.</remarks>
internal static class UpToRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = AsMany(sentence.Tokens);
        for (int up = 0; up + 3 < sentence.Tokens.Length; up++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[up].Lemma != "up" || tokens[up + 1].Form != "to" || tokens[up + 2].Upos != Upos.Num) continue;
            // "did not kill up to 90 civilians": nobody is killed up.
            bool particle = tokens[up].Relation == "compound:prt" && tokens[up].Head == up - 1 && !words.Has(WordSet.GoesUp, tokens[up - 1].Lemma);
            int noun = particle ? tokens[up + 1].Head : tokens[up].Head;
            if (!particle && tokens[up].Relation != "case" || noun < up + 2) continue;
            if (tokens[noun].Relation != "obl" || tokens[noun].Head is not (>= 0 and var verb) || tokens[verb].Upos != Upos.Verb) continue;
            string? relation = verb > noun ? Has(tokens, verb, "nsubj") ? null : Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj" : Has(tokens, verb, "obj") || Has(tokens, verb, "aux:pass") || up != verb + 1 ? null : "obj";
            if (relation is null) continue;
            if (Trees.IsUnder(tokens, up + 2, up)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[noun] = tokens[noun] with { Relation = relation };
            mended[up] = tokens[up] with { Head = up + 2, Relation = "advmod" };
            if (particle) mended[up + 1] = tokens[up + 1] with { Head = up, Relation = "fixed" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"As many as 60 people were killed": the people were, not "many".</summary>
    private static Token[]? AsMany(Token[] tokens)
    {
        Token[]? mended = null;
        for (int many = 1; many + 2 < tokens.Length; many++)
        {
            if (tokens[many] is not { Lemma: "many", Relation: "nsubj" or "nsubj:pass" or "obj", Head: >= 0 and var verb } || tokens[many - 1].Lemma != "as" || tokens[many + 1].Lemma != "as" || tokens[many + 2].Upos != Upos.Num) continue;
            int number = many + 2, noun = tokens[number].Relation == "nummod" && tokens[number].Head > number ? tokens[number].Head : number;
            if (noun == verb || tokens[noun].Head != verb && !Trees.IsUnder(tokens, noun, many) || Trees.IsUnder(tokens, verb, noun)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[noun] = mended[noun] with { Head = verb, Relation = tokens[many].Relation };
            mended[many] = mended[many] with { Head = number, Relation = "advmod" };
            for (int at = 0; at < tokens.Length; at++) if (mended[at].Head == many && Math.Abs(at - many) > 1) mended[at] = mended[at] with { Head = noun };
            (mended[many - 1], mended[many + 1]) = (mended[many - 1] with { Head = many, Relation = "advmod" }, mended[many + 1] with { Head = many, Relation = "fixed" });
        }
        return mended;
    }

    private static bool Has(Token[] tokens, int verb, string relation) => Array.Exists(tokens, token => token.Head == verb && token.Relation.StartsWith(relation, StringComparison.Ordinal));
}
