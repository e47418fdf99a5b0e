using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "sit-in", "break-up" and "stand-off" the nouns they are: cut into three tokens, their last looks like a preposition. And gives "cease-fire" the lemma of "ceasefire".</summary>
internal static class ParticleNouns
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = Joined(sentence.Tokens, words);
        for (int last = 2; last < sentence.Tokens.Length; last++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int first = last - 2, hyphen = last - 1;
            if (tokens[last].Form is not ("in" or "up" or "off" or "out" or "over" or "down") || tokens[hyphen].Form != "-" || tokens[first].End != tokens[hyphen].Start || tokens[hyphen].End != tokens[last].Start) continue;
            if (tokens[first].Upos is not (Upos.Noun or Upos.Verb) || tokens[first].Head == last && tokens[last].Relation == "case") continue;
            // A longer chain ("sit-in-style") is something else, and a preposition with its noun behind it is one.
            if (last + 1 < tokens.Length && tokens[last + 1].Form == "-" && tokens[last + 1].Start == tokens[last].End) continue;
            if (tokens[last].Head == first)
            {
                mended ??= (Token[])tokens.Clone();
                mended[last] = tokens[last] with { Head = tokens[first].Head, Relation = tokens[first].Relation };
                for (int at = 0; at < tokens.Length; at++) if (at != last && tokens[at].Head == first) mended[at] = mended[at] with { Head = last };
                mended[first] = tokens[first] with { Head = last, Relation = "compound" };
            }
            mended ??= (Token[])tokens.Clone();
            Token noun = mended[last];
            mended[last] = noun with { Upos = Upos.Noun, Penn = "NN", Lemma = $"{tokens[first].Lemma.ToLowerInvariant()}-{tokens[last].Form}", Relation = noun.Relation == "obl" && !mended.Any(token => token.Head == last && token.Relation == "case") && mended[noun.Head < 0 ? last : noun.Head].Upos == Upos.Verb ? "obj" : noun.Relation };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    private static Token[]? Joined(Token[] tokens, WordSets words)
    {
        Token[]? mended = null;
        for (int last = 2; last < tokens.Length; last++)
        {
            if (tokens[last - 1].Form != "-" || tokens[last - 2].End != tokens[last - 1].Start || tokens[last - 1].End != tokens[last].Start || tokens[last - 2].Head != last) continue;
            string whole = tokens[last - 2].Form.ToLowerInvariant() + tokens[last].Lemma;
            if (words.Has(WordSet.WrittenApart, whole)) (mended ??= (Token[])tokens.Clone())[last] = tokens[last] with { Lemma = whole, Upos = Upos.Noun };
        }
        return mended;
    }
}
