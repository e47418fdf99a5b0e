using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Hangs "and has held the town" on the verb before, where the parser joined it to a noun: "It pledged loyalty to the emir and has held …".</summary>
/// <remarks>A finite verb is joined to no noun. One with a subject of its own begins a clause and is left where it is.</remarks>
internal static class ConjunctRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        Token[]? mended = null;
        for (int verb = 2; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Upos: Upos.Verb, Relation: "conj" } || tokens[verb].Head is not (>= 0 and var noun) || noun > verb || tokens[noun].Upos is not (Upos.Noun or Upos.Propn)) continue;
            bool finite = Array.Exists(tokens, token => token.Head == verb && token.Relation == "aux" && token.Penn is "VBZ" or "VBP" or "VBD");
            if (!finite || Array.Exists(tokens, token => token.Head == verb && token.Relation is "nsubj" or "nsubj:pass" or "csubj")) continue;
            int above = noun;
            for (int steps = 0; steps < tokens.Length && above >= 0 && tokens[above].Upos != Upos.Verb; steps++) above = tokens[above].Head;
            if (above < 0 || above > verb || tokens[above].Upos != Upos.Verb) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = above };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
