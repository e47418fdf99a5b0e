using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes a site of "took over the government compound in X", where the parser takes "compound" for an adjective and has the government taken.</summary>
/// <remarks>Of the nouns for sites a few are adjectives too; behind a noun, with no other noun behind them and no "be" before, they are none.</remarks>
internal sealed class SiteNouns(FrozenSet<string> sites)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int site = 1; site < sentence.Tokens.Length; site++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int before = site - 1;
            if (tokens[site] is not { Upos: Upos.Adj, Relation: "xcomp" or "amod" or "acl" or "advcl" } || !sites.Contains(tokens[site].Lemma) || tokens[before].Upos != Upos.Noun || tokens[before].Head < 0 || tokens[before].Head == site) continue;
            if (tokens[site].Head != before && tokens[site].Head != tokens[before].Head || site + 1 < tokens.Length && tokens[site + 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj || Trees.Has(tokens, site, "cop")) continue;
            mended ??= (Token[])tokens.Clone();
            mended[site] = tokens[site] with { Upos = Upos.Noun, Penn = "NN", Head = tokens[before].Head, Relation = tokens[before].Relation };
            mended[before] = tokens[before] with { Head = site, Relation = "compound" };
            for (int at = 0; at < tokens.Length; at++)
            {
                if (at != site && at != before && tokens[at].Head == before) mended[at] = tokens[at] with { Head = site };
                if (tokens[at].Head == site && tokens[at].Relation == "obl") mended[at] = tokens[at] with { Relation = "nmod" };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
