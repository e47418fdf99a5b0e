using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "Fighting flared again" and "as shelling resumed" a subject and its verb, where the parser took the gerund for an auxiliary or for the verb; and "in neighbouring Zimbabwe" a place.</summary>
internal static class GerundRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        sentence = Named(Beside(sentence, words), words);
        Token[] tokens = sentence.Tokens;
        for (int at = 0; at + 1 < tokens.Length; at++)
        {
            if (Divided(tokens, at) is { } apart) return Join(sentence, at, apart);
            if (tokens[at].Penn != "VBG" || tokens[at + 1] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD" } || Array.Exists(tokens, token => token.Head == at && token.Relation is "obj" or "nsubj" or "aux")) continue;
            if (tokens[at].Lemma is "have" && tokens[at].Relation is "aux" && tokens[at + 1].Relation == "advcl") continue;   // "Having seized X, rebels …": that is an auxiliary
            if (tokens[at].Head == at + 1 && tokens[at].Relation is "aux" or "aux:pass" or "advcl" or "csubj") return Mend(sentence, at, tokens[at + 1].Head, tokens[at + 1].Relation);
            bool clause = at > 0 && tokens[at - 1] is { Relation: "mark" } mark && mark.Head == at && mark.Penn != "TO";
            // "As fighting raged in X", with both of them hung on the verb above
            if (at > 0 && tokens[at - 1] is { Relation: "mark" } opens && opens.Head == at + 1 && opens.Penn != "TO" && tokens[at].Head == tokens[at + 1].Head && !Trees.HasSubject(tokens, at + 1)) return Mend(sentence, at, tokens[at + 1].Head, tokens[at + 1].Relation);
            if (clause && tokens[at + 1].Head == at) return Mend(sentence, at, tokens[at].Head, tokens[at].Relation);
        }
        return sentence;
    }

    /// <summary>"that fighting for the town continued", with the gerund and the verb side by side: the verb that it is the subject of.</summary>
    private static int? Divided(Token[] tokens, int gerund)
    {
        if (tokens[gerund] is not { Penn: "VBG", Relation: "ccomp" } || gerund == 0 || tokens[gerund - 1] is not { Relation: "mark", Lemma: "that" } || Array.Exists(tokens, token => token.Head == gerund && token.Relation is "obj" or "nsubj" or "aux")) return null;
        for (int at = gerund + 1; at < tokens.Length; at++)
        {
            if (tokens[at] is { Upos: Upos.Verb, Penn: "VBD" or "VBZ" } && tokens[at].Head == tokens[gerund].Head && tokens[at].Relation == "ccomp")
            {
                int verb = at;
                return Trees.HasSubject(tokens, verb) ? null : at;
            }
            if (tokens[at].Upos is Upos.Verb or Upos.Aux or Upos.Punct) return null;
        }
        return null;
    }

    private static Sentence Join(Sentence sentence, int gerund, int verb)
    {
        Token[] mended = (Token[])sentence.Tokens.Clone();
        for (int at = 0; at < mended.Length; at++)
        {
            if (mended[at].Head != gerund) continue;
            if (mended[at].Relation is "mark") mended[at] = mended[at] with { Head = verb };
            else if (mended[at].Relation is "obl") mended[at] = mended[at] with { Relation = "nmod" };
        }
        mended[gerund] = mended[gerund] with { Upos = Upos.Noun, Head = verb, Relation = "nsubj" };
        return new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"killed in street fighting": what stands behind a preposition and a noun is what they were killed in.</summary>
    private static Sentence Named(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        for (int gerund = 2; gerund < tokens.Length; gerund++)
        {
            int noun = gerund - 1;
            if (tokens[gerund] is not { Upos: Upos.Verb, Penn: "VBG", Relation: "advcl" } || !words.Has(WordSet.ViolentDoing, tokens[gerund].Form) || tokens[noun] is not { Upos: Upos.Noun or Upos.Propn, Penn: "NN" or "NNP", Relation: "obl" } || tokens[noun].Head != tokens[gerund].Head || tokens[noun - 1].Relation != "case" || tokens[noun - 1].Head != noun) continue;
            if (Array.Exists(tokens, token => token.Head == gerund && token.Relation is "obj" or "aux" or "nsubj" or "mark")) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[gerund] = tokens[gerund] with { Upos = Upos.Noun, Penn = "NN", Lemma = tokens[gerund].Form, Relation = "obl" };
            mended[noun] = tokens[noun] with { Head = gerund, Relation = "compound" };
            mended[noun - 1] = tokens[noun - 1] with { Head = gerund };
            for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == gerund && tokens[at].Relation == "obl") mended[at] = tokens[at] with { Relation = "nmod" };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }

    // "washed into neighbouring Zimbabwe": nobody neighbours anything there.
    private static Sentence Beside(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int at = 1; at + 1 < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int land = at + 1;
            // "shelled nearby X": X is what was shelled.
            if (tokens[at].Form == "nearby" && tokens[land].Upos == Upos.Propn && tokens[at].Head == land && tokens[at].Relation is "case" or "advmod" && tokens[land].Relation is "obl" or "obj")
            {
                mended ??= (Token[])tokens.Clone();
                mended[at] = tokens[at] with { Relation = "amod", Upos = Upos.Adj, Penn = "JJ" };
                if (tokens[land].Head == at - 1 && tokens[at - 1].Upos == Upos.Verb) mended[land] = tokens[land] with { Relation = "obj" };
                continue;
            }
            if (tokens[at].Penn != "VBG" || !words.Has(WordSet.Bordering, tokens[at].Form) || tokens[land].Head != at || tokens[land].Relation != "obj" || tokens[at - 1].Upos is not (Upos.Adp or Upos.Sconj or Upos.Det)) continue;
            mended ??= (Token[])tokens.Clone();
            (int above, string relation) = (tokens[at].Head, tokens[at].Relation);
            mended[land] = tokens[land] with { Head = above, Relation = relation is "acl" ? "nmod" : relation is "advcl" ? above >= 0 && tokens[above].Upos is Upos.Noun or Upos.Propn ? "nmod" : "obl" : relation };
            mended[at] = tokens[at] with { Head = land, Relation = "amod", Upos = Upos.Adj, Penn = "JJ" };
            for (int child = 0; child < mended.Length; child++) if (child != land && mended[child].Head == at) mended[child] = mended[child] with { Head = land, Relation = mended[child].Relation == "mark" ? "case" : mended[child].Relation, Upos = mended[child].Relation == "mark" ? Upos.Adp : mended[child].Upos };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    // The verb behind takes the gerund's place in the tree, and what hung on the gerund but for its own modifiers.
    private static Sentence Mend(Sentence sentence, int gerund, int head, string relation)
    {
        Token[] mended = (Token[])sentence.Tokens.Clone();
        int verb = gerund + 1;
        for (int at = 0; at < mended.Length; at++) if (at != verb && mended[at].Head == gerund && mended[at].Relation is not ("compound" or "amod" or "det" or "nmod:poss")) mended[at] = mended[at] with { Head = verb };
        mended[verb] = mended[verb] with { Penn = "VBD", Head = head, Relation = relation };
        mended[gerund] = mended[gerund] with { Upos = Upos.Noun, Head = verb, Relation = "nsubj" };
        return new Sentence(sentence.Start, sentence.End, mended);
    }
}
