using System.Globalization;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Days;

/// <summary>Gives "On Tuesday rebels seized X" and "said that in May rebels seized X" their subject, where the parser took a date with no comma behind it for a part of the noun that follows.</summary>
internal static class OpeningDates
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        for (int at = 0; at + 3 < tokens.Length; at++) if ((at == 0 || tokens[at].Upos == Upos.Adp || tokens[at - 1].Form == "that") && Mended(tokens, at, words) is { } mended) tokens = mended;
        return ReferenceEquals(tokens, sentence.Tokens) ? sentence : new Sentence(sentence.Start, sentence.End, tokens);
    }

    /// <summary>True where a date begins: a day of the week, a month, or the number before or after one.</summary>
    public static bool IsDate(Token[] tokens, int at) =>
        at < tokens.Length && (WeekdayRepair.IsDay(tokens[at]) || IsMonth(tokens[at].Form) || IsNumber(tokens[at].Form) && at + 1 < tokens.Length && IsMonth(tokens[at + 1].Form));

    /// <param name="start">Where the date or the preposition before it stands.</param>
    private static Token[]? Mended(Token[] tokens, int start, WordSets words)
    {
        bool behind = tokens[start].Lemma.ToLowerInvariant() is "on" or "in" or "by" or "since";
        if (!behind && start > 0 && tokens[start - 1].Form != "that") return null;
        int first = behind ? start + 1 : start, end = End(tokens, first, behind, words);
        if (end == first || end + 1 >= tokens.Length || tokens[end].Upos == Upos.Part || Top(tokens, first, end) is not (>= 0 and var top)) return null;
        if (tokens[end] is { Upos: Upos.Verb, Relation: "amod" }) return behind ? BeforeVerb(tokens, start, top, end) : null;
        int noun = end;
        while (noun + 1 < tokens.Length && tokens[noun].Head == top) noun++;
        while (tokens[noun].Head > noun && tokens[noun].Relation is "compound" or "amod" or "det" or "nummod" or "nmod:poss" or "nmod:desc" or "punct" or "case") noun = tokens[noun].Head;
        if (tokens[noun].Upos is not (Upos.Noun or Upos.Propn) || !Trees.IsUnder(tokens, tokens[top].Head, noun) || VerbOf(tokens, noun) is not (>= 0 and var verb) || verb < noun || tokens[verb].Upos != Upos.Verb) return null;
        bool taken = tokens[noun].Relation.StartsWith("obl", StringComparison.Ordinal) && !Trees.HasSubject(tokens, verb) && IsNext(tokens, noun, verb, words);
        if (!taken && !tokens[noun].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return null;
        var mended = (Token[])tokens.Clone();
        for (int at = first; at < end; at++) if (at != top && (tokens[at].Head == noun || tokens[at].Head == tokens[top].Head)) mended[at] = tokens[at] with { Head = top };
        for (int at = end; at < noun; at++) if (tokens[at].Head == top) mended[at] = tokens[at] with { Head = noun, Relation = "compound" };
        if (tokens[noun].Head != verb) mended[noun] = tokens[noun] with { Head = verb };
        mended[top] = tokens[top] with { Head = verb, Relation = behind ? "obl" : "obl:unmarked" };
        if (behind) mended[start] = tokens[start] with { Head = top, Relation = "case" };
        if (taken) mended[noun] = mended[noun] with { Relation = Trees.Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj" };
        return mended;
    }

    // "Early on Tuesday rebels stormed X": the adverb is the verb's, and so is the subject.
    private static int VerbOf(Token[] tokens, int noun) => tokens[noun].Head is >= 0 and var above && tokens[above].Upos == Upos.Adv && above < noun ? tokens[above].Head : tokens[noun].Head;

    /// <summary>"Rebels in May seized control": the verb was taken to describe its object, and the date to be the object's; null where this is no such sentence.</summary>
    private static Token[]? BeforeVerb(Token[] tokens, int start, int top, int verb)
    {
        int thing = tokens[verb].Head;
        if (thing < verb || tokens[top].Head != thing && tokens[top].Head != verb || tokens[thing].Head is not (>= 0 and var subject) || subject >= start || tokens[subject].Upos is not (Upos.Noun or Upos.Propn) || tokens[thing].Relation is not ("nmod" or "obl" or "appos" or "nmod:unmarked")) return null;
        if (!Trees.IsUnder(tokens, start - 1, subject) || tokens[subject].Relation is not ("root" or "ccomp")) return null;
        var mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Penn = "VBD", Head = tokens[subject].Head, Relation = tokens[subject].Relation };
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        mended[thing] = tokens[thing] with { Head = verb, Relation = "obj" };
        mended[top] = tokens[top] with { Head = verb, Relation = "obl" };
        mended[start] = tokens[start] with { Head = top, Relation = "case" };
        for (int at = verb + 1; at < tokens.Length; at++) if (tokens[at].Head == subject && at != thing) mended[at] = tokens[at] with { Head = verb, Relation = tokens[at].Relation is "nmod" ? "obl" : tokens[at].Relation };
        return mended;
    }

    /// <summary>The first token behind the date that stands at <paramref name="first"/>; the same where none does.</summary>
    public static int End(Token[] tokens, int first, bool behind, WordSets words)
    {
        bool dated = false;
        int at = first;
        for (; at < tokens.Length; at++)
        {
            string form = tokens[at].Form;
            bool named = WeekdayRepair.IsDay(tokens[at]) || IsMonth(form) || words.Has(WordSet.NamedDay, form.ToLowerInvariant()) || behind && form.Length == 4 && IsNumber(form)
                || at > first && words.Has(WordSet.WhichTime, tokens[at - 1].Lemma.ToLowerInvariant()) && (words.Has(WordSet.SpanUnit, tokens[at].Lemma) || words.Has(WordSet.DayPart, tokens[at].Lemma));
            dated |= named;
            // "two days ago"
            if (!dated && at == first && tokens[at].Upos == Upos.Num && at + 2 < tokens.Length && words.Has(WordSet.SpanUnit, tokens[at + 1].Lemma) && tokens[at + 2].Form == "ago") return at + 3;
            if (!named && !(form.Length <= 2 && IsNumber(form)) && !words.Has(WordSet.WhichTime, tokens[at].Lemma.ToLowerInvariant()) && !(at > first && words.Has(WordSet.DayPart, tokens[at].Lemma))) break;
        }
        return dated ? at : first;
    }

    public static bool IsMonth(string form) => char.IsUpper(form[0]) && CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Contains(form, StringComparer.Ordinal);

    private static bool IsNumber(string form) => form.All(char.IsAsciiDigit);

    /// <summary>The token of the date that hangs outside it; -1 where several do, on several words.</summary>
    private static int Top(Token[] tokens, int first, int end)
    {
        int top = -1;
        for (int at = first; at < end; at++)
        {
            if (tokens[at].Head >= first && tokens[at].Head < end) continue;
            // "later this week": the adverb is the verb's.
            if (tokens[at] is { Upos: Upos.Adv, Relation: "advmod" } && at + 1 < end) continue;
            if (top >= 0 && tokens[at].Head != tokens[top].Head) return -1;
            top = at;
        }
        return top;
    }

    private static bool IsNext(Token[] tokens, int noun, int verb, WordSets words)
    {
        // "On Tuesday forces loyal to X entered Y": what describes them may hang on the verb.
        bool loyal = tokens[noun + 1].Head == verb && words.Has(WordSet.Loyal, tokens[noun + 1].Lemma);
        for (int at = noun + 1; at < verb; at++) if (!(loyal && Trees.IsUnder(tokens, at, noun + 1)) && (tokens[at].Head != verb ? !Trees.IsUnder(tokens, at, noun) : tokens[at].Upos is not (Upos.Adv or Upos.Aux or Upos.Part))) return false;
        return true;
    }
}
