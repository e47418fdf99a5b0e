using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Makes "…, claims Mali denies" what somebody denies, where the parser took "claims" for the verb of one "Mali Denies".</summary>
/// <remarks>A plural for what was told, behind a comma or a dash, with one name and a verb of denying between it and the end: nobody is called so.</remarks>
internal static class DeniedTail
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        for (int told = 2; told + 2 < tokens.Length; told++)
        {
            if (tokens[told - 1].Form is not ("," or "—" or "–" or "-" or "--") || !tokens[told].Form.EndsWith('s') || tokens[told].Form[..^1] is var charge && charge != "claim" && !words.Has(WordSet.ChargeNoun, charge)) continue;
            int verb = told + 1;
            while (verb < tokens.Length && tokens[verb].Upos is Upos.Propn or Upos.Det && !words.Has(WordSet.Denies, tokens[verb].Lemma)) verb++;
            if (verb == told + 1 || verb >= tokens.Length || !words.Has(WordSet.Denies, tokens[verb].Lemma) || verb + 1 < tokens.Length && tokens[verb + 1].Upos != Upos.Punct) continue;
            int root = Array.FindIndex(tokens, token => token.Head < 0);
            if (root >= told) root = Array.FindIndex(tokens, 0, told, token => token.Upos == Upos.Verb && token.Penn is "VBD" or "VBZ" or "VBP" || token.Upos == Upos.Verb && token.Head >= told);
            if (root < 0) continue;
            Token[] mended = (Token[])tokens.Clone();
            for (int at = 0; at < told; at++) if (at != root && tokens[at].Head >= told) mended[at] = tokens[at] with { Head = root };
            for (int at = verb + 1; at < tokens.Length; at++) mended[at] = tokens[at] with { Head = root };
            mended[root] = tokens[root] with { Head = -1, Relation = "root" };
            mended[told] = tokens[told] with { Upos = Upos.Noun, Penn = "NNS", Lemma = tokens[told].Form[..^1], Head = root, Relation = "parataxis" };
            for (int at = told + 1; at < verb - 1; at++) mended[at] = tokens[at] with { Head = verb - 1, Relation = tokens[at].Upos == Upos.Det ? "det" : "compound" };
            mended[verb - 1] = tokens[verb - 1] with { Head = verb, Relation = "nsubj" };
            mended[verb] = tokens[verb] with { Upos = Upos.Verb, Penn = tokens[verb].Form.EndsWith("ed", StringComparison.Ordinal) ? "VBD" : "VBZ", Lemma = tokens[verb].Form.StartsWith("den", StringComparison.Ordinal) ? "deny" : "reject", Head = told, Relation = "acl:relcl", Name = NameKind.None };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }
}
