using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Gives "X said its troops have taken the town, and urged the rebels to surrender" back to X, where the parser joined the second verb to what is said.</summary>
/// <remarks>Behind a comma, a past tense without a subject goes on with the past tense that tells, and not with the perfect that is told. The other way round, a past perfect without a
/// subject goes on with what is told: "said the militants were in the town and had burnt houses".</remarks>
/// <param name="cues">Verbs that say, blame or ask for something.</param>
internal sealed class ToldJoint(FrozenSet<string> cues, WordSets words)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 3; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (Perfected(tokens, verb) is >= 0 and var told)
            {
                mended ??= (Token[])tokens.Clone();
                mended[verb] = tokens[verb] with { Head = told };
                continue;
            }
            if (Answered(tokens, verb) is >= 0 and var denied)
            {
                mended ??= (Token[])tokens.Clone();
                mended[verb] = tokens[verb] with { Head = denied, Penn = "VBD" };
                continue;
            }
            if (DeniedIt(tokens, verb) is >= 0 and var denies)
            {
                mended ??= (Token[])tokens.Clone();
                mended[denies + 1] = tokens[denies + 1] with { Head = denies, Relation = "obj" };
                mended[verb] = tokens[verb] with { Head = denies, Relation = "conj" };
                continue;
            }
            if (Denied(tokens, verb) is >= 0 and var speaks)
            {
                mended ??= (Token[])tokens.Clone();
                mended[verb] = tokens[verb] with { Head = speaks };
                continue;
            }
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD", Relation: "conj" } || tokens[verb - 1].Form != "and" || tokens[verb - 2].Form != "," || tokens[verb].Head is not (>= 0 and var said) || tokens[said].Relation != "ccomp" || tokens[said].Head is not (>= 0 and var tells) || tokens[tells].Penn != "VBD") continue;
            if (!Array.Exists(tokens, token => token.Head == said && token.Relation == "aux" && token is { Lemma: "have", Penn: "VBP" or "VBZ" }) || Trees.HasSubject(tokens, verb)) continue;
            if (Trees.IsUnder(tokens, tells, verb)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = tells };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"denied it and said the rebels had shelled X": what is denied is no subject; the denial, or -1 when this is no such verb.</summary>
    private int DeniedIt(Token[] tokens, int verb)
    {
        int denied = verb - 3;
        return denied >= 0 && tokens[denied].Upos == Upos.Verb && words.Has(WordSet.Denies, tokens[denied].Lemma) && tokens[denied + 1].Form is "it" or "this" && tokens[denied + 1].Head == verb && tokens[denied + 2].Form is "and" or "but" && tokens[verb] is { Upos: Upos.Verb, Penn: "VBD" or "VBZ" } && tokens[verb].Head == denied ? denied : -1;
    }

    /// <summary>"said his men were still in the land, and denied that they had been driven out": who speaks denies it, and not of whom he speaks; the verb of saying, or -1 when this is no such verb.</summary>
    private int Denied(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD", Relation: "conj" } || !words.Has(WordSet.Denies, tokens[verb].Lemma) || tokens[verb - 1].Form != "and" || tokens[verb - 2].Form != ",") return -1;
        if (Trees.HasSubject(tokens, verb)) return -1;
        bool told = false;
        for (int at = tokens[verb].Head, steps = 0; at >= 0 && at < verb && steps < ClimbMax; at = tokens[at].Head, steps++)
        {
            if (told && tokens[at] is { Upos: Upos.Verb, Penn: "VBD" } && cues.Contains(tokens[at].Lemma) && Trees.Has(tokens, at, "nsubj")) return at;
            told |= tokens[at].Relation == "ccomp";
        }
        return -1;
    }

    /// <summary>Tokens from a second verb up to the one that tells.</summary>
    private const int ClimbMax = 6;

    /// <summary>"denied it was behind the raid, and in turn blamed the army", "denied it had shelled X and blamed the army": who denies goes on; the denial, or -1 when this is no such verb.</summary>
    private int Answered(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN", Relation: "conj" } || !cues.Contains(tokens[verb].Lemma) || tokens[verb].Head is not (>= 0 and var told) || told > verb || tokens[told].Relation != "ccomp" || tokens[told].Head is not (>= 0 and var denied) || tokens[denied] is not { Penn: "VBD", Lemma: "deny" }) return -1;
        if (Trees.HasSubject(tokens, verb)) return -1;
        int and = Array.FindIndex(tokens, told, verb - told, token => token.Head == verb && token.Form is "and" or "but");
        // Without a comma only who is named behind tells that it is a charge of its own.
        bool charges = words.Has(WordSet.Charges, tokens[verb].Lemma) && Array.Exists(tokens, token => token.Head == verb && token.Relation == "obj" && token.Start > tokens[verb].Start);
        return and > 0 && (tokens[verb].Penn == "VBD" && tokens[and - 1].Form == "," || charges) && !Trees.IsUnder(tokens, denied, verb) ? denied : -1;
    }

    /// <summary>The clause told before, that a past perfect behind "and" goes on with; -1 when this is no such verb.</summary>
    private static int Perfected(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN", Relation: "conj" } || tokens[verb].Head is not (>= 0 and var tells) || tells > verb || tokens[tells] is not { Upos: Upos.Verb, Penn: "VBD" }) return -1;
        if (!Array.Exists(tokens, token => token.Head == verb && token is { Relation: "aux", Form: "had" }) || Trees.HasSubject(tokens, verb)) return -1;
        int told = Array.FindLastIndex(tokens, verb - 1, verb - tells - 1, token => token.Head == tells && token.Relation == "ccomp");
        return told > tells && !Trees.IsUnder(tokens, told, verb) ? told : -1;
    }
}
