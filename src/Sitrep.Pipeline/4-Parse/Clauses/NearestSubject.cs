using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Gives a finite verb that has no subject the noun that opens its clause: "According to X, rebels on Monday retook Y" with the rebels for another name of X, "told Reuters that rebels overran Y" with the rebels for Reuters.</summary>
/// <remarks>Between a comma or "that" and the verb stands nothing but a noun, a day and adverbs: the noun is what does it, whatever it was hung on.</remarks>
internal static class NearestSubject
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int verb = 2; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[verb].Upos != Upos.Verb || Trees.Has(tokens, verb, "cop") || !IsFinite(tokens, verb)) continue;
            if (Trees.SubjectOf(tokens, verb) is >= 0 and var other && !IsToldBy(tokens, other)) continue;
            if (Noun(tokens, verb, words, out int first) is not (>= 0 and var noun) || Trees.Has(tokens, noun, "case") || Trees.Has(tokens, noun, "cc")) continue;
            bool under = Trees.IsUnder(tokens, verb, noun);
            if (!under && tokens[noun].Relation is not ("appos" or "conj" or "nmod" or "obj" or "iobj" or "obl" or "list" or "dep") || under && tokens[noun].Relation is not ("ccomp" or "root" or "list" or "appos" or "obj" or "iobj")) continue;
            if (under && tokens[verb].Head != noun || !under && tokens[noun].Head is var above && (above == verb || above < 0 || above >= first)) continue;
            mended ??= (Token[])tokens.Clone();
            if (Trees.SubjectOf(tokens, verb) is >= 0 and var source) mended[source] = tokens[source] with { Relation = "obl" };
            if (under)
            {
                mended[verb] = tokens[verb] with { Head = tokens[noun].Head, Relation = tokens[noun].Relation is "root" ? "root" : "ccomp" };
                for (int at = verb + 1; at < tokens.Length; at++) if (tokens[at].Head == noun) mended[at] = tokens[at] with { Head = verb };
            }
            bool passive = Trees.Has(tokens, verb, "aux:pass");
            mended[noun] = tokens[noun] with { Head = verb, Relation = passive ? "nsubj:pass" : "nsubj" };
            if (!passive && tokens[verb].Penn == "VBN" && !Trees.Has(tokens, verb, "aux")) mended[verb] = mended[verb] with { Penn = "VBD" };
            if (first > 0 && tokens[first - 1].Form == "that") mended[first - 1] = tokens[first - 1] with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    private static bool IsToldBy(Token[] tokens, int noun) => Array.Exists(tokens, token => token.Head == noun && token.Relation == "case" && token.Form is "According" or "according");

    private static bool IsFinite(Token[] tokens, int verb) =>
        tokens[verb].Penn is "VBD" or "VBZ" or "VBP" || tokens[verb] is { Penn: "VBN", Relation: "root" or "ccomp" } && Trees.Has(tokens, verb, "obj") && !Trees.Has(tokens, verb, "aux:pass") && !Trees.Has(tokens, verb, "obl:agent") || Array.Exists(tokens, token => token.Head == verb && token.Relation is "aux" or "aux:pass" && token.Penn is "VBD" or "VBZ" or "VBP" or "MD");

    /// <summary>The noun before the verb, with nothing but a day, adverbs and auxiliaries between, and a comma or "that" before it; -1 where none stands so.</summary>
    private static int Noun(Token[] tokens, int verb, WordSets words, out int first)
    {
        int last = verb - 1;
        while (last > 0 && (tokens[last].Upos is Upos.Aux || tokens[last].Upos == Upos.Adv && tokens[last].Head != last - 1)) last--;
        for (int day = Math.Max(1, last - 3); day <= last; day++)
        {
            int start = tokens[day].Lemma is "on" or "in" or "by" ? day + 1 : day;
            if (start > last || OpeningDates.End(tokens, start, start > day, words) != last + 1) continue;
            last = day - 1;
            break;
        }
        while (last > 0 && tokens[last].Lemma is "late" or "early") last--;
        first = last;
        if (last < 0 || tokens[last].Upos is not (Upos.Noun or Upos.Propn) || WeekdayRepair.IsDay(tokens[last])) return -1;
        int noun = last;
        while (tokens[noun].Head is var above && above >= 0 && above < noun && tokens[noun].Relation is "flat") noun = above;
        first = Math.Min(first, noun);
        while (first > 0 && (tokens[first - 1].Upos is Upos.Det or Upos.Adj or Upos.Num || tokens[first - 1].Upos is Upos.Noun or Upos.Propn || tokens[first - 1].Form == "-" || tokens[first - 1] is { Upos: Upos.Verb, Relation: "amod" })) first--;
        if (first == 0 && tokens[noun].Head < 0) return noun;
        return first > 0 && (tokens[first - 1].Form == "that" || tokens[first - 1].Form == "," && first > 1) ? noun : -1;
    }
}
