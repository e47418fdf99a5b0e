using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Sets right "denied it, saying that …", where the pronoun was taken for the subject of the participle behind the comma.</summary>
internal static class PronounRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int at = 1; at + 2 < sentence.Tokens.Length; at++)
        {
            if (!IsOfSpeaker(mended ?? sentence.Tokens, at, words)) continue;
            mended ??= (Token[])sentence.Tokens.Clone();
            mended[at] = mended[at] with { Relation = "nsubj" };
        }
        for (int at = 1; at + 2 < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int verb = at - 1, participle = at + 2;
            if (tokens[at] is not { Upos: Upos.Pron, Relation: "nsubj" } || tokens[at + 1].Form != "," || tokens[participle] is not { Upos: Upos.Verb, Penn: "VBG" } || tokens[at].Head != participle) continue;
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" or "VBN" } || tokens[participle].Head != verb) continue;
            mended ??= (Token[])tokens.Clone();
            mended[at] = tokens[at] with { Head = verb, Relation = "obj" };
            mended[participle] = tokens[participle] with { Relation = "advcl" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"The army said it was not responsible for the raid": with no clause or infinitive behind that it could stand for, "it" is who is told of.</summary>
    private static bool IsOfSpeaker(Token[] tokens, int at, WordSets words) =>
        tokens[at] is { Upos: Upos.Pron, Relation: "expl", Form: "it", Head: >= 0 and var said } && tokens[said].Relation == "ccomp" && words.Has(WordSet.OfSpeaker, tokens[said].Lemma)
        && !Array.Exists(tokens, token => token.Head == said && token.Relation is "csubj" or "ccomp");
}
