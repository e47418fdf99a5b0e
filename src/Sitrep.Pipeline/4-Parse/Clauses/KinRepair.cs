using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "the family of the soldier killed" the family of one who was killed, where the parser had the family killed.</summary>
internal static class KinRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        Token[]? mended = null;
        for (int verb = 3; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Penn: "VBN", Relation: "acl" } || tokens[verb].Head is not (>= 0 and var kin) || kin > verb - 3 || !words.Has(WordSet.LeftBehind, tokens[kin].Lemma)) continue;
            int lost = verb - 1;
            if (tokens[lost] is not { Relation: "nmod", Upos: Upos.Noun or Upos.Propn } || tokens[lost].Head != kin || !Array.Exists(tokens, token => token.Head == lost && token is { Relation: "case", Lemma: "of" })) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = lost };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
