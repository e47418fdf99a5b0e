using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Hangs "and has held the town" on the verb before, where the parser joined it to a noun: "It pledged loyalty to the emir and has held …".</summary>
/// <remarks>A finite verb is joined to no noun. One with a subject of its own begins a clause and is left where it is; "… lost their lives and officials fear …" has it in what
/// was joined to the noun before.</remarks>
internal static class ConjunctRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        Token[]? mended = null;
        for (int verb = 2; verb < tokens.Length; verb++)
        {
            if (Subject(tokens, verb) is >= 0 and var subject)
            {
                mended ??= (Token[])tokens.Clone();
                mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
                for (int at = 0; at < subject; at++) if (tokens[at] is { Relation: "cc" } && tokens[at].Head == subject) mended[at] = tokens[at] with { Head = verb };
                continue;
            }
            if (Between(mended ?? tokens, verb) is >= 0 and var other)
            {
                mended ??= (Token[])tokens.Clone();
                mended[verb] = tokens[verb] with { Head = other };
                continue;
            }
            if (Charged(mended ?? tokens, verb) is >= 0 and var deed)
            {
                mended ??= (Token[])tokens.Clone();
                mended[verb] = tokens[verb] with { Head = deed };
                continue;
            }
            if (Denied(tokens, verb) is >= 0 and var thing)
            {
                mended ??= (Token[])tokens.Clone();
                mended[thing] = tokens[thing] with { Head = tokens[verb].Head, Relation = "obj" };
                mended[verb] = tokens[verb] with { Relation = "conj" };
                continue;
            }
            if (Told(tokens, verb) is >= 0 and var past)
            {
                mended ??= (Token[])tokens.Clone();
                mended[verb] = tokens[verb] with { Head = past, Penn = "VBD" };
                continue;
            }
            if (Verb(tokens, verb) is >= 0 and var governing)
            {
                mended ??= (Token[])tokens.Clone();
                mended[verb] = tokens[verb] with { Head = governing };
                continue;
            }
            if (tokens[verb] is not { Upos: Upos.Verb, Relation: "conj" } || tokens[verb].Head is not (>= 0 and var noun) || noun > verb || tokens[noun].Upos is not (Upos.Noun or Upos.Propn)) continue;
            bool finite = Array.Exists(tokens, token => token.Head == verb && token.Relation == "aux" && token.Penn is "VBZ" or "VBP" or "VBD");
            if (!finite || Array.Exists(tokens, token => token.Head == verb && token.Relation is "nsubj" or "nsubj:pass" or "csubj")) continue;
            int above = noun;
            for (int steps = 0; steps < tokens.Length && above >= 0 && tokens[above].Upos != Upos.Verb; steps++) above = tokens[above].Head;
            if (above < 0 || above > verb || tokens[above].Upos != Upos.Verb) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = above };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"accused X of sending drones and shelling the town": an -ing form is joined to another of its kind, and not to the past tense before; -1 for all else.</summary>
    private static int Charged(Token[] tokens, int second)
    {
        if (tokens[second] is not { Upos: Upos.Verb, Penn: "VBG", Relation: "conj", Head: >= 0 and var finite } || finite > second || tokens[finite].Penn is not ("VBD" or "VBZ" or "VBP") || Array.Exists(tokens, token => token.Head == second && token.Relation is "nsubj" or "aux")) return -1;
        int first = Array.FindLastIndex(tokens, second - 1, second - finite - 1, token => token is { Upos: Upos.Verb, Penn: "VBG", Relation: "advcl" or "xcomp" or "acl" });
        bool deed = first > 0 && tokens[first - 1] is { Form: "of" or "from" or "by" or "for", Relation: "mark" } && (tokens[first].Head == finite || tokens[first].Head > finite && tokens[tokens[first].Head].Head == finite);
        return deed && Array.FindIndex(tokens, first, second - first, token => token.Form is "," or ";") < 0 && Array.Exists(tokens, token => token.Head == second && token is { Relation: "cc", Lemma: "and" or "or" }) ? first : -1;
    }

    /// <summary>"fighting between Thai and Cambodian troops killed ten": "between" is told of both, and the second is not joined to the fighting; -1 for all else.</summary>
    private static int Between(Token[] tokens, int second)
    {
        if (tokens[second] is not { Upos: Upos.Noun or Upos.Propn, Relation: "conj" } || tokens[second].Head is not (>= 0 and var affair) || affair > second) return -1;
        int between = Array.FindIndex(tokens, affair + 1, second - affair - 1, token => token.Form == "between");
        if (between < 0 || tokens[between].Head is not (>= 0 and var first) || first < between || first >= second || tokens[first].Head != affair) return -1;
        int and = Array.FindIndex(tokens, first + 1, second - first - 1, token => token.Form == "and");
        return and > 0 && tokens[and].Head == second && !Array.Exists(tokens[first..and], token => token.Upos is Upos.Verb or Upos.Punct) ? first : -1;
    }

    /// <summary>"rejected the accusation and said that …": what stands before "and" is no subject of the verb behind it, but what was rejected; -1 when this is no such verb.</summary>
    private static int Denied(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD", Relation: "ccomp" } || tokens[verb].Head is not (>= 0 and var above) || tokens[above] is not { Upos: Upos.Verb, Penn: "VBD" } || tokens[verb - 1].Form is not ("and" or "but") || tokens[verb - 1].Head != verb) return -1;
        int thing = verb - 2;
        return thing > above && tokens[thing].Head == verb && tokens[thing] is { Upos: Upos.Noun, Relation: "nsubj" } && !Trees.Has(tokens, above, "obj") ? thing : -1;
    }

    /// <summary>"denied organising the protests and accused the army": a finite verb goes on with the finite one above, and not with the gerund that hangs on it; -1 for all else.</summary>
    private static int Verb(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Relation: "conj", Penn: "VBD" or "VBZ" } || tokens[verb - 1].Form is not ("and" or "but")) return -1;
        if (tokens[verb].Head is not (>= 0 and var gerund) || gerund > verb || tokens[gerund] is not { Penn: "VBG", Relation: "xcomp" or "ccomp" or "advcl" } || tokens[gerund].Head is not (>= 0 and var above) || above != gerund - 1 || tokens[above].Penn != tokens[verb].Penn) return -1;
        return Trees.HasSubject(tokens, verb) ? -1 : above;
    }

    /// <summary>"urged people to stay calm and accused X": a past tense goes on with the one that urged, and not with what they are to do; -1 for all else.</summary>
    private static int Told(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Relation: "conj", Penn: "VBD" or "VBN", Head: >= 0 and var at } || tokens[verb].Penn == "VBN" && (!Trees.Has(tokens, verb, "obj") || Array.Exists(tokens, token => token.Head == verb && token.Upos == Upos.Aux)) || tokens[verb - 1].Form is not ("and" or "but") || Trees.HasSubject(tokens, verb)) return -1;
        bool infinitive = false;
        for (int steps = 0; steps < 4 && at >= 0 && tokens[at].Relation is "xcomp" or "ccomp" or "conj"; at = tokens[at].Head, steps++) infinitive |= Array.Exists(tokens, token => token.Head == at && token is { Relation: "mark", Penn: "TO" });
        return infinitive && at >= 0 && at < verb && tokens[at] is { Upos: Upos.Verb, Penn: "VBD" } ? at : -1;
    }

    /// <summary>"and officials fear": the noun right before a present tense that is joined to the verb before it and has no subject; -1 when none stands there.</summary>
    private static int Subject(Token[] tokens, int verb)
    {
        int noun = verb - 1;
        if (tokens[verb] is not { Upos: Upos.Verb, Relation: "conj", Penn: "VBP" or "VBZ" } || tokens[verb].Head is not (>= 0 and var above) || above >= noun || tokens[above].Upos != Upos.Verb) return -1;
        if (tokens[noun] is not { Relation: "conj", Upos: Upos.Noun or Upos.Propn } || tokens[noun].Head is not (>= 0 and var thing) || tokens[thing].Relation is not ("obj" or "obl" or "nsubj")) return -1;
        return Trees.HasSubject(tokens, verb) || !Array.Exists(tokens[above..noun], token => (token.Head == noun || token.Head == verb) && token.Relation == "cc") ? -1 : noun;
    }
}
