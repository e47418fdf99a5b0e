using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Makes "seized" in "attacked the town and seized control of the radio" a second verb, where the parser took it for a participle beside the noun.</summary>
/// <param name="pairs">Verbs with the noun that completes them: "seize control".</param>
internal sealed class SecondVerbRepair(FrozenSet<string> pairs)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 2; verb + 1 < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int noun = tokens[verb].Head;
            if (tokens[verb] is not { Penn: "VBN", Relation: "amod" } || noun != verb + 1 || tokens[noun].Relation != "conj" || tokens[verb - 1].Form is not ("and" or "but") || !pairs.Contains($"{tokens[verb].Lemma} {tokens[noun].Lemma}")) continue;
            int above = tokens[noun].Head;
            while (above >= 0 && tokens[above].Upos is Upos.Noun or Upos.Propn or Upos.Pron) above = tokens[above].Head;
            if (above < 0 || above > verb || tokens[above] is not { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" or "VBN" or "VBG" }) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = above, Relation = "conj", Upos = Upos.Verb, Penn = tokens[above].Penn is "VBG" ? "VBN" : tokens[above].Penn };
            mended[noun] = tokens[noun] with { Head = verb, Relation = "obj" };
            for (int at = 0; at < verb; at++) if (tokens[at] is { Relation: "cc" } && tokens[at].Head == noun) mended[at] = tokens[at] with { Head = verb };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
