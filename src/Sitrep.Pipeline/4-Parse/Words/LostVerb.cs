using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Finds the verb of "Rebels attacked positions of the army" and "it had destroyed rebel positions", where the parser took the past form for a participle of the noun behind it.</summary>
/// <remarks>A noun before a bare participle is no part of the name behind it, and an auxiliary wants a verb.</remarks>
internal static class LostVerb
{
    /// <summary>The tokens with their verb; null when none is lost.</summary>
    public static Token[]? Found(Token[] tokens) => Bare(tokens) ?? Perfect(tokens) ?? Behind(tokens) ?? Governing(tokens);

    private static Token[]? Bare(Token[] tokens)
    {
        int noun = Array.FindIndex(tokens, token => token.Head < 0);
        if (noun < 2 || tokens[noun].Upos is not (Upos.Noun or Upos.Propn) || tokens[^1].Form != "." || Array.Exists(tokens, token => token.Upos is Upos.Verb or Upos.Aux && token.Penn is "VBD" or "VBZ" or "VBP" or "MD")) return null;
        int verb = Participle(tokens, noun, 1);
        if (verb < 0 || tokens[verb - 1] is not { Upos: Upos.Noun or Upos.Propn, Relation: "compound" or "nsubj" } subject || subject.Head != noun && subject.Head != verb) return null;
        for (int at = 0; at < verb - 1; at++) if (tokens[at].Head == noun && tokens[at].Relation is "case" or "cop" or "nsubj") return null;
        Token[] mended = (Token[])tokens.Clone();
        mended[verb - 1] = subject with { Head = verb, Relation = "nsubj" };
        for (int at = 0; at < verb - 1; at++) if (tokens[at].Head == noun) mended[at] = tokens[at] with { Head = tokens[at].Upos is Upos.Punct or Upos.Adv ? verb : verb - 1 };
        Raise(tokens, mended, verb, noun);
        return mended;
    }

    private static Token[]? Perfect(Token[] tokens)
    {
        for (int noun = 3; noun < tokens.Length; noun++)
        {
            if (tokens[noun].Upos is not (Upos.Noun or Upos.Propn)) continue;
            int have = Child(tokens, noun, "aux"), subject = Child(tokens, noun, "nsubj");
            if (have < 0 || tokens[have] is not { Lemma: "have" } || subject < 0 || subject > have || Child(tokens, noun, "cop") >= 0 || Participle(tokens, noun, have + 1) is not (>= 0 and var verb)) continue;
            Token[] mended = (Token[])tokens.Clone();
            for (int at = 0; at < verb; at++) if (tokens[at].Head == noun) mended[at] = tokens[at] with { Head = verb };
            Raise(tokens, mended, verb, noun);
            mended[verb] = mended[verb] with { Penn = "VBN" };
            return mended;
        }
        return null;
    }

    // "and that rebels freed prisoners": a past form with an object behind it describes nobody.
    private static Token[]? Behind(Token[] tokens)
    {
        for (int verb = 1; verb + 1 < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD", Relation: "amod" } || tokens[verb].Head != verb - 1 || tokens[verb - 1] is not { Upos: Upos.Noun or Upos.Propn } || Child(tokens, verb, "obj") < verb) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = tokens[verb - 1].Head, Relation = tokens[verb - 1].Relation };
            mended[verb - 1] = tokens[verb - 1] with { Head = verb, Relation = "nsubj" };
            int obj = Child(tokens, verb, "obj");
            for (int at = 0; at < verb - 1; at++) if (tokens[at].Form == "that" && (tokens[at].Head == obj || tokens[at].Head == verb - 1 && tokens[verb - 1].Penn is "NNS" or "NNPS")) mended[at] = tokens[at] with { Head = verb, Relation = "mark", Upos = Upos.Sconj, Penn = "IN" };
            return mended;
        }
        return null;
    }

    // "A military source cast doubt on reports": a noun has no object.
    private static Token[]? Governing(Token[] tokens)
    {
        int verb = Array.FindIndex(tokens, token => token.Head < 0), subject = verb - 1;
        if (verb < 1 || tokens[verb] is not { Upos: Upos.Noun, Penn: "NN" } || tokens[^1].Form != "." || Child(tokens, verb, "obj") is not (>= 0 and var thing) || thing < verb || Child(tokens, verb, "cop") >= 0) return null;
        if (tokens[subject] is not { Upos: Upos.Noun or Upos.Propn, Relation: "compound" } || tokens[subject].Head != verb) return null;
        Token[] mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Upos = Upos.Verb, Penn = "VBD" };
        mended[subject] = tokens[subject] with { Relation = "nsubj" };
        for (int at = 0; at < subject; at++) if (tokens[at].Head == verb && tokens[at].Relation is "det" or "amod" or "compound" or "nummod" or "nmod:poss") mended[at] = tokens[at] with { Head = subject };
        return mended;
    }

    /// <summary>The participle before the noun that nothing but the noun's own words stands behind.</summary>
    private static int Participle(Token[] tokens, int noun, int from) => Array.FindIndex(tokens, from, noun - from, token => token.Head == noun && token is { Upos: Upos.Verb, Penn: "VBN", Relation: "amod" });

    /// <summary>The verb takes the noun's place, the noun is its object, and what stands behind both goes with the verb where it is no part of the noun's name.</summary>
    private static void Raise(Token[] tokens, Token[] mended, int verb, int noun)
    {
        mended[verb] = tokens[verb] with { Head = tokens[noun].Head, Relation = tokens[noun].Relation, Penn = "VBD" };
        mended[noun] = tokens[noun] with { Head = verb, Relation = "obj" };
        for (int at = noun + 1; at < tokens.Length; at++)
        {
            if (tokens[at].Head == noun && (tokens[at].Upos == Upos.Punct || tokens[at].Relation is "parataxis" or "advcl" || WeekdayRepair.IsDay(tokens[at]))) mended[at] = tokens[at] with { Head = verb, Relation = tokens[at].Relation == "nmod" ? "obl" : tokens[at].Relation };
        }
    }

    private static int Child(Token[] tokens, int head, string relation) => Array.FindIndex(tokens, token => token.Head == head && token.Relation == relation);
}
