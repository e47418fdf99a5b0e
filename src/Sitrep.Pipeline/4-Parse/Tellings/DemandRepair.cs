using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Makes "demanded that all groups, in X and elsewhere, cease fire, lay down their arms" one clause of those groups, and "claiming that A did this and that B did that" two things that are claimed.</summary>
/// <remarks>Where the parser lost its way in a long clause behind "that", it gave the noun right behind "that" to the verb above, or a verb further on; neither stands outside what is demanded.</remarks>
internal static class DemandRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int that = 1; that + 1 < sentence.Tokens.Length; that++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[that] is not { Form: "that", Relation: "mark" } || tokens[that].Head is not (>= 0 and var verb) || verb < that) continue;
            if (Strayed(tokens, that, verb) is { } subject)
            {
                int above = tokens[subject].Head == verb ? tokens[verb].Head : tokens[subject].Head;
                mended = (Token[])tokens.Clone();
                mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
                bool noun = tokens[that - 1].Upos == Upos.Noun && !Trees.IsUnder(tokens, that - 1, verb);
                mended[verb] = tokens[verb] with { Head = noun ? that - 1 : above, Relation = noun ? "acl" : "ccomp" };
                for (int next = verb + 1; next < tokens.Length; next++) if (tokens[next] is { Upos: Upos.Verb, Relation: "conj" or "ccomp" } && tokens[next].Head == above && IsPlain(tokens[next]) && !HasSubject(tokens, next)) mended[next] = tokens[next] with { Head = verb, Relation = "conj" };
            }
            else if (Second(tokens, that) is var (first, second))
            {
                mended = (Token[])tokens.Clone();
                mended[second] = tokens[second] with { Head = first, Relation = "conj" };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>The noun right behind "that" which was made a second subject of the verb above, or an object before its own verb; null where the clause has one of its own.</summary>
    private static int? Strayed(Token[] tokens, int that, int verb)
    {
        if (HasSubject(tokens, verb)) return null;
        int noun = Array.FindIndex(tokens, that + 1, token => token.Relation == "nsubj" || token.Relation == "obj" && token.Head == verb);
        if (noun < 0 || noun > verb) return null;
        int above = tokens[noun].Head == verb && tokens[verb].Relation == "conj" ? tokens[verb].Head : tokens[noun].Head;
        if (above < 0 || above > that || tokens[above].Upos != Upos.Verb) return null;
        for (int at = that + 1; at < noun; at++) if (!Trees.IsUnder(tokens, at, noun)) return null;
        return noun;
    }

    /// <summary>The verb of the clause behind "that" before this one, and the verb of this one, where "and that" joins the two and the tree has the second beside what is above the first; null elsewhere.</summary>
    private static (int First, int Second)? Second(Token[] tokens, int that)
    {
        if (tokens[that - 1].Form is not ("and" or "but")) return null;
        int second = tokens[that].Head;
        while (second >= 0 && (tokens[second].Upos is not Upos.Verb || tokens[second].Relation.StartsWith("nsubj", StringComparison.Ordinal))) second = tokens[second].Head;
        if (second < that || tokens[second].Relation is not ("conj" or "parataxis") || tokens[second].Head is not (>= 0 and var above)) return null;
        int earlier = Array.FindLastIndex(tokens, that - 1, token => token is { Form: "that", Relation: "mark" });
        if (earlier < 0 || tokens[earlier].Head is not (>= 0 and var first) || first < earlier || first > that || first == above) return null;
        return tokens[first].Relation == "ccomp" && Trees.IsUnder(tokens, first, above) && !Trees.IsUnder(tokens, first, second) ? (first, second) : null;
    }

    private static bool IsPlain(in Token token) => token.Penn is "VB" or "VBP";

    private static bool HasSubject(Token[] tokens, int verb) => Array.Exists(tokens, token => token.Head == verb && (token.Relation.StartsWith("nsubj", StringComparison.Ordinal) || token.Relation is "csubj" or "expl"));
}
