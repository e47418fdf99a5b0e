using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Gives past tenses that were read as participles their subject and object: "before rebels bombed the town", "the army last week seized control", "troops retook X".</summary>
/// <remarks>A passive has an auxiliary, and what it was done to is its subject; a participle that describes a noun has no subject; and what a preposition stands before is no subject.</remarks>
internal static class ActiveRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        var tokens = (Token[])sentence.Tokens.Clone();
        bool mended = false;
        for (int at = 0; at < tokens.Length; at++)
        {
            mended |= Acting(tokens, at, words) || Month(tokens, at) || Day(tokens, at) || Bare(tokens, at, words) || Aside(tokens, at) || Name(tokens, at) || Describing(tokens, at) || Perfect(tokens, at) || Object(tokens, at) || Between(tokens, at, words) || Part(tokens, at) || Agent(tokens, at, words);
        }
        return mended ? new Sentence(sentence.Start, sentence.End, tokens) : sentence;
    }

    /// <summary>The days alone, once subjects are known: see <see cref="Between"/>.</summary>
    public static Sentence Days(Sentence sentence, WordSets words)
    {
        var tokens = (Token[])sentence.Tokens.Clone();
        bool mended = false;
        for (int at = 0; at < tokens.Length; at++) mended |= Between(tokens, at, words) || Part(tokens, at);
        return mended ? new Sentence(sentence.Start, sentence.End, tokens) : sentence;
    }

    /// <summary>"before rebels bombed the town", "rebels surrendered": with an object, or where nobody can suffer it, and without an auxiliary, the verb is active.</summary>
    private static bool Acting(Token[] tokens, int at, WordSets words)
    {
        if (tokens[at].Relation != "nsubj:pass" || tokens[at].Head is not (>= 0 and var verb) || verb < at || tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD" }) return false;
        if (!HasBehind(tokens, verb, "obj") && !words.Has(WordSet.Intransitive, tokens[verb].Lemma) || Trees.Has(tokens, verb, "aux") || Trees.Has(tokens, verb, "aux:pass") || Trees.Has(tokens, verb, "obl:agent")) return false;
        tokens[at] = tokens[at] with { Relation = "nsubj" };
        tokens[verb] = tokens[verb] with { Penn = "VBD" };
        return true;
    }

    /// <summary>"in May had taken X", "as troops in May overran X": no modal, and no May does.</summary>
    private static bool Month(Token[] tokens, int at)
    {
        if (at == 0 || tokens[at - 1] is not { Upos: Upos.Adp, Lemma: "in" or "on" or "since" or "by" or "of" } preposition || tokens[at].Head < 0) return false;
        bool modal = tokens[at] is { Form: "May", Relation: "aux" };
        if (!modal && !(tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal) && OpeningDates.IsDate(tokens, at) && preposition.Lemma is "in" or "on")) return false;
        tokens[at] = tokens[at] with { Relation = "obl", Upos = Upos.Propn, Penn = "NNP", Lemma = tokens[at].Form };
        tokens[at - 1] = preposition with { Head = at, Relation = "case" };
        return true;
    }

    /// <summary>"after rebels Tuesday bombed the town": no day does what the noun before it does.</summary>
    private static bool Day(Token[] tokens, int at)
    {
        if (!WeekdayRepair.IsDay(tokens[at]) || !tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal) || tokens[at].Head is not (>= 0 and var verb) || verb < at || tokens[verb].Upos != Upos.Verb || Trees.Has(tokens, at, "case")) return false;
        int before = at - 1;
        while (before > 0 && tokens[before].Head == at) before--;
        if (before < 0 || tokens[before].Upos is not (Upos.Noun or Upos.Propn)) return false;
        tokens[at] = tokens[at] with { Relation = "obl:unmarked" };
        return true;
    }

    /// <summary>"According to X, troops last week besieged the town": what stands behind the comma is no other name of the source.</summary>
    private static bool Aside(Token[] tokens, int at)
    {
        if (tokens[at] is not { Relation: "appos", Upos: Upos.Noun or Upos.Propn } || tokens[at].Head is not (>= 0 and var source) || tokens[source].Head is not (>= 0 and var verb) || verb < at || tokens[verb].Upos != Upos.Verb || Trees.HasSubject(tokens, verb)) return false;
        if (!Array.Exists(tokens, token => token.Head == source && token is { Relation: "case", Lemma: "accord" or "According" or "according" }) || Array.FindIndex(tokens, at, verb - at, token => token.Form == ",") >= 0) return false;
        tokens[at] = tokens[at] with { Head = verb, Relation = Trees.Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj" };
        return true;
    }

    /// <summary>"Tuareg separatists": a name right before its noun describes it.</summary>
    private static bool Name(Token[] tokens, int at)
    {
        if (tokens[at] is not { Relation: "nsubj", Upos: Upos.Propn } || tokens[at].Head != at + 1 || tokens[at + 1].Upos != Upos.Noun || Trees.Has(tokens, at + 1, "cop") || tokens[at + 1].Relation is "root" or "ccomp" or "parataxis") return false;
        tokens[at] = tokens[at] with { Relation = "compound" };
        return true;
    }

    /// <summary>"before forces on Tuesday morning entered X": a day between a subject and its verb is that verb's.</summary>
    private static bool Between(Token[] tokens, int at, WordSets words)
    {
        if (tokens[at].Relation is not ("obl" or "obl:unmarked" or "nmod") || tokens[at].Head is not (>= 0 and var head) || !(OpeningDates.IsDate(tokens, at) || words.Has(WordSet.DayPart, tokens[at].Lemma))) return false;
        int verb = at + 1;
        while (verb < tokens.Length && (tokens[verb].Upos is Upos.Aux or Upos.Adv || tokens[verb].Head == at && tokens[verb].Upos is Upos.Propn or Upos.Num)) verb++;
        if (verb >= tokens.Length || verb == head || tokens[verb].Upos != Upos.Verb) return false;
        int subject = Array.FindIndex(tokens, 0, at, token => token.Head == verb && token.Relation.StartsWith("nsubj", StringComparison.Ordinal));
        if (subject < 0 || head > subject) return false;
        tokens[at] = tokens[at] with { Head = verb, Relation = tokens[at].Relation == "nmod" ? "obl" : tokens[at].Relation };
        return true;
    }

    /// <summary>"said rebels late on Monday retook X": the part of a day belongs where its day does.</summary>
    private static bool Part(Token[] tokens, int at)
    {
        if (tokens[at] is not { Upos: Upos.Adv, Lemma: "late" or "early", Relation: "advmod" } || at + 3 >= tokens.Length || tokens[at + 1].Form != "on" || tokens[at + 1].Head is var day && !(day > at + 1 && OpeningDates.IsDate(tokens, at + 2))) return false;
        int verb = tokens[day].Head;
        if (verb <= day || tokens[verb].Upos != Upos.Verb || tokens[at].Head == verb || tokens[at].Head == day || tokens[at].Head < 0 || tokens[at].Head > at) return false;
        tokens[at] = tokens[at] with { Head = verb };
        return true;
    }

    /// <summary>"12 people were killed in X by rebels": no town is by somebody.</summary>
    private static bool Agent(Token[] tokens, int at, WordSets words)
    {
        // "by rebels two days ago", with the rebels hung on the "ago"
        bool behind = tokens[at] is { Relation: "nsubj" or "obl", Upos: Upos.Noun or Upos.Propn } && tokens[at].Head is var ago && ago > at && tokens[ago] is { Upos: Upos.Adv, Head: >= 0 } && tokens[ago].Head < at;
        if (!behind && tokens[at] is not { Relation: "nmod", Upos: Upos.Noun or Upos.Propn } || (behind ? tokens[tokens[at].Head].Head : tokens[at].Head) is not (>= 0 and var place) || place > at || !behind && !IsTown(tokens, place) || OpeningDates.IsDate(tokens, at) || words.Has(WordSet.SpanUnit, tokens[at].Lemma) || words.Has(WordSet.DayPart, tokens[at].Lemma)) return false;
        if (!Array.Exists(tokens, token => token.Head == at && token is { Relation: "case", Form: "by" })) return false;
        int verb = place;
        while (verb >= 0 && tokens[verb].Upos != Upos.Verb) verb = tokens[verb].Head;
        if (verb < 0 || verb > at || !Trees.Has(tokens, verb, "aux:pass") || Trees.Has(tokens, verb, "obl:agent")) return false;
        tokens[at] = tokens[at] with { Head = verb, Relation = "obl:agent" };
        return true;
    }

    // "X", "the town of X"
    private static bool IsTown(Token[] tokens, int place) =>
        tokens[place].Upos == Upos.Propn || tokens[place].Relation == "obl" && tokens[place].Upos == Upos.Noun && Array.FindIndex(tokens, place, token => token.Head == place && token is { Relation: "nmod", Upos: Upos.Propn }) == place + 2 && tokens[place + 1].Form == "of";

    /// <summary>"as the militia on Tuesday took X": a noun without a preposition, and no measure of time, is what a finite verb without a subject has for one.</summary>
    private static bool Bare(Token[] tokens, int at, WordSets words)
    {
        if (tokens[at] is not { Relation: "obl", Upos: Upos.Noun or Upos.Propn } || tokens[at].Head is not (>= 0 and var verb) || verb < at || tokens[verb].Upos != Upos.Verb) return false;
        bool finite = tokens[verb].Penn is "VBD" or "VBZ" or "VBP" || Array.Exists(tokens, token => token.Head == verb && token.Relation == "aux" && token.Penn is "VBD" or "VBZ" or "VBP");
        finite |= tokens[verb].Penn == "VBN" && HasBehind(tokens, verb, "obj");
        if (!finite || words.Has(WordSet.SpanUnit, tokens[at].Lemma) || words.Has(WordSet.DayPart, tokens[at].Lemma) || words.Has(WordSet.NamedDay, tokens[at].Lemma.ToLowerInvariant()) || OpeningDates.IsDate(tokens, at)) return false;
        if (Trees.Has(tokens, at, "case") || Trees.Has(tokens, at, "nummod") || Trees.HasSubject(tokens, verb) || Trees.Has(tokens, verb, "csubj") || Trees.Has(tokens, verb, "expl") || Trees.Has(tokens, verb, "aux:pass")) return false;
        tokens[at] = tokens[at] with { Relation = "nsubj" };
        return true;
    }

    /// <summary>"The army last week seized control", "rebels retook X": a verb that has a subject, or a form that is nothing but a past tense, describes no noun behind it; that noun is its object.</summary>
    private static bool Describing(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "amod" or "compound" } || tokens[verb].Head is not (>= 0 and var thing) || thing < verb) return false;
        int subject = Array.FindIndex(tokens, 0, verb, token => token.Head == verb && token.Relation.StartsWith("nsubj", StringComparison.Ordinal));
        if (subject < 0 && verb > 0 && (tokens[verb].Penn == "VBD" || tokens[verb - 1].Penn == "NNS" && tokens[thing].Relation is "root" or "ccomp") && tokens[verb - 1] is { Upos: Upos.Noun or Upos.Propn, Relation: "compound" } && tokens[verb - 1].Head == thing) subject = verb - 1;
        if (subject < 0 || Array.FindIndex(tokens, verb, thing - verb, token => token.Upos is Upos.Cconj or Upos.Punct) >= 0) return false;
        for (int at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Head != thing || at == verb || at == subject) continue;
            if (at < subject && subject == verb - 1) tokens[at] = tokens[at] with { Head = subject };
            else if (at < verb || tokens[at].Relation is "parataxis" or "punct" or "advcl") tokens[at] = tokens[at] with { Head = verb };
        }
        tokens[verb] = tokens[verb] with { Penn = "VBD", Head = tokens[thing].Head, Relation = tokens[thing].Relation };
        tokens[thing] = tokens[thing] with { Head = verb, Relation = "obj" };
        tokens[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        return true;
    }

    /// <summary>"had overrun X", where "had" was read as the verb.</summary>
    private static bool Perfect(Token[] tokens, int verb)
    {
        if (tokens[verb] is { Upos: Upos.Verb, Penn: "VBN", Relation: "amod" } && verb > 0 && tokens[verb - 1] is { Upos: Upos.Aux, Lemma: "have", Head: var above, Relation: var relation } && tokens[verb].Head is var thing && thing > verb && tokens[thing].Head == verb - 1)
        {
            tokens[verb] = tokens[verb] with { Head = above, Relation = relation };
            tokens[thing] = tokens[thing] with { Head = verb, Relation = "obj" };
            for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == verb - 1 && at != verb) tokens[at] = tokens[at] with { Head = verb };
            tokens[verb - 1] = tokens[verb - 1] with { Head = verb, Relation = "aux" };
            return true;
        }
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN", Relation: "xcomp" or "obj" } || tokens[verb].Head is not (>= 0 and var have) || have >= verb || tokens[have] is not { Upos: Upos.Aux, Lemma: "have" }) return false;
        tokens[verb] = tokens[verb] with { Head = tokens[have].Head, Relation = tokens[have].Relation };
        tokens[have] = tokens[have] with { Head = verb, Relation = "aux" };
        for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == have) tokens[at] = tokens[at] with { Head = verb };
        return true;
    }

    /// <summary>"retook X": a name right behind a past tense without an object is no second name of it.</summary>
    private static bool Object(Token[] tokens, int at)
    {
        bool setting = tokens[at] is { Upos: Upos.Propn, Relation: "obl:unmarked" } && at > 0 && tokens[at].Head == at - 1 && tokens[at - 1].Penn is "VBN" or "VBD" && Array.FindIndex(tokens, 0, at, token => token.Head == at - 1 && token.Relation == "nsubj") >= 0 && !OpeningDates.IsDate(tokens, at);
        if (setting && !Trees.Has(tokens, at - 1, "obj") && !Trees.Has(tokens, at - 1, "aux:pass"))
        {
            tokens[at] = tokens[at] with { Relation = "obj" };
            tokens[at - 1] = tokens[at - 1] with { Penn = Trees.Has(tokens, at - 1, "aux") ? tokens[at - 1].Penn : "VBD" };
            return true;
        }
        if (at == 0 || tokens[at] is not { Upos: Upos.Noun or Upos.Propn, Relation: "flat" or "appos" or "compound" } || tokens[at].Head is not (>= 0 and var above) || above >= at) return false;
        // "Boko Haram overran X", with X for a third word of the name
        int verb = tokens[at - 1] is { Upos: Upos.Verb, Penn: "VBD" } && above < at - 1 && Trees.IsUnder(tokens, above, at - 1) ? at - 1 : above;
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" } || Trees.Has(tokens, verb, "obj") || Trees.Has(tokens, at, "case")) return false;
        for (int between = verb + 1; between < at; between++) if (tokens[between].Head != at) return false;
        tokens[at] = tokens[at] with { Head = verb, Relation = "obj" };
        return true;
    }

    private static bool HasBehind(Token[] tokens, int head, string relation) => Array.FindIndex(tokens, head + 1, token => token.Head == head && token.Relation == relation) > 0;

}
