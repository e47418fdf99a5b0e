using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes X in "handed over X to the army" what was handed, where the parser read "over X" as a setting.</summary>
/// <remarks>Seen by "over" right behind such a verb, before a noun that hangs on the verb, which has no object.</remarks>
internal static class HandedOver
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int over = 1; over + 1 < sentence.Tokens.Length; over++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int verb = over - 1, thing = tokens[over].Head;
            if (tokens[over] is not { Form: "over", Relation: "case" } || thing <= over || tokens[verb].Upos != Upos.Verb || !words.Has(WordSet.HandsOver, tokens[verb].Lemma)) continue;
            if (tokens[thing] is not { Relation: "obl" } || tokens[thing].Head != verb || Trees.Has(tokens, verb, "obj") || Trees.Has(tokens, verb, "aux:pass")) continue;
            mended ??= (Token[])tokens.Clone();
            mended[over] = tokens[over] with { Head = verb, Relation = "compound:prt", Upos = Upos.Adp, Penn = "RP" };
            mended[thing] = tokens[thing] with { Relation = "obj" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
