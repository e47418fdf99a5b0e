using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "A and B jets bombed X" and "A troops and allied B rebels" phrases, where the parser took a part of them for a subject or a verb of its own.</summary>
internal static class SharedNouns
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int and = 1; and + 2 < sentence.Tokens.Length; and++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[and].Upos != Upos.Cconj) continue;
            int noun = and + 2;
            if (tokens[noun].Penn is not ("NNS" or "NNPS"))
            {
                // "and allied B rebels": the participle describes them.
                if (!words.Has(WordSet.Loyal, tokens[and + 1].Form) || noun + 1 >= tokens.Length || tokens[noun].Upos is not (Upos.Adj or Upos.Propn) || tokens[noun + 1].Penn is not ("NNS" or "NNPS")) continue;
                noun++;
            }
            int last = and + 1, verb = tokens[noun].Head;
            // "by A and B jets"
            if (noun == and + 2 && verb == and - 1 && tokens[noun].Relation == "conj" && tokens[verb] is { Upos: Upos.Adj, Relation: "obl:agent" or "obl" or "nsubj" or "obj" } && tokens[last] is { Upos: Upos.Adj, Relation: "conj" } && tokens[last].Head == verb)
            {
                mended ??= (Token[])tokens.Clone();
                mended[noun] = tokens[noun] with { Head = tokens[verb].Head, Relation = tokens[verb].Relation };
                mended[verb] = tokens[verb] with { Head = noun, Relation = "amod" };
                for (int at = 0; at < verb; at++) if (tokens[at].Head == verb && tokens[at].Relation == "case") mended[at] = tokens[at] with { Head = noun };
                continue;
            }
            // "by A troops and allied B rebels"
            if (verb == last && words.Has(WordSet.Loyal, tokens[last].Form) && tokens[noun].Relation == "obj" && tokens[last] is { Upos: Upos.Verb, Relation: "conj", Head: >= 0 and var did } && tokens[and - 1] is { Penn: "NNS" or "NNPS" } && !Trees.IsUnder(tokens, and - 1, noun))
            {
                mended ??= (Token[])tokens.Clone();
                for (int at = noun + 1; at < tokens.Length; at++) if (tokens[at].Head == last) mended[at] = tokens[at] with { Head = did < and - 1 ? did : and - 1 };
                mended[noun] = tokens[noun] with { Head = and - 1, Relation = "conj" };
                mended[last] = tokens[last] with { Upos = Upos.Adj, Penn = "JJ", Head = noun, Relation = "amod" };
                mended[and] = tokens[and] with { Head = noun };
                continue;
            }
            if (verb < noun || !tokens[noun].Relation.StartsWith("nsubj", StringComparison.Ordinal)) continue;
            if (tokens[last] is { Upos: Upos.Verb, Relation: "conj" } && words.Has(WordSet.Loyal, tokens[last].Form) && tokens[last].Head is >= 0 and var first && first < and && tokens[first].Head == verb && tokens[first].Relation.StartsWith("nsubj", StringComparison.Ordinal))
            {
                mended ??= (Token[])tokens.Clone();
                mended[noun] = tokens[noun] with { Head = first, Relation = "conj" };
                mended[last] = tokens[last] with { Upos = Upos.Adj, Penn = "JJ", Head = noun, Relation = "amod" };
                mended[and] = tokens[and] with { Head = noun };
            }
            else if (noun == and + 2 && tokens[and - 1] is { Upos: Upos.Adj, Relation: "nsubj" or "nsubj:pass" } && tokens[and - 1].Head == verb && tokens[last] is { Upos: Upos.Adj, Relation: "conj" or "amod" } && (tokens[last].Head == and - 1 || tokens[last].Head == noun))
            {
                mended ??= (Token[])tokens.Clone();
                mended[and - 1] = tokens[and - 1] with { Head = noun, Relation = "amod" };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
