using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Takes "amount" of "the dead could amount to 300" for the verb it can only be: behind a modal auxiliary stands no noun.</summary>
internal static class ModalRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int modal = 0; modal + 1 < sentence.Tokens.Length; modal++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[modal] is not { Penn: "MD", Upos: Upos.Aux }) continue;
            int verb = modal + 1;
            while (verb + 1 < tokens.Length && tokens[verb].Upos is Upos.Adv or Upos.Part && tokens[verb].Penn != "TO") verb++;
            // "will forces leave": a plural is its subject.
            if (tokens[verb] is not { Upos: Upos.Noun or Upos.Propn, Penn: "NN" or "NNP" } || !char.IsLower(tokens[verb].Form[0]) || tokens[modal].Head != verb) continue;
            mended ??= (Token[])sentence.Tokens.Clone();
            mended[verb] = mended[verb] with { Upos = Upos.Verb, Penn = "VB" };
            for (int child = 0; child < mended.Length; child++)
            {
                if (mended[child].Head != verb) continue;
                if (child == modal) mended[child] = mended[child] with { Relation = "aux" };
                else if (child > verb && mended[child].Relation == "nmod") mended[child] = mended[child] with { Relation = "obl" };
                else if (child < modal && mended[child].Relation is "compound" or "amod" or "nmod" && mended[child].Upos is Upos.Noun or Upos.Propn or Upos.Adj && !HasSubject(mended, verb, child)) mended[child] = mended[child] with { Relation = "nsubj" };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    private static bool HasSubject(Token[] tokens, int verb, int but)
    {
        for (int at = 0; at < tokens.Length; at++) if (at != but && tokens[at].Head == verb && tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return true;
        return false;
    }
}
