using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Gives "Firefighters and officials said around 450 were killed" back its teller, where the parser made those who tell it the ones who were killed.</summary>
/// <remarks>A subject stands on its own side of a finite verb that has none: what is before it is its own, and the number behind it that of the clause.</remarks>
internal static class TellerRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int subject = 0; subject + 2 < sentence.Tokens.Length; subject++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (!tokens[subject].Relation.StartsWith("nsubj", StringComparison.Ordinal) || tokens[subject].Head is not (>= 0 and var verb) || tokens[verb].Relation != "ccomp" || tokens[verb].Head is not (>= 0 and var cue)) continue;
            if (!(subject < cue && cue < verb) || tokens[cue] is not { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" }) continue;
            if (Trees.HasSubject(tokens, cue)) continue;
            // It has two subjects: each verb gets its own.
            if (Array.FindIndex(tokens, cue + 1, verb - cue - 1, token => token.Head == verb && token.Relation.StartsWith("nsubj", StringComparison.Ordinal)) >= 0)
            {
                mended ??= (Token[])tokens.Clone();
                mended[subject] = tokens[subject] with { Head = cue, Relation = "nsubj" };
                continue;
            }
            // The one nominal between the two that hangs on the verb of saying and that no comma parts from the clause.
            int own = -1;
            for (int at = cue + 1; at < verb; at++) if (tokens[at].Head == cue && tokens[at].Upos is Upos.Noun or Upos.Propn or Upos.Num or Upos.Pron) own = own < 0 ? at : -2;
            if (own < 0 || Array.FindIndex(tokens, own, verb - own, token => token.Upos == Upos.Punct) >= 0) continue;
            mended ??= (Token[])tokens.Clone();
            mended[own] = tokens[own] with { Head = verb, Relation = tokens[subject].Relation };
            mended[subject] = tokens[subject] with { Head = cue, Relation = "nsubj" };
        }
        for (int cue = 2; cue + 2 < sentence.Tokens.Length; cue++) if (Told(mended ?? sentence.Tokens, cue) is >= 0 and var told) mended = Turned(mended ?? sentence.Tokens, cue, told);
        for (int cue = 4; cue < sentence.Tokens.Length; cue++)
        {
            if (Apposed(mended ?? sentence.Tokens, cue) is not (>= 0 and var teller)) continue;
            mended ??= (Token[])sentence.Tokens.Clone();
            mended[teller] = mended[teller] with { Head = cue, Relation = "nsubj" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"Rebels seized the town, the local mayor, said", with a comma too many: a verb of saying beside the clause, without a subject, is that of the one between the commas; -1 where nobody stands there.</summary>
    private static int Apposed(Token[] tokens, int cue)
    {
        if (tokens[cue] is not { Lemma: "say", Penn: "VBD" or "VBZ" or "VBP", Relation: "parataxis", Head: >= 0 } || tokens[cue - 1].Form != "," || tokens[cue - 2] is not { Upos: Upos.Noun, Relation: "appos" } || Trees.HasSubject(tokens, cue)) return -1;
        int first = cue - 2;
        while (first > 0 && tokens[first - 1].Upos is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Det) first--;
        return first > 0 && tokens[first].Lemma is "the" or "a" or "an" && tokens[first - 1].Form == "," && !Trees.IsUnder(tokens, cue, cue - 2) ? cue - 2 : -1;
    }

    /// <summary>"…, while the opposition said 30 were killed", with the saying hung on the killing: the clause that begins right behind the verb of saying is what is said; -1 when there is none.</summary>
    private static int Told(Token[] tokens, int cue)
    {
        if (tokens[cue] is not { Lemma: "say", Penn: "VBD" or "VBZ" or "VBP", Relation: "advcl", Head: var verb } || verb < cue || !HasSubject(0, cue, cue)) return -1;
        bool parted = Array.FindIndex(tokens, cue, verb - cue, token => token.Upos == Upos.Punct || token.Relation == "mark") >= 0;
        return !parted && HasSubject(cue + 1, verb, verb) ? verb : -1;

        bool HasSubject(int from, int to, int of) => Array.FindIndex(tokens, from, to - from, token => token.Head == of && token.Relation.StartsWith("nsubj", StringComparison.Ordinal)) >= 0;
    }

    private static Token[] Turned(Token[] tokens, int cue, int told)
    {
        var mended = (Token[])tokens.Clone();
        mended[cue] = tokens[cue] with { Head = tokens[told].Head, Relation = tokens[told].Relation };
        mended[told] = tokens[told] with { Head = cue, Relation = "ccomp" };
        for (int at = 0; at < cue; at++) if (tokens[at].Head == told && tokens[at].Relation == "punct") mended[at] = tokens[at] with { Head = cue };
        return mended;
    }
}
