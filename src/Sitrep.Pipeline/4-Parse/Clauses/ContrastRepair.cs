using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes what stands behind ", but" a clause: "X denied claims that its troops fired, but the council after a session condemned the army" was read as claims and a council.</summary>
/// <remarks>A past form with an object of its own describes no noun before it: it is what the noun behind "but" did.</remarks>
internal static class ContrastRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int but = 2; but + 3 < sentence.Tokens.Length; but++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[but] is not { Form: "but", Relation: "cc" } || tokens[but - 1].Form != "," || tokens[but].Head is not (>= 0 and var doer) || doer < but || tokens[doer] is not { Upos: Upos.Noun or Upos.Propn, Relation: "conj" } || tokens[doer].Head is not (>= 0 and var above)) continue;
            int verb = Verb(tokens, doer);
            for (int steps = 0; above >= 0 && steps < tokens.Length && !(above < but && tokens[above] is { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" } && !IsRelative(tokens, above)); steps++) above = tokens[above].Head;
            if (verb < 0 || above < 0 || Trees.IsUnder(tokens, above, verb) || Trees.IsUnder(tokens, above, doer)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Penn = "VBD", Head = above, Relation = "conj" };
            mended[doer] = tokens[doer] with { Head = verb, Relation = "nsubj" };
            mended[but] = tokens[but] with { Head = verb };
            mended[but - 1] = tokens[but - 1] with { Head = verb };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    // "claims that its troops fired": told inside, and not what the sentence tells.
    private static bool IsRelative(Token[] tokens, int verb) => tokens[verb].Relation is "acl" or "acl:relcl" or "ccomp" or "advcl";

    /// <summary>The past form with an object that hangs below the noun; -1 when there is none, or the noun's phrase has a verb already.</summary>
    private static int Verb(Token[] tokens, int doer)
    {
        for (int at = doer + 1; at < tokens.Length; at++)
        {
            if (tokens[at].Form is ";" || tokens[at].Upos is Upos.Verb or Upos.Aux && tokens[at].Penn is "VBZ" or "VBP" or "MD") return -1;
            if (tokens[at] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "acl" } || !Trees.IsUnder(tokens, at, doer)) continue;
            int verb = at;
            bool direct = Array.Exists(tokens, token => token.Head == verb && token.Relation == "obj" && token.Start > tokens[verb].Start);
            return direct && !Array.Exists(tokens, token => token.Head == verb && token.Relation is "nsubj" or "nsubj:pass" or "aux" or "aux:pass" or "obl:agent") ? at : -1;
        }
        return -1;
    }
}
