using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "after floods swept through X" what the floods did, where they were read as swept.</summary>
/// <remarks>A passive has an auxiliary, and what goes "through" something is nobody's doing.</remarks>
internal static class PassedThrough
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int verb = 1; verb + 1 < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN" } || !words.Has(WordSet.GoesThrough, tokens[verb].Lemma) || tokens[verb + 1].Form is not ("through" or "into" or "across" or "over") || Array.Exists(tokens, token => token.Head == verb && token.Relation is "aux:pass" or "aux" or "obl:agent")) continue;
            int subject = Array.FindIndex(tokens, 0, verb, token => token.Head == verb && token.Relation == "nsubj:pass");
            if (subject < 0) continue;
            mended ??= (Token[])tokens.Clone();
            mended[subject] = tokens[subject] with { Relation = "nsubj" };
            mended[verb] = tokens[verb] with { Penn = "VBD" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
