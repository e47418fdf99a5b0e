using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Days;

/// <summary>Hangs the day of "12 are missing after floods hit X on Tuesday" on the clause that it closes, where it was hung on the verb before.</summary>
/// <remarks>What stands right behind a clause with "after", "when" or "since", with no comma between, is of that clause: nobody parts a verb from its day by another.</remarks>
internal static class ClauseDays
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int day = 4; day < sentence.Tokens.Length; day++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[day] is not { Relation: "obl" or "obl:unmarked", Head: >= 0 and var verb } || verb > day) continue;
            int first = day;
            while (first > 0 && (tokens[first - 1].Head == day || tokens[first - 1].Head > first - 1 && tokens[first - 1].Head <= day && tokens[first - 1].Upos is Upos.Adp or Upos.Adv or Upos.Propn)) first--;
            if (tokens[first].Form is not "on" && tokens[first].Upos != Upos.Adv && first != day || !Enumerable.Range(first, day - first + 1).Any(at => OpeningDates.IsDate(tokens, at))) continue;
            int clause = Array.FindIndex(tokens, verb + 1, first - verb - 1, token => token.Head == verb && token is { Upos: Upos.Verb, Relation: "advcl", Penn: "VBD" or "VBN" });
            if (clause < 0 || !Trees.HasSubject(tokens, clause) || Array.FindIndex(tokens, verb, clause - verb, token => token.Head == clause && token.Relation is "mark" or "advmod" && token.Lemma is "after" or "when" or "since") < 0) continue;
            if (Enumerable.Range(clause, first - clause).Any(at => tokens[at].Upos == Upos.Punct || !Trees.IsUnder(tokens, at, clause) || at > clause && OpeningDates.IsDate(tokens, at))) continue;
            mended ??= (Token[])tokens.Clone();
            mended[day] = tokens[day] with { Head = clause };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
