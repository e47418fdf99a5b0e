using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "being" in "were being treated" and "getting" in "fear getting killed" the auxiliary of a passive, where the parser took it for somebody who does something.</summary>
/// <remarks>Right before a past form that has no object of its own, neither word is a subject: what is being done is done to whoever stands before.</remarks>
internal static class BeingRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 1; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int being = verb - 1;
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN" } || tokens[being] is not { Penn: "VBG", Lemma: "be" or "being" or "get" or "getting", Relation: "nsubj" } || tokens[being].Head != verb) continue;
            int done = verb;
            if (Trees.Has(tokens, done, "obj")) continue;
            mended ??= (Token[])tokens.Clone();
            mended[being] = tokens[being] with { Upos = Upos.Aux, Relation = "aux:pass", Lemma = tokens[being].Form.StartsWith('g') ? "get" : "be" };
            mended[verb] = tokens[verb] with { Penn = "VBN" };
            for (int at = 0; at < being; at++) if (mended[at].Head == verb && mended[at].Relation == "nsubj") mended[at] = mended[at] with { Relation = "nsubj:pass" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
