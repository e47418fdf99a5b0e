using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "troops aided by militias had entered the town" what the troops did, where the parser took the participle that describes them for the verb.</summary>
/// <remarks>A participle without an auxiliary is no predicate, and a finite verb behind it that has no subject wants one.</remarks>
internal static class ReducedRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        // "the rebels loyal to X announced": to whom is told with "loyal", and not with the verb.
        int to = Array.FindIndex(tokens, 1, token => token.Form == "to" && token.Relation == "case") is var found && found > 1 && tokens[found - 1] is { Upos: Upos.Adj, Lemma: "loyal" or "faithful" } ? found : -1;
        if (to > 0 && tokens[to].Head is var lord && lord > to && tokens[lord].Head != to - 1 && tokens[lord].Relation is "obl" or "nmod" && !Trees.IsUnder(tokens, to - 1, lord))
        {
            tokens = (Token[])tokens.Clone();
            tokens[lord] = tokens[lord] with { Head = to - 1, Relation = "obl" };
            return Repair(new Sentence(sentence.Start, sentence.End, tokens), words);
        }
        if (Aside(tokens) is { } aside) return new Sentence(sentence.Start, sentence.End, aside);
        if (Behind(tokens) is { } behind) return new Sentence(sentence.Start, sentence.End, behind);
        if (Loyal(tokens, words) is { } loyal) return new Sentence(sentence.Start, sentence.End, loyal);
        for (int part = 1; part + 1 < tokens.Length; part++)
        {
            if (tokens[part] is not { Upos: Upos.Verb, Penn: "VBN", Relation: "ccomp" or "root" } || Child(tokens, part, "aux") >= 0 || Child(tokens, part, "nsubj") is not (>= 0 and var subject) || subject != part - 1) continue;
            int verb = Array.FindIndex(tokens, part + 1, token => token.Head == part && token.Relation is "ccomp" && token.Upos == Upos.Verb);
            if (verb < 0 || Child(tokens, verb, "nsubj") >= 0 || Child(tokens, verb, "mark") >= 0 || !Array.Exists(tokens, token => token.Head == verb && token.Relation.StartsWith("aux", StringComparison.Ordinal) && token.Penn is "VBD" or "VBZ" or "VBP" or "MD") || Array.FindIndex(tokens, part, verb - part, token => token.Upos == Upos.Punct) >= 0) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = tokens[part].Head, Relation = tokens[part].Relation };
            mended[subject] = tokens[subject] with { Head = verb, Relation = Trees.Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj" };
            mended[part] = tokens[part] with { Head = subject, Relation = "acl" };
            // What stood before the subject, and a "that" taken for what was told, belong to the clause.
            for (int at = 0; at < subject; at++) if (tokens[at].Head == part) mended[at] = mended[at] with { Head = verb };
            int that = tokens[part].Head + 1;
            if (that > 0 && that < subject && tokens[that] is { Form: "that", Relation: "obj" }) mended[that] = tokens[that] with { Head = verb, Relation = "mark" };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }

    /// <summary>"after militants affiliated with the government stormed X": the participle describes the militants, and the verb behind it is theirs; null when no sentence reads so.</summary>
    private static Token[]? Behind(Token[] tokens)
    {
        for (int part = 2; part + 1 < tokens.Length; part++)
        {
            if (tokens[part] is not { Upos: Upos.Verb, Penn: "VBN", Relation: "advcl" } || Child(tokens, part, "aux") >= 0 || Child(tokens, part, "obj") >= 0 || Child(tokens, part, "nsubj") is not (>= 0 and var subject) || subject != part - 1 || (Child(tokens, part, "mark") is >= 0 and var opens ? opens : Array.FindIndex(tokens, 0, part, token => token.Head == part && token is { Lemma: "when", Relation: "advmod" })) is not (>= 0 and var mark) || mark > subject) continue;
            int above = tokens[part].Head, verb = Array.FindIndex(tokens, part + 1, token => token is { Upos: Upos.Verb, Penn: "VBD", Relation: "advcl" } && token.Head == above);
            if (verb < 0 || Child(tokens, verb, "nsubj") >= 0 || Child(tokens, verb, "mark") >= 0 || Array.FindIndex(tokens, part, verb - part, token => token.Upos is Upos.Punct or Upos.Cconj) >= 0) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
            mended[mark] = tokens[mark] with { Head = verb };
            mended[part] = tokens[part] with { Head = subject, Relation = "acl" };
            return mended;
        }
        return null;
    }

    /// <summary>"said nine bombers, believed to be members of a cell, carried out the blasts": what stands between two commas describes the bombers, and what they did is what was said; null when no sentence reads so.</summary>
    private static Token[]? Aside(Token[] tokens)
    {
        for (int part = 3; part + 3 < tokens.Length; part++)
        {
            if (tokens[part] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "ccomp", Head: var cue } || cue < 0 || cue >= part - 2 || tokens[part - 1].Form != "," || tokens[part - 2] is not { Relation: "obj" } noun || noun.Head != cue || Child(tokens, part, "nsubj") >= 0 || Child(tokens, part, "aux") >= 0) continue;
            int verb = Array.FindIndex(tokens, part + 1, token => token.Head == cue && token is { Upos: Upos.Verb, Relation: "conj", Penn: "VBD" or "VBZ" or "VBP" });
            if (verb < 0 || Child(tokens, verb, "nsubj") >= 0 || Child(tokens, verb, "cc") >= 0 || Array.FindLastIndex(tokens, verb - 1, verb - part, token => token.Form == ",") < 0) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Relation = "ccomp" };
            mended[part - 2] = tokens[part - 2] with { Head = verb, Relation = "nsubj" };
            mended[part] = tokens[part] with { Head = part - 2, Relation = "acl", Penn = "VBN" };
            return mended;
        }
        return null;
    }

    /// <summary>"Forces loyal to the president took the town": without a "be" the adjective describes the forces, and the verb behind it is what they did; null when no sentence reads so.</summary>
    private static Token[]? Loyal(Token[] tokens, WordSets words)
    {
        for (int part = 1; part + 3 < tokens.Length; part++)
        {
            if (tokens[part].Upos != Upos.Adj || !words.Has(WordSet.TakesSides, tokens[part].Lemma) || Child(tokens, part, "cop") >= 0 || Child(tokens, part, "nsubj") != part - 1 || tokens[part + 1].Form is not "to") continue;
            int subject = part - 1;
            int verb = tokens[part].Relation == "advcl" && tokens[part].Head > part ? tokens[part].Head : Array.FindIndex(tokens, part + 1, token => token.Head == part && token is { Upos: Upos.Verb, Relation: "advcl" or "ccomp" or "xcomp", Penn: "VBD" or "VBZ" or "VBP" });
            if (verb < 0 || tokens[verb].Upos != Upos.Verb || Child(tokens, verb, "nsubj") >= 0 || Child(tokens, verb, "mark") >= 0 || Array.FindIndex(tokens, part, verb - part, token => token.Upos == Upos.Punct) >= 0) continue;
            Token[] mended = (Token[])tokens.Clone();
            if (tokens[verb].Head == part)
            {
                mended[verb] = tokens[verb] with { Head = tokens[part].Head, Relation = tokens[part].Relation };
                for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == part && at != verb && (at < subject || at > verb)) mended[at] = tokens[at] with { Head = verb };
            }
            mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
            mended[part] = tokens[part] with { Head = subject, Relation = "amod" };
            return mended;
        }
        return null;
    }

    private static int Child(Token[] tokens, int head, string relation) => Array.FindIndex(tokens, token => token.Head == head && token.Relation.StartsWith(relation, StringComparison.Ordinal));
}
