using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Parts two clauses that the parser made one, where its verb has two subjects: "told the BBC that militants stormed X", "fled after the group captured X",
/// "the ministry confirms that soldiers have died".</summary>
/// <remarks>A verb has one subject. The second is its own; the first belongs to a verb that stands between the two and was taken for something else.</remarks>
internal static class SecondSubject
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? copy = null;
        bool mended = false;
        for (int verb = 2; verb < sentence.Tokens.Length; verb++)
        {
            if (sentence.Tokens[verb].Upos != Upos.Verb) continue;
            copy ??= (Token[])sentence.Tokens.Clone();   // changed only where two clauses are parted
            mended |= Told(copy, verb, words) || Stated(copy, verb)
                || Subjects(copy, verb) is { } two && (Heard(copy, two.First, verb, words) || Reached(copy, two.First, two.Second, verb) || OneName(copy, two.First, two.Second) || Lent(copy, two.First, two.Second, verb) || Befell(copy, two.First, two.Second, verb, words) || Joined(copy, two.First, two.Second) || Named(copy, two.First, two.Second, verb) || Beside(copy, two.First, two.Second) || JoinedBelow(copy, two.First, two.Second) || Left(copy, two.First, two.Second, verb) || Did(copy, two.First, two.Second, verb, words) || Confirmed(copy, two.First, two.Second, verb));
        }
        return mended ? new Sentence(sentence.Start, sentence.End, copy!) : sentence;
    }

    /// <summary>The two subjects before the verb; null when it has one, or more.</summary>
    private static (int First, int Second)? Subjects(Token[] tokens, int verb)
    {
        int first = -1, second = -1;
        for (int at = 0; at < verb; at++)
        {
            if (tokens[at].Head != verb || !tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal)) continue;
            if (second >= 0) return null;
            (first, second) = first < 0 ? (at, -1) : (first, at);
        }
        return second < 0 || tokens[second].Upos is not (Upos.Noun or Upos.Propn or Upos.Pron) ? null : (first, second);
    }

    /// <summary>"A volcano near X erupted on Monday and 12 people were killed": the first of two subjects is that of the first of two verbs, which has none.</summary>
    private static bool Lent(Token[] tokens, int first, int second, int verb)
    {
        int bare = tokens[verb].Head;
        if (tokens[verb].Relation != "conj" || bare <= first || bare >= second || tokens[bare] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN" } || Trees.HasSubject(tokens, bare)) return false;
        tokens[first] = tokens[first] with { Head = bare, Relation = "nsubj" };
        tokens[bare] = tokens[bare] with { Penn = "VBD" };
        return true;
    }

    /// <summary>"A blast ripped through a plant, and 26 people are missing", with the blast for both: what befell the first stands between the two.</summary>
    private static bool Befell(Token[] tokens, int first, int second, int verb, WordSets words)
    {
        int befell = Array.FindIndex(tokens, first + 1, second - first - 1, token => token.Head == first && token is { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "acl" });
        if (befell < 0 || Trees.Has(tokens, befell, "obl:agent") || Trees.Has(tokens, befell, "aux:pass")) return false;
        bool through = words.Has(WordSet.GoesThrough, tokens[befell].Lemma) && tokens[befell + 1].Upos == Upos.Adp, vehicle = words.Has(WordSet.Vehicle, tokens[first].Lemma) && words.Has(WordSet.BefallsVehicle, tokens[befell].Lemma);
        int and = Array.FindIndex(tokens, befell, second - befell, token => token.Upos == Upos.Cconj);
        if (!through && !vehicle && !words.Has(WordSet.Intransitive, tokens[befell].Lemma) || and < 0 || Trees.IsUnder(tokens, and, first) || Array.FindIndex(tokens, and, second - and, token => token.Upos is Upos.Verb or Upos.Punct) >= 0) return false;
        (int head, string relation) = (tokens[verb].Head, tokens[verb].Relation);
        for (int at = 0; at < befell; at++) if (tokens[at].Head == verb && at != first) tokens[at] = tokens[at] with { Head = befell };
        tokens[befell] = tokens[befell] with { Head = head, Relation = relation, Penn = "VBD" };
        tokens[first] = tokens[first] with { Head = befell, Relation = "nsubj" };
        tokens[verb] = tokens[verb] with { Head = befell, Relation = "conj" };
        return true;
    }

    /// <summary>"Guards of the company and 74 prisoners were taken": joined by "and", they are one subject; what is counted is no part of what the first is "of".</summary>
    private static bool Joined(Token[] tokens, int first, int second)
    {
        int and = Array.FindIndex(tokens, first + 1, second - first - 1, token => token.Upos == Upos.Cconj);
        if (and < 0 || !Trees.Has(tokens, second, "nummod") || tokens[first].Relation != tokens[second].Relation || Array.Exists(tokens[(first + 1)..second], token => token.Upos is Upos.Verb or Upos.Aux or Upos.Punct or Upos.Sconj)) return false;
        if (Array.FindIndex(tokens, and + 1, second - and, token => token.Upos == Upos.Cconj) >= 0) return false;
        tokens[and] = tokens[and] with { Head = second, Relation = "cc" };
        tokens[second] = tokens[second] with { Head = first, Relation = "conj" };
        return true;
    }

    /// <summary>"The channel Alpha Plus said": the second word of a name beside its noun is no subject of its own.</summary>
    private static bool OneName(Token[] tokens, int first, int second)
    {
        if (tokens[second].Upos != Upos.Propn || tokens[second - 1] is not { Upos: Upos.Propn, Relation: "appos" or "nmod:desc" or "compound" } || tokens[second - 1].Head != first || first > second - 1) return false;
        tokens[second] = tokens[second] with { Head = second - 1, Relation = "flat" };
        return true;
    }

    /// <summary>"The head of the centre at the agency X Y explained": two names right before the verb are who does it, and what stands before says what he is.</summary>
    private static bool Named(Token[] tokens, int first, int second, int verb)
    {
        if (tokens[second].Upos != Upos.Propn || tokens[first].Upos != Upos.Noun || second + 2 != verb || tokens[second + 1] is not { Upos: Upos.Propn, Relation: "flat" } || tokens[second + 1].Head != second) return false;
        for (int at = first + 1; at < second; at++) if (tokens[at].Upos is not (Upos.Adp or Upos.Det or Upos.Noun or Upos.Propn or Upos.Adj or Upos.Cconj)) return false;
        if (tokens[second - 1].Upos == Upos.Cconj) return false;
        tokens[first] = tokens[first] with { Head = second, Relation = "nmod:desc" };
        for (int at = verb + 1; at < tokens.Length; at++) if (tokens[at].Head == first) tokens[at] = tokens[at] with { Head = verb };
        return true;
    }

    /// <summary>"An ethnic minority armed group said": nothing parts the two, so they are one phrase.</summary>
    private static bool Beside(Token[] tokens, int first, int second)
    {
        // "donors Friday said": the day is nobody.
        if (WeekdayRepair.IsDay(tokens[second]))
        {
            tokens[second] = tokens[second] with { Relation = "obl:unmarked" };
            return true;
        }
        if (tokens[first].Upos is not (Upos.Noun or Upos.Propn) || tokens[second].Upos is not (Upos.Noun or Upos.Propn)) return false;
        int behind = first + 1;
        // "Divisional Manager (DRM) X Y said": what stands in brackets parts nothing.
        if (tokens[behind].Form == "(" && Array.FindIndex(tokens, behind, second - behind, token => token.Form == ")") is >= 0 and var closed) behind = closed + 1;
        for (int at = behind; at < second; at++) if (!(tokens[at].Upos == Upos.Adj || tokens[at].Upos == Upos.Propn && tokens[at].Relation is "compound" or "flat") || tokens[at].Head != second) return false;
        for (int at = 0; at < first; at++) if (tokens[at].Head == first) tokens[at] = tokens[at] with { Head = second };
        tokens[first] = tokens[first] with { Head = second, Relation = "compound" };
        return true;
    }

    /// <summary>"told River Radio the rebels had pulled out": who stands right behind the verb of telling is told.</summary>
    private static bool Heard(Token[] tokens, int first, int verb, WordSets words)
    {
        int tell = tokens[verb].Head;
        if (tokens[verb].Relation != "ccomp" || tell < 0 || tell > first || !words.Has(WordSet.TellsSomebody, tokens[tell].Lemma)) return false;
        for (int at = tell + 1; at < first; at++) if (tokens[at].Head != first) return false;
        tokens[first] = tokens[first] with { Head = tell, Relation = "iobj" };
        return true;
    }

    /// <summary>"Officials from the UN and the government say": what "and" joins to the noun before it is no second subject.</summary>
    private static bool JoinedBelow(Token[] tokens, int first, int second)
    {
        int and = second - 1;
        while (and > first && tokens[and].Upos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn) and--;
        if (tokens[and].Form != "and" || tokens[and - 1].Upos is not (Upos.Noun or Upos.Propn)) return false;
        for (int at = first + 1; at < and; at++) if (tokens[at].Upos is not (Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Adp)) return false;
        int before = and - 1;
        while (tokens[before].Head is var head && head > first && head < and && tokens[before].Relation is "flat" or "compound") before = tokens[before].Head;
        if (Trees.IsUnder(tokens, before, second)) return false;
        tokens[second] = tokens[second] with { Head = before, Relation = "conj" };
        tokens[and] = tokens[and] with { Head = second, Relation = "cc" };
        return true;
    }

    /// <summary>"declared an outbreak after deaths were reported": what stands right behind a verb that has no object, and before the word that opens the next clause, is its object.</summary>
    private static bool Reached(Token[] tokens, int first, int second, int verb)
    {
        int act = first - 1;
        while (act > 0 && tokens[act].Upos is Upos.Det or Upos.Adj or Upos.Num) act--;
        if (act < 0 || tokens[act] is not { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" } || tokens[verb].Head != act || tokens[verb].Relation != "advcl" || Array.Exists(tokens, token => token.Head == act && token.Relation is "obj" or "ccomp" or "xcomp")) return false;
        int mark = Array.FindIndex(tokens, first + 1, second - first - 1, token => token.Head == verb && token.Relation == "mark");
        if (mark < 0) return false;
        tokens[first] = tokens[first] with { Head = act, Relation = "obj" };
        return true;
    }

    /// <summary>"told the BBC that militants stormed X": "that" opens what was told, and is nobody's subject; the one before it is who was told.</summary>
    private static bool Told(Token[] tokens, int verb, WordSets words)
    {
        int that = Array.FindIndex(tokens, 0, verb, token => token.Form == "that" && token.Head == verb && (token.Relation == "obj" || token.Relation.StartsWith("nsubj", StringComparison.Ordinal)));
        if (that < 2 || !Array.Exists(tokens[(that + 1)..verb], token => token.Head == verb && token.Relation.StartsWith("nsubj", StringComparison.Ordinal))) return false;
        int told = that - 1, teller = told - 1;
        while (teller > 0 && tokens[teller].Upos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn) teller--;
        if (tokens[told].Upos is not (Upos.Noun or Upos.Propn or Upos.Pron) || tokens[teller].Upos != Upos.Verb || !words.Has(WordSet.TellsSomebody, tokens[teller].Lemma)) return false;
        if (tokens[verb].Head != told && tokens[verb].Head != teller) return false;
        if (tokens[that].Relation == "obj" && !Array.Exists(tokens, token => token.Head == verb && token.Relation == "obj" && token.Start > tokens[verb].Start)) return false;
        tokens[that] = tokens[that] with { Head = verb, Relation = "mark", Upos = Upos.Sconj, Penn = "IN" };
        tokens[verb] = tokens[verb] with { Head = teller, Relation = "ccomp" };
        tokens[told] = tokens[told] with { Head = teller, Relation = "obj" };
        return true;
    }

    /// <summary>"Residents of a town fled after the group captured a base": "fled" is what they did, and no description of the town.</summary>
    private static bool Left(Token[] tokens, int first, int second, int verb)
    {
        int left = Array.FindIndex(tokens, first + 1, second - first - 1, token => token is { Upos: Upos.Verb, Penn: "VBN", Relation: "acl" });
        if (left < 0 || !Trees.IsUnder(tokens, left, first) || Array.Exists(tokens, token => token.Head == left && token.Relation is "obj" or "obl:agent" or "aux" or "aux:pass")) return false;
        int marker = Array.FindIndex(tokens, left + 1, second - left - 1, token => token.Lemma is "after" or "before" or "when" or "while" or "as" or "until" or "since");
        if (marker < 0 || Array.FindIndex(tokens, left, second - left, token => token.Upos == Upos.Punct) >= 0) return false;
        (int head, string relation) = (tokens[verb].Head, tokens[verb].Relation);
        // What stands before the second subject, and hung on the first verb behind the marker, belongs to that subject: "the group X".
        for (int at = marker + 1; at < second; at++) if (!Trees.IsUnder(tokens, at, second) && (tokens[at].Head <= left || tokens[at].Head == marker)) tokens[at] = tokens[at] with { Head = second, Relation = "compound" };
        tokens[marker] = tokens[marker] with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
        tokens[left] = tokens[left] with { Head = head, Relation = relation, Penn = "VBD" };
        tokens[first] = tokens[first] with { Head = left, Relation = "nsubj" };
        tokens[verb] = tokens[verb] with { Head = left, Relation = "advcl" };
        return true;
    }

    /// <summary>"An accident displaced 40 people, the agency said": a participle with an object is what the accident did, and the saying stands beside it.</summary>
    private static bool Did(Token[] tokens, int first, int second, int verb, WordSets words)
    {
        int did = Array.FindIndex(tokens, first + 1, second - first - 1, token => token.Head == first && token is { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "acl" });
        if (did < 0 || !Trees.Has(tokens, did, "obj") || words.Has(WordSet.TwoObjects, tokens[did].Lemma) || Trees.Has(tokens, did, "obl:agent") || Trees.Has(tokens, did, "aux:pass")) return false;
        if (tokens[verb].Relation != "root" || Array.FindIndex(tokens, did, second - did, token => token.Form == ",") < 0 || Array.Exists(tokens, token => token.Head == verb && token.Relation is "obj" or "ccomp" or "xcomp")) return false;
        tokens[did] = tokens[did] with { Head = -1, Relation = "root", Penn = "VBD" };
        tokens[first] = tokens[first] with { Head = did, Relation = "nsubj" };
        tokens[verb] = tokens[verb] with { Head = did, Relation = "parataxis" };
        return true;
    }

    /// <summary>"The ministry confirms that soldiers have died": what ends in -s before "that", with who does it before, is a verb.</summary>
    private static bool Confirmed(Token[] tokens, int first, int second, int verb)
    {
        int that = Array.FindIndex(tokens, first + 1, second - first - 1, token => token.Form == "that");
        int says = that - 1;
        if (says <= first || tokens[says] is not { Upos: Upos.Noun, Penn: "NNS" } || !Trees.IsUnder(tokens, says, first) || !tokens[says].Form.EndsWith('s')) return false;
        // "reports that": with a preposition or an adjective before it, it is the noun.
        if (tokens[says - 1].Upos is not (Upos.Noun or Upos.Propn) || Array.Exists(tokens, token => token.Head == says && token.Relation is "case" or "det" or "amod" or "nummod")) return false;
        (int head, string relation) = (tokens[verb].Head, tokens[verb].Relation);
        int above = tokens[says].Head;
        for (int at = 0; at < says; at++) if (tokens[at].Head == says) tokens[at] = tokens[at] with { Head = above };
        tokens[says] = tokens[says] with { Head = head, Relation = relation, Upos = Upos.Verb, Penn = "VBZ" };
        tokens[first] = tokens[first] with { Head = says, Relation = "nsubj" };
        tokens[that] = tokens[that] with { Head = verb, Relation = "mark", Upos = Upos.Sconj, Penn = "IN" };
        tokens[verb] = tokens[verb] with { Head = says, Relation = "ccomp" };
        return true;
    }

    /// <summary>The same, where the parser found no verb at all: "the ministry confirms" as a heading, with a clause that describes it.</summary>
    private static bool Stated(Token[] tokens, int verb)
    {
        if (tokens[verb].Relation is not ("acl:relcl" or "acl") || tokens[verb].Head is not (> 0 and var says) || says > verb - 2 || tokens[says + 1].Form != "that" || tokens[says] is not { Upos: Upos.Noun, Penn: "NNS" }) return false;
        int root = Array.FindIndex(tokens, token => token.Head < 0);
        if (root < 0 || root >= says || tokens[root].Upos is not (Upos.Noun or Upos.Propn) || !Trees.IsUnder(tokens, says, root) || tokens[says - 1].Upos is not (Upos.Noun or Upos.Propn)) return false;
        if (!Array.Exists(tokens, token => token.Head == verb && token.Relation.StartsWith("nsubj", StringComparison.Ordinal) && token.Form != "that") || Array.Exists(tokens, token => token.Head == says && token.Relation is "case" or "det" or "amod" or "nummod") || Trees.Has(tokens, root, "cop")) return false;
        int above = tokens[says].Head;
        for (int at = 0; at < says; at++) if (tokens[at].Head == says) tokens[at] = tokens[at] with { Head = above };
        for (int at = says + 1; at < tokens.Length; at++) if (tokens[at].Head == root) tokens[at] = tokens[at] with { Head = says };
        tokens[says] = tokens[says] with { Head = -1, Relation = "root", Upos = Upos.Verb, Penn = "VBZ" };
        tokens[root] = tokens[root] with { Head = says, Relation = "nsubj" };
        tokens[says + 1] = tokens[says + 1] with { Head = verb, Relation = "mark", Upos = Upos.Sconj, Penn = "IN" };
        tokens[verb] = tokens[verb] with { Relation = "ccomp" };
        return true;
    }
}
