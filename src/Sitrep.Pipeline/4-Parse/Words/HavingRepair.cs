using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "reports of children having been taken hostage" tell of the children, where the parser hung the clause on the verb above.</summary>
/// <remarks>No comma parts it from the noun before "having": that noun is what it is told of.</remarks>
internal static class HavingRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int having = 1; having + 1 < sentence.Tokens.Length; having++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int noun = having - 1;
            if (tokens[having] is not { Form: "having", Relation: "aux" } || tokens[having].Head is not (>= 0 and var verb) || tokens[verb].Relation != "advcl" || tokens[verb].Head is not (>= 0 and var above) || above > noun || tokens[noun].Upos is not (Upos.Noun or Upos.Propn) || tokens[noun].Relation is not ("nmod" or "obl")) continue;
            if (Trees.HasSubject(tokens, verb)) continue;
            if (Trees.IsUnder(tokens, noun, verb)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = noun, Relation = "acl" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
