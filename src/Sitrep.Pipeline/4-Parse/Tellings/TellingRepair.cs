using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Gives "Reports that rebels seized the town are false" its predicate, where the parser read "the town are false" as a clause of its own.</summary>
/// <remarks>After a noun for what was told and its "that" clause a second finite verb without a joint belongs to the noun; what stands between is the clause's.</remarks>
internal sealed class TellingRepair(FrozenSet<string> tellings, WordSets words)
{
    /// <summary>Most words that say whose claims are denied.</summary>
    private const int OwnersMax = 3;

    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = Alleged(sentence.Tokens);
        for (int noun = 0; noun + 4 < sentence.Tokens.Length; noun++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (Rejected(tokens, noun) is >= 0 and var rejecting)
            {
                mended ??= (Token[])tokens.Clone();
                Reject(mended, noun, rejecting);
                continue;
            }
            if (tokens[noun + 1].Form != "that") continue;
            // "no confirmation that rebels had left": "that" stands for nothing in the clause, which therefore is no relative one.
            if (tokens[noun + 1].Head is >= 0 and var told && tokens[told].Head == noun && tokens[noun].Upos == Upos.Noun && Array.Exists(tokens, token => token.Head == told && token.Form != "that" && token.Relation.StartsWith("nsubj", StringComparison.Ordinal))
                && (tokens[noun + 1].Relation == "mark" && tokens[told].Relation == "acl:relcl" || tokens[noun + 1].Relation.StartsWith("nsubj", StringComparison.Ordinal) && tokens[told].Relation is "acl" or "acl:relcl"))
            {
                mended ??= (Token[])tokens.Clone();
                mended[noun + 1] = tokens[noun + 1] with { Relation = "mark", Upos = Upos.Sconj, Penn = "IN" };
                mended[told] = tokens[told] with { Relation = "acl" };
                continue;
            }
            if (!IsTelling(tokens, noun)) continue;
            if (Verbs(tokens, noun) is not { } verbs)
            {
                if (Relative(tokens, noun) is not (>= 0 and var clause)) continue;
                mended ??= (Token[])tokens.Clone();
                mended[clause] = tokens[clause] with { Relation = "acl" };
                mended[noun + 1] = tokens[noun + 1] with { Head = clause, Relation = "mark", Upos = Upos.Sconj, Penn = "IN" };
                continue;
            }
            (int inner, int finite) = verbs;
            int predicate = tokens[finite].Upos == Upos.Aux && tokens[finite].Head > finite ? tokens[finite].Head : finite;
            if (predicate <= inner || tokens[noun].Head == predicate && tokens[inner].Head == noun && !Array.Exists(tokens[(noun + 2)..finite], token => token.Head == predicate)) continue;
            bool above = Trees.IsUnder(tokens, noun, predicate);
            if (!above && !Trees.IsUnder(tokens, predicate, noun)) continue;
            mended ??= (Token[])tokens.Clone();
            if (!above) Lift(mended, noun, predicate);
            Hang(mended, noun, inner, finite, predicate);
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"in response to allegations of activists abroad that troops had burned it": what they allege, and not what the verb above says; null where no sentence reads so.</summary>
    private Token[]? Alleged(Token[] tokens)
    {
        for (int that = 3; that + 2 < tokens.Length; that++)
        {
            if (tokens[that] is not { Form: "that", Relation: "mark" } || tokens[that].Head is not (>= 0 and var verb) || verb < that || tokens[verb].Relation is not ("advcl" or "ccomp") || tokens[verb].Head is not (>= 0 and var above) || above > that) continue;
            int last = that - 1;
            while (last > 1 && tokens[last].Upos == Upos.Adv) last--;
            int noun = last;
            for (int steps = 0; steps < 3 && noun >= 0 && tokens[noun].Relation is "nmod" or "flat" or "compound" && tokens[noun].Head < noun && !(tokens[noun].Upos == Upos.Noun && tellings.Contains(tokens[noun].Lemma)); steps++) noun = tokens[noun].Head;
            if (noun < 0 || noun == last || noun <= above || tokens[noun].Upos != Upos.Noun || !tellings.Contains(tokens[noun].Lemma) || Trees.IsUnder(tokens, noun, verb)) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = noun, Relation = "acl" };
            return mended;
        }
        return null;
    }

    private bool IsTelling(Token[] tokens, int at) =>
        tellings.Contains(tokens[at].Lemma) && (tokens[at].Upos == Upos.Noun || tokens[at].Upos == Upos.Verb && tokens[at].Form.EndsWith('s') && (at == 0 || tokens[at - 1].Upos is Upos.Punct or Upos.Adj or Upos.Verb));

    /// <summary>"denied Azeri claims that …", "denied claims by X that …": a verb of denying takes no bare clause, so what it denies are claims; -1 when no such verb stands there.</summary>
    private int Rejected(Token[] tokens, int noun)
    {
        if (noun < 1 || !tellings.Contains(tokens[noun].Lemma) || tokens[noun] is not { Upos: Upos.Verb, Penn: "VBZ" }) return -1;
        // "State television dismissed claims that …", read as what the dismissed one claims
        if (tokens[noun - 1] is { Upos: Upos.Verb, Penn: "VBD" or "VBN", Relation: "amod" or "ccomp" } && tokens[noun - 1].Head == noun && words.Has(WordSet.Denies, tokens[noun - 1].Lemma) && tokens[noun + 1].Form is "that" or "by" or "of") return noun - 1;
        int verb = Before(tokens, noun);
        return tokens[verb].Upos == Upos.Verb && words.Has(WordSet.Denies, tokens[verb].Lemma) && tokens[noun].Head == verb ? verb : -1;
    }

    /// <summary>The token before the words that say whose claims they are: "denied Azeri claims", "rejected Malian army claims".</summary>
    private static int Before(Token[] tokens, int noun)
    {
        int at = noun - 1;
        while (at > 0 && noun - at <= OwnersMax && tokens[at].Upos is Upos.Propn or Upos.Adj or Upos.Noun && tokens[at].Head > at && tokens[at].Head <= noun) at--;
        return at;
    }

    private static void Reject(Token[] tokens, int noun, int verb)
    {
        if (tokens[verb].Head == noun)
        {
            tokens[verb] = tokens[verb] with { Head = tokens[noun].Head, Relation = tokens[noun].Relation, Penn = "VBD" };
            for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == noun && (at < verb || tokens[at].Upos == Upos.Punct || tokens[at].Relation == "parataxis")) tokens[at] = tokens[at] with { Head = verb };
        }
        tokens[noun] = tokens[noun] with { Head = verb, Relation = "obj", Upos = Upos.Noun, Penn = "NNS" };
        for (int at = verb + 1; at < noun; at++) if (tokens[at].Head == noun) tokens[at] = tokens[at] with { Relation = tokens[at].Upos == Upos.Adj || at == noun - 1 && tokens[at].Upos == Upos.Propn ? "amod" : "compound" };
        int told = -1;
        for (int at = noun + 1; at < tokens.Length; at++)
        {
            if (tokens[at].Head == noun) tokens[at] = tokens[at] with { Relation = tokens[at].Relation switch { "ccomp" => "acl", "obl" => "nmod", var other => other } };
            // "claims by X that …": what is claimed hangs on who claims it.
            if (told < 0 && tokens[at] is { Relation: "acl:relcl" } && tokens[at].Head > noun && Trees.IsUnder(tokens, at, noun) && Array.Exists(tokens, token => token.Head == at && token is { Relation: "mark", Form: "that" })) tokens[told = at] = tokens[at] with { Head = noun, Relation = "acl" };
        }
    }

    /// <summary>"reports that troops had left" read like "reports that troops had written": a relative clause that lacks nothing; -1 when it is one.</summary>
    private static int Relative(Token[] tokens, int noun)
    {
        int clause = Array.FindIndex(tokens, noun + 2, token => token.Head == noun && token.Relation == "acl:relcl");
        if (clause < 0) return -1;
        bool subject = false, whole = tokens[noun + 1].Penn == "IN" || tokens[noun + 1].Relation == "mark";
        for (int at = noun + 2; at < tokens.Length; at++)
        {
            if (tokens[at].Head != clause) continue;
            subject |= tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal);
            whole |= tokens[at].Relation == "obj";
        }
        return subject && whole ? clause : -1;
    }

    /// <summary>The verb of the clause and the first finite verb behind it that nothing joins to it.</summary>
    private static (int Inner, int Finite)? Verbs(Token[] tokens, int noun)
    {
        int inner = -1, subject = -1;
        for (int at = noun + 2; at < tokens.Length; at++)
        {
            if (tokens[at].Form == "-" || tokens[at] is { Upos: Upos.Verb, Relation: "amod" }) continue;   // "Turkish-backed fighters"
            if (tokens[at].Upos is Upos.Punct or Upos.Cconj or Upos.Sconj || tokens[at].Penn is "WDT" or "WP" or "WRB" or "TO" && tokens[at].Upos == Upos.Part) return null;
            if (tokens[at].Upos is Upos.Noun or Upos.Propn or Upos.Pron) subject = at;
            if (inner < 0)
            {
                if (tokens[at].Upos == Upos.Verb) inner = at;
                if (inner == at && subject < 0) return null;
                continue;
            }
            if (tokens[at].Penn is "VBD" or "VBZ" or "VBP" or "MD" && tokens[at].Upos is Upos.Aux || tokens[at] is { Lemma: "have", Penn: "VBP" or "VBZ" or "VBD" }) return (inner, at);
            if (tokens[at].Upos is Upos.Verb) return null;
        }
        return null;
    }

    /// <summary>The predicate takes the noun's place in the sentence.</summary>
    private static void Lift(Token[] tokens, int noun, int predicate)
    {
        tokens[predicate] = tokens[predicate] with { Head = tokens[noun].Head, Relation = tokens[noun].Head < 0 ? "root" : tokens[noun].Relation is "obj" ? "ccomp" : tokens[noun].Relation };
        for (int at = predicate + 1; at < tokens.Length; at++) if (tokens[at].Head == noun) tokens[at] = tokens[at] with { Head = predicate };
    }

    private static void Hang(Token[] tokens, int noun, int inner, int finite, int predicate)
    {
        bool passive = tokens.Any(token => token.Head == predicate && token.Relation == "aux:pass");
        tokens[noun] = tokens[noun] with { Head = predicate, Relation = passive ? "nsubj:pass" : "nsubj", Upos = Upos.Noun, Penn = tokens[noun].Upos == Upos.Noun ? tokens[noun].Penn : "NNS" };
        tokens[inner] = tokens[inner] with { Head = noun, Relation = "acl" };
        tokens[noun + 1] = tokens[noun + 1] with { Head = inner, Relation = "mark", Upos = Upos.Sconj, Penn = "IN" };
        // The object, or the subject, that was read as the predicate's.
        for (int at = noun + 2; at < finite; at++)
        {
            if (tokens[at].Head != predicate) continue;
            bool subject = tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal);
            tokens[at] = tokens[at] with { Head = inner, Relation = !subject ? tokens[at].Relation : at < inner ? "nsubj" : Trees.Has(tokens, at, "case") ? "obl" : "obj" };
        }
    }
}
