using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Days;

/// <summary>Keeps hours and days out of what is done in "Hours before talks were to begin, X was shelled" and "Days after the army left, rebels took X", where the parser took them for the subject.</summary>
internal static class FrontedSpell
{
    /// <summary>Words of "Less than two weeks" before the spell.</summary>
    private const int OpeningMax = 4;

    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        int spell = Array.FindIndex(tokens, 0, Math.Min(OpeningMax, tokens.Length), token => words.Has(WordSet.SpanUnit, token.Lemma.ToLowerInvariant()));
        if (spell < 0 || spell + 3 >= tokens.Length || tokens[spell + 1].Form is not ("after" or "before") || !tokens[spell].Relation.StartsWith("nsubj", StringComparison.Ordinal) || Array.FindIndex(tokens, 0, spell, token => token.Upos is Upos.Verb or Upos.Noun or Upos.Propn) >= 0) return sentence;
        int comma = Array.FindIndex(tokens, spell, token => token.Form == ","), verb = tokens[spell].Head;
        if (comma < 0 || tokens[verb].Upos != Upos.Verb) return sentence;
        Token[] mended = (Token[])tokens.Clone();
        if (verb < comma)
        {
            int main = Array.FindIndex(tokens, comma, token => token.Head == verb && token is { Upos: Upos.Verb, Relation: "parataxis" or "conj" or "ccomp" or "advcl" });
            if (main < 0 || !Trees.HasSubject(tokens, main)) return sentence;
            mended[main] = tokens[main] with { Head = tokens[verb].Head, Relation = tokens[verb].Relation };
            mended[verb] = tokens[verb] with { Head = main, Relation = "advcl" };
            for (int at = comma; at < tokens.Length; at++) if (at != main && tokens[at].Head == verb) mended[at] = tokens[at] with { Head = main };
            verb = main;
        }
        mended[spell] = tokens[spell] with { Head = verb, Relation = "obl:unmarked" };
        return new Sentence(sentence.Start, sentence.End, mended);
    }
}
