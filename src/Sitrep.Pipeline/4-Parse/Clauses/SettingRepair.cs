using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Gives "Despite these claims, the town's mayor said" its speaker, where the parser made the setting the subject and hung the mayor on it; "According to X, the storm killed nine" its verb, where X had become the sentence; and "Colonel-General X said" its one man.</summary>
/// <remarks>What stands behind "despite" or "amid" does nothing; two nouns that a hyphen joins are one.</remarks>
internal static class SettingRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = According(sentence.Tokens);
        for (int noun = 0; noun + 2 < sentence.Tokens.Length; noun++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[noun] is not { Relation: "nsubj", Head: >= 0 and var verb } || verb < noun) continue;
            int first = noun;
            if (Behind(tokens, first) is >= 0 and var subject)
            {
                mended ??= (Token[])tokens.Clone();
                mended[noun] = tokens[noun] with { Relation = "obl" };
                mended[subject] = tokens[subject] with { Head = verb };
            }
            else if (Joined(tokens, first) is >= 0 and var name)
            {
                mended ??= (Token[])tokens.Clone();
                mended[noun] = tokens[noun] with { Head = name, Relation = "nmod:desc" };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"According to X, the storm killed nine", with X on top and the killing beside it; null where this is no such sentence.</summary>
    private static Token[]? According(Token[] tokens)
    {
        int source = Array.FindIndex(tokens, token => token.Head < 0);
        if (source < 2 || tokens[source].Upos is not (Upos.Noun or Upos.Propn) || tokens[0] is not { Lemma: "accord", Relation: "case" } || tokens[0].Head != source) return null;
        int verb = Array.FindIndex(tokens, source, token => token.Head == source && token is { Upos: Upos.Verb, Relation: "parataxis" or "acl:relcl" or "ccomp" });
        if (verb < 0 || Trees.SubjectOf(tokens, verb) is not (>= 0 and var subject) || subject < source || Array.FindIndex(tokens, source, subject - source, token => token.Form == ",") < 0) return null;
        var mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Head = -1, Relation = "root" };
        mended[source] = tokens[source] with { Head = verb, Relation = "obl" };
        for (int at = source + 1; at < tokens.Length; at++) if (tokens[at].Head == source && tokens[at].Relation == "punct") mended[at] = tokens[at] with { Head = verb };
        return mended;
    }

    /// <summary>The subject that was hung on a noun with a preposition before it; -1 for all else.</summary>
    private static int Behind(Token[] tokens, int noun) =>
        Array.Exists(tokens, token => token.Head == noun && token is { Relation: "case", Lemma: "despite" or "amid" or "after" or "during" or "following" }) ? Array.FindIndex(tokens, noun + 1, token => token.Head == noun && token.Relation == "nsubj") : -1;

    /// <summary>The name behind the second half of a rank: "Colonel-General X", "Major-General X"; -1 for all else.</summary>
    private static int Joined(Token[] tokens, int rank)
    {
        if (tokens[rank].Upos != Upos.Propn || tokens[rank + 1].Form != "-" || tokens[rank + 1].Start != tokens[rank].End) return -1;
        int name = Array.FindIndex(tokens, rank + 2, token => token.Relation == "nsubj" && token.Head == tokens[rank].Head);
        return name > rank + 1 && name <= rank + 3 && tokens[name].Upos == Upos.Propn ? name : -1;
    }
}
