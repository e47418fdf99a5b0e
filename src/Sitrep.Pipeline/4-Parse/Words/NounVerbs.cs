using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "when a river burst its banks" what the river did, where the verb was taken for a noun with the river before it.</summary>
/// <remarks>No noun has an object. Only words that are nouns and past tenses alike.</remarks>
internal static class NounVerbs
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        for (int verb = 1; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Upos: Upos.Noun, Penn: "NN", Relation: "root" or "advcl" or "ccomp" or "conj" or "parataxis" or "acl:relcl" or "obl" } || !words.Has(WordSet.NounOrPast, tokens[verb].Form) || tokens[verb - 1] is not { Relation: "compound", Upos: Upos.Noun or Upos.Propn } || tokens[verb - 1].Head != verb) continue;
            if (Array.FindIndex(tokens, verb, token => token.Head == verb && token.Relation == "obj") < 0) continue;
            int marker = Array.FindIndex(tokens, 0, verb, token => token.Head == verb && token.Relation == "case" && token.Lemma is "after" or "before" or "since" or "as" or "until");
            if (marker < 0 && tokens[verb].Relation == "obl") continue;
            var mended = (Token[])tokens.Clone();
            if (marker >= 0) mended[marker] = tokens[marker] with { Relation = "mark", Upos = Upos.Sconj };
            mended[verb] = tokens[verb] with { Upos = Upos.Verb, Penn = "VBD", Relation = marker >= 0 ? "advcl" : tokens[verb].Relation };
            mended[verb - 1] = tokens[verb - 1] with { Relation = "nsubj" };
            for (int at = 0; at < verb - 1; at++) if (tokens[at].Head == verb && tokens[at].Relation is "det" or "amod" or "compound" or "nummod") mended[at] = tokens[at] with { Head = verb - 1 };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }
}
