using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Days;

/// <summary>Makes "Troops on Monday recaptured strategic points" a sentence, where the parser read Monday's recaptured points; and "shot down a plane" a plane that was shot down.</summary>
/// <remarks>Between a weekday and the noun that both were hung on stands the verb: no points are called after a day.</remarks>
internal static class DayVerbRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? shot = ShotDown(sentence.Tokens), mended = Behind(shot ?? sentence.Tokens) ?? shot;
        for (int verb = 3; verb + 1 < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int day = verb - 1, on = verb - 2;
            if (tokens[verb] is not { Penn: "VBN" or "VBD", Relation: "amod" } || tokens[verb].Head is not (>= 0 and var noun) || noun < verb || !WeekdayRepair.IsDay(tokens[day]) || tokens[on].Form != "on" || tokens[on].Head != noun) continue;
            if (tokens[noun].Head is not (>= 0 and var subject) || subject >= on || tokens[subject].Upos is not (Upos.Noun or Upos.Propn) || tokens[subject].Head >= 0 && tokens[subject].Relation is not ("ccomp" or "parataxis" or "conj")) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Penn = "VBD", Head = tokens[subject].Head, Relation = tokens[subject].Relation };
            mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
            mended[noun] = tokens[noun] with { Head = verb, Relation = "obj" };
            mended[day] = tokens[day] with { Head = verb, Relation = "obl" };
            mended[on] = tokens[on] with { Head = day, Relation = "case" };
            for (int at = 0; at < tokens.Length; at++) if (at > verb && at != noun && tokens[at].Head == subject) mended[at] = tokens[at] with { Head = verb, Relation = tokens[at].Relation == "nmod" ? "obl" : tokens[at].Relation };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"The army on Nov. 20 dismissed statements that X": between the day and a noun without an article stands the sentence's verb, whichever noun the parser gave it to; null where the sentence is no such one.</summary>
    private static Token[]? Behind(Token[] tokens)
    {
        int subject = Array.FindIndex(tokens, token => token.Head < 0);
        if (subject < 0 || tokens[subject].Upos is not (Upos.Noun or Upos.Propn)) return null;
        for (int verb = subject + 3; verb + 1 < tokens.Length; verb++)
        {
            int day = verb - 1, on = DayStart(tokens, day) - 1, noun = verb + 1;
            if (tokens[verb] is not { Penn: "VBN" or "VBD", Relation: "amod" } || on != subject + 1 || tokens[on].Form != "on" || tokens[noun] is not { Upos: Upos.Noun, Relation: "nmod" } || tokens[noun].Head != subject || tokens[verb].Head != noun && tokens[verb].Head != subject) continue;
            Token[] mended = (Token[])tokens.Clone();
            for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == subject && at > verb) mended[at] = tokens[at] with { Head = verb };
            mended[verb] = tokens[verb] with { Penn = "VBD", Head = -1, Relation = "root" };
            mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
            mended[noun] = tokens[noun] with { Head = verb, Relation = "obj" };
            mended[day] = tokens[day] with { Head = verb, Relation = "obl" };
            mended[on] = tokens[on] with { Head = day, Relation = "case" };
            return mended;
        }
        return null;
    }

    /// <summary>First token of "Monday", "Nov. 20" that ends here; past the end where no day does.</summary>
    private static int DayStart(Token[] tokens, int last) =>
        WeekdayRepair.IsDay(tokens[last]) ? last : last > 0 && tokens[last].Upos == Upos.Num && tokens[last - 1] is { Upos: Upos.Propn, Relation: "nmod:unmarked" or "compound" } month && month.Head == last ? last - 1 : tokens.Length;

    private static Token[]? ShotDown(Token[] tokens)
    {
        for (int down = 1; down + 1 < tokens.Length; down++)
        {
            int shot = down - 1;
            if (tokens[down] is not { Form: "down", Relation: "case" } || tokens[shot] is not { Upos: Upos.Verb, Lemma: "shoot" or "bring" } || tokens[down].Head is not (>= 0 and var plane) || tokens[plane].Head != shot || tokens[plane].Relation != "obl" || Trees.Has(tokens, shot, "obj")) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[down] = tokens[down] with { Head = shot, Relation = "compound:prt" };
            mended[plane] = tokens[plane] with { Relation = "obj" };
            return mended;
        }
        return null;
    }
}
