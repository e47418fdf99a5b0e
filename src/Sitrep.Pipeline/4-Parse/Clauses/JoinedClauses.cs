using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Gives "soldiers retook X and rebels captured Y" its second subject, which the parser joined to the object before it.</summary>
/// <remarks>One "and" joins either two nouns or two clauses: where a finite verb right behind the second noun has no "and" and no comma of its own, it is the clauses.</remarks>
internal static class JoinedClauses
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int verb = 4; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (Fleeing(tokens, verb, words) is { } fleeing)
            {
                mended = fleeing;
                continue;
            }
            if (Told(tokens, verb) is >= 0 and var beside)
            {
                (mended ??= (Token[])tokens.Clone())[verb] = tokens[verb] with { Head = beside };
                continue;
            }
            if (!IsBareConjunct(tokens, verb) || Subject(tokens, verb) is not (>= 0 and var noun)) continue;
            int and = Array.FindIndex(tokens, tokens[noun].Head + 1, noun - tokens[noun].Head - 1, token => token.Head == noun && token.Relation == "cc");
            if (and < 0 || !IsOnePhrase(tokens, and, noun, verb)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[and] = tokens[and] with { Head = verb };
            mended[noun] = tokens[noun] with { Head = verb, Relation = "nsubj" };
            if (tokens[verb].Penn == "VBN") mended[verb] = tokens[verb] with { Penn = "VBD" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"confirmed that eight were killed and 100 were injured": without a comma, and with a subject of its own, the second clause is told with the first.</summary>
    /// <returns>The first clause; -1 where this is no such sentence.</returns>
    private static int Told(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Relation: "conj", Head: >= 0 and var cue } || cue > verb || tokens[cue].Upos != Upos.Verb || Trees.SubjectOf(tokens, verb) is not (>= 0 and var subject) || tokens[subject].Upos == Upos.Pron) return -1;
        int told = Array.FindIndex(tokens, cue, verb - cue, token => token.Head == cue && token.Relation == "ccomp");
        if (told < 0 || subject < told || subject > verb || !Array.Exists(tokens, token => token.Head == told && token is { Relation: "mark", Form: "that" })) return -1;
        int and = Array.FindIndex(tokens, told, subject - told, token => token.Head == verb && token.Relation == "cc");
        return and > 0 && tokens[and - 1].Form != "," ? told : -1;
    }

    /// <summary>"X was shelled by fighters and residents fled", where who fled was joined to the fighters, who were read as fled; null where this is no such sentence.</summary>
    private static Token[]? Fleeing(Token[] tokens, int verb, WordSets words)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "acl", Head: >= 0 } || !words.Has(WordSet.Intransitive, tokens[verb].Lemma)) return null;
        int joined = tokens[verb].Head, subject = verb - 1;
        if (tokens[subject] is not { Upos: Upos.Noun or Upos.Propn, Relation: "conj" } || tokens[subject].Head != joined) return null;
        int and = Array.FindIndex(tokens, joined + 1, subject - joined, token => token.Head == subject && token.Relation == "cc"), above = joined;
        while (above >= 0 && tokens[above].Upos != Upos.Verb) above = tokens[above].Head;
        if (and < 0 || above < 0 || above > joined) return null;
        var mended = (Token[])tokens.Clone();
        mended[and] = tokens[and] with { Head = verb };
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        mended[verb] = tokens[verb] with { Penn = "VBD", Head = above, Relation = "conj" };
        return mended;
    }

    /// <summary>A finite verb joined to one before it, with neither a subject nor a conjunction. A participle with an object of its own is taken for a past tense.</summary>
    private static bool IsBareConjunct(Token[] tokens, int verb) =>
        tokens[verb] is { Upos: Upos.Verb, Relation: "conj", Head: >= 0 } && tokens[verb].Head < verb && tokens[tokens[verb].Head].Upos == Upos.Verb
        && (tokens[verb].Penn is "VBD" or "VBZ" or "VBP" || tokens[verb].Penn == "VBN" && Array.Exists(tokens, token => token.Head == verb && token.Relation == "obj" && token.Start > tokens[verb].Start))
        && !Array.Exists(tokens, token => token.Head == verb && token.Start < tokens[verb].Start && (token.Relation is "cc" or "mark" || token.Relation.StartsWith("nsubj", StringComparison.Ordinal)));

    /// <summary>The noun right before the verb and its adverbs, joined to a noun of the first clause; -1 for none.</summary>
    private static int Subject(Token[] tokens, int verb)
    {
        int first = tokens[verb].Head, at = verb - 1;
        while (at > first && tokens[at].Head == verb && tokens[at].Upos is Upos.Adv or Upos.Aux) at--;
        while (at > first && tokens[at].Relation != "conj" && tokens[at].Head > first) at = tokens[at].Head;
        return at > first && at < verb && tokens[at] is { Relation: "conj", Upos: Upos.Noun or Upos.Propn or Upos.Pron } && tokens[at].Head > first && tokens[at].Head < at && Trees.IsUnder(tokens, tokens[at].Head, first) ? at : -1;
    }

    private static bool IsOnePhrase(Token[] tokens, int and, int noun, int verb)
    {
        for (int at = and + 1; at < verb; at++) if (at != noun && tokens[at].Head != verb && !Trees.IsUnder(tokens, at, noun) || tokens[at].Upos is Upos.Punct or Upos.Cconj or Upos.Verb) return false;
        return true;
    }
}
