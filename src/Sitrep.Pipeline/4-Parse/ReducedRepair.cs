using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Makes "troops aided by militias had entered the town" what the troops did, where the parser took the participle that describes them for the verb.</summary>
/// <remarks>A participle without an auxiliary is no predicate, and a finite verb behind it that has no subject wants one.</remarks>
internal static class ReducedRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int part = 1; part + 1 < tokens.Length; part++)
        {
            if (tokens[part] is not { Upos: Upos.Verb, Penn: "VBN", Relation: "ccomp" or "root" } || Child(tokens, part, "aux") >= 0 || Child(tokens, part, "nsubj") is not (>= 0 and var subject) || subject != part - 1) continue;
            int verb = Array.FindIndex(tokens, part + 1, token => token.Head == part && token.Relation is "ccomp" && token.Upos == Upos.Verb);
            if (verb < 0 || Child(tokens, verb, "nsubj") >= 0 || Child(tokens, verb, "mark") >= 0 || !Array.Exists(tokens, token => token.Head == verb && token.Relation.StartsWith("aux", StringComparison.Ordinal) && token.Penn is "VBD" or "VBZ" or "VBP" or "MD") || Array.FindIndex(tokens, part, verb - part, token => token.Upos == Upos.Punct) >= 0) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = tokens[part].Head, Relation = tokens[part].Relation };
            mended[subject] = tokens[subject] with { Head = verb, Relation = Array.Exists(tokens, token => token.Head == verb && token.Relation == "aux:pass") ? "nsubj:pass" : "nsubj" };
            mended[part] = tokens[part] with { Head = subject, Relation = "acl" };
            // What stood before the subject, and a "that" taken for what was told, belong to the clause.
            for (int at = 0; at < subject; at++) if (tokens[at].Head == part) mended[at] = mended[at] with { Head = verb };
            int that = tokens[part].Head + 1;
            if (that > 0 && that < subject && tokens[that] is { Form: "that", Relation: "obj" }) mended[that] = tokens[that] with { Head = verb, Relation = "mark" };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }

    private static int Child(Token[] tokens, int head, string relation) => Array.FindIndex(tokens, token => token.Head == head && token.Relation.StartsWith(relation, StringComparison.Ordinal));
}
