using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Days;

/// <summary>Sets right "two weeks after the army said …" where the weeks were taken for a second subject: they say how long after.</summary>
internal static class SpellRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        Token[]? mended = null;
        for (int at = 1; at + 2 < tokens.Length; at++)
        {
            if (tokens[at] is not { Relation: "nsubj" } spell || !words.Has(WordSet.TimeUnit, spell.Lemma) || tokens[at + 1] is not { Lemma: "after" or "before", Relation: "mark" } marker || marker.Head != spell.Head || spell.Head <= at + 1) continue;
            int counted = at;
            if (!Array.Exists(tokens, token => token.Head == counted && token.Relation is "nummod" or "det") || !Array.Exists(tokens, token => token.Head == spell.Head && token.Relation.StartsWith("nsubj", StringComparison.Ordinal) && token != spell)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[at] = spell with { Relation = "obl:unmarked" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
