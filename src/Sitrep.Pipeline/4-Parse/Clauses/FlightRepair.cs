using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Parts "dozens of families fled after fighters from X captured Y", where the parser took "fled" for a participle and the families for who captured.</summary>
/// <remarks>A past tense between its subject and "after", behind which another noun stands before another past tense: two clauses, each with the subject before it.</remarks>
internal static class FlightRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        if (OfGroup(tokens) is { } mendedGroup) return new Sentence(sentence.Start, sentence.End, mendedGroup);
        for (int fled = 1; fled + 3 < tokens.Length; fled++)
        {
            if (tokens[fled] is not { Upos: Upos.Verb, Penn: "VBN", Relation: "acl" } || tokens[fled + 1].Lemma is not ("after" or "as" or "when" or "before")) continue;
            int subject = tokens[fled].Head;
            while (subject >= 0 && !tokens[subject].Relation.StartsWith("nsubj", StringComparison.Ordinal) && tokens[subject].Relation == "nmod") subject = tokens[subject].Head;
            if (subject < 0 || subject >= fled || tokens[subject].Relation != "nsubj" || tokens[subject].Head is not (>= 0 and var did) || did < fled || tokens[did].Penn != "VBD" || Trees.Has(tokens, fled, "obl:agent")) continue;
            // "after fighters captured": taken for whom they fled after; "after X captured": a second subject.
            int doer = Array.FindIndex(tokens, fled + 2, token => token.Upos is Upos.Noun or Upos.Propn && token.Head == fled), other = Array.FindIndex(tokens, fled + 2, token => token.Relation == "nsubj" && token.Head == did);
            if (doer < 0) doer = other;
            if (doer < 0 || doer > did || Array.Exists(tokens[fled..did], token => token.Upos == Upos.Punct && token.Form == ",")) continue;
            var mended = (Token[])tokens.Clone();
            mended[fled] = tokens[fled] with { Penn = "VBD", Head = tokens[did].Head, Relation = tokens[did].Relation };
            mended[subject] = tokens[subject] with { Head = fled };
            mended[did] = tokens[did] with { Head = fled, Relation = "advcl" };
            mended[fled + 1] = tokens[fled + 1] with { Upos = Upos.Sconj, Head = did, Relation = "mark" };
            // "the rebel group X": X, which the group is; "fighters from X": the fighters.
            bool called = other == doer + 1;
            if (other > doer) mended[other] = tokens[other] with { Head = called ? did : doer, Relation = called ? "nsubj" : "nmod" };
            mended[doer] = tokens[doer] with { Head = called ? other : did, Relation = called ? "nmod:desc" : "nsubj" };
            for (int at = 0; at < subject; at++) if (tokens[at].Head == did) mended[at] = tokens[at] with { Head = fled };
            for (int at = did + 1; at < tokens.Length; at++) if (tokens[at].Head == did && tokens[at].Relation is "parataxis") mended[at] = tokens[at] with { Head = fled };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }

    /// <summary>"fled after gunmen from X seized Y", with X for who seized: the gunmen did.</summary>
    private static Token[]? OfGroup(Token[] tokens)
    {
        for (int name = 3; name + 1 < tokens.Length; name++)
        {
            if (tokens[name] is not { Upos: Upos.Propn, Relation: "nsubj", Head: >= 0 and var did } || did < name || tokens[did].Relation != "advcl" || tokens[name - 1] is not { Lemma: "from" or "of" or "with", Relation: "case" } || !Trees.IsUnder(tokens, tokens[name - 1].Head, name)) continue;
            int fighters = name - 2;
            if (tokens[fighters] is not { Penn: "NNS", Relation: "obl", Head: >= 0 and var fled } || fled > fighters || tokens[did].Head != fled) continue;
            int after = Array.FindIndex(tokens, fled, token => token is { Relation: "case", Lemma: "after" or "before" or "as" } && token.Head == fighters);
            if (after < 0) continue;
            var mended = (Token[])tokens.Clone();
            mended[after] = tokens[after] with { Upos = Upos.Sconj, Head = did, Relation = "mark" };
            mended[fighters] = tokens[fighters] with { Head = did, Relation = "nsubj" };
            mended[name] = tokens[name] with { Head = fighters, Relation = "nmod" };
            return mended;
        }
        return null;
    }
}
