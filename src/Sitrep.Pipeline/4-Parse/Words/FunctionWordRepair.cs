using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Takes from words what they cannot govern: "state media have in recent weeks reported strikes", where the subject hung on "have"; "officials of the coalition estimate", where "coalition" described the verb; "unaccounted for in X", where "for" stood before X; "the coal mine" read as what is mine.</summary>
/// <remarks>In Universal Dependencies an auxiliary has no dependents of its own, and a compound is part of a noun.</remarks>
internal static class FunctionWordRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int at = 0; at < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (IsDug(tokens, at))
            {
                mended ??= (Token[])tokens.Clone();
                mended[at] = tokens[at] with { Upos = Upos.Noun, Penn = "NN", Lemma = tokens[at].Form };
                // Its name, hung beside it.
                if (tokens[at - 1] is { Upos: Upos.Propn } && tokens[at - 1].Head == tokens[at].Head && !Trees.Has(tokens, at - 1, "case")) mended[at - 1] = tokens[at - 1] with { Head = at, Relation = "compound" };
                continue;
            }
            if (tokens[at].Head is not (>= 0 and var head)) continue;
            // "told reporters that floods hit X": a clause has one subject, and it is not what opens it.
            if (tokens[at] is { Form: "that", Relation: "nsubj" } && tokens[head].Relation == "ccomp" && Array.FindIndex(tokens, at + 1, Math.Max(0, head - at - 1), token => token.Head == head && token.Relation.StartsWith("nsubj", StringComparison.Ordinal)) >= 0) (mended ??= (Token[])tokens.Clone())[at] = tokens[at] with { Relation = "mark", Upos = Upos.Sconj, Penn = "IN" };
            else if (IsStranded(tokens, at)) (mended ??= (Token[])tokens.Clone())[at] = tokens[at] with { Head = at - 1, Relation = "compound:prt" };
            else if (tokens[head] is { Relation: "aux" or "aux:pass" or "cop", Head: >= 0 and var verb } && verb != at && tokens[at].Relation is not ("conj" or "cc" or "fixed" or "punct"))
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

    // "the blast at the X mine": what has an article or a name before it is nobody's.
    private static bool IsDug(Token[] tokens, int at) => tokens[at] is { Form: "mine", Upos: Upos.Pron } && at > 0 && tokens[at - 1].Upos is Upos.Det or Upos.Noun or Upos.Propn or Upos.Adj;

    // A preposition right before one that says where something is belongs to the word before.
    private static bool IsStranded(Token[] tokens, int at) =>
        at > 0 && at + 2 < tokens.Length && tokens[at] is { Relation: "case", Form: "for" or "with" } && tokens[at + 1] is { Relation: "case", Form: "in" or "at" or "near" or "across" } && tokens[at + 1].Head == tokens[at].Head && tokens[at - 1].Upos is Upos.Adj or Upos.Verb;
}
