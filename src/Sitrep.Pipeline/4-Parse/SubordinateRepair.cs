using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Sets right "after forces seized the town" where "after forces" was taken for a phrase of its own.</summary>
/// <remarks>"After", "before", "since", "until" and "as" open a phrase or a clause. A finite verb without a subject right behind the noun says: a clause.</remarks>
internal static class SubordinateRepair
{
    /// <summary>Adverbs and dates that may stand between subject and verb ("forces last week retook"), in tokens.</summary>
    private const int GapMax = 3;

    /// <summary>Longest complement of the subject ("the head of a group from the east"), in tokens.</summary>
    private const int ComplementMax = 8;

    public static Sentence Repair(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        Token[]? mended = null;
        for (int marker = 0; marker < tokens.Length; marker++)
        {
            ref readonly Token word = ref tokens[marker];
            if (word is not { Relation: "case", Lemma: "after" or "before" or "since" or "until" or "as" } || word.Head <= marker) continue;
            int noun = word.Head;
            if (tokens[noun].Upos is not (Upos.Noun or Upos.Propn or Upos.Pron)) continue;
            if (VerbBehind(tokens, noun) is not { } verb) continue;
            mended ??= (Token[])tokens.Clone();
            int above = tokens[noun].Head;
            if (above == verb || IsUnder(tokens, above, verb) || tokens[verb].Relation is "amod" or "compound" && IsUnder(tokens, above, tokens[verb].Head)) continue;
            mended[marker] = word with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
            mended[noun] = tokens[noun] with { Head = verb, Relation = "nsubj" };
            // "as X accused Y": the verb was read as describing what is its object.
            if (tokens[verb].Relation is "amod" or "compound" && tokens[verb].Head is var thing && thing > verb)
            {
                if (above == thing) continue;
                mended[thing] = tokens[thing] with { Head = verb, Relation = "obj" };
            }
            mended[verb] = tokens[verb] with { Head = above, Relation = above < 0 ? "root" : "advcl" };
            Behind(mended, noun, verb);
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>What stands behind the verb and hung on its subject hangs on the verb; a noun without a preposition is what it was done to.</summary>
    private static void Behind(Token[] tokens, int noun, int verb)
    {
        bool direct = Array.Exists(tokens, token => token.Head == verb && token.Relation is "obj" or "ccomp");
        for (int at = verb + 1; at < tokens.Length; at++)
        {
            if (tokens[at].Head != noun || tokens[at].Relation is "conj" or "cc" or "punct") continue;
            int governed = at;
            bool bare = !direct && tokens[at].Upos is (Upos.Noun or Upos.Propn) && !Array.Exists(tokens, token => token.Head == governed && token.Relation == "case");
            tokens[at] = tokens[at] with { Head = verb, Relation = bare ? "obj" : tokens[at].Relation == "nmod" ? "obl" : tokens[at].Relation };
            direct |= bare;
        }
    }

    private static int? VerbBehind(Token[] tokens, int noun)
    {
        // "after the head of the group said": its complement belongs to the noun.
        int last = noun;
        while (last + 1 < tokens.Length && last - noun < ComplementMax && tokens[last + 1].Upos is not (Upos.Verb or Upos.Aux or Upos.Punct) && IsUnder(tokens, last + 1, noun)) last++;
        for (int at = last + 1; at < tokens.Length && at <= last + 1 + GapMax; at++)
        {
            ref readonly Token token = ref tokens[at];
            if (token.Upos == Upos.Verb && token.Penn is "VBD" or "VBZ" or "VBP")
            {
                for (int child = 0; child < tokens.Length; child++) if (tokens[child].Head == at && tokens[child].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return null;
                return token.Head >= 0 && token.Relation is "conj" or "ccomp" or "parataxis" or "advcl" or "acl" or "acl:relcl" or "dep" or "obl" or "amod" or "compound" ? at : null;
            }
            if (token.Upos is not (Upos.Adv or Upos.Adj or Upos.Noun or Upos.Propn) || token.Form == ",") return null;
        }
        return null;
    }

    private static bool IsUnder(Token[] tokens, int inner, int outer)
    {
        for (int at = inner, steps = 0; at >= 0 && steps <= tokens.Length; at = tokens[at].Head, steps++) if (at == outer) return true;
        return false;
    }
}
