using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Makes the clause that "that" opens what is said, where the parser took "that" for what was said, or the clause for a description: "said that an accident wounded 12", "said that 40 rebels surrendered", "insisted on a forum that the town was theirs".</summary>
/// <param name="cues">Verbs that say something without naming a listener.</param>
internal sealed class ThatClauses(FrozenSet<string> cues, WordSets words)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int clause = 4; clause < sentence.Tokens.Length; clause++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (Posted(tokens, clause, out int that) is not { } cue) continue;
            mended ??= (Token[])tokens.Clone();
            mended[that] = tokens[that] with { Upos = Upos.Sconj, Penn = "IN", Head = clause, Relation = "mark" };
            mended[clause] = tokens[clause] with { Head = cue, Relation = "ccomp" };
        }
        for (int that = 1; that < sentence.Tokens.Length; that++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (Opened(tokens, that, out int those) is { } done)
            {
                mended ??= (Token[])tokens.Clone();
                mended[done] = tokens[done] with { Head = tokens[those].Head, Relation = "ccomp", Penn = "VBD" };
                mended[those] = tokens[those] with { Head = done, Relation = "nsubj" };
                continue;
            }
            if (That(tokens, that) is { } told)
            {
                mended ??= (Token[])tokens.Clone();
                mended[that] = tokens[that] with { Head = told, Relation = "mark" };
                mended[told] = tokens[told] with { Head = that - 1, Relation = "ccomp" };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"said that 40 rebels surrendered", with the rebels hung on the saying: the clause that "that" opens is what was said.</summary>
    private static int? Opened(Token[] tokens, int that, out int those)
    {
        those = -1;
        if (tokens[that] is not { Form: "that", Relation: "mark", Head: > 0 and var clause } || clause < that || tokens[clause] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "acl" }) return null;
        those = tokens[clause].Head;
        return those > that && those < clause && tokens[those].Upos is Upos.Noun or Upos.Propn && tokens[those].Head is >= 0 and var cue && cue < that && tokens[cue].Upos == Upos.Verb && !Trees.Has(tokens, cue, "ccomp") && !Trees.Has(tokens, clause, "aux:pass") ? clause : null;
    }

    /// <summary>"said that an accident wounded 12", with "that" for what was said: the clause behind it is.</summary>
    private static int? That(Token[] tokens, int that)
    {
        if (tokens[that] is not { Form: "that", Relation: "obj", Penn: "IN" } || tokens[that].Head != that - 1) return null;
        int clause = Array.FindIndex(tokens, that, token => token.Head == that - 1 && token.Relation is "parataxis" or "ccomp");
        // "said that among the dead were four women"
        int be = clause < 0 ? -1 : Array.FindIndex(tokens, that, token => token.Head == clause && token.Relation == "cop");
        if (be > that && be < clause && tokens[that + 1].Upos == Upos.Adp && !Trees.HasSubject(tokens, clause)) return clause;
        return clause > 0 && tokens[clause].Upos is Upos.Verb or Upos.Aux && Trees.SubjectOf(tokens, clause) > that && !Trees.HasBreak(tokens, that, Trees.SubjectOf(tokens, clause)) ? clause : null;
    }

    /// <summary>"insisted in a statement on a forum that the town was theirs": a clause that lacks nothing is what was insisted, and no description of the forum; null for all else.</summary>
    private int? Posted(Token[] tokens, int clause, out int that)
    {
        that = -1;
        if (tokens[clause] is not { Upos: Upos.Verb, Relation: "acl:relcl", Head: >= 0 and var noun } || noun > clause) return null;
        that = Array.FindIndex(tokens, noun + 1, clause - noun - 1, token => token.Form == "that" && token.Head == clause && token.Relation is "obj" or "mark");
        int subject = Trees.SubjectOf(tokens, clause), cue = noun;
        if (that != noun + 1 || subject <= that || subject > clause) return null;
        while (cue >= 0 && tokens[cue].Upos is not Upos.Verb) cue = tokens[cue].Relation is "nmod" or "obl" ? tokens[cue].Head : -1;
        // "reports that the town he took": with a verb that wants an object the word may be that.
        bool whole = tokens[clause].Penn is "VBD" or "VBZ" or "VBP" && Array.Exists(tokens, token => token.Head == clause && token.Relation is "obl" or "advmod" or "xcomp") && !Array.Exists(tokens, token => token.Head == clause && token.Relation is "obj" && token.Form != "that") && words.Has(WordSet.WithoutObject, tokens[clause].Lemma);
        int telling = cue;
        return whole && cue >= 0 && cue < noun && cues.Contains(tokens[cue].Lemma) && Trees.Has(tokens, cue, "nsubj") && !Array.Exists(tokens, token => token.Head == telling && token.Relation is "ccomp" or "obj") ? cue : null;
    }
}
