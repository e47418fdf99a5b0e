using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes officials the subject of "rebel and military officials confirmed", where the parser has a rebel confirm it beside them.</summary>
/// <remarks>A bare singular that is joined to somebody's description in the plural describes them too.</remarks>
internal sealed class SharedModifiers(FrozenSet<string> officials)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int first = 0; first + 3 < sentence.Tokens.Length; first++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[first] is not { Upos: Upos.Noun or Upos.Adj, Penn: "NN" or "JJ" } || tokens[first + 1] is not { Relation: "cc", Lemma: "and" or "or" } || Array.Exists(tokens, token => token.Head == first && token.Relation is "det" or "nmod:poss" or "nummod")) continue;
            if (tokens[first + 2].Upos is not (Upos.Noun or Upos.Adj) || tokens[first + 2].Penn is not ("NN" or "JJ")) continue;
            int people = first + 3;
            if (tokens[people] is not { Upos: Upos.Noun, Penn: "NNS" } || !(tokens[people].Head == first && tokens[people].Relation == "conj" || tokens[people].Head == tokens[first].Head && tokens[people].Relation == tokens[first].Relation) || tokens[first + 2].Head != people || !officials.Contains(tokens[people].Lemma)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[people] = tokens[people] with { Head = tokens[first].Head, Relation = tokens[first].Relation };
            mended[first] = tokens[first] with { Head = people, Relation = "compound" };
            mended[first + 1] = tokens[first + 1] with { Head = first + 2 };
            mended[first + 2] = tokens[first + 2] with { Head = first, Relation = "conj" };
            for (int at = people + 1; at < tokens.Length; at++) if (tokens[at].Head == first) mended[at] = tokens[at] with { Head = people };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
