using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Makes "accused the rebels of attacking civilians" a charge of attacking, where the parser read attacking civilians as it would read fleeing ones; and "A and B each accused" or "A and B traded accusations" a sentence of two subjects.</summary>
/// <remarks>Behind a verb of accusing and "of" or "for" stands what somebody is accused of having done; who is taken for its attribute is whom it was done to.</remarks>
internal sealed class ChargeRepair(FrozenSet<string> deeds, WordSets words)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = Several(sentence.Tokens);
        for (int of = 2; of + 2 < sentence.Tokens.Length; of++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            // "accused the army of seizing X", with the seizing for a noun
            if (tokens[of].Form is "of" or "for" && tokens[of + 1] is { Penn: "VBG", Upos: Upos.Verb, Relation: "nmod" } && tokens[of].Head == of + 1 && Accused(tokens, of) is { } charged && tokens[of + 1].Head == charged)
            {
                mended ??= (Token[])tokens.Clone();
                mended[of] = tokens[of] with { Relation = "mark", Upos = Upos.Sconj };
                mended[of + 1] = tokens[of + 1] with { Relation = "acl" };
                continue;
            }
            if (tokens[of].Form is not ("of" or "for") || tokens[of + 1] is not { Penn: "VBG", Relation: "amod" } || !deeds.Contains(tokens[of + 1].Lemma) && !IsJoined(tokens, of + 1)) continue;
            int deed = of + 1, struck = tokens[deed].Head;
            if (struck < deed || tokens[of].Head != struck || Accused(tokens, of) is not { } accused || Trees.IsUnder(tokens, accused, struck)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[of] = tokens[of] with { Head = deed, Relation = "mark", Upos = Upos.Sconj };
            mended[deed] = tokens[deed] with { Head = accused, Relation = "acl" };
            mended[struck] = tokens[struck] with { Head = deed, Relation = "obj" };
            for (int at = struck + 1; at < tokens.Length; at++) if (tokens[at].Head == struck && tokens[at].Relation == "nmod" && !Array.Exists(tokens, token => token.Head == at && token.Relation == "case" && token.Lemma == "of")) mended[at] = tokens[at] with { Head = deed, Relation = "obl" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    // "of flying drones and shelling the town": what a deed is joined to is one.
    private static bool IsJoined(Token[] tokens, int gerund) =>
        tokens[gerund].Head is >= 0 and var thing && tokens[thing].Head is >= 0 and var verb && Array.FindIndex(tokens, thing, token => token is { Upos: Upos.Verb, Penn: "VBG", Relation: "conj" } && (token.Head == verb || token.Head == thing)) > 0;

    /// <summary>Who is accused right before the word, or the accusation itself; null where neither is.</summary>
    private int? Accused(Token[] tokens, int of)
    {
        for (int at = of - 1; at >= 0; at--)
        {
            if (tokens[at].Relation is "obj" or "nsubj:pass" && tokens[at].Head is >= 0 and var verb && (words.Has(WordSet.Charges, tokens[verb].Lemma) || words.Has(WordSet.ChargeNoun, tokens[at].Lemma))) return at;
            if (tokens[at].Upos is Upos.Verb && !words.Has(WordSet.Charges, tokens[at].Lemma) || tokens[at].Upos == Upos.Punct) return null;
        }
        return null;
    }

    /// <summary>"A and B each accused the other", "A and B traded accusations": the verb behind two who are joined, which was hung on the second; null where there is none.</summary>
    private Token[]? Several(Token[] tokens)
    {
        for (int verb = 3; verb + 1 < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN", Relation: "acl" or "acl:relcl" or "parataxis" } || tokens[verb].Head is not (>= 0 and var second) || second > verb) continue;
            int first = tokens[second].Relation == "conj" ? tokens[second].Head : second;
            if (first < 0 || first > second || tokens[first].Head >= 0 || tokens[first].Upos is not (Upos.Noun or Upos.Propn)) continue;
            bool each = tokens[verb - 1] is { Form: "each" or "both" } && tokens[verb - 1].Head == verb && tokens[verb - 1].Relation == "nsubj";
            bool trades = words.Has(WordSet.Mutual, tokens[verb].Lemma) && tokens[verb + 1] is { Upos: Upos.Noun, Relation: "conj" or "obj" } && (tokens[verb + 1].Head == first || tokens[verb + 1].Head == verb);
            if (!each && !trades) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = -1, Relation = "root", Penn = "VBD" };
            mended[first] = tokens[first] with { Head = verb, Relation = "nsubj" };
            if (each) mended[verb - 1] = tokens[verb - 1] with { Relation = "advmod" };
            else mended[verb + 1] = tokens[verb + 1] with { Head = verb, Relation = "obj" };
            for (int at = verb + 1; at < tokens.Length; at++) if (mended[at].Head == first && mended[at].Relation is not ("conj" or "cc")) mended[at] = mended[at] with { Head = verb };
            return mended;
        }
        return null;
    }
}
