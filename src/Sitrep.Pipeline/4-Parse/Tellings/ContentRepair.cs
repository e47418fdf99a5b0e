using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Gives "A spokesman insisted militants still control the town" its clause, where the parser took "militants" for what was insisted.</summary>
/// <param name="cues">Verbs that say something without naming a listener: "told reporters …" has one.</param>
/// <param name="aims">Verbs for what somebody means to do: "plan", "vow".</param>
/// <param name="own">Verbs for what people do and nobody does to them: "flee", "die".</param>
internal sealed class ContentRepair(FrozenSet<string> cues, FrozenSet<string> own, FrozenSet<string> aims, WordSets words)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int clause = 3; clause < sentence.Tokens.Length; clause++)
        {
            if (!Lost(mended ?? sentence.Tokens, clause, cues, out int cue)) continue;
            mended ??= (Token[])sentence.Tokens.Clone();
            mended[clause] = mended[clause] with { Head = cue, Relation = "ccomp" };
        }
        if (Inverted(mended ?? sentence.Tokens) is { } turned) mended = turned;
        for (int noun = 1; noun < sentence.Tokens.Length; noun++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int cue = tokens[noun].Head;
            if (!(tokens[noun].Relation is "obj" or "iobj" || IsSecondSubject(tokens, noun)) || tokens[noun].Upos is not (Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Adj) || cue < 0 || cue > noun || tokens[cue].Upos != Upos.Verb || !cues.Contains(tokens[cue].Lemma)) continue;
            if (Behind(tokens, noun) is { } said)
            {
                mended ??= (Token[])tokens.Clone();
                mended[noun] = tokens[noun] with { Head = said, Relation = Trees.Has(tokens, said, "aux:pass") ? "nsubj:pass" : "nsubj" };
                mended[said] = tokens[said] with { Head = cue, Relation = "ccomp" };
                continue;
            }
            int clause = Array.FindIndex(tokens, noun, token => token.Head == cue && (token.Relation == "ccomp" || token.Relation == "xcomp" && IsDone(token) || token is { Relation: "obl", Penn: "VBD" }) || token.Head == noun && token.Relation == "acl" && (IsDone(token) || aims.Contains(token.Lemma) || IsActive(tokens, token)));
            if (clause < 0 || tokens[clause].Upos != Upos.Verb || tokens[clause].Penn is not ("VB" or "VBP" or "VBD" or "VBZ") && tokens[clause].Relation is not ("xcomp" or "acl") && !IsPerfect(tokens, clause) && !IsActive(tokens, tokens[clause]) || Array.Exists(tokens, token => token.Head == clause && (token.Relation.StartsWith("nsubj", StringComparison.Ordinal) || token.Relation == "mark")) || Trees.HasBreak(tokens, noun, clause)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[noun] = tokens[noun] with { Head = clause, Relation = "nsubj" };
            if (tokens[clause].Penn == "VB") mended[clause] = tokens[clause] with { Penn = "VBP" };
            if (tokens[clause].Relation == "ccomp" && IsActive(tokens, tokens[clause])) mended[clause] = tokens[clause] with { Penn = "VBD" };
            if (tokens[clause].Relation is "xcomp" or "acl" or "obl") mended[clause] = tokens[clause] with { Penn = "VBD", Head = cue, Relation = "ccomp" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    // "claimed troops held X": a participle has no object.
    private bool IsActive(Token[] tokens, in Token verb)
    {
        int at = Array.IndexOf(tokens, verb);
        return verb is { Upos: Upos.Verb, Penn: "VBN" or "VBD" } && !words.Has(WordSet.TwoObjects, verb.Lemma) && Trees.Has(tokens, at, "obj") && !Trees.Has(tokens, at, "obl:agent") && !Trees.Has(tokens, at, "aux:pass");
    }

    // "Residents said eight passengers drowned": a verb has one subject, and the residents are it.
    private static bool IsSecondSubject(Token[] tokens, int noun) =>
        tokens[noun].Relation == "nsubj" && tokens[noun].Head is >= 0 and var verb && verb < noun && Trees.SubjectOf(tokens, verb) is >= 0 and var first && first < verb;

    /// <summary>"The agency denied fighters had killed anyone", with the denial hung on the killing: what stands first and says something has the rest for what it says; null where no sentence reads so.</summary>
    private Token[]? Inverted(Token[] tokens)
    {
        int verb = Array.FindIndex(tokens, token => token.Head < 0);
        int cue = Array.FindIndex(tokens, 0, Math.Max(0, verb), token => token is { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP", Relation: "advcl" or "ccomp" or "parataxis" } && token.Head == verb && cues.Contains(token.Lemma));
        // "Forty were hurt when floods hit X, the agency said on Wednesday", with what it said for a circumstance of its saying
        if (cue < 1 && verb > 2 && cues.Contains(tokens[verb].Lemma) && Trees.SubjectOf(tokens, verb) is > 2 and var speaker && Array.FindLastIndex(tokens, speaker, speaker, token => token.Form == ",") is > 0 and var comma)
        {
            int said = Array.FindIndex(tokens, 0, comma, token => token is { Upos: Upos.Verb, Relation: "advcl", Penn: "VBD" or "VBN" } && token.Head == verb);
            if (said < 0 || Trees.Has(tokens, said, "mark") || !Trees.HasSubject(tokens, said) || Trees.Has(tokens, verb, "ccomp") || Trees.Has(tokens, verb, "obj") || Array.FindIndex(tokens, said, comma - said, token => token.Form == ",") >= 0 || tokens[said].Penn == "VBN" && !Trees.Has(tokens, said, "aux:pass") && !Trees.Has(tokens, said, "aux")) return null;
            var told = (Token[])tokens.Clone();
            told[said] = tokens[said] with { Relation = "ccomp" };
            return told;
        }
        if (verb < 0 || cue < 1 || tokens[verb].Upos != Upos.Verb || Trees.Has(tokens, cue, "mark") || Trees.Has(tokens, cue, "ccomp") || Trees.SubjectOf(tokens, cue) is not (>= 0 and var teller) || teller > cue) return null;
        for (int at = cue + 1; at < verb; at++) if (tokens[at].Form is "," or ":" || tokens[at].Upos is Upos.Cconj or Upos.Sconj) return null;
        int subject = Trees.SubjectOf(tokens, verb) is >= 0 and var own ? own : Array.FindIndex(tokens, cue, verb - cue, token => token.Head == cue && token.Relation == "obj");
        if (subject < cue || subject > verb) return null;
        var mended = (Token[])tokens.Clone();
        mended[cue] = tokens[cue] with { Head = -1, Relation = "root" };
        mended[verb] = tokens[verb] with { Head = cue, Relation = "ccomp" };
        mended[subject] = tokens[subject] with { Head = verb, Relation = Trees.Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj" };
        return mended;
    }

    /// <summary>"which had said most of the girls taken from a school had been freed": an auxiliary right behind the noun and all that hangs on it opens the clause whose subject it is, wherever the parser hung that; null when none does.</summary>
    private static int? Behind(Token[] tokens, int noun)
    {
        int end = noun;
        for (int at = noun + 1; at < tokens.Length; at++) if (Trees.IsUnder(tokens, at, noun)) end = at;
        if (end == noun || end + 2 >= tokens.Length || tokens[end + 1] is not { Upos: Upos.Aux, Penn: "VBD" or "VBZ" or "VBP" or "MD", Head: var clause } || clause <= end + 1 || tokens[clause].Upos != Upos.Verb || tokens[clause].Relation is not ("advcl" or "ccomp" or "conj" or "parataxis")) return null;
        return Trees.IsUnder(tokens, clause, noun) || Trees.IsUnder(tokens, tokens[noun].Head, clause) || Array.Exists(tokens, token => token.Head == clause && (token.Relation.StartsWith("nsubj", StringComparison.Ordinal) || token.Relation is "mark" or "cc")) ? null : clause;
    }

    /// <summary>"The toll rose as the ministry announced 465 of its pilgrims died": what follows at once and has its own subject is what was announced, and not hung on the verb before.</summary>
    private static bool Lost(Token[] tokens, int clause, FrozenSet<string> cues, out int cue)
    {
        cue = -1;
        if (tokens[clause] is not { Upos: Upos.Verb, Relation: "ccomp" or "advcl" } || !IsFinite(tokens, clause) || tokens[clause].Relation == "advcl" && Trees.Has(tokens, clause, "mark") || tokens[clause].Head is not (>= 0 and var above) || above > clause) return false;
        int subject = Trees.SubjectOf(tokens, clause);
        if (subject < 1 || subject > clause) return false;
        int first = subject;
        for (int at = subject - 1; at > above && (tokens[at].Head == subject || tokens[at].Head >= at && tokens[at].Head <= subject && tokens[at].Head >= first); at--) first = at;
        cue = first - 1;
        if (cue <= above || tokens[cue] is not { Upos: Upos.Verb, Relation: "advcl" } || !IsFinite(tokens, cue) || !cues.Contains(tokens[cue].Lemma) || tokens[cue].Head != above) return false;
        int telling = cue;
        return !Array.Exists(tokens, token => token.Head == telling && token.Relation is "ccomp" or "obj") && Trees.Has(tokens, telling, "nsubj");
    }

    // "although officials have said 38 were killed": the auxiliary makes it finite.
    private static bool IsFinite(Token[] tokens, int verb) =>
        tokens[verb].Penn is "VBD" or "VBZ" or "VBP" || Array.Exists(tokens, token => token.Head == verb && token.Relation.StartsWith("aux", StringComparison.Ordinal) && token.Penn is "VBD" or "VBZ" or "VBP" or "MD");

    // "estimated 26,000 fled": nobody can be fled or died, so the past form is finite.
    private bool IsDone(in Token token) => token is { Upos: Upos.Verb, Penn: "VBN" or "VBD" } && (own.Contains(token.Lemma) || words.Has(WordSet.Intransitive, token.Lemma));

    // "says the number of its dead has reached 40"
    private static bool IsPerfect(Token[] tokens, int clause) => Array.Exists(tokens, token => token.Head == clause && token is { Relation: "aux", Penn: "VBZ" or "VBP" or "VBD", Lemma: "have" });
}
