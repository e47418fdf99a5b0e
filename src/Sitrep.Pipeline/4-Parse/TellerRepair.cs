using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

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
            if (Array.Exists(tokens, token => token.Head == cue && token.Relation.StartsWith("nsubj", StringComparison.Ordinal))) continue;
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
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
