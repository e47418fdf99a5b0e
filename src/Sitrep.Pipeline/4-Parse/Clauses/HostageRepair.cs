using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes those held in "held several people hostage" what is held, where the parser made one noun of the two.</summary>
internal static class HostageRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int hostage = 2; hostage < sentence.Tokens.Length; hostage++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int held = hostage - 1;
            if (tokens[hostage] is not { Relation: "obj" or "nsubj:pass", Penn: "NN" } || !words.Has(WordSet.TakenAs, tokens[hostage].Form) || tokens[held].Penn is not ("NNS" or "NNPS") || tokens[held].Relation != "compound" || tokens[held].Head != hostage) continue;
            if (Trees.IsUnder(tokens, tokens[hostage].Head, held)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[held] = tokens[held] with { Head = tokens[hostage].Head, Relation = tokens[hostage].Relation };
            for (int at = 0; at < held; at++) if (tokens[at].Head == hostage) mended[at] = mended[at] with { Head = held };
            mended[hostage] = tokens[hostage] with { Relation = "xcomp" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
