using System.Globalization;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse;

/// <summary>Gives "On Tuesday rebels seized X" its subject, where the parser took a date with no comma behind it for a part of the noun that follows.</summary>
internal static class OpeningDates
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        int first = tokens.Length > 3 && tokens[0].Lemma.ToLowerInvariant() is "on" or "in" or "by" or "since" ? 1 : 0, end = End(tokens, first, words);
        if (end == first || end + 1 >= tokens.Length || Top(tokens, first, end) is not (>= 0 and var top)) return sentence;
        int noun = end;
        while (tokens[noun].Head > noun && tokens[tokens[noun].Head].Upos is Upos.Noun or Upos.Propn) noun = tokens[noun].Head;
        if (tokens[noun].Upos is not (Upos.Noun or Upos.Propn) || tokens[top].Head != noun || tokens[noun].Head is not (>= 0 and var verb) || verb < noun || tokens[verb].Upos != Upos.Verb) return sentence;
        bool taken = tokens[noun].Relation.StartsWith("obl", StringComparison.Ordinal) && !Array.Exists(tokens, token => token.Head == verb && token.Relation.StartsWith("nsubj", StringComparison.Ordinal)) && IsNext(tokens, noun, verb);
        if (!taken && !tokens[noun].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return sentence;
        var mended = (Token[])tokens.Clone();
        for (int at = first; at < end; at++) if (at != top && tokens[at].Head == noun) mended[at] = tokens[at] with { Head = top };
        mended[top] = tokens[top] with { Head = verb, Relation = first > 0 ? "obl" : "obl:unmarked" };
        if (first > 0) mended[0] = tokens[0] with { Head = top, Relation = "case" };
        if (taken) mended[noun] = tokens[noun] with { Relation = Array.Exists(tokens, token => token.Head == verb && token.Relation == "aux:pass") ? "nsubj:pass" : "nsubj" };
        return new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>The first token behind the date that stands at <paramref name="first"/>; the same where none does.</summary>
    private static int End(Token[] tokens, int first, WordSets words)
    {
        bool dated = false;
        int at = first;
        for (; at < tokens.Length; at++)
        {
            string form = tokens[at].Form;
            bool named = WeekdayRepair.IsDay(tokens[at]) || IsMonth(form) || words.Has(WordSet.NamedDay, form.ToLowerInvariant()) || first > 0 && form.Length == 4 && IsNumber(form)
                || at > first && words.Has(WordSet.WhichTime, tokens[at - 1].Lemma.ToLowerInvariant()) && words.Has(WordSet.SpanUnit, tokens[at].Lemma);
            dated |= named;
            if (!named && !(form.Length <= 2 && IsNumber(form)) && !words.Has(WordSet.WhichTime, tokens[at].Lemma.ToLowerInvariant()) && !(at > first && words.Has(WordSet.DayPart, tokens[at].Lemma))) break;
        }
        return dated ? at : first;
    }

    private static bool IsMonth(string form) => char.IsUpper(form[0]) && CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Contains(form, StringComparer.Ordinal);

    private static bool IsNumber(string form) => form.All(char.IsAsciiDigit);

    /// <summary>The token of the date that hangs outside it; -1 where several do, on several words.</summary>
    private static int Top(Token[] tokens, int first, int end)
    {
        int top = -1;
        for (int at = first; at < end; at++)
        {
            if (tokens[at].Head >= first && tokens[at].Head < end) continue;
            if (top >= 0 && tokens[at].Head != tokens[top].Head) return -1;
            top = at;
        }
        return top;
    }

    private static bool IsNext(Token[] tokens, int noun, int verb)
    {
        for (int at = noun + 1; at < verb; at++) if (tokens[at].Head != verb ? !Trees.IsUnder(tokens, at, noun) : tokens[at].Upos is not (Upos.Adv or Upos.Aux or Upos.Part)) return false;
        return true;
    }
}
