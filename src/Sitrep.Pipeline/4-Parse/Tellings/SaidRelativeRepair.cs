using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Makes what stands behind the saying in "a raid which the council said had killed nine" what the council said, where the parser made two relative clauses of it.</summary>
internal static class SaidRelativeRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int told = 3; told < sentence.Tokens.Length; told++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[told] is not { Upos: Upos.Verb, Relation: "acl:relcl", Head: >= 0 and var noun }) continue;
            int said = Array.FindLastIndex(tokens, told - 1, told - noun > 0 ? told - noun - 1 : 0, token => token is { Upos: Upos.Verb, Relation: "acl:relcl" } && token.Head == noun);
            if (said < 0 || !Trees.Has(tokens, said, "nsubj") || Array.Exists(tokens, token => token.Head == said && token.Relation is "ccomp" or "obj")) continue;
            // Nothing but auxiliaries between: "said had", "said were".
            if (said == told - 1 || !Array.TrueForAll(tokens[(said + 1)..told], token => token.Upos is Upos.Aux or Upos.Adv or Upos.Part)) continue;
            int which = Array.FindIndex(tokens, token => token.Head == told && token.Penn is "WDT" or "WP");
            if (which < 0 || which > said) continue;
            mended ??= (Token[])tokens.Clone();
            mended[told] = tokens[told] with { Head = said, Relation = "ccomp" };
            mended[which] = tokens[which] with { Relation = Trees.Has(tokens, told, "aux:pass") ? "nsubj:pass" : "nsubj" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
