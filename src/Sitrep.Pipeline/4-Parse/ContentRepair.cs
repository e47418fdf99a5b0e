using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Gives "A spokesman insisted militants still control the town" its clause, where the parser took "militants" for what was insisted.</summary>
/// <param name="cues">Verbs that say something without naming a listener: "told reporters …" has one.</param>
/// <param name="own">Verbs for what people do and nobody does to them: "flee", "die".</param>
internal sealed class ContentRepair(FrozenSet<string> cues, FrozenSet<string> own)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int noun = 1; noun < sentence.Tokens.Length; noun++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int cue = tokens[noun].Head;
            if (tokens[noun].Relation != "obj" || tokens[noun].Upos is not (Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num) || cue < 0 || cue > noun || tokens[cue].Upos != Upos.Verb || !cues.Contains(tokens[cue].Lemma)) continue;
            int clause = Array.FindIndex(tokens, noun, token => token.Head == cue && (token.Relation == "ccomp" || token.Relation == "xcomp" && IsDone(token)));
            if (clause < 0 || tokens[clause].Upos != Upos.Verb || tokens[clause].Penn is not ("VB" or "VBP" or "VBD" or "VBZ") && tokens[clause].Relation != "xcomp" || Array.Exists(tokens, token => token.Head == clause && (token.Relation.StartsWith("nsubj", StringComparison.Ordinal) || token.Relation == "mark")) || HasBreak(tokens, noun, clause)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[noun] = tokens[noun] with { Head = clause, Relation = "nsubj" };
            if (tokens[clause].Penn == "VB") mended[clause] = tokens[clause] with { Penn = "VBP" };
            if (tokens[clause].Relation == "xcomp") mended[clause] = tokens[clause] with { Penn = "VBD", Relation = "ccomp" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    // "estimated 26,000 fled": nobody can be fled or died, so the past form is finite.
    private bool IsDone(in Token token) => token is { Upos: Upos.Verb, Penn: "VBN" or "VBD" } && own.Contains(token.Lemma);

    private static bool HasBreak(Token[] tokens, int from, int to)
    {
        for (int at = from + 1; at < to; at++) if (tokens[at].Upos is Upos.Punct or Upos.Cconj or Upos.Aux) return true;
        return false;
    }
}
