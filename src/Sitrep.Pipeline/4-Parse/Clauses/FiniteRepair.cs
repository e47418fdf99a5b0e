using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "A ferry carrying 462 people sank" a sentence where the parser hung its only finite verb on the last noun before it.</summary>
/// <remarks>A past tense that is no participle describes no noun; in a sentence whose root is a noun it is what the sentence says.</remarks>
internal static class FiniteRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        int root = Array.FindIndex(tokens, token => token.Head < 0), verb = -1;
        if (root < 0 || tokens[root].Upos is not (Upos.Noun or Upos.Propn)) return sentence;
        if (Counting(tokens, root) is { } counted) return new Sentence(sentence.Start, sentence.End, counted);
        for (int at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Head == root && (tokens[at].Relation is "cop" or "case" || at < root && tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal))) return sentence;
            if (tokens[at].Relation == "parataxis") continue;   // a reporting clause beside it
            bool past = tokens[at].Penn == "VBN" && (words.Has(WordSet.PastForm, tokens[at].Form) || tokens[at].Relation == "acl" && words.Has(WordSet.Intransitive, tokens[at].Lemma) || tokens[at].Relation == "xcomp" && tokens[tokens[at].Head].Penn == "VBG" && !tokens.Any(token => token.Head == at && token.Relation.StartsWith("aux", StringComparison.Ordinal)));
            if (!past && tokens[at].Penn is not ("VBD" or "VBZ" or "VBP" or "MD")) continue;
            // Two finite verbs, or one with a subject of its own: a fragment, and no matter of this repair.
            if (verb >= 0 || at < root || tokens[at] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN", Relation: "acl" or "xcomp" }) return sentence;
            verb = at;
        }
        if (verb < 0 || tokens.Any(token => token.Head == verb && token.Relation.StartsWith("nsubj", StringComparison.Ordinal))) return sentence;
        Token[] mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Head = -1, Relation = "root", Penn = "VBD" };
        mended[root] = tokens[root] with { Head = verb, Relation = "nsubj" };
        for (int at = verb + 1; at < tokens.Length; at++) if (tokens[at].Head == root) mended[at] = mended[at] with { Head = verb };
        return new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"The fire destroyed at least 10,000 homes, the council said", read as a fire that was destroyed, or as homes that are a fire: it destroyed them.</summary>
    private static Token[]? Counting(Token[] tokens, int root)
    {
        int verb = Array.FindIndex(tokens, token => token is { Upos: Upos.Verb, Penn: "VBN", Relation: "acl" } && token.Head >= 0 && (token.Head == root || tokens[token.Head] is { Relation: "nsubj" } over && over.Head == root));
        if (verb < 1 || tokens[verb].Head != verb - 1) return null;
        int subject = verb - 1, counted = subject == root ? Array.FindIndex(tokens, token => token.Head == verb && token.Relation == "obl") : root;
        if (counted <= verb || tokens[counted].Upos != Upos.Noun || !Trees.Has(tokens, counted, "nummod") || Array.Exists(tokens, token => token.Head == counted && token.Relation is "cop" or "case")) return null;
        for (int at = verb + 1; at < counted; at++) if (tokens[at].Upos is not (Upos.Num or Upos.Adj or Upos.Adv or Upos.Adp or Upos.Det or Upos.Noun)) return null;
        Token[] mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Head = -1, Relation = "root", Penn = "VBD" };
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        mended[counted] = tokens[counted] with { Head = verb, Relation = "obj" };
        for (int at = counted + 1; at < tokens.Length; at++) if (tokens[at].Head == root && at != counted && tokens[at].Relation is "parataxis" or "punct" or "obl" or "advcl") mended[at] = mended[at] with { Head = verb };
        return mended;
    }
}
