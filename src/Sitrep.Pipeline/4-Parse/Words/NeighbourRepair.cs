using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "In neighbouring X 18 people were killed" a place again, where the parser took "neighbouring" for what somebody does.</summary>
/// <remarks>A gerund between a preposition and a name, of a word that says which place is meant, describes the name.</remarks>
internal static class NeighbourRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int at = 1; at + 1 < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[at].Upos != Upos.Verb || !words.Has(WordSet.Bordering, tokens[at].Form) || tokens[at - 1] is not { Upos: Upos.Adp or Upos.Sconj }) continue;
            int name = at + 1;
            if (tokens[name].Upos != Upos.Propn) continue;
            while (name + 1 < tokens.Length && tokens[name + 1].Upos == Upos.Propn && tokens[name].Head == name + 1 && tokens[name].Relation == "compound") name++;
            int above = tokens[at].Head;
            if (above < 0 || Trees.IsUnder(tokens, above, name) || tokens[name].Head is var head && head != above && head != at && !(tokens[name].Relation == "compound" && tokens[name + 1].Upos == Upos.Num)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[name] = tokens[name] with { Head = above, Relation = "obl" };
            mended[at] = tokens[at] with { Upos = Upos.Adj, Penn = "JJ", Head = name, Relation = "amod" };
            mended[at - 1] = tokens[at - 1] with { Upos = Upos.Adp, Head = name, Relation = "case" };
            for (int other = 0; other < tokens.Length; other++) if (other != at - 1 && other != name && tokens[other].Head == at) mended[other] = tokens[other] with { Head = name };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
