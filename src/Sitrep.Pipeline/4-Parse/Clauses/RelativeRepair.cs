using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Hangs "captured X, which the army had lost", "attacked X, where thousands live" and "stormed X, held by the army" on X, where the parser hung them on the verb or on what stands before it.</summary>
/// <remarks>Behind a comma "where" tells of the noun before it, and "which" of no noun beyond the verb.</remarks>
/// <param name="taken">Verbs for what is done to a place: "seize", "hold".</param>
internal sealed class RelativeRepair(FrozenSet<string> taken)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int at = 2; at + 1 < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (Astray(tokens, at) is not (var clause, var last, var relation)) continue;
            int noun = Noun(tokens, last);
            if (tokens[clause].Head == noun && tokens[clause].Relation == relation || Trees.IsUnder(tokens, noun, clause)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[clause] = tokens[clause] with { Head = noun, Relation = relation };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>The noun that ends at <paramref name="last"/>, as what is told of: in "the town of X" the town, in "control of X" X.</summary>
    public static int Noun(Token[] tokens, int last)
    {
        int noun = last;
        while (tokens[noun].Head is >= 0 and var above && above < noun && tokens[noun].Relation is "flat" or "compound") noun = above;
        while (tokens[noun].Head is var head && head > noun && head <= last) noun = head;
        // "the bombing on 8 May, in which 25 died": not in the month.
        while ((OpeningDates.IsMonth(tokens[noun].Form) || WeekdayRepair.IsDay(tokens[noun]) || tokens[noun].Upos == Upos.Num) && tokens[noun].Head is >= 0 and var dated && dated < noun && tokens[dated].Upos is Upos.Noun or Upos.Propn or Upos.Num) noun = dated;
        return tokens[noun] is { Relation: "nmod", Head: >= 0 and var whole } && whole < noun && tokens[whole].Upos is Upos.Noun or Upos.Propn && Trees.Has(tokens, whole, "det") ? whole : noun;
    }

    /// <summary>The clause or participle that opens at the token, the last word of the noun it tells of, and how it tells it; null where none opens, or it hangs right.</summary>
    private (int Clause, int Last, string Relation)? Astray(Token[] tokens, int at)
    {
        int before = at - 1;
        // "three days of fighting in which 12 were killed"
        if (tokens[at].Form == "which" && tokens[before].Head == at && tokens[before] is { Relation: "case", Upos: Upos.Adp } && tokens[before - 1] is { Upos: Upos.Noun } or { Penn: "VBG" } && tokens[at].Head is var within && within > at && tokens[within].Relation is "ccomp" or "advcl" or "parataxis") return (within, before - 1, "acl:relcl");
        if (tokens[before].Form != "," || tokens[before - 1].Upos is not (Upos.Noun or Upos.Propn) || WeekdayRepair.IsDay(tokens[before - 1]) || OpeningDates.IsMonth(tokens[before - 1].Form)) return null;
        if (Taken(tokens, at) is { } done) return (done, before - 1, "acl");
        int opens = tokens[at].Upos == Upos.Adp && tokens[at + 1].Form == "which" ? at + 1 : at, clause = tokens[opens].Head;   // "from which"
        if (tokens[opens].Form is not ("where" or "which") || clause < at || tokens[clause].Head is not (>= 0 and var above) || above >= before) return null;
        bool astray = tokens[above].Upos == Upos.Verb ? tokens[clause].Relation is "advcl" or "ccomp" or "acl:relcl" or "conj" or "parataxis"
            : tokens[clause].Relation == "acl:relcl" && (IsBeyondVerb(tokens, above, at) || tokens[above] is { Upos: Upos.Noun, Relation: "obj" } && !Trees.Has(tokens, above, "det"));   // "took control of X, which …"
        return astray ? (clause, before - 1, "acl:relcl") : null;
    }

    /// <summary>"X, held by the army", "X, until recently held by the army": what is done to places describes the place, whatever it was hung on.</summary>
    private int? Taken(Token[] tokens, int at)
    {
        while (at + 2 < tokens.Length && (tokens[at].Upos == Upos.Adv || tokens[at].Form == "until")) at++;
        int done = at;
        return done + 1 < tokens.Length && tokens[done] is { Upos: Upos.Verb, Penn: "VBN", Relation: "advcl" or "acl" or "conj", Head: >= 0 and var above } && above < done && tokens[done + 1].Form is "by" or "from" && !Trees.Has(tokens, done, "cc") && taken.Contains(tokens[done].Lemma) && !Array.Exists(tokens, token => token.Head == done && token.Relation.StartsWith("aux", StringComparison.Ordinal)) ? done : null;
    }

    private static bool IsBeyondVerb(Token[] tokens, int noun, int at)
    {
        for (int between = noun + 1; between < at; between++) if (tokens[between] is { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" } && !Trees.IsUnder(tokens, between, noun)) return true;
        return false;
    }
}
