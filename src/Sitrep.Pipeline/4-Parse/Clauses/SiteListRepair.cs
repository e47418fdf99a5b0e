using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "took the palace, the residence of General X and the airport" a list of three buildings, where the parser set the second beside the first and joined the third to the general.</summary>
/// <param name="sites">Nouns for buildings and other things that stand somewhere.</param>
internal sealed class SiteListRepair(FrozenSet<string> sites)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int third = 4; third < sentence.Tokens.Length; third++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[third] is not { Relation: "conj", Upos: Upos.Noun } || !sites.Contains(tokens[third].Lemma)) continue;
            int second = tokens[third].Head;
            for (int steps = 0; steps < 3 && second >= 0 && tokens[second].Relation is "nmod" or "nmod:poss" or "flat"; steps++) second = tokens[second].Head;
            if (second < 0 || second > third || tokens[second].Relation != "appos" || !sites.Contains(tokens[second].Lemma) || tokens[second].Head is not (>= 0 and var first) || first > second || !sites.Contains(tokens[first].Lemma)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[second] = tokens[second] with { Relation = "conj" };
            mended[third] = tokens[third] with { Head = first };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
