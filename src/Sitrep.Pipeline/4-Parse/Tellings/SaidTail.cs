using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Hangs "killing 16" in "Troops retook X, a general said, killing 16" on what the troops did, where the parser has the general kill.</summary>
/// <param name="harms">Verbs of harm: "kill", "wound".</param>
internal sealed class SaidTail(FrozenSet<string> harms)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int deed = 3; deed < sentence.Tokens.Length; deed++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[deed] is not { Upos: Upos.Verb, Penn: "VBG", Relation: "advcl" or "ccomp", Head: >= 0 and var said } || said > deed || tokens[deed - 1].Form != "," || !harms.Contains(tokens[deed].Lemma)) continue;
            if (tokens[said] is not { Relation: "parataxis", Head: >= 0 and var told } || told > said || tokens[told].Upos != Upos.Verb || Trees.IsUnder(tokens, told, deed)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[deed] = tokens[deed] with { Head = told };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
