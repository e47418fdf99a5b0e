using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes the "In" of "the In Salah gas plant" a part of the name: amid a sentence no preposition has a capital.</summary>
internal static class InNames
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int at = 1; at + 1 < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[at] is not { Form: "In", Upos: Upos.Adp, Relation: "case" } || tokens[at + 1].Upos != Upos.Propn || !char.IsLower(tokens[at - 1].Form[0])) continue;
            int noun = tokens[at].Head, name = tokens[at + 1].Relation is "compound" && tokens[at + 1].Head <= noun ? at + 1 : noun;
            if (Trees.IsUnder(tokens, name, at)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[at] = tokens[at] with { Upos = Upos.Propn, Penn = "NNP", Lemma = "In", Head = name, Relation = "compound", Name = tokens[at + 1].Name };
            // "attacked the In Salah gas plant": with no preposition left it is what was attacked.
            if (noun < 0 || tokens[noun].Relation != "obl" || tokens[noun].Head is not (>= 0 and var verb) || verb > noun || tokens[verb].Upos != Upos.Verb || Trees.Has(mended, noun, "case") || Array.Exists(mended, token => token.Head == verb && token.Relation is "obj" or "aux:pass")) continue;
            mended[noun] = tokens[noun] with { Relation = "obj" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
