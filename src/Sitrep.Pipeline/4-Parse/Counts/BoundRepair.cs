using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Counts;

/// <summary>Makes those counted in "Up to 90 people, including 60 children, died", "as many as 90", "no fewer than 17" the ones who died, where the parser took the words before the number for more.</summary>
/// <remarks>They say how high or low it may be; what is counted stands as it would without.</remarks>
internal static class BoundRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = Compared(sentence.Tokens);
        for (int up = 0; up + 3 < sentence.Tokens.Length; up++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (Those(tokens, up, words) is >= 0 and var those)
            {
                mended ??= (Token[])tokens.Clone();
                mended[those] = tokens[those] with { Relation = "obj" };
                int number = up + Length(tokens, up);
                for (int word = up; word < number; word++) mended[word] = tokens[word] with { Head = number, Relation = "advmod" };
                continue;
            }
            if (tokens[up].Lemma != "up" || tokens[up + 1].Form != "to" || tokens[up + 2].Upos != Upos.Num) continue;
            // "did not kill up to 90 civilians": nobody is killed up.
            bool particle = tokens[up].Relation == "compound:prt" && tokens[up].Head == up - 1 && !words.Has(WordSet.GoesUp, tokens[up - 1].Lemma);
            bool beside = tokens[up].Relation == "advmod" && tokens[up + 2].Relation == "nummod" && tokens[tokens[up + 2].Head].Head == tokens[up].Head;   // "Up to 60 rebels laid down"
            int noun = particle ? tokens[up + 1].Head : beside ? tokens[up + 2].Head : tokens[up].Head;
            if (!particle && !beside && tokens[up].Relation != "case" || noun < up + 2) continue;
            // "the lives of up to 60 people": of them.
            if (!particle && Array.FindIndex(tokens, 0, up, token => token.Head == noun && token.Relation == "case") >= 0 && !Trees.IsUnder(tokens, up + 2, up))
            {
                (mended ??= (Token[])tokens.Clone())[up] = tokens[up] with { Head = up + 2, Relation = "advmod" };
                continue;
            }
            if (tokens[noun].Relation != "obl" || tokens[noun].Head is not (>= 0 and var verb) || tokens[verb].Upos != Upos.Verb) continue;
            string? relation = verb > noun ? Has(tokens, verb, "nsubj") ? null : Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj" : Has(tokens, verb, "obj") || Has(tokens, verb, "aux:pass") || up != verb + 1 ? null : "obj";
            if (relation is null) continue;
            if (Trees.IsUnder(tokens, up + 2, up)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[noun] = tokens[noun] with { Relation = relation };
            mended[up] = tokens[up] with { Head = up + 2, Relation = "advmod" };
            if (particle) mended[up + 1] = tokens[up + 1] with { Head = up, Relation = "fixed" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"displaced between 20 and 30 families", "shot dead around 70 people", "claimed more than 200 lives": what is counted right behind a verb is its object, and no place around or between.</summary>
    /// <param name="at">The first word of the bound.</param>
    /// <returns>The noun; -1 when the words are no such count.</returns>
    private static int Those(Token[] tokens, int at, WordSets words)
    {
        int length = Length(tokens, at), number = at + length;
        if (at == 0 || length == 0 || number >= tokens.Length || tokens[number].Upos != Upos.Num) return -1;
        int noun = tokens[number].Relation == "nummod" ? tokens[number].Head : number, verb = tokens[at - 1].Form == "dead" ? at - 2 : at - 1;
        if (noun < number || verb < 0 || noun == number && tokens[at].Form == "between" || tokens[noun] is not { Relation: "obl", Upos: Upos.Noun or Upos.Num } || tokens[noun].Head != verb || tokens[verb].Upos != Upos.Verb) return -1;
        // A preposition of its own, behind the verb, makes it a setting: "in more than 200 villages".
        bool set = Array.FindIndex(tokens, verb + 1, at - verb - 1, token => token.Head == noun && token.Relation == "case") >= 0;
        return set || Has(tokens, verb, "obj") || Has(tokens, verb, "aux:pass") || words.Has(WordSet.SpanUnit, tokens[noun].Lemma) ? -1 : noun;
    }

    /// <summary>Words of a bound before its number; 0 where none begins.</summary>
    private static int Length(Token[] tokens, int at) => tokens[at].Form switch
    {
        "between" => at + 3 < tokens.Length && tokens[at + 2].Form == "and" && tokens[at + 3].Upos == Upos.Num ? 1 : 0,
        "around" or "over" or "about" or "under" => 1,
        "more" or "fewer" or "less" => at + 1 < tokens.Length && tokens[at + 1].Form == "than" ? 2 : 0,
        "as" or "no" or "not" => at + 3 < tokens.Length && IsBound(tokens, at + 1) ? 3 : 0,
        _ => 0,
    };

    /// <summary>"As many as 60 people were killed": the people were, not "many". "Killed no fewer than 17 people" denies nothing.</summary>
    private static Token[]? Compared(Token[] tokens)
    {
        Token[]? mended = null;
        for (int much = 1; much + 2 < tokens.Length; much++)
        {
            if (!IsBound(tokens, much) || tokens[much] is not { Relation: "nsubj" or "nsubj:pass" or "obj" or "nmod", Head: >= 0 and var verb }) continue;
            int number = much + 2, noun = tokens[number].Relation == "nummod" && tokens[number].Head > number ? tokens[number].Head : number;
            if (noun == verb || tokens[noun].Head != verb && !Trees.IsUnder(tokens, noun, much) || Trees.IsUnder(tokens, verb, noun)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[noun] = mended[noun] with { Head = verb, Relation = tokens[much].Relation };
            mended[much] = mended[much] with { Head = number, Relation = "advmod" };
            for (int at = 0; at < tokens.Length; at++) if (mended[at].Head == much && Math.Abs(at - much) > 1) mended[at] = mended[at] with { Head = noun };
            (mended[much - 1], mended[much + 1]) = (mended[much - 1] with { Head = much, Relation = "advmod" }, mended[much + 1] with { Head = much, Relation = "fixed" });
        }
        return mended;
    }

    private static bool IsBound(Token[] tokens, int at) => tokens[at + 2].Upos == Upos.Num
        && (tokens[at].Form is "many" or "few" && tokens[at - 1].Lemma == "as" && tokens[at + 1].Lemma == "as" || tokens[at].Form is "fewer" or "less" && tokens[at - 1].Lemma is "no" or "not" && tokens[at + 1].Form == "than");

    private static bool Has(Token[] tokens, int verb, string relation) => Array.Exists(tokens, token => token.Head == verb && token.Relation.StartsWith(relation, StringComparison.Ordinal));
}
