using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Gives "told River Radio that troops were in control" its hearer, where the parser made who is told the subject of what he is told.</summary>
/// <remarks>"That" opens its clause: a nominal between it and the verb of telling stands outside.</remarks>
internal static class HearerRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int that = 2; that + 1 < sentence.Tokens.Length; that++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[that] is not { Form: "that", Relation: "mark" } || tokens[that].Head is not (>= 0 and var clause) || clause < that || tokens[clause].Head is not (>= 0 and var verb) || verb > that || tokens[clause].Relation != "ccomp" || tokens[verb].Lemma is not ("tell" or "inform" or "assure" or "warn" or "remind" or "notify")) continue;
            for (int at = verb + 1; at < that; at++)
            {
                if (tokens[at].Head != clause || tokens[at].Upos is not (Upos.Noun or Upos.Propn or Upos.Pron) || !tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal)) continue;
                mended ??= (Token[])tokens.Clone();
                mended[at] = tokens[at] with { Head = verb, Relation = "iobj" };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
