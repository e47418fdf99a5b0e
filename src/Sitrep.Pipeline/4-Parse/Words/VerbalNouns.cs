using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "the border crossing at X", "heavy fighting between A and B broke out" and "displaced by fighting in X" nouns, where the parser took the gerund for a verb; and "denied bombing X" a verb, where it took it for a noun.</summary>
/// <param name="happenings">Nouns in -ing that name events: "fighting", "shelling".</param>
/// <param name="deeds">Verbs that name events, by their form in -ing.</param>
internal sealed class VerbalNouns(FrozenSet<string> happenings, FrozenDictionary<string, string> deeds)
{
    /// <summary>The form in -ing of each verb, however it is spelled: "bombing", "seizing", "hitting".</summary>
    public static FrozenDictionary<string, string> Gerunds(IEnumerable<string> verbs)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string verb in verbs.Order(StringComparer.Ordinal))
        {
            foreach (string form in (string[])[verb + "ing", verb.EndsWith('e') ? verb[..^1] + "ing" : verb + verb[^1] + "ing"]) forms.TryAdd(form, verb);
        }
        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int at = 0; at + 1 < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (Governing(tokens, at) is { } governing)
            {
                mended = governing;
                continue;
            }
            if (IsSubject(tokens, at))
            {
                mended ??= (Token[])tokens.Clone();
                Name(mended, at, tokens[at].Relation);
                mended[at] = mended[at] with { Penn = "NNS", Lemma = tokens[at].Lemma };
                continue;
            }
            if (at == 0 || tokens[at] is not { Upos: Upos.Verb, Penn: "VBG" } || Has(tokens, at, "obj", "nsubj", "aux", "ccomp", "xcomp")) continue;
            if (Done(tokens, at) is { } done)
            {
                mended ??= (Token[])tokens.Clone();
                Name(mended, at, "nsubj");
                mended[at] = mended[at] with { Head = done };
                mended[at - 1] = mended[at - 1] with { Head = done };
                mended[done] = mended[done] with { Penn = "VBD" };
            }
            else if (Between(tokens, at) is { } verb)
            {
                mended ??= (Token[])tokens.Clone();
                Fought(mended, at, verb);
            }
            else if (IsCause(tokens, at) || IsDetermined(tokens, at)) Name(mended ??= (Token[])tokens.Clone(), at, IsCause(tokens, at) ? "obl" : tokens[at].Relation is "acl" or "advcl" ? "nmod" : tokens[at].Relation);
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"denied bombing X", "accused militants of bombing X": a noun has no object, and a verb not two; null where neither is so.</summary>
    private Token[]? Governing(Token[] tokens, int deed)
    {
        if (tokens[deed] is not { Upos: Upos.Noun, Penn: "NN", Head: >= 0 and var above } || above >= deed || !deeds.TryGetValue(tokens[deed].Form, out string? lemma)) return null;
        bool denied = tokens[deed].Relation == "obj" && above == deed - 1 && tokens[above].Upos == Upos.Verb, charged = tokens[deed].Relation == "nmod" && tokens[deed - 1] is { Form: "of" or "for", Relation: "case" } && tokens[above].Relation is "obj" or "nsubj:pass";
        // "blamed the army for bombing X"
        int blamed = tokens[deed].Relation == "obl" && tokens[deed - 1] is { Form: "for" or "of", Relation: "case" } && tokens[above].Upos == Upos.Verb ? Array.FindIndex(tokens, above, deed - above, token => token.Head == above && token.Relation is "obj") : -1;
        charged |= blamed > above;
        int thing = denied || charged ? Array.FindIndex(tokens, deed + 1, token => token.Relation is "obj" or "appos" && token.Head == deed || denied && token.Relation == "obj" && token.Head == above) : -1;
        if (thing < 0) return null;
        for (int between = deed + 1; between < thing; between++) if (tokens[between].Upos == Upos.Punct || !Trees.IsUnder(tokens, between, thing)) return null;
        var mended = (Token[])tokens.Clone();
        mended[deed] = tokens[deed] with { Upos = Upos.Verb, Penn = "VBG", Lemma = lemma, Head = blamed > above ? blamed : above, Relation = denied ? "xcomp" : "acl" };
        mended[thing] = tokens[thing] with { Head = deed, Relation = "obj" };
        if (charged) mended[deed - 1] = tokens[deed - 1] with { Relation = "mark", Upos = Upos.Sconj };
        return mended;
    }

    // "Clashes between A and B erupted": what a verb has for its subject is none itself.
    private static bool IsSubject(Token[] tokens, int at) =>
        tokens[at] is { Upos: Upos.Verb, Penn: "VBZ", Relation: "nsubj" or "nsubj:pass", Head: var verb } && verb > at && tokens[at + 1].Upos == Upos.Adp && !Has(tokens, at, "obj", "nsubj", "aux", "ccomp", "xcomp", "mark");

    // "the border crossing": an article or a noun before it, of which a verb has none.
    private static bool IsDetermined(Token[] tokens, int gerund) =>
        tokens[gerund].Relation is "nmod" or "obj" or "obl" or "nsubj" or "nsubj:pass" && Array.Exists(tokens, token => token.Head == gerund && token.Start < tokens[gerund].Start && token.Relation is "det" or "nmod:poss")
        && !Has(tokens, gerund, "mark");

    // "were displaced by fighting in X": nobody displaced them by fighting.
    private bool IsCause(Token[] tokens, int gerund) =>
        IsWherein(tokens, gerund) || tokens[gerund - 1] is { Lemma: "by", Relation: "mark" or "case" } && tokens[gerund - 1].Head == gerund && tokens[gerund].Relation == "advcl" && tokens[gerund].Head is >= 0 and var done && done < gerund
        && tokens[done].Penn == "VBN" && Has(tokens, done, "aux:pass", "nsubj:pass") && happenings.Contains(tokens[gerund].Form);

    /// <summary>"were killed in fighting between A and B", "died in shelling": it is what they died in, and nothing that they did.</summary>
    private bool IsWherein(Token[] tokens, int gerund) =>
        tokens[gerund - 1] is { Lemma: "in" or "during" or "amid", Relation: "mark" or "case" } && tokens[gerund - 1].Head == gerund && tokens[gerund].Relation == "advcl" && tokens[gerund].Head is >= 0 and var done && done < gerund
        && happenings.Contains(tokens[gerund].Form) && (tokens[gerund + 1].Upos is Upos.Punct or Upos.Cconj || tokens[gerund + 1].Lemma is "between" or "in" or "near" or "around" or "at" or "on" or "with" or "of" or "over");

    /// <summary>"a day after fighting in the area killed ten": the verb whose subject the fighting is, behind all that is said of it; null where there is none.</summary>
    private int? Done(Token[] tokens, int gerund)
    {
        if (tokens[gerund - 1] is not { Lemma: "after" or "before" or "since" or "as" or "when" or "once", Relation: "mark" or "case" } || tokens[gerund - 1].Head != gerund || tokens[gerund].Relation is not ("acl" or "advcl") || !happenings.Contains(tokens[gerund].Form)) return null;
        int verb = gerund + 1;
        while (verb < tokens.Length && Trees.IsUnder(tokens, verb, gerund)) verb++;
        bool finite = verb < tokens.Length && tokens[verb] is { Upos: Upos.Verb, Penn: "VBD" or "VBN" } && !Trees.HasSubject(tokens, verb) && !Trees.Has(tokens, verb, "aux:pass") && Array.FindIndex(tokens, verb, token => token.Head == verb && token.Relation == "obj") > 0;
        return finite && !Trees.IsUnder(tokens, verb, gerund) ? verb : null;
    }

    /// <summary>"fighting between A and B broke out", with B alone as the subject: the verb; null where it is not so.</summary>
    private int? Between(Token[] tokens, int gerund)
    {
        if (tokens[gerund + 1].Lemma != "between" || !happenings.Contains(tokens[gerund].Form.ToLowerInvariant())) return null;
        int one = tokens[gerund + 1].Head, verb = tokens[gerund].Head;
        if (one <= gerund || tokens[one].Head != gerund || verb <= one || tokens[gerund].Relation is not ("advcl" or "csubj" or "dep")) return null;
        int other = Array.FindIndex(tokens, one, verb - one, token => token.Head == verb && token.Relation == "nsubj");
        return other > one && Array.Exists(tokens, token => token.Head == other && token is { Relation: "cc", Lemma: "and" }) ? verb : null;
    }

    private static void Fought(Token[] tokens, int gerund, int verb)
    {
        int one = tokens[gerund + 1].Head, other = Array.FindIndex(tokens, one, verb - one, token => token.Head == verb && token.Relation == "nsubj");
        Name(tokens, gerund, "nsubj");
        tokens[other] = tokens[other] with { Head = one, Relation = "conj" };
    }

    private static void Name(Token[] tokens, int gerund, string relation)
    {
        tokens[gerund] = tokens[gerund] with { Upos = Upos.Noun, Penn = "NN", Lemma = tokens[gerund].Form.ToLowerInvariant(), Relation = relation };
        for (int at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Head != gerund) continue;
            if (tokens[at].Relation == "obl") tokens[at] = tokens[at] with { Relation = "nmod" };
            else if (tokens[at] is { Relation: "mark", Lemma: "by" or "in" or "during" or "amid" }) tokens[at] = tokens[at] with { Relation = "case", Upos = Upos.Adp };
        }
    }

    private static bool Has(Token[] tokens, int head, params ReadOnlySpan<string> relations)
    {
        foreach (ref readonly Token token in tokens.AsSpan()) if (token.Head == head && relations.Contains(token.Relation)) return true;
        return false;
    }
}
