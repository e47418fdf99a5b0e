using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Days;

/// <summary>Gives "Shortly after midnight on Tuesday troops entered X" and "On the morning of May 3 rebels seized X" their subject, where the parser took the day for a part of it, and it for a part of the morning.</summary>
internal static class OpeningParts
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int part = 1; part + 3 < sentence.Tokens.Length; part++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (!words.Has(WordSet.DayPart, tokens[part].Lemma) || tokens[part].Relation is not ("obl" or "nsubj" or "nsubj:pass") || Preposition(tokens, part) < 0 || tokens[part].Head is not (>= 0 and var verb) || verb < part || tokens[verb].Upos != Upos.Verb) continue;
            int on = part + 1, end = tokens[on].Lemma is "on" or "of" ? OpeningDates.End(tokens, on + 1, behind: true, words) : 0;
            if (end <= on + 1 || end >= verb || Subject(tokens, on + 1, end, part) is not (>= 0 and var subject) || subject >= verb || Array.FindIndex(tokens, token => token.Head == verb && token.Relation.StartsWith("nsubj", StringComparison.Ordinal)) is var other && other >= 0 && other != part) continue;
            mended ??= (Token[])tokens.Clone();
            // "before dawn … entered": no dawn does.
            mended[Preposition(tokens, part)] = tokens[Preposition(tokens, part)] with { Head = part, Relation = "case", Upos = Upos.Adp };
            mended[part] = tokens[part] with { Relation = "obl" };
            int day = end - 1;
            for (int at = on + 1; at < day; at++) mended[at] = tokens[at] with { Head = day, Relation = "compound" };
            mended[day] = tokens[day] with { Head = part, Relation = "nmod" };
            mended[on] = tokens[on] with { Head = day, Relation = "case" };
            mended[subject] = tokens[subject] with { Head = verb, Relation = Trees.Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj" };
            if (tokens[verb].Penn == "VBN" && !Trees.Has(tokens, verb, "aux") && !Trees.Has(tokens, verb, "aux:pass")) mended[verb] = tokens[verb] with { Penn = "VBD" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>The preposition that stands before a part of the day, with nothing but "the" between; -1 where none does.</summary>
    private static int Preposition(Token[] tokens, int part)
    {
        int at = part - 1;
        if (at > 0 && tokens[at].Upos == Upos.Det) at--;
        return tokens[at].Relation is "case" or "mark" && tokens[at].Lemma.ToLowerInvariant() is "after" or "before" or "at" or "around" or "on" or "in" ? at : -1;
    }

    /// <summary>The noun behind the date that a word of the date hangs on, and that hangs on the part of the day itself; -1 where there is none.</summary>
    private static int Subject(Token[] tokens, int first, int end, int part)
    {
        for (int at = first; at < end; at++) if (tokens[at].Head >= end && tokens[tokens[at].Head] is { Upos: Upos.Noun or Upos.Propn } noun && noun.Head == part) return tokens[at].Head;
        return -1;
    }
}
