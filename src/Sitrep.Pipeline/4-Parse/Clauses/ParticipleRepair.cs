using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Sets right a finite past verb that was taken for a participle: "Forces entered the town" read like "the town entered by forces".</summary>
/// <remarks>A past participle after its noun is passive and has no object of its own. One that has an object, or that ends up in a sentence
/// without any finite verb, is the sentence's verb, and the noun that the sentence opens with is its subject.</remarks>
internal static class ParticipleRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Sentence perfect = Described(Perfect(sentence));
        Token[] tokens = perfect.Tokens;
        if (BehindDay(tokens) is >= 0 and var dated) return Lift(perfect, dated);
        int verb = WithObject(tokens);
        if (verb < 0) verb = OnlyVerb(tokens);
        if (verb < 0) verb = AfterApposition(tokens);
        return verb >= 0 ? Flip(perfect, verb) : BeforeObject(tokens) is >= 0 and var lone ? Raise(perfect, lone) : perfect;
    }

    /// <summary>"denounced them for abandoning ground captured earlier by his men": a participle right behind a noun, with its agent, describes the noun and not who did what stands above.</summary>
    private static Sentence Described(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int verb = 2; verb + 1 < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Penn: "VBN", Relation: "advcl" } || tokens[verb - 1] is not { Upos: Upos.Noun, Relation: "obj" or "obl" or "nmod" } || tokens[verb].Head >= verb - 1 || Trees.IsUnder(tokens, verb - 1, verb)) continue;
            int at = verb;
            if (!Trees.Has(tokens, at, "obl:agent") || Array.Exists(tokens, token => token.Head == at && token.Relation is "mark" or "nsubj" or "nsubj:pass" or "aux" or "aux:pass")) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = verb - 1, Relation = "acl" };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }

    /// <summary>"had recaptured Homs": with "have" before it a participle is the verb, and what it was taken to describe is its object.</summary>
    private static Sentence Perfect(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int verb = 1; verb + 1 < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Penn: "VBN", Relation: "amod" } || tokens[verb].Head is not (>= 0 and var noun) || noun < verb) continue;
            if (tokens[verb - 1] is not { Upos: Upos.Aux, Lemma: "have" } have || have.Head != verb) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = tokens[noun].Head, Relation = tokens[noun].Relation == "obj" ? "ccomp" : tokens[noun].Relation };
            mended[noun] = tokens[noun] with { Head = verb, Relation = "obj" };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }

    /// <summary>"The X, a group that …, disputed it": the verb after the apposition, when the sentence has no other on top; -1 when this is no such sentence.</summary>
    private static int AfterApposition(Token[] tokens)
    {
        int root = Array.FindIndex(tokens, token => token.Head < 0);
        if (root < 0 || tokens[root].Upos is not (Upos.Noun or Upos.Propn) || tokens[^1].Form is not ("." or "”" or "\"")) return -1;
        // "Troops last week retook X": the only verb there is.
        int finite = Array.FindIndex(tokens, token => token.Upos is Upos.Verb or Upos.Aux && token.Penn is "VBD" or "VBZ" or "VBP" or "MD");
        for (int verb = root + 2; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is { Penn: "VBD" or "VBZ", Relation: "parataxis", Upos: Upos.Verb } && tokens[verb].Head == root && (tokens[verb - 1].Form == "," || verb == finite && Array.FindIndex(tokens, root, verb - root, token => token.Upos == Upos.Punct) < 0)) return verb;
        }
        return -1;
    }

    private static int WithObject(Token[] tokens)
    {
        for (int verb = 1; verb < tokens.Length; verb++)
        {
            if (IsAfterNoun(tokens, verb) && HasObject(tokens, verb) && !HasFiniteAbove(tokens, tokens[verb].Head)) return verb;
        }
        return -1;
    }

    /// <summary>In a full sentence without a finite verb: the first past form behind the noun that became the root.</summary>
    private static int OnlyVerb(Token[] tokens)
    {
        int root = Array.FindIndex(tokens, token => token.Head < 0);
        if (root < 0 || tokens[root].Upos is not (Upos.Noun or Upos.Propn) || tokens[^1].Form is not ("." or "”" or "\"")) return -1;
        for (int at = 0; at < tokens.Length; at++) if (tokens[at].Upos is Upos.Verb or Upos.Aux && tokens[at].Penn is "VBD" or "VBZ" or "VBP" or "MD" && !IsBeside(tokens, root, at)) return -1;
        for (int verb = root + 1; verb < tokens.Length; verb++)
        {
            if (IsAfterNoun(tokens, verb) && tokens[verb].Head == root && !HasAgent(tokens, verb)) return verb;
        }
        return -1;
    }

    /// <summary>"…, which belong to the militia, the army said": a relative clause far behind the noun, or who says it at the end, is not what the noun does.</summary>
    private static bool IsBeside(Token[] tokens, int root, int verb)
    {
        bool own = Array.Exists(tokens, token => token.Head == verb && token.Relation == "nsubj" && token.Start < tokens[verb].Start);
        return own && tokens[verb].Head == root && verb > root + 3 && (tokens[verb].Relation == "parataxis" && verb >= tokens.Length - 2 || tokens[verb].Relation == "acl:relcl");
    }

    /// <summary>"Officials on Sunday accused soldiers of …": in a full sentence without a finite verb, the participle that was taken to describe the noun behind it, where that noun hangs on the root by no preposition.</summary>
    private static int BeforeObject(Token[] tokens)
    {
        int root = Array.FindIndex(tokens, token => token.Head < 0);
        if (root < 0 || tokens[root].Upos is not (Upos.Noun or Upos.Propn) || tokens[^1].Form is not ("." or "”" or "\"")) return -1;
        foreach (Token token in tokens) if (token.Upos is Upos.Verb or Upos.Aux && token.Penn is "VBD" or "VBZ" or "VBP" or "MD") return -1;
        for (int verb = root + 1; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Penn: "VBN", Relation: "amod" } || tokens[verb].Head is not (>= 0 and var noun) || noun < verb || tokens[noun].Head != root) continue;
            if (!Array.Exists(tokens, token => token.Head == noun && token.Relation is "case" or "det" && token.Start < tokens[verb].Start)) return verb;
        }
        return -1;
    }

    /// <summary>"Facing an outcry over the killings, X on Sunday accused rebels of …": between the day behind a noun and another noun stands the verb, where the sentence opens with a participle that was taken for it; -1 when this is no such sentence.</summary>
    private static int BehindDay(Token[] tokens)
    {
        if (tokens[0] is not { Upos: Upos.Verb, Penn: "VBG" or "VBN", Head: < 0 }) return -1;
        for (int verb = 4; verb + 1 < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Penn: "VBN" or "VBD", Relation: "amod" } || tokens[verb].Head is not (>= 0 and var noun) || noun < verb || !WeekdayRepair.IsDay(tokens[verb - 1])) continue;
            int subject = tokens[verb - 2].Form == "on" ? verb - 3 : verb - 2;
            int first = subject;
            while (first > 0 && tokens[first - 1].Upos is Upos.Noun or Upos.Propn or Upos.Det or Upos.Adj) first--;
            if (tokens[subject].Upos is Upos.Noun or Upos.Propn && first > 0 && tokens[first - 1].Form == "," && !Array.Exists(tokens, token => token.Head == noun && token.Relation is "case" or "det" && token.Start < tokens[verb].Start)) return verb;
        }
        return -1;
    }

    private static Sentence Lift(Sentence sentence, int verb)
    {
        Token[] tokens = sentence.Tokens, mended = (Token[])tokens.Clone();
        int noun = tokens[verb].Head, day = verb - 1, subject = tokens[verb - 2].Form == "on" ? verb - 3 : verb - 2;
        // Of a name in several words the one on top is meant.
        while (tokens[subject].Head is var above && above >= 0 && above < subject && tokens[subject].Relation is "flat" or "compound") subject = above;
        mended[verb] = tokens[verb] with { Penn = "VBD", Head = -1, Relation = "root" };
        mended[0] = tokens[0] with { Head = verb, Relation = "advcl" };
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        mended[day] = tokens[day] with { Head = verb, Relation = day - 1 == subject ? "obl:unmarked" : "obl" };
        if (tokens[day - 1].Form == "on") mended[day - 1] = tokens[day - 1] with { Head = day, Relation = "case" };
        mended[noun] = tokens[noun] with { Head = verb, Relation = "obj" };
        for (int at = noun + 1; at < tokens.Length; at++) if (tokens[at].Head == noun && tokens[at].Relation == "acl" || tokens[at].Head == 0) mended[at] = tokens[at] with { Head = verb, Relation = tokens[at].Relation == "acl" ? "advcl" : tokens[at].Relation };
        return new Sentence(sentence.Start, sentence.End, mended);
    }

    private static Sentence Raise(Sentence sentence, int verb)
    {
        Token[] tokens = sentence.Tokens;
        int subject = Array.FindIndex(tokens, token => token.Head < 0), noun = tokens[verb].Head;
        Token[] mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Penn = "VBD", Upos = Upos.Verb, Head = -1, Relation = "root" };
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        mended[noun] = tokens[noun] with { Head = verb, Relation = "obj" };
        // The day before the verb and what follows under the root are the verb's.
        for (int at = 0; at < tokens.Length; at++)
        {
            if (at == verb || at == noun || tokens[at].Head != subject) continue;
            bool day = at > subject && at < verb && tokens[at].Relation is "nmod" or "nmod:unmarked";
            if (at > verb && tokens[at].Relation is "punct" or "conj" or "parataxis" or "advcl" or "acl" or "appos" or "nmod" || day) mended[at] = tokens[at] with { Head = verb, Relation = tokens[at].Relation switch { "nmod" => "obl", "nmod:unmarked" => "obl:unmarked", "acl" => "advcl", var same => same } };
        }
        return new Sentence(sentence.Start, sentence.End, mended);
    }

    private static bool IsBare(Token[] tokens, int noun) => !Array.Exists(tokens, token => token.Head == noun && token.Relation is "cc" or "case") && !Array.Exists(tokens, token => token.Head == noun && token.Relation == "punct" && token.Form == "," && token.Start < tokens[noun].Start);

    private static bool IsAfterNoun(Token[] tokens, int verb) =>
        (tokens[verb] is { Penn: "VBN" or "VBD", Relation: "acl" or "amod" } || tokens[verb] is { Penn: "VBD", Upos: Upos.Verb, Relation: "nmod" }) && tokens[verb].Head is >= 0 and var noun && noun < verb;

    private static bool HasAgent(Token[] tokens, int verb)
    {
        for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == verb && tokens[at].Relation is "obl:agent") return true;
        return false;
    }

    private static bool HasObject(Token[] tokens, int verb)
    {
        bool found = false;
        for (int at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Head != verb) continue;
            if (tokens[at].Relation is "obl:agent" or "aux:pass" or "nsubj" or "nsubj:pass") return false;
            found |= at > verb && tokens[at].Relation is "obj" or "ccomp";
        }
        return found;
    }

    private static bool HasFiniteAbove(Token[] tokens, int noun)
    {
        int at = noun;
        // "said: rebels seized control": nobody says a noun.
        if (tokens[noun].Relation == "ccomp" && !Array.Exists(tokens, token => token.Head == noun && token.Relation is "cop" or "case" or "mark")) return false;
        // "residents said rebels seized control", where the rebels were taken for those who say it too.
        if (tokens[noun].Relation == "nsubj" && tokens[noun].Head is >= 0 and var said && said < noun && Array.FindIndex(tokens, 0, said, token => token.Head == said && token.Relation == "nsubj") >= 0) return false;
        for (int steps = 0; at >= 0 && steps < tokens.Length; at = tokens[at].Head, steps++)
        {
            if (tokens[at].Upos is Upos.Verb or Upos.Aux && tokens[at].Penn is "VBD" or "VBZ" or "VBP" or "MD" or "VB") return true;
        }
        return false;
    }

    private static Sentence Flip(Sentence sentence, int verb)
    {
        Token[] tokens = sentence.Tokens;
        // "Soldiers attached to the guard detained the president": the subject is the noun on top, not the nearest one.
        int subject = tokens[verb].Head;
        for (int steps = 0; steps < tokens.Length && tokens[subject].Head is >= 0 and var above && above < subject && tokens[subject].Relation is "nmod" or "obl" or "acl" or "nmod:poss" or "obj" or "conj" or "appos"; steps++) subject = above;
        if (tokens[subject].Upos is not (Upos.Noun or Upos.Propn or Upos.Pron)) subject = tokens[verb].Head;
        Token[] mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Penn = "VBD", Head = tokens[subject].Head, Relation = tokens[subject].Head < 0 ? "root" : "parataxis" };
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        // What followed the verb under the noun follows it under the verb.
        for (int at = verb + 1; at < tokens.Length; at++)
        {
            // "the air force destroyed A and B camps": joined to the subject by nothing, it is what was destroyed.
            if (tokens[at].Head == subject && tokens[at] is { Relation: "conj", Upos: Upos.Noun or Upos.Propn } && IsBare(tokens, at) && !Trees.Has(tokens, verb, "obj"))
            {
                mended[at] = tokens[at] with { Head = verb, Relation = "obj" };
                continue;
            }
            if (tokens[at].Head == verb && tokens[at].Relation == "nsubj") mended[at] = tokens[at] with { Relation = "obj" };   // the subject stands before
            if (tokens[at].Head != subject || tokens[at].Relation is not ("punct" or "conj" or "parataxis" or "advcl" or "obl" or "nmod" or "acl" or "appos")) continue;
            mended[at] = tokens[at] with { Head = verb, Relation = tokens[at].Relation switch { "nmod" => "obl", "acl" => "advcl", var same => same } };
        }
        return new Sentence(sentence.Start, sentence.End, mended);
    }
}
