using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Gives "said 275 fighters and their relatives had surrendered" both its subjects, and "and that rebels freed prisoners" a clause of its own; so, too, "since the invasion and the rebels took it back".</summary>
/// <remarks>Nobody says a noun and then a clause joined to it; and "that" before a plural is no article.</remarks>
internal static class LostSubjects
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 4; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[verb].Upos != Upos.Verb) continue;
            if (Before(tokens, verb) is >= 0 and var own)
            {
                mended ??= (Token[])tokens.Clone();
                mended[own] = tokens[own] with { Head = tokens[verb].Head };
                if (tokens[tokens[verb].Head].Penn == "VBN") mended[tokens[verb].Head] = tokens[tokens[verb].Head] with { Penn = "VBD" };
            }
            else if (Joined(tokens, verb) is var (first, second, and))
            {
                mended ??= (Token[])tokens.Clone();
                mended[verb] = tokens[verb] with { Head = tokens[first].Head, Relation = tokens[first].Relation };
                mended[first] = tokens[first] with { Head = verb, Relation = tokens[second].Relation };
                mended[second] = tokens[second] with { Head = first, Relation = "conj" };
                mended[and] = tokens[and] with { Head = second };
            }
            else if (BehindThat(tokens, verb) is >= 0 and var that)
            {
                int noun = tokens[verb].Head;
                mended ??= (Token[])tokens.Clone();
                mended[verb] = tokens[verb] with { Penn = "VBD", Head = tokens[noun].Head, Relation = tokens[noun].Relation };
                mended[noun] = tokens[noun] with { Head = verb, Relation = "nsubj" };
                mended[that] = tokens[that] with { Head = verb, Relation = "mark", Upos = Upos.Sconj, Penn = "IN" };
                for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == noun && (tokens[at].Relation == "cc" || at > verb)) mended[at] = tokens[at] with { Head = verb };
            }
            else if (Bare(tokens, verb) is >= 0 and var link)
            {
                mended ??= (Token[])tokens.Clone();
                mended[verb - 1] = tokens[verb - 1] with { Head = verb, Relation = "nsubj" };
                mended[link] = tokens[link] with { Head = verb };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"Hundreds left as rebels retook X", with the hundreds hung on the retaking: what stands before the first verb, which has no subject, is that verb's; -1 where nothing does.</summary>
    private static int Before(Token[] tokens, int verb)
    {
        if (tokens[verb].Relation != "advcl" || tokens[verb].Head is not (>= 0 and var first) || first > verb || tokens[first].Upos != Upos.Verb || Trees.HasSubject(tokens, first) || Trees.Has(tokens, first, "aux:pass")) return -1;
        int mark = Array.FindIndex(tokens, first, verb - first, token => token.Head == verb && token.Relation == "mark"), own = Trees.SubjectOf(tokens, verb);
        return mark > first && own >= 0 && own < first && Array.FindIndex(tokens, mark, verb - mark, token => token.Head == verb && token.Relation.StartsWith("nsubj", StringComparison.Ordinal)) > mark ? own : -1;
    }

    /// <summary>The noun that was made all that is said, the one joined to it that the verb was given, and the word between; null where the verb is no such one.</summary>
    private static (int First, int Second, int And)? Joined(Token[] tokens, int verb)
    {
        if (tokens[verb].Relation != "conj" || tokens[verb].Head is not (>= 0 and var first) || tokens[first] is not { Relation: "ccomp", Upos: Upos.Noun or Upos.Propn } || tokens[first].Head < 0 || tokens[first].Head > first) return null;
        if (Array.Exists(tokens, token => token.Head == first && token.Relation is "cop" or "case" or "nsubj")) return null;
        int second = Array.FindIndex(tokens, token => token.Head == verb && token.Relation is "nsubj" or "nsubj:pass");
        int and = Array.FindIndex(tokens, token => token.Head == verb && token is { Relation: "cc", Form: "and" });
        return second > first && and > first && and < second && tokens[and - 1].Form != "," ? (first, second, and) : null;
    }

    /// <summary>The "that" before a plural noun which the verb right behind was hung on; -1 where the verb is no such one.</summary>
    private static int BehindThat(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Penn: "VBD" or "VBN", Relation: "amod" or "acl" } || tokens[verb].Head != verb - 1 || tokens[verb - 1] is not { Penn: "NNS", Relation: "conj", Head: >= 0 } || tokens[tokens[verb - 1].Head].Upos != Upos.Verb) return -1;
        int noun = verb - 1;
        int that = Array.FindIndex(tokens, token => token.Head == noun && token is { Form: "that", Relation: "det" });
        return that > 0 && tokens[that - 1].Form is "and" or "but" ? that : -1;
    }

    /// <summary>"took the town in the first weeks of the war and the rebels regained it": the "and" before a noun that was joined to the one before it, where the verb right behind has no subject; -1 where it is no such one.</summary>
    private static int Bare(Token[] tokens, int verb)
    {
        int noun = verb - 1;
        if (tokens[verb] is not { Penn: "VBD", Relation: "conj", Head: >= 0 and var first } || tokens[noun] is not { Upos: Upos.Noun or Upos.Propn, Relation: "conj", Head: var joined } || joined <= first || first >= noun || tokens[first].Upos != Upos.Verb) return -1;
        if (Array.Exists(tokens, token => token.Head == verb && token.Relation is "nsubj" or "nsubj:pass" or "aux" or "cc")) return -1;
        int and = noun - 1;
        while (and > joined && tokens[and].Upos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num) and--;
        // "killed soldiers and policemen and fled": joined by a word of its own, the verb is the first subject's.
        return and > joined && tokens[and] is { Relation: "cc", Form: "and" or "but" } ? and : -1;
    }
}
