using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Hangs "captured X, which the army had lost" and "attacked X, where thousands live" on X, where the parser hung them on the verb or on what stands before it.</summary>
/// <remarks>Behind a comma "where" tells of the noun before it, and "which" of no noun beyond the verb.</remarks>
internal static class RelativeRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int at = 2; at + 1 < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[at - 1].Form != "," || tokens[at].Form is not ("where" or "which") || tokens[at - 2].Upos is not (Upos.Noun or Upos.Propn) || WeekdayRepair.IsDay(tokens[at - 2]) || OpeningDates.IsMonth(tokens[at - 2].Form)) continue;
            int clause = tokens[at].Head;
            if (clause < at || tokens[clause].Head is not (>= 0 and var above) || above >= at - 1) continue;
            bool astray = tokens[above].Upos == Upos.Verb ? tokens[clause].Relation is "advcl" or "ccomp" or "acl:relcl" or "conj" or "parataxis" : tokens[clause].Relation == "acl:relcl" && IsBeyondVerb(tokens, above, at);
            if (!astray) continue;
            mended ??= (Token[])tokens.Clone();
            mended[clause] = tokens[clause] with { Head = Noun(tokens, at - 2), Relation = "acl:relcl" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>The noun that ends at <paramref name="last"/>, as what is told of: in "the town of X" the town, in "control of X" X.</summary>
    public static int Noun(Token[] tokens, int last)
    {
        int noun = last;
        while (tokens[noun].Head is >= 0 and var above && above < noun && tokens[noun].Relation is "flat" or "compound") noun = above;
        while (tokens[noun].Head is var head && head > noun && head <= last) noun = head;
        return tokens[noun] is { Relation: "nmod", Head: >= 0 and var whole } && whole < noun && tokens[whole].Upos is Upos.Noun or Upos.Propn && Trees.Has(tokens, whole, "det") ? whole : noun;
    }

    private static bool IsBeyondVerb(Token[] tokens, int noun, int at)
    {
        for (int between = noun + 1; between < at; between++) if (tokens[between] is { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" } && !Trees.IsUnder(tokens, between, noun)) return true;
        return false;
    }
}
