using Sitrep.Language;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Takes "retook" or "overran" for the verb it can only be, where the tagger, who never met it, took it for a noun.</summary>
/// <remarks>Only the tag is set right; what hangs where is the business of the repairs behind.</remarks>
internal static class PastFormRepair
{
    public static Sentence Repair(Sentence sentence, LanguageEngine engine)
    {
        Token[]? mended = null;
        for (int at = 1; at < sentence.Tokens.Length; at++)
        {
            ref readonly Token token = ref sentence.Tokens[at];
            if (token is not { Penn: "NN" or "JJ" or "VBP" } || !char.IsLower(token.Form[0]) || LanguageEngine.LemmaOfPast(token.Form) is not { } lemma || engine.KnowsAsCommon(token.Form)) continue;
            mended ??= (Token[])sentence.Tokens.Clone();
            mended[at] = token with { Upos = Upos.Verb, Penn = "VBD", Lemma = lemma };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
