using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Days;

/// <summary>Parts "hit X on May 9 and 35 people were killed", where the number of a day and that of people were joined by their "and".</summary>
/// <remarks>A day of a month is joined to another day, and never to what is counted.</remarks>
internal static class DaysAndCounts
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int count = 3; count + 2 < sentence.Tokens.Length; count++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[count] is not { Upos: Upos.Num, Relation: "conj", Head: >= 0 and var day } || tokens[day].Upos != Upos.Num || day > count || tokens[count + 1] is not { Upos: Upos.Noun, Penn: "NNS", Head: >= 0 and var verb } || tokens[verb].Upos is not (Upos.Verb or Upos.Adj or Upos.Noun) || !tokens[count + 1].Relation.StartsWith("nsubj", StringComparison.Ordinal)) continue;
            if (!Array.Exists(tokens, token => token.Head == day && token.Relation == "nmod:unmarked" && token.Upos == Upos.Propn)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[count] = tokens[count] with { Head = count + 1, Relation = "nummod" };
            for (int at = day + 1; at < count; at++) if (tokens[at] is { Relation: "cc" } && tokens[at].Head == count) mended[at] = tokens[at] with { Head = verb };
            if (tokens[day].Head != count + 1) continue;
            // The day, counted among the people: it is of the verb before.
            int before = Array.FindLastIndex(tokens, day, day, token => token.Upos == Upos.Verb);
            if (before >= 0) mended[day] = tokens[day] with { Head = before, Relation = "obl" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
