using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "military" a noun in "the X military overran Y", where the tagger took it for the adjective that it mostly is.</summary>
/// <remarks>With what describes a noun before it and a finite verb or a mark right behind, nothing else can be the noun.</remarks>
internal static class MilitaryNoun
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int at = 1; at + 1 < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[at] is not { Upos: Upos.Adj } || !words.Has(WordSet.ForceItself, tokens[at].Lemma) || !Ends(tokens[at + 1])) continue;
            int first = at;
            while (first > 0 && (tokens[first - 1].Upos is Upos.Adj or Upos.Det or Upos.Propn || tokens[first - 1].Penn == "POS")) first--;
            if (first == at || Array.TrueForAll(tokens[first..at], token => token.Upos is not Upos.Det && token.Penn != "POS")) continue;
            int head = tokens[at].Head;
            bool subject = head > at && tokens[head].Upos == Upos.Verb && !Trees.HasSubject(tokens, head);
            if (!subject && tokens[at].Relation is "amod") continue;
            mended ??= (Token[])tokens.Clone();
            mended[at] = tokens[at] with { Upos = Upos.Noun, Penn = "NN", Relation = subject ? "nsubj" : tokens[at].Relation };
            for (int before = first; before < at; before++) if (tokens[before].Head == head) mended[before] = tokens[before] with { Head = at };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    private static bool Ends(in Token next) => next is { Upos: Upos.Verb or Upos.Aux, Penn: "VBD" or "VBZ" or "VBP" or "MD" };
}
