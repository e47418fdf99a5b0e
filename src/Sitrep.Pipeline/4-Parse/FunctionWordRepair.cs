using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Takes from words what they cannot govern: "state media have in recent weeks reported strikes", where the subject hung on "have"; "officials of the coalition estimate", where "coalition" described the verb.</summary>
/// <remarks>In Universal Dependencies an auxiliary has no dependents of its own, and a compound is part of a noun.</remarks>
internal static class FunctionWordRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int at = 0; at < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[at].Head is not (>= 0 and var head)) continue;
            if (tokens[head] is { Relation: "aux" or "aux:pass" or "cop", Head: >= 0 and var verb } && verb != at && tokens[at].Relation is not ("conj" or "cc" or "fixed" or "punct"))
            {
                (mended ??= (Token[])tokens.Clone())[at] = tokens[at] with { Head = verb };
            }
            else if (tokens[at] is { Relation: "compound", Upos: Upos.Noun or Upos.Propn } && head == at + 1 && tokens[head] is { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" })
            {
                int preposition = Array.FindIndex(tokens, token => token.Head == at && token.Relation == "case");
                if (preposition > 0 && preposition < at && tokens[preposition - 1].Upos is Upos.Noun or Upos.Propn) (mended ??= (Token[])tokens.Clone())[at] = tokens[at] with { Head = preposition - 1, Relation = "nmod" };
                else if (preposition < 0 && !Trees.HasSubject(tokens, head)) (mended ??= (Token[])tokens.Clone())[at] = tokens[at] with { Relation = "nsubj" };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
