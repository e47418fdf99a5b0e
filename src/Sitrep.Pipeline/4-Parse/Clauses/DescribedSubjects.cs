using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "a landslide triggered by rain hit X" what the landslide did, where what describes a subject swallowed the verb behind it.</summary>
/// <remarks>Four descriptions: between two commas ("a quake, centred west of X, struck"), behind "by", a number behind "of" ("a magnitude of 6.2 struck near X"), and a participle ("measuring 7.1 rocked X"). And what "when" opens is a clause. In each the verb hangs where no verb can.</remarks>
internal static class DescribedSubjects
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int verb = 3; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if ((BehindAside(tokens, verb) ?? BehindAgent(tokens, verb) ?? BehindNumber(tokens, verb, words) ?? BehindPresent(tokens, verb) ?? BehindWhen(tokens, verb) ?? BehindSetting(tokens, verb) ?? BesideMarked(tokens, verb)) is { } next && Trees.IsTree(next)) mended = next;
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"a quake, centred 12 km west of X, struck on Tuesday": the participle behind the comma describes; what stands behind the second comma is said of the quake.</summary>
    private static Token[]? BehindAside(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD", Head: >= 2 and var part } || tokens[verb].Relation is not ("advcl" or "conj" or "ccomp" or "parataxis" or "xcomp" or "acl") || part >= verb - 1 || tokens[verb - 1].Form != "," || Trees.HasSubject(tokens, verb) || Trees.Has(tokens, verb, "aux:pass") || Trees.Has(tokens, verb, "mark") || Trees.Has(tokens, verb, "cc")) return null;
        int subject = part - 2;
        bool own = tokens[subject].Head == part && tokens[subject].Relation.StartsWith("nsubj", StringComparison.Ordinal);
        if (tokens[part] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD" } || tokens[part - 1].Form != "," || !own && (tokens[subject].Relation != "obl" || Trees.HasSubject(tokens, part)) || Array.Exists(tokens, token => token.Head == part && token.Relation is "aux" or "aux:pass")) return null;
        if (Array.FindIndex(tokens, part, verb - 1 - part, token => token.Form == "," || token.Upos == Upos.Verb && token.Start > tokens[part].Start) >= 0) return null;
        if ((own ? Below(tokens, verb, tokens[part].Head, tokens[part].Relation) : Promoted(tokens, verb, subject)) is not { } mended) return null;
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        mended[part] = tokens[part] with { Head = subject, Relation = "acl" };
        // What opens the clause ("when"), and what stands behind the verb, is the verb's.
        for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == part && at != verb && at != subject && (at < subject || at > verb)) mended[at] = mended[at] with { Head = verb };
        return mended;
    }

    /// <summary>"triggered by heavy rain hit X": the rain triggered, and what has an object is a verb.</summary>
    private static Token[]? BehindAgent(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Relation: "obl:agent" or "obl", Head: >= 1 and var part } || tokens[part] is not { Upos: Upos.Verb, Penn: "VBN", Relation: "acl" } || tokens[part].Head is not (>= 0 and var subject) || subject > part || part > verb || !Trees.Has(tokens, verb, "obj")) return null;
        int agent = verb - 1, by = Array.FindIndex(tokens, part, verb - part, token => token.Form == "by" && (token.Head == verb || token.Head == verb - 1));
        if (by < 0 || agent <= by || tokens[agent].Head != verb && tokens[agent].Head != part || tokens[agent].Upos is not (Upos.Noun or Upos.Propn) || Array.FindIndex(tokens, verb, token => token.Head == verb && token.Relation == "obj") < verb) return null;
        if (Promoted(tokens, verb, subject) is not { } mended) return null;
        for (int at = by; at < agent; at++) if (tokens[at].Head == verb) mended[at] = tokens[at] with { Head = agent };
        mended[agent] = tokens[agent] with { Head = part, Relation = "obl:agent" };
        // "on Monday", and what came of it, behind the verb
        for (int at = verb + 1; at < tokens.Length; at++) if (tokens[at].Head == part || tokens[at].Head == subject && tokens[at].Relation is "obl" or "advcl" or "acl") mended[at] = mended[at] with { Head = verb };
        return mended;
    }

    /// <summary>"with a magnitude of 6.2 struck near X": a number counts no verb.</summary>
    private static Token[]? BehindNumber(Token[] tokens, int verb, WordSets words)
    {
        int number = verb - 1, of = verb - 2, measure = verb - 3;
        if (BehindMeasure(tokens, verb) is { } named) return named;
        bool struck = tokens[number].Head == measure && words.Has(WordSet.BefallsPlace, tokens[verb].Lemma) && !Trees.Has(tokens, verb, "obl:agent");
        bool noun = tokens[verb].Upos == Upos.Noun && words.Has(WordSet.NounOrPast, tokens[verb].Form) && verb + 1 < tokens.Length && tokens[verb + 1].Upos == Upos.Propn;   // "5.8 hit X"
        if (!noun && tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD" } || tokens[number].Upos != Upos.Num || !struck && (tokens[number].Head != verb || tokens[number].Relation is not ("nummod" or "nsubj" or "compound")) || tokens[of].Form != "of" || tokens[measure].Upos != Upos.Noun || tokens[verb].Relation is not ("acl" or "nmod" or "amod") || !Trees.IsUnder(tokens, verb, measure)) return null;
        int subject = measure;
        while (tokens[subject] is { Relation: "nmod", Head: >= 0 and var above } && above < subject) subject = above;
        if (subject == measure || Promoted(tokens, verb, subject) is not { } mended) return null;
        mended[number] = tokens[number] with { Head = measure, Relation = "nmod" };
        mended[of] = tokens[of] with { Head = number, Relation = "case" };
        if (!noun) return mended;
        mended[verb + 1] = tokens[verb + 1] with { Head = verb, Relation = "obj" };
        for (int at = verb + 2; at < tokens.Length; at++) if (tokens[at].Relation == "nmod" && (tokens[at].Head == verb || tokens[at].Head == measure)) mended[at] = tokens[at] with { Head = verb, Relation = "obl" };
        return mended;
    }

    /// <summary>"after a quake of magnitude 6.4 struck X": what stands behind "of" is no subject.</summary>
    private static Token[]? BehindMeasure(Token[] tokens, int verb)
    {
        int measure = verb - 2;
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN", Head: >= 0 and var subject } || subject >= measure || tokens[verb - 1] is not { Upos: Upos.Num } || tokens[measure].Head != verb || !tokens[measure].Relation.StartsWith("nsubj", StringComparison.Ordinal) || tokens[measure - 1].Form != "of" || tokens[measure - 1].Head != measure) return null;
        if (Promoted(tokens, verb, subject) is not { } mended) return null;
        mended[measure] = tokens[measure] with { Head = subject, Relation = "nmod" };
        return mended;
    }

    /// <summary>"after a quake measuring 7.1 on the scale rocked X": of two participles behind a noun, one in -ing and one with an object, the second is what it did.</summary>
    private static Token[]? BehindPresent(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN", Relation: "acl", Head: >= 0 and var subject } || subject > verb || !Trees.Has(tokens, verb, "obj") || Trees.HasSubject(tokens, verb) || Trees.Has(tokens, verb, "obl:agent")) return null;
        int participle = Array.FindIndex(tokens, subject, verb - subject, token => token.Head == subject && token is { Penn: "VBG", Relation: "acl" });
        if (participle < 0 || Array.FindIndex(tokens, participle, verb - participle, token => token.Upos is Upos.Punct or Upos.Cconj) >= 0) return null;
        return Promoted(tokens, verb, subject);
    }

    /// <summary>"were forced to flee when a storm battered X": "when" opens what the storm did.</summary>
    private static Token[]? BehindWhen(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "acl", Head: > 0 and var subject } || tokens[subject] is not { Relation: "advcl", Upos: Upos.Noun or Upos.Propn } || Trees.HasSubject(tokens, verb) || Trees.Has(tokens, verb, "obl:agent") || !Trees.Has(tokens, verb, "obj")) return null;
        int when = Array.FindIndex(tokens, 0, subject, token => token.Lemma == "when" && (token.Head == verb || token.Head == subject));
        if (when < 0) return null;
        Token[] mended = Below(tokens, verb, tokens[subject].Head, "advcl");
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        mended[when] = tokens[when] with { Head = verb };
        return mended;
    }

    /// <summary>"after a quake measuring 7.1 on the scale rocked X", with the scale for who rocked it: what has a preposition is no subject.</summary>
    private static Token[]? BehindSetting(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN", Relation: "parataxis" or "ccomp" or "xcomp" or "advcl", Head: >= 0 and var participle } || tokens[participle] is not { Penn: "VBG", Relation: "acl", Head: >= 0 and var subject } || subject > participle) return null;
        int setting = Trees.SubjectOf(tokens, verb);
        if (setting < participle || setting > verb || !Trees.Has(tokens, setting, "case") || Promoted(tokens, verb, subject) is not { } mended) return null;
        mended[setting] = tokens[setting] with { Head = participle, Relation = "obl" };
        return mended;
    }

    /// <summary>"were killed when a quake of magnitude 6 struck X", with the quake and what it did side by side: the marker opens the clause of both.</summary>
    private static Token[]? BesideMarked(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN", Relation: "advcl", Head: >= 0 and var main } || main > verb || Trees.HasSubject(tokens, verb) || Trees.Has(tokens, verb, "mark") || Trees.Has(tokens, verb, "aux:pass")) return null;
        int subject = Array.FindIndex(tokens, main + 1, verb - main - 1, token => token.Head == main && token.Upos is Upos.Noun or Upos.Propn);
        if (subject < 0 || tokens[subject].Relation is not ("obl" or "nsubj" or "nsubj:pass")) return null;
        int marker = Array.FindIndex(tokens, main + 1, subject - main - 1, token => token.Head == subject && token.Lemma is "when" or "after" or "since");
        if (marker < 0 || Enumerable.Range(subject + 1, verb - subject - 1).Any(at => tokens[at].Upos == Upos.Punct || !Trees.IsUnder(tokens, at, subject))) return null;
        var mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Penn = "VBD" };
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        mended[marker] = tokens[marker] with { Head = verb, Relation = tokens[marker].Lemma == "when" ? "advmod" : "mark", Upos = Upos.Sconj };
        return mended;
    }

    /// <summary>The verb in the place of the noun that was taken for the head of its clause; null where the noun stands in no such place.</summary>
    private static Token[]? Promoted(Token[] tokens, int verb, int subject)
    {
        if (tokens[subject].Upos is not (Upos.Noun or Upos.Propn)) return null;
        int marker = Array.FindIndex(tokens, 0, subject, token => token.Head == subject && token.Relation is "case" or "mark" or "advmod" && token.Lemma is "after" or "when" or "since" or "as" or "before" or "until");
        bool root = tokens[subject].Head < 0, clause = marker >= 0 && tokens[subject].Relation is "obl" or "advcl" or "nmod";
        // "said a quake of magnitude 6 struck X": what was said is what it did.
        bool said = tokens[subject] is { Relation: "obj", Head: >= 0 and var cue } && cue < subject && tokens[cue].Upos == Upos.Verb;
        if (!root && !clause && !said && tokens[subject].Relation is not ("ccomp" or "parataxis" or "conj")) return null;
        Token[] mended = Below(tokens, verb, tokens[subject].Head, clause ? "advcl" : said ? "ccomp" : tokens[subject].Relation);
        if (said) for (int at = verb + 1; at < tokens.Length; at++) if (tokens[at].Head == tokens[subject].Head && tokens[at].Relation is "advcl" or "obl" && Array.FindIndex(tokens, verb, at - verb, token => token.Upos == Upos.Cconj) < 0) mended[at] = tokens[at] with { Head = verb };
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        if (clause) mended[marker] = tokens[marker] with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
        for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == subject && at != verb && tokens[at].Relation is "mark" or "punct" or "parataxis" or "ccomp") mended[at] = mended[at] with { Head = verb };
        return mended;
    }

    private static Token[] Below(Token[] tokens, int verb, int head, string relation)
    {
        var mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Upos = Upos.Verb, Penn = "VBD", Head = head, Relation = relation };
        return mended;
    }
}
