using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Makes "Troops on Monday recaptured strategic points" a sentence, where the parser read Monday's recaptured points; and "shot down a plane" a plane that was shot down.</summary>
/// <remarks>Between a weekday and the noun that both were hung on stands the verb: no points are called after a day.</remarks>
internal static class DayVerbRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = ShotDown(sentence.Tokens);
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

    private static Token[]? ShotDown(Token[] tokens)
    {
        for (int down = 1; down + 1 < tokens.Length; down++)
        {
            int shot = down - 1;
            if (tokens[down] is not { Form: "down", Relation: "case" } || tokens[shot] is not { Upos: Upos.Verb, Lemma: "shoot" or "bring" } || tokens[down].Head is not (>= 0 and var plane) || tokens[plane].Head != shot || tokens[plane].Relation != "obl" || Array.Exists(tokens, token => token.Head == shot && token.Relation == "obj")) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[down] = tokens[down] with { Head = shot, Relation = "compound:prt" };
            mended[plane] = tokens[plane] with { Relation = "obj" };
            return mended;
        }
        return null;
    }
}
