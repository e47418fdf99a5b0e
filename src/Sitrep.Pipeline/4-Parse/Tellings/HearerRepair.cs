using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Gives "told River Radio that troops were in control" its hearer, where the parser made who is told the subject of what he is told, or hung what he is told on him.</summary>
/// <remarks>"That" opens its clause: a nominal between it and the verb of telling stands outside; and a clause with a subject of its own describes nobody.</remarks>
internal static class HearerRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = Bare(sentence.Tokens, words);
        for (int that = 2; that + 1 < sentence.Tokens.Length; that++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[that] is not { Form: "that", Relation: "mark" or "obj" or "nsubj" } || tokens[that].Head is not (>= 0 and var clause) || clause < that || tokens[clause].Head is not (>= 0 and var above) || above > that) continue;
            if (tokens[clause].Relation == "ccomp" && tokens[that].Relation == "mark" && words.Has(WordSet.TellsSomebody, tokens[above].Lemma)) mended = Outside(tokens, above, that, clause) ?? mended;
            else if (IsToldOf(tokens, above, clause, words))
            {
                mended ??= (Token[])tokens.Clone();
                mended[that] = tokens[that] with { Relation = "mark", Upos = Upos.Sconj, Penn = "IN" };
                mended[clause] = tokens[clause] with { Head = tokens[above].Head, Relation = "ccomp" };
                mended[above] = tokens[above] with { Relation = "iobj" };
                // "told Reuters on Thursday that": nobody is of a Thursday.
                for (int day = above + 1; day < that; day++) if (tokens[day].Head == above && tokens[day].Relation == "nmod" && OpeningDates.IsDate(tokens, day)) mended[day] = tokens[day] with { Head = tokens[above].Head, Relation = "obl" };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"told reporters soldiers had not shelled X": nouns in the plural describe none behind them, so the reporters are told.</summary>
    private static Token[]? Bare(Token[] tokens, WordSets words)
    {
        for (int hearer = 2; hearer + 2 < tokens.Length; hearer++)
        {
            if (Beside(tokens, hearer, words) is >= 0 and var beside)
            {
                var parted = (Token[])tokens.Clone();
                parted[beside] = tokens[beside] with { Head = tokens[hearer].Head, Relation = tokens[hearer].Relation };
                parted[hearer] = tokens[hearer] with { Head = hearer - 1, Relation = "iobj" };
                return parted;
            }
            if (tokens[hearer] is not { Penn: "NNS", Relation: "compound" } || !words.Has(WordSet.TellsSomebody, tokens[hearer - 1].Lemma) || tokens[hearer - 1].Upos != Upos.Verb || tokens[hearer].Head is not (>= 0 and var subject) || subject < hearer) continue;
            if (!tokens[subject].Relation.StartsWith("nsubj", StringComparison.Ordinal) || tokens[subject].Head is not (>= 0 and var clause) || clause < subject || tokens[clause].Relation is not ("ccomp" or "parataxis") || tokens[clause].Head != hearer - 1) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[hearer] = tokens[hearer] with { Head = hearer - 1, Relation = "iobj" };
            mended[clause] = tokens[clause] with { Relation = "ccomp" };
            return mended;
        }
        return null;
    }

    /// <summary>"told reporters Islamist fighters did not", with the fighters for another name of the reporters; -1 where no sentence reads so.</summary>
    private static int Beside(Token[] tokens, int hearer, WordSets words)
    {
        if (tokens[hearer] is not { Penn: "NNS", Relation: "nsubj" or "nsubj:pass" } || tokens[hearer - 1].Upos != Upos.Verb || !words.Has(WordSet.TellsSomebody, tokens[hearer - 1].Lemma)) return -1;
        int named = Array.FindIndex(tokens, hearer, token => token.Head == hearer && token.Relation == "appos");
        return named > hearer && named < tokens[hearer].Head && Array.FindIndex(tokens, hearer, named - hearer, token => token.Upos == Upos.Punct) < 0 ? named : -1;
    }

    /// <summary>Who stands between the verb and "that" is told; null where nobody there was taken for the subject.</summary>
    private static Token[]? Outside(Token[] tokens, int verb, int that, int clause)
    {
        Token[]? mended = null;
        for (int at = verb + 1; at < that; at++)
        {
            if (tokens[at].Head != clause || tokens[at].Upos is not (Upos.Noun or Upos.Propn or Upos.Pron) || !tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[at] = tokens[at] with { Head = verb, Relation = "iobj" };
        }
        return mended;
    }

    /// <summary>"told state television on Sunday that the army was fighting": the clause, with its own subject, hangs on the noun that is told.</summary>
    private static bool IsToldOf(Token[] tokens, int noun, int clause, WordSets words) =>
        tokens[noun] is { Upos: Upos.Noun or Upos.Propn, Relation: "ccomp" or "obj" or "iobj" or "xcomp" } && tokens[noun].Head is >= 0 and var verb && verb < noun && words.Has(WordSet.TellsSomebody, tokens[verb].Lemma)
        && tokens[clause].Relation is "acl:relcl" or "acl" && Array.Exists(tokens, token => token.Head == clause && token.Form != "that" && token.Relation.StartsWith("nsubj", StringComparison.Ordinal));
}
