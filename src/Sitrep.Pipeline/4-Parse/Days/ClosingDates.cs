using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Days;

/// <summary>Parts "bombed X two days ago", "took control of X Tuesday" and "marched in X Tuesday night", where the parser made one name of the place and the day behind it.</summary>
internal static class ClosingDates
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int at = 1; at + 1 < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            // "recaptured the city hours later": the city, and hours later.
            if (tokens[at] is { Upos: Upos.Noun, Relation: "compound" } && tokens[at].Head == at + 1 && at + 2 < tokens.Length && tokens[at + 1] is { Penn: "NNS", Relation: "obl:unmarked" or "obj" } && words.Has(WordSet.SpanUnit, tokens[at + 1].Lemma) && tokens[at + 2].Form is "later" or "earlier" or "ago" && Array.Exists(tokens, token => token.Head == at + 1 && token.Relation == "det") && VerbAbove(tokens, at + 1) is >= 0 and var did && did < at && !Trees.IsUnder(tokens, did, at + 1))
            {
                mended ??= (Token[])tokens.Clone();
                mended[at] = tokens[at] with { Head = did, Relation = "obj" };
                for (int child = did + 1; child < at; child++) if (tokens[child].Head == at + 1) mended[child] = tokens[child] with { Head = at };
                mended[at + 1] = tokens[at + 1] with { Head = at + 2, Relation = "obl:unmarked" };
                if (tokens[at + 2].Head == at + 1) mended[at + 2] = tokens[at + 2] with { Head = did, Relation = "advmod" };
                continue;
            }
            if (tokens[at] is not { Upos: Upos.Propn, Relation: "compound" or "flat" or "nmod" or "obl:unmarked" } || tokens[at].Head is not (>= 0 and var day) || day <= at || WeekdayRepair.IsDay(tokens[at])) continue;
            bool part = day == at + 2 && WeekdayRepair.IsDay(tokens[at + 1]) && tokens[at + 1].Head == day && words.Has(WordSet.DayPart, tokens[day].Lemma);
            bool week = (part || WeekdayRepair.IsDay(tokens[day]) && day == at + 1) && tokens[day].Relation is not ("compound" or "nmod:poss" or "amod"), ago = day == at + 2 && tokens[at + 1].Upos == Upos.Num && words.Has(WordSet.SpanUnit, tokens[day].Lemma) && day + 1 < tokens.Length && tokens[day + 1].Form == "ago";
            if (!week && !ago || VerbAbove(tokens, day) is not (>= 0 and var verb) || verb >= at) continue;
            int preposition = Array.FindIndex(tokens, 0, at, token => (token.Head == at || token.Head == day) && token.Relation == "case");
            mended ??= (Token[])tokens.Clone();
            bool ofNoun = preposition > 0 && tokens[preposition - 1].Upos == Upos.Noun && tokens[preposition].Lemma == "of";
            mended[at] = tokens[at] with { Head = ofNoun ? preposition - 1 : verb, Relation = preposition < 0 ? "obj" : ofNoun ? "nmod" : "obl" };
            if (preposition >= 0) mended[preposition] = tokens[preposition] with { Head = at };
            for (int child = verb + 1; child < at; child++) if (child != preposition && tokens[child].Head == day) mended[child] = tokens[child] with { Head = at };
            if (week) mended[day] = tokens[day] with { Head = verb, Relation = "obl:unmarked" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    private static int VerbAbove(Token[] tokens, int day)
    {
        for (int at = tokens[day].Head, steps = 0; at >= 0 && steps < 4; at = tokens[at].Head, steps++) if (tokens[at].Upos == Upos.Verb) return at;
        return -1;
    }
}
