using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Gives a finite verb the subject that was hung on a setting before it: "At the airport a controller died" read like "the airport a controller".</summary>
/// <remarks>A noun phrase right behind another, with no preposition, comma or "and" to tie it there, begins anew; a verb that has no subject says where it belongs.</remarks>
internal static class FrontedRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int verb = 3; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            bool passive = tokens[verb].Penn == "VBN" && Trees.Has(tokens, verb, "aux:pass");
            if (tokens[verb].Upos != Upos.Verb || !passive && tokens[verb].Penn is not ("VBD" or "VBZ" or "VBP") || HasSubject(tokens, verb)) continue;
            if ((passive ? Bare(tokens, verb) : Lost(tokens, verb) ?? Counted(tokens, verb, words) ?? Marked(tokens, verb)) is not { } subject) continue;
            mended ??= (Token[])tokens.Clone();
            mended[subject] = tokens[subject] with { Head = verb, Relation = passive ? "nsubj:pass" : "nsubj" };
        }
        mended = Behind(mended ?? sentence.Tokens) ?? mended;
        mended = Joined(mended ?? sentence.Tokens) ?? mended;
        mended = Listed(mended ?? sentence.Tokens) ?? mended;
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"After days of clashes the rebels said they had taken X": the days are how long it took, and the noun right before the verb says it; null where no such noun stands there.</summary>
    private static Token[]? Behind(Token[] tokens)
    {
        if (tokens[0].Form is not ("After" or "Following" or "Amid" or "Despite" or "During")) return null;
        int setting = Array.FindIndex(tokens, 1, token => token.Relation is "nsubj" && token.Upos == Upos.Noun);
        if (setting < 1 || tokens[setting].Head is not (> 3 and var verb) || setting >= verb || tokens[verb].Penn is not ("VBD" or "VBZ")) return null;
        int subject = verb - 1;
        while (subject > setting && tokens[subject].Upos is Upos.Adv) subject--;
        while (subject > setting && tokens[subject].Head > setting && tokens[subject].Head < verb && tokens[subject].Relation is "flat" or "compound") subject = tokens[subject].Head;
        bool article = Array.Exists(tokens, token => token.Head == subject && token.Relation is "det" or "nmod:poss") || tokens[subject].Upos == Upos.Propn;
        bool tied = Array.Exists(tokens, token => token.Head == subject && token.Relation is "case" or "cc" or "mark");
        if (!article || tied || subject <= setting || tokens[subject].Upos is not (Upos.Noun or Upos.Propn) || !Trees.IsUnder(tokens, subject, setting) || Array.FindIndex(tokens, 0, verb, token => token.Form == ",") >= 0) return null;
        Token[] mended = (Token[])tokens.Clone();
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        mended[setting] = tokens[setting] with { Relation = "obl" };
        mended[0] = tokens[0] with { Head = setting, Relation = "case", Upos = Upos.Adp };
        // What the noun says was taken for the main clause, and the saying for a part of the setting.
        if (tokens[verb].Relation == "advcl" && tokens[verb].Head is var told && told > verb && Array.FindIndex(tokens, verb, told - verb, token => token.Form == ",") < 0)
        {
            mended[verb] = tokens[verb] with { Head = tokens[told].Head, Relation = tokens[told].Relation };
            mended[told] = tokens[told] with { Head = verb, Relation = "ccomp" };
        }
        return mended;
    }

    /// <summary>"They hold the villages on the river, and their leader, X, has not been found": the noun behind ", and" begins a clause of its own when a verb behind it has no subject; null when there is none.</summary>
    private static Token[]? Joined(Token[] tokens)
    {
        for (int verb = 4; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Upos: Upos.Verb, Relation: "conj" } || HasSubject(tokens, verb)) continue;
            int first = Array.FindIndex(tokens, token => token.Head == verb && token.Relation is "aux" or "aux:pass");
            if (first < 0 || first > verb || tokens[first].Penn is not ("VBZ" or "VBD" or "VBP" or "MD")) continue;
            int noun = first - 1;
            // An apposition between commas belongs to the noun before it.
            if (tokens[noun].Form == ",") for (noun--; noun > 0 && !(tokens[noun].Relation == "conj" && tokens[noun + 1].Form == ","); noun--) if (tokens[noun].Upos is Upos.Verb or Upos.Aux) break;
            if (noun < 2 || tokens[noun] is not { Relation: "conj", Upos: Upos.Noun or Upos.Propn } || tokens[noun].Head >= noun) continue;
            int subject = noun, and = Array.FindIndex(tokens, token => token.Head == subject && token.Relation == "cc");
            if (and < 1 || and > noun || tokens[and - 1].Form != ",") continue;
            Token[] mended = (Token[])tokens.Clone();
            bool passive = Trees.Has(tokens, verb, "aux:pass");
            mended[noun] = tokens[noun] with { Head = verb, Relation = passive ? "nsubj:pass" : "nsubj" };
            mended[and] = tokens[and] with { Head = verb };
            return mended;
        }
        return null;
    }

    /// <summary>"By evening, 12 police, 12 civilians and 50 guerrillas had died": the counted list behind a setting's comma, of which only the last was made the subject; null when there is none.</summary>
    private static Token[]? Listed(Token[] tokens)
    {
        for (int first = 2; first < tokens.Length; first++)
        {
            if (tokens[first] is not { Relation: "conj", Upos: Upos.Noun } || tokens[first].Head is not (>= 0 and var setting) || setting > first || tokens[setting].Relation is not ("obl" or "obl:unmarked") || tokens[setting].Head is not (>= 0 and var verb) || verb < first) continue;
            int head = first, number = Array.FindIndex(tokens, token => token.Head == head && token.Relation == "nummod");
            if (number < 1 || number > first || tokens[number - 1].Form != "," || Array.Exists(tokens, token => token.Head == head && token.Relation is "cc" or "case")) continue;
            int last = Trees.SubjectOf(tokens, verb);
            if (last < first || last > verb || !Trees.Has(tokens, last, "cc")) continue;
            if (Trees.IsUnder(tokens, verb, first) || Trees.IsUnder(tokens, first, last)) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[first] = tokens[first] with { Head = verb, Relation = tokens[last].Relation };
            mended[last] = tokens[last] with { Head = first, Relation = "conj" };
            return mended;
        }
        return null;
    }

    /// <summary>"At least 30 people, mostly civilians, had been killed": the counted noun before a passive that nothing ties to it but "at least".</summary>
    private static int? Bare(Token[] tokens, int verb)
    {
        // "According to officials, 1,177 of their troops have been killed": a number behind the comma says nothing about the officials.
        for (int at = 2; at < verb; at++) if (tokens[at] is { Upos: Upos.Num, Relation: "appos" } && tokens[at - 1].Form == "," && tokens[at].Head is >= 0 and var setting && tokens[setting] is { Relation: "obl" } && tokens[setting].Head == verb) return at;
        for (int at = 1; at < verb; at++)
        {
            if (BehindSetting(tokens, verb, at)) return at;
            if (tokens[at] is not { Upos: Upos.Noun, Relation: "obl" or "obl:unmarked", Penn: "NNS" } || tokens[at].Head != verb) continue;
            int noun = at;
            if (Trees.Has(tokens, noun, "nummod") && !Array.Exists(tokens, token => token.Head == noun && token.Relation is "case" or "mark" or "cc")) return at;
        }
        return null;
    }

    /// <summary>"in the aftermath of the raid, over 7,000 people, mostly farmers, have been displaced": the counted noun right behind the comma that closes the setting it was hung on.</summary>
    private static bool BehindSetting(Token[] tokens, int verb, int noun)
    {
        if (tokens[noun] is not { Upos: Upos.Noun, Penn: "NNS", Relation: "nmod" or "appos" or "conj" } || tokens[noun].Head is not (>= 0 and var setting) || setting > noun || tokens[setting].Relation is not ("obl" or "obl:unmarked") || tokens[setting].Head != verb) return false;
        int first = noun;
        bool counted = false;
        for (int child = 0; child < tokens.Length; child++)
        {
            if (tokens[child].Head != noun) continue;
            if (tokens[child].Relation is "case" or "cc" or "mark") return false;
            counted |= tokens[child].Relation == "nummod";
            if (child < first && tokens[child].Relation is "nummod" or "amod" or "det") first = child;
        }
        while (first > 0 && tokens[first - 1].Upos is Upos.Adv && Trees.IsUnder(tokens, first - 1, noun)) first--;
        return counted && first > 0 && tokens[first - 1].Form == ",";
    }

    /// <summary>"after rebels overran it": the noun between the marker and its verb.</summary>
    private static int? Marked(Token[] tokens, int verb)
    {
        int noun = verb - 1, first = noun;
        if (tokens[noun] is not { Upos: Upos.Noun or Upos.Propn, Relation: "obl" or "obl:unmarked" } || tokens[noun].Head != verb || WeekdayRepair.IsDay(tokens[noun]) || Trees.Has(tokens, noun, "case")) return null;
        while (first > 0 && tokens[first - 1].Head == noun) first--;
        return first > 0 && tokens[first - 1] is { Relation: "mark", Lemma: "after" or "before" or "as" or "when" or "while" or "since" or "until" or "because" or "although" or "though" or "that" } && tokens[first - 1].Head == verb ? noun : null;
    }

    /// <summary>"At least 35 people, most of them children, died": the counted noun that opens the sentence, which "at least" made a setting of.</summary>
    private static int? Counted(Token[] tokens, int verb, WordSets words)
    {
        if (!(tokens[0].Lemma.Equals("at", StringComparison.OrdinalIgnoreCase) && tokens[1].Lemma is "least" or "most")) return null;
        int noun = Array.FindIndex(tokens, token => token.Upos is Upos.Noun);
        if (noun < 0 || noun > verb || tokens[noun] is not { Penn: "NNS", Relation: "obl" or "obl:unmarked" } || tokens[noun].Head != verb) return null;
        return Trees.Has(tokens, noun, "nummod") && !Array.Exists(tokens, token => token.Head == noun && token.Relation is "case" or "mark" or "cc") && !words.Has(WordSet.TimeUnit, tokens[noun].Lemma) ? noun : null;
    }

    /// <summary>The noun that a setting of the verb carries without a tie.</summary>
    private static int? Lost(Token[] tokens, int verb)
    {
        for (int at = 1; at < verb; at++)
        {
            int setting = tokens[at].Head;
            // "After a week of fighting the army said": hung on what the week was of.
            for (int steps = 0; steps < 2 && setting >= 0 && setting < at && tokens[setting].Head != verb && tokens[setting].Head < setting && tokens[setting].Relation is "acl" or "nmod"; steps++) setting = tokens[setting].Head;
            if (setting < 0 || setting >= at || tokens[setting].Head != verb || tokens[setting].Relation is not ("obl" or "obl:unmarked") || tokens[at].Relation is not ("obj" or "appos" or "nmod" or "nmod:unmarked" or "dep" or "conj" or "flat" or "nsubj")) continue;
            if (tokens[at].Upos is not (Upos.Noun or Upos.Propn)) continue;
            int first = at;
            bool tied = false, article = false;
            for (int child = 0; child < tokens.Length; child++)
            {
                if (tokens[child].Head != at) continue;
                tied |= tokens[child].Relation is "case" or "cc" or "mark";
                article |= tokens[child].Relation is "det" or "nmod:poss" or "nummod" && child < at;
                if (child < first && tokens[child].Relation != "punct") first = child;
            }
            if (!tied && article && first > setting) return at;
        }
        return null;
    }

    private static bool HasSubject(Token[] tokens, int verb)
    {
        foreach (Token token in tokens) if (token.Head == verb && (token.Relation.StartsWith("nsubj", StringComparison.Ordinal) || token.Relation is "csubj" or "expl")) return true;
        return false;
    }
}
