using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Gives the attack in "condemned the attack on 10 June by militiamen against a patrol in X, which left one dead" what is told of it, where the parser hung it on the condemning or on the patrol.</summary>
/// <remarks>Nobody condemns, reports or mourns something "by" or "against" anybody: such a phrase behind the object is the object's, and so is all that stands between the two.</remarks>
/// <param name="deeds">Nouns that tell an event.</param>
internal sealed class CondemnedRepair(FrozenSet<string> deeds, WordSets words)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 0; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[verb].Upos != Upos.Verb || !words.Has(WordSet.SpeaksOf, tokens[verb].Lemma)) continue;
            int speaking = verb, deed = Array.FindIndex(tokens, token => token.Head == speaking && token is { Relation: "obj", Upos: Upos.Noun } && deeds.Contains(token.Lemma));
            if (deed < verb || LastOf(tokens, verb, deed) is not (> 0 and var last)) continue;
            mended ??= (Token[])tokens.Clone();
            for (int at = deed + 1; at <= last; at++)
            {
                if (mended[at].Head == verb && mended[at].Relation is "obl" or "nmod") mended[at] = mended[at] with { Head = deed, Relation = "nmod" };
                // "by armed men against a patrol": who was attacked does not describe who attacked.
                else if (mended[at].Relation == "nmod" && mended[at].Head != deed && Case(mended, at) == "against" && Trees.IsUnder(mended, at, deed)) mended[at] = mended[at] with { Head = deed };
            }
            Resume(mended, deed, last);
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>The last of the phrases with "by" or "against" behind the deed and before any comma; -1 where there is none.</summary>
    private static int LastOf(Token[] tokens, int verb, int deed)
    {
        int last = -1;
        for (int at = deed + 1; at < tokens.Length && tokens[at].Form is not ("," or ";") && !(tokens[at].Upos == Upos.Verb && tokens[at].Relation is not ("amod" or "compound")); at++)
        {
            if (Case(tokens, at) is "by" or "against" && (tokens[at].Head == verb && tokens[at].Relation == "obl" || tokens[at].Relation == "nmod" && Trees.IsUnder(tokens, at, verb))) last = at;
        }
        return last;
    }

    /// <summary>", which resulted in two deaths": what came of it is told of the deed, and not of the noun before the comma.</summary>
    private void Resume(Token[] tokens, int deed, int last)
    {
        for (int at = last + 1; at < tokens.Length; at++)
        {
            if (tokens[at].Relation != "acl:relcl" || tokens[at].Head == deed || !words.Has(WordSet.Results, tokens[at].Lemma) || !Trees.IsUnder(tokens, at, deed)) continue;
            int outcome = at;
            if (Array.Exists(tokens, token => token.Head == outcome && token is { Form: "which", Relation: "nsubj" })) tokens[at] = tokens[at] with { Head = deed };
        }
    }

    private static string? Case(Token[] tokens, int noun) => Array.FindIndex(tokens, token => token.Head == noun && token.Relation == "case") is >= 0 and var at ? tokens[at].Lemma : null;
}
