using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Days;

/// <summary>Hangs the day of "12 are missing after floods hit X on Tuesday" on the clause that it closes, where it was hung on the verb before, and that of "the storm that hit X on May 9 left 35 dead", where it was hung on the verb behind.</summary>
/// <remarks>What stands right behind a clause with "after", "when" or "since", with no comma between, is of that clause: nobody parts a verb from its day by another.</remarks>
internal static class ClauseDays
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int day = 4; day < sentence.Tokens.Length; day++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[day] is not { Relation: "obl" or "obl:unmarked", Head: >= 0 and var verb }) continue;
            if (verb > day)
            {
                if (OfRelative(tokens, day, verb) is not (>= 0 and var relative)) continue;
                mended ??= (Token[])tokens.Clone();
                mended[day] = tokens[day] with { Head = relative };
                continue;
            }
            int first = day;
            while (first > 0 && (tokens[first - 1].Head == day || tokens[first - 1].Head > first - 1 && tokens[first - 1].Head <= day && tokens[first - 1].Upos is Upos.Adp or Upos.Adv or Upos.Propn)) first--;
            if (first <= verb || tokens[first].Form is not "on" && tokens[first].Upos != Upos.Adv && first != day || !Enumerable.Range(first, day - first + 1).Any(at => OpeningDates.IsDate(tokens, at))) continue;
            int clause = Array.FindIndex(tokens, verb + 1, first - verb - 1, token => token.Head == verb && token is { Upos: Upos.Verb, Relation: "advcl", Penn: "VBD" or "VBN" });
            if (clause < 0 || !Trees.HasSubject(tokens, clause) || Array.FindIndex(tokens, verb, clause - verb, token => token.Head == clause && token.Relation is "mark" or "advmod" && token.Lemma is "after" or "when" or "since") < 0) continue;
            if (Enumerable.Range(clause, first - clause).Any(at => tokens[at].Upos == Upos.Punct || !Trees.IsUnder(tokens, at, clause) || at > clause && OpeningDates.IsDate(tokens, at))) continue;
            mended ??= (Token[])tokens.Clone();
            mended[day] = tokens[day] with { Head = clause };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"The storm that hit X on May 9 left 35 dead": the clause about the subject that the day closes; -1 where the day is the verb's.</summary>
    private static int OfRelative(Token[] tokens, int day, int verb)
    {
        int on = Array.FindIndex(tokens, 0, day, token => token.Head == day && token.Form == "on");
        if (on < 2 || Enumerable.Range(day + 1, verb - day - 1).Any(at => !Trees.IsUnder(tokens, at, day)) || !Enumerable.Range(on, day - on + 1).Any(at => OpeningDates.IsDate(tokens, at)) || Trees.SubjectOf(tokens, verb) is not (>= 0 and var subject) || subject > on) return -1;
        int relative = Array.FindIndex(tokens, subject, on - subject, token => token.Head == subject && token.Relation == "acl:relcl");
        return relative > 0 && Trees.IsUnder(tokens, on - 1, relative) ? relative : -1;
    }
}
