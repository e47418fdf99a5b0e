using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Sets right a finite past verb that was taken for a participle: "Forces entered the town" read like "the town entered by forces".</summary>
/// <remarks>A past participle after its noun is passive and has no object of its own. One that has an object, and stands in a sentence
/// without any finite verb above it, is the sentence's verb, and the noun is its subject.</remarks>
internal static class ParticipleRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int verb = 1; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Penn: "VBN" or "VBD", Relation: "acl" } || tokens[verb].Head is not (>= 0 and var noun) || noun > verb) continue;
            if (!HasObject(tokens, verb) || HasFiniteAbove(tokens, noun)) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Penn = "VBD", Head = tokens[noun].Head, Relation = tokens[noun].Head < 0 ? "root" : "parataxis" };
            mended[noun] = tokens[noun] with { Head = verb, Relation = "nsubj" };
            // What followed the verb under the noun follows it under the verb.
            for (int at = verb + 1; at < tokens.Length; at++)
            {
                if (tokens[at].Head != noun || tokens[at].Relation is not ("punct" or "conj" or "parataxis" or "advcl" or "obl" or "nmod" or "acl" or "appos")) continue;
                mended[at] = tokens[at] with { Head = verb, Relation = tokens[at].Relation switch { "nmod" => "obl", "acl" => "advcl", var same => same } };
            }
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }

    private static bool HasObject(Token[] tokens, int verb)
    {
        bool found = false;
        for (int at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Head != verb) continue;
            if (tokens[at].Relation is "obl:agent" or "aux:pass" or "nsubj" or "nsubj:pass") return false;
            found |= at > verb && tokens[at].Relation is "obj" or "ccomp";
        }
        return found;
    }

    private static bool HasFiniteAbove(Token[] tokens, int noun)
    {
        int at = noun;
        for (int steps = 0; at >= 0 && steps < tokens.Length; at = tokens[at].Head, steps++)
        {
            if (tokens[at].Upos is Upos.Verb or Upos.Aux && tokens[at].Penn is "VBD" or "VBZ" or "VBP" or "MD" or "VB") return true;
        }
        return false;
    }
}
