using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Sets right a noun that was taken for a verb: "a war monitor said" read like "a war monitors".</summary>
/// <remarks>A singular subject has no plain present form behind it, so the word is the noun that the one before it describes.</remarks>
internal static class AgreementRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 2; verb + 1 < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (!IsNoun(tokens, verb)) continue;
            mended ??= (Token[])tokens.Clone();
            int subject = verb - 1, head = tokens[verb].Head;
            int above = head >= 0 ? head : Array.FindIndex(tokens, token => token.Head == verb && token.Upos == Upos.Verb && IsFinite(token));
            bool root = head < 0 && above >= 0;
            mended[verb] = tokens[verb] with { Upos = Upos.Noun, Penn = "NN", Head = above, Relation = above < 0 ? "root" : root || IsFinite(tokens[above]) && !HasSubject(tokens, above, verb, subject) ? "nsubj" : tokens[verb].Relation };
            if (root) mended[above] = tokens[above] with { Head = -1, Relation = "root" };
            for (int at = 0; at < tokens.Length; at++)
            {
                if (at == verb) continue;
                if (at == subject) mended[at] = tokens[at] with { Head = verb, Relation = "compound" };
                else if (tokens[at].Head == subject && at < subject) mended[at] = tokens[at] with { Head = verb };
                else if (root && tokens[at].Head == verb && at != above && tokens[at].Relation is "punct" or "obl" or "advcl" or "ccomp" or "parataxis" or "cc") mended[at] = tokens[at] with { Head = above };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    private static bool IsNoun(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Penn: "VBP" or "VB", Upos: Upos.Verb } || tokens[verb - 1] is not { Penn: "NN", Upos: Upos.Noun } || !char.IsLower(tokens[verb].Form[0])) return false;
        if (tokens[verb + 1].Form is not ("," or "that") && !IsFinite(tokens[verb + 1])) return false;
        // "a war monitor, the …, said": both may hang on what the monitor said.
        if (tokens[verb - 1].Head != verb && (tokens[verb - 1].Head < verb || tokens[verb - 1].Head != tokens[verb].Head)) return false;
        int article = verb - 2;
        while (article > 0 && tokens[article].Upos is Upos.Adj or Upos.Noun or Upos.Propn) article--;
        if (tokens[article].Lemma is not ("a" or "an" or "the" or "this" or "each" or "every" or "one" or "another")) return false;
        // Something else must be the sentence's verb.
        for (int at = verb + 1; at < tokens.Length; at++) if (IsFinite(tokens[at])) return article == 0 || tokens[article - 1].Penn is not ("MD" or "TO");
        return false;
    }

    private static bool IsFinite(in Token token) => token.Upos is Upos.Verb or Upos.Aux && token.Penn is "VBD" or "VBZ" or "MD";

    private static bool HasSubject(Token[] tokens, int verb, int but, int nor)
    {
        for (int at = 0; at < tokens.Length; at++) if (at != but && at != nor && tokens[at].Head == verb && tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return true;
        return false;
    }
}
