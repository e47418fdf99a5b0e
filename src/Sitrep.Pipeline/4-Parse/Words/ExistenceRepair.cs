using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes the gerund of "There has been heavy fighting in the town" what there has been, where the parser took the adjective for it and the gerund for a clause; and hangs on the rumours of "There were rumours that 100 had been killed" what they tell.</summary>
internal static class ExistenceRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int gerund = 2; gerund < tokens.Length; gerund++)
        {
            int adjective = gerund - 1;
            if (tokens[gerund] is not { Upos: Upos.Verb, Penn: "VBG" } || tokens[adjective] is not { Upos: Upos.Adj, Relation: "nsubj" } || tokens[gerund].Head is not (>= 0 and var be) || tokens[be].Lemma != "be" || tokens[adjective].Head != be) continue;
            if (!Trees.Has(tokens, be, "expl") || Trees.Has(tokens, gerund, "obj")) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[gerund] = tokens[gerund] with { Upos = Upos.Noun, Penn = "NN", Lemma = tokens[gerund].Form.ToLowerInvariant(), Relation = "nsubj" };
            mended[adjective] = tokens[adjective] with { Head = gerund, Relation = "amod" };
            for (int at = 0; at < tokens.Length; at++)
            {
                if (tokens[at].Head == adjective) mended[at] = tokens[at] with { Head = gerund };
                else if (tokens[at].Head == gerund && tokens[at].Relation == "obl") mended[at] = tokens[at] with { Relation = "nmod" };
            }
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return WithTold(sentence);
    }

    private static Sentence WithTold(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int that = 3; that + 1 < tokens.Length; that++)
        {
            int noun = that - 1;
            if (tokens[that] is not { Form: "that", Relation: "mark", Head: var clause } || clause <= that || tokens[noun] is not { Upos: Upos.Noun, Relation: "nsubj", Head: var be } || be < 0 || tokens[clause].Head != be) continue;
            if (tokens[be].Lemma != "be" || tokens[clause].Relation is not ("ccomp" or "advcl") || !Trees.Has(tokens, be, "expl")) continue;
            var mended = (Token[])tokens.Clone();
            mended[clause] = tokens[clause] with { Head = noun, Relation = "acl" };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }
}
