using Sitrep.Language;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Takes "retook" or "overran" for the verb it can only be, where the tagger, who never met it, took it for a noun.</summary>
/// <remarks>The tag is set right, and the subject; what else hangs where is the business of the repairs behind.</remarks>
internal static class PastFormRepair
{
    public static Sentence Repair(Sentence sentence, LanguageEngine engine, WordSets words)
    {
        Token[]? mended = null;
        for (int at = 1; at < sentence.Tokens.Length; at++)
        {
            ref readonly Token token = ref sentence.Tokens[at];
            // "withdrew" is no participle.
            if (token is { Upos: Upos.Verb, Penn: "VBN" } && words.Has(WordSet.PastForm, token.Form) && !Trees.Has(sentence.Tokens, at, "aux") && !Trees.Has(sentence.Tokens, at, "aux:pass"))
            {
                mended ??= (Token[])sentence.Tokens.Clone();
                mended[at] = token with { Penn = "VBD" };
                continue;
            }
            if (token is not { Penn: "NN" or "JJ" or "VBP" or "VB" or "FW" or "IN" or "RB" or "NNP" } || !char.IsLower(token.Form[0]) || LanguageEngine.LemmaOfPast(token.Form) is not { } lemma || engine.KnowsAsCommon(token.Form) && !IsBetween(sentence.Tokens, at)) continue;
            mended ??= (Token[])sentence.Tokens.Clone();
            mended[at] = token with { Upos = Upos.Verb, Penn = "VBD", Lemma = lemma };
        }
        if (mended is not null) Raise(mended);
        if (LostVerb.Found(mended ?? sentence.Tokens) is { } found) mended = found;
        return Subject(mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended));
    }

    /// <summary>"Troops and allied militiamen retook X", where "retook" was read as a part of the noun before it: it is what the sentence says, and they are its subject.</summary>
    private static void Raise(Token[] tokens)
    {
        for (int verb = 1; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD", Relation: "compound" or "amod" or "flat" } || tokens[verb].Head != verb - 1) continue;
            int subject = verb - 1;
            while (tokens[subject].Relation == "conj" && tokens[subject].Head is >= 0 and var first && first < subject && tokens[first].Upos is Upos.Noun or Upos.Propn) subject = first;
            (int above, string relation) = (tokens[subject].Head, tokens[subject].Relation);
            if (above >= 0 && above < subject && relation is "obl" or "nmod") continue;
            tokens[verb] = tokens[verb] with { Head = above, Relation = relation };
            tokens[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
            // "allied militiamen": what stands bare before a noun describes it.
            for (int at = subject + 1; at + 1 < verb; at++)
            {
                int described = at + 1;
                if (tokens[at] is not { Upos: Upos.Verb, Relation: "conj" } || tokens[described] is not { Relation: "conj" } || Array.Exists(tokens, token => token.Head == described - 1 && token.Relation != "cc")) continue;
                for (int child = 0; child < at; child++) if (tokens[child].Head == at) tokens[child] = tokens[child] with { Head = described };
                tokens[at] = tokens[at] with { Head = described, Relation = "amod", Penn = "VBN" };
            }
        }
    }

    /// <summary>"A car bomb tore through": the noun right before a finite verb, read as a part of its name, is its subject.</summary>
    private static Sentence Subject(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int verb = 1; verb < tokens.Length; verb++)
        {
            int noun = verb - 1;
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" } || tokens[noun] is not { Upos: Upos.Noun, Relation: "compound" } || tokens[noun].Head != verb) continue;
            if (Array.Exists(tokens, token => token.Head == verb && token.Relation is "nsubj" or "nsubj:pass" or "aux")) continue;
            Token[] mended = (Token[])tokens.Clone();
            mended[noun] = tokens[noun] with { Relation = "nsubj" };
            for (int at = 0; at < noun; at++) if (tokens[at].Head == verb && tokens[at].Relation is "det" or "amod" or "compound" or "nummod" or "nmod:poss") mended[at] = tokens[at] with { Head = noun };
            // "Police shot dead six, but the general said": read as what the second clause is about, beside that clause's own subject.
            int second = tokens[verb].Head;
            if (second > verb && tokens[verb].Relation == "nsubj" && Array.FindIndex(tokens, verb + 1, token => token.Head == second && token.Relation == "nsubj") >= 0 && Array.FindIndex(tokens, verb + 1, token => token.Head == second && token.Relation == "cc") >= 0)
            {
                mended[verb] = mended[verb] with { Head = tokens[second].Head, Relation = tokens[second].Relation };
                mended[second] = tokens[second] with { Head = verb, Relation = "conj" };
            }
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }

    // "Gunmen shot dead a policeman": a noun with a subject before it and an object behind is a verb.
    private static bool IsBetween(Token[] tokens, int at)
    {
        bool subject = false, direct = false;
        if (at + 1 >= tokens.Length) return false;
        for (int child = 0; child < tokens.Length; child++)
        {
            if (tokens[child].Head != at) continue;
            if (tokens[child].Relation is "det" or "cop" or "nmod:poss") return false;
            // "police shot dead six", "rebels shot a man": what stands right before is no part of a name for shots.
            subject |= child < at && tokens[child] is { Relation: "nsubj", Upos: Upos.Noun or Upos.Propn or Upos.Pron } || child == at - 1 && tokens[child].Relation == "compound" && (tokens[child].Penn == "NNS" || tokens[at + 1].Form == "dead");
            direct |= child > at && tokens[child].Relation == "obj";
        }
        return subject && direct;
    }
}
